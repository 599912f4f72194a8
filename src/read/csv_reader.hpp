// CSV as spreadsheets write it, to rows of cells. Must not know what a cell means.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"

namespace hazcheck {

// Cells are views into `text`, which has been unquoted in place. Not copyable for that reason.
struct CsvTable {
  CsvTable() = default;
  CsvTable(const CsvTable&) = delete;
  CsvTable& operator=(const CsvTable&) = delete;

  std::string text;
  std::vector<std::string_view> cells;
  std::vector<std::size_t> first;  // of each row, and one more
  char separator = ',';

  std::size_t rows() const { return first.empty() ? 0 : first.size() - 1; }
  std::span<const std::string_view> row(std::size_t i) const {
    return std::span(cells).subspan(first[i], first[i + 1] - first[i]);
  }
};

struct CsvFault {
  std::size_t row = 0;     // from 1, as a spreadsheet counts them
  std::size_t column = 0;  // from 1
  Text message;
};

// Nothing but blanks in any cell.
bool is_blank(std::span<const std::string_view> row);

// RFC 4180, with LF, CRLF or CR at the end of rows; commas, semicolons or tabs between cells, whichever the first ten
// lines have most of. Rows may differ in length. Fills `table`, or says where it goes wrong.
std::optional<CsvFault> parse_csv(std::string text, CsvTable& table);

}  // namespace hazcheck
