// Three versions of one log as sets of entries: what has to be done to ours. Knows nothing of text.
#pragma once
#include <span>
#include <vector>

#include "yaml/node.hpp"

namespace hazcheck {

// ours and theirs: ours is replaced by theirs. Only ours: it is taken out. Only theirs: it comes in behind `behind`, an
// entry of ours, or before all of them. With `conflict` both stay, between markers; a missing one was taken out there.
struct LogStep {
  const Node* ours = nullptr;
  const Node* theirs = nullptr;
  const Node* behind = nullptr;
  bool conflict = false;
};

// Entries are recognised by what they say. One that a side rewrote is the one it took out, with the date and event, or
// else the event, of one it brought. What comes in is put in order of dates; on one day behind ours, but that nothing
// rectified stands behind its own closing.
std::vector<LogStep> merge_log(std::span<const Node> base, std::span<const Node> ours, std::span<const Node> theirs);

}  // namespace hazcheck
