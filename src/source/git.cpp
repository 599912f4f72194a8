// Finding the repository and asking it small questions.
#include "source/git.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/process.hpp"
#include "base/text.hpp"
#include "source/git_objects.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

// What git wrote on stderr, as one line without its "fatal:".
std::string words_of(const std::string& err) {
  std::string line = err.substr(0, err.find('\n'));
  for (std::string_view head : {"fatal: ", "error: "})
    if (line.starts_with(head)) line.erase(0, head.size());
  return line;
}

Failure git_missing(const Failure& why) {
  return {say("{0}; git has to be installed and in PATH", "{1}；需要安装 git 并将其加入 PATH", why.message.en,
              why.message.zh)};
}

std::string without_newline(std::string text) {
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

bool is_zeros(std::string_view text) {
  return text.size() >= 40 && text.find_first_not_of('0') == std::string_view::npos;
}

// The object id of the commit that git takes the name for; empty where it takes it for none.
std::string commit_named(const Repository& repository, const std::string& name) {
  const Result<std::string> oid =
      ask_git(repository, {"rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"});
  return oid ? without_newline(*oid) : std::string();
}

Failure no_such_ancestor(const Repository& repository, const std::string& shown, const std::string& name) {
  const Result<std::string> count = ask_git(repository, {"rev-list", "--count", "--first-parent", name, "--"});
  const std::string commits = count ? without_newline(*count) : "?";
  return {say("unknown revision '{0}': '{1}' has no such ancestor, its history has {2} {3}",
              "没有 '{0}' 这个版本：'{1}' 往前没有这样的提交，其历史共 {2} 个提交", shown, printable(name), commits,
              commits == "1" ? "commit" : "commits")};
}

// Why git knows of no such revision, in its own words.
std::string words_of_refusal(const Repository& repository, const std::string& revision) {
  const Result<std::string> asked = ask_git(repository, {"rev-parse", "--verify", "--end-of-options", revision});
  const std::string said = asked ? std::string() : asked.failure().message.en;
  return printable(said.substr(std::min(said.size(), std::string("git rev-parse: ").size())));
}

Failure unknown_revision(const Repository& repository, const std::string& revision) {
  if (revision.empty()) return {say("the revision is empty", "没有写版本"), true};
  const std::string shown = printable(revision);
  if (revision.find("..") != std::string::npos)
    return {say("'{0}' is a range; one revision is wanted here", "'{0}' 是一个范围，此处需要一个版本", shown), true};
  const Result<std::string> listed = ask_git(repository, {"for-each-ref", "--format=%(refname:short)"});
  const std::vector<std::string> names = listed ? lines_of(*listed) : std::vector<std::string>{};
  const Result<std::optional<std::string>> head = head_commit(repository);
  if (names.empty() && head && !*head)
    return {
        say("unknown revision '{0}': nothing has been committed yet", "没有 '{0}' 这个版本：仓库中还没有提交", shown)};
  // In "main~9" or "HEAD@{1}" the name may be right and what is asked of it wrong.
  const std::size_t end = std::min(revision.find_first_of("~^@"), revision.size());
  const std::string name = revision.substr(0, end), rest = printable(revision.substr(end));
  const bool named = !rest.empty() && !name.empty() && name[0] != '-' && !commit_named(repository, name).empty();
  std::vector<std::string_view> candidates{"HEAD"};
  candidates.insert(candidates.end(), names.begin(), names.end());
  if (const auto near = did_you_mean(name, candidates); near && !named)
    return {say("unknown revision '{0}'; did you mean '{1}{2}'?", "没有 '{0}' 这个版本，是否想写 '{1}{2}'？", shown,
                *near, rest)};
  const Result<std::string> shallow = ask_git(repository, {"rev-parse", "--is-shallow-repository"});
  if (shallow && *shallow == "true\n")
    return {say("unknown revision '{0}'; this is a shallow clone: 'git fetch --unshallow' gets the rest of the history",
                "没有 '{0}' 这个版本；这是浅克隆，可用 'git fetch --unshallow' 取回完整历史", shown)};
  if (named && rest[0] != '@') return no_such_ancestor(repository, shown, name);
  if (named) {
    const std::string why = words_of_refusal(repository, revision);
    return {say("unknown revision '{0}'; git says: {1}", "没有 '{0}' 这个版本；git 提示：{1}", shown, why)};
  }
  return {say("unknown revision '{0}'; 'git log --oneline --all' lists those there are",
              "没有 '{0}' 这个版本；可用 'git log --oneline --all' 查看已有版本", shown)};
}

constexpr std::string_view kLogFormat = "--format=%H%x00%P%x00%as%x00%s%x00";

// Commits in kLogFormat; -z puts another NUL behind each.
std::vector<Commit> parse_commits(std::string_view text) {
  std::vector<Commit> commits;
  const auto field = [&] {
    const std::size_t end = std::min(text.find('\0'), text.size());
    const std::string_view value = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return value;
  };
  while (!text.empty()) {
    Commit c;
    c.oid = field();
    std::string_view parents = field();
    while (!parents.empty()) {
      const std::size_t end = std::min(parents.find(' '), parents.size());
      c.parents.emplace_back(parents.substr(0, end));
      parents.remove_prefix(std::min(parents.size(), end + 1));
    }
    c.day = parse_date(field()).value_or(Date{});
    c.subject = field();
    field();
    if (!c.oid.empty()) commits.push_back(std::move(c));
  }
  return commits;
}

}  // namespace

