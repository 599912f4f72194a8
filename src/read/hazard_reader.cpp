// The field tables of what a record tells of hazards: the hazards with their plans and logs, and the follow-ups of
// earlier ones. Must not look at the rest of the record.
#include "read/hazard_reader.hpp"

#include <span>
#include <vector>

#include "base/number.hpp"
#include "base/text.hpp"
#include "read/meant.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

// The texts of an entry while it is read.
template <class Key>
struct TextsDraft {
  std::vector<typename Texts<Key>::Given> given;
  std::uint16_t forgotten = 0;

  void take(D& d, N n, Key key, void (D::*decode)(N, Word&)) {
    Word word;
    (d.*decode)(n, word);
    if (word.present()) given.push_back({key, word});
  }
  // Told from the rest only by being there, where prose is not kept.
  void take_prose(D& d, N n, Key key) {
    Word word;
    d.prose(n, word);
    if (!word.present()) return;
    if (d.keeps_prose()) given.push_back({key, word});
    else forgotten = static_cast<std::uint16_t>(forgotten | 1U << static_cast<unsigned>(key));
  }
  // Hands them over and is empty again.
  Texts<Key> keep(D& d) {
    const Texts<Key> kept(d.arena().copy(given), forgotten);
    given.clear();
    forgotten = 0;
    return kept;
  }
};

// What can be counted; of anything less there are reports.
bool is_whole(const Event& e) { return e.date.present() && e.kind.present(); }
bool is_whole(const Hazard& h) { return h.id.present(); }
bool is_whole(const FollowUp& f) { return f.hazard.present() && f.result.present(); }

// The whole entries of a list, each decoded in the draft's `entry`. False where one is not whole.
template <class T, class Draft>
bool read_entries(D& d, N n, const Entity<Draft>& entity, Draft& draft, T Draft::*entry, bool (*whole)(const T&),
                  List<T>& out) {
  if (!d.expect_sequence(n)) return false;
  std::vector<T> entries;
  entries.reserve(n.children.size());
  for (N item : n.children) {
    draft.*entry = T{};
    (draft.*entry).at = item.at;
    decode_mapping(d, item, draft, entity);
    (draft.*entry).texts = draft.texts.keep(d);
    if (whole(draft.*entry)) entries.push_back(draft.*entry);
  }
  out = d.arena().copy(entries);
  return entries.size() == n.children.size();
}

// One file or a list of them.
void read_evidence(D& d, N n, List<Word>& out) {
  if (n.is_sequence()) {
    d.words(n, out, &D::text);
    return;
  }
  Word one;
  d.text(n, one);
  if (one.present()) out = d.arena().copy(std::span<const Word>(&one, 1));
}

struct PlanDraft {
  Plan plan;
  TextsDraft<PlanKey> texts;
};
template <PlanKey K>
void plan_prose(D& d, N n, PlanDraft& p) {
  p.texts.take_prose(d, n, K);
}

// clang-format off
constexpr Field<PlanDraft> kFunding[] = {
    {{"amount", true, {ShapeKind::money}, {"yuan, 0 or more", "金额（元），可为 0"}}, [](D& d, N n, PlanDraft& p) { d.money(n, p.plan.amount); }},
    {{"source", false, {ShapeKind::text}, {"where the money comes from; not needed for 0", "资金来源，金额为 0 时可不填"}}, plan_prose<PlanKey::source>},
};
// clang-format on
constexpr Entity<PlanDraft> kFundingEntity{"funding", {"what the rectification costs", "整改资金"}, kFunding};

void read_funding(D& d, N n, PlanDraft& p) {
  p.plan.funding_at = n.at;
  if (!n.is_scalar()) {
    decode_mapping(d, n, p, kFundingEntity);
    return;
  }
  const std::string meant = number_meant(n.text);
  d.wrong_type(n, {"a mapping (key: value)", "一组“键: 值”"},
               meant == "0" ? say("write {{amount: 0}}", "写作 {{amount: 0}}")
               : meant.empty()
                   ? say("write {{amount: …, source: …}}", "写作 {{amount: 金额, source: 资金来源}}")
                   : say("write {{amount: {0}, source: …}}", "写作 {{amount: {0}, source: 资金来源}}", meant));
}

