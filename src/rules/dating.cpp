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
  const Event* above = nullptr;
  for (std::size_t i = 0; i < hazard.log.size(); ++i) {
    const Event& e = hazard.log[i];
    if (e.kind.value == EventKind::rectified) above = &e;
    if (e.kind.value != EventKind::closed) continue;
    const Event* rectified = above;
    for (std::size_t below = i + 1; rectified == nullptr && below < hazard.log.size(); ++below)
      if (hazard.log[below].kind.value == EventKind::rectified) rectified = &hazard.log[below];
    if (rectified != nullptr && e.date.value < rectified->date.value) return {&e, rectified};
  }
  return {};
}

bool dates_contradict(const Record& record, const Hazard& hazard, Date today) {
  const Date first = first_day_of(record, hazard);
  const auto wrong = [&](Date day) { return day < first || in_future(day, today); };
  if (in_future(hazard.found.value, today) || (hazard.plan.made.present() && wrong(hazard.plan.made.value)))
    return true;
  return std::any_of(hazard.log.begin(), hazard.log.end(),
                     [&](const Event& e) { return wrong(e.date.value); }) ||
         closed_before_found(hazard) != nullptr || closed_before_rectified(hazard).closed != nullptr;
}

}  // namespace hazcheck
