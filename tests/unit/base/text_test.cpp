// Unicode: validity, width, likeness, names, and what reaches a terminal.
#include <catch2/catch.hpp>

#include <array>

#include "base/text.hpp"

using namespace hazcheck;

TEST_CASE("signs of an input method as ASCII") {
  CHECK(half_width("２０２０。４／７　Ａb") == "2020.4/7 Ab");
  CHECK(half_width("隐患，已整改") == "隐患,已整改");
  CHECK(half_width("é\xff") == "é\xff");
}

TEST_CASE("UTF-8 is checked strictly") {
  CHECK(first_invalid_utf8("隐患 plain") == kValidUtf8);
  CHECK(first_invalid_utf8("a\xC0\x80") == 1);         // overlong
  CHECK(first_invalid_utf8("ab\xED\xA0\x80") == 2);    // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
  CHECK(first_invalid_utf8("12345678\xE9\x9A") == 8);  // cut off
}

TEST_CASE("wide characters take two columns") {
  CHECK(columns("隐患H1") == 6);
  CHECK(pad_right("隐患", 6) == "隐患  ");
  CHECK(pad_left("12", 4) == "  12");
  CHECK(elide("隐患排查整治", 7) == "隐患排…");
  CHECK(elide("隐患", 4) == "隐患");
}

TEST_CASE("wrapped lines keep to the width and lose nothing") {
  const std::string text = "学校及周边安全隐患大排查、大整治 with some words，和标点。";
  std::string joined;
  for (const std::string& line : wrap(text, 20)) {
    CHECK(columns(line) <= 21);  // a closing mark may stand one column out
    joined += line;
  }
  std::string squeezed, wanted;
  for (char c : joined)
    if (c != ' ') squeezed += c;
  for (char c : text)
    if (c != ' ') wanted += c;
  CHECK(squeezed == wanted);
}

TEST_CASE("nothing that steers a terminal gets through") {
  CHECK(printable("a\x1b[31mb") == "a\\x1b[31mb");
  CHECK(printable("a\u202Eb") == "a\\u202eb");
  CHECK(printable("a\nb") == "a\\x0ab");
  CHECK(printable("\xFFz") == "\\xffz");
  CHECK(printable("\u0085") == "\\x85");
}

TEST_CASE("names compare without blanks and widths") {
  CHECK(same_name("张 三", "张三"));
  CHECK(same_name("张\u3000三", "张三"));
  CHECK(same_name("Ｌｉ", "Li"));
  CHECK_FALSE(same_name("张三", "张四"));
}

TEST_CASE("did you mean") {
  constexpr std::array<std::string_view, 4> kWords{"description", "item", "owner", "due"};
  CHECK(did_you_mean("descripton", kWords) == "description");
  CHECK(did_you_mean("onwer", kWords) == "owner");
  CHECK_FALSE(did_you_mean("measures", kWords));
  // In a short word, two changes make another word.
  constexpr std::string_view kGrades[] = {"general", "major"};
  CHECK_FALSE(did_you_mean("minor", kGrades));
  CHECK(did_you_mean("majro", kGrades) == "major");
}

TEST_CASE("ids") {
  CHECK(is_id("qp-shiyan.1_a"));
  CHECK_FALSE(is_id("-a"));
  CHECK_FALSE(is_id("隐患"));
  CHECK_FALSE(is_id(std::string(65, 'a')));
  CHECK_FALSE(is_id(""));
}
