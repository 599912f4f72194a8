// The rows of HZ1 (shape), and those of HZ2 that are seen while files are found and opened.
#pragma once
#include <span>

#include "diag/rule_info.hpp"

namespace hazcheck {

std::span<const RuleInfo> read_rules();

}  // namespace hazcheck
