// The git side of `validate`: which states are compared for HZ7, and which faults a commit answers for.
//
// A change is compared with every parent. What it takes away (HZ701 … HZ710) counts against each parent that still has
// it, unless another parent had taken it away already since their common ancestor: that was judged with the commit that
// did it. What it adds (HZ711) counts where no parent has it.
#pragma once
#include <string>
#include <vector>

#include "commands/workspace.hpp"

namespace hazcheck {

// --against REV: adds HZ7 to what was loaded from the work tree, the index or a revision. The day of the commit is that
// of the revision loaded, else `today`. Call before locate_all().
Outcome check_against(Call& call, Loaded& after, const std::vector<std::string>& revisions, Date today);

// --staged: reads what open_workspace() gave for the index, and does the same against `revisions`, which default to
// HEAD and, while merging, the heads merged; nothing where there is no commit yet. Of the other diagnostics there are
// those in files that differ from every parent, and errors and warnings in other files that no parent has: what lay
// there before does not block a commit. Call before locate_all().
Outcome read_and_check_staged(Call& call, Loaded& staged, const std::vector<std::string>& revisions, Date today);

// --range A..B: HZ7 commit by commit, each against its parents; works in bare repositories and inside hooks. What is
// returned is located; each entry has a note that names its commit.
struct RangeFindings {
  Diagnostics diagnostics;
  std::size_t commits = 0;
  std::size_t files = 0;  // of the workspace, that one of them changed
  std::string prefix;     // of the workspace in the repository
};
Result<RangeFindings> check_range(Call& call, const std::string& range, Date today);

}  // namespace hazcheck
