// Numbers as they are written, and in words: one reading or none.
#include "base/number.hpp"

#include <catch2/catch.hpp>
#include <utility>

using namespace hazcheck;

TEST_CASE("numbers in words") {
  const std::pair<const char*, const char*> good[] = {
      {"三名", "3"},       {"两人", "2"},       {"十", "10"},           {"十二", "12"},        {"二十", "20"},
      {"九十五", "95"},    {"一百二", "120"},   {"一百零二", "102"},    {"一百一十", "110"},   {"两千三", "2300"},
      {"五千元", "5000"},  {"三万五", "35000"}, {"三万五千", "35000"},  {"三万零五", "30005"}, {"壹仟贰佰元", "1200"},
      {"零", "0"},         {"〇", "0"},         {"九十五点五", "95.5"}, {"3百", "300"},        {"1.2千", "1200"},
      {"1.2万元", "12000"}};
  for (const auto& [text, number] : good) {
    INFO(text);
    CHECK(number_meant(text) == number);
  }
  for (const char* text : {"三四人", "一般", "三楼", "百", "万", "十十", "百分之", "一万两万", "三个半", "1万二",
                           "2千万", "二〇", "零五", "九点", "三3", "十2", "名三", "五亿"}) {
    INFO(text);
    CHECK(number_meant(text).empty());
  }
}

TEST_CASE("what stands behind a number in words is left") {
  std::string_view text = "三百人";
  CHECK(take_number_in_words(text) == "300");
  CHECK(text == "人");
  text = "人三百";
  CHECK(take_number_in_words(text).empty());
  CHECK(text == "人三百");
  std::size_t at = 0;
  CHECK(take_digits_in_words("二〇二〇年", at) == "2020");
  CHECK(at == 12);
}
