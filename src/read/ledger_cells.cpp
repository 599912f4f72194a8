// Dates and amounts as they are typed into spreadsheets. Exact: no binary floating point comes near an amount.
#include <algorithm>

#include "base/text.hpp"
#include "read/ledger_rows.hpp"

namespace hazcheck {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int to_int(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "2020/4/7 8:30:00" without its time.
std::string_view without_time(std::string_view text) {
  const std::size_t blank = text.find_first_of(" T");
  if (blank == std::string_view::npos || text.find(':', blank) == std::string_view::npos) return text;
  return trim(text.substr(0, blank));
}

}  // namespace

std::optional<Date> parse_ledger_date(std::string_view cell) {
  const std::string_view text = without_time(trim(cell));
  std::optional<Date> day = parse_date(text);
  if (!day) day = guess_date(text);
  if (!day && all_digits(text) && text.size() == 8) {
    const int y = to_int(text.substr(0, 4)), m = to_int(text.substr(4, 2)), d = to_int(text.substr(6, 2));
    if (is_real_day(y, m, d)) day = from_ymd(y, m, d);
  }
  // A spreadsheet counts days from 1899-12-30; a fraction is the time of day.
  const std::string_view whole = text.substr(0, text.find('.'));
  if (!day && all_digits(whole) && whole.size() == 5 && (whole.size() == text.size() || all_digits(text.substr(6))))
    day = from_ymd(1899, 12, 30) + to_int(whole);
  if (day && (*day < kFirstDay || *day > kLastDay)) return std::nullopt;
  return day;
}

std::optional<Date> parse_day_of_year(std::string_view cell, Date near) {
  constexpr int kHalfYear = 183;
  const std::string plain = half_width(trim(cell));
  const std::string_view text = plain;
  const auto number_at = [&](std::size_t& at) {
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at == from || at - from > 2 ? 0 : to_int(text.substr(from, at - from));
  };
  const auto skip = [&](std::size_t& at, std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs)
      if (text.substr(at).starts_with(sign)) return at += sign.size(), true;
    return false;
  };
  std::size_t at = 0;
  const int month = number_at(at);
  if (!skip(at, {"月", "/", "-"})) return std::nullopt;
  const int day = number_at(at);
  skip(at, {"日", "号"});
  if (at != text.size()) return std::nullopt;
  for (int year = to_ymd(near).year - 1; year <= to_ymd(near).year + 1; ++year)
    if (is_real_day(year, month, day) && from_ymd(year, month, day) >= near + -kHalfYear)
      return from_ymd(year, month, day);
  return std::nullopt;
}

std::optional<std::int64_t> parse_ledger_amount(std::string_view cell, bool ten_thousands) {
  const std::string plain = folded_name(cell);  // full-width digits and signs become half-width, blanks go
  std::string_view text = plain;
  for (std::string_view none : {"无", "无需", "不需要", "不需", "不涉及", "零", "无资金", "无需资金"})
    if (text == none) return 0;
  for (std::string_view sign : {"¥", "￥", "人民币", "约"})
    if (text.starts_with(sign)) text.remove_prefix(sign.size());
  bool wan = ten_thousands;
  for (std::string_view unit : {"整", "元", "块"})
    if (text.ends_with(unit)) {
      text.remove_suffix(unit.size());
      wan = false;
    }
  if (text.ends_with("万")) {
    text.remove_suffix(std::string_view("万").size());
    wan = true;
  }
  std::int64_t value = 0;
  int decimals = -1;  // digits behind the point, once there is one
  bool any = false;
  for (char c : text) {
    if (c == ',' && any && decimals < 0) continue;
    if (c == '.' && decimals < 0) decimals = 0;
    else if (c >= '0' && c <= '9' && value < 1'000'000'000'000'000) {
      value = value * 10 + (c - '0');
      any = true;
      if (decimals >= 0) ++decimals;
    } else return std::nullopt;
  }
  if (!any) return std::nullopt;
  int scale = (wan ? 6 : 2) - std::max(decimals, 0);
  for (; scale > 0 && value < 1'000'000'000'000'000; --scale) value *= 10;
  for (; scale < 0; ++scale) {
    if (value % 10 != 0) return std::nullopt;  // less than a fen
    value /= 10;
  }
  return scale == 0 && value <= 100'000'000'000'000 ? std::optional(value) : std::nullopt;
}

std::string cell_name(int column, std::size_t row) {
  std::string letters;
  for (int c = column; c >= 0; c = c / 26 - 1) letters.insert(letters.begin(), static_cast<char>('A' + c % 26));
  return letters + std::to_string(row);
}

}  // namespace hazcheck
