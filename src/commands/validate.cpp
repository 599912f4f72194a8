// hazcheck validate: every rule over the workspace.
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "render/diagnostics_text.hpp"
#include "render/formats.hpp"
#include "rules/rule.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

// PATH arguments as prefixes relative to the workspace. A path outside it, or that is not there, is a usage fault.
bool narrow(Call& call, const Loaded& loaded, std::vector<std::string>& prefixes, Text& fault) {
  for (const std::string& given : call.args.positionals()) {
    const fs::path full = fs::weakly_canonical(fs::path(call.directory) / given);
    std::string inside = full.lexically_relative(fs::weakly_canonical(loaded.root)).string();
    if (inside == ".") inside.clear();
    bool known = inside.empty();
    for (const Entry& e : loaded.snapshot.entries())
      if (e.path == inside || e.path.starts_with(inside + "/")) known = true;
    if (!known) {
      fault = say("'{0}' is no file or folder of this workspace", "'{0}' 不是此工作区中的文件或文件夹", printable(given));
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

int run_validate(Call& call) {
  auto result = load_workspace(call, {.today = call.as_of});
  if (!result) return cannot(call, result.failure());
  Loaded& loaded = **result;
  std::vector<std::string> prefixes;
  Text fault;
  if (!narrow(call, loaded, prefixes, fault)) return wrong_usage(call, fault);
  locate_all(loaded);
  Diagnostics& diagnostics = loaded.diagnostics;
  std::erase_if(diagnostics.list(), [&](const Diagnostic& d) { return !wanted(d.place.path, prefixes); });
  if (call.args.has("--strict"))
    for (Diagnostic& d : diagnostics.list())
      if (d.severity == Severity::warning) d.severity = Severity::error;
  std::size_t files = 0;
  for (const Entry& e : loaded.snapshot.entries()) files += e.kind == EntryKind::file && wanted(e.path, prefixes) ? 1 : 0;
  const Findings findings{diagnostics, files, all_rules(), HAZCHECK_VERSION};
  const DiagnosticOptions options{call.lang, call.color, call.env.out_is_terminal ? call.env.terminal_width : 0, true};
  const DiagnosticFormat* format = find_diagnostic_format(call.args.get("--format", "text"));
  const int written = write_output(call, [&](std::ostream& out) { format->render(findings, options, out); });
  if (written != kOk) return written;
  for (const Failure& f : loaded.failures) cannot(call, f);
  call.env.err << summary_line(diagnostics, files, call.lang) << '\n';
  if (!loaded.failures.empty()) return kCannot;
  return diagnostics.count(Severity::error) > 0 ? kFindings : kOk;
}

constexpr std::string_view kFormats[] = {"text", "json", "sarif", "github"};
constexpr Option kOptions[] = {
    {"--strict", "", {"warnings count as errors", "警告按错误处理"}},
    {"--format", "FORMAT", {"text (default), json, sarif or github", "text（默认）、json、sarif 或 github"}, false, kFormats, Completes::choices},
    {"--output", "FILE", {"write to FILE, whole or not at all", "写入 FILE，要么完整要么不写"}, false, {}, Completes::files},
};
constexpr Positional kPositionals[] = {{"PATH", {"report only what stands in these files or folders", "只报告这些文件或文件夹中的问题"}, false, true, {}, Completes::files}};
constexpr UsageExample kExamples[] = {
    {"hazcheck validate", {"checks the whole workspace", "核对整个工作区"}},
    {"hazcheck validate --strict records/self", {"reports on one round, warnings as errors", "只报告自查轮次，警告按错误处理"}},
};

}  // namespace

const Command kValidate{"validate",
                        {"check the workspace against every rule", "按全部规则核对工作区"},
                        {"Reads the whole workspace and reports every fault with its file, line, cause and cure. --as-of moves what counts as today. Exit status 1 where there are errors.",
                         "读取整个工作区，逐条报告问题的文件、行号、原因和改法。--as-of 指定以哪天为“今天”。有错误时退出码为 1。"},
                        kPositionals, kOptions, kExamples, run_validate};

}  // namespace hazcheck
