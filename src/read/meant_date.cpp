// What stands where a date is asked for, and how to write it. Must not turn a guess into a value.
#include <fmt/format.h>

#include <array>

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "read/meant.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kYear = "年", kMonth = "月", kDay = "日";

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// 2020-02-30: the right form, and yet no day.
bool is_written_as_date(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  if (text.size() != kForm.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kForm[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  return true;
}

// 2020年4月7日 of 二〇二〇年四月七日.
std::string in_digits(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t digits = 0;
    const std::string year = take_digits_in_words(text, digits);
    if (year.size() == 4 && text.substr(digits).starts_with(kYear)) {
      out += year;
      text = text.substr(digits);
    } else if (const std::string spoken = take_number_in_words(text); !spoken.empty()) {
      out += spoken;
    } else {
      std::size_t next = 0;
      next_char(text, next);
      out.append(text.substr(0, next));
      text = text.substr(next);
    }
  }
  return out;
}

// Without what says "by then" or names an hour: 2020年4月20日前, 2020-04-07 10:30.
std::string_view day_alone(std::string_view text) {
  for (std::string_view end : {"之前", "以前", "前", "止", "截止"})
    if (text.ends_with(end)) return trim(text.substr(0, text.size() - end.size()));
  const std::size_t blank = text.find_first_of(" T");
  return blank != std::string_view::npos && has(text.substr(blank), ":") ? trim(text.substr(0, blank)) : text;
}

// Up to three numbers with what stands between them; nothing where anything else stands there.
struct Parts {
  std::array<int, 3> number{};
  std::size_t count = 0;
  std::string_view rest;  // behind the last number
  bool named_year = false;
};

Parts parts_of(std::string_view text) {
  Parts p;
  for (p.rest = text; p.count < 3; ++p.count) {
    std::size_t n = 0;
    int value = 0;
    for (; n < p.rest.size() && n < 4 && p.rest[n] >= '0' && p.rest[n] <= '9'; ++n)
      value = value * 10 + (p.rest[n] - '0');
    if (n == 0) break;
    p.number[p.count] = value;
    p.rest.remove_prefix(n);
    if (p.count == 0) p.named_year = p.rest.starts_with(kYear);
    for (std::string_view sign : {kYear, kMonth, std::string_view("/"), std::string_view("."), std::string_view("-")})
      if (p.rest.starts_with(sign)) {
        p.rest.remove_prefix(sign.size());
        break;
      }
  }
  return p;
}

bool is_month(int n) { return n >= 1 && n <= 12; }
bool is_year(int n) { return n >= 1900 && n <= 2199; }

// 份, 上旬 and 底 name a stretch of the month.
bool is_part_of_month(std::string_view rest) {
  for (std::string_view word : {"", "份", "上旬", "中旬", "下旬", "初", "中", "底", "末"})
    if (rest == word) return true;
  return false;
}

std::optional<Text> help_for_parts(const Parts& p) {
  const auto [first, second, third] = p.number;
  const bool ends = p.rest.empty() || p.rest == kDay || p.rest == "号";
  if (p.count == 1 && is_month(first) && !p.rest.empty() && is_part_of_month(p.rest))  // 4月底
    return say("year and day are missing: write YYYY-{0}-DD", "缺少年和日：请写成 YYYY-{0}-DD",
               fmt::format("{:02}", first));
  if (p.count == 1 && is_year(first) && p.rest.empty())
    return say("month and day are missing: write {0}-MM-DD", "缺少月和日：请写成 {0}-MM-DD，如 {0}-04-07", first);
  if (p.count == 2 && is_year(first) && is_month(second) && is_part_of_month(p.rest))
    return say("the day is missing: write {0}-{1}-DD", "缺少“日”：请写成 {0}-{1}-DD，DD 为两位数的日", first,
               fmt::format("{:02}", second));
  if (p.count == 2 && !p.named_year && ends && is_real_day(2020, first, second))
    return say("the year is missing: write YYYY-{0}-{1}", "缺少年份：请写成 YYYY-{0}-{1}，YYYY 为四位数的年",
               fmt::format("{:02}", first), fmt::format("{:02}", second));
  if (p.count == 3 && p.named_year && first < 100 && ends && is_real_day(2000 + first, second, third))
    return say("write the year with four digits: {0}", "年份要写四位：{0}",
               to_string(from_ymd(2000 + first, second, third)));
  return std::nullopt;
}

}  // namespace

Text help_for_date(std::string_view text) {
  const Text usual =
      say("a date is written YYYY-MM-DD, 1900 to 2199", "日期写作 年-月-日，如 2020-04-07（1900 至 2199 年）");
  if (text.size() > 64 || parse_date(text)) return usual;
  if (is_written_as_date(text)) return say("there is no such day", "日历上没有这一天");
  std::string plain = in_digits(day_alone(trim(half_width(text))));
  if (const auto day = guess_date(plain)) return say("did you mean {0}?", "是否想写 {0}？", to_string(*day));
  std::erase(plain, ' ');
  if (has(plain, "至") || has(plain, "到") || has(plain, "~") || has(plain, "～"))
    return say("write one day, such as 2020-04-07", "只能写一个日期，如 2020-04-07");
  if (auto help = help_for_parts(parts_of(plain))) return std::move(*help);
  return usual;
}

}  // namespace hazcheck
