// One row while it is being read: its cells by column, and what has been found wrong with it.
#pragma once
#include <functional>
#include <string>

#include "read/ledger_names.hpp"
#include "read/ledger_rows.hpp"

namespace hazcheck {

struct RowReading {
  const LedgerReading& reading;
  const LedgerHead& head;
  const LedgerNames& names;
  std::span<const std::string_view> cells;
  LedgerEntry& entry;
  Text why;                       // set: the row is left out
  Text remark;                    // set: something of it is
  std::string section_word = {};  // set: a usual name, from which its section is guessed

  bool has(LedgerColumn column) const { return head.cell[static_cast<std::size_t>(column)] >= 0; }
  std::string header(LedgerColumn column) const;  // as the ledger words it; of a column that is there
  // Trimmed, with line feeds for any kind of line end, and without a spreadsheet's guard.
  std::string text(LedgerColumn column) const;
  // The same for what cannot be prose: "-", "/", "无" and the like are nothing.
  std::string word(LedgerColumn column) const;
  bool date(LedgerColumn column, std::optional<Date>& out);  // false: why
  bool fail(Text reason) {
    why = std::move(reason);
    return false;
  }
};

// Fills the entry's log from the dates of the row. False: why.
bool read_ledger_log(RowReading& row);

}  // namespace hazcheck
