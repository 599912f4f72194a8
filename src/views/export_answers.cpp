// The tables of answers: one row an answer, one a subject of an `each` item, one a value given as evidence.
// Works on one record at a time, so that a city's answers never stand in memory together.
#include "base/text.hpp"
#include "views/export_columns.hpp"

namespace hazcheck {
namespace {

using namespace export_columns;  // NOLINT: names made for these files
using enum CellType;

constexpr F kItemColumn{"item", text, true, {"the item answered", "检查项"}};
constexpr F kOutcome{
    "outcome",
    text,
    false,
    {"what it amounts to: pass, fail, na or unchecked", "结论：pass 合格、fail 不合格、na 不适用、unchecked 未查"}};
constexpr F kWritten{
    "written",
    text,
    false,
    {"the word that was written in place of a value or beside it", "所写的结论词（代替或附加于取值）"}};

constexpr F kAnswers[] = {kCampaignColumn,
                          kRoundColumn,
                          kUnitColumn,
                          {"checklist", text, true, {"the record's checklist", "所答检查表"}},
                          kItemColumn,
                          kOutcome,
                          kWritten,
                          kReason,
                          kNote};
constexpr F kSubjects[] = {kCampaignColumn,
                           kRoundColumn,
                           kUnitColumn,
                           kItemColumn,
                           {"subject", text, true, {"answered for which subject", "对象"}},
                           kOutcome,
                           kWritten,
                           kReason,
                           kNote};
constexpr F kValues[] = {
    kCampaignColumn,
    kRoundColumn,
    kUnitColumn,
    kItemColumn,
    {"seq", integer, true, {"its place in the answer, from 1", "在该项作答中的次序，从 1 起"}},
    {"subject", text, false, {"for which subject", "对象"}},
    {"evidence", text, true, {"check, percent, count, date, people, match or text", "依据种类"}},
    {"value",
     text,
     true,
     {"the value; people: one a row; match: what was seen", "取值；people 每人一行；match 为实际"}},
    {"registered", text, false, {"match: what is registered", "match 的登记值"}}};

constexpr K kRecord[] = {"campaign", "round", "unit"}, kItem[] = {"campaign", "checklist", "item"},
            kAnswer[] = {"campaign", "round", "unit", "item"},
            kSubject[] = {"campaign", "round", "unit", "item", "subject"},
            kValue[] = {"campaign", "round", "unit", "item", "seq"};
constexpr ExportReference kOfAnswer[] = {{kRecord, "records"}, {kItem, "items"}};
constexpr ExportReference kToAnswer[] = {{kAnswer, "answers"}};
constexpr ExportReference kOfValue[] = {
    {kAnswer, "answers"}};  // the subject may be empty: no reference to answer_subjects

// clang-format off
constexpr ExportTable kTables[] = {
    {"answers", {"what was answered for an item", "各检查项的作答"}, kAnswers, kAnswer, kOfAnswer},
    {"answer_subjects", {"what was answered for a subject of an item", "逐一作答的检查项中各对象的结论"}, kSubjects, kSubject, kToAnswer},
    {"answer_values", {"the evidence given: percentages, dates, names …", "作答所填的比例、日期、姓名等"}, kValues, kValue, kOfValue},
};
// clang-format on

std::string number_text(double value) { return fmt::format("{}", value); }

// One value's texts, a row each: a list of people has several.
template <class Visit>
void for_texts(const EvidenceValue& v, const Visit& visit) {
  if (v.check != Answered::none) return visit(std::string(key_of(v.check)));
  switch (v.kind) {
    case Evidence::check: return;
    case Evidence::percent:
    case Evidence::count: return visit(number_text(v.number));
    case Evidence::date: return visit(to_string(v.date));
    case Evidence::people:
      for (const Word& name : v.names) visit(std::string(name.value));
      return;
    case Evidence::match:
    case Evidence::text: return visit(std::string(v.text));
  }
}

class AnswerRows {
 public:
  AnswerRows(const std::string& campaign, const Record& record, std::span<const EmitRow> emit)
      : campaign_(campaign), record_(record), emit_(emit) {}

  void answer(const AnswerDetail& a) {
    item_ = record_.checklist->items[a.item].id.value;
    seq_ = 0;
    emit_[0]({campaign_, words(record_.round_id.value), words(record_.unit_id.value),
              words(record_.checklist_ref.value), words(item_), words(key_of(a.outcome)),
              words(key_of(a.reply.result.value)), words(a.reply.reason.value), words(a.reply.note.value)});
    if (!a.uses_each) return values(a.reply);
    for (const Reply& r : a.each) {
      emit_[1]({campaign_, words(record_.round_id.value), words(record_.unit_id.value), words(item_),
                words(r.subject.value), words(key_of(r.outcome)), words(key_of(r.result.value)), words(r.reason.value),
                words(r.note.value)});
      values(r);
    }
  }

 private:
  void values(const Reply& reply) {
    // A check alone says no more than the outcome.
    if (reply.values.size() == 1 && reply.values.front().kind == Evidence::check) return;
    for (const EvidenceValue& v : reply.values)
      for_texts(v, [&](std::string value) {
        if (value.empty()) return;
        emit_[2]({campaign_, words(record_.round_id.value), words(record_.unit_id.value), words(item_), ++seq_,
                  words(reply.subject.value), words(key_of(v.kind)), std::move(value), words(v.registered)});
      });
  }

  const std::string& campaign_;
  const Record& record_;
  std::span<const EmitRow> emit_;
  std::string_view item_;
  std::int64_t seq_ = 0;
};

}  // namespace

std::span<const ExportTable> answer_tables() { return kTables; }

void answer_rows(const std::string& campaign, const Record& record, std::span<const EmitRow> emit) {
  if (record.checklist == nullptr) return;
  AnswerRows rows(campaign, record, emit);
  for (const AnswerDetail& a : record.details)
    if (a.item != kNoIndex) rows.answer(a);
}

}  // namespace hazcheck
