// Running numbers such as QP-2020-031: what is missing between the least and the greatest of each series.
// A series is what stands before and behind the last run of digits.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hazcheck {

struct Numbered {
  std::string_view before;  // "QP-2020-"
  std::string_view after;
  std::uint64_t number = 0;  // 31
  std::size_t digits = 0;    // 3, zeros included
};

// Empty where there are no digits, or more than 18.
std::optional<Numbered> take_apart(std::string_view text);

struct NumberGap {
  std::string first;  // written as its neighbours are
  std::string last;
  std::uint64_t count = 0;
};

// The numbers that nobody used, between the least and the greatest of `listed` in each series; `used` are others that
// are taken. By series, then number; neighbours are one gap.
std::vector<NumberGap> gaps_in(const std::vector<std::string_view>& listed, const std::vector<std::string_view>& used);

// By series, then as numbers: QP-9 before QP-10. What has no number comes by its text.
bool number_less(std::string_view a, std::string_view b);

}  // namespace hazcheck
