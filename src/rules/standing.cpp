// Folds the entries that change what a hazard owes. Must not judge them: an entry that was not allowed still
// counts, so that it is reported once and not again by what follows from it.
#include "rules/standing.hpp"

namespace hazcheck {

Standing standing_when_found(const Campaign& campaign, const Record& record, const Hazard& hazard) {
  return {hazard.plan.owner(), hazard.plan.due, severity_of(campaign, record, hazard), nullptr};
}

void advance(Standing& standing, const Event& event, const Campaign& campaign) {
  switch (event.kind.value) {
    case EventKind::rectified: standing.rectified = &event; break;
    case EventKind::deferred:
    case EventKind::reopened:
      if (event.due().present()) standing.due = event.due();
      break;
    case EventKind::regraded:
      if (const Word severity = event.get(EventKey::severity); severity.present())
        standing.severity = campaign.severity_index(severity.value);
      break;
    case EventKind::reassigned:
      if (const Word owner = event.get(EventKey::owner); owner.present()) standing.owner = owner;
      break;
    default: break;
  }
}

Standing standing_on(const Campaign& campaign, const Record& record, const Hazard& hazard, Date day) {
  Standing standing = standing_when_found(campaign, record, hazard);
  visit_log(hazard, [&](const Event& event) {
    if (event.date.value <= day) advance(standing, event, campaign);
  });
  return standing;
}

}  // namespace hazcheck
