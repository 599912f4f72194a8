// The tables of what a campaign sets up: rounds, bodies, units and checklists. Must not look at records.
#include <algorithm>
#include <array>

#include "views/export_columns.hpp"

namespace hazcheck {
namespace {

using namespace export_columns;  // NOLINT: names made for these files
using enum CellType;

constexpr F kSeq{"seq", integer, true, {"its place in the file, from 1", "在文件中的次序，从 1 起"}};
constexpr F kTitleEn{"title_en", text, false, {"title in English", "英文名称"}};
constexpr F kTitleZh{"title_zh", text, false, {"title in Chinese", "中文名称"}};

Cell en(const Title& title) { return words(title.in(Lang::en)); }
Cell zh(const Title& title) { return words(title.in(Lang::zh)); }
Cell number(std::int64_t value) { return value; }

// clang-format off
constexpr F kCampaigns[] = {
    kCampaignColumn, kTitleEn, kTitleZh,
    {"checklist", text, false, {"id of the checklist that records answer", "所用检查表的代码"}},
    {"authority", text, true, {"id of the authority", "主管部门代码"}},
    {"authority_title_en", text, false, {"the authority in English", "主管部门英文名称"}},
    {"authority_title_zh", text, false, {"the authority in Chinese", "主管部门中文名称"}},
    {"start_day", date, false, {"the day the campaign starts", "启动日期"}},
    {"due_soon_days", integer, true, {"days ahead in which a hazard is due soon", "提前多少天算即将到期"}},
    {"plan_days", integer, true, {"days in which a hazard gets its plan", "多少天内应有整改计划"}},
    {"answer_days", integer, true, {"days in which an escalation is answered", "多少天内应答复上报"}},
    {"separate_verifier", flag, true, {"whoever closes is neither owner nor rectifier", "销项人须与责任人、整改人不同"}}};
void campaign_rows(From from, const EmitRow& emit) {
  const Campaign& c = from.model.campaign;
  emit({from.campaign, en(c.title), zh(c.title), words(c.checklist.value), words(c.authority.id.value), en(c.authority.title),
        zh(c.authority.title), day_of(c.start), number(c.policy.due_soon_days), number(c.policy.plan_days),
        number(c.policy.answer_days), hazcheck::flag(c.policy.separate_verifier)});
}

constexpr F kDepartments[] = {kCampaignColumn, {"department", text, true, {"its id", "部门代码"}}, kSeq, kTitleEn, kTitleZh};
void department_rows(From from, const EmitRow& emit) {
  std::int64_t seq = 0;
  for (const Body& d : from.model.campaign.departments) emit({from.campaign, words(d.id.value), ++seq, en(d.title), zh(d.title)});
}

constexpr F kSeverities[] = {kCampaignColumn, {"severity", text, true, {"its id", "等级代码"}},
                             {"seq", integer, true, {"1 is the mildest", "1 为最轻"}}, kTitleEn, kTitleZh,
                             {"due_days", integer, false, {"latest first due after found", "首次期限最长天数"}},
                             {"requires_interim", flag, true, {"needs interim measures", "须有临时措施"}},
                             {"requires_emergency_plan", flag, true, {"needs an emergency plan", "须有应急预案"}}};
void severity_rows(From from, const EmitRow& emit) {
  std::int64_t seq = 0;
  for (const SeverityLevel& s : from.model.campaign.policy.severities)
    emit({from.campaign, words(s.id.value), ++seq, en(s.title), zh(s.title), s.due_days ? number(*s.due_days) : Cell{},
          hazcheck::flag(s.requires_interim), hazcheck::flag(s.requires_emergency_plan)});
}

constexpr F kRounds[] = {kCampaignColumn, {"round", text, true, {"its id", "轮次代码"}}, kSeq, kTitleEn, kTitleZh,
                         {"conducted_by", text, true, {"unit, authority or joint", "unit 自查、authority 主管部门、joint 联合"}},
                         {"first_day", date, false, {"first day of the window; empty while pending", "窗口首日，待定时为空"}},
                         {"last_day", date, false, {"last day of the window; empty while pending", "窗口末日，待定时为空"}},
                         {"plan_required", flag, true, {"hazards need a plan", "须有整改计划"}},
                         {"writeoff_required", flag, true, {"closing needs a write-off number", "须有销项编号"}},
                         {"scope_allowed", flag, true, {"a record may leave out sections", "可只查部分领域"}}};
void round_rows(From from, const EmitRow& emit) {
  constexpr std::array<K, 3> kBy{"unit", "authority", "joint"};
  std::int64_t seq = 0;
  for (const Round& r : from.model.campaign.rounds)
    emit({from.campaign, words(r.id.value), ++seq, en(r.title), zh(r.title), words(kBy[static_cast<std::size_t>(r.by.value)]),
          day(r.from.day), day(r.to.day), hazcheck::flag(r.plan_required), hazcheck::flag(r.writeoff_required), hazcheck::flag(r.scope_allowed)});
}

// A word written twice means no more than once, and would break the table's key.
template <class Visit>
void for_distinct(const std::vector<Word>& list, const Visit& visit) {
  for (auto at = list.begin(); at != list.end(); ++at)
    if (std::none_of(list.begin(), at, [&](const Word& w) { return w.value == at->value; })) visit(at->value);
}

// The three lists of a UnitFilter, a row a word.
template <class Emit>
void filter_words(const UnitFilter& filter, const Emit& emit) {
  for_distinct(filter.types, [&](K value) { emit("type", value); });
  for_distinct(filter.traits, [&](K value) { emit("trait", value); });
  for_distinct(filter.ids, [&](K value) { emit("unit", value); });
}
constexpr F kFilterKind{"kind", text, true, {"type: one of them is enough; trait: all are needed; unit: added by id", "type 类型（任一）、trait 特征（全部）、unit 单位（另加）"}};
constexpr F kFilterValue{"value", text, true, {"the type, trait or unit", "类型、特征或单位代码"}};

constexpr F kRoundFilters[] = {kCampaignColumn, {"round", text, true, {"the round; without rows here it inspects every unit", "轮次；没有行即检查全部单位"}}, kFilterKind, kFilterValue};
void round_filter_rows(From from, const EmitRow& emit) {
  for (const Round& r : from.model.campaign.rounds)
    filter_words(r.units, [&](K kind, K value) { emit({from.campaign, words(r.id.value), words(kind), words(value)}); });
}

constexpr F kCodes[] = {kCampaignColumn, {"kind", text, true, {"type, trait or area", "type 单位类型、trait 特征、area 街镇"}},
                        {"code", text, true, {"its id", "代码"}}, kSeq, kTitleEn, kTitleZh};
void code_rows(From from, const EmitRow& emit) {
  const Campaign& c = from.model.campaign;
  const auto list = [&](K kind, const std::vector<NamedId>& ids) {
    std::int64_t seq = 0;
    for (const NamedId& n : ids) emit({from.campaign, words(kind), words(n.id.value), ++seq, en(n.title), zh(n.title)});
  };
  list("type", c.types);
  list("trait", c.traits);
  list("area", c.areas);
}

constexpr F kUnits[] = {kCampaignColumn, {"unit", text, true, {"its id", "单位代码"}}, kSeq, kTitleEn, kTitleZh,
                        {"type", text, false, {"its type, a code", "单位类型代码"}}, {"area", text, false, {"town or street, a code", "街镇代码"}},
                        {"students", integer, false, {"how many students", "学生人数"}},
                        {"valid_from", date, false, {"first day in the roster", "名册有效起始日"}},
                        {"valid_to", date, false, {"last day in the roster", "名册有效截止日"}}};
void unit_rows(From from, const EmitRow& emit) {
  std::int64_t seq = 0;
  for (const Unit& u : from.model.roster.units)
    emit({from.campaign, words(u.id.value), ++seq, en(u.title), zh(u.title), words(u.type.value), words(u.area.value),
          u.students ? number(*u.students) : Cell{}, day_of(u.valid_from), day_of(u.valid_to)});
}

constexpr F kUnitTraits[] = {kCampaignColumn, {"unit", text, true, {"the unit", "单位"}}, {"trait", text, true, {"a code", "特征代码"}}};
void unit_trait_rows(From from, const EmitRow& emit) {
  for (const Unit& u : from.model.roster.units)
    for_distinct(u.traits, [&](K trait) { emit({from.campaign, words(u.id.value), words(trait)}); });
}

constexpr F kPeople[] = {kCampaignColumn, {"body_kind", text, true, {"authority, department or unit", "authority 主管部门、department 部门、unit 单位"}},
                         {"body", text, true, {"the body's id", "所属代码"}}, kSeq, {"name", text, true, {"the person", "姓名"}},
                         {"role", text, false, {"what the person does there", "职责"}}};
void people_rows(From from, const EmitRow& emit) {
  const auto list = [&](K kind, const Word& body, const std::vector<Person>& people) {
    std::int64_t seq = 0;
    for (const Person& p : people) emit({from.campaign, words(kind), words(body.value), ++seq, words(p.name.value), words(p.role.value)});
  };
  const Campaign& c = from.model.campaign;
  list("authority", c.authority.id, c.authority.people);
  for (const Body& d : c.departments) list("department", d.id, d.people);
  for (const Unit& u : from.model.roster.units) list("unit", u.id, u.people);
}

constexpr F kSubjects[] = {kCampaignColumn, {"unit", text, true, {"the unit", "单位"}}, {"kind", text, true, {"vehicle and the like", "对象种类，如 vehicle"}},
                           kSeq, {"subject", text, true, {"such as the plate", "对象，如车牌"}}};
void subject_rows(From from, const EmitRow& emit) {
  for (const Unit& u : from.model.roster.units)
    for (const SubjectKind& k : u.subjects) {
      std::int64_t seq = 0;
      for (const Word& name : k.names) emit({from.campaign, words(u.id.value), words(k.kind.value), ++seq, words(name.value)});
    }
}

constexpr F kChecklistRef{"checklist", text, true, {"id/version", "检查表代码/版本"}};
std::string ref_of(const Checklist& c) { return fmt::format("{}/{}", c.id.value, c.version.value); }

constexpr F kChecklists[] = {kCampaignColumn, kChecklistRef, {"checklist_id", text, true, {"its id", "检查表代码"}},
                             {"version", integer, true, {"its version", "版本"}}, kTitleEn, kTitleZh};
void checklist_rows(From from, const EmitRow& emit) {
  for (const Checklist& c : from.model.checklists)
    emit({from.campaign, ref_of(c), words(c.id.value), number(c.version.value), en(c.title), zh(c.title)});
}

constexpr F kSections[] = {kCampaignColumn, kChecklistRef, {"section", text, true, {"its id", "领域代码"}}, kSeq, kTitleEn, kTitleZh,
                           {"department", text, false, {"who supervises the area", "监管部门"}},
                           {"covered_elsewhere", flag, true, {"kept, not asked, in no rate", "另行检查，不计入各项比率"}}};
void section_rows(From from, const EmitRow& emit) {
  for (const Checklist& c : from.model.checklists) {
    std::int64_t seq = 0;
    for (const Section& s : c.sections)
      emit({from.campaign, ref_of(c), words(s.id.value), ++seq, en(s.title), zh(s.title), words(s.department.value), hazcheck::flag(s.covered_elsewhere)});
  }
}

constexpr F kItems[] = {kCampaignColumn, kChecklistRef, {"item", text, true, {"its id", "检查项代码"}}, {"section", text, true, {"its section", "所属领域"}}, kSeq,
                        {"text_en", text, false, {"what is checked, in English", "英文检查内容"}}, {"text_zh", text, false, {"what is checked, in Chinese", "中文检查内容"}},
                        {"evidence", text, true, {"kinds of evidence, separated by blanks", "依据种类，以空格分隔"}},
                        {"answered_for", text, false, {"the kind of subject it is answered for; empty: once", "逐一作答的对象种类，空为整体作答"}},
                        {"severity", text, false, {"default of hazards on it", "隐患默认等级"}},
                        {"basis_en", text, false, {"legal basis, in English", "英文依据"}}, {"basis_zh", text, false, {"legal basis, in Chinese", "中文依据"}}};
void item_rows(From from, const EmitRow& emit) {
  for (const Checklist& c : from.model.checklists) {
    std::int64_t seq = 0;
    for (const Item& i : c.items) {
      std::string kinds;
      for (Evidence e : i.evidence) kinds.append(kinds.empty() ? "" : " ").append(key_of(e));
      emit({from.campaign, ref_of(c), words(i.id.value), words(c.sections[i.section].id.value), ++seq, en(i.text), zh(i.text), kinds,
            words(i.each), words(i.severity.value), en(i.basis), zh(i.basis)});
    }
  }
}

constexpr F kItemFilters[] = {kCampaignColumn, kChecklistRef, {"item", text, true, {"the item; without rows here it applies to every unit", "检查项；没有行即适用于全部单位"}}, kFilterKind, kFilterValue};
void item_filter_rows(From from, const EmitRow& emit) {
  for (const Checklist& c : from.model.checklists)
    for (const Item& i : c.items)
      filter_words(i.applies, [&](K kind, K value) { emit({from.campaign, ref_of(c), words(i.id.value), words(kind), words(value)}); });
}

constexpr K kCampaign[] = {"campaign"}, kDepartment[] = {"campaign", "department"}, kSeverity[] = {"campaign", "severity"},
            kRound[] = {"campaign", "round"}, kRoundFilterKey[] = {"campaign", "round", "kind", "value"},
            kCodeKey[] = {"campaign", "kind", "code"}, kUnit[] = {"campaign", "unit"}, kTraitKey[] = {"campaign", "unit", "trait"},
            kPersonKey[] = {"campaign", "body_kind", "body", "seq"}, kSubjectKey[] = {"campaign", "unit", "kind", "seq"},
            kChecklist[] = {"campaign", "checklist"}, kSection[] = {"campaign", "checklist", "section"},
            kItem[] = {"campaign", "checklist", "item"}, kItemFilterKey[] = {"campaign", "checklist", "item", "kind", "value"};

constexpr ExportReference kToCampaign[] = {{kCampaign, "campaigns"}};
constexpr ExportReference kToRound[] = {{kRound, "rounds"}};
constexpr ExportReference kToUnit[] = {{kUnit, "units"}};
constexpr ExportReference kOfSection[] = {{kChecklist, "checklists"}, {kDepartment, "departments"}};
constexpr ExportReference kOfItem[] = {{kSection, "sections"}, {kSeverity, "severities"}};
constexpr ExportReference kToItem[] = {{kItem, "items"}};

constexpr ExportTable kTables[] = {
    {"campaigns", {"the campaign and its policy", "专项及其规则"}, kCampaigns, kCampaign, {}, campaign_rows},
    {"departments", {"departments that supervise or take part", "监管与参加部门"}, kDepartments, kDepartment, kToCampaign, department_rows},
    {"severities", {"grades of hazards, mildest first", "隐患等级，由轻到重"}, kSeverities, kSeverity, kToCampaign, severity_rows},
    {"rounds", {"rounds of inspection and their windows", "检查轮次及时间窗口"}, kRounds, kRound, kToCampaign, round_rows},
    {"round_filters", {"which units a round inspects", "各轮次检查哪些单位"}, kRoundFilters, kRoundFilterKey, kToRound, round_filter_rows},
    {"codes", {"titles of unit types, traits and areas", "单位类型、特征、街镇的名称"}, kCodes, kCodeKey, kToCampaign, code_rows},
    {"units", {"the inspected units", "受检单位"}, kUnits, kUnit, kToCampaign, unit_rows},
    {"unit_traits", {"traits of units", "单位特征"}, kUnitTraits, kTraitKey, kToUnit, unit_trait_rows},
    {"people", {"people of units, departments and the authority", "单位、部门、主管部门人员"}, kPeople, kPersonKey, kToCampaign, people_rows},
    {"subjects", {"vehicles and the like of units", "单位的车辆等对象"}, kSubjects, kSubjectKey, kToUnit, subject_rows},
    {"checklists", {"checklists, each version", "检查表各版本"}, kChecklists, kChecklist, kToCampaign, checklist_rows},
    {"sections", {"sections of checklists", "检查领域"}, kSections, kSection, kOfSection, section_rows},
    {"items", {"items of checklists", "检查项"}, kItems, kItem, kOfItem, item_rows},
    {"item_filters", {"which units an item applies to", "检查项适用哪些单位"}, kItemFilters, kItemFilterKey, kToItem, item_filter_rows},
};
// clang-format on

}  // namespace

std::span<const ExportTable> setup_tables() { return kTables; }

std::vector<const ExportTable*> export_tables() {
  std::vector<const ExportTable*> all;
  for (std::span<const ExportTable> part : {setup_tables(), record_tables(), answer_tables()})
    for (const ExportTable& table : part) all.push_back(&table);
  return all;
}

}  // namespace hazcheck