// clang-format off
constexpr Field<PlanDraft> kPlan[] = {
    {{"made", false, {ShapeKind::date}, {"when the plan was made; the day the hazard was found by default", "制定日期，默认为发现日"}}, [](D& d, N n, PlanDraft& p) { d.date(n, p.plan.made); }},
    {{"measures", false, {ShapeKind::text}, {"what will be done", "整改措施"}}, plan_prose<PlanKey::measures>},
    {{"due", false, {ShapeKind::date}, {"day by which it is rectified", "整改期限"}}, [](D& d, N n, PlanDraft& p) { d.date(n, p.plan.due); }},
    {{"funding", false, {.kind = ShapeKind::mapping, .nested = [] { return kFundingEntity.describe(); }}, {"{amount, source}", "资金：{amount: 金额, source: 来源}"}},
     read_funding},
    {{"owner", false, {ShapeKind::name}, {"the one person responsible", "项目责任人（一人）"}}, [](D& d, N n, PlanDraft& p) { p.texts.take(d, n, PlanKey::owner, &D::name); }},
    {{"interim", false, {ShapeKind::text}, {"protection until it is rectified", "整改前的临时防范措施"}}, plan_prose<PlanKey::interim>},
    {{"emergency_plan", false, {ShapeKind::text}, {"what is done if it happens", "应急预案"}}, plan_prose<PlanKey::emergency_plan>},
};
// clang-format on
constexpr Entity<PlanDraft> kPlanEntity{"plan", {"how a hazard will be rectified", "整改计划"}, kPlan};

struct EventDraft {
  Event event;
  TextsDraft<EventKey> texts;
};
template <EventKey K, class Draft>
void take_text(D& d, N n, Draft& draft) {
  draft.texts.take(d, n, K, &D::text);
}
template <EventKey K, class Draft>
void take_prose(D& d, N n, Draft& draft) {
  draft.texts.take_prose(d, n, K);
}
template <EventKey K, class Draft>
void take_id(D& d, N n, Draft& draft) {
  draft.texts.take(d, n, K, &D::id);
}
template <EventKey K, class Draft>
void take_name(D& d, N n, Draft& draft) {
  draft.texts.take(d, n, K, &D::name);
}
// A day that few entries have, as its text.
void take_due(D& d, N n, EventDraft& e) {
  Day day;
  d.date(n, day);
  if (day.present()) e.texts.given.push_back({EventKey::due, {d.keep(n.text), day.at}});
}

// One of `choices`; a word that people say in its place, or its label, is told apart from a slip.
template <class E>
std::optional<E> read_choice(D& d, N n, std::span<const Choice<E>> choices, std::span<const Choice<E>> spoken) {
  const auto said = [&]() -> std::optional<E> {
    if (!n.is_scalar()) return std::nullopt;
    for (const Choice<E>& c : spoken)
      if (c.word == n.text) return c.value;
    for (const Choice<E>& c : choices)
      if (label_of(c.value).zh == n.text) return c.value;
    return std::nullopt;
  }();
  if (!said) return d.choice<E>(n, choices);
  d.report("HZ104", n.at, say("unknown value '{0}'", "不认识的取值 '{0}'", n.text),
           say("write '{0}'", "请写 '{0}'", key_of(*said)));
  return std::nullopt;
}

// clang-format off
constexpr Choice<EventKind> kEvents[] = {
    {"rectified", EventKind::rectified}, {"closed", EventKind::closed},         {"rejected", EventKind::rejected},
    {"reopened", EventKind::reopened},   {"deferred", EventKind::deferred},     {"regraded", EventKind::regraded},
    {"reassigned", EventKind::reassigned}, {"escalated", EventKind::escalated}, {"answered", EventKind::answered},
    {"supervised", EventKind::supervised}, {"voided", EventKind::voided}};
// What people write in its place: the format's own words are English.
constexpr Choice<EventKind> kSpokenEvents[] = {
    {"整改", EventKind::rectified}, {"整改完成", EventKind::rectified}, {"完成整改", EventKind::rectified}, {"关闭", EventKind::closed},
    {"退回", EventKind::rejected}, {"督办", EventKind::supervised}, {"升级", EventKind::regraded}, {"降级", EventKind::regraded}};

constexpr std::string_view kEventWords[] = {"rectified", "closed", "rejected", "reopened", "deferred", "regraded",
                                            "reassigned", "escalated", "answered", "supervised", "voided"};

