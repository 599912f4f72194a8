// What holds for a hazard when an entry of its log is made: owner, due, severity and who rectified it last.
// Rests on the hazard's own log alone, so that it can be asked for while a single record is being checked.
#pragma once
#include <algorithm>
#include <vector>

#include "model/model.hpp"

namespace hazcheck {

struct Standing {
  Word owner;                        // of the plan, after reassignments
  Day due;                           // after deferrals and reopenings
  int severity = -1;                 // index in the policy, after regrades; -1: unknown
  const Event* rectified = nullptr;  // the last one
};

Standing standing_when_found(const Campaign& campaign, const Record& record, const Hazard& hazard);
void advance(Standing& standing, const Event& event, const Campaign& campaign);
// After every entry dated `day` or before.
Standing standing_on(const Campaign& campaign, const Record& record, const Hazard& hazard, Date day);

// The log by date, entries of one day in file order, as the fold takes them. Allocates only where it is out
// of order.
template <class Visit>
void visit_log(const Hazard& hazard, Visit&& visit) {
  const auto earlier = [](const Event& a, const Event& b) { return a.date.value < b.date.value; };
  if (std::is_sorted(hazard.log.begin(), hazard.log.end(), earlier)) {
    for (const Event& e : hazard.log) visit(e);
    return;
  }
  std::vector<const Event*> sorted;
  for (const Event& e : hazard.log) sorted.push_back(&e);
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Event* a, const Event* b) { return earlier(*a, *b); });
  for (const Event* e : sorted) visit(*e);
}

// Calls visit(event, standing before it) for each entry of the log, by date.
template <class Visit>
void walk_log(const Campaign& campaign, const Record& record, const Hazard& hazard, Visit&& visit) {
  if (hazard.log.empty()) return;
  Standing standing = standing_when_found(campaign, record, hazard);
  visit_log(hazard, [&](const Event& event) {
    visit(event, standing);
    advance(standing, event, campaign);
  });
}

}  // namespace hazcheck
