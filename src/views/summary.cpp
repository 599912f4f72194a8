// The summary of figures.hpp as a table. Must not compute anything that figures.hpp does not.
#include "views/summary.hpp"

#include "status/figures.hpp"
#include "views/figure_columns.hpp"

namespace hazcheck {
namespace {

void add_figures(std::vector<Cell>& row, const Totals& totals) {
  for (std::size_t i = 0; i < kStatusFigures; ++i) row.push_back(figure(totals.value(static_cast<StatusFigure>(i))));
}

// Narrow terminals do without these.
bool is_extra(StatusFigure f) {
  using enum StatusFigure;
  return f != found && f != open && f != closed && f != overdue && f != closure_rate && f != on_time_rate;
}

}  // namespace

Report summary(const Request& request) {
  Report report = new_report(request, "status", say("Status as of {}", "截至 {} 的隐患整改情况", to_string(request.as_of)));
  Grouper groups(request.model, request.by);
  std::vector<Totals> totals;
  Totals all;
  if (request.by.empty()) totals.resize(groups.place(KeyValues{}) + 1);
  for (const Timeline& timeline : request.timelines) {
    const HazardStatus hazard = hazard_status_at(request.model, timeline, request.as_of);
    if (!request.filter.takes(request.model, hazard)) continue;
    const std::size_t group = groups.place(hazard);
    if (group == totals.size()) totals.emplace_back();
    totals[group].add(hazard);
    if (!request.by.empty()) all.add(hazard);
  }
  Table& table = report.tables.emplace_back();
  table.name = "status";
  table.when_empty = say("no hazards", "没有隐患");
  add_key_columns(table, request.by);
  for (std::size_t i = 0; i < kStatusFigures; ++i) {
    Column column = column_of(static_cast<StatusFigure>(i));
    column.extra = is_extra(static_cast<StatusFigure>(i));
    table.columns.push_back(std::move(column));
  }
  for (std::size_t group : groups.order()) {
    std::vector<Cell> row = group_cells(groups, group, request.lang);
    add_figures(row, totals[group]);
    table.rows.push_back(std::move(row));
  }
  if (!request.by.empty()) {
    table.total = total_key_cells(request.by);
    add_figures(*table.total, all);
  }
  return report;
}

}  // namespace hazcheck
