// Every kind of evidence against every expectation, and how values, words and subjects make an outcome.
#include "model/evaluate.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace hazcheck;

namespace {

constexpr Date kInspection = Date{18359};  // 2020-04-07

Unit unit_of(std::optional<long> students) {
  Unit unit;
  unit.students = students;
  return unit;
}

EvidenceValue number(Evidence kind, double value) {
  EvidenceValue v;
  v.kind = kind;
  v.number = value;
  return v;
}
EvidenceValue day(int offset) {
  EvidenceValue v;
  v.kind = Evidence::date;
  v.date = kInspection + offset;
  return v;
}
EvidenceValue word(Evidence kind, Answered answered) {
  EvidenceValue v;
  v.kind = kind;
  v.check = answered;
  return v;
}
EvidenceValue match(std::string_view actual, std::string_view registered) {
  EvidenceValue v;
  v.kind = Evidence::match;
  v.text = actual;
  v.registered = registered;
  return v;
}

bool ok(const EvidenceValue& value, const Expect& expect, const Unit* unit = nullptr) {
  return meets(value, expect, unit, kInspection);
}

Answered outcome(std::vector<EvidenceValue> values, Answered said = Answered::none, Item item = {}) {
  Reply reply;
  reply.result.value = said;
  reply.values = values;
  return outcome_of(reply, item, nullptr, kInspection);
}

}  // namespace

TEST_CASE("percent and count lie between min and max, both included") {
  Expect expect;
  CHECK(ok(number(Evidence::percent, 0), expect));
  expect.min = 90;
  expect.max = 100;
  for (Evidence kind : {Evidence::percent, Evidence::count}) {
    CHECK_FALSE(ok(number(kind, 89.99), expect));
    CHECK(ok(number(kind, 90), expect));
    CHECK(ok(number(kind, 100), expect));
    CHECK_FALSE(ok(number(kind, 100.01), expect));
  }
}

TEST_CASE("bounds as huge as may be written are bounds like any other") {
  for (const double huge : {1e18, 999999999999999999.0, 1e300}) {
    Expect expect;
    expect.min = huge;
    CHECK_FALSE(ok(number(Evidence::count, 5), expect));
    CHECK(ok(number(Evidence::count, huge), expect));
    expect.min = -huge;
    expect.max = huge;
    CHECK(ok(number(Evidence::count, 5), expect));
  }
  Expect per;
  per.min = 1e18;
  per.of = "students";
  for (const long students : {0L, 1L, std::numeric_limits<long>::max()})
    for (const long each : {1L, 500L, std::numeric_limits<long>::max()}) {
      per.per = each;
      const Unit unit = unit_of(students);
      CHECK(expected_minimum(per, &unit).value() >= 0);
      CHECK(ok(number(Evidence::count, 5), per, &unit) == (students == 0));
    }
}

TEST_CASE("a third of a hundred that was divided still reaches its bound") {
  Expect expect;
  expect.min = 100;
  CHECK(ok(number(Evidence::percent, 3.0 * 100 / 3), expect));
  CHECK(ok(number(Evidence::percent, 29.0 * 100 / 29), expect));
}

TEST_CASE("a count for every so many students is rounded up") {
  Expect expect;
  expect.min = 1;
  expect.per = 500;
  expect.of = "students";
  const auto needed = [&](long students) {
    const Unit unit = unit_of(students);
    return expected_minimum(expect, &unit);
  };
  CHECK(needed(0) == 0);
  CHECK(needed(1) == 1);
  CHECK(needed(500) == 1);
  CHECK(needed(501) == 2);
  CHECK(needed(1200) == 3);
  const Unit unknown = unit_of(std::nullopt);
  CHECK_FALSE(expected_minimum(expect, &unknown).has_value());
  CHECK_FALSE(expected_minimum(expect, nullptr).has_value());
  const Unit large = unit_of(1200);
  CHECK(ok(number(Evidence::count, 3), expect, &large));
  CHECK_FALSE(ok(number(Evidence::count, 2), expect, &large));
}

