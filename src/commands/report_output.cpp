// Loading for reports, and printing them. Must not compute a figure.
#include "commands/report_output.hpp"

#include <ostream>

#include "base/text.hpp"
#include "commands/gates.hpp"
#include "commands/output.hpp"
#include "commands/soundness.hpp"
#include "render/formats.hpp"

namespace hazcheck {
namespace {

void say_left_out(Call& call, const std::vector<Meta::LeftOut>& left_out) {
  for (const Meta::LeftOut& l : left_out)
    call.env.err << "hazcheck: "
                 << printable(say("left out {0}: {1}", "略去 {0}：{1}", l.what, l.why.in(call.lang)).in(call.lang))
                 << '\n';
}

std::string format_of(const Call& call) {
  const bool for_spreadsheet = call.args.has("--excel") || call.args.has("--csv-header");
  return call.args.get("--format", for_spreadsheet ? "csv" : "text");
}

// What a work tree was made from; nothing where it is in no repository. CSV does not say it, so nobody waits for git.
void add_tree_state(Call& call, Loaded& loaded, Meta& meta) {
  if (!find_repository_of(call, loaded)) return;
  const Result<TreeState> state = state_of_tree(*loaded.repository, loaded.prefix);
  if (!state) return;
  meta.commit = state->commit.value_or("");
  meta.clean = state->clean;
}

}  // namespace

Reportable load_for_report(Call& call, Prose prose) {
  std::optional<std::string> revision;
  if (call.args.has("--rev")) revision = call.args.get("--rev");
  return load_for_report(call, revision, prose);
}

Reportable load_for_report(Call& call, const std::optional<std::string>& revision, Prose prose) {
  auto opened = open_workspace(call, {.today = call.env.today, .revision = revision});
  if (opened) return read_for_report(call, std::move(*opened), revision, prose);
  Reportable out;
  out.failed = cannot(call, opened.failure());
  return out;
}

Reportable read_for_report(Call& call, std::unique_ptr<Loaded> opened, const std::optional<std::string>& revision,
                           Prose prose) {
  Reportable out;
  out.loaded = std::move(opened);
  read_workspace(call, call.env.today, *out.loaded, {}, prose);
  const bool keep_going = call.args.has("--keep-going");
  for (const Failure& f : out.loaded->failures) cannot(call, f);
  const std::size_t errors = out.loaded->diagnostics.count(Severity::error);
  const bool readable = out.loaded->model.campaign.read && out.loaded->model.roster.read;
  if (!readable || (!keep_going && (errors > 0 || !out.loaded->failures.empty()))) {
    const Text whole = revision ? say("'{0}'", "版本 '{0}' ", *revision) : say("the workspace", "工作区");
    const std::string check = revision ? "hazcheck validate --rev " + *revision : "hazcheck validate";
    Text why = say("{0} has {2} {3}: run '{4}', or report on the rest with --keep-going",
                   "{1}有 {2} 个错误：请运行 '{4}' 查看，或用 --keep-going 就其余部分出报表", whole.en, whole.zh,
                   errors, errors == 1 ? "error" : "errors", check);
    if (!readable)
      why = say("the campaign or the roster of {0} cannot be read: run '{2}'",
                "{1}的专项文件或名册无法读取：请运行 '{2}' 查看", whole.en, whole.zh, check);
    out.failed = cannot(call, {why});
    out.loaded.reset();
    return out;
  }
  if (errors > 0) {
    locate_all(*out.loaded);
    out.left_out = leave_out_unsound(*out.loaded);
  }
  for (const Failure& f : out.loaded->failures) out.left_out.push_back({f.message.en, f.message});
  say_left_out(call, out.left_out);
  return out;
}

Meta meta_of(Call& call, Reportable& register_) {
  Meta meta;
  Loaded& loaded = *register_.loaded;
  meta.command = call.command.name;
  meta.as_of = call.as_of;
  meta.campaign = loaded.model.campaign.id.value;
  const Title& title = loaded.model.campaign.title;
  meta.campaign_title = {std::string(title.in(Lang::en)), std::string(title.in(Lang::zh))};
  meta.source = loaded.snapshot.label();
  if (loaded.commit) meta.commit = *loaded.commit;
  else if (format_of(call) != "csv") add_tree_state(call, loaded, meta);
  meta.version = HAZCHECK_VERSION;
  meta.left_out = register_.left_out;
  return meta;
}

int print_report(Call& call, const Report& report) {
  std::vector<Gate> gates;
  for (const char* option : {"--max", "--min"})
    for (const std::string& text : call.args.all(option)) {
      Result<Gate> gate = parse_gate(text, option == std::string_view("--max"), report.tables.front());
      if (!gate) return wrong_usage(call, gate.failure().message);
      gates.push_back(std::move(*gate));
    }
  ReportOptions options;
  const bool terminal = call.env.out_is_terminal && !call.args.has("--output");
  options.text = {call.lang, terminal ? call.env.terminal_width : 0, call.color && !call.args.has("--output"), false};
  options.csv = {call.args.get("--csv-header") == "zh" ? Lang::zh : Lang::en, call.args.has("--excel")};
  const ReportFormat* format = find_report_format(format_of(call));
  const int written = write_output(call, [&](std::ostream& out) { format->render(report, options, out); });
  if (written != kOk) return written;
  const std::vector<Text> broken = broken_gates(report.tables.front(), gates);
  for (const Text& sentence : broken) call.env.err << "hazcheck: " << sentence.in(call.lang) << '\n';
  return broken.empty() ? kOk : kFindings;
}

}  // namespace hazcheck
