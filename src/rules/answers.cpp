// HZ3: what is wrong with answers. Must not report what the reader has already reported.
#include "rules/rule.hpp"

namespace hazcheck {

std::span<const Rule> answer_rules() { return {}; }

}  // namespace hazcheck
