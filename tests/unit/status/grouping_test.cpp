// Keys, titles, the order of groups, and filters.
#include "status/grouping.hpp"

#include <catch2/catch.hpp>

#include "status/filter.hpp"
#include "status/register_spec.hpp"

using namespace hazcheck;
using namespace hazcheck::test;
using enum EventKind;

namespace {

RegisterSpec some() {
  RegisterSpec spec;
  const auto hazard = [](const char* id, const char* item, const char* owner) {
    HazardSpec h{.id = id, .item = item, .found = on("2020-04-07")};
    if (*owner != '\0') h.plan = PlanSpec{on("2020-04-07"), on("2020-04-20"), owner};
    return h;
  };
  spec.records.push_back({.unit = "u2",
                          .date = on("2020-04-07"),
                          .hazards = {hazard("H1", "food.law", "李四"), hazard("H2", "fire", "")}});
  spec.records.push_back({.unit = "u1",
                          .date = on("2020-04-07"),
                          .hazards = {hazard("H1", "fire.signs", "李 四"), hazard("H2", "fire.exits", "李四"),
                                      hazard("H3", "fire", "王五")}});
  return spec;
}

std::vector<std::string> groups_by(const Built& built, Grouping by, bool titles = false) {
  Grouper groups(built.model, by);
  for (const HazardStatus& h : status_at(built.model, built.timelines, on("2020-05-01")).hazards) groups.place(h);
  std::vector<std::string> out;
  for (std::size_t g : groups.order()) {
    std::string text;
    for (std::size_t k = 0; k < by.size(); ++k)
      text += (k > 0 ? "|" : "") + (titles ? groups.title(g, k, Lang::zh) : groups.value(g, k));
    out.push_back(text);
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("groups are in the order of roster, checklist and campaign, those without a value last") {
  const auto built = build(some());
  CHECK(groups_by(*built, {GroupKey::unit}) == Strings{"u1", "u2"});
  CHECK(groups_by(*built, {GroupKey::type}) == Strings{"primary", "junior"});
  CHECK(groups_by(*built, {GroupKey::item}) == Strings{"fire.exits", "fire.signs", "food.law", ""});
  CHECK(groups_by(*built, {GroupKey::section}) == Strings{"fire", "food"});
  CHECK(groups_by(*built, {GroupKey::severity}) == Strings{"general", "major"});
  CHECK(groups_by(*built, {GroupKey::department}) == Strings{"brigade", ""});
  CHECK(groups_by(*built, {GroupKey::unit, GroupKey::section}) == Strings{"u1|fire", "u2|fire", "u2|food"});
}

TEST_CASE("an owner is a name within a unit, however it is spelt") {
  const auto built = build(some());
  CHECK(groups_by(*built, {GroupKey::owner}) == Strings{"u1/李四", "u1/王五", "u2/李四", ""});
  CHECK(groups_by(*built, {GroupKey::owner}, true) ==
        Strings{"李 四（学校u1）", "王五（学校u1）", "李四（学校u2）", "（无）"});
}

TEST_CASE("titles come from the data, in either language") {
  const auto built = build(some());
  CHECK(title_of(GroupKey::unit, built->model, "u1", Lang::en) == "School u1");
  CHECK(title_of(GroupKey::type, built->model, "junior", Lang::zh) == "初中");
  CHECK(title_of(GroupKey::department, built->model, "bureau", Lang::zh) == "教育局");
  CHECK(title_of(GroupKey::area, built->model, "east", Lang::en) == "east");
  CHECK(title_of(GroupKey::item, built->model, "", Lang::en) == "(none)");
  CHECK(parse_group_key("owner") == GroupKey::owner);
  CHECK_FALSE(parse_group_key("Unit"));
}

namespace {

std::string taken(const Built& built, const Filter& filter, const char* day = "2020-05-01", bool list = false) {
  std::string ids;
  for (const HazardStatus& h : status_at(built.model, built.timelines, on(day)).hazards)
    if (list ? filter.lists(built.model, h) : filter.takes(built.model, h))
      ids += std::string(h.record->unit_id.value) + "/" + std::string(h.hazard->id.value) + " ";
  return ids;
}

Filter with(GroupKey key, std::vector<std::string> values) {
  Filter filter;
  filter.values(key) = std::move(values);
  return filter;
}

}  // namespace

TEST_CASE("values of one option are alternatives, options must all hold") {
  const auto built = build(some());
  CHECK(taken(*built, with(GroupKey::item, {"fire.signs", "food.law"})) == "u2/H1 u1/H1 ");
  Filter both = with(GroupKey::section, {"fire"});
  both.values(GroupKey::unit) = {"u2"};
  CHECK(taken(*built, both) == "u2/H2 ");
  CHECK(taken(*built, with(GroupKey::owner, {"李四"})) == "u2/H1 u1/H1 u1/H2 ");
  CHECK(taken(*built, with(GroupKey::owner, {"u1/李四"})) == "u1/H1 u1/H2 ");
}

TEST_CASE("void hazards are listed on request only, and always counted") {
  RegisterSpec spec = one_hazard({event(voided, "2020-04-09")});
  const auto built = build(spec);
  Filter filter;
  CHECK(taken(*built, filter) == "u1/H1 ");
  CHECK(taken(*built, filter, "2020-05-01", true).empty());
  CHECK(taken(*built, filter, "2020-04-08", true) == "u1/H1 ");
  REQUIRE(add_status(filter, "void"));
  CHECK(taken(*built, filter, "2020-05-01", true) == "u1/H1 ");
  CHECK_FALSE(add_status(filter, "voided"));
}

TEST_CASE("open means unplanned, planned and rectified") {
  Filter open;
  REQUIRE(add_status(open, "open"));
  const auto built = build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-17")}));
  for (const char* day : {"2020-04-07", "2020-04-08", "2020-04-16"}) CHECK(taken(*built, open, day) == "u1/H1 ");
  CHECK(taken(*built, open, "2020-04-17").empty());
}

TEST_CASE("bounds of dates include their day, but for --due-before") {
  const auto built = build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-17")}));
  const auto takes = [&](auto&& set, const char* day = "2020-05-01") {
    Filter filter;
    set(filter);
    return !taken(*built, filter, day).empty();
  };
  CHECK(takes([](Filter& f) { f.found_since = on("2020-04-07"); }));
  CHECK_FALSE(takes([](Filter& f) { f.found_since = on("2020-04-08"); }));
  CHECK(takes([](Filter& f) { f.found_until = on("2020-04-07"); }));
  CHECK_FALSE(takes([](Filter& f) { f.found_until = on("2020-04-06"); }));
  CHECK(takes([](Filter& f) { f.closed_since = f.closed_until = on("2020-04-17"); }));
  CHECK_FALSE(takes([](Filter& f) { f.closed_until = on("2020-04-30"); }, "2020-04-16"));  // not closed by then
  CHECK(takes([](Filter& f) { f.due_before = on("2020-04-21"); }));
  CHECK_FALSE(takes([](Filter& f) { f.due_before = on("2020-04-20"); }));
  CHECK_FALSE(takes([](Filter& f) { f.due_before = on("2020-06-20"); }, "2020-04-07"));  // no due yet
}

TEST_CASE("a value that the register does not know is a fault, with its neighbour") {
  const auto built = build(some());
  CHECK_FALSE(unknown_value(with(GroupKey::unit, {"u1", "u2"}), built->model));
  CHECK(unknown_value(with(GroupKey::section, {"fier"}), built->model)->en ==
        "no section 'fier'; did you mean 'fire'?");
  CHECK_FALSE(unknown_value(with(GroupKey::owner, {"nobody"}), built->model));
}
