// The first key of every file: its kind and format version.
#pragma once
#include <string_view>

#include "read/decoder.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

inline constexpr long kFormatVersion = 1;

// Checks `hazcheck: KIND/1` at the top of `root`. False where the file is of another kind or version, so that
// decoding it would only add noise (reported).
bool check_kind(Decoder& decoder, const Node& root, std::string_view kind);

}  // namespace hazcheck
