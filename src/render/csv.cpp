// CSV, fast enough for a ledger of hundreds of thousands of rows. Must not change a cell's text unless --excel asks.
#include "render/csv.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "render/values.hpp"

namespace hazcheck {
namespace {

// Whether the text holds a comma, quote, CR or LF. All of them are below '-', which few bytes of our texts are, so
// eight bytes at a time are passed over.
bool needs_quotes(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  const auto special = [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; };
  const char* at = text.data();
  const char* const end = at + text.size();
  for (; end - at >= 8; at += 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    const bool some_below = ((word - kOnes * '-') & ~word & kOnes * 0x80) != 0;
    if (some_below && std::any_of(at, at + 8, special)) return true;
  }
  return std::any_of(at, end, special);
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// What a spreadsheet would take for a formula, in half and full width.
bool looks_like_formula(std::string_view text) {
  constexpr std::string_view kHalf = "=+-@\t\r";
  constexpr std::array<std::string_view, 4> kFull{"＝", "＋", "－", "＠"};
  return kHalf.find(text.front()) != std::string_view::npos ||
         std::any_of(kFull.begin(), kFull.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

void append_csv_text(std::string& out, std::string_view value, bool excel) {
  if (value.empty()) return;
  const bool guard = excel && looks_like_formula(value);
  if (!needs_quotes(value) && !is_blank(value.back()) && !is_blank(value.front())) {
    if (guard) out += '\'';
    out += value;
    return;
  }
  out += guard ? "\"'" : "\"";
  for (std::size_t quote; (quote = value.find('"')) != std::string_view::npos; value.remove_prefix(quote + 1)) {
    out += value.substr(0, quote + 1);
    out += '"';
  }
  out += value;
  out += '"';
}

CsvWriter::CsvWriter(std::ostream& out, std::span<const Column> columns, const CsvOptions& options)
    : sink_(out), excel_(options.excel) {
  types_.reserve(columns.size());
  if (excel_) sink_.text += "\xEF\xBB\xBF";
  for (const Column& column : columns) {
    types_.push_back(CellType::text);
    const bool chinese = options.header == Lang::zh && !column.header.zh.empty();
    text(chinese ? column.header.zh : std::string_view(column.name));
  }
  end_row();
  std::transform(columns.begin(), columns.end(), types_.begin(), [](const Column& column) { return column.type; });
}

void CsvWriter::separate() {
  assert(at_ < types_.size());
  if (at_++ > 0) sink_.text += ',';
}

void CsvWriter::text(std::string_view value) {
  if (value.empty()) return empty();
  separate();
  append_csv_text(sink_.text, value, excel_);
}

void CsvWriter::figure(std::int64_t value) {
  const CellType type = types_[at_];
  separate();
  append_figure(sink_.text, type, value);
}

void CsvWriter::date(Date value) {
  separate();
  append_date(sink_.text, value);
}

void CsvWriter::empty() {
  separate();
  if (types_.size() == 1) sink_.text += "\"\"";  // an empty line would be no row
}

bool CsvWriter::end_row() {
  assert(at_ == types_.size());
  at_ = 0;
  sink_.text += excel_ ? "\r\n" : "\n";
  return sink_.spill();
}

bool CsvWriter::row(std::span<const Cell> cells) {
  for (const Cell& cell : cells) {
    if (const auto* words = std::get_if<std::string>(&cell)) text(*words);
    else if (const auto* value = std::get_if<std::int64_t>(&cell)) figure(*value);
    else if (const auto* day = std::get_if<Date>(&cell)) date(*day);
    else empty();
  }
  return end_row();
}

void append_csv_row(std::string& out, std::span<const Cell> cells, std::span<const CellType> types) {
  assert(cells.size() == types.size() && cells.size() > 1);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (const auto* words = std::get_if<std::string>(&cells[i])) append_csv_text(out, *words, false);
    else if (const auto* value = std::get_if<std::int64_t>(&cells[i])) append_figure(out, types[i], *value);
    else if (const auto* day = std::get_if<Date>(&cells[i])) append_date(out, *day);
  }
  out += '\n';
}

void render_csv(const Report& report, const ReportOptions& options, std::ostream& out) {
  assert(!report.tables.empty());
  const Table& table = report.tables.front();
  CsvWriter csv(out, table.columns, options.csv);
  table.visit_rows([&](const std::vector<Cell>& row) { return csv.row(row); });
}

}  // namespace hazcheck
