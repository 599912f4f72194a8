// Snapshots of the git index and of revisions, and what differs between two of them. Paths in a snapshot are relative
// to the workspace; `prefix` is where that lies in the repository: "" or "a/b/". Sizes are not known before reading.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "source/git.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {

// What is staged. A path in conflict is one entry of kind conflict; what was only announced (git add -N) is left out,
// as a commit would.
Result<Snapshot> load_index(const Repository& repository, const std::string& prefix);

// A revision as a user writes it; the label is "REV (short id)".
Result<Snapshot> load_revision(const Repository& repository, const std::string& prefix, const std::string& revision);

// A commit by its id. With `records`, of what lies in records/ only those paths; everything else is always there.
using PathSet = std::set<std::string, std::less<>>;
Result<Snapshot> load_commit(const Repository& repository, const std::string& prefix, const std::string& oid,
                             const std::string& label, const PathSet* records = nullptr);

// The paths whose kind or object differs, or that only one side has. Both sides must come from git.
PathSet changed_paths(const Snapshot& a, const Snapshot& b);
// The same for two commits, without listing what they share.
Result<PathSet> changed_paths(const Repository& repository, const std::string& prefix, const std::string& a,
                              const std::string& b);
// The paths of the index that differ from a commit.
Result<PathSet> changed_in_index(const Repository& repository, const std::string& prefix, const std::string& commit);
// The paths of the work tree that differ, or may differ, from a commit; untracked files included.
Result<PathSet> changed_in_work_tree(const Repository& repository, const std::string& prefix, const std::string& commit,
                                     const Snapshot& work_tree);

// The prefix of the nearest folder at or above `from` that holds hazcheck.yaml in that commit (or, without one, in the
// index); empty where there is none. In a repository without a work tree also the only such folder of the commit.
Result<std::optional<std::string>> find_workspace_in(const Repository& repository,
                                                     const std::optional<std::string>& commit, const std::string& from);

}  // namespace hazcheck
