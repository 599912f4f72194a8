// Places each row: round, unit, item or section, and what it says of the hazard. The log is ledger_log's.
#include "read/ledger_rows.hpp"

#include <algorithm>

#include "base/cell_list.hpp"
#include "base/text.hpp"
#include "read/ledger_row.hpp"

namespace hazcheck {
namespace {

using enum LedgerColumn;
using R = RowReading&;

bool is_guarded(std::string_view text) {
  if (!text.starts_with("'")) return false;
  text.remove_prefix(1);
  for (std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"})
    if (text.starts_with(sign)) return true;
  return false;
}

// The three parts of a global id, where the cell is one.
struct GlobalId {
  std::string round, unit, id;
};
std::optional<GlobalId> split_global(const std::string& text) {
  const std::size_t a = text.find('/'), b = text.rfind('/');
  if (a == std::string::npos || a == b) return std::nullopt;
  GlobalId g{text.substr(0, a), text.substr(a + 1, b - a - 1), text.substr(b + 1)};
  if (!is_id(g.round) || !is_id(g.unit) || !is_id(g.id)) return std::nullopt;
  return g;
}

// The line below a spreadsheet's rows that adds them up.
bool is_sum(std::string_view number) {
  const std::string word = folded_name(number);
  return word == "合计" || word == "总计" || word == "小计" || word == "共计" || lower_ascii(word) == "total";
}

bool place(R row) {
  const LedgerReading& from = row.reading;
  const std::string given = row.word(id);
  if (is_sum(given)) return row.fail(say("'{0}' is a sum, no hazard", "“{0}”行不是隐患", printable(given)));
  const auto global = split_global(given);
  std::string round_word = row.word(round);
  if (round_word.empty()) round_word = global ? global->round : from.map.round;
  const auto& rounds = from.model.campaign.rounds;
  if (round_word.empty() && rounds.size() == 1) round_word = rounds.front().id.value;
  if (round_word.empty())
    return row.fail(say("no round: give --round, or map a column to 'round'",
                        "没有轮次：请用 --round 指定，或用 --map 指定 'round' 列"));
  const auto round_id = row.names.rounds.find(round_word);
  row.entry.round = round_id ? from.model.campaign.find_round(*round_id) : nullptr;
  if (row.entry.round == nullptr) return row.fail(row.names.rounds.why_not({"round", "轮次"}, round_word));
  std::string unit_word = row.word(unit);
  if (unit_word.empty()) unit_word = row.word(unit_title);
  if (unit_word.empty() && global) unit_word = global->unit;
  if (unit_word.empty()) return row.fail(say("no unit", "没有单位"));
  const auto unit_id = row.names.units.find(unit_word);
  row.entry.unit = unit_id ? from.model.roster.find(*unit_id) : nullptr;
  if (row.entry.unit == nullptr) return row.fail(row.names.units.why_not({"unit", "单位"}, unit_word));
  const bool number =
      !given.empty() && std::all_of(given.begin(), given.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (global) row.entry.id = global->id;
  else if (number) row.entry.id = "H" + given;
  else if (is_id(given)) row.entry.id = given;
  return true;
}

// By its title, or else by a name that is usual for it.
bool place_in_section(R row, const std::string& word) {
  auto section_id = row.names.sections.find(word);
  if (!section_id && (section_id = row.names.sections.guess(word))) row.section_word = word;
  if (section_id) row.entry.item = *section_id;
  return section_id.has_value();
}

bool place_item(R row) {
  for (const LedgerColumn column : {item, item_text}) {
    const std::string word = row.word(column);
    if (word.empty()) continue;
    for (const NameIndex* names : {&row.names.items, &row.names.sections})
      if (const auto known = names->find(word)) {
        row.entry.item = *known;
        return true;
      }
    // A column of item texts may hold anything; ids that are no items are a fault.
    if (column == item && !row.has(section))
      return place_in_section(row, word) || row.fail(row.names.items.why_not({"item", "检查项"}, word));
  }
  std::string word = row.word(section);
  if (word.empty()) word = row.reading.map.section;
  if (word.empty())
    return row.fail(say("no item and no section: map a column, or give --section",
                        "没有检查项，也没有检查领域：请用 --map 指定列，或用 --section 指定"));
  return place_in_section(row, word) || row.fail(row.names.sections.why_not({"section", "检查领域"}, word));
}

bool read_plan(R row) {
  LedgerEntry& e = row.entry;
  e.measures = row.text(measures);
  e.owner = row.word(owner);
  e.source = row.word(funding_source);
  e.interim = row.text(interim);
  e.emergency_plan = row.text(emergency_plan);
  if (!row.date(planned, e.made) || !row.date(due, e.due)) return false;
  const std::string amount = row.text(funding_amount);
  if (!amount.empty() && amount != "-" && amount != "/" && amount != "—") {
    e.amount = parse_ledger_amount(amount, row.head.ten_thousands);
    if (!e.amount)
      return row.fail(say("'{0}' is not an amount of money", "'{0}' 不是金额", elide(printable(amount), 60)));
    if (*e.amount > 0 && e.source.empty()) e.source = row.reading.map.funding_source;
  }
  return true;
}

bool read_hazard(R row) {
  LedgerEntry& e = row.entry;
  e.subject = row.text(subject);
  e.location = row.text(location);
  e.description = row.text(description);
  if (e.description.empty()) return row.fail(say("no description", "没有隐患描述"));
  std::optional<Date> day;
  if (!row.date(found, day)) return false;
  if (!day) return row.fail(say("no day on which it was found", "没有发现日期"));
  e.found = *day;
  if (const std::string word = row.word(severity); !word.empty()) {
    const auto level = row.names.severities.find(word);
    if (!level) return row.fail(row.names.severities.why_not({"severity", "隐患等级"}, word));
    e.severity = *level;
  }
  std::string names = row.word(inspectors);
  std::string name;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t from = at;
    const char32_t c = at < names.size() ? next_char(names, at) : (++at, U',');
    if (c == U',' || c == U'，' || c == U'、' || c == U';' || c == U'；' || c == U'\n' || c == U'/') {
      if (!trim(name).empty()) e.inspectors.emplace_back(trim(name));
      name.clear();
    } else name += names.substr(from, at - from);
  }
  e.note = row.text(note);
  return true;
}

bool read_row(R row) {
  if (!place(row) || !place_item(row) || !read_hazard(row) || !read_plan(row) || !read_ledger_log(row)) return false;
  if (const std::string again = row.word(reopens); !again.empty() && again != "0")
    row.remark =
        say("that it was reopened is left out: the ledger does not say when", "略去重新打开的经过：台账没有写明何时");
  return true;
}

bool is_blank(std::span<const std::string_view> cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view c) { return trim(c).empty(); });
}

}  // namespace

