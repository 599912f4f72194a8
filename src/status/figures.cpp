// Who is counted in each figure of `status`, and the sums. The words of all other figures are in figure_words.cpp.
#include "status/figures.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace hazcheck {
namespace {

using S = const HazardStatus&;

constexpr Label kVoid{"void", "已作废"};
constexpr Label kNotFound{"not found by that day", "当日尚未发现"};
constexpr Label kUnplanned{"unplanned", "未制定计划"};
constexpr Label kPlanned{"planned, not rectified", "整改中"};
constexpr Label kRectified{"rectified, not verified", "已整改，待验收"};
constexpr Label kClosed{"closed", "已销项"};
constexpr Label kNoDue{"no due date", "没有整改期限"};

Label why_state(S s) {
  switch (s.state) {
    case State::none: return kNotFound;
    case State::unplanned: return kUnplanned;
    case State::planned: return kPlanned;
    case State::rectified: return kRectified;
    case State::closed: return kClosed;
    case State::voided: break;
  }
  return kVoid;
}

Verdict counted_if(bool yes, Label why) { return {yes ? Part::counted : Part::left_out, why}; }

Verdict judge_found(S s) { return counted_if(s.counts(), why_state(s)); }
Verdict judge_open(S s) { return counted_if(s.open(), why_state(s)); }
template <State kWanted>
Verdict judge_state(S s) {
  return counted_if(s.state == kWanted, why_state(s));
}

// Why an open hazard is not overdue, or why it is.
Label why_due(S s) {
  if (!s.open()) return why_state(s);
  if (!s.due) return kNoDue;
  if (s.overdue) return {"due before that day", "整改期限早于当日"};
  if (*s.due < s.as_of) return {"rectified by its due, waiting to be verified", "已按期整改，待验收"};
  if (s.due_soon) return {"due soon", "即将到期"};
  return {"due later", "尚未到期"};
}
Verdict judge_overdue(S s) { return counted_if(s.overdue, why_due(s)); }
Verdict judge_due_soon(S s) { return counted_if(s.due_soon, why_due(s)); }
Verdict judge_no_due(S s) { return counted_if(s.no_due, why_due(s)); }

Verdict judge_escalated(S s) {
  if (!s.counts()) return {Part::left_out, why_state(s)};
  if (s.escalated == nullptr) return {Part::left_out, {"never escalated", "未上报"}};
  return {Part::counted, {"escalated", "已上报"}};
}
Verdict judge_waiting(S s) {
  if (!s.open()) return {Part::left_out, why_state(s)};
  if (s.escalated == nullptr) return {Part::left_out, {"never escalated", "未上报"}};
  if (s.answered != nullptr) return {Part::left_out, {"its latest escalation is answered", "最近一次上报已有答复"}};
  return {Part::counted, {"its latest escalation is not answered", "最近一次上报尚无答复"}};
}

Verdict judge_closure(S s) {
  if (!s.counts()) return {Part::left_out, why_state(s)};
  return {s.state == State::closed ? Part::counted : Part::base_only, why_state(s)};
}

Verdict judge_on_time(S s, const std::optional<Date>& due) {
  if (!s.counts()) return {Part::left_out, why_state(s)};
  if (!due) return {Part::left_out, kNoDue};
  if (*due >= s.as_of) return {Part::left_out, {"not due before that day", "当日尚未到期"}};
  const bool done = s.state == State::rectified || s.state == State::closed;
  if (!done || s.rectified == nullptr) return {Part::base_only, {"due, and not rectified", "已到期，未整改"}};
  if (s.rectified->date <= *due) return {Part::counted, {"rectified by its due", "按期整改"}};
  return {Part::base_only, {"rectified after its due", "逾期后整改"}};
}
Verdict judge_on_time_now(S s) { return judge_on_time(s, s.due); }
Verdict judge_on_time_original(S s) { return judge_on_time(s, s.due_original); }

int days_to_close(S s) { return s.days_to_close(); }
int open_age(S s) { return s.age(); }

using enum FigureKind;
constexpr FigureScope kDay = FigureScope::day;

// clang-format off
constexpr std::array<Figure, kStatusFigures> kFigures{{
    {"found", {"Found", "累计发现"}, count, kDay,
     {"hazards found by the day and not void on it", "截至当日发现且当日未作废的隐患数"}, judge_found},
    {"open", {"Open", "未销项"}, count, kDay,
     {"found - closed, that is, unplanned + planned + rectified",
      "累计发现 - 已销项，即 未制定计划 + 整改中 + 待验收"}, judge_open},
    {"unplanned", {"Unplanned", "未制定计划"}, count, kDay,
     {"open, without a whole plan, and not rectified", "未销项、没有完整计划、尚未整改的隐患数"}, judge_state<State::unplanned>},
    {"planned", {"Planned", "整改中"}, count, kDay,
     {"open, with a whole plan (measures, due, funding, owner), and not rectified",
      "未销项、计划完整（措施、期限、资金、责任人）、尚未整改的隐患数"}, judge_state<State::planned>},
    {"rectified", {"To verify", "待验收"}, count, kDay,
     {"rectified, and not verified yet: not closed", "已整改、尚未验收销项的隐患数"}, judge_state<State::rectified>},
    {"closed", {"Closed", "已销项"}, count, kDay,
     {"hazards that are closed on the day", "当日处于已销项状态的隐患数"}, judge_state<State::closed>},
    {"void", {"Void", "已作废"}, count, kDay,
     {"voided by the day; in no other figure of a day", "截至当日已作废的隐患数，不计入其他截至当日的指标"}, judge_state<State::voided>},
    {"overdue", {"Overdue", "逾期"}, count, kDay,
     {"not closed, due < day, and not (rectified with its last rectified date <= due); due today is not overdue",
      "未销项，整改期限 < 当日，且不属于“已整改待验收、最近整改日期 <= 整改期限”；当日到期不算逾期"}, judge_overdue},
    {"due_soon", {"Due soon", "即将到期"}, count, kDay,
     {"not closed, not overdue, day <= due <= day + due_soon_days of the policy",
      "未销项、未逾期，当日 <= 整改期限 <= 当日 + 策略中的 due_soon_days"}, judge_due_soon},
    {"no_due", {"No due", "未定期限"}, count, kDay, {"not closed, without a due date", "未销项且没有整改期限的隐患数"}, judge_no_due},
    {"escalated", {"Escalated", "已上报"}, count, kDay,
     {"hazards that were ever escalated, open or closed, void ones apart", "曾经上报过的隐患数（含已销项，不含已作废）"}, judge_escalated},
    {"waiting", {"Waiting", "待答复"}, count, kDay,
     {"escalated, the latest escalation not answered, not closed", "已上报、最近一次上报尚无答复、未销项的隐患数"}, judge_waiting},
    {"closure_rate", {"Closure rate", "销项率"}, rate, kDay, {"closed / found", "已销项 / 累计发现"}, judge_closure},
    {"on_time_rate", {"On time", "按期整改率"}, rate, kDay,
     {"of the hazards, void ones apart, whose due is before the day: those rectified or closed whose last rectified date <= due",
      "整改期限早于当日的隐患（不含已作废）中，已整改或已销项且最近整改日期 <= 整改期限的占比"}, judge_on_time_now},
    {"on_time_rate_original", {"On time (original due)", "按原期限整改率"}, rate, kDay,
     {"the same as on_time_rate, with the plan's own due in place of the deferred one",
      "同 on_time_rate，但按计划原定期限而不是延期后的期限计算"}, judge_on_time_original},
    {"mean_days_to_close", {"Mean days to close", "平均销项天数"}, days, kDay,
     {"mean over the closed hazards of: last closed date - found date", "已销项隐患的（最近销项日期 - 发现日期）平均值"}, judge_state<State::closed>, days_to_close},
    {"median_days_to_close", {"Median days to close", "销项天数中位数"}, days, kDay,
     {"median over the closed hazards of: last closed date - found date", "已销项隐患的（最近销项日期 - 发现日期）中位数"}, judge_state<State::closed>,
     days_to_close, true},
    {"median_open_age", {"Median age of open", "未销项天数中位数"}, days, kDay,
     {"median over the open hazards of: day - found date", "未销项隐患中（当日 - 发现日期）的中位数"}, judge_open, open_age, true},
}};
// clang-format on

}  // namespace

