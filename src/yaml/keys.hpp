// Whether the keys of a mapping are all different, decided while there may be tens of thousands of them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "yaml/node.hpp"

namespace hazcheck {

// `pairs`: key, value, key, value … False where two keys are equal, or where it would take long to tell: keys
// that are made to collide must not cost quadratic time. `table` is scratch that keeps its memory between
// calls.
bool keys_differ(std::span<const Node> pairs, std::vector<std::uint32_t>& table);

}  // namespace hazcheck
