// Reading numbers, strictly and by what was meant. Must not report anything.
#include "base/number.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/text.hpp"

namespace hazcheck {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (char c : text)
    if ((c < '0' || c > '9') && c != '.' && c != '-') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size() || text.back() == '.') return std::nullopt;
  return value;
}

namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = next_char(text, at);
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

}  // namespace

std::string number_meant(std::string_view text) {
  text = trim(text);
  for (std::string_view sign : {"¥", "￥", "RMB", "CNY"})
    if (text.starts_with(sign)) text = trim(text.substr(sign.size()));
  std::string digits;
  std::size_t group = 0;  // digits since the last separator
  bool grouped = false;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = next_char(text, next);
    if ((c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９')) {
      digits += static_cast<char>('0' + static_cast<int>(c - (c <= U'9' ? U'0' : U'０')));
      ++group;
    } else if ((c == U'.' || c == U'．' || (c == U'。' && is_digit_at(text, next))) && !digits.empty() &&
               digits.find('.') == std::string::npos) {
      if (grouped && group != 3) return {};
      digits += '.';
      grouped = false;
    } else if ((c == U',' || c == U'，') && !digits.empty() && digits.find('.') == std::string::npos) {
      if (grouped ? group != 3 : group > 3) return {};
      grouped = true;
      group = 0;
    } else {
      break;
    }
    at = next;
  }
  if (grouped && group != 3) return {};
  double value = 0;
  if (const auto number = parse_number(digits)) value = *number;
  else return {};
  const std::string_view unit = trim(text.substr(at));
  if (unit.starts_with("万")) value *= 10000;
  else if (unit.starts_with("千") || unit.starts_with("百") || unit.starts_with("亿")) return {};
  if (count_chars(unit) > 4 || unit.find_first_of("0123456789-/") != std::string_view::npos) return {};
  return unit.starts_with("万") ? fmt::format("{:.15g}", value) : digits;
}

}  // namespace hazcheck
