// Places each row: round, unit, item or section, and what it says of the hazard. The log is ledger_log's.
#include "read/ledger_rows.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/ledger_row.hpp"

namespace hazcheck {
namespace {

using enum LedgerColumn;
using R = RowReading&;

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

// What a sum's line begins with, and one that says who filled it in.
bool is_below_the_rows(const std::string& start) {
  constexpr std::string_view kSums[] = {"合计", "总计", "小计", "共计", "total"};
  constexpr std::string_view kSigned[] = {"填表人", "填报人", "填报单位", "填报日期",   "填表日期",
                                          "制表人", "制表",   "审核人",   "单位负责人", "负责人签字",
                                          "注",     "备注",   "说明"};
  const auto begins = [&](std::span<const std::string_view> words, std::string_view behind, bool alone) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
      if (!start.starts_with(w)) return false;
      return start.size() == w.size() ? alone : behind.find(start[w.size()]) != std::string_view::npos;
    });
  };
  return begins(kSums, ":(0123456789", true) || begins(kSigned, ":(", false);
}

bool is_hazard(R row) {
  const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](auto c) { return !trim(c).empty(); });
  const bool alone = row.text(description).empty() && is_blank(std::span(first + 1, row.cells.end()));
  const bool prose = first - row.cells.begin() == row.head.cell[static_cast<std::size_t>(description)];
  if (!alone && (prose || !is_below_the_rows(lower_ascii(folded_name(*first))))) return true;
  row.passed = true;
  return row.fail(say("'{0}' is no hazard", "“{0}”行不是隐患", elide(printable(trim(*first)), 60)));
}

bool place(R row) {
  const LedgerReading& from = row.reading;
  const std::string given = row.word(id);
  const auto global = split_global(given);
  std::string round_word = row.word(round);
  if (round_word.empty()) round_word = global ? global->round : from.map.round;
  if (round_word.empty()) round_word = row.merged(round);
  const auto& rounds = from.model.campaign.rounds;
  if (round_word.empty() && rounds.size() == 1) round_word = rounds.front().id.value;
  if (round_word.empty())
    return row.fail(say("no round: give --round, or map a column to 'round'",
                        "没有轮次：请用 --round 指定，或用 --map 指定 'round' 列"));
  const auto round_id = row.names.rounds.find(round_word);
  row.entry.round = round_id ? from.model.campaign.find_round(*round_id) : nullptr;
  if (row.entry.round == nullptr) return row.fail_at(round, row.names.rounds.why_not({"round", "轮次"}, round_word));
  std::string unit_word = row.word(unit);
  if (unit_word.empty()) unit_word = row.word(unit_title);
  if (unit_word.empty() && global) unit_word = global->unit;
  if (unit_word.empty()) unit_word = row.merged(row.has(unit) && row.above.contains(unit) ? unit : unit_title);
  if (unit_word.empty()) return row.fail(say("no unit", "没有单位"));
  const auto unit_id = row.names.units.find(unit_word);
  row.entry.unit = unit_id ? from.model.roster.find(*unit_id) : nullptr;
  if (row.entry.unit == nullptr)
    return row.fail_at(row.word(unit).empty() ? unit_title : unit,
                       row.names.units.why_not({"unit", "单位"}, unit_word));
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

// 消防、食品: a hazard has one place. False without a reason: it is no list.
bool place_in_first_of(R row, const std::string& word) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(word, at);
    if (c == U'、' || c == U'，' || c == U',' || c == U'/' || c == U';' || c == U'；' || c == U'\n' || c == U'+')
      parts.emplace_back();
    else parts.back() += word.substr(from, at - from);
  }
  std::erase_if(parts, [](const std::string& p) { return trim(p).empty(); });
  if (parts.size() < 2) return false;
  for (const std::string& part : parts)
    if (!place_in_section(row, part))
      return row.fail_at(section, row.names.sections.why_not({"section", "检查领域"}, part));
  row.section_word.clear();  // of the last one
  place_in_section(row, parts.front());
  row.keep_in_note(say("'{0}' is several sections: '{1}' is taken; where it is several hazards, give each a row",
                       "“{0}”为多个领域，暂归“{1}”；如是几条隐患，请分行填写", elide(printable(word), 60),
                       printable(trim(parts.front()))));
  return true;
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
      return place_in_section(row, word) || row.fail_at(item, row.names.items.why_not({"item", "检查项"}, word));
  }
  std::string word = row.word(section);
  if (word.empty()) word = row.reading.map.section;
  if (word.empty()) word = row.merged(section);
  if (word.empty())
    return row.fail(say("no item and no section: map a column, or give --section",
                        "没有检查项，也没有检查领域：请用 --map 指定列，或用 --section 指定"));
  return place_in_section(row, word) || place_in_first_of(row, word) ||
         (row.why.empty() && row.fail_at(section, row.names.sections.why_not({"section", "检查领域"}, word)));
}

bool read_plan(R row) {
  LedgerEntry& e = row.entry;
  e.measures = row.text(measures);
  e.owner = row.person(owner);
  e.source = row.word(funding_source);
  e.interim = row.text(interim);
  e.emergency_plan = row.text(emergency_plan);
  if (!row.date(planned, e.made) || !row.date(due, e.due)) return false;
  const std::string amount = row.text(funding_amount);
  if (!amount.empty() && amount != "-" && amount != "/" && amount != "—") {
    e.amount = parse_ledger_amount(amount, row.head.ten_thousands);
    if (!e.amount)
      return row.fail_at(funding_amount,
                         say("'{0}' in column '{1}' is not an amount of money: write it as 1200元 or 0.12万元",
                             "'{1}' 列的 '{0}' 不是金额：请写成 1200元 或 0.12万元", elide(printable(amount), 60),
                             row.header(funding_amount)));
    if (*e.amount > 0 && e.source.empty()) e.source = row.reading.map.funding_source;
  }
  return true;
}

