// The rows of HZ0: what YAML files may not contain, and the faults of Chinese input methods.
#pragma once
#include <span>

#include "diag/rule_info.hpp"

namespace hazcheck {

std::span<const RuleInfo> yaml_rules();

}  // namespace hazcheck
