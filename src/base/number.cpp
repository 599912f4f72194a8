// Reading numbers, strictly and by what was meant. Must not report anything.
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
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

constexpr long kTenThousand = 10000;

// 0 to 9; -1 for what is no digit in words.
int word_digit(char32_t c) {
  constexpr std::u32string_view kPlain = U"零一二三四五六七八九", kFormal = U"〇壹贰叁肆伍陆柒捌玖";
  if (c == U'两') return 2;
  for (std::size_t i = 0; i < kPlain.size(); ++i)
    if (c == kPlain[i] || c == kFormal[i]) return static_cast<int>(i);
  return -1;
}

// What 十, 百, 千 and 万 multiply by; 0 for any other sign.
long word_unit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾': return 10;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    case U'万': return kTenThousand;
    default: return 0;
  }
}

bool has_numeral(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (c == U'半' || c == U'亿' || word_digit(c) >= 0 || word_unit(c) > 0) return true;
  }
  return false;
}

// A whole number in words, fed sign by sign.
class NumberInWords {
 public:
  // False where the sign cannot follow.
  bool put_digit(int digit) {
    if (digit_ >= 0 || (zero_ && unit_ == 0)) return false;
    if (digit == 0) zero_ = true;
    else digit_ = digit;
    any_ = true;
    return true;
  }
  bool put_unit(long unit) {
    if (unit == kTenThousand) {
      if (total_ > 0 || section_ + std::max(digit_, 0) == 0) return false;
      total_ = (section_ + std::max(digit_, 0)) * unit;
      section_ = 0;
    } else {
      if (digit_ < 0 && unit != 10) return false;  // 十二 stands for 一十二
      if (unit_ != 0 && unit >= unit_) return false;
      section_ += (digit_ < 0 ? 1 : digit_) * unit;
    }
    unit_ = unit;
    digit_ = -1;
    zero_ = false;
    any_ = true;
    return true;
  }
  // 一百二 is 120, 一百零二 is 102.
  std::optional<long> value() const {
    if (!any_) return std::nullopt;
    const long last = digit_ < 0 ? 0 : unit_ > 10 && !zero_ ? digit_ * unit_ / 10 : digit_;
    return total_ + section_ + last;
  }

 private:
  long total_ = 0;    // of the ten thousands
  long section_ = 0;  // below them
  long unit_ = 0;     // the last one; 0: none yet
  int digit_ = -1;    // one that has no unit yet
  bool zero_ = false, any_ = false;
};

// 三名, 两台: what may stand behind a number in words. 一般 and 三楼 are no numbers.
bool is_measure(std::string_view unit) {
  constexpr std::u32string_view kMeasures = U"名人个位次元块份台具只处套条项辆间件所扇支部盏瓶把根面组顶张";
  if (unit.empty()) return true;
  std::size_t at = 0;
  const char32_t first = next_char(unit, at);
  return kMeasures.find(first) != std::u32string_view::npos && count_chars(unit) <= 4 && !has_numeral(unit) &&
         unit.find_first_of("0123456789-/") == std::string_view::npos;
}

double take_factor(std::string_view& unit) {
  std::size_t at = 0;
  const long factor = unit.empty() ? 0 : word_unit(next_char(unit, at));
  if (factor < 100) return 1;
  unit = trim(unit.substr(at));
  return static_cast<double>(factor);
}

bool is_digit_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = next_char(text, at);
  return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

}  // namespace

std::string take_digits_in_words(std::string_view text, std::size_t& at) {
  std::string digits;
  for (std::size_t next = at; at < text.size(); at = next) {
    const int digit = word_digit(next_char(text, next));
    if (digit < 0) break;
    digits += static_cast<char>('0' + digit);
  }
  return digits;
}

std::string take_number_in_words(std::string_view& text) {
  NumberInWords number;
  std::size_t at = 0, next = 0;
  for (; at < text.size(); at = next) {
    next = at;
    const char32_t c = next_char(text, next);
    const int digit = word_digit(c);
    const long unit = word_unit(c);
    if (digit < 0 && unit == 0) break;
    if (digit >= 0 ? !number.put_digit(digit) : !number.put_unit(unit)) return {};
  }
  const auto value = number.value();
  if (!value) return {};
  std::string out = std::to_string(*value);
  if (text.substr(at).starts_with("点")) {
    at += std::string_view("点").size();
    const std::string decimals = take_digits_in_words(text, at);
    if (decimals.empty()) return {};
    out.append(".").append(decimals);
  }
  text = text.substr(at);
  return out;
}

std::string number_meant(std::string_view text) {
  text = trim(text);
  for (std::string_view sign : {"¥", "￥", "RMB", "CNY"})
    if (text.starts_with(sign)) text = trim(text.substr(sign.size()));
  std::string_view behind = text;
  if (std::string spoken = take_number_in_words(behind); !spoken.empty())
    return is_measure(trim(behind)) ? spoken : std::string();
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
  const auto value = parse_number(digits);
  if (!value) return {};
  std::string_view unit = trim(text.substr(at));
  const double factor = take_factor(unit);
  if (count_chars(unit) > 4 || unit.find_first_of("0123456789-/") != std::string_view::npos || has_numeral(unit))
    return {};
  return factor != 1 ? fmt::format("{:.15g}", *value * factor) : digits;
}

}  // namespace hazcheck
