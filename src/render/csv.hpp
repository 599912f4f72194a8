// Tables as CSV: UTF-8, comma, RFC 4180 quoting, one header row, cells as they are. The format is a contract
// (hazcheck-list(1)): scripts and spreadsheets read it.
#pragma once
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

#include "render/options.hpp"
#include "render/sink.hpp"
#include "views/table.hpp"

namespace hazcheck {

// Writes row by row, so that memory does not grow with the rows. Either whole rows, or cell by cell, left to right.
class CsvWriter {
 public:
  CsvWriter(std::ostream& out, std::span<const Column> columns, const CsvOptions& options = {});  // writes the header

  bool row(std::span<const Cell> cells);  // false once the stream has failed

  void text(std::string_view value);
  void figure(std::int64_t value);  // printed by the column's type
  void date(Date value);
  void empty();
  bool end_row();
  bool flush() { return sink_.flush(); }  // the destructor does it too

 private:
  void separate();
  Sink sink_;
  std::vector<CellType> types_;
  std::size_t at_ = 0;  // the column that comes next
  bool excel_;
};

// One text cell, quoted where it must be.
void append_csv_text(std::string& out, std::string_view value, bool excel);

// A whole row with its line feed, for callers that keep no stream; cells as CsvWriter has them.
void append_csv_row(std::string& out, std::span<const Cell> cells, std::span<const CellType> types);

// The report proper alone: its first table, never the total.
void render_csv(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace hazcheck
