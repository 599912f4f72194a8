// A rule's page, as `explain HZ402` shows it, and the list of all rules.
#pragma once
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/rule_info.hpp"
#include "render/options.hpp"

namespace hazcheck {

// Where an example's text stands: "in a record, below answers".
Label title_of(ExampleOf of);

// Safe to show, and cut where an example is as long as the fault it stands for. Of files in two states what differs:
// lines that go begin with "- ", lines that come with "+ ".
std::vector<std::string> lines_of(const Example& example);

// Code, name, severity, summary, why, and both examples. Prose is wrapped at 80 columns where there is no terminal.
void render_rule(const RuleInfo& rule, const TextOptions& options, std::ostream& out);

// One line a rule.
void render_rule_list(std::span<const RuleInfo* const> rules, const TextOptions& options, std::ostream& out);

}  // namespace hazcheck
