// The dates of a row as events. What a ledger's row cannot hold (rejections, earlier closings, all but the last
// deferral) is not made up; what an event cannot do without is assumed, and its note says so.
#include <algorithm>
#include <utility>

#include "base/cell_list.hpp"
#include "base/text.hpp"
#include "read/ledger_row.hpp"

namespace hazcheck {
namespace {

using enum LedgerColumn;
using R = RowReading&;

// A sentence where a reason is required and the ledger has no column for one.
std::string not_said(R row) {
  return std::string(row.reading.lang == Lang::zh ? "由台账导入，台账未载原因"
                                                  : "imported from a ledger that does not say why");
}

bool needs_by(R row, std::string& by, LedgerColumn column, Label what) {
  if (by.empty()) by = row.reading.map.by;
  if (!by.empty()) return true;
  return row.fail(
      {fmt::format("nobody is named who {}: map a column to '{}', or give --by NAME", what.en, name_of(column)),
       fmt::format("没有写明谁{}：请用 --map 指定 '{}' 列，或用 --by 姓名 代替", what.zh, name_of(column))});
}

// What an event needs and the ledger lacks is taken from elsewhere only in plain sight: the event's note says so.
void assume(R row, LedgerEvent& event, const Text& what) {
  row.add_to(event.note, what.in(row.reading.lang));
  row.entry.assumed.push_back(what);
}

// Said to be done or closed and no day to prove it by: the hazard is taken without the event, for an event is a fact
// that the rules and the figures rely on. Its note says what is missing, and keeps what the row had for the event.
void without_event(R row, const std::string& word, bool to_rectify, bool to_close) {
  Text what =
      !to_close    ? say("marked '{0}', but without a date: left open; add 'rectified' with its date",
                         "标为“{0}”而未载整改日期，暂按未整改；请补记整改事件（rectified）及其日期", printable(word))
      : to_rectify ? say("marked '{0}', but without any date: left open; add 'rectified' and 'closed' with their dates",
                         "标为“{0}”而未载整改和销项日期，暂按未整改；请补记整改、销项事件（rectified、closed）及其日期",
                         printable(word))
                   : say("marked '{0}', but without the day of closing: not closed; add 'closed' with its date",
                         "标为“{0}”而未载销项日期，暂按待验收；请补记销项事件（closed）及其日期", printable(word));
  if (to_close) {
    const bool number = row.entry.round->writeoff_required;
    what.en += number ? ", who verified it and the write-off number" : " and who verified it";
    what.zh += number ? "、验收人和销项编号" : "、验收人";
  }
  Text said;
  for (const LedgerColumn column : {rectified_by, evidence, closed_by, closed_for, writeoff}) {
    const std::string cell = row.word(column);
    if (cell.empty() || (!to_rectify && (column == rectified_by || column == evidence))) continue;
    const std::string one = row.header(column) + " " + printable(cell);
    said = said.empty() ? Text{one, one} : Text{said.en + ", " + one, said.zh + "、" + one};
  }
  if (!said.empty()) {
    what.en += fmt::format(" (the ledger has: {})", said.en);
    what.zh += fmt::format("（台账所载：{}）", said.zh);
  }
  row.keep_in_note(what);
}

// A closing is somebody's word that the hazard is gone.
void nobody_verified(R row, Date closed) {
  const std::string number = row.word(LedgerColumn::writeoff);
  Text what = say("closed on {0} by nobody who is named: not closed; add 'closed' with who verified it",
                  "台账载 {0} 销项而未载验收人，暂按待验收；请补记销项事件（closed）及验收人", to_string(closed));
  if (!number.empty()) {
    what.en += fmt::format(" (the ledger has: {} {})", row.header(LedgerColumn::writeoff), printable(number));
    what.zh += fmt::format("（台账所载：{} {}）", row.header(LedgerColumn::writeoff), printable(number));
  }
  row.keep_in_note(what);
}

bool closing(R row, std::optional<Date> rectified, std::optional<Date> closed) {
  const bool day_said = rectified.has_value();
  if (closed && !rectified) rectified = closed;  // nobody verifies what is not done
  if (rectified) {
    LedgerEvent e{.date = *rectified, .kind = EventKind::rectified, .by = row.person(rectified_by)};
    if (!day_said)
      assume(row, e,
             say("the ledger has no day of rectification: the day of closing is assumed",
                 "台账未载整改完成日期，暂按销项日期"));
    if (e.by.empty() && !row.entry.owner.empty()) {
      e.by = row.entry.owner;
      assume(row, e,
             say("the ledger does not say who rectified it: the owner is assumed", "台账未载整改人，暂按责任人"));
    }
    if (!needs_by(row, e.by, LedgerColumn::rectified_by, {"rectified it", "整改"})) return false;
    e.evidence = split_cell_list(row.word(LedgerColumn::evidence));
    row.entry.log.push_back(std::move(e));
  }
  if (!closed) return true;
  LedgerEvent e{.date = *closed, .kind = EventKind::closed, .by = row.person(closed_by)};
  if (e.by.empty()) e.by = row.reading.map.by;
  if (e.by.empty()) {
    nobody_verified(row, *closed);
    return true;
  }
  e.writeoff = row.word(LedgerColumn::writeoff);
  if (const std::string body = row.word(closed_for); !body.empty()) {
    const auto id = row.names.bodies.find(body);
    if (!id) return row.fail(row.names.bodies.why_not({"body", "单位或部门"}, body));
    const bool by_unit = row.entry.round->by.value == RoundBy::unit;
    const std::string_view usual = by_unit ? row.entry.unit->id.value : row.reading.model.campaign.authority.id.value;
    if (*id != usual) e.acting_for = *id;
  }
  row.entry.log.push_back(std::move(e));
  return true;
}

bool upward(R row) {
  std::optional<Date> when, reply, watched;
  if (!row.date(escalated, when) || !row.date(answered, reply) || !row.date(supervised, watched)) return false;
  std::string by;
  if ((when || reply || watched) &&
      !needs_by(row, by, LedgerColumn::escalated, {"escalated, answered or supervised it", "上报、答复或督办"}))
    return false;
  const std::string section_department = [&] {
    const Checklist& c = row.reading.checklist;
    const std::uint32_t i = c.find_item(row.entry.item),
                        s = i != kNoIndex ? c.items[i].section : c.find_section(row.entry.item);
    return s == kNoIndex ? std::string() : std::string(c.sections[s].department.value);
  }();
  std::string usual = section_department;
  if (when) {
    const std::string word = row.word(escalated_to);
    const auto id = row.names.bodies.find(word);
    if (!id)
      return row.fail(word.empty() ? say("escalated to nobody: map a column to 'escalated_to'",
                                         "没有写明上报给谁：请用 --map 指定 'escalated_to' 列")
                                   : row.names.bodies.why_not({"body", "单位或部门"}, word));
    if (row.reading.model.campaign.find_department(*id) != nullptr) usual = *id;
    row.entry.log.push_back(
        {.date = *when, .kind = EventKind::escalated, .by = by, .reason = not_said(row), .to = *id});
  }
  if (reply) {
    LedgerEvent e{.date = *reply, .kind = EventKind::answered, .by = by, .note = not_said(row)};
    if (const auto id = row.names.bodies.find(row.word(department));
        id && *id != usual && row.reading.model.campaign.find_department(*id) != nullptr)
      e.department = *id;
    row.entry.log.push_back(std::move(e));
  }
  if (watched) row.entry.log.push_back({.date = *watched, .kind = EventKind::supervised, .by = by});
  return true;
}

// The original due goes into the plan and the later one into a deferral, where the ledger has both.
bool deferral(R row) {
  std::optional<Date> first;
  if (!row.date(due_original, first)) return false;
  LedgerEntry& e = row.entry;
  const std::optional<Date> last = e.due;
  if (!first || !last || *first == *last) {
    if (!last) e.due = first;
    return true;
  }
  if (*last < *first) {
    row.remark = say("the original due {0} is left out: the due {1} is before it",
                     "略去原定期限 {0}：整改期限 {1} 早于它", to_string(*first), to_string(*last));
    return true;
  }
  LedgerEvent moved{
      .date = e.made.value_or(e.found), .kind = EventKind::deferred, .reason = not_said(row), .due = last};
  if (!needs_by(row, moved.by, LedgerColumn::due, {"deferred it", "批准延期"})) return false;
  assume(row, moved,
         e.made ? say("the ledger has no day of the deferral: the day of the plan is assumed",
                      "台账未载延期批准日期，暂按计划制定日期")
                : say("the ledger has no day of the deferral: the day of finding is assumed",
                      "台账未载延期批准日期，暂按发现日期"));
  e.due = first;
  e.log.push_back(std::move(moved));
  if (const std::string count = row.word(deferrals); !count.empty() && count != "1" && count != "0")
    row.remark = say("{0} deferrals become one", "{0} 次延期合为一次", printable(count));
  return true;
}

// Words for how far a hazard has come. Only held against the dates: a status is never stored.
enum class Stage { unknown, open, rectified, closed, voided };
Stage stage_of(std::string_view word) {
  constexpr std::string_view kClosed[] = {"closed", "已销项", "销项",   "已销号", "销号",
                                          "已闭环", "闭环",   "已验收", "已核销"};
  constexpr std::string_view kRectified[] = {"rectified", "待验收",     "已整改",   "整改完成",  "已完成",
                                             "完成",      "已整改完成", "整改完毕", "是",        "待销项",
                                             "待销号",    "已整改完毕", "整改到位", "已整改到位"};
  constexpr std::string_view kOpen[] = {"unplanned", "planned", "未制定计划", "整改中", "正在整改", "未整改",
                                        "否",        "未完成",  "未销项",     "未销号", "待整改"};
  constexpr std::string_view kVoid[] = {"void", "已作废", "作废"};
  const auto in = [&](std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  return in(kClosed)      ? Stage::closed
         : in(kRectified) ? Stage::rectified
         : in(kOpen)      ? Stage::open
         : in(kVoid)      ? Stage::voided
                          : Stage::unknown;
}

Stage stage_in(const std::string& word) { return stage_of(lower_ascii(folded_name(word))); }

// A date, or how far it has come in its place: 整改完成时间: 已整改.
bool date_or_stage(R row, LedgerColumn column, std::optional<Date>& day, std::string& said) {
  const std::string word = row.word(column);
  const Stage stage = stage_in(word);
  if (word.empty() || stage == Stage::unknown || stage == Stage::voided) return row.date(column, day);
  said = column == closed && stage == Stage::rectified ? "已销项" : word;
  return true;
}

bool agrees(R row, std::string instead, const std::optional<Date>& rectified, const std::optional<Date>& closed) {
  std::string word = row.word(status);
  if (word.empty()) word = std::move(instead);
  else if (!instead.empty() && stage_in(instead) != stage_in(word)) {
    row.keep_in_note(say("'{0}' stands where a date should", "日期格内写的是“{0}”", printable(instead)));
    if (stage_in(word) == Stage::unknown) std::swap(word, instead);
  }
  const Stage stage = stage_in(word);
  if (stage == Stage::voided)
    return row.fail(
        say("it is void, and the ledger says neither when nor why", "已作废，而台账没有写明何时、为何作废"));
  if (stage == Stage::closed && !closed) without_event(row, word, !rectified, true);
  if (stage == Stage::rectified && !rectified && !closed) without_event(row, word, true, false);
  if (stage == Stage::open && closed)
    return row.fail(
        say("its status is '{0}', and yet it has a day of closing", "状态为 '{0}'，却有销项日期", printable(word)));
  if (stage == Stage::unknown && !word.empty() && word != row.entry.note)  // free text: kept
    row.add_to(row.entry.note, word);
  return true;
}

}  // namespace

bool read_ledger_log(RowReading& row) {
  std::optional<Date> done, off;
  std::string done_said, off_said;
  if (!date_or_stage(row, rectified, done, done_said) || !date_or_stage(row, closed, off, off_said)) return false;
  if (!agrees(row, off_said.empty() ? done_said : off_said, done, off) || !deferral(row) || !upward(row) ||
      !closing(row, done, off))
    return false;
  row.tell_assumptions();
  std::vector<LedgerEvent>& log = row.entry.log;
  std::stable_sort(log.begin(), log.end(), [](const LedgerEvent& a, const LedgerEvent& b) { return a.date < b.date; });
  if (!row.entry.note.empty() && !log.empty()) {
    const std::string assumed = std::exchange(log.back().note, std::exchange(row.entry.note, {}));
    row.add_to(log.back().note, assumed);
  }
  return true;
}

}  // namespace hazcheck
