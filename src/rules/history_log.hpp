// Two states of one log, or of a record's follow-ups, compared as sets: what is gone, what was rewritten, what is new.
#pragma once
#include <string>
#include <vector>

#include "base/lang.hpp"
#include "model/record.hpp"

namespace hazcheck {

struct Rewritten {
  const Event* before;
  const Event* after;
};

struct LogChange {
  std::vector<const Event*> removed;
  std::vector<Rewritten> rewritten;
  std::vector<const Event*> added;
};

// Order counts for nothing. An entry that is gone is paired with a new one of its kind and date, else of its kind,
// else with one of its date that carries `corrected`: that one is the rewritten one.
LogChange compare_logs(List<Event> before, List<Event> after);

struct RewrittenFollowUp {
  const FollowUp* before;
  const FollowUp* after;
};

struct FollowUpChange {
  std::vector<const FollowUp*> kept, removed, added;
  std::vector<RewrittenFollowUp> rewritten;
};

// A follow-up that is gone is paired with a new one of its hazard, else with one that says the same of another.
FollowUpChange compare_lists(List<FollowUp> before, List<FollowUp> after);

// Everything an entry says, in one form whatever the order of its keys; people's names without blanks.
std::string content_of(const Event& event);
std::string content_of(const FollowUp& followup);

// The rewritten entry says why, and says it newly.
bool is_corrected(const Event& before, const Event& after);
// "date 2020-04-17 → 2020-04-20, by 赵敏 → 李四"; three differences at most.
Text difference_of(const Event& before, const Event& after);

}  // namespace hazcheck
