// Numbers as files have them, and as people write them instead. Must not depend on a locale.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hazcheck {

// The number meant by "1,200元", "￥1200", "１２００", "1.2万" or "十二名", as it is to be written; empty where that is
// not plain.
std::string number_meant(std::string_view text);

// Takes a number in Chinese words off the front of `text`: "12" of 十二, "95.5" of 九十五点五. Empty, and nothing
// taken, where there is none or it has more than one reading (三四人).
std::string take_number_in_words(std::string_view& text);

// Likewise digit for digit, from `at` on, which moves behind them: "2020" of 二〇二〇.
std::string take_digits_in_words(std::string_view text, std::size_t& at);

// A decimal number, nothing else: no blanks, signs but a leading '-', exponents or full-width digits.
std::optional<double> parse_number(std::string_view text);

}  // namespace hazcheck
