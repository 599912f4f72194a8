// Numbers as files have them, and as people write them instead. Must not depend on a locale.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hazcheck {

// The number meant by "1,200元", "￥1200", "１２００" or "1.2万", as it is to be written; empty where that is not
// plain.
std::string number_meant(std::string_view text);

// A decimal number, nothing else: no blanks, signs but a leading '-', exponents or full-width digits.
std::optional<double> parse_number(std::string_view text);

}  // namespace hazcheck
