// Sparklines of weekly figures. Must not show a figure that the table does not have.
#include "render/series.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "render/bars.hpp"
#include "render/grid.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kScale = 24;  // room for the scale behind the line
constexpr std::size_t kLeastLine = 8;
constexpr std::int64_t kWhole = 10000;  // a rate of 100 %

bool is_figure(const Column& column) {
  return !column.hidden_in_text && !column.extra && (column.type == CellType::integer || column.type == CellType::rate);
}

}  // namespace

void write_series(const Table& table, const TextOptions& options, Sink& sink) {
  const std::size_t count = table.rows.size();
  if (options.plain || count < 2 || table.columns.front().name != "week") return;
  std::size_t label_width = 0;
  for (const Column& column : table.columns)
    if (is_figure(column)) label_width = std::max(label_width, columns(header_of(column, options.lang)));
  if (label_width == 0) return;
  label_width += 2;

  const std::size_t used = label_width + kScale;
  const std::size_t room = options.width == 0 ? count : std::max(options.width, used + kLeastLine) - used;
  const std::size_t first = count > room ? count - room : 0;
  const Text cut = first > 0 ? say(", last {} weeks", "，最近 {} 周", count - first) : Text{};

  sink.text += '\n';
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (!is_figure(column)) continue;
    const bool rate = column.type == CellType::rate;
    std::vector<std::optional<std::int64_t>> values;
    std::int64_t top = rate ? kWhole : 0;
    for (std::size_t row = first; row < count; ++row) {
      const auto* value = std::get_if<std::int64_t>(&table.rows[row][i]);
      values.push_back(value != nullptr ? std::optional(*value) : std::nullopt);
      if (value != nullptr && !rate) top = std::max(top, *value);
    }
    sink.text += pad_right(header_of(column, options.lang), label_width) + sparkline(values, top);
    sink.text += (rate ? "  0–100 %" : "  0–" + std::to_string(top)) + cut.in(options.lang) + '\n';
  }
}

}  // namespace hazcheck