std::string RowReading::header(LedgerColumn column) const {
  return printable(head.headers[static_cast<std::size_t>(head.cell[static_cast<std::size_t>(column)])]);
}

std::string RowReading::text(LedgerColumn column) const {
  const int at = head.cell[static_cast<std::size_t>(column)];
  if (at < 0) return {};
  std::string_view cell = cells[static_cast<std::size_t>(at)];
  if (reading.undo_guards && is_guarded(cell)) cell.remove_prefix(1);
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\r') out += cell[i];
    else if (i + 1 == cell.size() || cell[i + 1] != '\n') out += '\n';
  }
  return std::string(trim(out));
}

std::string RowReading::word(LedgerColumn column) const {
  std::string out = text(column);
  return says_nothing(out) ? std::string() : out;
}

bool RowReading::date(LedgerColumn column, std::optional<Date>& out) {
  const std::string cell = word(column);
  out = cell.empty() ? std::nullopt : parse_ledger_date(cell);
  if (out || cell.empty()) return true;
  return fail(say("'{0}' in column '{1}' is not a date", "'{1}' 列的 '{0}' 不是日期", elide(printable(cell), 40),
                  header(column)));
}

std::optional<CsvFault> read_ledger_rows(const CsvTable& table, const LedgerHead& head, const LedgerReading& reading,
                                         LedgerRows& out) {
  const LedgerNames names = ledger_names(reading.model, reading.checklist, reading.map);
  for (std::size_t r = head.row; r < table.rows(); ++r) {
    std::span<const std::string_view> cells = table.row(r);
    if (is_blank(cells)) continue;
    if (cells.size() > head.headers.size() && is_blank(cells.subspan(head.headers.size())))
      cells = cells.first(head.headers.size());
    if (cells.size() != head.headers.size())
      return CsvFault{
          r + 1, std::min(cells.size(), head.headers.size()) + 1,
          say("{0} cells where the header has {1}", "有 {0} 格，而表头有 {1} 列", cells.size(), head.headers.size())};
    LedgerEntry entry;
    entry.row = r + 1;
    RowReading row{reading, head, names, cells, entry, {}, {}};
    if (read_row(row)) {
      if (!row.remark.empty()) out.remarks.push_back({entry.row, row.remark});
      if (!row.section_word.empty()) out.guessed.emplace(row.section_word, entry.item);
      out.entries.push_back(std::move(entry));
    } else {
      out.left_out.push_back({entry.row, row.why});
    }
  }
  return std::nullopt;
}

}  // namespace hazcheck
