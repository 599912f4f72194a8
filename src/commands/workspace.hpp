// How a command gets at the register: finds the workspace, reads the snapshot asked for, runs the rules.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands/command.hpp"
#include "diag/diagnostic.hpp"
#include "read/model_reader.hpp"
#include "source/git.hpp"
#include "source/snapshot.hpp"
#include "status/timeline.hpp"

namespace hazcheck {

// The register as loaded and checked. Not copyable: the model's views point into it.
struct Loaded {
  std::string root;  // the workspace's folder; of a bare repository its git directory
  Snapshot snapshot;
  Model model;
  Timelines timelines;
  Diagnostics diagnostics;  // not located yet: locate_all()
  std::vector<Failure> failures;
  bool staged = false;  // it is the git index
  // Where it was read through git:
  std::optional<Repository> repository;
  std::string prefix;                 // of the workspace in the repository: "" or "a/b/"
  std::optional<std::string> commit;  // of a revision; the index has none
  std::size_t register_from = 0;      // diagnostics before it, while they are not sorted, are of one file alone
};

struct LoadOptions {
  Date today{};                         // what counts as today for the rules
  std::optional<std::string> revision;  // --rev: REV, or REV:FOLDER for the workspace in that folder
  bool staged = false;                  // the git index
};

// Fails where there is no workspace or it cannot be listed. Bad data is in `diagnostics`. For the index and revisions
// the workspace is the nearest folder at or above the call's that holds hazcheck.yaml there; in a repository without a
// work tree the top or the only such folder.
Result<std::unique_ptr<Loaded>> load_workspace(Call& call, const LoadOptions& options);
// The two halves of it: the snapshot, listed and not read yet; and everything else, from that snapshot. The rules over
// single records look at those that `wanted` takes, by path; all where it is empty.
Result<std::unique_ptr<Loaded>> open_workspace(Call& call, const LoadOptions& options);
void read_workspace(Call& call, Date today, Loaded& loaded,
                    const std::function<bool(const std::string& path)>& wanted = {}, Prose prose = Prose::keep);

// The campaign, roster and checklists alone, for what needs no record: schemas and completion.
struct Definitions {
  std::string root;
  Snapshot snapshot;
  Model model;
};
// Null where there is no workspace, or none that can be read. Faults in the files are nobody's business here.
std::unique_ptr<Definitions> load_definitions(const std::string& directory);

// Fills in lines, columns and excerpts, and sorts.
void locate_all(Loaded& loaded, unsigned jobs = 1);
void locate_in(const Snapshot& snapshot, Diagnostics& diagnostics, unsigned jobs = 1);

// The repository that the call's folder lies in; honours GIT_DIR as git does.
Result<Repository> repository_of(Call& call);
// The same for a workspace that was loaded from the work tree; fills in `repository` and `prefix`.
Outcome find_repository_of(Call& call, Loaded& loaded);

// Says on stderr that something could not be done, in the call's language; returns kCannot, or kUsage where the call
// itself was at fault.
int cannot(Call& call, const Failure& failure);
// Says on stderr what is wrong with the call; returns kUsage.
int wrong_usage(Call& call, const Text& fault);

}  // namespace hazcheck
