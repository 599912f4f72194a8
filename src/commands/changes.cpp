// hazcheck changes [REV[..REV]]: how the register differs between two revisions, or a revision and the work tree.
#include <filesystem>
#include <optional>

#include "commands/compare_options.hpp"
#include "commands/registry.hpp"
#include "commands/request_args.hpp"
#include "source/git_snapshot.hpp"
#include "views/changes.hpp"

namespace hazcheck {
namespace {

struct Sides {
  std::string before = "HEAD";
  std::optional<std::string> after;  // empty: the work tree
};

// A side of A..B that is left out is HEAD, as git has it. --rev takes the place of the work tree.
bool sides_of(const Call& call, Sides& sides, Text& fault) {
  const std::string given = call.args.positional(0);
  const std::size_t dots = given.find("..");
  if (given.find("...") != std::string::npos) {
    fault = say("'{0}' names no two revisions: write A..B", "'{0}' 没有指明两个版本，请写作 A..B", given);
    return false;
  }
  if (!given.empty() && dots != 0) sides.before = given.substr(0, dots);
  if (dots != std::string::npos) sides.after = given.size() == dots + 2 ? "HEAD" : given.substr(dots + 2);
  if (!call.args.has("--rev")) return true;
  if (sides.after) {
    fault =
        say("--rev does not go with A..B: it names the later revision", "--rev 不能与 A..B 同用：它指的是较晚的版本");
    return false;
  }
  sides.after = call.args.get("--rev");
  return true;
}

std::string unit_of(const std::string& path) { return std::filesystem::path(path).filename().string(); }

// Leaves the records of the units that differ, in every round: follow-ups bear on the hazards of earlier rounds. All
// of them where the campaign, the roster or a checklist differs.
Outcome leave_what_differs(Call& call, Loaded& before, Loaded& after) {
  Outcome found = find_repository_of(call, after);
  if (!found) return found;
  if (before.prefix != after.prefix) return Done{};
  const Result<PathSet> changed =
      after.commit ? changed_paths(*after.repository, after.prefix, *before.commit, *after.commit)
                   : changed_in_work_tree(*after.repository, after.prefix, *before.commit, after.snapshot);
  if (!changed) return changed.failure();
  PathSet units;
  for (const std::string& path : *changed) {
    if (!path.starts_with(kRecordFolder)) return Done{};
    units.insert(unit_of(path));
  }
  const auto wanted = [&](const std::string& path) {
    return !path.starts_with(kRecordFolder) || units.contains(unit_of(path));
  };
  before.snapshot.keep(wanted);
  after.snapshot.keep(wanted);
  return Done{};
}

Text name_of(const std::optional<std::string>& revision) {
  return revision ? Text{*revision, *revision} : say("the work tree", "工作区");
}

int run_changes(Call& call) {
  Sides sides;
  Text fault;
  if (!sides_of(call, sides, fault)) return wrong_usage(call, fault);
  auto opened_before = open_workspace(call, {.today = call.env.today, .revision = sides.before});
  if (!opened_before) return cannot(call, opened_before.failure());
  auto opened_after = open_workspace(call, {.today = call.env.today, .revision = sides.after});
  if (!opened_after) return cannot(call, opened_after.failure());
  if (!call.args.has("--summary")) {
    const Outcome narrowed = leave_what_differs(call, **opened_before, **opened_after);
    if (!narrowed) return cannot(call, narrowed.failure());
  }
  Reportable before = read_for_report(call, std::move(*opened_before), sides.before);
  if (!before.loaded) return before.failed;
  Reportable after = read_for_report(call, std::move(*opened_after), sides.after);
  if (!after.loaded) return after.failed;
  Request request{
      .model = after.loaded->model, .timelines = after.loaded->timelines, .as_of = call.as_of, .lang = call.lang};
  if (!fill_request(call, request, fault)) return wrong_usage(call, fault);
  CompareOptions options = compare_options(call);
  options.filter = std::move(request.filter);
  options.by = std::move(request.by);
  Comparison comparison =
      changes_report({before.loaded->model, before.loaded->timelines}, name_of(sides.before),
                     {after.loaded->model, after.loaded->timelines}, name_of(sides.after), call.as_of, options);
  Meta meta = meta_of(call, after);
  meta.before = before.loaded->snapshot.label();
  meta.left_out.insert(meta.left_out.end(), before.left_out.begin(), before.left_out.end());
  comparison.report.meta = std::move(meta);
  return print_comparison(call, comparison);
}

constexpr std::array<std::string_view, 7> kKinds{"added", "removed", "status", "due", "severity", "owner", "edited"};
constexpr std::array kChangeOption{Option{"--change",
                                          "CHANGE",
                                          {"only these changes: added, removed, status, due, severity, owner, edited",
                                           "只看这些变化：added、removed、status、due、severity、owner、edited"},
                                          true,
                                          kKinds,
                                          Completes::choices}};
constexpr auto kOptions =
    joined(joined(joined(joined(kFilterOptions, kChangeOption), kByOptions), kCompareOptions), kReportOptions);
constexpr Positional kRange[] = {{"REV[..REV]",
                                  {"the earlier revision, and the later one; HEAD and the work tree by default",
                                   "较早的版本和较晚的版本，默认为 HEAD 和工作区"},
                                  false,
                                  false,
                                  {},
                                  Completes::revisions}};
constexpr UsageExample kExamples[] = {
    {"hazcheck changes", {"what has been entered since the last commit", "自上次提交以来录入了什么"}},
    {"hazcheck changes HEAD~5..HEAD --change status",
     {"hazards whose status moved in five commits", "最近五个提交中状态有变化的隐患"}},
    {"hazcheck changes origin/main --summary --by section",
     {"how the stock of each section went from there to here", "各领域隐患数从那时到现在的变化"}}};

}  // namespace

const Command kChanges{
    "changes",
    {"the register's changes between two revisions", "两个版本之间台账的变化"},
    {"Hazard by hazard, both as of the same day: added, removed, status, due, severity, owner, and what else was edited. With --summary, how the stock of each group went from the one to the other.",
     "逐条隐患比较，两边都截至同一天：新增、删除、状态、期限、等级、责任人及其他文字修改。用 --summary 则列出各组隐患数由前到后的变化。"},
    kRange,
    kOptions,
    kExamples,
    run_changes};

}  // namespace hazcheck
