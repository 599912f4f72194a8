// What the two comparisons share. Must not know what is compared.
#include "views/compare_filter.hpp"

#include <algorithm>

namespace hazcheck {

bool CompareOptions::takes_change(std::string_view change) const {
  return changes.empty() || std::find(changes.begin(), changes.end(), change) != changes.end();
}

std::string status_label(std::string_view code, Lang lang) {
  for (const State s : {State::unplanned, State::planned, State::rectified, State::closed, State::voided})
    if (key_of(s) == code) return std::string(label_of(s).in(lang));
  return std::string(code);
}

Table summary_table(std::string name, const Grouping& by) {
  Table table;
  table.name = std::move(name);
  for (GroupKey key : by) {
    const GroupKeyInfo& info = info_of(key);
    table.columns.push_back({.name = std::string(info.name), .header = info.header});
    table.columns.push_back({.name = std::string(info.name) + "_title", .header = info.title_header, .extra = true});
  }
  return table;
}

std::vector<Cell> key_cells(const Grouper& groups, std::size_t group, Lang lang) {
  std::vector<Cell> cells;
  for (std::size_t k = 0; k < groups.by().size(); ++k) {
    cells.emplace_back(groups.value(group, k));
    cells.emplace_back(groups.title(group, k, lang));
  }
  return cells;
}

std::vector<Cell> total_cells(const Grouping& by, Lang lang) {
  std::vector<Cell> cells(by.size() * 2, Cell(std::string()));
  if (!cells.empty()) cells[0] = std::string(lang == Lang::zh ? "合计" : "total");
  return cells;
}

Grouping summary_grouping(const CompareOptions& options) {
  return options.by.empty() ? Grouping{GroupKey::unit, GroupKey::section} : options.by;
}

}  // namespace hazcheck
