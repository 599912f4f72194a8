// Counts steps between two days. Must not look at anything but steps: what is overdue is figures.hpp's.
#include "status/period.hpp"

#include <algorithm>

namespace hazcheck {
namespace {

void count(const Step& step, Flows& flows) {
  if (step.kind == StepKind::found) ++flows.found;
  if (step.rectifies) ++flows.rectified;
  if (step.closes) ++flows.closed;
  if (step.rejects) ++flows.rejected;
  if (step.reopens) ++flows.reopened;
  if (step.kind != StepKind::event || !step.allowed) return;
  switch (step.event()->kind.value) {
    case EventKind::voided: ++flows.voided; break;
    case EventKind::deferred: ++flows.deferred; break;
    case EventKind::escalated: ++flows.escalated; break;
    case EventKind::answered: ++flows.answered; break;
    default: break;  // counted by what they do
  }
}

}  // namespace

IsoWeek last_whole_week(Date as_of) { return iso_week(as_of - 7); }

Period period_of(IsoWeek week) {
  const Date monday = monday_of(week);
  return {monday, monday + 6};
}

Period cut_at(Period period, Date as_of) {
  const Date to = std::min(period.to, as_of);
  return {std::min(period.from, to + 1), to};
}

void Flows::add(const Timeline& timeline, Period period) {
  State before = State::none, after = State::none;
  for (const Step& step : timeline.steps) {
    if (step.date > period.to) break;
    after = step.after;
    if (step.date < period.from) before = step.after;
    else count(step, *this);
  }
  opening += is_open(before) ? 1 : 0;
  closing += is_open(after) ? 1 : 0;
}

Flows& Flows::operator+=(const Flows& other) {
  opening += other.opening;
  found += other.found;
  reopened += other.reopened;
  closed += other.closed;
  voided += other.voided;
  closing += other.closing;
  rectified += other.rectified;
  rejected += other.rejected;
  deferred += other.deferred;
  escalated += other.escalated;
  answered += other.answered;
  return *this;
}

}  // namespace hazcheck
