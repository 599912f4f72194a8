// hazcheck init [DIR]: a new workspace.
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/hooks.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "read/json_schema.hpp"
#include "read/model_reader.hpp"
#include "write/file.hpp"
#include "write/shipped.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

struct Target {
  std::string_view shipped;
  std::string_view path;
  std::optional<SchemaKind> kind{};  // whose schema its first line names
};
constexpr Target kTargets[] = {
    {"checklists/qingpu-2020/hazcheck.yaml", "hazcheck.yaml", SchemaKind::campaign},
    {"checklists/qingpu-2020/roster.yaml", "roster.yaml", SchemaKind::roster},
    {"checklists/school-safety.yaml", "checklists/school-safety.yaml", SchemaKind::checklist},
    {"checklists/qingpu-2020/gitattributes", ".gitattributes"},
};

std::string_view content_of(std::string_view name) {
  for (const ShippedText& t : shipped_texts())
    if (t.name == name) return t.content;
  return {};
}

// The schemas of the workspace that init has just written.
Outcome write_schemas(Call& call, const fs::path& root) {
  std::map<std::string, std::string> files;
  for (const Target& t : kTargets)
    if (t.kind) files.emplace(t.path, content_of(t.shipped));
  const Snapshot snapshot = snapshot_of(std::move(files));
  Diagnostics unused;
  const Model model = read_model(snapshot, unused, {.jobs = 1}).model;
  for (std::size_t i = 0; i < std::size(kSchemaKinds); ++i) {
    const auto kind = static_cast<SchemaKind>(i);
    const fs::path path = root / schema_path(kind);
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) continue;
    const Outcome written = create_file(path.string(), json_schema(kind, call.lang, &model));
    if (!written) return written;
  }
  return Done{};
}

// Without git there is no history, and half of the rules have nothing to go by.
void advise_repository(Call& call, const fs::path& root) {
  if (is_in_repository(call, root.string())) return;
  const std::string given = call.args.positional(0);
  const std::string where = given.empty() ? "" : " " + given;
  call.env.err << printable(say("this folder is in no git repository yet: 'git init{0}' keeps the register's history",
                                "此文件夹还不在 git 仓库中：请运行 'git init{0}'，以便保留台账的修改历史", where)
                                .in(call.lang))
               << '\n';
}

int run_init(Call& call) {
  const fs::path root = fs::path(call.directory) / call.args.positional(0);
  std::error_code error;
  // A clone of a workspace wants its hooks alone.
  if (call.args.has("--hook") && fs::exists(fs::symlink_status(root / kCampaignFile, error)))
    return install_hooks_in(call, root.string());
  if (call.args.has("--hook")) {
    const Outcome repository = is_in_repository(call, root.string());
    if (!repository) return cannot(call, repository.failure());
  }
  // All or nothing: what is in the way is named before anything is written.
  for (const Target& t : kTargets) {
    const fs::path path = root / t.path;
    if (t.path != ".gitattributes" && fs::exists(fs::symlink_status(path, error)))
      return cannot(call, {say("'{0}' is already there; init never writes over a file",
                               "'{0}' 已存在；init 不会覆盖任何文件", path.lexically_normal().string())});
  }
  for (const Target& t : kTargets) {
    const fs::path path = (root / t.path).lexically_normal();
    if (fs::exists(fs::symlink_status(path, error))) {
      call.env.err << say("kept '{0}' as it is; the lines init would have written are in {1}",
                          "保留原有的 '{0}'；init 要写的内容见 {1}", path.string(),
                          std::string("share/hazcheck/qingpu-2020/gitattributes"))
                          .in(call.lang)
                   << '\n';
      continue;
    }
    const std::string first = t.kind ? schema_line(*t.kind, t.path) : std::string();
    const Outcome written = create_file(path.string(), first + std::string(content_of(t.shipped)));
    if (!written) return cannot(call, written.failure());
    call.env.out << t.path << '\n';
  }
  const Outcome schemas = write_schemas(call, root);
  if (!schemas) return cannot(call, schemas.failure());
  call.env.out << kSchemaFolder << '\n';
  fs::create_directories(root / "records", error);
  call.env.err << say("next: put your units in roster.yaml, then 'hazcheck new self UNIT'",
                      "下一步：在 roster.yaml 中填写受检单位，再运行 'hazcheck new self 单位代码'")
                      .in(call.lang)
               << '\n';
  advise_repository(call, root);
  return call.args.has("--hook") ? install_hooks_in(call, root.string()) : kOk;
}

// clang-format off
constexpr Option kOptions[] = {
    {"--hook", "", {"have git check every commit and merge, and compare and merge records as records; in a workspace that is there already only this", "让 git 在每次提交和合并时校验，并按记录内容比较、合并；工作区已存在时只做这一步"}}};
constexpr Positional kPositionals[] = {{"DIR", {"where; the current folder by default", "位置，默认当前文件夹"}, false, false, {}, Completes::folders}};
constexpr UsageExample kExamples[] = {
    {"hazcheck init", {"makes the current folder a workspace", "把当前文件夹建成工作区"}},
    {"hazcheck init --hook", {"in a clone of a workspace: installs the git hooks, never over others", "在已有工作区的克隆中安装 git 钩子，不覆盖已有钩子"}},
    {"hazcheck init district-2020", {"makes a new folder and the workspace in it", "新建文件夹并在其中建立工作区"}},
};
// clang-format on

}  // namespace

const Command kInit{
    "init",
    {"start a new workspace", "建立新的工作区"},
    {"Writes a campaign of three rounds, a roster of a few invented units to replace, the school-safety checklist, .gitattributes, and schemas for editors. Never writes over a file. With --hook, git runs 'hazcheck validate --staged' before every commit, checks what a merge brought, shows records as plain text and merges them hazard by hazard.",
     "写入三轮排查的专项文件、示例名册（请换成实际单位）、学校安全检查表、.gitattributes 和编辑器用的模式文件。不会覆盖已有文件。加 --hook 则由 git 在每次提交前运行 'hazcheck validate --staged'，合并后校验，以纯文本显示记录，并逐条隐患合并。"},
    kPositionals,
    kOptions,
    kExamples,
    run_init};

}  // namespace hazcheck
