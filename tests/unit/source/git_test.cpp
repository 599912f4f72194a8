// Finding repositories and asking them about commits, with real git.
#include "source/git.hpp"

#include "source/git_sandbox.hpp"

namespace hazcheck {
namespace {

using namespace test;

Repository found(const std::string& directory, const std::string& set_in = {}) {
  Result<Repository> r = find_repository(directory, set_in);
  INFO((r ? "" : r.failure().message.en));
  REQUIRE(r);
  return *r;
}

std::string refusal(const Result<std::string>& r) {
  REQUIRE_FALSE(r);
  CHECK_FALSE(r.failure().message.zh.empty());
  return r.failure().message.en;
}

TEST_CASE("a repository is found from any folder in it", "[git]") {
  const GitSandbox git;
  git.put("a/b/x", "x").commit("first");
  const Repository r = found(git.root() + "/a/b");
  CHECK(r.work_tree == git.root());
  CHECK(r.git_dir == git.root() + "/.git");
  CHECK_FALSE(r.sha256);
  CHECK(*prefix_of(r, git.root()) == "");
  CHECK(*prefix_of(r, git.root() + "/a/b") == "a/b/");
  CHECK(*prefix_of(r, git.root() + "/a/../a/b/.") == "a/b/");
  CHECK(*prefix_of(r, git.root() + "/gone/too") == "gone/too/");
  CHECK(refusal(prefix_of(r, git.beside("other"))).find("outside the git work tree") != std::string::npos);
  CHECK(refusal(prefix_of(r, git.root() + "-2")).find("outside the git work tree") != std::string::npos);
}

TEST_CASE("folders with blanks, quotes and newlines", "[git]") {
  const GitSandbox git;
  const std::string odd = git.beside("一 \"b\"\nc '");
  fs::rename(git.root(), odd);
  write(odd + "/d/x", "x");
  const Repository r = found(odd + "/d");
  CHECK(r.work_tree == odd);
  CHECK(r.git_dir == odd + "/.git");
  CHECK(*prefix_of(r, odd + "/d") == "d/");
}

TEST_CASE("no repository is a failure with git's own reason", "[git]") {
  settle_environment();
  const Folder folder;
  const Result<Repository> r = find_repository(folder.path());
  REQUIRE_FALSE(r);
  CHECK(r.failure().message.en.find("no git repository to read at '" + folder.path() + "'") == 0);
  CHECK(r.failure().message.en.find("not a git repository") != std::string::npos);
}

TEST_CASE("git that is not installed is a failure that says so", "[git]") {
  const GitSandbox git;
  const Variable path("PATH", "/nowhere");
  const Result<Repository> r = find_repository(git.root());
  REQUIRE_FALSE(r);
  CHECK(r.failure().message.en.find("git has to be installed") != std::string::npos);
}

TEST_CASE("bare and SHA-256 repositories, linked work trees, inside .git", "[git]") {
  const GitSandbox git({"--object-format=sha256"});
  const std::string oid = git.put("x", "x").commit("first");
  CHECK(oid.size() == 64);
  CHECK(found(git.root()).sha256);
  CHECK(*resolve_commit(found(git.root()), "main") == oid);

  git({"clone", "-q", "--bare", ".", git.beside("bare.git")});
  const Repository bare = found(git.beside("bare.git"));
  CHECK(bare.work_tree.empty());
  CHECK(bare.git_dir == git.beside("bare.git"));
  CHECK(*prefix_of(bare, "/anywhere") == "");
  CHECK(*resolve_commit(bare, "main") == oid);

  git({"worktree", "add", "-q", git.beside("linked"), "-b", "side"});
  const Repository linked = found(git.beside("linked"));
  CHECK(linked.work_tree == git.beside("linked"));
  CHECK(linked.git_dir == git.root() + "/.git/worktrees/linked");
  CHECK(*resolve_commit(linked, "side") == oid);

  CHECK(found(git.root() + "/.git").work_tree.empty());
}

TEST_CASE("GIT_DIR is honoured from the folder that the program was started in", "[git]") {
  const GitSandbox git;
  git.put("a/x", "x").commit("first");
  const Variable dir("GIT_DIR", ".git");
  const Repository r = found(git.root() + "/a", git.root());
  CHECK(r.work_tree == git.root());
  CHECK(r.git_dir == git.root() + "/.git");
  CHECK(*prefix_of(r, git.root() + "/a") == "a/");
}

TEST_CASE("revisions resolve to commits, or say what may have been meant", "[git]") {
  const GitSandbox git;
  const Repository empty = found(git.root());
  CHECK(refusal(resolve_commit(empty, "HEAD")) == "unknown revision 'HEAD': nothing has been committed yet");
  CHECK_FALSE(*head_commit(empty));
  const std::string first = git.put("x", "1").commit("first"), second = git.put("x", "2").commit("second");
  git({"tag", "-a", "spring", "-m", "t", first});
  const Repository r = found(git.root());
  CHECK(*resolve_commit(r, "HEAD~1") == first);
  CHECK(*resolve_commit(r, "spring") == first);
  CHECK(*resolve_commit(r, second.substr(0, 8)) == second);
  CHECK(*resolve_commit(r, ":/fir") == first);
  CHECK(**head_commit(r) == second);
  CHECK(refusal(resolve_commit(r, "sprnig")) == "unknown revision 'sprnig'; did you mean 'spring'?");
  CHECK(refusal(resolve_commit(r, "HAED")) == "unknown revision 'HAED'; did you mean 'HEAD'?");
  CHECK(refusal(resolve_commit(r, "HEAD~1..HEAD")).find("is a range") != std::string::npos);
  CHECK(refusal(resolve_commit(r, "")) == "the revision is empty");
  CHECK(refusal(resolve_commit(r, "HEAD:x")).find("unknown revision") == 0);
  CHECK(refusal(resolve_commit(r, "\x1b[31mred")).find('\x1b') == std::string::npos);
}

TEST_CASE("a revision is never taken for an option", "[git]") {
  const GitSandbox git;
  git.put("x", "1").commit("first");
  const Repository r = found(git.root());
  for (const char* bad : {"--all", "-h", "--git-dir=/tmp", "--output=owned", "--", "--upload-pack=touch owned"}) {
    INFO(bad);
    CHECK_FALSE(resolve_commit(r, bad));
    CHECK_FALSE(commits_in(r, std::string(bad) + "..HEAD"));
    CHECK_FALSE(commits_in(r, std::string("HEAD..") + bad));
  }
  CHECK_FALSE(fs::exists(git.root() + "/owned"));
}

TEST_CASE("a range lists commits, parents first, with the author's day", "[git]") {
  const GitSandbox git;
  const std::string base = git.put("x", "1").commit("开始\x1b[0m", "2020-04-01");
  git({"checkout", "-q", "-b", "side"});
  const std::string side = git.put("y", "1").commit("side", "2020-04-02");
  git({"checkout", "-q", "main"});
  const std::string main = git.put("x", "2").commit("main", "2020-04-03");
  set_day("2020-04-05");
  git({"merge", "-q", "--no-ff", "-m", "merge", "side"});
  const std::string merge = git({"rev-parse", "HEAD"});
  const Repository r = found(git.root());

  const Result<std::vector<Commit>> commits = commits_in(r, base + "..main");
  REQUIRE(commits);
  REQUIRE(commits->size() == 3);
  CHECK(commits->back().oid == merge);
  CHECK(commits->back().parents == std::vector<std::string>{main, side});
  CHECK(to_string(commits->back().day) == "2020-04-05");
  CHECK(read_commit(r, base)->subject == "开始\x1b[0m");
  CHECK(read_commit(r, base)->parents.empty());
  CHECK(commits_in(r, "main..side")->empty());
  CHECK(commits_in(r, "side..")->size() == 2);
  CHECK(**merge_base(r, main, side) == base);

  const std::string zeros(40, '0');
  CHECK(commits_in(r, "main.." + zeros)->empty());
  CHECK(commits_in(r, zeros + "..main")->empty());  // all of it is reachable already
  git({"checkout", "-q", "--detach"});
  const std::string fresh = git.put("z", "1").commit("fresh");
  git({"checkout", "-q", "main"});
  const Result<std::vector<Commit>> pushed = commits_in(r, zeros + ".." + fresh);
  REQUIRE(pushed);
  REQUIRE(pushed->size() == 1);
  CHECK(pushed->front().oid == fresh);
  CHECK_FALSE(commits_in(r, "main"));
  CHECK_FALSE(commits_in(r, "main...side"));
}

TEST_CASE("a rebase leaves the day of a commit as it was", "[git]") {
  const GitSandbox git;
  git.put("x", "1").commit("base", "2020-04-01");
  git({"checkout", "-q", "-b", "side"});
  git.put("y", "1").commit("side", "2020-04-02");
  git({"checkout", "-q", "main"});
  git.put("x", "2").commit("main", "2020-04-03");
  git({"checkout", "-q", "side"});
  ::unsetenv("GIT_AUTHOR_DATE");
  ::setenv("GIT_COMMITTER_DATE", "2020-06-01T12:00:00+08:00", 1);
  git({"rebase", "-q", "main"});
  const Repository r = found(git.root());
  CHECK(to_string(read_commit(r, **head_commit(r))->day) == "2020-04-02");
}

TEST_CASE("the state of the tree looks at the workspace alone", "[git]") {
  const GitSandbox git;
  git.put("w/hazcheck.yaml", "x\n").put("other", "x\n");
  const Repository r = found(git.root());
  CHECK_FALSE(state_of_tree(r, "w/")->commit);
  CHECK_FALSE(state_of_tree(r, "w/")->clean);
  const std::string head = git.commit("first");
  CHECK(state_of_tree(r, "w/")->commit == head);
  CHECK(state_of_tree(r, "w/")->clean);
  git.put("other", "changed\n");
  CHECK(state_of_tree(r, "w/")->clean);
  git.put("w/records/self/u 1.yaml", "new\n");
  CHECK_FALSE(state_of_tree(r, "w/")->clean);
}

TEST_CASE("the heads of a merge under way", "[git]") {
  const GitSandbox git;
  git.put("x", "1\n").commit("base");
  git({"checkout", "-q", "-b", "side"});
  const std::string side = git.put("x", "2\n").commit("side");
  git({"checkout", "-q", "main"});
  git.put("x", "3\n").commit("main");
  const Repository r = found(git.root());
  CHECK(merging_with(r)->empty());
  CHECK(run_process({"git", "merge", "-q", "side"}, git.root())->status == 1);
  CHECK(*merging_with(r) == std::vector<std::string>{side});
  CHECK(state_of_tree(r, "")->merging);
}

TEST_CASE("REV:FOLDER as git writes it", "[git]") {
  const auto split = [](const std::string& text) {
    const RevisionPath p = split_revision(text);
    return p.revision + "|" + p.folder.value_or("-");
  };
  CHECK(split("main") == "main|-");
  CHECK(split("main:") == "main|");
  CHECK(split("main:a/b") == "main|a/b/");
  CHECK(split("main:./a/") == "main|a/");
  CHECK(split(":/fix: it") == ":/fix: it|-");
  CHECK(split("HEAD^{/fix: it}:w") == "HEAD^{/fix: it}|w/");
  CHECK(split("HEAD@{2020-04-01 10:00}") == "HEAD@{2020-04-01 10:00}|-");
}

}  // namespace
}  // namespace hazcheck
