// The git repository around a workspace, asked through the `git` program. Only reads. Must never go through a shell,
// nor let a revision or a path be taken for an option. What hooks set (GIT_DIR, GIT_INDEX_FILE, quarantine) is
// inherited.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace hazcheck {

class GitObjects;

// Cheap to copy; all copies share their running `git cat-file` processes.
struct Repository {
  std::string git_dir;    // absolute; of a linked work tree its own
  std::string work_tree;  // absolute; empty for a bare repository, or where we stand inside .git
  bool sha256 = false;
  std::shared_ptr<GitObjects> objects;
};

// The repository that `directory` lies in. Where GIT_DIR is set, git resolves it from `git_dir_set_in`, the folder that
// the program was started in; leave that empty otherwise.
Result<Repository> find_repository(const std::string& directory, const std::string& git_dir_set_in = {});

// Where `directory` lies in the work tree: "" for its top, else "a/b/". Fails where it lies outside. Always "" where
// there is no work tree.
Result<std::string> prefix_of(const Repository& repository, const std::string& directory);

// Runs `git ARGS` in the repository and returns what it wrote; any exit status but 0 is a Failure with git's words.
Result<std::string> ask_git(const Repository& repository, const std::vector<std::string>& args,
                            std::string_view input = {});

struct Commit {
  std::string oid;
  std::vector<std::string> parents;
  Date day{};           // the author's, in the author's time zone: a rebase leaves it as it is
  std::string subject;  // as it is: print it through printable()
};

std::string short_oid(std::string_view oid);

// The commit that `revision` names; annotated tags are followed. An unknown one is a Failure with a hint.
Result<std::string> resolve_commit(const Repository& repository, const std::string& revision);
// Empty where nothing has been committed yet.
Result<std::optional<std::string>> head_commit(const Repository& repository);
Result<Commit> read_commit(const Repository& repository, const std::string& oid);
// The commits of `A..B`, parents before children. An A of zeros (as hooks say for a new branch) stands for everything
// that the repository's references reach already; a B of zeros (a deleted branch) names no commit.
Result<std::vector<Commit>> commits_in(const Repository& repository, const std::string& range);
// A best common ancestor; empty where there is none.
Result<std::optional<std::string>> merge_base(const Repository& repository, const std::string& a, const std::string& b);

// The other parents of the merge that is being made (MERGE_HEAD), in order; none outside a merge.
Result<std::vector<std::string>> merging_with(const Repository& repository);

struct TreeState {
  std::optional<std::string> commit;  // HEAD
  bool clean = true;  // nothing of the workspace below `prefix` differs from HEAD, untracked files included
  bool merging = false;
};
Result<TreeState> state_of_tree(const Repository& repository, const std::string& prefix);

// Splits "REV:FOLDER", as git writes a folder of a revision; FOLDER is "" where there is none, else ends in '/'.
struct RevisionPath {
  std::string revision;
  std::optional<std::string> folder;
};
RevisionPath split_revision(const std::string& text);

}  // namespace hazcheck
