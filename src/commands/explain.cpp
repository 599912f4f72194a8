// hazcheck explain [CODE|FIGURE]: a rule's page, or the list.
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "render/explain.hpp"
#include "rules/rule.hpp"

namespace hazcheck {
namespace {

int run_explain(Call& call) {
  const TextOptions options{call.lang, call.env.out_is_terminal ? call.env.terminal_width : 0, call.color, false};
  const std::string name = call.args.positional(0);
  if (name.empty()) {
    render_rule_list(all_rules(), options, call.env.out);
    return kOk;
  }
  if (const RuleInfo* rule = find_rule(name)) {
    render_rule(*rule, options, call.env.out);
    return kOk;
  }
  std::vector<std::string_view> names;
  for (const RuleInfo* r : all_rules()) {
    names.push_back(r->code);
    names.push_back(r->name);
  }
  const auto near = did_you_mean(name, names);
  return wrong_usage(call, near ? say("no rule '{0}'; did you mean '{1}'?", "没有 '{0}' 这条规则，是否想看 '{1}'？", printable(name), *near)
                                : say("no rule '{0}'; 'hazcheck explain' lists them", "没有 '{0}' 这条规则，'hazcheck explain' 列出全部", printable(name)));
}

constexpr Positional kPositionals[] = {{"CODE", {"a rule's code or name; without it, the list", "规则代码或名称；不写则列出全部"}, false, false, {}, Completes::rules}};
constexpr UsageExample kExamples[] = {
    {"hazcheck explain HZ402", {"what the rule means, with a bad and a good example", "说明规则含义，附错误与正确示例"}},
    {"hazcheck --lang zh explain", {"all rules, in Chinese", "用中文列出全部规则"}},
};

}  // namespace

const Command kExplain{"explain",
                       {"what a rule means", "说明规则的含义"},
                       {"Prints what a rule looks for, why, and a bad and a good example. Without CODE, lists every rule.",
                        "显示规则查什么、为什么，并附错误与正确示例。不写 CODE 时列出全部规则。"},
                       kPositionals, {}, kExamples, run_explain};

}  // namespace hazcheck
