// Weeks in a row, in one pass over the hazards: each is looked at only at the ends of weeks in which something about
// it can have changed. Must give what status and period figures give for the same days.
#include "views/trend.hpp"

#include <algorithm>

#include "status/figures.hpp"
#include "views/figure_columns.hpp"

namespace hazcheck {
namespace {

struct Week {
  std::int64_t found = 0;  // events
  std::int64_t closed = 0;
  // Changes against the week before, until settle() has added them up.
  std::int64_t in_register = 0;  // |H|
  std::int64_t done = 0;         // |C|
  std::int64_t overdue = 0;
};

class Weeks {
 public:
  Weeks(const Model& model, Date monday, Date last) : model_(model), monday_(monday), last_(last) {
    weeks_.resize(last < monday ? 0 : week_of(last) + 1);
  }

  void add(const Timeline& timeline) {
    if (weeks_.empty() || timeline.steps.empty() || timeline.steps.front().date > last_) return;
    for (const Step& step : timeline.steps) {
      if (step.date < monday_) continue;
      if (step.date > last_) break;
      weeks_[week_of(step.date)].found += step.kind == StepKind::found ? 1 : 0;
      weeks_[week_of(step.date)].closed += step.closes ? 1 : 0;
    }
    StatusFold fold(model_, timeline);
    Week before;
    std::size_t next = 0;
    std::size_t week = week_of(timeline.steps.front().date);
    while (true) {
      const Date end = end_of(week);
      while (next < timeline.steps.size() && timeline.steps[next].date <= end) fold.take(timeline.steps[next++]);
      const HazardStatus hazard = fold.at(end);
      const Week now{0, 0, hazard.counts() ? 1 : 0, hazard.state == State::closed ? 1 : 0, hazard.overdue ? 1 : 0};
      weeks_[week].in_register += now.in_register - before.in_register;
      weeks_[week].done += now.done - before.done;
      weeks_[week].overdue += now.overdue - before.overdue;
      before = now;
      std::optional<Date> change;
      if (next < timeline.steps.size()) change = timeline.steps[next].date;
      if (hazard.due && *hazard.due >= end) change = std::min(change.value_or(*hazard.due + 1), *hazard.due + 1);
      if (!change || *change > last_) return;
      week = week_of(*change);
    }
  }

  // Turns changes into the figures at each week's end.
  std::vector<Week> settle() && {
    for (std::size_t w = 1; w < weeks_.size(); ++w) {
      weeks_[w].in_register += weeks_[w - 1].in_register;
      weeks_[w].done += weeks_[w - 1].done;
      weeks_[w].overdue += weeks_[w - 1].overdue;
    }
    return std::move(weeks_);
  }

  Date start_of(std::size_t week) const { return monday_ + static_cast<int>(week) * 7; }
  Date end_of(std::size_t week) const { return std::min(start_of(week) + 6, last_); }

 private:
  std::size_t week_of(Date date) const { return date < monday_ ? 0 : static_cast<std::size_t>((date - monday_) / 7); }

  const Model& model_;
  Date monday_, last_;
  std::vector<Week> weeks_;
};

}  // namespace

Result<Report> trend(const Request& request) {
  if (request.period && request.period->from > request.as_of)
    return Failure{say("the period begins on {}, after the day reported on, {}", "期间开始日 {} 晚于报告截至日 {}",
                       to_string(request.period->from), to_string(request.as_of))};
  std::vector<const Timeline*> taken;
  std::optional<Date> first;
  for (const Timeline& timeline : request.timelines) {
    const HazardStatus hazard = hazard_status_at(request.model, timeline, request.as_of);
    if (!request.filter.takes(request.model, hazard)) continue;
    taken.push_back(&timeline);
    first = std::min(first.value_or(hazard.found), hazard.found);
  }
  if (request.period) first = request.period->from;
  Date last = request.as_of;
  if (request.period) last = std::min(last, period_of(iso_week(request.period->to)).to);
  const Date monday = first ? monday_of(iso_week(*first)) : last + 1;
  Weeks weeks(request.model, monday, last);
  for (const Timeline* timeline : taken) weeks.add(*timeline);
  const std::vector<Week> rows = Weeks(weeks).settle();

  Report report = new_report(request, "report trend", say("Trend, week by week", "逐周趋势"));
  Table& table = report.tables.emplace_back();
  table.name = "trend";
  table.when_empty = say("no hazards", "没有隐患");
  table.columns = {{"week", {"Week", "周"}},
                   {"from", {"From", "开始日期"}, CellType::date},
                   {"to", {"To", "截至日期"}, CellType::date},
                   column_of(FigureScope::period, "found"),
                   column_of(FigureScope::period, "closed"),
                   column_of(StatusFigure::open),
                   column_of(StatusFigure::overdue),
                   column_of(StatusFigure::closure_rate)};
  table.columns[1].hidden_in_text = true;
  for (std::size_t w = 0; w < rows.size(); ++w) {
    const Week& r = rows[w];
    table.rows.push_back({to_string(iso_week(weeks.start_of(w))), weeks.start_of(w), weeks.end_of(w), r.found, r.closed,
                          r.in_register - r.done, r.overdue, figure(rate_of(r.done, r.in_register))});
  }
  if (!rows.empty()) {
    report.meta.from = monday;
    report.meta.to = last;
  }
  return report;
}

}  // namespace hazcheck
