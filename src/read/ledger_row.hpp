// One row while it is being read: its cells by column, and what has been found wrong with it.
#pragma once
#include <map>
#include <string>

#include "read/ledger_names.hpp"
#include "read/ledger_rows.hpp"

namespace hazcheck {

// What stood last in a column that merged cells leave blank below their first row.
struct CellAbove {
  std::string word;
  std::size_t row = 0;
};
using CellsAbove = std::map<LedgerColumn, CellAbove>;

struct RowReading {
  const LedgerReading& reading;
  const LedgerHead& head;
  const LedgerNames& names;
  std::span<const std::string_view> cells;
  LedgerEntry& entry;
  const CellsAbove& above;
  bool below = false;             // blank cells may be merged with those above: it is the same unit
  Text why = {};                  // set: the row is left out
  bool passed = false;            // with why: it is no hazard's row
  int at = -1;                    // the cell that is to blame
  Text remark = {};               // set: something of it is
  std::string section_word = {};  // set: a usual name, from which its section is guessed

  std::vector<LedgerColumn> from_above = {};
  Text without_year = {};  // dates that were given one
  Text cut = {};           // set: the row is shorter than the header

  bool has(LedgerColumn column) const { return head.cell[static_cast<std::size_t>(column)] >= 0; }
  std::string header(LedgerColumn column) const;  // as the ledger words it; of a column that is there
  // Trimmed, with line feeds for any kind of line end, and without a spreadsheet's guard.
  std::string text(LedgerColumn column) const;
  // The same for what cannot be prose: "-", "/", "无" and the like are nothing.
  std::string word(LedgerColumn column) const;
  // The same, or what stands above it in a column that offices merge.
  std::string merged(LedgerColumn column);
  // One person where the cell may name several.
  std::string person(LedgerColumn column);
  bool date(LedgerColumn column, std::optional<Date>& out);  // false: why
  // What is assumed of a row stands in its note, where nobody can miss it.
  void keep_in_note(const Text& what);
  // A further sentence of a note.
  void add_to(std::string& note, std::string_view sentence) const;
  void tell_assumptions();
  bool fail_at(LedgerColumn column, Text reason);
  bool fail(Text reason) {
    why = std::move(reason);
    return false;
  }

 private:
  std::vector<std::string> people(LedgerColumn column) const;
  std::string one_of(LedgerColumn column) const;
};

// Fills the entry's log from the dates of the row. False: why.
bool read_ledger_log(RowReading& row);

}  // namespace hazcheck