TEST_CASE("dates are held against the day of the inspection") {
  Expect none, not_before, not_after, within;
  not_before.not_before_inspection = true;
  not_after.not_after_inspection = true;
  within.within_days = 30;
  CHECK(ok(day(-3650), none));
  CHECK_FALSE(ok(day(-1), not_before));
  CHECK(ok(day(0), not_before));
  CHECK(ok(day(1), not_before));
  CHECK(ok(day(-1), not_after));
  CHECK(ok(day(0), not_after));
  CHECK_FALSE(ok(day(1), not_after));
  CHECK(ok(day(0), within));
  CHECK(ok(day(-30), within));
  CHECK_FALSE(ok(day(-31), within));
}

TEST_CASE("people count by name, blanks aside") {
  Expect two;
  two.min = 2;
  const auto people = [&](std::vector<std::string_view> names, const Expect& expect) {
    std::vector<Word> words;
    for (std::string_view n : names) words.push_back({n, {1, 2}});
    EvidenceValue v;
    v.kind = Evidence::people;
    v.names = words;
    return ok(v, expect);
  };
  CHECK(people({"张三"}, {}));
  CHECK_FALSE(people({}, {}));
  CHECK(people({"张三", "李四"}, two));
  CHECK_FALSE(people({"张三"}, two));
  CHECK_FALSE(people({"张三", "张 三", "张　三"}, two));
  std::vector<std::string_view> many(40, "张三");
  CHECK_FALSE(people(many, two));
  many.push_back("李四");
  CHECK(people(many, two));
}

TEST_CASE("a match is of two equal names, blanks and width aside") {
  CHECK(ok(match("张三", "张三"), {}));
  CHECK(ok(match("张 三", "张三"), {}));
  CHECK(ok(match("４８０", "480"), {}));
  CHECK_FALSE(ok(match("480", "500"), {}));
}

TEST_CASE("a check passes with pass alone, a text always") {
  CHECK(ok(word(Evidence::check, Answered::pass), {}));
  CHECK_FALSE(ok(word(Evidence::check, Answered::fail), {}));
  EvidenceValue text;
  text.kind = Evidence::text;
  CHECK(ok(text, {}));
}

TEST_CASE("an explicit fail, na or unchecked stands whatever the values say") {
  for (Answered said : {Answered::fail, Answered::na, Answered::unchecked})
    CHECK(outcome({number(Evidence::percent, 100)}, said) == said);
}

TEST_CASE("an explicit pass never overrides a value that fails") {
  Item item;
  item.evidence = {Evidence::percent};
  item.expect[static_cast<std::size_t>(Evidence::percent)].min = 100;
  CHECK(outcome({number(Evidence::percent, 96)}, Answered::pass, item) == Answered::fail);
  CHECK(outcome({number(Evidence::percent, 100)}, Answered::pass, item) == Answered::pass);
  CHECK(outcome({number(Evidence::percent, 96)}, Answered::none, item) == Answered::fail);
}

TEST_CASE("every kind must pass; na and unchecked decide where none fails") {
  CHECK(outcome({}) == Answered::none);
  CHECK(outcome({}, Answered::pass) == Answered::pass);
  CHECK(outcome({word(Evidence::check, Answered::pass), number(Evidence::count, 3)}) == Answered::pass);
  CHECK(outcome({word(Evidence::check, Answered::pass), word(Evidence::date, Answered::fail)}) == Answered::fail);
  CHECK(outcome({word(Evidence::check, Answered::pass), word(Evidence::date, Answered::na)}) == Answered::na);
  CHECK(outcome({word(Evidence::date, Answered::na), word(Evidence::check, Answered::fail)}) == Answered::fail);
  CHECK(outcome({word(Evidence::check, Answered::unchecked), number(Evidence::count, 3)}) == Answered::unchecked);
}

TEST_CASE("over subjects: fail before unchecked before pass before na") {
  const auto over = [](std::vector<Answered> outcomes) {
    std::vector<Reply> replies;
    for (Answered o : outcomes) {
      Reply r;
      r.outcome = o;
      replies.push_back(r);
    }
    AnswerDetail answer;
    answer.uses_each = true;
    answer.each = replies;
    return outcome_of(answer);
  };
  using A = Answered;
  CHECK(over({A::pass, A::fail, A::unchecked}) == A::fail);
  CHECK(over({A::pass, A::unchecked, A::na}) == A::unchecked);
  CHECK(over({A::na, A::pass}) == A::pass);
  CHECK(over({A::na, A::na}) == A::na);
  CHECK(over({}) == A::none);
}
