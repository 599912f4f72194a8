// The tables of records: who inspected what when, the hazards found, their plans, and every event as it was recorded.
// Must not fold events into a status.
#include <set>

#include "base/text.hpp"
#include "views/export_columns.hpp"

namespace hazcheck {
namespace {

using namespace export_columns;  // NOLINT: names made for these files
using enum CellType;

constexpr F kSeq{"seq", integer, true, {"its place in the list, from 1", "在列表中的次序，从 1 起"}};
constexpr F kHazardColumn{"hazard", text, true, {"global id: round/unit/id", "隐患全号：轮次/单位/编号"}};

template <class Visit>
void for_records(From from, const Visit& visit) {
  for (const Record* r : from.records) visit(*r);
}

// A name, once for each place in the record's list.
void list_rows(From from, const EmitRow& emit, List<Word> Record::*list) {
  for_records(from, [&](const Record& r) {
    std::int64_t seq = 0;
    std::set<K> seen;
    for (const Word& w : r.*list)
      if (seen.insert(w.value).second)
        emit({from.campaign, words(r.round_id.value), words(r.unit_id.value), ++seq, words(w.value)});
  });
}

constexpr F kRecords[] = {kCampaignColumn,
                          kRoundColumn,
                          kUnitColumn,
                          {"checklist", text, false, {"the checklist answered, id/version", "所答检查表，代码/版本"}},
                          {"day", date, true, {"the day of the inspection", "检查日期"}},
                          {"complete", flag, true, {"1 complete, 0 draft", "1 已完成，0 草稿"}},
                          {"has_scope",
                           flag,
                           true,
                           {"1: only the sections in record_scope were inspected", "1 仅检查 record_scope 所列领域"}}};
void record_rows(From from, const EmitRow& emit) {
  for_records(from, [&](const Record& r) {
    emit({from.campaign, words(r.round_id.value), words(r.unit_id.value),
          words(r.checklist != nullptr ? r.checklist_ref.value : K()), r.date.value, hazcheck::flag(r.complete),
          hazcheck::flag(r.has_scope)});
  });
}

constexpr F kScope[] = {kCampaignColumn,
                        kRoundColumn,
                        kUnitColumn,
                        kSeq,
                        {"section", text, true, {"a section that was inspected", "所查领域"}}};
void scope_rows(From from, const EmitRow& emit) { list_rows(from, emit, &Record::scope); }
constexpr F kInspectors[] = {
    kCampaignColumn, kRoundColumn, kUnitColumn, kSeq, {"name", text, true, {"who inspected", "检查人"}}};
void inspector_rows(From from, const EmitRow& emit) { list_rows(from, emit, &Record::inspectors); }
constexpr F kTookPart[] = {
    kCampaignColumn, kRoundColumn, kUnitColumn, kSeq, {"department", text, true, {"which took part", "参加部门"}}};
void took_part_rows(From from, const EmitRow& emit) { list_rows(from, emit, &Record::departments); }

template <class Visit>
void for_hazards(From from, const Visit& visit) {
  for_records(from, [&](const Record& r) {
    for (const Hazard& h : r.hazards) {
      const std::string id = global_id(r, h);
      const std::optional<HazardRef> first = from.model.find_hazard(id);
      if (first && &from.model.hazard_of(*first) == &h) visit(r, h, id);
    }
  });
}

constexpr F kHazards[] = {
    kCampaignColumn,
    kHazardColumn,
    kRoundColumn,
    kUnitColumn,
    kSeq,
    {"checklist", text, false, {"the record's checklist", "所答检查表"}},
    {"section", text, false, {"the section it is on", "检查领域"}},
    {"item", text, false, {"the item it is on; empty: on the section", "检查项，空为直接登记在领域上"}},
    {"subject", text, false, {"which subject", "对象"}},
    {"location", text, false, {"where", "隐患部位"}},
    {"found", date, true, {"when it was found", "发现日期"}},
    {"severity",
     text,
     false,
     {"as written; empty: the item's, else the mildest", "所填等级，空则取检查项的，再空则最轻"}},
    {"description", text, false, {"what is wrong", "隐患描述"}}};
void hazard_rows(From from, const EmitRow& emit) {
  for_hazards(from, [&](const Record& r, const Hazard& h, const std::string& id) {
    const Checklist* c = r.checklist;
    const bool on_item = c != nullptr && h.item != kNoIndex, on_section = c != nullptr && h.section != kNoIndex;
    emit({from.campaign, id, words(r.round_id.value), words(r.unit_id.value), std::int64_t{&h - r.hazards.data() + 1},
          words(c != nullptr ? r.checklist_ref.value : K()), words(on_section ? c->sections[h.section].id.value : K()),
          words(on_item ? c->items[h.item].id.value : K()), words(h.subject().value), words(h.location().value),
          h.found.value, words(h.severity().value), words(h.description().value)});
  });
}

constexpr F kPlans[] = {kCampaignColumn,
                        kHazardColumn,
                        {"made", date, true, {"when it was made", "制定日期"}},
                        {"measures", text, false, {"what will be done", "整改措施"}},
                        {"due", date, false, {"rectified by", "整改期限"}},
                        {"funding_amount", money, false, {"yuan", "金额（元）"}},
                        {"funding_source", text, false, {"where the money comes from", "资金来源"}},
                        {"owner", text, false, {"the one person responsible", "责任人"}},
                        {"interim", text, false, {"protection until then", "临时措施"}},
                        {"emergency_plan", text, false, {"what is done if it happens", "应急预案"}}};
void plan_rows(From from, const EmitRow& emit) {
  for_hazards(from, [&](const Record&, const Hazard& h, const std::string& id) {
    const Plan& p = h.plan;
    if (!p.present()) return;
    emit({from.campaign, id, p.made.value, words(p.measures().value), day_of(p.due),
          p.amount.present() ? Cell(p.amount.value) : Cell{}, words(p.source().value), words(p.owner().value),
          words(p.interim().value), words(p.emergency_plan().value)});
  });
}

// Columns that an event and a follow-up share.
constexpr F kPerson{"person", text, false, {"who did it", "经办人"}};
constexpr F kActingFor{
    "acting_for", text, false, {"the body the person acted for, where written", "所代表的单位或部门（如有填写）"}};
constexpr F kWriteoff{"writeoff", text, false, {"write-off number", "销项编号"}};

constexpr F kEvents[] = {
    kCampaignColumn,
    kHazardColumn,
    kSeq,
    {"day", date, true, {"the day it happened", "日期"}},
    {"event",
     text,
     true,
     {"rectified, closed, rejected, reopened, deferred, regraded, reassigned, escalated, answered, supervised or voided",
      "事件：整改、销项、退回、重新打开、延期、调整等级、更换责任人、上报、答复、督办、作废"}},
    kPerson,
    kActingFor,
    kReason,
    kNote,
    kWriteoff,
    {"new_due", date, false, {"deferred, reopened: the new due", "新期限"}},
    {"new_owner", text, false, {"reassigned: the new owner", "新责任人"}},
    {"new_severity", text, false, {"regraded: the new grade", "新等级"}},
    {"escalated_to", text, false, {"authority, district or a department", "上报对象"}},
    {"department", text, false, {"answered: which department", "答复部门"}},
    {"approver", text, false, {"deferred: who approved it", "延期批准人"}},
    {"duplicate_of", text, false, {"voided: the hazard that it repeats", "与哪条隐患重复"}},
    {"corrected", text, false, {"why the entry was rewritten later", "事后更正的原因"}}};
void event_rows(From from, const EmitRow& emit) {
  for_hazards(from, [&](const Record&, const Hazard& h, const std::string& id) {
    std::int64_t seq = 0;
    for (const Event& e : h.log) {
      const auto get = [&](EventKey key) { return words(e.get(key).value); };
      emit({from.campaign, id, ++seq, e.date.value, words(key_of(e.kind.value)), get(EventKey::by),
            get(EventKey::acting_for), get(EventKey::reason), get(EventKey::note), get(EventKey::writeoff),
            day_of(e.due()), get(EventKey::owner), get(EventKey::severity), get(EventKey::to),
            get(EventKey::department), get(EventKey::approver), get(EventKey::duplicate_of), get(EventKey::corrected)});
    }
  });
}

template <class Visit>
void for_followups(From from, const Visit& visit) {
  for_records(from, [&](const Record& r) {
    std::int64_t seq = 0;
    for (const FollowUp& f : r.followups) {
      ++seq;
      if (is_exported(from.model, f)) visit(r, f, seq);
    }
  });
}

constexpr F kFollowUps[] = {kCampaignColumn,
                            kRoundColumn,
                            kUnitColumn,
                            kSeq,
                            kHazardColumn,
                            {"result",
                             text,
                             true,
                             {"closed, still-open or recurred; its day is the record's",
                              "closed 已销项、still-open 仍未整改、recurred 再次出现；日期为记录的检查日期"}},
                            kPerson,
                            kActingFor,
                            kReason,
                            kNote,
                            kWriteoff};
void followup_rows(From from, const EmitRow& emit) {
  for_followups(from, [&](const Record& r, const FollowUp& f, std::int64_t seq) {
    const auto get = [&](EventKey key) { return words(f.get(key).value); };
    emit({from.campaign, words(r.round_id.value), words(r.unit_id.value), seq, words(f.hazard.value),
          words(key_of(f.result.value)), get(EventKey::by), get(EventKey::acting_for), get(EventKey::reason),
          get(EventKey::note), get(EventKey::writeoff)});
  });
}

constexpr F kFile{"file", text, true, {"as written", "佐证文件"}};
constexpr F kFileSeq{"file_seq", integer, true, {"its place in the list, from 1", "在列表中的次序，从 1 起"}};
constexpr F kEventEvidence[] = {
    kCampaignColumn, kHazardColumn, {"seq", integer, true, {"the event's", "事件的次序"}}, kFileSeq, kFile};
void event_evidence_rows(From from, const EmitRow& emit) {
  for_hazards(from, [&](const Record&, const Hazard& h, const std::string& id) {
    for (std::size_t e = 0; e < h.log.size(); ++e) {
      std::int64_t seq = 0;
      for (const Word& file : h.log[e].evidence)
        emit({from.campaign, id, static_cast<std::int64_t>(e + 1), ++seq, words(file.value)});
    }
  });
}
constexpr F kFollowUpEvidence[] = {kCampaignColumn, kRoundColumn,
                                   kUnitColumn,     {"seq", integer, true, {"the follow-up's", "复查的次序"}},
                                   kFileSeq,        kFile};
void followup_evidence_rows(From from, const EmitRow& emit) {
  for_followups(from, [&](const Record& r, const FollowUp& f, std::int64_t seq) {
    std::int64_t file_seq = 0;
    for (const Word& file : f.evidence)
      emit({from.campaign, words(r.round_id.value), words(r.unit_id.value), seq, ++file_seq, words(file.value)});
  });
}

constexpr F kOwnerNames[] = {
    kCampaignColumn,
    {"name", text, true, {"an owner as written", "责任人姓名（原文）"}},
    {"same_name",
     text,
     true,
     {"equal for two spellings of one name: NFKC, without blanks", "同一姓名不同写法的统一形式：NFKC、去空白"}}};
void owner_name_rows(From from, const EmitRow& emit) {
  std::set<K> names;
  for_hazards(from, [&](const Record&, const Hazard& h, const std::string&) {
    if (h.plan.owner().present()) names.insert(h.plan.owner().value);
    for (const Event& e : h.log)
      if (const Word& to = e.get(EventKey::owner); to.present()) names.insert(to.value);
  });
  for (K name : names) emit({from.campaign, words(name), folded_name(name)});
}

constexpr K kCampaign[] = {"campaign"}, kChecklist[] = {"campaign", "checklist"}, kRound[] = {"campaign", "round"},
            kUnit[] = {"campaign", "unit"}, kRecord[] = {"campaign", "round", "unit"},
            kRecordSeq[] = {"campaign", "round", "unit", "seq"}, kHazard[] = {"campaign", "hazard"},
            kHazardSeq[] = {"campaign", "hazard", "seq"}, kEventFile[] = {"campaign", "hazard", "seq", "file_seq"},
            kFollowUpFile[] = {"campaign", "round", "unit", "seq", "file_seq"},
            kDepartment[] = {"campaign", "department"}, kSection[] = {"campaign", "checklist", "section"},
            kItem[] = {"campaign", "checklist", "item"}, kSeverity[] = {"campaign", "severity"},
            kNewSeverity[] = {"campaign", "new_severity"}, kOwner[] = {"campaign", "owner"},
            kNewOwner[] = {"campaign", "new_owner"}, kName[] = {"campaign", "name"};

constexpr ExportReference kOfRecord[] = {{kRound, "rounds"}, {kUnit, "units"}, {kChecklist, "checklists"}};
constexpr ExportReference kToRecord[] = {{kRecord, "records"}};
constexpr ExportReference kOfTookPart[] = {{kRecord, "records"}, {kDepartment, "departments"}};
constexpr ExportReference kOfHazard[] = {
    {kRecord, "records"}, {kSection, "sections"}, {kItem, "items"}, {kSeverity, "severities"}};
constexpr ExportReference kOfPlan[] = {{kHazard, "hazards"}, {kOwner, "owner_names"}};
constexpr ExportReference kOfEvent[] = {
    {kHazard, "hazards"}, {kNewSeverity, "severities"}, {kNewOwner, "owner_names"}, {kDepartment, "departments"}};
constexpr ExportReference kOfFollowUp[] = {{kRecord, "records"}, {kHazard, "hazards"}};
constexpr ExportReference kToEvent[] = {{kHazardSeq, "events"}};
constexpr ExportReference kToFollowUp[] = {{kRecordSeq, "followups"}};
constexpr ExportReference kToCampaign[] = {{kCampaign, "campaigns"}};

// clang-format off
constexpr ExportTable kTables[] = {
    {"records", {"one inspection of one unit in one round", "一个单位一轮检查的记录"}, kRecords, kRecord, kOfRecord, record_rows},
    {"record_scope", {"sections inspected, of records with a scope", "限定范围的记录所查领域"}, kScope, kRecordSeq, kToRecord, scope_rows},
    {"record_inspectors", {"who inspected", "检查人"}, kInspectors, kRecordSeq, kToRecord, inspector_rows},
    {"record_departments", {"departments that took part", "参加部门"}, kTookPart, kRecordSeq, kOfTookPart, took_part_rows},
    {"owner_names", {"owners as written, and what tells that two are one", "责任人写法对照"}, kOwnerNames, kName, kToCampaign, owner_name_rows},
    {"hazards", {"hazards as found", "发现的隐患"}, kHazards, kHazard, kOfHazard, hazard_rows},
    {"plans", {"how they will be rectified", "整改计划"}, kPlans, kHazard, kOfPlan, plan_rows},
    {"events", {"what happened since, as recorded", "处理记录（原样）"}, kEvents, kHazardSeq, kOfEvent, event_rows},
    {"event_evidence", {"files of events", "处理记录的佐证"}, kEventEvidence, kEventFile, kToEvent, event_evidence_rows},
    {"followups", {"what later inspections said of hazards", "后续检查的复查结果"}, kFollowUps, kRecordSeq, kOfFollowUp, followup_rows},
    {"followup_evidence", {"files of follow-ups", "复查的佐证"}, kFollowUpEvidence, kFollowUpFile, kToFollowUp, followup_evidence_rows},
};
// clang-format on

}  // namespace

ExportFrom export_from(const Model& model, std::string campaign) {
  ExportFrom from{model, std::move(campaign), {}};
  std::set<std::pair<const Round*, const Unit*>> seen;
  for (const Record& r : model.records)
    if (r.sound && r.round != nullptr && r.unit != nullptr && seen.emplace(r.round, r.unit).second)
      from.records.push_back(&r);
  return from;
}

bool is_exported(const Model& model, const FollowUp& followup) {
  const std::optional<HazardRef> found = model.find_hazard(followup.hazard.value);
  return found && model.record_of(*found).sound;
}

std::span<const ExportTable> record_tables() { return kTables; }

}  // namespace hazcheck
