// The field table of a record, its defaults and look-ups. Must not know what is within an answer or a hazard.
#include "read/record_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "model/evaluate.hpp"
#include "read/answer_reader.hpp"
#include "read/field.hpp"
#include "read/file_kind.hpp"
#include "read/hazard_reader.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

struct RecordDraft {
  Record* record;
  const Node* answers = nullptr;
};

constexpr Choice<bool> kState[] = {{"draft", false, "填写中"}, {"complete", true, "已完成"}};
constexpr std::string_view kStateWords[] = {"draft", "complete"};

// clang-format off
constexpr Field<RecordDraft> kRecord[] = {
    {{"hazcheck", true, {ShapeKind::text}, {"record/1", "record/1"}}, [](D&, N, RecordDraft&) {}},
    {{"round", true, {ShapeKind::id}, {"the round, as the folder is named", "轮次，与文件夹名一致"}}, [](D& d, N n, RecordDraft& r) { d.id(n, r.record->round_id); }},
    {{"unit", true, {ShapeKind::id}, {"the unit, as the file is named", "单位，与文件名一致"}}, [](D& d, N n, RecordDraft& r) { d.id(n, r.record->unit_id); }},
    {{"checklist", true, {ShapeKind::text}, {"id/version answered", "检查表代码/版本"}}, [](D& d, N n, RecordDraft& r) { d.text(n, r.record->checklist_ref); }},
    {{"date", true, {ShapeKind::date}, {"the day of the inspection", "检查日期"}}, [](D& d, N n, RecordDraft& r) { d.date(n, r.record->date); }},
    {{"state", true, {.kind = ShapeKind::choice, .choices = kStateWords}, {"draft while being filled in, then complete", "填写中为 draft，完成后为 complete"}},
     [](D& d, N n, RecordDraft& r) { 
       r.record->complete = d.choice<bool>(n, kState).value_or(false);
       r.record->state_at = n.at;
     }},
    {{"scope", false, {.kind = ShapeKind::id, .list = true}, {"the sections inspected, where the round allows less than all", "所查领域（本轮允许时）"}},
     [](D& d, N n, RecordDraft& r) {
       r.record->has_scope = true;
       r.record->scope_at = n.at;
       d.words(n, r.record->scope, &D::id);
     }},
    {{"inspectors", true, {.kind = ShapeKind::name, .list = true}, {"who inspected", "检查人"}}, [](D& d, N n, RecordDraft& r) { d.words(n, r.record->inspectors, &D::name); }},
    {{"departments", false, {.kind = ShapeKind::id, .list = true}, {"joint rounds: which departments took part", "联合检查的参加部门"}}, [](D& d, N n, RecordDraft& r) { d.words(n, r.record->departments, &D::id); }},
    {{"answers", true, {.kind = ShapeKind::reply, .keyed = true, .nested = reply_entity}, {"item id: answer", "检查项代码: 作答"}},
     [](D&, N n, RecordDraft& r) { r.answers = &n; }},
    {{"hazards", false, {.kind = ShapeKind::mapping, .list = true, .nested = hazard_entity}, {"the hazards found", "发现的隐患"}},
     [](D& d, N n, RecordDraft& r) {
       if (!read_hazards(d, n, r.record->hazards)) r.record->lists_flawed = true;
     }},
    {{"followups", false, {.kind = ShapeKind::mapping, .list = true, .nested = followup_entity}, {"what this inspection says of earlier hazards", "对以往隐患的复查"}},
     [](D& d, N n, RecordDraft& r) {
       if (!read_followups(d, n, r.record->followups)) r.record->lists_flawed = true;
     }},
};
// clang-format on
constexpr Entity<RecordDraft> kRecordEntity{
    "record", {"one inspection of one unit in one round", "一个单位一轮检查的记录"}, kRecord};

const Checklist* checklist_of(D& d, const Model& model, const Word& ref) {
  if (!ref.present()) return nullptr;
  const std::size_t slash = ref.value.rfind('/');
  long version = 0;
  if (slash != std::string_view::npos) {
    const std::string_view digits = ref.value.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (error != std::errc() || end != digits.data() + digits.size()) version = 0;
  }
  if (slash == std::string_view::npos || version < 1) {
    d.report("HZ113", ref.at,
             say("'{0}' does not name a checklist and its version", "'{0}' 没有写明检查表及版本",
                 elide(printable(ref.value), 40)),
             say("write id/version, such as 'school-safety/1'", "写作 代码/版本，如 'school-safety/1'"));
    return nullptr;
  }
  return model.find_checklist(ref.value.substr(0, slash), version);
}

// The defaults that rest on other keys, and the look-ups.
void settle(Record& r, std::span<Hazard> hazards) {
  for (Hazard& h : hazards) {
    if (!h.found.present()) h.found.value = r.date.value;
    if (h.plan.present() && !h.plan.made.present()) h.plan.made.value = h.found.value;
    if (r.checklist == nullptr || !h.item_id.present()) continue;
    h.item = r.checklist->find_item(h.item_id.value);
    h.section = h.item != kNoIndex ? r.checklist->items[h.item].section : r.checklist->find_section(h.item_id.value);
  }
}

bool names_nobody(N list) {
  return list.is_sequence() && std::all_of(list.children.begin(), list.children.end(),
                                           [](N name) { return name.is_scalar() && is_blank(name.text); });
}

}  // namespace

bool read_record(D& d, N root, const Model& model, Arena& scratch, Record& out) {
  if (!check_kind(d, root, "record")) return false;
  RecordDraft draft{&out};
  decode_mapping(d, root, draft, kRecordEntity);
  if (draft.answers != nullptr && draft.answers->is_mapping())
    for (std::size_t i = 0; i + 1 < root.children.size(); i += 2)
      if (&root.children[i + 1] == draft.answers) out.answers_at = {root.children[i].at.begin, draft.answers->at.end};
  for (std::size_t i = 0; out.complete && i + 1 < root.children.size(); i += 2)
    if (root.children[i].text == "inspectors" && names_nobody(root.children[i + 1]))
      d.report("HZ102", root.children[i + 1].at, say("nobody is named in 'inspectors'", "'inspectors' 没有写明检查人"),
               say("name who inspected: [张三, 李四]", "请写明检查人，如 [张三, 李四]"));
  out.round = model.campaign.find_round(out.round_id.value);
  out.unit = model.roster.find(out.unit_id.value);
  out.checklist = checklist_of(d, model, out.checklist_ref);
  const std::span<Hazard> hazards(const_cast<Hazard*>(out.hazards.data()), out.hazards.size());  // NOLINT: our own copy
  settle(out, hazards);
  if (draft.answers != nullptr) {
    Decoder answer_decoder = d.borrowing(scratch);
    const std::span<AnswerDetail> details = read_answers(answer_decoder, *draft.answers, out.checklist, scratch);
    evaluate_answers(details, out, scratch);
    out.details = details;
  }
  out.sound = out.round_id.present() && out.unit_id.present() && out.date.present();
  return true;
}

EntityInfo record_entity() { return kRecordEntity.describe(); }

}  // namespace hazcheck
