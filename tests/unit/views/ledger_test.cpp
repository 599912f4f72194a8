// The ledger's rows one by one: all of them, in every format, however often they are asked for.
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "render/formats.hpp"
#include "status/random_register.hpp"
#include "views/held.hpp"
#include "views/ledger.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

Request request_for(const Built& built, const char* day) {
  return {.model = built.model, .timelines = built.timelines, .as_of = on(day)};
}

std::size_t column(const Table& table, std::string_view name) {
  const auto it =
      std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& c) { return c.name == name; });
  REQUIRE(it != table.columns.end());
  return static_cast<std::size_t>(it - table.columns.begin());
}

}  // namespace

TEST_CASE("the ledger can be had row by row, and stops when told") {
  const auto built = build(RandomRegister(7).make());
  const Request request = request_for(*built, "2020-07-01");
  std::size_t rows = 0;
  visit_ledger(request, {}, [&](const std::vector<Cell>& row) {
    CHECK(row.size() == ledger_fields().size());
    return ++rows < 3;
  });
  CHECK(rows == 3);
  const Table all = held(ledger(request).tables[0]);
  CHECK(all.rows.size() > 3);
  CHECK(all.has_rows());
  // Columns that nobody wants stay empty, the others are what they are.
  std::vector<bool> wanted(all.columns.size());
  wanted[column(all, "id")] = true;
  rows = 0;
  ledger(request).tables[0].visit_rows(
      [&](const std::vector<Cell>& row) {
        CHECK(row[column(all, "id")] == all.rows[rows++][column(all, "id")]);
        CHECK(std::holds_alternative<std::monostate>(row[column(all, "unit")]));
        return true;
      },
      wanted);
  CHECK(rows == all.rows.size());
  Request nobody = request;
  nobody.filter.values(GroupKey::owner) = {"nobody"};
  CHECK_FALSE(ledger(nobody).tables[0].has_rows());
}

TEST_CASE("a table reads the same whether its rows are held or come one by one") {
  const auto built = build(RandomRegister(11).make());
  const Report streamed = ledger(request_for(*built, "2020-07-01"));
  Report all = streamed;
  all.tables[0] = held(all.tables[0]);
  for (const ReportFormat& format : report_formats())
    for (const std::size_t width : {0, 60, 200}) {
      ReportOptions options;
      options.text.width = width;
      std::ostringstream one, other;
      format.render(streamed, options, one);
      format.render(all, options, other);
      CHECK(one.str() == other.str());
      CHECK(one.str().find("self/u1/") != std::string::npos);
    }
}
