// Compares the dates of one hazard. Must not report: time.cpp does.
#include "rules/dating.hpp"

#include <algorithm>
#include <vector>

namespace hazcheck {

Date first_day_of(const Record& record, const Hazard& hazard) {
  return std::min(hazard.found.value, record.date.value);
}

const Event* closed_before_found(const Hazard& hazard) {
  for (const Event& e : hazard.log)
    if (e.kind.value == EventKind::closed && e.date.value < hazard.found.value) return &e;
  return nullptr;
}

namespace {

// Calls visit(event) by date, on one date as written. Most logs are in order, and are not copied for it.
template <class Visit>
void visit_by_date(List<Event> log, const Visit& visit) {
  const auto earlier = [](const Event& a, const Event& b) { return a.date.value < b.date.value; };
  if (std::is_sorted(log.begin(), log.end(), earlier)) {
    for (const Event& e : log) visit(e);
    return;
  }
  std::vector<const Event*> events;
  for (const Event& e : log) events.push_back(&e);
  std::stable_sort(events.begin(), events.end(), [&](const Event* a, const Event* b) { return earlier(*a, *b); });
  for (const Event* e : events) visit(*e);
}

// Whether the log, taken by its dates, closes only what was rectified before: then its order alone is wrong (HZ406).
// Else gives the first closing that comes before the rectification it confirms, where there is such a pair.
bool closes_by_date(const Hazard& hazard, ClosedTooEarly& pair) {
  const Event* early = nullptr;  // a closing of what is not rectified yet
  bool rectified = false, closed = false, sound = true;
  const auto take = [&](const Event& e) {
    switch (e.kind.value) {
      case EventKind::rectified:
        if (early != nullptr && early->date.value < e.date.value && pair.closed == nullptr) pair = {early, &e};
        sound = sound && !rectified;
        rectified = true;
        break;
      case EventKind::closed:
        if (!rectified && early == nullptr) early = &e;
        sound = sound && rectified && !closed;
        closed = true;
        break;
      case EventKind::rejected:
      case EventKind::reopened:
        early = nullptr;
        rectified = closed = false;
        break;
      default: break;
    }
  };
  visit_by_date(hazard.log, take);
  return sound;
}

}  // namespace

ClosedTooEarly closed_before_rectified(const Hazard& hazard) {
  ClosedTooEarly pair;
  const auto closes = [](const Event& e) { return e.kind.value == EventKind::closed; };
  if (std::none_of(hazard.log.begin(), hazard.log.end(), closes)) return pair;
  if (closes_by_date(hazard, pair) || pair.closed != nullptr) return pair;
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
