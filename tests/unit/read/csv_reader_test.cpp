// CSV in, cells out, and where it stops being CSV.
#include <catch2/catch.hpp>

#include "read/csv_reader.hpp"

using namespace hazcheck;

namespace {

std::vector<std::vector<std::string>> cells_of(std::string text) {
  CsvTable table;
  REQUIRE_FALSE(parse_csv(std::move(text), table).has_value());
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    rows.emplace_back();
    for (std::string_view cell : table.row(i)) rows.back().emplace_back(cell);
  }
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("rows and cells") {
  CHECK(cells_of("").empty());
  CHECK(cells_of("a,b\nc,d\n") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(cells_of("a,b\r\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
  CHECK(cells_of("a\rb\r") == Rows{{"a"}, {"b"}});
  CHECK(cells_of("a,\n,b\n") == Rows{{"a", ""}, {"", "b"}});
  CHECK(cells_of("\"a,\"\"b\"\"\n\",c\n") == Rows{{"a,\"b\"\n", "c"}});
  CHECK(cells_of("\"\",\"\"\n") == Rows{{"", ""}});
  CHECK(cells_of("a\tb,c\td\n1\t2\t3\n") == Rows{{"a", "b,c", "d"}, {"1", "2", "3"}});
  CHECK(cells_of("a;b\n") == Rows{{"a", "b"}});
  CHECK(cells_of("title, 2020\na;b;c\n1;2,5;3\n") == Rows{{"title, 2020"}, {"a", "b", "c"}, {"1", "2,5", "3"}});
  CHECK(cells_of("a\"b,c\n") == Rows{{"a\"b", "c"}});
}

TEST_CASE("what is not CSV is told with its row and column") {
  const std::tuple<std::string, std::size_t, std::size_t> bad[] = {{"a,\"b\n", 1, 2},
                                                                   {"a,b\nc,\"d\"e\n", 2, 2},
                                                                   {std::string("a\nb\0c", 5), 2, 1},
                                                                   {"a,b,\x01\n", 1, 3},
                                                                   {"\"", 1, 1}};
  for (const auto& [text, row, column] : bad) {
    CsvTable table;
    const auto fault = parse_csv(text, table);
    REQUIRE(fault.has_value());
    CHECK(fault->row == row);
    CHECK(fault->column == column);
    CHECK_FALSE(fault->message.zh.empty());
  }
}
