// Flows and figures of a period as tables. Must not count anything itself: period.hpp and figures.hpp do.
#include "views/weekly.hpp"

#include <algorithm>

#include "status/figures.hpp"
#include "views/figure_columns.hpp"
#include "views/ledger.hpp"

namespace hazcheck {
namespace {

struct Sums {
  Flows flows;
  Totals totals;
  std::int64_t due_next = 0;

  void add(const HazardStatus& hazard, Period period) {
    flows.add(*hazard.timeline, period);
    totals.add(hazard);
    due_next += hazcheck::due_next(hazard) ? 1 : 0;
  }
};

void add_columns(Table& table) {
  const auto flow = [&](std::string_view key) { table.columns.push_back(column_of(FigureScope::period, key)); };
  const auto stock = [&](StatusFigure f) { table.columns.push_back(column_of(f)); };
  table.columns.push_back({"from", {"From", "期初日期"}, CellType::date});
  table.columns.push_back({"to", {"To", "期末日期"}, CellType::date});
  for (std::string_view key : {"opening", "found", "reopened", "closed", "voided", "closing"}) flow(key);
  for (std::string_view key : {"rectified", "deferred", "escalated", "answered"}) {
    flow(key);
    table.columns.back().extra = true;
  }
  stock(StatusFigure::overdue);
  flow("due_next");
  stock(StatusFigure::unplanned);
  flow("awaiting_verification");
  stock(StatusFigure::waiting);
  stock(StatusFigure::closure_rate);
  stock(StatusFigure::on_time_rate);
  // The title has the period; a column for it in every line would only widen the table.
  for (Column& column : table.columns)
    if (column.type == CellType::date) column.hidden_in_text = true;
}

void add_cells(std::vector<Cell>& row, Period period, const Sums& sums) {
  const Flows& f = sums.flows;
  row.insert(row.end(), {period.from, period.to});
  for (std::int64_t n : {f.opening, f.found, f.reopened, f.closed, f.voided, f.closing, f.rectified, f.deferred,
                         f.escalated, f.answered})
    row.emplace_back(n);
  const auto stock = [&](StatusFigure figure_of) { row.push_back(figure(sums.totals.value(figure_of))); };
  stock(StatusFigure::overdue);
  row.emplace_back(sums.due_next);
  stock(StatusFigure::unplanned);
  stock(StatusFigure::rectified);
  stock(StatusFigure::waiting);
  stock(StatusFigure::closure_rate);
  stock(StatusFigure::on_time_rate);
}

constexpr std::string_view kFound[] = {"id",     "unit_title", "description", "severity",
                                       "status", "found",      "due",         "owner"};
constexpr std::string_view kReopened[] = {"id", "unit_title", "description", "status", "due", "owner"};
constexpr std::string_view kClosed[] = {"id",        "unit_title", "description", "closed",
                                        "closed_by", "closed_for", "writeoff"};
constexpr std::string_view kOverdue[] = {"id",     "unit_title", "description",  "severity",
                                         "status", "due",        "days_overdue", "owner"};
constexpr std::string_view kDueNext[] = {"id", "unit_title", "description", "severity", "status", "due", "owner"};
constexpr std::string_view kWaiting[] = {"id",           "unit_title",   "description", "escalated",
                                         "escalated_to", "days_waiting", "owner"};
constexpr std::string_view kToVerify[] = {"id",        "unit_title",   "description", "due",
                                          "rectified", "rectified_by", "owner"};

// Gathers while the hazards go by; sorted by what makes one urgent, then in the order of the ledger.
class Lists {
 public:
  Lists(const Request& request, Period period) : request_(request), period_(period) {}

  void add(const HazardStatus& h) {
    add_events(h);
    if (h.overdue) overdue_.push_back(h);
    if (due_next(h)) due_next_.push_back(h);
    if (h.waiting) waiting_.push_back(h);
    if (h.state == State::rectified) rectified_.push_back(h);
  }

  void append_to(Report& report) {
    put(report, "found", say("Found in the period", "本期发现"), kFound, found_,
        [](const HazardStatus& h) { return h.found; });
    append_reopened(report);
    put(report, "closed", say("Closed in the period", "本期销项"), kClosed, closed_,
        [](const HazardStatus& h) { return h.closed->date; });
    Table& closed = report.tables.back();
    closed.columns.push_back({"reopened", {"Reopened", "重新打开日期"}, CellType::date});
    for (std::size_t i = 0; i < closed_.size(); ++i) closed.rows[i].push_back(day(reopened_after(closed_[i])));
    put(report, "overdue", say("Overdue", "逾期"), kOverdue, overdue_, [](const HazardStatus& h) { return *h.due; });
    put(report, "due_next", say("Due next week", "下周到期"), kDueNext, due_next_,
        [](const HazardStatus& h) { return *h.due; });
    put(report, "waiting", say("Waiting for an answer", "已上报，待答复"), kWaiting, waiting_,
        [](const HazardStatus& h) { return h.escalated->date; });
    put(report, "awaiting_verification", say("Rectified, waiting to be verified", "已整改，待验收"), kToVerify,
        rectified_, [](const HazardStatus& h) { return h.rectified->date; });
  }

