// hazcheck validate: every rule over the workspace.
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/history_check.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "render/diagnostics_text.hpp"
#include "render/formats.hpp"
#include "rules/rule.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

// Whether the options go together.
bool understood(const Call& call, Text& fault) {
  const Args& args = call.args;
  const bool range = args.has("--range");
  if (args.has("--staged") && args.has("--rev"))
    fault =
        say("--staged does not go with --rev: the index is no revision", "--staged 不能与 --rev 同用：暂存区不是版本");
  else if (range && (args.has("--staged") || args.has("--rev") || args.has("--against")))
    fault = say("--range compares each commit with the one before; it does not go with --staged, --rev or --against",
                "--range 逐个提交与其前一提交比较，不能与 --staged、--rev、--against 同用");
  else if (range && !args.positionals().empty())
    fault = say("--range looks at whole commits; it takes no PATH", "--range 校验整个提交，不能指定 PATH");
  else return true;
  return false;
}

// As far as its folder is one, without following what it names itself.
fs::path full_path(const fs::path& path) {
  std::error_code error;
  const fs::path plain = fs::absolute(path, error).lexically_normal();
  if (plain.filename().empty() || plain.filename() == "." || plain.filename() == "..")
    return fs::weakly_canonical(plain, error);
  return fs::weakly_canonical(plain.parent_path(), error) / plain.filename();
}

// PATH arguments as prefixes relative to the workspace. A path outside it, or that is not there and that nothing is
// said of either, is a usage fault.
bool narrow(Call& call, const Loaded& loaded, std::vector<std::string>& prefixes, Text& fault) {
  std::error_code error;
  const fs::path root = fs::weakly_canonical(loaded.root, error);
  for (const std::string& given : call.args.positionals()) {
    std::string inside = full_path(fs::path(call.directory) / given).lexically_relative(root).string();
    while (inside.ends_with('/')) inside.pop_back();
    if (inside == ".") inside.clear();
    const auto below = [&](const std::string& path) { return path == inside || path.starts_with(inside + "/"); };
    bool known = inside.empty();
    for (const Entry& e : loaded.snapshot.entries()) known = known || below(e.path);
    for (const Diagnostic& d : loaded.diagnostics.list()) known = known || below(d.place.path);
    if (!known) {
      fault =
          say("'{0}' is no file or folder of this workspace", "'{0}' 不是此工作区中的文件或文件夹", printable(given));
      return false;
    }
    prefixes.push_back(inside);
  }
  return true;
}

bool wanted(const std::string& path, const std::vector<std::string>& prefixes) {
  if (prefixes.empty()) return true;
  for (const std::string& p : prefixes)
    if (p.empty() || path == p || path.starts_with(p + "/")) return true;
  return false;
}

// What stands before the workspace's paths for programs that know the repository alone; "" outside git.
std::string prefix_for(Call& call, Loaded& loaded) {
  const DiagnosticFormat* format = find_diagnostic_format(call.args.get("--format", "text"));
  if (!format->from_top || !find_repository_of(call, loaded)) return {};
  return loaded.prefix;
}

// Prints what was found, in the format asked for, and returns the exit code. `head` goes before the summary.
int conclude(Call& call, Diagnostics& diagnostics, std::size_t files, const std::string& prefix,
             const std::string& head = {}) {
  if (call.args.has("--strict"))
    for (Diagnostic& d : diagnostics.list())
      if (d.severity == Severity::warning) d.severity = Severity::error;
  const Findings findings{diagnostics, files, all_rules(), HAZCHECK_VERSION, prefix};
  const DiagnosticOptions options{call.lang, call.color, call.env.out_is_terminal ? call.env.terminal_width : 0, true};
  const DiagnosticFormat* format = find_diagnostic_format(call.args.get("--format", "text"));
  const int written = write_output(call, [&](std::ostream& out) { format->render(findings, options, out); });
  if (written != kOk) return written;
  call.env.err << head << summary_line(diagnostics, files, call.lang) << '\n';
  return diagnostics.count(Severity::error) > 0 ? kFindings : kOk;
}

int check_commits(Call& call) {
  Result<RangeFindings> found = check_range(call, call.args.get("--range"), call.as_of);
  if (!found) return cannot(call, found.failure());
  const Text head = found->commits == 1 ? say("1 commit, ", "共 1 个提交，")
                                        : say("{0} commits, ", "共 {0} 个提交，", found->commits);
  return conclude(call, found->diagnostics, found->files, found->prefix, head.in(call.lang));
}

// What a person does who was stopped at a commit.
void advise(Call& call, const Diagnostics& diagnostics) {
  call.env.err << say("mend it, 'git add' it, and commit again", "请改正后 git add，再重新提交").in(call.lang) << '\n';
  bool history = false;
  for (const Diagnostic& d : diagnostics.list())
    history = history || (d.rule->code.starts_with("HZ7") && d.severity == Severity::error);
  if (history && !call.args.has("--against"))
    call.env.err << say("to replace the last commit instead: HAZCHECK_AGAINST=HEAD^ git commit --amend",
                        "如要改写上一个提交：HAZCHECK_AGAINST=HEAD^ git commit --amend")
                        .in(call.lang)
                 << '\n';
}

