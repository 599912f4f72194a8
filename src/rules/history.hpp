// HZ7: what may not change once it has been committed. Compares two states of the register; knows nothing of git.
#pragma once
#include <set>
#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/model.hpp"
#include "status/timeline.hpp"

namespace hazcheck {

std::span<const RuleInfo> history_rules();

struct HistoryScope {
  Date commit_day{};  // the day of the commit that brings the change
  Date today{};       // as of which a hazard is open
  // The paths that differ. Other records of `after` are taken to be as they were, and `before` need not hold them.
  // Null: everything may have changed.
  const std::set<std::string, std::less<>>* changed = nullptr;
};

// Reports what `after` no longer says as `before` did. Positions are those of `after`; a record that is gone has a path
// only (Diagnostic::place). A record whose file is still there but cannot be read any more is left to the reader's
// rules.
void check_history(const Model& before, const Model& after, const Timelines& timelines_after, const HistoryScope& scope,
                   Diagnostics& diagnostics);

// True for what only looks at what a change adds (HZ711): in a merge it counts where no parent has it.
bool is_about_additions(const RuleInfo& rule);

}  // namespace hazcheck
