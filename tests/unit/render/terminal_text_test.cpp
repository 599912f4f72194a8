// What base/text promises to the renderers: width, safe text, wrapping, eliding.
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/text.hpp"

using namespace hazcheck;

TEST_CASE("wide characters take two columns, combining ones none") {
  CHECK(columns("abc") == 3);
  CHECK(columns("示例a") == 5);
  CHECK(columns("（）") == 4);
  CHECK(columns("e\xCC\x81") == 1);
  CHECK(columns("…█●") == 3);
  CHECK(columns("\xF0\xA0\x80\x80") == 2);    // an ideograph beyond the first plane
  CHECK(columns("葛\xF3\xA0\x84\x80") == 2);  // with a variation selector
}

TEST_CASE("nothing that moves a cursor, reorders or hides text stays as it is") {
  CHECK(printable("a\x1b[31m") == "a\\x1b[31m");
  CHECK(printable("\x07\x7f\n") == "\\x07\\x7f\\x0a");
  CHECK(printable("\xC2\x85\xC2\x9B") == "\\x85\\x9b");  // C1 controls
  CHECK(printable("\xE2\x80\xAE"
                  "abc\xE2\x81\xA6") == "\\u202eabc\\u2066");
  CHECK(printable("\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD") == "\\u200b\\ufeff\\u00ad");
  CHECK(printable("\xF3\xA0\x81\x81") == "\\ue0041");  // a tag character
  CHECK(printable("\xFF\xC3") == "\\xff\\xc3");
  CHECK(printable("示例 “é” 👩\xE2\x80\x8D🔧") == "示例 “é” 👩\xE2\x80\x8D🔧");
  CHECK(printable("�") == "�");
}

TEST_CASE("eliding ends with a sign and never exceeds the limit") {
  CHECK(elide("示例实验中学", 12) == "示例实验中学");
  CHECK(elide("示例实验中学", 8) == "示例实…");
  CHECK(elide("示例实验中学", 1) == "…");
  for (std::size_t limit = 1; limit < 14; ++limit) CHECK(columns(elide("a示b例c实d验", limit)) <= limit);
}

TEST_CASE("lines break at blanks and beside wide characters") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("整改期限已过", 4) == std::vector<std::string>{"整改", "期限", "已过"});
  CHECK(wrap("abcdefgh", 3) == std::vector<std::string>{"abc", "def", "gh"});
  CHECK(wrap("", 5) == std::vector<std::string>{""});
  CHECK(wrap("a\n\nb\n", 5) == std::vector<std::string>{"a", "", "b"});
  CHECK(wrap("规则HZ402说明", 6) == std::vector<std::string>{"规则", "HZ402", "说明"});
}

TEST_CASE("a closing mark starts no line and an opening one ends none") {
  CHECK(wrap("已整改，待验收", 6) == std::vector<std::string>{"已整", "改，待", "验收"});
  CHECK(wrap("工作区（提交）", 8) == std::vector<std::string>{"工作区", "（提交）"});
}

TEST_CASE("no line is wider than asked for, and nothing is lost") {
  const std::string text = " xxxxxxxxx，每一项 hazard（隐患）都要 a plan，有负责人、有期限。";
  const auto squeeze = [](std::string s) {
    s.erase(std::remove(s.begin(), s.end(), ' '), s.end());
    return s;
  };
  for (std::size_t width = 2; width < 60; ++width) {
    std::string joined;
    for (const std::string& line : wrap(text, width)) {
      CHECK(columns(line) <= width);
      joined += line;
    }
    CHECK(squeeze(joined) == squeeze(text));
  }
}
