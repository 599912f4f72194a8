// Hooks and drivers, written through `git config` and as new files. Must leave alone whatever is there already.
#include "write/hooks.hpp"

#include <array>
#include <filesystem>

#include "base/process.hpp"
#include "write/file.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

struct Setting {
  std::string_view key;
  std::string_view value;
};
constexpr std::array<Setting, 3> kSettings{{
    // Where hazcheck is not to be found, git's own line by line work beats none: a driver that cannot be run would
    // leave a file without the other side's lines.
    {"diff.hazcheck.textconv", "f() { hazcheck show \"$1\" 2>/dev/null || cat \"$1\"; }; f"},
    {"merge.hazcheck.name", "inspection records, hazard by hazard"},
    {"merge.hazcheck.driver",
     "if command -v hazcheck >/dev/null; then hazcheck merge --marker-size=%L %O %A %B %P; "
     "else git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B; fi"},
}};
constexpr std::array<std::string_view, 3> kHooks{"pre-commit", "pre-merge-commit", "post-merge"};
constexpr std::string_view kAttribute = "records/**/*.yaml  diff=hazcheck merge=hazcheck";

// One word of a shell line.
std::string shell_word(std::string_view word) {
  std::string out = "'";
  for (char c : word) {
    if (c == '\'') out += "'\\''";
    else out += c;
  }
  return out + "'";
}

std::string folder_of(const std::string& prefix) {
  return prefix.empty() ? prefix : prefix.substr(0, prefix.size() - 1);
}

// "hazcheck validate …" for a workspace at `prefix`.
std::string call(const std::string& prefix, std::string_view options) {
  std::string line = "hazcheck";
  if (!prefix.empty()) line += " -C " + shell_word(folder_of(prefix));
  return line.append(" validate").append(options);
}

std::string call_of(std::string_view hook, const std::string& prefix) {
  if (hook == "post-merge") return call(prefix, "");
  return call(prefix, " --staged");
}

// stdout without its last newline, and git's exit status.
struct Answer {
  int status = 0;
  std::string out;
  std::string err;
};

Result<Answer> git(const std::string& work_tree, std::vector<std::string> args) {
  args.insert(args.begin(), "git");
  Result<ProcessOutput> done = run_process(args, work_tree);
  if (!done) return done.failure();
  if (done->out.ends_with('\n')) done->out.pop_back();
  return Answer{done->status, std::move(done->out), std::move(done->err)};
}

class Installation {
 public:
  Installation(const HookPlace& place, HookReport& report) : place_(place), report_(report) {}

  Outcome hooks() {
    // A hooksPath that is not the clone's own serves other repositories too.
    const Result<Answer> set = git(place_.work_tree, {"config", "--show-scope", "--get", "core.hooksPath"});
    if (!set) return set.failure();
    const bool shared = set->status == 0 && !set->out.starts_with("local\t") && !set->out.starts_with("worktree\t");
    for (std::string_view hook : kHooks) {
      const Result<Answer> asked = git(place_.work_tree, {"rev-parse", "--git-path", "hooks/" + std::string(hook)});
      if (!asked) return asked.failure();
      if (asked->status != 0) return Failure{say("git: {0}", "git：{0}", asked->err)};
      Outcome done = install(hook, fs::path(place_.work_tree) / asked->out, shared);
      if (!done) return done;
    }
    return Done{};
  }

  Outcome settings() {
    for (const Setting& s : kSettings) {
      const std::string key(s.key), value(s.value);
      const Result<Answer> now = git(place_.work_tree, {"config", "--get", key});
      if (!now) return now.failure();
      if (now->status == 0) {
        if (now->out != value)
          report_.to_do.push_back(say("kept {0} = '{1}'; hazcheck would set '{2}'",
                                      "保留 {0} = '{1}'；hazcheck 建议设为 '{2}'", key, now->out, value));
        continue;
      }
      const Result<Answer> written = git(place_.work_tree, {"config", "--local", key, value});
      if (!written) return written.failure();
      if (written->status != 0) return Failure{say("git config {0}: {1}", "git config {0}：{1}", key, written->err)};
      report_.done.push_back(say("git config {0} '{1}'", "git config {0} '{1}'", key, value));
    }
    return Done{};
  }