int run_validate(Call& call) {
  Text fault;
  if (!understood(call, fault)) return wrong_usage(call, fault);
  if (call.args.has("--range")) return check_commits(call);
  LoadOptions options{.today = call.as_of, .staged = call.args.has("--staged")};
  if (call.args.has("--rev")) options.revision = call.args.get("--rev");
  auto result = open_workspace(call, options);
  if (!result) return cannot(call, result.failure());
  Loaded& loaded = **result;
  Outcome compared = Done{};
  const std::vector<std::string>& against = call.args.all("--against");
  if (loaded.staged) compared = read_and_check_staged(call, loaded, against, call.as_of);
  else read_workspace(call, call.as_of, loaded, {}, against.empty() ? Prose::forget : Prose::keep);
  if (!loaded.staged && !against.empty()) compared = check_against(call, loaded, against, call.as_of);
  if (!compared) return cannot(call, compared.failure());
  locate_all(loaded, call.jobs);
  std::vector<std::string> prefixes;
  if (!narrow(call, loaded, prefixes, fault)) return wrong_usage(call, fault);
  Diagnostics& diagnostics = loaded.diagnostics;
  std::erase_if(diagnostics.list(), [&](const Diagnostic& d) { return !wanted(d.place.path, prefixes); });
  std::size_t files = 0;
  for (const Entry& e : loaded.snapshot.entries())
    files += e.kind == EntryKind::file && wanted(e.path, prefixes) ? 1 : 0;
  const int code = conclude(call, diagnostics, files, prefix_for(call, loaded));
  for (const Failure& f : loaded.failures) cannot(call, f);
  if (!loaded.failures.empty()) return kCannot;
  if (loaded.staged && code == kFindings) advise(call, diagnostics);
  return code;
}

constexpr std::string_view kFormats[] = {"text", "json", "sarif", "github"};
// clang-format off
constexpr Option kOptions[] = {
    {"--staged", "", {"check the git index, that is, what will be committed, against HEAD (while merging, against all that is merged); faults that HEAD has already in files that are not touched are not shown", "校验 git 暂存区，即将要提交的内容，并与 HEAD 比较（合并时与各方比较）；HEAD 中已有、此次未改动的文件里的问题不显示"}},
    {"--rev", "REV", {"check a git revision instead of the work tree", "校验某个 git 版本而不是工作区"}, false, {}, Completes::revisions},
    {"--against", "REV", {"also check what was changed since REV: the register may only grow", "并校验自 REV 以来的改动：台账只能追加"}, true, {}, Completes::revisions},
    {"--range", "A..B", {"check each commit after A up to B against the one before, as a server does", "逐个校验 A 之后到 B 的提交，供服务器使用"}, false, {}, Completes::revisions},
    {"--strict", "", {"warnings count as errors", "警告按错误处理"}},
    {"--format", "FORMAT", {"text (default), json, sarif or github", "text（默认）、json、sarif 或 github"}, false, kFormats, Completes::choices},
    {"--output", "FILE", {"write to FILE, whole or not at all", "写入 FILE，要么完整要么不写"}, false, {}, Completes::files},
};
// clang-format on
constexpr Positional kPositionals[] = {
    {"PATH",
     {"report only what stands in these files or folders", "只报告这些文件或文件夹中的问题"},
     false,
     true,
     {},
     Completes::files}};
// clang-format off
constexpr UsageExample kExamples[] = {
    {"hazcheck validate", {"checks the whole workspace", "校验整个工作区"}},
    {"hazcheck validate --staged", {"checks what is about to be committed, as the pre-commit hook does", "校验即将提交的内容，与 pre-commit 钩子相同"}},
    {"hazcheck validate --against origin/main", {"also finds what was deleted or rewritten since then", "并查出此后被删除或改写的内容"}},
    {"hazcheck validate --range origin/main..HEAD", {"the same, commit by commit", "同上，逐个提交校验"}},
    {"hazcheck validate --strict records/self", {"reports on one round, warnings as errors", "只报告自查轮次，警告按错误处理"}},
};
// clang-format on

}  // namespace

const Command kValidate{
    "validate",
    {"check the workspace against every rule", "按全部规则校验工作区"},
    {"Reads the whole workspace and reports every fault with its file, line, cause and cure. --as-of moves what counts as today. With --against, --staged and --range also what a change took away from the register (HZ7). Exit status 1 where there are errors.",
     "读取整个工作区，逐条报告问题的文件、行号、原因和改法。--as-of 指定以哪天为“今天”。使用 --against、--staged、--range 时，还校验改动删改了台账中的哪些内容（HZ7）。有错误时退出码为 1。"},
    kPositionals,
    kOptions,
    kExamples,
    run_validate};

}  // namespace hazcheck
