// Words in one cell, there and back.
#include <catch2/catch.hpp>

#include "base/cell_list.hpp"

using namespace hazcheck;
using Words = std::vector<std::string>;

namespace {
std::string joined(const Words& words) {
  std::string cell;
  for (const std::string& w : words) add_to_cell_list(cell, w);
  return cell;
}
}  // namespace

TEST_CASE("words in a cell come back as they were") {
  const std::pair<Words, const char*> cells[] = {
      {{"a.jpg"}, "a.jpg"},
      {{"a.jpg", "b c.jpg"}, "a.jpg; b c.jpg"},
      {{"楼梯;东.jpg", "b.jpg"}, "\"楼梯;东.jpg\"; b.jpg"},
      {{"楼梯；东.jpg"}, "\"楼梯；东.jpg\""},
      {{"two\nlines.jpg", "b"}, "\"two\nlines.jpg\"; b"},
      {{"\"a\".jpg"}, "\"\"\"a\"\".jpg\""},
      {{"12\" pipe.jpg"}, "12\" pipe.jpg"},
      {{" a "}, "\" a \""},
      {{"无", "-"}, "\"无\"; \"-\""},
      {{"\";\"", "x"}, "\"\"\";\"\"\"; x"},
  };
  for (const auto& [words, cell] : cells) {
    INFO(cell);
    CHECK(joined(words) == cell);
    CHECK(split_cell_list(cell) == words);
  }
}

TEST_CASE("cells as people fill them") {
  CHECK(split_cell_list("").empty());
  CHECK(split_cell_list(" ; ；\n").empty());
  CHECK(split_cell_list("a；b\nc;d;") == Words{"a", "b", "c", "d"});
  CHECK(split_cell_list("\"a\" b; c") == Words{"\"a\" b", "c"});  // not closed before a separator
  CHECK(split_cell_list("\"a; b") == Words{"\"a", "b"});
  CHECK(split_cell_list("\"a;b\" ；c") == Words{"a;b", "c"});
  CHECK(split_cell_list("\"\"; c") == Words{"c"});
}
