// Pages: the markup of prose, roff that shows what was written, and plain text within its width.
#include "render/manual.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "base/text.hpp"

namespace hazcheck {
namespace {

ManualPage page_of(std::string_view prose) {
  ManualPage page{"hazcheck-x", 1, "a page", {}};
  page.prose(prose);
  return page;
}

std::string roff(std::string_view prose, Lang lang = Lang::en) {
  const std::string all = manual_roff(page_of(prose), {lang, "hazcheck 1", "2020-05-18"});
  return all.substr(all.find("a page\n") + 7);
}

TEST_CASE("prose is sections, paragraphs, entries and literal lines") {
  const ManualPage page =
      page_of("# HEAD\none\ntwo\n\n: --key\nmeans this\n\n    a: 1\n\n      b: 2\n\n## PART\n第一行\n第二行\n");
  const std::pair<BlockKind, std::string> wanted[] = {
      {BlockKind::section, ""},         {BlockKind::paragraph, "one two"},
      {BlockKind::entry, "means this"}, {BlockKind::literal, "a: 1\n\n  b: 2"},
      {BlockKind::subsection, ""},      {BlockKind::paragraph, "第一行第二行"}};
  REQUIRE(page.blocks.size() == std::size(wanted));
  for (std::size_t i = 0; i < std::size(wanted); ++i) {
    CHECK(page.blocks[i].kind == wanted[i].first);
    CHECK(page.blocks[i].text == wanted[i].second);
  }
  CHECK(page.blocks[2].head == "--key");
}

TEST_CASE("roff shows what was written") {
  CHECK(roff("a `--key` of 'x' \\ ~\n") == ".PP\na \\fB\\-\\-key\\fR of \\(aqx\\(aq \\e \\(ti\n");
  // A line that begins with a dot or a quote is text, no macro.
  CHECK(roff("    .so x\n    'y\n") == ".PP\n.RS 4\n.nf\n\\&.so x\n\\(aqy\n.fi\n.RE\n");
  CHECK(roff(".gitattributes\n") == ".PP\n\\&.gitattributes\n");
  CHECK(roff("# TWO WORDS\ntext\n") == ".SH \"TWO WORDS\"\ntext\n");
}

TEST_CASE("bold goes on over the end of a line") {
  const std::string long_words =
      "`" + std::string(30, 'a') + " " + std::string(30, 'b') + " " + std::string(30, 'c') + "`";
  CHECK(roff(long_words + "\n") == ".PP\n\\fB" + std::string(30, 'a') + " " + std::string(30, 'b') + "\\fR\n\\fB" +
                                       std::string(30, 'c') + "\\fR\n");
}

TEST_CASE("Chinese lines are broken by us, for nobody else does") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "隐患";
  CHECK_THAT(roff(words + "\n", Lang::zh), Catch::Contains("\n.br\n"));
  CHECK_THAT(roff(words + "\n", Lang::en), !Catch::Contains(".br"));
}

TEST_CASE("plain text keeps to its width, but for what is literal") {
  const ManualPage page = page_of(
      "# HEAD\n`hazcheck validate` reads every record of the workspace and says what is wrong with it, line by line.\n\n"
      ": -o\nshort\n: --a-long-option VALUE\nbelow\n\n    literal\n");
  const std::string text = manual_text(page, 50, false);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK(columns(line) <= 50);
  CHECK_THAT(text, Catch::StartsWith("hazcheck-x(1) - a page\n\nHEAD\n       'hazcheck validate' reads"));
  CHECK_THAT(text, Catch::Contains("\n       -o     short\n"));
  CHECK_THAT(text, Catch::Contains("\n       --a-long-option VALUE\n              below\n"));
  CHECK_THAT(text, Catch::Contains("\n           literal\n"));
  CHECK_THAT(manual_text(page, 50, true), Catch::Contains("\x1b[1mhazcheck validate\x1b[0m reads"));
}

}  // namespace
}  // namespace hazcheck