// No likeness is offered: 较大 is not 重大.
Text no_severity(R row, const std::string& word) {
  Text known;
  for (const SeverityLevel& level : row.reading.model.campaign.policy.severities) {
    known.en.append(known.en.empty() ? "" : ", ").append(level.title.in(row.reading.lang));
    known.zh.append(known.zh.empty() ? "" : "、").append(level.title.in(row.reading.lang));
  }
  const std::string shown = elide(printable(word), 60);
  return {fmt::format("no severity is called '{}': write one of {}, or say under 'severities' in --map which one it is",
                      shown, known.en),
          fmt::format("没有叫 '{}' 的隐患等级：请写 {} 之一，或在 --map 的 severities 中指明", shown, known.zh)};
}

bool read_hazard(R row) {
  LedgerEntry& e = row.entry;
  e.subject = row.text(subject);
  e.location = row.text(location);
  e.description = row.text(description);
  if (e.description.empty()) return row.fail_at(description, say("no description", "没有隐患描述"));
  std::optional<Date> day;
  if (!row.date(found, day)) return false;
  if (!day) return row.fail_at(found, say("no day on which it was found", "没有发现日期"));
  e.found = *day;
  if (const std::string word = row.word(severity); !word.empty()) {
    const auto level = row.names.severities.find(word);
    if (!level) return row.fail_at(severity, no_severity(row, word));
    e.severity = *level;
  }
  std::string names = row.merged(inspectors);
  std::string name;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t from = at;
    const char32_t c = at < names.size() ? next_char(names, at) : (++at, U',');
    if (c == U',' || c == U'，' || c == U'、' || c == U';' || c == U'；' || c == U'\n' || c == U'/') {
      if (!trim(name).empty()) e.inspectors.emplace_back(trim(name));
      name.clear();
    } else name += names.substr(from, at - from);
  }
  return true;
}

bool read_row(R row) {
  row.entry.note = row.text(note);
  if (!is_hazard(row) || !place(row) || !place_item(row) || !read_hazard(row) || !read_plan(row) ||
      !read_ledger_log(row))
    return false;
  if (const std::string again = row.word(reopens); !again.empty() && again != "0")
    row.remark =
        say("that it was reopened is left out: the ledger does not say when", "略去重新打开的经过：台账没有写明何时");
  return true;
}

}  // namespace

namespace {

// A row of a unit of its own ends what was merged above it.
void look_above(R row, CellsAbove& above) {
  const std::string own = row.word(unit).empty() ? row.word(unit_title) : row.word(unit);
  row.below = (own.empty() && !split_global(row.word(id))) || (above.contains(unit) && above[unit].word == own) ||
              (above.contains(unit_title) && above[unit_title].word == own);
  if (!row.below) above.clear();
}

void keep_above(const RowReading& row, CellsAbove& above) {
  for (const LedgerColumn column : {unit, unit_title, round, section, found, inspectors})
    if (std::string word = row.word(column); !word.empty()) above[column] = {std::move(word), row.entry.row};
}

Text too_long(std::size_t cells, std::size_t headers) {
  return say("{0} cells where the header has {1}: a cell with a comma in it has to stand in double quotes",
             "有 {0} 格，而表头有 {1} 列：含逗号的单元格须加双引号", cells, headers);
}

}  // namespace

std::optional<CsvFault> read_ledger_rows(const CsvTable& table, const LedgerHead& head, const LedgerReading& reading,
                                         LedgerRows& out) {
  const LedgerNames names = ledger_names(reading.model, reading.checklist, reading.map);
  CellsAbove above;
  std::vector<std::string_view> padded;
  for (std::size_t r = head.row; r < table.rows(); ++r) {
    std::span<const std::string_view> cells = table.row(r);
    if (is_blank(cells)) continue;
    if (cells.size() > head.headers.size() && is_blank(cells.subspan(head.headers.size())))
      cells = cells.first(head.headers.size());
    if (cells.size() > head.headers.size())
      return CsvFault{r + 1, head.headers.size() + 1, too_long(cells.size(), head.headers.size())};
    LedgerEntry entry;
    entry.row = r + 1;
    Text cut;
    if (cells.size() < head.headers.size()) {
      cut = say("{0} cells where the header has {1}: those at the end are taken as blank",
                "只有 {0} 格，而表头有 {1} 列，末尾各格按空格处理", cells.size(), head.headers.size());
      padded.assign(cells.begin(), cells.end());
      padded.resize(head.headers.size());
      cells = padded;
    }
    RowReading row{reading, head, names, cells, entry, above};
    row.cut = cut;
    look_above(row, above);
    const bool taken = read_row(row);
    if (taken) {
      if (!row.remark.empty()) out.remarks.push_back({entry.row, row.remark});
      if (!row.section_word.empty()) out.guessed.emplace(row.section_word, entry.item);
      keep_above(row, above);
      out.entries.push_back(std::move(entry));
    } else {
      if (!row.passed) keep_above(row, above);
      (row.passed ? out.passed : out.left_out).push_back({r + 1, row.why, row.at});
    }
  }
  return std::nullopt;
}

}  // namespace hazcheck
