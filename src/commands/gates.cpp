// Gates on a report's figures. Compares exact integers, never printed text.
#include "commands/gates.hpp"

#include <cmath>

#include "base/text.hpp"

namespace hazcheck {
namespace {

bool is_figure(CellType type) {
  return type == CellType::integer || type == CellType::rate || type == CellType::days || type == CellType::money || type == CellType::flag;
}

std::int64_t unit_of(CellType type) { return type == CellType::integer || type == CellType::flag ? 1 : 100; }

// What the row is about: its text cells before the first figure.
std::string label_of_row(const Table& table, const std::vector<Cell>& row) {
  std::string label;
  for (std::size_t i = 0; i < row.size() && !is_figure(table.columns[i].type); ++i)
    if (const auto* text = std::get_if<std::string>(&row[i])) label += (label.empty() ? "" : " ") + *text;
  return label;
}

}  // namespace

Result<Gate> parse_gate(const std::string& text, bool maximum, const Table& table) {
  const std::size_t equals = text.find('=');
  Gate gate;
  gate.text = text;
  gate.maximum = maximum;
  gate.column = text.substr(0, equals);
  std::vector<std::string_view> names;
  const Column* column = nullptr;
  for (const Column& c : table.columns) {
    if (!is_figure(c.type)) continue;
    names.push_back(c.name);
    if (c.name == gate.column) column = &c;
  }
  if (column == nullptr) {
    const auto near = did_you_mean(gate.column, names);
    return Failure{near ? say("no figure '{0}' in this report; did you mean '{1}'?", "此报表没有 '{0}' 这个指标，是否想用 '{1}'？", printable(gate.column), *near)
                        : say("no figure '{0}' in this report", "此报表没有 '{0}' 这个指标", printable(gate.column))};
  }
  const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
  double value = 0;
  try {
    std::size_t used = 0;
    value = std::stod(number, &used);
    if (used != number.size() || !std::isfinite(value)) throw std::invalid_argument(number);
  } catch (const std::exception&) {
    return Failure{say("'{0}' is not a bound: write {1}=NUMBER", "'{0}' 不是有效的界限，写作 {1}=数字", printable(text), gate.column)};
  }
  gate.limit = std::llround(value * static_cast<double>(unit_of(column->type)));
  return gate;
}

std::vector<Text> broken_gates(const Table& table, const std::vector<Gate>& gates) {
  std::vector<Text> broken;
  for (const Gate& gate : gates) {
    std::size_t at = 0;
    while (table.columns[at].name != gate.column) ++at;
    const double unit = static_cast<double>(unit_of(table.columns[at].type));
    for (const auto& row : table.rows) {
      const auto* value = std::get_if<std::int64_t>(&row[at]);
      if (value == nullptr || (gate.maximum ? *value <= gate.limit : *value >= gate.limit)) continue;
      const std::string label = printable(label_of_row(table, row));
      const std::string prefix = label.empty() ? "" : label + ": ";
      broken.push_back(say("{0}{1} is {2}, bound {3} {4}", "{0}{1} 为 {2}，超出界限 {3} {4}", prefix, gate.column,
                           static_cast<double>(*value) / unit, gate.maximum ? "--max" : "--min", printable(gate.text)));
    }
  }
  return broken;
}

}  // namespace hazcheck