constexpr Field<EventDraft> kEvent[] = {
    {{"date", true, {ShapeKind::date}, {"the day it happened", "日期"}}, [](D& d, N n, EventDraft& e) { d.date(n, e.event.date); }},
    {{"event", true, {.kind = ShapeKind::choice, .choices = kEventWords}, {"what happened", "事件"}},
     [](D& d, N n, EventDraft& e) {
       if (auto v = read_choice<EventKind>(d, n, kEvents, kSpokenEvents)) e.event.kind = {*v, n.at};
     }},
    {{"by", true, {ShapeKind::name}, {"the person who did it", "经办人"}}, take_name<EventKey::by>},
    {{"for", false, {ShapeKind::id}, {"the body that the person acts for: the unit, the authority or a department", "所代表的单位或部门"}}, take_id<EventKey::acting_for>},
    {{"evidence", false, {.kind = ShapeKind::text, .or_list = true}, {"files that show it", "佐证文件"}},
     [](D& d, N n, EventDraft& e) { read_evidence(d, n, e.event.evidence); }},
    {{"writeoff", false, {ShapeKind::text}, {"write-off number", "销项编号"}}, take_text<EventKey::writeoff>},
    {{"reason", false, {ShapeKind::text}, {"why", "原因"}}, take_prose<EventKey::reason>},
    {{"note", false, {ShapeKind::text}, {"anything worth keeping", "备注"}}, take_prose<EventKey::note>},
    {{"due", false, {ShapeKind::date}, {"deferred, reopened: the new due", "延期、重新打开：新的期限"}}, take_due},
    {{"to", false, {ShapeKind::id}, {"escalated: authority, district or a department", "上报对象：authority、district 或部门代码"}}, take_id<EventKey::to>},
    {{"department", false, {ShapeKind::id}, {"answered: the department that answered", "答复部门"}}, take_id<EventKey::department>},
    {{"owner", false, {ShapeKind::name}, {"reassigned: the new owner", "新责任人"}}, take_name<EventKey::owner>},
    {{"severity", false, {ShapeKind::id}, {"regraded: the new severity", "新等级"}}, take_id<EventKey::severity>},
    {{"duplicate_of", false, {ShapeKind::text}, {"voided: the hazard that it repeats", "与哪条隐患重复"}}, take_text<EventKey::duplicate_of>},
    {{"approver", false, {ShapeKind::name}, {"deferred: who approved it, where that is not `by`", "延期批准人（与 by 不同时）"}}, take_name<EventKey::approver>},
    {{"corrected", false, {ShapeKind::text}, {"why an entry was rewritten after it was committed", "提交后更正此条的原因"}}, take_text<EventKey::corrected>},
};
// clang-format on
constexpr Entity<EventDraft> kEventEntity{
    "log entry", {"one dated event in a hazard's life", "隐患的一条处理记录"}, kEvent};

struct HazardDraft {
  Hazard hazard;
  TextsDraft<HazardKey> texts;
  PlanDraft plan;
  EventDraft entry;
};

// clang-format off
constexpr Field<HazardDraft> kHazard[] = {
    {{"id", true, {ShapeKind::id}, {"unique within the record", "记录内唯一的编号"}}, [](D& d, N n, HazardDraft& h) { d.id(n, h.hazard.id); }},
    {{"item", true, {ShapeKind::id}, {"the item, or a section for what no item lists", "检查项；没有对应检查项时填领域代码"}}, [](D& d, N n, HazardDraft& h) { d.id(n, h.hazard.item_id); }},
    {{"subject", false, {ShapeKind::text}, {"which subject, where the item has `each`", "对象（如车牌）"}}, [](D& d, N n, HazardDraft& h) { h.texts.take(d, n, HazardKey::subject, &D::text); }},
    {{"location", false, {ShapeKind::text}, {"where", "位置"}}, [](D& d, N n, HazardDraft& h) { h.texts.take_prose(d, n, HazardKey::location); }},
    {{"found", false, {ShapeKind::date}, {"when; the record's date by default", "发现日期，默认为检查日期"}}, [](D& d, N n, HazardDraft& h) { d.date(n, h.hazard.found); }},
    {{"severity", false, {ShapeKind::id}, {"its grade; the item's by default, else the mildest", "等级，默认取检查项的等级，否则最轻"}}, [](D& d, N n, HazardDraft& h) { h.texts.take(d, n, HazardKey::severity, &D::id); }},
    {{"description", true, {ShapeKind::text}, {"what is wrong", "隐患描述"}}, [](D& d, N n, HazardDraft& h) { h.texts.take_prose(d, n, HazardKey::description); }},
    {{"plan", false, {.kind = ShapeKind::mapping, .nested = [] { return kPlanEntity.describe(); }}, {"how it will be rectified", "整改计划"}},
     [](D& d, N n, HazardDraft& h) {
       h.plan.plan = Plan{};
       h.plan.plan.at = n.at;
       const std::size_t reports = d.reports();
       decode_mapping(d, n, h.plan, kPlanEntity);
       h.plan.plan.flawed = d.reports() != reports;
       h.plan.plan.texts = h.plan.texts.keep(d);
       h.hazard.plan = h.plan.plan;
     }},
    {{"log", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kEventEntity.describe(); }}, {"what happened since", "处理记录"}},
     [](D& d, N n, HazardDraft& h) {
       const std::size_t reports = d.reports();
       read_entries(d, n, kEventEntity, h.entry, &EventDraft::event, is_whole, h.hazard.log);
       h.hazard.log_flawed = d.reports() != reports;
     }},
};
// clang-format on
constexpr Entity<HazardDraft> kHazardEntity{
    "hazard", {"one hazard found by the inspection", "检查发现的一条隐患"}, kHazard};

