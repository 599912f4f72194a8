// hazcheck merge: git's merge driver for records. Reads three files, writes the merged one over the second.
// Must leave a file that can be gone on with, whatever the three hold.
#include <charconv>
#include <filesystem>

#include "base/process.hpp"
#include "base/text.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "source/file.hpp"
#include "write/file.hpp"
#include "write/merge.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

struct Version {
  std::string path;
  std::string bytes;
  Arena arena;
  const Node* root = nullptr;
  bool sound = false;  // nothing in it, or a tree without a fault
};

const Node* tree_of(std::string_view bytes, Arena& arena, bool& sound) {
  Diagnostics diagnostics;
  const Node* root = bytes.empty() ? nullptr : read_yaml(bytes, 0, arena, diagnostics).root;
  sound = bytes.empty() || (root != nullptr && diagnostics.count(Severity::error) == 0);
  return root;
}

Outcome read_version(const Call& call, std::size_t argument, Version& version) {
  version.path = (fs::path(call.directory) / call.args.positional(argument)).lexically_normal().string();
  Outcome read = read_whole_file(version.path, kMaxFileBytes, version.bytes);
  if (!read) return read;
  if (version.bytes.size() > kMaxFileBytes) return Done{};
  version.root = tree_of(version.bytes, version.arena, version.sound);
  return Done{};
}

std::size_t marker_size_of(const Call& call) {
  const std::string text = call.args.get("--marker-size", "7");
  std::size_t size = 7;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return std::clamp<std::size_t>(size, 1, 200);
}

// Line by line, as git does without a driver: for what is no YAML, or laid out in an unusual way.
Result<Merged> merge_lines(const Version& base, const Version& ours, const Version& theirs,
                           const MergeOptions& options) {
  const Result<ProcessOutput> done =
      run_process({"git", "merge-file", "-p", "--marker-size=" + std::to_string(options.marker_size), "-L",
                   std::string(options.ours), "-L", "base", "-L", std::string(options.theirs), "--", ours.path,
                   base.path, theirs.path});
  if (!done) return done.failure();
  if (done->status < 0 || done->status >= 128)
    return Failure{say("git merge-file: {0}", "git merge-file：{0}", done->err)};
  return Merged{done->out, static_cast<std::size_t>(done->status)};
}

Result<Merged> merge_versions(const Version& base, const Version& ours, const Version& theirs,
                              const MergeOptions& options) {
  if (base.sound && ours.sound && theirs.sound) {
    std::optional<Merged> merged =
        merge_records({base.bytes, base.root}, {ours.bytes, ours.root}, {theirs.bytes, theirs.root}, options);
    if (merged && merged->conflicts > 0) return std::move(*merged);
    Arena arena;
    bool sound = false;
    if (merged) tree_of(merged->text, arena, sound);
    if (sound) return std::move(*merged);
  }
  Result<Merged> merged = merge_lines(base, ours, theirs, options);
  if (!merged || merged->conflicts > 0) return merged;
  // Lines that fit together may still double a key. Then a person has to look.
  Arena arena;
  bool sound = false;
  tree_of(merged->text, arena, sound);
  if (!sound && ours.sound && theirs.sound) {
    const std::string mark(options.marker_size, '<'), part(options.marker_size, '='), end(options.marker_size, '>');
    merged->text = fmt::format("{} {}\n{}{}{}\n{}{}{} {}\n", mark, options.ours, ours.bytes,
                               ours.bytes.ends_with('\n') ? "" : "\n", part, theirs.bytes,
                               theirs.bytes.ends_with('\n') ? "" : "\n", end, options.theirs);
    merged->conflicts = 1;
  }
  return merged;
}

int run_merge(Call& call) {
  Version base, ours, theirs;
  std::size_t argument = 0;
  for (Version* version : {&base, &ours, &theirs}) {
    const Outcome read = read_version(call, argument++, *version);
    if (!read) return cannot(call, read.failure());
  }
  const MergeOptions options{marker_size_of(call)};
  const Result<Merged> merged = merge_versions(base, ours, theirs, options);
  if (!merged) return cannot(call, merged.failure());
  const Outcome written = replace_file(ours.path, merged->text);
  if (!written) return cannot(call, written.failure());
  if (merged->conflicts == 0) return kOk;
  const std::string path = call.args.positionals().size() > 3 ? call.args.positional(3) : call.args.positional(1);
  call.env.err << printable(say("hazcheck: '{0}': {1} {2}; settle what stands between the markers, then 'git add' it",
                                "hazcheck：'{0}' 有 {1} 处冲突；请处理冲突标记之间的内容，再 git add", path,
                                merged->conflicts, merged->conflicts == 1 ? "conflict" : "conflicts")
                                .in(call.lang))
               << '\n';
  return kFindings;
}

constexpr Option kOptions[] = {
    {"--marker-size", "N", {"length of conflict markers (%L); 7 by default", "冲突标记的长度（%L），默认 7"}},
};
constexpr Positional kPositionals[] = {
    {"BASE", {"the common ancestor's version (%O)", "共同祖先的版本（%O）"}, true, false, {}, Completes::files},
    {"OURS",
     {"our version (%A); the result is written here", "我方版本（%A），合并结果写入此文件"},
     true,
     false,
     {},
     Completes::files},
    {"THEIRS", {"their version (%B)", "对方版本（%B）"}, true, false, {}, Completes::files},
    {"PATH",
     {"what the file is called (%P), for messages", "文件在仓库中的路径（%P），用于提示"},
     false,
     false,
     {},
     Completes::files}};
constexpr UsageExample kExamples[] = {
    {"git config merge.hazcheck.driver 'hazcheck merge --marker-size=%L %O %A %B %P'",
     {"git then merges records hazard by hazard; 'hazcheck init --hook' sets it",
      "让 git 逐条隐患合并记录；'hazcheck init --hook' 会设好"}},
    {"hazcheck merge base.yaml ours.yaml theirs.yaml",
     {"merges three files by hand, into ours.yaml", "手工合并三个文件，结果写入 ours.yaml"}}};

}  // namespace

const Command kMerge{
    "merge",
    {"merge two versions of a record, for git", "合并记录的两个版本，供 git 调用"},
    {"Merges answers by item, hazards by id, follow-ups by hazard, log entries as a set ordered by date, and other fields one by one; lines that one side alone touched stay as they were written. Where both sides changed the same thing git's conflict markers are left around it, and the exit status is 1.",
     "按检查项合并作答，按编号合并隐患，按隐患合并复查，处理记录取并集并按日期排列，其他内容逐字段合并；只有一方动过的行保持原样。双方改动同一处时留下 git 冲突标记，退出码为 1。"},
    kPositionals,
    kOptions,
    kExamples,
    run_merge,
    true};

}  // namespace hazcheck
