// The cells of one row: what stands in them, what the row above stands in for, and who is meant by several names.
// Whatever is taken for more than it says is told in the hazard's note.
#include "read/ledger_row.hpp"

#include <algorithm>

#include "base/cell_list.hpp"
#include "base/text.hpp"
#include "read/names.hpp"

namespace hazcheck {
namespace {

using enum LedgerColumn;

bool is_guarded(std::string_view text) {
  if (!text.starts_with("'")) return false;
  text.remove_prefix(1);
  for (std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"})
    if (text.starts_with(sign)) return true;
  return false;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& n) { return same_name(n, name); });
}

bool means_at_once(std::string_view word) {
  constexpr std::string_view kAtOnce[] = {"立即", "立即整改", "立行立改", "即知即改", "当场",       "当场整改",
                                          "马上", "即时",     "asap",     "at once",  "immediately"};
  return std::find(std::begin(kAtOnce), std::end(kAtOnce), lower_ascii(word)) != std::end(kAtOnce);
}

}  // namespace

void RowReading::add_to(std::string& note, std::string_view sentence) const {
  if (!note.empty() && !sentence.empty()) note += reading.lang == Lang::zh ? "；" : "; ";
  note += sentence;
}

void RowReading::keep_in_note(const Text& what) {
  add_to(entry.note, what.in(reading.lang));
  entry.assumed.push_back(what);
}

bool RowReading::fail_at(LedgerColumn column, Text reason) {
  at = head.cell[static_cast<std::size_t>(column)];
  return fail(std::move(reason));
}

std::string RowReading::header(LedgerColumn column) const {
  return printable(head.headers[static_cast<std::size_t>(head.cell[static_cast<std::size_t>(column)])]);
}

std::string RowReading::text(LedgerColumn column) const {
  const int i = head.cell[static_cast<std::size_t>(column)];
  if (i < 0) return {};
  std::string_view cell = cells[static_cast<std::size_t>(i)];
  if (reading.undo_guards && is_guarded(cell)) cell.remove_prefix(1);
  std::string out;
  for (std::size_t c = 0; c < cell.size(); ++c) {
    if (cell[c] != '\r') out += cell[c];
    else if (c + 1 == cell.size() || cell[c + 1] != '\n') out += '\n';
  }
  return std::string(trim(out));
}

std::string RowReading::word(LedgerColumn column) const {
  std::string out = text(column);
  return says_nothing(out) ? std::string() : out;
}

std::string RowReading::merged(LedgerColumn column) {
  std::string own = word(column);
  if (!own.empty() || !below || !has(column) || !text(column).empty()) return own;
  const auto it = above.find(column);
  if (it == above.end()) return {};
  from_above.push_back(column);
  return it->second.word;
}

std::vector<std::string> RowReading::people(LedgerColumn column) const {
  const std::string cell = word(column);
  if (cell.empty() || is_western_name(cell)) return cell.empty() ? std::vector<std::string>{} : std::vector{cell};
  std::optional<std::string> listed = several_names(cell);
  if (!listed) listed = names_by_blanks(cell);
  if (!listed) return {cell};
  std::vector<std::string> listed_names;
  for (std::string_view rest = *listed; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(", "), rest.size());
    if (const std::string_view name = trim(rest.substr(0, comma)); !name.empty()) listed_names.emplace_back(name);
    rest.remove_prefix(std::min(rest.size(), comma + 2));
  }
  return listed_names;
}

// Of several who verified it one who had no part in the work, of several who did the work one who verified it too: what
// the rules say of independent verification is then true of all of them.
std::string RowReading::one_of(LedgerColumn column) const {
  const std::vector<std::string> listed_names = people(column);
  if (listed_names.size() < 2) return listed_names.empty() ? std::string() : listed_names.front();
  if (column != closed_by) {
    const std::string verifier = one_of(closed_by);
    return contains(listed_names, verifier) ? verifier : listed_names.front();
  }
  std::vector<std::string> work = people(owner);
  for (std::string& name : people(rectified_by)) work.push_back(std::move(name));
  const auto other =
      std::find_if(listed_names.begin(), listed_names.end(), [&](const auto& n) { return !contains(work, n); });
  return other == listed_names.end() ? listed_names.front() : *other;
}

std::string RowReading::person(LedgerColumn column) {
  std::string one = one_of(column);
  if (const std::string cell = word(column); one != cell)
    keep_in_note(say("'{0}' in column '{1}' is more than one name: '{2}' is taken", "“{1}”列“{0}”不止一人，暂记“{2}”",
                     elide(printable(cell), 60), header(column), printable(one)));
  return one;
}

bool RowReading::date(LedgerColumn column, std::optional<Date>& out) {
  const std::string cell = column == found ? merged(column) : word(column);
  out = cell.empty() ? std::nullopt : parse_ledger_date(cell);
  if (out || cell.empty()) return true;
  const Campaign& campaign = reading.model.campaign;
  const Date near = column == found ? campaign.start.value : entry.found;
  if (campaign.start.present() && (out = parse_day_of_year(cell, near))) {
    const std::string one = printable(cell) + " = " + to_string(*out);
    without_year =
        without_year.empty() ? Text{one, one} : Text{without_year.en + ", " + one, without_year.zh + "、" + one};
    return true;
  }
  if (column == due && means_at_once(cell)) {
    out = entry.found;
    keep_in_note(say("due '{0}': the day of finding is assumed", "整改期限为“{0}”，暂按发现日期", printable(cell)));
    return true;
  }
  return fail_at(column, say("'{0}' in column '{1}' is not a date: write it as 2020-04-07 or 2020/4/7",
                             "'{1}' 列的 '{0}' 不是日期：请写成 2020-04-07 或 2020/4/7", elide(printable(cell), 40),
                             header(column)));
}

// Told once for all cells of the row that it is true of.
void RowReading::tell_assumptions() {
  if (!cut.empty()) keep_in_note(cut);
  if (!without_year.empty())
    keep_in_note({"no year is given, the campaign's is assumed: " + without_year.en,
                  "日期未写年份，暂按本次行动的年份：" + without_year.zh});
  Text cells_above;
  for (const LedgerColumn column : from_above) {
    const Text one = say("{0} (row {1})", "{0}（第 {1} 行）", header(column), above.at(column).row);
    cells_above = cells_above.empty() ? one : Text{cells_above.en + ", " + one.en, cells_above.zh + "、" + one.zh};
  }
  if (!cells_above.empty())
    keep_in_note({"blank as merged cells are, taken from above: " + cells_above.en,
                  "空格按合并单元格处理，暂按上方所填：" + cells_above.zh});
}

}  // namespace hazcheck