std::string_view key_of(Part part) {
  constexpr std::array<std::string_view, 3> kKeys{"counted", "base-only", "left-out"};
  return kKeys[static_cast<std::size_t>(part)];
}

Label label_of(Part part) {
  constexpr std::array<Label, 3> kLabels{
      {{"counted", "计入"}, {"in the denominator only", "只计入分母"}, {"left out", "不计入"}}};
  return kLabels[static_cast<std::size_t>(part)];
}

std::span<const Figure> status_figures() { return kFigures; }
const Figure& info_of(StatusFigure figure) { return kFigures[static_cast<std::size_t>(figure)]; }

std::optional<std::int64_t> rate_of(std::int64_t num, std::int64_t den) {
  assert(num >= 0 && den >= 0);
  if (den == 0) return std::nullopt;
  return (num * 20000 + den) / (2 * den);
}

std::optional<std::int64_t> mean_of(std::span<const int> values) {
  if (values.empty()) return std::nullopt;
  const auto n = static_cast<std::int64_t>(values.size());
  return (std::accumulate(values.begin(), values.end(), std::int64_t{0}) * 200 + n) / (2 * n);
}

std::optional<std::int64_t> median_of(std::vector<int> values) {
  if (values.empty()) return std::nullopt;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return std::int64_t{*middle} * 100;
  return (std::int64_t{*middle} + *std::max_element(values.begin(), middle)) * 50;
}

void Totals::add(const HazardStatus& status) {
  for (std::size_t i = 0; i < kStatusFigures; ++i) {
    const Part part = kFigures[i].judge(status).part;
    sums_[i].counted += part == Part::counted ? 1 : 0;
    sums_[i].base += part != Part::left_out ? 1 : 0;
  }
  if (status.state == State::closed) days_to_close_.push_back(status.days_to_close());
  else if (status.open()) open_ages_.push_back(status.age());
}

std::optional<std::int64_t> Totals::value(StatusFigure figure) const {
  const Figure& row = info_of(figure);
  if (row.kind == rate) return rate_of(counted(figure), base(figure));
  if (row.kind == count) return counted(figure);
  const std::vector<int>& values = figure == StatusFigure::median_open_age ? open_ages_ : days_to_close_;
  return row.median ? median_of(values) : mean_of(values);
}

bool due_next(const HazardStatus& status) {
  return status.open() && status.due && status.as_of < *status.due && *status.due <= status.as_of + 7;
}

}  // namespace hazcheck
