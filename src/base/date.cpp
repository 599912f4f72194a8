// Calendar arithmetic after Howard Hinnant's days_from_civil. Must not read the clock.
#include "base/date.hpp"

#include <fmt/format.h>

#include <array>

#include "base/text.hpp"

namespace hazcheck {
namespace {

bool digits(std::string_view text, int& out) {
  if (text.empty() || text.size() > 5) return false;
  out = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    out = out * 10 + (c - '0');
  }
  return true;
}

// Without blanks, and with the signs of any input method as ASCII.
std::string narrow(std::string_view text) {
  std::string out = half_width(text);
  std::erase(out, ' ');
  return out;
}

}  // namespace

Date from_ymd(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int yoe = year - era * 400;
  const int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return {era * 146097 + doe - 719468};
}

Ymd to_ymd(Date date) {
  const int z = date.days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp + (mp < 10 ? 3 : -9);
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

bool is_real_day(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int longest = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  return day <= longest;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0, month = 0, day = 0;
  if (!digits(text.substr(0, 4), year) || !digits(text.substr(5, 2), month) || !digits(text.substr(8, 2), day))
    return std::nullopt;
  if (!is_real_day(year, month, day)) return std::nullopt;
  return from_ymd(year, month, day);
}

std::optional<Date> guess_date(std::string_view text) {
  if (text.size() > 48) return std::nullopt;
  const std::string plain = narrow(text);
  if (int year = 0, month = 0, day = 0;  // 20200407
      plain.size() == 8 && digits(std::string_view(plain).substr(0, 4), year) &&
      digits(std::string_view(plain).substr(4, 2), month) && digits(std::string_view(plain).substr(6), day)) {
    if (year < 1900 || !is_real_day(year, month, day)) return std::nullopt;
    return from_ymd(year, month, day);
  }
  std::string_view rest = plain;
  std::array<int, 3> part{};
  constexpr std::string_view kYear = "年", kMonth = "月", kDay = "日", kHao = "号";
  for (std::size_t i = 0; i < 3; ++i) {
    std::size_t n = 0;
    while (n < rest.size() && rest[n] >= '0' && rest[n] <= '9') ++n;
    if (!digits(rest.substr(0, n), part[i])) return std::nullopt;
    rest.remove_prefix(n);
    if (i == 2) break;
    const std::string_view unit = i == 0 ? kYear : kMonth;
    if (rest.starts_with(unit)) rest.remove_prefix(unit.size());
    else if (!rest.empty() && (rest[0] == '/' || rest[0] == '.' || rest[0] == '-')) rest.remove_prefix(1);
    else return std::nullopt;
  }
  if (rest.starts_with(kDay)) rest.remove_prefix(kDay.size());
  else if (rest.starts_with(kHao)) rest.remove_prefix(kHao.size());
  if (!rest.empty() || part[0] < 1000 || !is_real_day(part[0], part[1], part[2])) return std::nullopt;
  return from_ymd(part[0], part[1], part[2]);
}

std::string to_string(Date date) {
  const Ymd d = to_ymd(date);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

int weekday(Date date) { return ((date.days + 3) % 7 + 7) % 7 + 1; }

IsoWeek iso_week(Date date) {
  const Date thursday = date + (4 - weekday(date));
  const int year = to_ymd(thursday).year;
  return {year, (thursday - from_ymd(year, 1, 1)) / 7 + 1};
}

Date monday_of(IsoWeek week) {
  const Date fourth = from_ymd(week.year, 1, 4);
  return fourth - (weekday(fourth) - 1) + (week.week - 1) * 7;
}

std::optional<IsoWeek> parse_week(std::string_view text) {
  int year = 0, week = 0;
  if (text.size() != 8 || text[4] != '-' || text[5] != 'W') return std::nullopt;
  if (!digits(text.substr(0, 4), year) || !digits(text.substr(6), week)) return std::nullopt;
  if (year < 1900 || year > 2199 || week < 1) return std::nullopt;
  const IsoWeek parsed{year, week};
  if (iso_week(monday_of(parsed)) != parsed) return std::nullopt;
  return parsed;
}

std::string to_string(IsoWeek week) { return fmt::format("{:04}-W{:02}", week.year, week.week); }

}  // namespace hazcheck
