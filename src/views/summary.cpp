// The summary of figures.hpp as a table. Must not compute anything that figures.hpp does not.
#include "views/summary.hpp"

#include "status/figures.hpp"
#include "views/figure_columns.hpp"

namespace hazcheck {
namespace {

void add_figures(std::vector<Cell>& row, const Totals& totals) {
  for (std::size_t i = 0; i < kStatusFigures; ++i) row.push_back(figure(totals.value(static_cast<StatusFigure>(i))));
}

using enum StatusFigure;

// Narrow terminals do without these.
bool is_extra(StatusFigure f) {
  return f == unplanned || f == planned || f == rectified || f == due_soon || f == waiting;
}
// Columns that few people look at group by group; without --by they are all there.
bool is_rare(StatusFigure f) {
  return f == voided || f == no_due || f == escalated || f == on_time_rate_original || f == mean_days_to_close ||
         f == median_days_to_close || f == median_open_age;
}

}  // namespace

Report summary(const Request& request) {
  Report report =
      new_report(request, "status", say("Status as of {}", "截至 {} 的隐患整改情况", to_string(request.as_of)));
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
  table.upright = request.by.empty();
  add_key_columns(table, request.by);
  for (std::size_t i = 0; i < kStatusFigures; ++i) {
    Column column = column_of(static_cast<StatusFigure>(i));
    column.extra = is_extra(static_cast<StatusFigure>(i));
    column.rare = !request.by.empty() && is_rare(static_cast<StatusFigure>(i));
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
