// Compares the dates of one hazard. Must not report: time.cpp does.
#include "rules/dating.hpp"

#include <algorithm>

namespace hazcheck {

Date first_day_of(const Record& record, const Hazard& hazard) {
  return std::min(hazard.found.value, record.date.value);
}

const Event* closed_before_found(const Hazard& hazard) {
  for (const Event& e : hazard.log)
    if (e.kind.value == EventKind::closed && e.date.value < hazard.found.value) return &e;
  return nullptr;
}

ClosedTooEarly closed_before_rectified(const Hazard& hazard) {
  const auto is_rectified = [](const Event& e) { return e.kind.value == EventKind::rectified; };
  const auto first = std::find_if(hazard.log.begin(), hazard.log.end(), is_rectified);
  if (first == hazard.log.end()) return {};
  const Event* rectified = &*first;  // until one stands above: none does, so the next below is the first of all
  for (const Event& e : hazard.log) {
    if (is_rectified(e)) rectified = &e;
    if (e.kind.value == EventKind::closed && e.date.value < rectified->date.value) return {&e, rectified};
  }
  return {};
}

bool dates_contradict(const Record& record, const Hazard& hazard, Date today) {
  const Date first = first_day_of(record, hazard);
  const auto wrong = [&](Date day) { return day < first || in_future(day, today); };
  if (in_future(hazard.found.value, today) || (hazard.plan.made.present() && wrong(hazard.plan.made.value)))
    return true;
  return std::any_of(hazard.log.begin(), hazard.log.end(), [&](const Event& e) { return wrong(e.date.value); }) ||
         closed_before_found(hazard) != nullptr || closed_before_rectified(hazard).closed != nullptr;
}

}  // namespace hazcheck
