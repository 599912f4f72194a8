// Calendar days: the range, ISO weeks, and the dates people mean.
#include <catch2/catch.hpp>

#include "base/date.hpp"

using namespace hazcheck;

TEST_CASE("the first and last day a date field takes") {
  CHECK(to_string(kFirstDay) == "1900-01-01");
  CHECK(to_string(kLastDay) == "2199-12-31");
}

TEST_CASE("every day of three centuries goes there and back") {
  for (int days = kFirstDay.days; days <= kLastDay.days; ++days) {
    const std::string text = to_string(Date{days});
    const auto back = parse_date(text);
    REQUIRE(back);
    REQUIRE(back->days == days);
  }
}

TEST_CASE("days that are not") {
  for (const char* text : {"2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "2020-4-7", "2020/04/07", "20200407",
                           "2020-04-07 ", "", "２０２０-04-07"})
    CHECK_FALSE(parse_date(text));
}

TEST_CASE("what somebody meant") {
  for (const char* text :
       {"2020/4/7", "2020.4.7", "2020年4月7日", "2020-4-7", "２０２０／４／７", "2020年4月7号", "2020 年 4 月 7 日"}) {
    INFO(text);
    const auto meant = guess_date(text);
    REQUIRE(meant);
    CHECK(to_string(*meant) == "2020-04-07");
  }
  for (const char* text : {"2020/13/7", "20/4/7", "4月7日", "soon", "2020/4/7/1"}) CHECK_FALSE(guess_date(text));
}

TEST_CASE("ISO weeks at the turn of the year") {
  CHECK(to_string(iso_week(from_ymd(2020, 4, 13))) == "2020-W16");
  CHECK(to_string(iso_week(from_ymd(2021, 1, 3))) == "2020-W53");
  CHECK(to_string(iso_week(from_ymd(2018, 12, 31))) == "2019-W01");
  CHECK(to_string(monday_of({2020, 16})) == "2020-04-13");
  CHECK(weekday(from_ymd(2020, 4, 13)) == 1);
  CHECK(weekday(from_ymd(2020, 4, 19)) == 7);
  CHECK(parse_week("2020-W53"));
  CHECK_FALSE(parse_week("2021-W53"));
  CHECK_FALSE(parse_week("2020-W00"));
  CHECK_FALSE(parse_week("2020-16"));
}
