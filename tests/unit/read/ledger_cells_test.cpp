// Dates and amounts as offices type them, and headers as they word them.
#include <catch2/catch.hpp>

#include "read/ledger_rows.hpp"

using namespace hazcheck;

TEST_CASE("a ledger's dates") {
  for (const char* text :
       {"2020-04-07", "2020/4/7", "2020.4.7", "2020年4月7日", "2020年04月07日", "20200407", "2020/4/7 0:00:00",
        "2020-04-07 13:05", "43928", "43928.5", "２０２０/４/７", " 2020-4-7 "}) {
    INFO(text);
    const auto day = parse_ledger_date(text);
    REQUIRE(day.has_value());
    CHECK(to_string(*day) == "2020-04-07");
  }
  for (const char* text : {"", "4月7日", "2020-02-30", "2020年4月", "已完成", "439281", "4392", "2020/4/7, 2020/4/9",
                           "43928.x", "20201301"}) {
    INFO(text);
    CHECK_FALSE(parse_ledger_date(text).has_value());
  }
}

TEST_CASE("a cell's name") {
  CHECK(cell_name(0, 1) == "A1");
  CHECK(cell_name(25, 30) == "Z30");
  CHECK(cell_name(26, 7) == "AA7");
  CHECK(cell_name(701, 2) == "ZZ2");
  CHECK(cell_name(702, 2) == "AAA2");
}

TEST_CASE("a day without its year") {
  const Date start = from_ymd(2020, 3, 30);
  for (const char* text : {"4月7日", "04月07号", "4/7", "4-7", " 4月7 ", "４月７日"}) {
    INFO(text);
    const auto day = parse_day_of_year(text, start);
    REQUIRE(day.has_value());
    CHECK(to_string(*day) == "2020-04-07");
  }
  CHECK(to_string(parse_day_of_year("12月20日", start).value()) == "2019-12-20");
  CHECK(to_string(parse_day_of_year("1月10日", from_ymd(2020, 9, 1)).value()) == "2021-01-10");
  CHECK(to_string(parse_day_of_year("4月5日", from_ymd(2020, 4, 7)).value()) == "2020-04-05");  // left for the rules
  CHECK(to_string(parse_day_of_year("2月29日", start).value()) == "2020-02-29");
  // 4.10 is 4.1 once a spreadsheet has taken it for a number.
  for (const char* text : {"", "4.7", "4月", "13月1日", "4月31日", "2月29", "7", "4月底", "4/7/20", "123月4日"}) {
    INFO(text);
    CHECK(parse_day_of_year(text, from_ymd(2021, 9, 1)).has_value() == false);
  }
}

TEST_CASE("a ledger's amounts, in 0.01 yuan") {
  const std::pair<const char*, std::int64_t> good[] = {{"1200", 120000},
                                                       {"1,200元", 120000},
                                                       {"￥1200.5", 120050},
                                                       {"0.5万元", 500000},
                                                       {"0.12万", 120000},
                                                       {"１２００元", 120000},
                                                       {"无", 0},
                                                       {"0", 0},
                                                       {"1.25元", 125},
                                                       {"1200元整", 120000},
                                                       {"0.000001万元", 1},
                                                       {"1.50000000", 150}};
  for (const auto& [text, amount] : good) {
    INFO(text);
    CHECK(parse_ledger_amount(text, false) == std::optional(amount));
  }
  CHECK(parse_ledger_amount("0.12", true) == std::optional<std::int64_t>(120000));
  CHECK(parse_ledger_amount("1,200元", true) == std::optional<std::int64_t>(120000));
  for (const char* text : {"", "待定", "1200-1500", "1.2.3", "0.001元", "-5", ",5", "99999999999999999999", "1e5"}) {
    INFO(text);
    CHECK_FALSE(parse_ledger_amount(text, false).has_value());
  }
}

TEST_CASE("a ledger's headers") {
  const std::pair<const char*, LedgerColumn> known[] = {{"学校", LedgerColumn::unit_title},
                                                        {"学 校 名 称", LedgerColumn::unit_title},
                                                        {"存在的问题", LedgerColumn::description},
                                                        {"隐患描述（附照片）", LedgerColumn::description},
                                                        {"资金（万元）", LedgerColumn::funding_amount},
                                                        {"整改期限", LedgerColumn::due},
                                                        {"整改完成日期", LedgerColumn::rectified},
                                                        {"销项日期", LedgerColumn::closed},
                                                        {"Description", LedgerColumn::description},
                                                        {"due", LedgerColumn::due}};
  for (const auto& [header, column] : known) {
    INFO(header);
    CHECK(guess_ledger_column(header) == std::optional(column));
  }
  for (const char* header : {"", "联系电话", "学校及周边", "（）"}) {
    INFO(header);
    CHECK_FALSE(guess_ledger_column(header).has_value());
  }
  // No header stands for two columns.
  for (const LedgerColumnInfo& info : ledger_columns_known())
    if (info.column != LedgerColumn::derived) CHECK(ledger_column_named(info.name) == std::optional(info.column));
}
