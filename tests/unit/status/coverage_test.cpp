// Coverage of rounds, what is missing, what an earlier round missed, and running numbers.
#include "status/coverage.hpp"

#include <catch2/catch.hpp>

#include "status/accuracy.hpp"
#include "status/figures.hpp"
#include "status/numbering.hpp"
#include "status/register_spec.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

using A = Answered;

RoundCoverage of(const RegisterSpec& spec, const char* round, const char* day, Missing* missing = nullptr) {
  const auto built = build(spec);
  Filter filter;
  filter.values(GroupKey::round) = {round};
  const std::vector<RoundCoverage> rows = coverage_of(built->model, on(day), filter, missing);
  REQUIRE(rows.size() == 1);
  return rows.front();
}

}  // namespace

TEST_CASE("coverage counts complete records without scope, dated by the day") {
  RegisterSpec spec;
  spec.records.push_back(
      {.unit = "u1", .date = on("2020-04-07"), .answers = {{"fire.exits", A::pass}, {"fire.signs", A::fail}}});
  spec.records.push_back({.unit = "u2",
                          .date = on("2020-04-08"),
                          .complete = false,
                          .answers = {{"fire.exits", A::pass}, {"food.law", A::na}}});
  const RoundCoverage before = of(spec, "self", "2020-04-06");
  CHECK(before.units_expected == 3);
  CHECK(before.units_recorded == 0);
  CHECK(before.items_applicable == 2 + 4 + 2);
  CHECK(before.items_answered == 0);
  CHECK(before.late == 0);
  const RoundCoverage now = of(spec, "self", "2020-04-10");
  CHECK(now.units_recorded == 2);
  CHECK(now.units_complete == 1);
  CHECK(now.items_applicable == 2 + 3 + 2);  // one is not applicable
  CHECK(now.items_answered == 3);            // those of the draft too
  CHECK(now.late == 0);
  CHECK(of(spec, "self", "2020-04-11").late == 2);
}

TEST_CASE("a record after the window is late for good") {
  RegisterSpec spec;
  spec.records.push_back({.unit = "u1", .date = on("2020-04-10")});
  spec.records.push_back({.unit = "u2", .date = on("2020-04-11")});
  const RoundCoverage r = of(spec, "self", "2020-05-01");
  CHECK(r.units_complete == 2);
  CHECK(r.late == 2);  // u2 and u3
}

TEST_CASE("what is out of scope is not answered, and the unit not covered, but not late") {
  RegisterSpec spec;
  spec.records.push_back({.round = "joint",
                          .unit = "u2",
                          .date = on("2020-04-28"),
                          .answers = {{"fire.exits", A::pass}, {"fire.signs", A::pass}, {"food.law", A::pass}},
                          .scope = std::vector<std::string>{"fire"}});
  Missing missing;
  const RoundCoverage r = of(spec, "joint", "2020-06-01", &missing);
  CHECK(r.units_recorded == 1);
  CHECK(r.units_complete == 0);
  CHECK(r.items_answered == 2);
  CHECK(r.items_applicable == 8);
  CHECK(r.late == 2);
  CHECK(missing.units.size() == 3);
  REQUIRE(missing.items.size() == 2);  // food.law, food.store of u2
  CHECK(missing.items[0].out_of_scope);
}

TEST_CASE("in a pending window nothing is late or missing, and what is there counts") {
  RegisterSpec spec;
  spec.resumption.reset();
  spec.records.push_back(
      {.round = "joint", .unit = "u1", .date = on("2020-04-28"), .answers = {{"fire.exits", A::pass}}});
  Missing missing;
  const RoundCoverage r = of(spec, "joint", "2021-01-01", &missing);
  CHECK(r.pending);
  CHECK(r.units_complete == 1);
  CHECK(r.items_answered == 1);
  CHECK(r.late == 0);
  CHECK(missing.units.empty());
  CHECK(missing.items.empty());
}

TEST_CASE("units are expected that are valid in the window") {
  RegisterSpec spec;
  spec.units.push_back({"closed", "junior", "east", {}, on("2020-03-29")});
  spec.units.push_back({"closing", "junior", "east", {}, on("2020-03-30")});
  spec.units.push_back({"new", "junior", "east", on("2020-04-11"), {}});
  CHECK(of(spec, "self", "2020-05-01").units_expected == 4);
}

TEST_CASE("without units a rate is n/a") {
  RegisterSpec spec;
  spec.units.clear();
  const RoundCoverage r = of(spec, "self", "2020-05-01");
  CHECK(rate_of(r.units_complete, r.units_expected) == std::nullopt);
}

TEST_CASE("missed is what passed earlier and failed later") {
  RegisterSpec spec;
  spec.records.push_back(
      {.unit = "u2",
       .date = on("2020-04-07"),
       .answers = {
           {"fire.exits", A::pass}, {"fire.signs", A::fail}, {"food.law", A::unchecked}, {"food.store", A::pass}}});
  spec.records.push_back(
      {.round = "bureau",
       .unit = "u2",
       .date = on("2020-04-20"),
       .answers = {{"fire.exits", A::fail}, {"fire.signs", A::fail}, {"food.law", A::fail}, {"food.store", A::pass}}});
  spec.records.push_back(
      {.round = "bureau", .unit = "u1", .date = on("2020-04-20"), .answers = {{"fire.exits", A::fail}}});
  const auto built = build(spec);
  const auto sums = [&](const char* day) {
    AccuracySums s;
    visit_answer_pairs(built->model, *built->model.campaign.find_round("self"),
                       *built->model.campaign.find_round("bureau"), on(day), [&](const AnswerPair& p) { s.add(p); });
    return s;
  };
  CHECK(sums("2020-04-20").checked == 3);
  CHECK(sums("2020-04-20").failed == 2);  // food.law was not checked earlier
  CHECK(sums("2020-04-20").missed == 1);
  CHECK(sums("2020-04-19").checked == 0);
}

TEST_CASE("gaps in running numbers") {
  const std::vector<NumberGap> gaps =
      gaps_in({"QP-2020-003", "QP-2020-001", "QP-2020-010", "B7", "B9", "none", "QP-2021-001"}, {"QP-2020-005", "B8"});
  REQUIRE(gaps.size() == 3);
  CHECK(gaps[0].first == "QP-2020-002");
  CHECK(gaps[0].count == 1);
  CHECK(gaps[1].first == "QP-2020-004");
  CHECK(gaps[1].last == "QP-2020-004");
  CHECK(gaps[2].first == "QP-2020-006");
  CHECK(gaps[2].last == "QP-2020-009");
  CHECK(gaps[2].count == 4);
  CHECK(gaps_in({}, {"QP-1", "QP-9"}).empty());
  CHECK(gaps_in({"销字第1号", "销字第3号"}, {}).front().first == "销字第2号");
  CHECK_FALSE(take_apart("no digits"));
  CHECK_FALSE(take_apart("1234567890123456789"));
  CHECK(number_less("QP-9", "QP-10"));
  CHECK_FALSE(number_less("QP-10", "QP-9"));
}
