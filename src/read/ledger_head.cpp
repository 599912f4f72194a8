// Finds a ledger's header. Must not read any row below it.
#include <algorithm>

#include "base/text.hpp"
#include "read/ledger_rows.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kLooksAt = 10;  // rows: a title, the office, the date …

std::optional<LedgerColumn> column_of(std::string_view header, const LedgerMap& map) {
  const auto mapped = map.columns.find(lower_ascii(folded_name(header)));
  return mapped != map.columns.end() ? std::optional(mapped->second) : guess_ledger_column(header);
}

std::string list_of(std::span<const std::string_view> cells) {
  std::string list;
  for (std::string_view c : cells) list.append(list.empty() ? "" : ", ").append(printable(trim(c)));
  return elide(list, 200);
}

// Of a ledger without a header: its first row with anything in it, so that the user sees what was taken for one.
Failure no_header(const CsvTable& table) {
  std::size_t first = 0;
  while (first < table.rows() && is_blank(table.row(first))) ++first;
  if (table.rows() == 0) return {say("the file is empty", "文件为空")};
  if (first == table.rows()) return {say("the file is empty: it has blank rows only", "文件为空：只有空行")};
  return {
      say("no header: none of the first rows has two headers that are known; name them in --map. The first row: {0}",
          "找不到表头：前几行中没有两个以上能识别的列名，请用 --map 指明。第一行为：{0}", list_of(table.row(first)))};
}

std::size_t count_known(std::span<const std::string_view> row, const LedgerMap& map) {
  return static_cast<std::size_t>(
      std::count_if(row.begin(), row.end(), [&](std::string_view c) { return column_of(c, map).has_value(); }));
}

// 整改情况 above 整改措施, 整改期限 and 责任人, and 学校 over two rows: what stands below, or else what stands above.
std::vector<std::string_view> of_two_rows(std::span<const std::string_view> upper,
                                          std::span<const std::string_view> lower) {
  std::vector<std::string_view> row(upper.begin(), upper.end());
  row.resize(std::max(upper.size(), lower.size()));
  for (std::size_t i = 0; i < lower.size(); ++i)
    if (!trim(lower[i]).empty()) row[i] = lower[i];
  return row;
}

}  // namespace

Result<LedgerHead> find_ledger_head(const CsvTable& table, const LedgerMap& map) {
  std::size_t best = 0, most = 0;
  std::vector<std::string_view> headers;
  for (std::size_t r = 0; r < std::min(kLooksAt, table.rows()); ++r) {
    const auto row = table.row(r);
    const auto take = [&](std::span<const std::string_view> cells, std::size_t last) {
      if (const std::size_t known = count_known(cells, map); known > most) {
        best = last, most = known;
        headers.assign(cells.begin(), cells.end());
      }
    };
    take(row, r);
    if (r > 0 && count_known(table.row(r - 1), map) >= 2 && count_known(row, map) >= 2)
      take(of_two_rows(table.row(r - 1), row), r);
  }
  if (most < 2) return no_header(table);
  LedgerHead head;
  head.row = best + 1;
  head.cell.fill(-1);
  std::span<const std::string_view> row = headers;
  while (!row.empty() && trim(row.back()).empty()) row = row.first(row.size() - 1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    head.headers.emplace_back(trim(row[i]));
    std::optional<LedgerColumn> column = column_of(row[i], map);
    if (column && *column != LedgerColumn::derived) {
      int& cell = head.cell[static_cast<std::size_t>(*column)];
      if (cell >= 0)
        return Failure{say("'{0}' and '{1}' would both be {2}: name one of them in --map, the other one as \"-\"",
                           "'{0}' 与 '{1}' 都会当作 {2}：请在 --map 中指明其一，另一个写 \"-\"",
                           printable(head.headers[static_cast<std::size_t>(cell)]), printable(head.headers[i]),
                           name_of(*column))};
      cell = static_cast<int>(i);
      if (*column == LedgerColumn::funding_amount) head.ten_thousands = counts_in_ten_thousands(row[i]);
    }
    head.columns.push_back(column);
  }
  for (const auto& entry : map.columns) {
    const std::string& header = entry.first;
    const auto named = [&](std::string_view cell) { return lower_ascii(folded_name(cell)) == header; };
    if (std::none_of(row.begin(), row.end(), named))
      return Failure{
          say("the map names a column '{0}', and the ledger has none", "列对照中的 '{0}' 在台账中没有", header)};
  }
  return head;
}

}  // namespace hazcheck