 private:
  // A row an event, as the counts have it: a closing as the hazard stood then, the others as it stands at the end.
  void add_events(const HazardStatus& h) {
    StatusFold fold(request_.model, *h.timeline);
    for (const Step& step : h.timeline->steps) {
      if (step.date > period_.to) return;
      fold.take(step);
      if (step.date < period_.from) continue;
      if (step.kind == StepKind::found) found_.push_back(h);
      if (step.reopens) reopened_.push_back({h, &step});
      if (step.closes) closed_.push_back(fold.at(step.date));
    }
  }

  void append_reopened(Report& report) {
    std::stable_sort(reopened_.begin(), reopened_.end(),
                     [](const Reopening& a, const Reopening& b) { return a.step->date < b.step->date; });
    HazardList list(request_.model, "reopened", kReopened);
    for (const Reopening& r : reopened_) list.add({request_.model, r.hazard, request_.lang});
    Table& table = report.tables.emplace_back(std::move(list).take());
    table.title = say("Reopened in the period", "本期重新打开");
    table.columns.push_back({"reopened", {"Reopened", "重新打开日期"}, CellType::date});
    table.columns.push_back({"reason", {"Reason", "原因"}});
    for (std::size_t i = 0; i < reopened_.size(); ++i) {
      table.rows[i].emplace_back(reopened_[i].step->date);
      table.rows[i].push_back(words(word_of(*reopened_[i].step, EventKey::reason)));
    }
  }

  // When, still in the period, what was closed turned out not to be done.
  std::optional<Date> reopened_after(const HazardStatus& closing) const {
    const std::span<const Step> steps = closing.timeline->steps;
    for (std::size_t i = static_cast<std::size_t>(closing.closed - steps.data()) + 1;
         i < steps.size() && steps[i].date <= period_.to; ++i)
      if (steps[i].reopens) return steps[i].date;
    return std::nullopt;
  }

  template <class DayOf>
  void put(Report& report, std::string name, Text title, std::span<const std::string_view> columns,
           std::vector<HazardStatus>& hazards, DayOf&& day_of) {
    std::stable_sort(hazards.begin(), hazards.end(),
                     [&](const HazardStatus& a, const HazardStatus& b) { return day_of(a) < day_of(b); });
    HazardList list(request_.model, std::move(name), columns);
    for (const HazardStatus& h : hazards) list.add({request_.model, h, request_.lang});
    report.tables.push_back(std::move(list).take());
    report.tables.back().title = std::move(title);
  }

  const Request& request_;
  Period period_;
  struct Reopening {
    HazardStatus hazard;
    const Step* step;
  };
  std::vector<Reopening> reopened_;
  std::vector<HazardStatus> found_, closed_, overdue_, due_next_, waiting_, rectified_;
};

Text title_of_period(Period period) {
  const IsoWeek week = iso_week(period.from);
  const Period whole = period_of(week);
  if (whole.from == period.from && whole.to == period.to)
    return say("Week {}: {} to {}", "{} 周报：{} 至 {}", to_string(week), to_string(period.from), to_string(period.to));
  return say("Report of {} to {}", "{} 至 {} 报告", to_string(period.from), to_string(period.to));
}

}  // namespace

Result<Report> weekly(const Request& request) {
  const Period asked = request.period.value_or(period_of(last_whole_week(request.as_of)));
  if (asked.to < asked.from)
    return Failure{say("the period ends on {}, before it begins on {}", "期间结束日 {} 早于开始日 {}",
                       to_string(asked.to), to_string(asked.from))};
  if (asked.from > request.as_of)
    return Failure{say("the period begins on {}, after the day reported on, {}", "期间开始日 {} 晚于报告截至日 {}",
                       to_string(asked.from), to_string(request.as_of))};
  const Period period = cut_at(asked, request.as_of);
  Report report = new_report(request, "report weekly", title_of_period(asked));
  report.meta.from = period.from;
  report.meta.to = period.to;
  Grouper groups(request.model, request.by);
  std::vector<Sums> sums;
  Sums all;
  Lists lists(request, period);
  if (request.by.empty()) sums.resize(groups.place(KeyValues{}) + 1);
  for (const Timeline* timeline : in_ledger_order(request.model, request.timelines)) {
    const HazardStatus hazard = hazard_status_at(request.model, *timeline, period.to);
    if (!request.filter.takes(request.model, hazard)) continue;
    const std::size_t group = groups.place(hazard);
    if (group == sums.size()) sums.emplace_back();
    sums[group].add(hazard, period);
    if (!request.by.empty()) all.add(hazard, period);
    lists.add(hazard);
  }
  Table& table = report.tables.emplace_back();
  table.name = "weekly";
  table.when_empty = say("no hazards", "没有隐患");
  table.upright = request.by.empty();
  add_key_columns(table, request.by);
  add_columns(table);
  for (std::size_t group : groups.order()) {
    std::vector<Cell> row = group_cells(groups, group, request.lang);
    add_cells(row, period, sums[group]);
    table.rows.push_back(std::move(row));
  }
  if (!request.by.empty()) {
    table.total = total_key_cells(request.by);
    add_cells(*table.total, period, all);
  }
  lists.append_to(report);
  if (period.to < asked.to)
    report.remarks.push_back(
        say("the period is not over: counted up to {}", "期间尚未结束，统计截至 {}", to_string(period.to)));
  return report;
}

}  // namespace hazcheck
