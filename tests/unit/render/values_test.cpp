// Exact digits of figures and dates, and the drawings made from them.
#include <catch2/catch.hpp>

#include <limits>

#include "render/bars.hpp"
#include "render/values.hpp"
#include "render/words.hpp"
#include "status/timeline.hpp"

using namespace hazcheck;

namespace {
std::string figure(CellType type, std::int64_t value) {
  std::string out;
  append_figure(out, type, value);
  return out;
}
}  // namespace

TEST_CASE("rates have two decimals, days and money as many as they take") {
  CHECK(figure(CellType::rate, 9494) == "94.94");
  CHECK(figure(CellType::rate, 10000) == "100.00");
  CHECK(figure(CellType::rate, 5) == "0.05");
  CHECK(figure(CellType::days, 350) == "3.5");
  CHECK(figure(CellType::days, 1400) == "14");
  CHECK(figure(CellType::days, 1) == "0.01");
  CHECK(figure(CellType::money, 1200050) == "12000.5");
  CHECK(figure(CellType::money, 0) == "0");
  CHECK(figure(CellType::integer, -7) == "-7");
  CHECK(figure(CellType::days, -350) == "-3.5");
  CHECK(figure(CellType::money, std::numeric_limits<std::int64_t>::min()) == "-92233720368547758.08");
}

TEST_CASE("dates are written as they are read") {
  for (const char* day : {"1900-01-01", "2000-02-29", "2020-04-19", "2199-12-31", "0001-01-01"}) {
    std::string out;
    append_date(out, *parse_date(day));
    CHECK(out == day);
  }
}

TEST_CASE("a bar is in proportion, and anything above zero shows") {
  CHECK(bar(0, 10).empty());
  CHECK(bar(1, 10) == "▏");
  CHECK(bar(5000, 10) == "█████");
  CHECK(bar(7500, 10) == "███████▌");
  CHECK(bar(10000, 10) == "██████████");
  CHECK(bar(99999, 10) == "██████████");
  CHECK(bar(-5, 10).empty());
}

TEST_CASE("a sparkline has one sign a value and a blank for none") {
  const std::vector<std::optional<std::int64_t>> values{0, 5, std::nullopt, 10, 12};
  CHECK(sparkline(values, 10) == "▁▅ ██");
  CHECK(sparkline(values, 0) == "▁▁ ▁▁");
}

TEST_CASE("the words of the status column are those of the states") {
  const auto words = vocabulary_of("status");
  for (const State state : {State::unplanned, State::planned, State::rectified, State::closed, State::voided}) {
    CHECK(term_for(words, key_of(state), Lang::zh) == label_of(state).zh);
    CHECK(term_for(words, key_of(state), Lang::en) == label_of(state).en);
  }
  CHECK(term_for(words, "other", Lang::zh) == "other");
  CHECK(vocabulary_of("description").empty());
}
