// hazcheck diff [REV:]ROUND [REV:]ROUND: what a later round found of an earlier one's items and hazards.
#include <optional>

#include "commands/compare_options.hpp"
#include "commands/registry.hpp"
#include "commands/request_args.hpp"
#include "views/diff.hpp"

namespace hazcheck {
namespace {

struct Side {
  std::optional<std::string> revision;
  std::string round;
};

// REV:ROUND; a revision may hold colons, a round may not. `fallback` is what --rev says.
Side side_of(const std::string& text, const std::optional<std::string>& fallback) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos) return {fallback, text};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

int run_diff(Call& call) {
  std::optional<std::string> rev;
  if (call.args.has("--rev")) rev = call.args.get("--rev");
  const Side before = side_of(call.args.positional(0), rev), after = side_of(call.args.positional(1), rev);
  Reportable later = load_for_report(call, after.revision, Prose::forget);
  if (!later.loaded) return later.failed;
  Reportable other;
  const bool shared = before.revision == after.revision;
  if (!shared) {
    other = load_for_report(call, before.revision, Prose::forget);
    if (!other.loaded) return other.failed;
  }
  const Reportable& earlier = shared ? later : other;
  for (const auto& [side, part] : {std::pair{&before, &earlier}, {&after, &std::as_const(later)}})
    if (const Model& model = part->loaded->model; model.campaign.find_round(side->round) == nullptr)
      return wrong_usage(call, no_such(GroupKey::round, model, side->round));
  Text fault;
  Request request{
      .model = later.loaded->model, .timelines = later.loaded->timelines, .as_of = call.as_of, .lang = call.lang};
  if (!fill_request(call, request, fault)) return wrong_usage(call, fault);
  CompareOptions options = compare_options(call);
  options.filter = std::move(request.filter);
  options.by = std::move(request.by);
  const RoundSide a{{earlier.loaded->model, earlier.loaded->timelines}, before.round};
  const RoundSide b{{later.loaded->model, later.loaded->timelines}, after.round};
  Comparison comparison = diff_report(a, call.args.positional(0), b, call.args.positional(1), call.as_of, options);
  Meta meta = meta_of(call, later);
  if (!shared) {
    meta.before = earlier.loaded->snapshot.label();
    meta.left_out.insert(meta.left_out.end(), earlier.left_out.begin(), earlier.left_out.end());
  }
  comparison.report.meta = std::move(meta);
  return print_comparison(call, comparison);
}

constexpr std::array<std::string_view, 10> kKinds{"missing",       "new",        "resolved", "recurring", "unchecked",
                                                  "first-checked", "persisting", "closed",   "reopened",  "voided"};
constexpr std::array<std::string_view, 5> kKeys{"unit", "type", "area", "section", "item"};
// clang-format off
constexpr std::array kOwnOptions{
    Option{"--unit", "UNIT", {"only these units", "只看这些单位"}, true, {}, Completes::units},
    Option{"--type", "TYPE", {"only these unit types", "只看这些单位类型"}, true},
    Option{"--area", "AREA", {"only these areas", "只看这些街镇"}, true},
    Option{"--section", "SECTION", {"only these sections", "只看这些领域"}, true, {}, Completes::sections},
    Option{"--item", "ITEM", {"only these items", "只看这些检查项"}, true, {}, Completes::items},
    Option{"--change", "CHANGE", {"only these changes: missing, new, resolved, recurring, unchecked, first-checked, persisting, closed, reopened, voided",
                                  "只看这些变化：missing、new、resolved、recurring、unchecked、first-checked、persisting、closed、reopened、voided"}, true, kKinds, Completes::choices},
    Option{"--by", "KEY", {"group the summary by unit, type, area, section or item", "汇总按 unit、type、area、section 或 item 分组"}, true, kKeys, Completes::choices},
};
// clang-format on
constexpr auto kOptions = joined(joined(kOwnOptions, kCompareOptions), kReportOptions);
constexpr Positional kRounds[] = {
    {"[REV:]ROUND",
     {"the earlier round, perhaps as a git revision has it", "较早的轮次，可指定 git 版本"},
     true,
     false,
     {},
     Completes::rounds},
    {"[REV:]ROUND", {"the later round", "较晚的轮次"}, true, false, {}, Completes::rounds}};
constexpr UsageExample kExamples[] = {
    {"hazcheck diff self bureau", {"what the bureau's round found of the schools' own", "区级检查与学校自查逐项对照"}},
    {"hazcheck diff self bureau --summary --by section", {"counts by section", "按领域列数量"}},
    {"hazcheck diff HEAD~10:bureau bureau --unit sl-yizhong",
     {"one round as it was recorded then and now", "同一轮次当时与现在的记录对照"}}};

}  // namespace

const Command kDiff{
    "diff",
    {"two rounds side by side", "两轮检查对照"},
    {"Item by item and hazard by hazard, unit by unit: what is new, resolved or recurring, and which hazards persist, are closed or reopened as of the later record.",
     "逐单位、逐项、逐条隐患对照两轮检查：哪些新增、已解决、仍不合格，哪些隐患到后一轮时仍未销项、已销项或重新打开。"},
    kRounds,
    kOptions,
    kExamples,
    run_diff};

}  // namespace hazcheck
