// The figures of periods, coverage, accuracy and single hazards, in words. What computes them: period, coverage,
// accuracy and hazard_status.
#include <algorithm>

#include "status/figures.hpp"

namespace hazcheck {
namespace {

using enum FigureKind;
constexpr FigureScope kPeriod = FigureScope::period;
constexpr FigureScope kCoverage = FigureScope::coverage;
constexpr FigureScope kAccuracy = FigureScope::accuracy;
constexpr FigureScope kHazard = FigureScope::hazard;

// clang-format off
constexpr Figure kOthers[] = {
    {"opening", {"Opening", "期初未销项"}, count, kPeriod, {"open at the end of the day before the period", "期间开始前一日结束时未销项的隐患数"}},
    {"found", {"Found", "本期发现"}, count, kPeriod,
     {"hazards found in the period, those voided later too", "本期发现的隐患数（含之后作废的）"}},
    {"reopened", {"Reopened", "本期重新打开"}, count, kPeriod,
     {"times that a closed hazard was reopened, follow-ups `recurred` too", "已销项隐患在本期重新打开的次数（含复查 recurred）"}},
    {"closed", {"Closed", "本期销项"}, count, kPeriod,
     {"times that a hazard was closed, follow-ups `closed` too", "本期销项的次数（含复查 closed）"}},
    {"voided", {"Voided", "本期作废"}, count, kPeriod, {"hazards voided in the period", "本期作废的隐患数"}},
    {"closing", {"Closing", "期末未销项"}, count, kPeriod,
     {"open at the end of the period: opening + found + reopened - closed - voided, always",
      "期末未销项的隐患数，恒等于 期初 + 发现 + 重新打开 - 销项 - 作废"}},
    {"rectified", {"Rectified", "本期整改"}, count, kPeriod,
     {"times that a hazard was rectified, follow-ups that found it done too", "本期整改完成的次数（含复查时确认已整改的）"}},
    {"deferred", {"Deferred", "本期延期"}, count, kPeriod, {"deferrals in the period", "本期延期的次数"}},
    {"escalated", {"Escalated", "本期上报"}, count, kPeriod, {"escalations in the period", "本期上报的次数"}},
    {"answered", {"Answered", "本期答复"}, count, kPeriod, {"answers to escalations in the period", "本期答复的次数"}},
    {"due_next", {"Due next week", "下周到期"}, count, kPeriod,
     {"not closed, due in the seven days after the period: to < due <= to + 7", "未销项，期末 < 整改期限 <= 期末 + 7 天"}},
    {"awaiting_verification", {"To verify", "待验收"}, count, kPeriod,
     {"rectified and not closed at the end of the period", "期末已整改、尚未验收销项的隐患数"}},
    {"units_expected", {"Units", "应查单位"}, count, kCoverage,
     {"units of the roster that the round inspects and that are valid in its window", "名册中本轮应查、且在时间窗口内有效的单位数"}},
    {"units_recorded", {"Recorded", "已有记录"}, count, kCoverage,
     {"of those, units with a record in the round dated by the day, drafts too", "其中截至当日已有本轮记录的单位数（含草稿）"}},
    {"units_complete", {"Complete", "已完成"}, count, kCoverage,
     {"of those, units with a complete record dated by the day and without `scope`", "其中截至当日记录已完成且未限定 scope 的单位数"}},
    {"coverage", {"Coverage", "覆盖率"}, rate, kCoverage, {"units_complete / units_expected", "已完成单位数 / 应查单位数"}},
    {"items_applicable", {"Items", "应查项"}, count, kCoverage,
     {"over all expected units: applicable items that are not answered na", "全部应查单位的适用检查项中，未答“不适用”的项数"}},
    {"items_answered", {"Answered", "已查项"}, count, kCoverage,
     {"of those, items answered pass or fail; out of scope, unchecked and without a record are not",
      "其中答“合格”或“不合格”的项数；范围外、未查、没有记录的不算"}},
    {"item_coverage", {"Item coverage", "检查项覆盖率"}, rate, kCoverage, {"items_answered / items_applicable", "已查项 / 应查项"}},
    {"late", {"Late", "逾期未查单位"}, count, kCoverage,
     {"expected units without a complete record dated in the window, once the window is over; 0 while it is pending",
      "窗口结束后，没有在窗口截止前完成记录的应查单位数；窗口待定时为 0"}},
    {"checked", {"Checked in both", "两轮均查"}, count, kAccuracy,
     {"items that a unit answered pass or fail in both rounds", "同一单位两轮均答“合格”或“不合格”的项数"}},
    {"failed", {"Failed later", "后轮不合格"}, count, kAccuracy,
     {"of those, items failed in the later round", "其中后一轮不合格的项数"}},
    {"missed", {"Missed", "漏查"}, count, kAccuracy,
     {"of those, items passed in the earlier round", "其中前一轮判为合格的项数"}},
    {"miss_rate", {"Miss rate", "漏查率"}, rate, kAccuracy,
     {"missed / failed: items passed earlier and failed later / items failed later that were also checked earlier",
      "漏查 / 后轮不合格：前轮合格而后轮不合格的项 / 后轮不合格且前轮也查过的项"}},
    {"due_original", {"Original due", "原定期限"}, value, kHazard, {"the plan's due once the plan is made, else none", "计划制定后为计划中的期限，否则没有"}},
    {"due", {"Due", "整改期限"}, value, kHazard,
     {"the due of the latest deferral, or reopening that names one, else due_original",
      "最近一次延期（或写明新期限的重新打开）的期限，否则为原定期限"}},
    {"days_overdue", {"Days overdue", "逾期天数"}, value, kHazard, {"day - due, of an overdue hazard", "逾期隐患的（当日 - 整改期限）"}},
    {"days_waiting", {"Days waiting", "待答复天数"}, value, kHazard,
     {"day - date of the latest escalation, of a waiting hazard", "待答复隐患的（当日 - 最近上报日期）"}},
    {"days_to_close", {"Days to close", "销项天数"}, value, kHazard, {"last closed date - found date", "最近销项日期 - 发现日期"}},
    {"department", {"Department", "监管部门"}, value, kHazard,
     {"the department that answered the latest escalation, else the escalation's target where it is a department, else the "
      "section's",
      "答复最近一次上报的部门；否则为该次上报的对象部门；否则为所属检查领域的监管部门"}},
    {"status", {"Status", "状态"}, value, kHazard,
     {"the fold of the hazard's events dated by the day: unplanned, planned, rectified, closed or void",
      "截至当日的事件依次推定：未制定计划、整改中、待验收、已销项或已作废"}},
};
// clang-format on

}  // namespace

std::span<const Figure> other_figures() { return kOthers; }

std::vector<const Figure*> figures_named(std::string_view key) {
  std::vector<const Figure*> found;
  for (std::span<const Figure> list : {status_figures(), other_figures()})
    for (const Figure& f : list)
      if (f.key == key) found.push_back(&f);
  return found;
}

std::vector<std::string_view> figure_keys() {
  std::vector<std::string_view> keys;
  for (std::span<const Figure> list : {status_figures(), other_figures()})
    for (const Figure& f : list) keys.push_back(f.key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string_view manual_page(FigureScope scope) {
  switch (scope) {
    case FigureScope::day: return "hazcheck-status(1)";
    case FigureScope::hazard: return "hazcheck-list(1)";
    case FigureScope::period:
    case FigureScope::coverage:
    case FigureScope::accuracy: break;
  }
  return "hazcheck-report(1)";
}

}  // namespace hazcheck