Result<Repository> find_repository(const std::string& directory, const std::string& git_dir_set_in) {
  // rev-parse repeats a flag that it does not know: the mark parts what may hold newlines.
  constexpr std::string_view kMark = "\n--hazcheck-mark\n";
  const std::string& from = git_dir_set_in.empty() ? directory : git_dir_set_in;
  const Result<ProcessOutput> asked = run_process(
      {"git", "rev-parse", "--show-object-format", "--absolute-git-dir", "--hazcheck-mark", "--show-toplevel"}, from);
  if (!asked) return git_missing(asked.failure());
  const std::string& out = asked->out;
  const std::size_t first = out.find('\n'), mark = out.find(kMark);
  if (mark == std::string::npos || first >= mark)
    return Failure{say("no git repository to read at '{0}': {1}", "'{0}' 处没有可读的 git 仓库：{1}",
                       fs::path(directory).lexically_normal().string(), words_of(asked->err))};
  Repository r;
  r.sha256 = out.substr(0, first) == "sha256";
  r.git_dir = out.substr(first + 1, mark - first - 1);
  if (asked->status == 0) r.work_tree = without_newline(out.substr(mark + kMark.size()));
  r.objects = std::make_shared<GitObjects>(r.git_dir);
  return r;
}

Result<std::string> prefix_of(const Repository& repository, const std::string& directory) {
  if (repository.work_tree.empty()) return std::string();
  std::error_code error;
  const fs::path top = fs::weakly_canonical(repository.work_tree, error);
  const fs::path inside = fs::weakly_canonical(directory.empty() ? "." : directory, error).lexically_relative(top);
  std::string prefix = inside.string();
  if (prefix.empty() || prefix == ".." || prefix.starts_with("../"))
    return Failure{say("'{0}' lies outside the git work tree '{1}'", "'{0}' 不在 git 工作树 '{1}' 中", directory,
                       repository.work_tree)};
  if (prefix == ".") return std::string();
  if (!prefix.ends_with('/')) prefix += '/';
  return prefix;
}

Result<std::string> ask_git(const Repository& repository, const std::vector<std::string>& args,
                            std::string_view input) {
  std::vector<std::string> argv{"git", "--git-dir=" + repository.git_dir};
  if (!repository.work_tree.empty()) argv.push_back("--work-tree=" + repository.work_tree);
  argv.insert(argv.end(), {"--no-optional-locks", "--literal-pathspecs"});
  argv.insert(argv.end(), args.begin(), args.end());
  Result<ProcessOutput> done =
      run_process(argv, repository.work_tree.empty() ? repository.git_dir : repository.work_tree, input);
  if (!done) return git_missing(done.failure());
  if (done->status != 0) return Failure{say("git {0}: {1}", "git {0}：{1}", args.front(), words_of(done->err))};
  return std::move(done->out);
}

std::string short_oid(std::string_view oid) { return std::string(oid.substr(0, 10)); }

Result<std::string> resolve_commit(const Repository& repository, const std::string& revision) {
  if (!revision.empty() && !revision.starts_with('-')) {
    const auto parse = [&](const std::string& name) {
      return ask_git(repository, {"rev-parse", "--verify", "--quiet", "--end-of-options", name});
    };
    // The text that ":/text" searches for goes on to the end: nothing can be put behind it.
    const bool search = revision.starts_with(":/");
    const Result<std::string> found = search ? parse(revision) : parse(revision + "^{commit}");
    if (found && !search) return without_newline(*found);
    const Result<std::string> oid = found ? parse(without_newline(*found) + "^{commit}") : found;
    if (oid) return without_newline(*oid);
  }
  return unknown_revision(repository, revision);
}