struct FollowUpDraft {
  FollowUp followup;
  TextsDraft<EventKey> texts;
};

// clang-format off
constexpr Choice<FollowUpResult> kFollowUps[] = {
    {"closed", FollowUpResult::closed}, {"still-open", FollowUpResult::still_open}, {"recurred", FollowUpResult::recurred}};
constexpr Choice<FollowUpResult> kSpokenFollowUps[] = {
    {"已整改", FollowUpResult::closed}, {"整改到位", FollowUpResult::closed}, {"已整改到位", FollowUpResult::closed}, {"已关闭", FollowUpResult::closed},
    {"销项", FollowUpResult::closed}, {"已消除", FollowUpResult::closed}, {"未整改", FollowUpResult::still_open}, {"整改中", FollowUpResult::still_open},
    {"未整改到位", FollowUpResult::still_open}, {"未销项", FollowUpResult::still_open}, {"仍存在", FollowUpResult::still_open}, {"open", FollowUpResult::still_open},
    {"复发", FollowUpResult::recurred}, {"反弹", FollowUpResult::recurred}, {"重复出现", FollowUpResult::recurred}};
constexpr std::string_view kFollowUpWords[] = {"closed", "still-open", "recurred"};

constexpr Field<FollowUpDraft> kFollowUp[] = {
    {{"hazard", true, {ShapeKind::text}, {"global id: round/unit/id", "隐患全号：轮次/单位/编号"}}, [](D& d, N n, FollowUpDraft& f) { d.text(n, f.followup.hazard); }},
    {{"result", true, {.kind = ShapeKind::choice, .choices = kFollowUpWords}, {"what this inspection found of it", "复查结果"}},
     [](D& d, N n, FollowUpDraft& f) { if (auto v = read_choice<FollowUpResult>(d, n, kFollowUps, kSpokenFollowUps)) f.followup.result = {*v, n.at}; }},
    {{"by", true, {ShapeKind::name}, {"who checked", "复查人"}}, take_name<EventKey::by>},
    {{"for", false, {ShapeKind::id}, {"the body that the person acts for", "所代表的单位或部门"}}, take_id<EventKey::acting_for>},
    {{"writeoff", false, {ShapeKind::text}, {"write-off number", "销项编号"}}, take_text<EventKey::writeoff>},
    {{"reason", false, {ShapeKind::text}, {"why still open or recurred", "原因"}}, take_prose<EventKey::reason>},
    {{"note", false, {ShapeKind::text}, {"anything worth keeping", "备注"}}, take_prose<EventKey::note>},
    {{"evidence", false, {.kind = ShapeKind::text, .or_list = true}, {"files that show it", "佐证文件"}},
     [](D& d, N n, FollowUpDraft& f) { read_evidence(d, n, f.followup.evidence); }},
};
// clang-format on
constexpr Entity<FollowUpDraft> kFollowUpEntity{
    "follow-up", {"what this inspection says of an earlier hazard", "对以往隐患的复查"}, kFollowUp};

}  // namespace

bool read_hazards(D& d, N n, List<Hazard>& out) {
  HazardDraft draft;
  return read_entries(d, n, kHazardEntity, draft, &HazardDraft::hazard, is_whole, out);
}

bool read_followups(D& d, N n, List<FollowUp>& out) {
  FollowUpDraft draft;
  return read_entries(d, n, kFollowUpEntity, draft, &FollowUpDraft::followup, is_whole, out);
}

EntityInfo hazard_entity() { return kHazardEntity.describe(); }
EntityInfo followup_entity() { return kFollowUpEntity.describe(); }

}  // namespace hazcheck
