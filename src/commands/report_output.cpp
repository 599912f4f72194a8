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
                 << printable(say("left out {0}: {1}", "略去 {0}：{1}", l.what, l.why.in(call.lang)).in(call.lang)) << '\n';
}

}  // namespace

Reportable load_for_report(Call& call) {
  Reportable out;
  LoadOptions options{.today = call.env.today};
  if (call.args.has("--rev")) options.revision = call.args.get("--rev");
  auto loaded = load_workspace(call, options);
  if (!loaded) {
    out.failed = cannot(call, loaded.failure());
    return out;
  }
  out.loaded = std::move(*loaded);
  const bool keep_going = call.args.has("--keep-going");
  for (const Failure& f : out.loaded->failures) cannot(call, f);
  const std::size_t errors = out.loaded->diagnostics.count(Severity::error);
  const bool readable = out.loaded->model.campaign.read && out.loaded->model.roster.read;
  if (!readable || (!keep_going && (errors > 0 || !out.loaded->failures.empty()))) {
    Text why = say("the workspace has {0} errors: run 'hazcheck validate', or report on the rest with --keep-going",
                   "工作区有 {0} 个错误：请运行 'hazcheck validate' 查看，或用 --keep-going 就其余部分出报表", errors);
    if (!readable)
      why = say("the campaign or the roster cannot be read: run 'hazcheck validate'", "行动文件或名册无法读取：请运行 'hazcheck validate' 查看");
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

Meta meta_of(const Call& call, const Reportable& register_) {
  Meta meta;
  const Loaded& loaded = *register_.loaded;
  meta.command = call.command.name;
  meta.as_of = call.as_of;
  meta.campaign = loaded.model.campaign.id.value;
  const Title& title = loaded.model.campaign.title;
  meta.campaign_title = {std::string(title.in(Lang::en)), std::string(title.in(Lang::zh))};
  meta.source = loaded.snapshot.label();
  if (loaded.commit) meta.commit = *loaded.commit;
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
  const ReportFormat* format = find_report_format(call.args.get("--format", call.args.has("--excel") ? "csv" : "text"));
  const int written = write_output(call, [&](std::ostream& out) { format->render(report, options, out); });
  if (written != kOk) return written;
  const std::vector<Text> broken = broken_gates(report.tables.front(), gates);
  for (const Text& sentence : broken) call.env.err << "hazcheck: " << sentence.in(call.lang) << '\n';
  return broken.empty() ? kOk : kFindings;
}

}  // namespace hazcheck
