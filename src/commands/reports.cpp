// status, list and the reports: loads the register, asks a view, prints what it returns.
#include "views/reports.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "commands/registry.hpp"
#include "commands/report_options.hpp"
#include "commands/request_args.hpp"
#include "views/explain_figure.hpp"
#include "views/ledger.hpp"
#include "views/summary.hpp"

namespace hazcheck {
namespace {

template <class Make>
int run_view(Call& call, Prose prose, const Make& make) {
  Reportable register_ = load_for_report(call, prose);
  if (!register_.loaded) return register_.failed;
  Request request{.model = register_.loaded->model,
                  .timelines = register_.loaded->timelines,
                  .as_of = call.as_of,
                  .lang = call.lang};
  request.arguments = call.args.positionals();
  request.missing = call.args.has("--missing");
  Text fault;
  if (!fill_request(call, request, fault)) return wrong_usage(call, fault);
  Result<Report> made = make(request);
  if (!made) return wrong_usage(call, made.failure().message);
  Meta meta = meta_of(call, register_);
  meta.from = made->meta.from;
  meta.to = made->meta.to;
  made->meta = std::move(meta);
  return print_report(call, *made);
}

int run_status(Call& call) {
  const Prose prose = call.args.has("--explain") ? Prose::keep : Prose::forget;
  return run_view(call, prose, [&](const Request& request) -> Result<Report> {
    if (call.args.has("--explain")) return explain_figure(request, call.args.get("--explain"));
    return summary(request);
  });
}

int run_list(Call& call) {
  return run_view(call, Prose::keep, [](const Request& request) -> Result<Report> { return ledger(request); });
}

int run_report(Call& call) {
  const ReportInfo* info = find_report(call.command.name.substr(std::string_view("report ").size()));
  return run_view(
      call, info->figures_alone ? Prose::forget : Prose::keep, [&](const Request& request) -> Result<Report> {
        for (GroupKey key : request.by)
          if (std::find(info->by.begin(), info->by.end(), key) == info->by.end())
            return Failure{
                say("{0} cannot group by '{1}'", "{0} 不能按 '{1}' 分组", call.command.name, info_of(key).name)};
        return info->make(request);
      });
}

// clang-format off
constexpr std::array kExplainOptions{
    Option{"--explain", "FIGURE", {"list the hazards that a figure counts and those it leaves out, each with its reason", "列出某指标计入和未计入的隐患及其原因"}, false, {}, Completes::figures},
};
// clang-format on
constexpr auto kFiltered = joined(kFilterOptions, kReportOptions);
constexpr auto kGrouped = joined(kByOptions, kFiltered);
constexpr auto kStatusOptions = joined(kExplainOptions, kGrouped);
constexpr auto kWeeklyOptions = joined(kPeriodOptions, kGrouped);
constexpr auto kPeriodFiltered = joined(kPeriodOptions, kFiltered);
constexpr auto kCoverageOptions = joined(kMissingOptions, joined(kRoundFilter, joined(kUnitFilters, kReportOptions)));
constexpr auto kAccuracyOptions = joined(kByItemOptions, joined(kUnitFilters, joined(kItemFilters, kReportOptions)));

constexpr Positional kRounds[] = {{"ROUND", {"the earlier round", "先一轮"}, true, false, {}, Completes::rounds},
                                  {"ROUND", {"the later round", "后一轮"}, true, false, {}, Completes::rounds}};
constexpr Positional kUnitArgument[] = {{"UNIT", {"the unit's id", "单位代码"}, true, false, {}, Completes::units}};

constexpr UsageExample kStatusExamples[] = {
    {"hazcheck status --by unit", {"a row a unit, and the total", "每个单位一行，附合计"}},
    {"hazcheck --as-of 2020-05-18 status --max overdue=0",
     {"exit status 1 where anything is overdue", "有逾期时退出码为 1"}}};
constexpr UsageExample kListExamples[] = {{"hazcheck list --overdue", {"what is overdue today", "今天逾期的隐患"}},
                                          {"hazcheck list --format csv --excel --output ledger.csv",
                                           {"the whole ledger for a spreadsheet", "供电子表格使用的完整台账"}}};
constexpr UsageExample kWeeklyExamples[] = {
    {"hazcheck report weekly", {"the last whole ISO week", "上一个完整周"}},
    {"hazcheck report weekly --week 2020-W16 --by section", {"one week, a row a section", "指定一周，每个领域一行"}}};
constexpr UsageExample kCoverageExamples[] = {
    {"hazcheck report coverage", {"a row a round", "每轮一行"}},
    {"hazcheck report coverage --missing --round bureau", {"and what is missing in one round", "并列出某一轮缺什么"}}};
constexpr UsageExample kAccuracyExamples[] = {
    {"hazcheck report accuracy self bureau", {"what the schools' own round missed", "自查漏掉了什么"}},
    {"hazcheck report accuracy self bureau --by section", {"a row a section", "每个领域一行"}}};
constexpr UsageExample kTrendExamples[] = {
    {"hazcheck report trend", {"a row a week since the first hazard", "自首条隐患起每周一行"}},
    {"hazcheck report trend --section fire --format csv", {"one section, as CSV", "某一领域，输出 CSV"}}};
constexpr UsageExample kWriteoffExamples[] = {
    {"hazcheck report writeoffs", {"every write-off so far", "迄今全部销项"}},
    {"hazcheck report writeoffs --from 2020-04-01 --to 2020-04-30", {"those of a month", "某月的销项"}}};
constexpr UsageExample kUnitExamples[] = {
    {"hazcheck --lang zh report unit sl-yizhong", {"one unit's rectification notice", "某单位的整改通知书"}},
    {"hazcheck report unit sl-yizhong --output notice.txt", {"into a file", "写入文件"}}};

}  // namespace

const Command kStatus{"status",
                      {"open and closed, as of a day", "截至某日的整改情况"},
                      {"Counts and rates of all hazards as of a day, in all or by the keys of --by.",
                       "截至某日全部隐患的数量与比率，可用 --by 分组。"},
                      {},
                      kStatusOptions,
                      kStatusExamples,
                      run_status};
const Command kList{"list",
                    {"the ledger: one hazard a row", "隐患台账，每条一行"},
                    {"Every hazard with its plan and where it stands. Void ones only with --status void.",
                     "列出每条隐患及其计划和进展。作废的只在 --status void 时列出。"},
                    {},
                    kFiltered,
                    kListExamples,
                    run_list};
const Command kReportWeekly{
    "report weekly",
    {"what a week brought", "整改周报"},
    {"Found, reopened, closed and voided in a week or period, between the stock before and after.",
     "一周或一段时间内新增、重开、销项、作废，以及期初期末未销项数。"},
    {},
    kWeeklyOptions,
    kWeeklyExamples,
    run_report};
const Command kReportCoverage{"report coverage",
                              {"which units were inspected", "检查覆盖情况"},
                              {"Expected, recorded and complete per round, and how many items were answered.",
                               "每轮应查、已录、已完成的单位，以及检查项作答情况。"},
                              {},
                              kCoverageOptions,
                              kCoverageExamples,
                              run_report};
const Command kReportAccuracy{
    "report accuracy",
    {"what an earlier round missed", "前一轮漏查情况"},
    {"Items that passed in the earlier round and failed in the later one.", "前一轮合格而后一轮不合格的检查项。"},
    kRounds,
    kAccuracyOptions,
    kAccuracyExamples,
    run_report};
const Command kReportTrend{
    "report trend",
    {"a row a week", "每周趋势"},
    {"Found, closed, open, overdue and closure rate, week by week.", "逐周的新增、销项、未销项、逾期和销项率。"},
    {},
    kPeriodFiltered,
    kTrendExamples,
    run_report};
const Command kReportWriteoffs{"report writeoffs",
                               {"the write-off register", "销项登记簿"},
                               {"Who wrote off what, when and on which evidence, and gaps in the numbers.",
                                "何人何时凭何佐证销项，以及编号缺号。"},
                               {},
                               kPeriodFiltered,
                               kWriteoffExamples,
                               run_report};
const Command kReportUnit{"report unit",
                          {"a unit's rectification notice", "单位整改通知书"},
                          {"One unit's open hazards with plan, due and owner, ready to print.",
                           "某单位未销项隐患及计划、期限、责任人，可直接打印。"},
                          kUnitArgument,
                          kFiltered,
                          kUnitExamples,
                          run_report};

}  // namespace hazcheck