Result<std::optional<std::string>> head_commit(const Repository& repository) {
  const Result<std::string> oid = ask_git(repository, {"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
  if (oid) return std::optional<std::string>(without_newline(*oid));
  return std::optional<std::string>();
}

Result<Commit> read_commit(const Repository& repository, const std::string& oid) {
  Result<std::string> text = ask_git(repository, {"log", "--no-walk", "--no-show-signature", "--encoding=UTF-8", "-z",
                                                  std::string(kLogFormat), oid, "--"});
  if (!text) return text.failure();
  std::vector<Commit> commits = parse_commits(*text);
  if (commits.size() != 1) return unknown_revision(repository, oid);
  return commits.front();
}

Result<std::vector<Commit>> commits_in(const Repository& repository, const std::string& range) {
  const std::size_t dots = range.find("..");
  if (dots == std::string::npos || range.compare(dots, 3, "...") == 0)
    return Failure{
        say("'{0}' is no range of revisions: write A..B", "'{0}' 不是版本范围，请写作 A..B", printable(range)), true};
  const std::string from = dots == 0 ? "HEAD" : range.substr(0, dots);
  const std::string to = range.size() == dots + 2 ? "HEAD" : range.substr(dots + 2);
  if (is_zeros(to)) return std::vector<Commit>();
  const Result<std::string> last = resolve_commit(repository, to);
  if (!last) return last.failure();
  std::vector<std::string> args{"log", "--topo-order",          "--reverse", "--no-show-signature", "--encoding=UTF-8",
                                "-z",  std::string(kLogFormat), *last};
  if (is_zeros(from)) {
    args.insert(args.end(), {"--not", "--all"});
  } else {
    const Result<std::string> first = resolve_commit(repository, from);
    if (!first) return first.failure();
    args.push_back("^" + *first);
  }
  args.push_back("--");
  const Result<std::string> text = ask_git(repository, args);
  if (!text) return text.failure();
  return parse_commits(*text);
}

Result<std::optional<std::string>> merge_base(const Repository& repository, const std::string& a,
                                              const std::string& b) {
  const Result<std::string> oid = ask_git(repository, {"merge-base", a, b});
  if (oid) return std::optional<std::string>(without_newline(*oid));
  return std::optional<std::string>();
}

Result<std::vector<std::string>> merging_with(const Repository& repository) {
  std::vector<std::string> heads;
  std::ifstream file(fs::path(repository.git_dir) / "MERGE_HEAD");
  for (std::string line; std::getline(file, line);) {
    Result<std::string> oid = resolve_commit(repository, line);
    if (!oid) return oid.failure();
    heads.push_back(*oid);
  }
  return heads;
}

Result<TreeState> state_of_tree(const Repository& repository, const std::string& prefix) {
  TreeState state;
  Result<std::optional<std::string>> head = head_commit(repository);
  if (!head) return head.failure();
  state.commit = *head;
  if (repository.work_tree.empty()) return state;
  std::vector<std::string> args{"status", "--porcelain", "-z", "--untracked-files=normal", "--no-renames", "--"};
  for (const std::string& path : workspace_paths(prefix)) args.push_back(path);
  const Result<std::string> changed = ask_git(repository, args);
  if (!changed) return changed.failure();
  state.clean = changed->empty();
  std::error_code error;
  state.merging = fs::exists(fs::path(repository.git_dir) / "MERGE_HEAD", error);
  return state;
}

RevisionPath split_revision(const std::string& text) {
  int braces = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') ++braces;
    if (text[i] == '}') --braces;
    if (text[i] != ':' || braces > 0) continue;
    if (i == 0) break;  // ":/text" searches a commit
    std::string folder = text.substr(i + 1);
    while (folder.ends_with('/')) folder.pop_back();
    while (folder.starts_with("./")) folder.erase(0, 2);
    if (folder == ".") folder.clear();
    if (!folder.empty()) folder += '/';
    return {text.substr(0, i), std::move(folder)};
  }
  return {text, std::nullopt};
}

}  // namespace hazcheck
