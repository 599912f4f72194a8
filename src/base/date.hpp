// Calendar days: parsing, printing, arithmetic and ISO weeks. No clock: "today" is always passed in.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hazcheck {

// A day as the number of days since 1970-01-01 (proleptic Gregorian).
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(Date, Date) = default;  // NOLINT(modernize-use-nullptr): clang-tidy 14 sees a 0
  friend constexpr Date operator+(Date d, int n) { return {d.days + n}; }
  friend constexpr Date operator-(Date d, int n) { return {d.days - n}; }
  friend constexpr int operator-(Date a, Date b) { return a.days - b.days; }
};

inline constexpr Date kFirstDay{-25567};  // 1900-01-01, the first day a Date field takes
inline constexpr Date kLastDay{84005};    // 2199-12-31, the last

struct Ymd {
  int year;
  int month;
  int day;
};

Date from_ymd(int year, int month, int day);
Ymd to_ymd(Date date);
bool is_real_day(int year, int month, int day);

// Exactly YYYY-MM-DD, a real day; years 0000–9999 (whether the year is allowed is the field's rule).
std::optional<Date> parse_date(std::string_view text);

// What somebody may have meant by 2020/4/7, 2020.4.7 or 2020年4月7日 (also with full-width digits or blanks).
std::optional<Date> guess_date(std::string_view text);

std::string to_string(Date date);  // YYYY-MM-DD

// An ISO 8601 week: Monday to Sunday, numbered in the year that holds its Thursday.
struct IsoWeek {
  int year = 0;
  int week = 0;
  friend constexpr auto operator<=>(IsoWeek, IsoWeek) = default;
};
IsoWeek iso_week(Date date);
Date monday_of(IsoWeek week);
std::optional<IsoWeek> parse_week(std::string_view text);  // 2020-W16
std::string to_string(IsoWeek week);
int weekday(Date date);  // 1 Monday … 7 Sunday

}  // namespace hazcheck
