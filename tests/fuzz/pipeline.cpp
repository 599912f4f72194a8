// The whole program but its door to the disk: arbitrary bytes as one file of a small workspace, then reader, decoders,
// rules, status, every view and every format. Nothing may crash, and what is printed must be what the format promises.
#include <set>
#include <sstream>

#include "commands/soundness.hpp"
#include "commands/workspace.hpp"
#include "parsers.hpp"
#include "render/formats.hpp"
#include "rules/small_workspace.hpp"
#include "status/figures.hpp"
#include "target.hpp"
#include "views/changes.hpp"
#include "views/diff.hpp"
#include "views/explain_figure.hpp"
#include "views/ledger.hpp"
#include "views/reports.hpp"
#include "views/show.hpp"
#include "views/summary.hpp"

namespace hazcheck::fuzz {
namespace {

// The file that the bytes say they are; a record where they do not.
const char* path_for(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 60);
  if (head.find("campaign/") != std::string_view::npos) return "hazcheck.yaml";
  if (head.find("roster/") != std::string_view::npos) return "roster.yaml";
  if (head.find("checklist/") != std::string_view::npos) return "checklists/test.yaml";
  return head.find("bureau") != std::string_view::npos ? "records/bureau/u1.yaml" : "records/self/u1.yaml";
}

std::unique_ptr<Loaded> loaded_from(const test::Files& files) {
  auto loaded = std::make_unique<Loaded>();
  loaded->snapshot = snapshot_of(files);
  ReadOptions options;
  options.jobs = 1;
  options.on_record = [](const Model& model, const Record& record, Diagnostics& sink) {
    check_record({model, record, test::kToday}, sink);
  };
  ReadModel read = read_model(loaded->snapshot, loaded->diagnostics, options);
  loaded->model = std::move(read.model);
  loaded->timelines = timelines_of(loaded->model);
  check_register({loaded->model, loaded->timelines, test::kToday}, loaded->diagnostics);
  locate_all(*loaded);
  return loaded;
}

void print_findings(const Loaded& loaded, Lang lang) {
  std::set<const RuleInfo*> found;  // all of them every time would be most of the work
  for (const Diagnostic& d : loaded.diagnostics.list()) found.insert(d.rule);
  const std::vector<const RuleInfo*> rules(found.begin(), found.end());
  const Findings findings{loaded.diagnostics, loaded.snapshot.entries().size(), rules, "0"};
  for (const DiagnosticFormat& format : diagnostic_formats()) {
    std::ostringstream out;
    format.render(findings, {lang, false, 0, true}, out);
    if (format.name == "json" || format.name == "sarif") check_json(out.str());
    else check_plain_text(out.str());
  }
}

void print(const Report& report, Lang lang) {
  for (const ReportFormat& format : report_formats()) {
    std::ostringstream out;
    ReportOptions options;
    options.text.lang = lang;
    options.text.width = lang == Lang::zh ? 60 : 0;
    options.csv.excel = lang == Lang::zh;
    format.render(report, options, out);
    if (format.name == "json") check_json(out.str());
    else if (format.name == "text") check_plain_text(out.str());
    else if (options.csv.excel) parse_csv(std::string_view(out.str()).substr(3), "\r\n");
    else parse_csv(out.str(), "\n");
  }
}

void print(const Result<Report>& report, Lang lang) {
  if (report) print(*report, lang);
}

void print_views(const Loaded& loaded, Lang lang) {
  Request request{.model = loaded.model, .timelines = loaded.timelines, .as_of = test::kToday, .lang = lang};
  print(summary(request), lang);
  print(ledger(request), lang);
  for (const GroupKeyInfo& key : group_keys()) {
    request.by = {key.key};
    print(summary(request), lang);
  }
  for (const ReportInfo& info : report_infos()) {
    request.by = info.by.empty() ? Grouping{} : Grouping{info.by.front()};
    request.missing = info.takes_missing;
    request.arguments.clear();
    if (info.arguments.size() == 2) request.arguments = {"self", "bureau"};
    if (info.arguments.size() == 1) request.arguments = {"u1"};
    print(info.make(request), lang);
  }
  request.by.clear();
  request.arguments.clear();
  for (std::string_view figure : {"overdue", "on_time_rate"}) print(explain_figure(request, figure), lang);
  request.arguments = loaded.model.hazard_ids();
  print(show(request), lang);
}

void print_comparisons(const Loaded& before, const Loaded& after, Lang lang) {
  CompareOptions options;
  options.lang = lang;
  const Register left{before.model, before.timelines}, right{after.model, after.timelines};
  print(changes_report(left, {"HEAD", "HEAD"}, right, {"work tree", "工作区"}, test::kToday, options).report, lang);
  print(diff_report({right, "self"}, "self", {right, "bureau"}, "bureau", test::kToday, options).report, lang);
  options.summary = true;
  print(changes_report(right, {"a", "a"}, left, {"b", "b"}, test::kToday, options).report, lang);
}

}  // namespace
}  // namespace hazcheck::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hazcheck;
  const std::string bytes(fuzz::view_of(data, size));
  const Lang lang = size % 2 == 0 ? Lang::en : Lang::zh;
  test::Files files = test::small_workspace();
  files["records/bureau/u1.yaml"] =
      test::later_record("bureau", "2020-04-20", {"hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: W-1"});
  static const std::unique_ptr<Loaded> kBase = fuzz::loaded_from(files);
  files[fuzz::path_for(bytes)] = bytes;
  const std::unique_ptr<Loaded> loaded = fuzz::loaded_from(files);
  fuzz::print_findings(*loaded, lang);
  if (!loaded->model.campaign.read || !loaded->model.roster.read) return 0;
  if (loaded->diagnostics.count(Severity::error) > 0) leave_out_unsound(*loaded);
  fuzz::print_views(*loaded, lang);
  fuzz::print_comparisons(*kBase, *loaded, lang);
  return 0;
}
