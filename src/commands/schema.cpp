// hazcheck schema KIND: JSON Schema for editors; --update writes those of the workspace anew.
#include "read/json_schema.hpp"

#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "write/file.hpp"
#include "write/folder.hpp"

namespace hazcheck {
namespace {

std::string schema_of(const Call& call, const Definitions& workspace, SchemaKind kind) {
  return json_schema(kind, call.lang, &workspace.model);
}

// Where there is no folder of them yet: all four at once, or nothing.
Outcome create_all(const Call& call, const Definitions& workspace) {
  auto folder = NewFolder::begin(workspace.root + "/" + std::string(kSchemaFolder));
  if (!folder) return folder.failure();
  for (std::size_t i = 0; i < std::size(kSchemaKinds); ++i) {
    const auto kind = static_cast<SchemaKind>(i);
    NewFolder::File* file = (*folder)->add(std::filesystem::path(schema_path(kind)).filename().string());
    if (file != nullptr) file->append(schema_of(call, workspace, kind));
  }
  return (*folder)->commit();
}

int update(Call& call, const Definitions& workspace) {
  std::error_code error;
  if (!std::filesystem::exists(workspace.root + "/" + std::string(kSchemaFolder), error)) {
    const Outcome created = create_all(call, workspace);
    if (!created) return cannot(call, created.failure());
    for (std::size_t i = 0; i < std::size(kSchemaKinds); ++i)
      call.env.out << schema_path(static_cast<SchemaKind>(i)) << '\n';
    return kOk;
  }
  for (std::size_t i = 0; i < std::size(kSchemaKinds); ++i) {
    const auto kind = static_cast<SchemaKind>(i);
    const Outcome written = replace_file(workspace.root + "/" + schema_path(kind), schema_of(call, workspace, kind));
    if (!written) return cannot(call, written.failure());
    call.env.out << schema_path(kind) << '\n';
  }
  return kOk;
}

int run_schema(Call& call) {
  const std::unique_ptr<Definitions> workspace =
      call.args.has("--general") ? nullptr : load_definitions(call.directory);
  if (call.args.has("--update")) {
    if (call.args.has("--general") || call.args.has("--output") || !call.args.positionals().empty())
      return wrong_usage(call,
                         say("--update takes no other option and no KIND", "--update 不能与其他选项或 KIND 同用"));
    if (workspace) return update(call, *workspace);
    const Result<std::string> root = find_workspace(call.directory);
    return cannot(call, root ? Failure{say("the workspace cannot be read; see 'hazcheck validate'",
                                           "工作区无法读取，请先运行 'hazcheck validate'")}
                             : root.failure());
  }
  const auto kind = parse_schema_kind(call.args.positional(0));
  if (!kind)
    return wrong_usage(call, say("KIND is missing: campaign, roster, checklist or record",
                                 "缺少 KIND：campaign、roster、checklist 或 record"));
  const std::string schema = json_schema(*kind, call.lang, workspace ? &workspace->model : nullptr);
  return write_output(call, [&](std::ostream& out) { out << schema; });
}

constexpr Positional kPositionals[] = {
    {"KIND",
     {"campaign, roster, checklist or record",
      "campaign（专项文件）、roster（名册）、checklist（检查表）或 record（检查记录）"},
     false,
     false,
     kSchemaKinds,
     Completes::choices}};
// clang-format off
constexpr Option kOptions[] = {
    {"--update", "", {"write all four of the workspace anew, in .hazcheck/schema", "重新生成工作区 .hazcheck/schema 中的四个文件"}},
    {"--general", "", {"the schema of any workspace, not of this one", "通用模式，不含本工作区的内容"}},
    {"--output", "FILE", {"write to FILE, whole or not at all", "写入 FILE，要么完整要么不写"}, false, {}, Completes::files},
};
// clang-format on
constexpr UsageExample kExamples[] = {
    {"hazcheck schema --update", {"after the roster or the checklist has changed", "名册或检查表改动之后"}},
    {"hazcheck schema record --output record.json", {"one of them, into a file", "输出其中一个到文件"}},
};

}  // namespace

const Command kSchema{
    "schema",
    {"JSON Schema of a file kind, for editors", "输出文件的 JSON Schema，供编辑器使用"},
    {"Prints the JSON Schema of a kind of file, made from the tables that read it. Inside a workspace it offers the workspace's own rounds, units, people and items. Descriptions are in the language of --lang.",
     "输出某类文件的 JSON Schema，由读取文件所用的表格生成。在工作区内会列出其轮次、单位、人员和检查项供补全。说明文字的语言由 --lang 决定。"},
    kPositionals,
    kOptions,
    kExamples,
    run_schema};

}  // namespace hazcheck
