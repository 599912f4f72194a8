// A ledger's rows to hazards, each with its place in the campaign, or the reason why it has none. Must not write
// anything, and must not invent what a row does not say.
#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/ledger_entry.hpp"
#include "read/csv_reader.hpp"
#include "read/ledger_map.hpp"

namespace hazcheck {

struct LedgerHead {
  std::size_t row = 0;  // of the header, from 1
  std::vector<std::string> headers;
  std::vector<std::optional<LedgerColumn>> columns;  // by cell; nothing: not used
  std::array<int, kLedgerColumns> cell{};            // by column; -1: not in the ledger
  bool ten_thousands = false;                        // amounts are in units of 10,000 yuan
};

// The header row, which may stand below a title. Fails where no row among the first looks like one, where two headers
// are the same column, or where the map names a header that is not there.
Result<LedgerHead> find_ledger_head(const CsvTable& table, const LedgerMap& map);

struct RowLeftOut {
  std::size_t row = 0;
  Text why;
  int cell = -1;  // that is to blame, from 0
};

struct LedgerRows {
  std::vector<LedgerEntry> entries;  // in the ledger's order
  std::vector<RowLeftOut> left_out;
  std::vector<RowLeftOut> passed;              // sums, and who filled it in
  std::vector<RowLeftOut> remarks;             // of rows that are taken, but not all of them
  std::map<std::string, std::string> guessed;  // the ledger's word for a section that has another title → its id
};

struct LedgerReading {
  const Model& model;
  const Checklist& checklist;  // the one that the records will name
  const LedgerMap& map;
  bool undo_guards = false;  // a ' before = + - @ is a spreadsheet's, not the text's
  Lang lang = Lang::en;      // of the few sentences that stand in for what the ledger cannot say
};

// A row that is longer than the header is a fault of the whole file. A spreadsheet leaves out blanks at the end.
std::optional<CsvFault> read_ledger_rows(const CsvTable& table, const LedgerHead& head, const LedgerReading& reading,
                                         LedgerRows& out);

// Cells as people type them. A date may be 2020-04-07, 2020/4/7, 2020.4.7, 2020年4月7日, with a time behind it,
// 20200407 or a spreadsheet's number of days. An amount may be 1200, 1,200元, ￥1200, 0.5万元 or 无; the result is in
// 0.01 yuan.
std::optional<Date> parse_ledger_date(std::string_view cell);
// 4月7日, 4/7 or 4-7: the first such day from half a year before `near` on.
std::optional<Date> parse_day_of_year(std::string_view cell, Date near);
std::optional<std::int64_t> parse_ledger_amount(std::string_view cell, bool ten_thousands);

// "C7", as a spreadsheet calls the cell; the column counted from 0, the row from 1.
std::string cell_name(int column, std::size_t row);

}  // namespace hazcheck
