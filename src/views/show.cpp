// One hazard's story as tables. Must not know more than status and model say.
#include "views/show.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "views/ledger.hpp"

namespace hazcheck {
namespace {

class Facts {
 public:
  Facts(const Request& request, const HazardStatus& hazard) : request_(request), h_(hazard) {
    table_.columns = {{"field", {"Field", "项目"}}, {"value", {"Value", "内容"}}};
    table_.columns[1].wraps = true;
  }

  // Left out where there is nothing to say.
  void add(Label field, std::string_view value) {
    if (!value.empty()) table_.rows.push_back({std::string(field.in(lang())), std::string(value)});
  }
  void add(Label field, const std::optional<Date>& value) { add(field, value ? to_string(*value) : std::string()); }

  // "title (id)", or the id alone.
  std::string named(GroupKey key, std::string_view id) const {
    if (id.empty()) return {};
    const std::string title = title_of(key, request_.model, id, lang());
    return title == id ? title : say("{} ({})", "{}（{}）", title, id).in(lang());
  }
  std::string named(GroupKey key) const { return named(key, value_of(key, request_.model, h_)); }

  void fill(const AnswerText& answer_text) {
    const Record& record = *h_.record;
    const Hazard& hazard = *h_.hazard;
    add({"Unit", "单位"}, named(GroupKey::unit));
    add({"Round", "检查轮次"}, named(GroupKey::round));
    add({"Section", "检查领域"}, named(GroupKey::section));
    add({"Item", "检查项"}, named(GroupKey::item));
    add_answer(record, hazard, answer_text);
    add({"Subject", "检查对象"}, hazard.subject().value);
    add({"Location", "隐患部位"}, hazard.location().value);
    add({"Description", "隐患描述"}, hazard.description().value);
    add({"Severity", "隐患等级"}, named(GroupKey::severity));
    add({"Status", "状态"},
        h_.state == State::none ? Label{"not found yet", "尚未发现"}.in(lang()) : label_of(h_.state).in(lang()));
    add({"Found", "发现日期"}, std::optional(hazard.found.value));
    add({"Original due", "原定期限"}, h_.due_original);
    add({"Due", "整改期限"}, h_.due);
    if (h_.overdue) add({"Days overdue", "逾期天数"}, std::to_string(h_.days_overdue));
    if (h_.waiting) add({"Days waiting", "待答复天数"}, std::to_string(h_.days_waiting));
    add({"Owner", "责任人"}, h_.owner);
    add({"Department", "监管部门"}, named(GroupKey::department));
    if (h_.plan != nullptr) add_plan(hazard.plan);
  }

  Table take() && { return std::move(table_); }

 private:
  Lang lang() const { return request_.lang; }

  void add_answer(const Record& record, const Hazard& hazard, const AnswerText& answer_text) {
    const Answer* answer = hazard.item != kNoIndex ? record.answer_to(hazard.item) : nullptr;
    if (answer == nullptr) return;
    const std::string_view outcome = label_of(answer->outcome).in(lang());
    const std::string text = answer_text ? answer_text(record, *answer) : std::string();
    add({"Answer", "作答"}, text.empty() ? std::string(outcome) : say("{}: {}", "{}：{}", outcome, text).in(lang()));
  }

  void add_plan(const Plan& plan) {
    add({"Plan made", "计划制定日期"}, std::optional(plan.made.value));
    add({"Measures", "整改措施"}, plan.measures().value);
    if (plan.amount.present()) {
      const std::int64_t yuan = plan.amount.value / 100, rest = plan.amount.value % 100;
      const std::string amount = rest == 0 ? fmt::format("{}", yuan) : fmt::format("{}.{:02}", yuan, rest);
      const Text text = plan.source().present() ? say("{} yuan, {}", "{} 元，{}", amount, plan.source().value)
                                                : say("{} yuan", "{} 元", amount);
      add({"Funding", "整改资金"}, text.in(lang()));
    }
    add({"Until then", "临时防范措施"}, plan.interim().value);
    add({"Emergency plan", "应急预案"}, plan.emergency_plan().value);
  }

