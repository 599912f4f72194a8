// The one list of rule families. A new family is one line here.
#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "read/read_rules.hpp"
#include "rules/answers.hpp"
#include "rules/history.hpp"
#include "rules/rule.hpp"
#include "yaml/yaml_rules.hpp"

namespace hazcheck {
namespace {

const std::array<std::span<const Rule>, 4>& families() {
  static const std::array<std::span<const Rule>, 4> kFamilies{identity_rules(), answer_rules(), time_rules(),
                                                              loop_rules()};
  return kFamilies;
}

}  // namespace

void check_record(RecordContext context, Diagnostics& diagnostics) {
  context.asked = answers::asked_of(context.record);
  for (std::span<const Rule> family : families())
    for (const Rule& rule : family) {
      if (rule.on_record == nullptr) continue;
      Emit emit(diagnostics, rule.info, context.record.file);
      rule.on_record(context, emit);
    }
}

void check_register(const RegisterContext& context, Diagnostics& diagnostics, unsigned jobs) {
  std::vector<const Rule*> rules;
  for (std::span<const Rule> family : families())
    for (const Rule& rule : family)
      if (rule.on_register != nullptr) rules.push_back(&rule);
  std::vector<Diagnostics> found(rules.size());
  const auto run = [&](std::size_t i, unsigned) {
    Emit emit(found[i], rules[i]->info, context.model.campaign.file);
    rules[i]->on_register(context, emit);
  };
  parallel_for(rules.size(), jobs, run, 1);
  for (Diagnostics& of_rule : found) diagnostics.append(std::move(of_rule));
}

const std::vector<const RuleInfo*>& all_rules() {
  static const std::vector<const RuleInfo*> kAll = [] {
    std::vector<const RuleInfo*> all;
    for (const RuleInfo& r : yaml_rules()) all.push_back(&r);
    for (const RuleInfo& r : read_rules()) all.push_back(&r);
    for (std::span<const Rule> family : families())
      for (const Rule& rule : family) all.push_back(&rule.info);
    for (const RuleInfo& r : history_rules()) all.push_back(&r);
    std::sort(all.begin(), all.end(), [](const RuleInfo* a, const RuleInfo* b) { return a->code < b->code; });
    return all;
  }();
  return kAll;
}

const RuleInfo* find_rule(std::string_view code_or_name) {
  const std::string wanted = lower_ascii(code_or_name);
  for (const RuleInfo* r : all_rules())
    if (lower_ascii(r->code) == wanted || r->name == wanted) return r;
  return nullptr;
}

}  // namespace hazcheck
