// The words and the layout of the notice. Must not choose hazards by anything but being open.
#include "views/unit_notice.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "views/ledger.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kColumns[] = {"id", "round", "section", "item", "item_text", "subject", "location", "description",
                                         "severity", "status", "found", "measures", "funding_amount", "funding_source",
                                         "due_original", "due", "days_overdue", "owner", "department", "rectified"};
constexpr std::string_view kOverview[] = {"id", "severity", "status", "found", "due", "days_overdue", "owner"};

// Adds one sentence, in both languages.
void line(Report& report, Text text) { report.remarks.push_back(std::move(text)); }
void gap(Report& report) { line(report, {}); }

Text either(std::string_view value, Label none) {
  if (!value.empty()) return {std::string(value), std::string(value)};
  return text_of(none);
}

Text day_or(const std::optional<Date>& date) { return either(date ? to_string(*date) : std::string(), {"not set", "未定"}); }

std::string title_in(const Model& model, GroupKey key, const HazardStatus& hazard, Lang lang) {
  return title_of(key, model, value_of(key, model, hazard), lang);
}

// Both languages with a title in each.
template <class Make>
Text bilingual(Make&& make) {
  return {make(Lang::en), make(Lang::zh)};
}

void describe(Report& report, const Model& model, const HazardStatus& h, std::size_t number) {
  const Hazard& hazard = *h.hazard;
  if (number > 1) gap(report);
  line(report, bilingual([&](Lang lang) {
    std::string head = fmt::format("{}. {} · {} · {}", number, global_id(*h.record, hazard),
                                   title_in(model, GroupKey::section, h, lang), title_in(model, GroupKey::severity, h, lang));
    if (hazard.location.present()) head += fmt::format(" · {}", hazard.location.value);
    if (hazard.subject.present()) head += fmt::format(" · {}", hazard.subject.value);
    return head;
  }));
  line(report, say("   Found {}: {}", "   {} 发现：{}", to_string(h.found), hazard.description.value));
  const bool planned = h.plan != nullptr;
  const Text measures = either(planned ? hazard.plan.measures.value : std::string_view(), {"no plan yet", "尚无整改计划"});
  line(report, {"   Measures: " + measures.en, "   整改措施：" + measures.zh});
  const Text due = day_or(h.due), owner = either(h.owner, {"not named", "未定"});
  std::string late_en, late_zh;
  if (h.overdue) {
    late_en = fmt::format(" ({} days overdue)", h.days_overdue);
    late_zh = fmt::format("（已逾期 {} 天）", h.days_overdue);
  }
  line(report, {fmt::format("   Due: {}{}   Owner: {}", due.en, late_en, owner.en),
                fmt::format("   整改期限：{}{}   责任人：{}", due.zh, late_zh, owner.zh)});
  if (planned && hazard.plan.interim.present())
    line(report, say("   Until then: {}", "   临时防范措施：{}", hazard.plan.interim.value));
  if (h.rectified != nullptr)
    line(report, say("   Rectified {}, waiting to be verified", "   {} 已整改，待验收", to_string(h.rectified->date)));
  line(report, say("   What was done: ______________________________  Owner (signature): ____________  Date: ____________",
                   "   整改情况：______________________________  责任人（签字）：____________  日期：____________"));
}

void sign(Report& report, const Campaign& campaign) {
  gap(report);
  line(report, bilingual([&](Lang lang) {
    const std::string_view title = campaign.authority.title.in(lang);
    const std::string_view body = title.empty() ? campaign.authority.id.value : title;
    return lang == Lang::zh ? fmt::format("发出单位（盖章）：{}    经办人（签字）：____________    日期：____________", body)
                            : fmt::format("Issued by (seal): {}    Signature: ____________    Date: ____________", body);
  }));
  line(report, say("Received by the unit, head (signature): ____________    Date: ____________",
                   "签收单位负责人（签字）：____________    日期：____________"));
}

Result<const Unit*> unit_of(const Model& model, const std::string& id) {
  if (const Unit* unit = model.roster.find(id)) return unit;
  const auto near = did_you_mean(id, known_values(GroupKey::unit, model));
  if (near) return Failure{say("no unit '{0}' in the roster; did you mean '{1}'?", "名册中没有单位 '{0}'，是否指 '{1}'？", id, *near)};
  return Failure{say("no unit '{0}' in the roster", "名册中没有单位 '{0}'", id)};
}

}  // namespace

Result<Report> unit_notice(const Request& request) {
  const Model& model = request.model;
  if (request.arguments.size() != 1) return Failure{say("give one unit", "请给出一个单位")};
  const Result<const Unit*> unit = unit_of(model, request.arguments.front());
  if (!unit) return unit.failure();
  Report report = new_report(request, "report unit", bilingual([&](Lang lang) {
    const std::string title = title_of(GroupKey::unit, model, (*unit)->id.value, lang);
    return lang == Lang::zh ? "隐患整改通知书：" + title : "Rectification notice: " + title;
  }));
  std::vector<HazardStatus> open;
  for (const Timeline* timeline : in_ledger_order(model, request.timelines)) {
    if (model.record_of(timeline->ref).unit_id.value != (*unit)->id.value) continue;
    const HazardStatus hazard = hazard_status_at(model, *timeline, request.as_of);
    if (hazard.open() && request.filter.takes(model, hazard)) open.push_back(hazard);
  }
  HazardList list(model, "notice", kColumns);
  for (const HazardStatus& hazard : open) list.add({model, hazard, request.lang});
  Table& table = report.tables.emplace_back(std::move(list).take());
  table.when_empty = say("no open hazard", "没有未销项的隐患");
  for (Column& column : table.columns)
    column.hidden_in_text = std::find(std::begin(kOverview), std::end(kOverview), column.name) == std::end(kOverview);
  if (open.empty()) return report;
  table.title = say("{} open on {}. Rectify each by its due, and report back to be verified.",
                    "截至 {1} 共有 {0} 条隐患未销项，请按期整改并报请验收。", open.size(), to_string(request.as_of));
  for (std::size_t i = 0; i < open.size(); ++i) describe(report, model, open[i], i + 1);
  sign(report, model.campaign);
  return report;
}

}  // namespace hazcheck