  const Request& request_;
  const HazardStatus& h_;
  Table table_;
};

std::string event_key(const Step& step) {
  switch (step.kind) {
    case StepKind::found: return "found";
    case StepKind::plan_made: return "plan";
    case StepKind::event: return std::string(key_of(step.event()->kind.value));
    case StepKind::followup: break;
  }
  return "follow-up " + std::string(key_of(step.followup()->result.value));
}

std::string event_label(std::string_view key, Lang lang) {
  if (key == "found") return std::string(Label{"found", "发现"}.in(lang));
  if (key == "plan") return std::string(Label{"plan made", "制定计划"}.in(lang));
  if (const auto kind = parse_event_kind(key)) return std::string(label_of(*kind).in(lang));
  for (FollowUpResult result : {FollowUpResult::closed, FollowUpResult::still_open, FollowUpResult::recurred}) {
    if (key != "follow-up " + std::string(key_of(result))) continue;
    const Label label = label_of(result);
    return say("follow-up: {}", "复查：{}", label.in(lang)).in(lang);
  }
  return std::string(key);
}

// What else was written with a step: "due 2020-05-01; reason: …".
std::string details_of(const Model& model, const Step& step, Lang lang) {
  std::string text;
  const auto add = [&](Label name, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += lang == Lang::zh ? "；" : "; ";
    text += name.in(lang);
    text += lang == Lang::zh ? "：" : ": ";
    text += value;
  };
  if (step.event() != nullptr && step.event()->due().present())
    add({"due", "期限"}, to_string(step.event()->due().value));
  for (const EventKey key :
       {EventKey::owner, EventKey::severity, EventKey::to, EventKey::department, EventKey::approver, EventKey::writeoff,
        EventKey::reason, EventKey::duplicate_of, EventKey::note, EventKey::corrected}) {
    const std::string_view word = word_of(step, key);
    if (word.empty()) continue;
    if (key == EventKey::to || key == EventKey::department) add(label_of(key), body_title(model, word, lang));
    else if (key == EventKey::severity) add(label_of(key), title_of(GroupKey::severity, model, word, lang));
    else add(label_of(key), word);
  }
  std::string files;
  for (const Word& file : evidence_of(step)) files.append(files.empty() ? "" : ", ").append(file.value);
  add({"evidence", "佐证"}, files);
  if (!step.allowed) add({"not allowed", "不允许的步骤"}, key_of(step.before));
  return text;
}

Table history_of(const Request& request, const HazardStatus& h) {
  Table table;
  table.columns = {{"date", {"Date", "日期"}, CellType::date},
                   {"event", {"Event", "事件"}},
                   {"by", {"By", "经办人"}},
                   {"for", {"For", "代表"}},
                   {"status", {"Status", "状态"}},
                   {"details", {"Details", "说明"}}};
  table.columns[1].label_of = event_label;
  table.columns[3].label_of = [&model = request.model](std::string_view id, Lang lang) {
    return body_title(model, id, lang);
  };
  table.columns[5].wraps = true;
  for (const Step& step : h.timeline->steps) {
    if (step.date > request.as_of) break;
    const bool verifies = step.closes || step.followup() != nullptr;
    table.rows.push_back({step.date, event_key(step), words(word_of(step, EventKey::by)),
                          words(verifies ? acting_for(request.model, h, step) : word_of(step, EventKey::acting_for)),
                          words(key_of(step.after)), words(details_of(request.model, step, request.lang))});
  }
  table.when_empty = say("nothing by that day", "截至当日没有记录");
  return table;
}

}  // namespace

Result<Report> show(const Request& request, const AnswerText& answer_text) {
  const Model& model = request.model;
  std::vector<HazardStatus> hazards;
  for (const std::string& id : request.arguments) {
    const std::optional<HazardRef> found = model.find_hazard(id);
    const auto timeline = std::find_if(request.timelines.begin(), request.timelines.end(), [&](const Timeline& t) {
      return found && t.ref.record == found->record && t.ref.hazard == found->hazard;
    });
    if (timeline != request.timelines.end()) {
      hazards.push_back(hazard_status_at(model, *timeline, request.as_of));
      continue;
    }
    if (found) return Failure{say("hazard '{}' was left out because of errors", "隐患 '{}' 因存在错误未计入", id)};
    const std::vector<std::string> known = model.hazard_ids();
    const std::vector<std::string_view> ids(known.begin(), known.end());
    if (const auto near = did_you_mean(id, ids))
      return Failure{say("no hazard '{0}'; did you mean '{1}'?", "没有隐患 '{0}'，是否指 '{1}'？", id, *near)};
    return Failure{say("no hazard '{}'; an id is ROUND/UNIT/ID", "没有隐患 '{}'，编号形式为 轮次/单位/编号", id)};
  }
  Report report = new_report(request, "show", {});
  Table& rows = report.tables.emplace_back();
  rows.name = "hazards";
  rows.columns = ledger_columns(model);
  for (Column& column : rows.columns) column.hidden_in_text = true;
  for (const HazardStatus& h : hazards) rows.rows.push_back(ledger_cells({model, h, request.lang}));
  for (const HazardStatus& h : hazards) {
    const std::string id = global_id(*h.record, *h.hazard);
    Facts facts(request, h);
    facts.fill(answer_text);
    Table table = std::move(facts).take();
    table.name = "hazard " + id;
    table.title = {id, id};
    report.tables.push_back(std::move(table));
    Table history = history_of(request, h);
    history.name = "history " + id;
    report.tables.push_back(std::move(history));
  }
  return report;
}

}  // namespace hazcheck
