// Gates on a report's figures. Compares exact integers, never printed text.
#include "commands/gates.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/values.hpp"

namespace hazcheck {
namespace {

bool is_figure(CellType type) {
  return type == CellType::integer || type == CellType::rate || type == CellType::days || type == CellType::money ||
         type == CellType::flag;
}

constexpr std::size_t kLabelWidth = 40;  // columns a cell of it
constexpr std::size_t kMostTold = 20;    // rows a gate

std::int64_t scale_of(CellType type) { return type == CellType::integer || type == CellType::flag ? 1 : 100; }

struct Bound {
  std::int64_t floor = 0;  // in the column's own unit
  bool exact = true;       // false: it lies between two values that the column can have
};

// A plain decimal number, exactly: 90, -1, 94.94.
std::optional<Bound> parse_bound(std::string_view text, std::int64_t scale) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::string_view whole = text.substr(0, text.find('.'));
  const std::string_view rest = whole.size() < text.size() ? text.substr(whole.size() + 1) : std::string_view();
  const auto digits = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (whole.empty() || whole.size() > 12 || !digits(whole) || !digits(rest) ||
      (whole.size() < text.size() && rest.empty()))
    return std::nullopt;
  Bound bound;
  for (char c : whole) bound.floor = bound.floor * 10 + (c - '0');
  bound.floor *= scale;
  std::int64_t place = scale;
  for (char c : rest) {
    place /= 10;
    bound.floor += place * (c - '0');
    if (place == 0 && c != '0') bound.exact = false;
  }
  if (negative) bound.floor = -bound.floor - (bound.exact ? 0 : 1);
  return bound;
}

// What the row is about: its id, or its text cells before the first figure.
std::string label_of_row(const Table& table, const std::vector<Cell>& row) {
  if (table.columns[0].name == "id")
    if (const auto* id = std::get_if<std::string>(&row[0])) return *id;
  std::string label;
  for (std::size_t i = 0; i < row.size() && !is_figure(table.columns[i].type); ++i)
    if (const auto* text = std::get_if<std::string>(&row[i]))
      label.append(label.empty() ? "" : " ").append(elide(*text, kLabelWidth));
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
    return Failure{near ? say("no figure '{0}' in this report; did you mean '{1}'?",
                              "此报表没有 '{0}' 这个指标，是否想用 '{1}'？", printable(gate.column), *near)
                        : say("no figure '{0}' in this report", "此报表没有 '{0}' 这个指标", printable(gate.column))};
  }
  const auto bound = equals == std::string::npos
                         ? std::nullopt
                         : parse_bound(std::string_view(text).substr(equals + 1), scale_of(column->type));
  if (!bound)
    return Failure{say("'{0}' is not a bound: write {1}=NUMBER", "'{0}' 不是有效的界限，写作 {1}=数字", printable(text),
                       gate.column)};
  gate.limit = bound->floor + (maximum || bound->exact ? 0 : 1);
  return gate;
}

std::vector<Text> broken_gates(const Table& table, const std::vector<Gate>& gates) {
  std::vector<Text> broken;
  for (const Gate& gate : gates) {
    std::size_t at = 0;
    while (table.columns[at].name != gate.column) ++at;
    std::size_t rows = 0;
    table.visit_rows([&](const std::vector<Cell>& row) {
      const auto* value = std::get_if<std::int64_t>(&row[at]);
      if (value == nullptr || (gate.maximum ? *value <= gate.limit : *value >= gate.limit)) return true;
      if (++rows > kMostTold) return true;
      const std::string label = printable(label_of_row(table, row));
      std::string figure = gate.column + " ";
      append_figure(figure, table.columns[at].type, *value);
      if (!label.empty()) figure = label + ": " + figure;
      broken.push_back(gate.maximum
                           ? say("{0} is above --max {1}", "{0}，高于上限 --max {1}", figure, printable(gate.text))
                           : say("{0} is below --min {1}", "{0}，低于下限 --min {1}", figure, printable(gate.text)));
      return true;
    });
    if (rows > kMostTold)
      broken.push_back(
          say("… and {0} more rows beyond {1}", "……另有 {0} 行超出界限 {1}", rows - kMostTold, printable(gate.text)));
  }
  return broken;
}

}  // namespace hazcheck
