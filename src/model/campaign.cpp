// Look-ups in the campaign, and its windows as days. Must not report faults: that is the rules' work.
#include "model/campaign.hpp"

#include "base/same_word.hpp"

namespace hazcheck {

const Round* Campaign::find_round(std::string_view wanted) const {
  for (const Round& r : rounds)
    if (r.id.value == wanted) return &r;
  return nullptr;
}

const Body* Campaign::find_department(std::string_view wanted) const {
  for (const Body& d : departments)
    if (d.id.value == wanted) return &d;
  return nullptr;
}

const Body* Campaign::find_body(std::string_view wanted) const {
  return wanted == authority.id.value ? &authority : find_department(wanted);
}

int Campaign::severity_index(std::string_view wanted) const {
  for (std::size_t i = 0; i < policy.severities.size(); ++i)
    if (same_word(policy.severities[i].id.value, wanted)) return static_cast<int>(i);
  return -1;
}

void resolve_windows(Campaign& campaign) {
  const auto resolve = [&](Bound& bound) {
    bound.known = true;
    if (bound.fixed) {
      bound.day = *bound.fixed + bound.offset;
      return;
    }
    if (bound.base == "start") {
      if (campaign.start.present()) bound.day = campaign.start.value + bound.offset;
      return;
    }
    for (const Milestone& m : campaign.milestones) {
      if (m.name.value != bound.base) continue;
      if (m.date) bound.day = *m.date + bound.offset;
      return;
    }
    bound.known = bound.base.empty();
  };
  for (Round& r : campaign.rounds) {
    resolve(r.from);
    resolve(r.to);
  }
}

}  // namespace hazcheck