  Outcome attributes() {
    const std::string any = place_.prefix + "records/round/unit.yaml";
    const Result<Answer> answer = git(place_.work_tree, {"check-attr", "diff", "merge", "--", any});
    if (!answer) return answer.failure();
    if (answer->out.find(": diff: hazcheck") == std::string::npos ||
        answer->out.find(": merge: hazcheck") == std::string::npos)
      report_.to_do.push_back(say("add this line to '{0}.gitattributes': {1}",
                                  "请在 '{0}.gitattributes' 中加入一行：{1}", place_.prefix, kAttribute));
    return Done{};
  }

 private:
  Outcome install(std::string_view hook, const fs::path& path, bool shared) {
    const std::string shown = path.lexically_normal().string(), script = hook_script(hook, place_.prefix);
    const std::optional<std::string> now = place_.content_of(shown);
    if (now && (*now == script || now->find(call_of(hook, place_.prefix)) != std::string::npos)) return Done{};
    if (shared || now) {
      const std::string line = call_of(hook, place_.prefix) + (hook == "post-merge" ? "" : " || exit 1");
      report_.to_do.push_back(
          now ? say("there is another hook '{0}': add this line to it: {1}",
                    "已有其他钩子 '{0}'：请在其中加入一行：{1}", shown, line)
              : say("core.hooksPath serves other repositories too; to check here, let '{0}' run: {1}",
                    "core.hooksPath 由多个仓库共用；如需校验，请让 '{0}' 执行：{1}", shown, line));
      return Done{};
    }
    Outcome written = create_file(shown, script, true);
    if (!written) return written;
    report_.done.push_back(say("hook '{0}'", "钩子 '{0}'", shown));
    return Done{};
  }

  const HookPlace& place_;
  HookReport& report_;
};

// A clone where hazcheck is not installed must not commit unchecked without noticing.
constexpr std::string_view kFound = R"(if ! command -v hazcheck >/dev/null 2>&1; then
  echo 'hazcheck is not in PATH: nothing was checked' >&2
  exit 1
fi
)";

}  // namespace

std::string hook_script(std::string_view hook, const std::string& prefix) {
  const std::string campaign = prefix + "hazcheck.yaml";
  const std::string only_here =
      "# Nothing to check where neither the last commit nor this one holds the workspace.\n"
      "git cat-file -e " +
      shell_word("HEAD:" + campaign) +
      " 2>/dev/null ||\n"
      "  git cat-file -e " +
      shell_word(":" + campaign) + " 2>/dev/null || exit 0\n";
  std::string script = "#!/bin/sh\n";
  if (hook == "pre-commit") {
    script +=
        "# Checks what is about to be committed, never the work tree. Written by 'hazcheck init --hook'.\n"
        "# One commit without it: git commit --no-verify\n"
        "# To replace the last commit, which git does not tell a hook: HAZCHECK_AGAINST=HEAD^ git commit --amend\n";
    script.append(kFound).append(only_here);
    script += "exec " + call(prefix, " --staged ${HAZCHECK_AGAINST:+--against \"$HAZCHECK_AGAINST\"}") + "\n";
  } else if (hook == "pre-merge-commit") {
    script +=
        "# Checks a merge that git makes by itself, against both sides. Written by 'hazcheck init --hook'.\n"
        "# One merge without it: git merge --no-verify\n";
    script.append(kFound).append(only_here);
    script +=
        "# git names the heads merged in the environment; MERGE_HEAD is not there yet.\n"
        "heads=$(env | sed -n 's/^GITHEAD_\\([0-9a-f]\\{40,64\\}\\)=.*/--against \\1/p')\n"
        "# shellcheck disable=SC2086 # one option after the other\n"
        "exec " +
        call(prefix, " --staged ${heads:+--against HEAD $heads}") + "\n";
  } else {
    script +=
        "# Checks what a merge or pull brought. It is there already, so this only tells. Written by 'hazcheck init --hook'.\n";
    script +=
        "command -v hazcheck >/dev/null 2>&1 || exit 0\n"
        "test -e " +
        shell_word(campaign) + " || exit 0\n";
    script += call(prefix, " >&2 || echo 'hazcheck: mend this before you push' >&2") + "\nexit 0\n";
  }
  return script;
}

Result<HookReport> install_hooks(const HookPlace& place) {
  HookReport report;
  Installation installation(place, report);
  for (const Outcome& done : {installation.hooks(), installation.settings(), installation.attributes()})
    if (!done) return done.failure();
  return report;
}

}  // namespace hazcheck
