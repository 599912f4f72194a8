// The reader for the plain block style that records are written in. Exactly the parser's tree, or nothing.
#pragma once
#include <string_view>

#include "base/arena.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

// The root of a file about which there is nothing to say, or null: the file may be right or wrong, but it is
// not of this reader's grammar. Any file with a fault, a warning or a note is left.
const Node* read_fast(std::string_view bytes, Arena& arena);

}  // namespace hazcheck
