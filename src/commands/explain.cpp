// hazcheck explain [CODE|FIGURE]: a rule's page, a figure's formula, or the list of both. Takes every word from the
// rows of rules and figures.
#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "render/explain.hpp"
#include "rules/rule.hpp"
#include "status/figures.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kProse = 80;

Label where_of(FigureScope scope) {
  switch (scope) {
    case FigureScope::day: return {"of a day", "截至当日"};
    case FigureScope::period: return {"of a period", "一段期间"};
    case FigureScope::coverage: return {"of a round", "每轮检查"};
    case FigureScope::accuracy: return {"of two rounds", "前后两轮"};
    case FigureScope::hazard: break;
  }
  return {"of a hazard", "单条隐患"};
}

void append_prose(std::string& out, std::string_view text, std::size_t width) {
  for (const std::string& line : wrap(text, width > 4 ? width - 2 : 2)) out += "  " + line + "\n";
}

// The formula in the reader's language, then in the other.
void append_figure_page(std::string& out, const Figure& figure, Lang lang, std::size_t width) {
  const Lang other = lang == Lang::en ? Lang::zh : Lang::en;
  const std::string_view where = where_of(figure.scope).in(lang);
  out += say("{0}: {1}, {2}; see {3}\n", "{0}：{1}（{2}），见 {3}\n", figure.key, figure.name.in(lang), where,
             manual_page(figure.scope))
             .in(lang);
  append_prose(out, figure.formula.in(lang), width);
  out += figure.name.in(other);
  out += '\n';
  append_prose(out, figure.formula.in(other), width);
}

void list_figures(std::string& out, Lang lang) {
  std::size_t widest = 0;
  const std::vector<std::string_view> keys = figure_keys();
  for (std::string_view key : keys) widest = std::max(widest, key.size());
  for (std::string_view key : keys)
    out += pad_right(key, widest + 2) + std::string(figures_named(key).front()->name.in(lang)) + "\n";
}

std::size_t prose_width(const Call& call) {
  return call.env.out_is_terminal ? std::min(call.env.terminal_width, kProse) : kProse;
}

// Codes, names and figures: all that somebody may have meant.
std::vector<std::string_view> explained() {
  std::vector<std::string_view> names = figure_keys();
  for (const RuleInfo* r : all_rules()) names.insert(names.end(), {r->code, r->name});
  return names;
}

// The number of a code, written "HZ412" in whatever letters; 0 where `name` is none.
int number_of_code(std::string_view name) {
  const std::string lower = lower_ascii(name);
  if (lower.size() != 5 || !lower.starts_with("hz")) return 0;
  int number = 0;
  for (const char c : lower.substr(2)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

// A code that there is not most likely is a neighbour's, of the same family.
std::optional<std::string_view> near_code(std::string_view name) {
  const int wanted = number_of_code(name);
  std::optional<std::string_view> nearest;
  int distance = 100;
  for (const RuleInfo* r : all_rules()) {
    const int number = number_of_code(r->code);
    if (wanted == 0 || number / 100 != wanted / 100 || std::abs(number - wanted) >= distance) continue;
    distance = std::abs(number - wanted);
    nearest = r->code;
  }
  return nearest;
}

// "HZ4": the rules of a family.
std::vector<const RuleInfo*> family_of(std::string_view name) {
  std::vector<const RuleInfo*> rules;
  if (name.size() == 3)
    for (const RuleInfo* r : all_rules())
      if (lower_ascii(r->code.substr(0, 3)) == lower_ascii(name)) rules.push_back(r);
  return rules;
}

int run_explain(Call& call) {
  const TextOptions options{call.lang, call.env.out_is_terminal ? call.env.terminal_width : 0, call.color, false};
  const std::string name = call.args.positional(0);
  if (name.empty()) {
    render_rule_list(all_rules(), options, call.env.out);
    std::string figures = "\n";
    list_figures(figures, call.lang);
    call.env.out << figures;
    return kOk;
  }
  const RuleInfo* rule = find_rule(name);
  if (rule != nullptr) render_rule(*rule, options, call.env.out);
  std::string page;
  for (const Figure* figure : figures_named(name)) {
    if (!page.empty() || rule != nullptr) page += '\n';
    append_figure_page(page, *figure, call.lang, prose_width(call));
  }
  call.env.out << page;
  if (rule != nullptr || !page.empty()) return kOk;
  if (const std::vector<const RuleInfo*> family = family_of(name); !family.empty()) {
    render_rule_list(family, options, call.env.out);
    return kOk;
  }
  const auto code = near_code(name);
  const auto near = code || number_of_code(name) != 0 ? code : did_you_mean(name, explained());
  return wrong_usage(call, near ? say("no rule or figure '{0}'; did you mean '{1}'?",
                                      "没有 '{0}' 这条规则或指标，是否想看 '{1}'？", printable(name), *near)
                                : say("no rule or figure '{0}'; 'hazcheck explain' lists them",
                                      "没有 '{0}' 这条规则或指标，'hazcheck explain' 列出全部", printable(name)));
}

// clang-format off
constexpr Positional kPositionals[] = {
    {"CODE|FIGURE", {"a rule's code or name, the head of a family's codes (HZ4), or a figure; without it, the list", "规则代码或名称、一类规则的代码前缀（HZ4），或指标名；不写则列出全部"}, false, false, {}, Completes::rules_and_figures}};
constexpr UsageExample kExamples[] = {
    {"hazcheck explain HZ402", {"what the rule means, with a bad and a good example", "说明规则含义，附错误与正确示例"}},
    {"hazcheck explain closure_rate", {"a figure's formula, in both languages", "某指标的计算公式（中英文）"}},
    {"hazcheck --lang zh explain", {"all rules, in Chinese", "用中文列出全部规则"}},
};
// clang-format on

}  // namespace

const Command kExplain{
    "explain",
    {"what a rule or a figure means", "说明规则的含义和指标的算法"},
    {"Of a rule: what it looks for, why, and a bad and a good example. Of a figure (a column of status or a report): its "
     "formula. Without an argument, lists every rule and figure.",
     "规则：查什么、为什么，并附错误与正确示例。指标（status 和报表的列）：计算公式。不写参数时列出全部规则和指标。"},
    kPositionals,
    {},
    kExamples,
    run_explain};

}  // namespace hazcheck
