// hazcheck show ID…|FILE…: everything about single hazards, or a file as plain text for git's textconv.
// A file needs no workspace and is never refused for what is in it; hazards are looked up as for any report.
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/record_text.hpp"
#include "commands/registry.hpp"
#include "commands/report_options.hpp"
#include "commands/report_output.hpp"
#include "source/file.hpp"
#include "views/show.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

// An argument that names something on disk is a file; git gives the paths of temporary ones. A hazard's id has the
// form of a path too, but nobody keeps a file of that name.
bool is_file(const Call& call, const std::string& argument) {
  std::error_code error;
  return fs::exists(fs::path(call.directory) / argument, error) || argument.ends_with(".yaml") ||
         argument.starts_with('/');
}

int show_files(Call& call) {
  std::string text;
  for (const std::string& path : call.args.positionals()) {
    std::string bytes;
    const Outcome read =
        read_whole_file((fs::path(call.directory) / path).lexically_normal().string(), kMaxFileBytes, bytes);
    if (!read) return cannot(call, read.failure());
    if (call.args.positionals().size() > 1)
      text.append(text.empty() ? "" : "\n").append("==> ").append(printable(path)).append(" <==\n");
    text += record_text_of(bytes, call.lang);
  }
  return write_output(call, [&](std::ostream& out) { out << text; });
}

int show_hazards(Call& call) {
  Reportable register_ = load_for_report(call);
  if (!register_.loaded) return register_.failed;
  const Loaded& loaded = *register_.loaded;
  Request request{.model = loaded.model, .timelines = loaded.timelines, .as_of = call.as_of, .lang = call.lang};
  request.arguments = call.args.positionals();
  Result<Report> made = show(request, [&](const Record& record, const Answer& answer) -> std::string {
    const Entry* entry = loaded.snapshot.find(loaded.model.files[record.file]);
    std::string bytes;
    if (entry == nullptr || !loaded.snapshot.read(*entry, kMaxFileBytes, bytes)) return {};
    return answer_text_of(bytes, record.checklist->items[answer.item].id.value, call.lang);
  });
  if (!made) return wrong_usage(call, made.failure().message);
  made->meta = meta_of(call, register_);
  return print_report(call, *made);
}

int run_show(Call& call) {
  std::size_t files = 0;
  for (const std::string& argument : call.args.positionals()) files += is_file(call, argument) ? 1 : 0;
  if (files == 0) return show_hazards(call);
  if (files < call.args.positionals().size())
    return wrong_usage(call, say("files and hazard ids do not go together: show them one after the other",
                                 "文件与隐患编号不能一起显示，请分开执行"));
  for (const char* option : {"--rev", "--format", "--excel", "--csv-header"})
    if (call.args.has(option) && call.args.get(option) != "text")
      return wrong_usage(call, say("{0} does not go with a file: its text is always the same",
                                   "{0} 不能用于文件：文件只显示为文本", option));
  return show_files(call);
}

constexpr Positional kArguments[] = {
    {"ID|FILE",
     {"hazards by global id, ROUND/UNIT/ID; or files", "隐患编号（轮次/单位/编号），或文件"},
     true,
     true,
     {},
     Completes::hazards}};
constexpr UsageExample kExamples[] = {
    {"hazcheck show self/sl-yizhong/H1",
     {"one hazard: answer, plan, every event, both dues", "某条隐患：作答、计划、全部事件、原定与现行期限"}},
    {"git config diff.hazcheck.textconv 'hazcheck show'",
     {"git then compares records as plain text; 'hazcheck init' writes the .gitattributes for it",
      "让 git 以纯文本对比记录；.gitattributes 由 'hazcheck init' 写好"}}};

}  // namespace

const Command kShow{
    "show",
    {"everything about one hazard, or a file as plain text", "显示某条隐患的全部情况，或以纯文本显示文件"},
    {"Of a hazard: its answer, its plan, every event and follow-up up to the day, both dues. Of a file (any path, no "
     "workspace needed): plain text, one thing a line, as git's textconv compares it; a broken file is shown as far "
     "as it can be read, and then what is wrong with it.",
     "隐患：检查作答、整改计划、截至当日的全部事件和复查、原定与现行期限。文件（任意路径，不需要工作区）：逐行纯文本，供 git textconv "
     "对比；文件有错时显示能读出的部分，并在末尾列出错误。"},
    kArguments,
    kOutputOptions,
    kExamples,
    run_show};

}  // namespace hazcheck
