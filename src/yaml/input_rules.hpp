// The rows of HZ0, part two: the faults of Chinese input methods and of text that YAML reads as signs.
#pragma once
#include <span>

#include "diag/rule_info.hpp"

namespace hazcheck {

std::span<const RuleInfo> input_rules();

}  // namespace hazcheck
