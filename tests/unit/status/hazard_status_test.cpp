// One hazard as of a day: dues and their boundary days, what a status that goes back takes with it, departments.
#include "status/hazard_status.hpp"

#include <catch2/catch.hpp>

#include "status/register_spec.hpp"

using namespace hazcheck;
using namespace hazcheck::test;
using enum EventKind;

namespace {

HazardStatus status_of(const Built& built, const std::string& day, std::size_t which = 0) {
  return hazard_status_at(built.model, built.timelines.at(which), on(day));
}

}  // namespace

TEST_CASE("due today is not overdue, the day after is") {
  const auto built = build(one_hazard());
  CHECK_FALSE(status_of(*built, "2020-04-20").overdue);
  CHECK(status_of(*built, "2020-04-20").due_soon);
  const HazardStatus late = status_of(*built, "2020-04-21");
  CHECK(late.overdue);
  CHECK(late.days_overdue == 1);
  CHECK_FALSE(late.due_soon);
  CHECK(status_of(*built, "2020-04-13").due_soon);
  CHECK_FALSE(status_of(*built, "2020-04-12").due_soon);
}

TEST_CASE("a due counts from the day the plan is made") {
  const auto built = build(one_hazard());
  CHECK(status_of(*built, "2020-04-06").state == State::none);
  const HazardStatus found = status_of(*built, "2020-04-07");
  CHECK(found.state == State::unplanned);
  CHECK_FALSE(found.due);
  CHECK(found.no_due);
  CHECK(found.owner.empty());
  const HazardStatus planned = status_of(*built, "2020-04-08");
  CHECK(planned.due == on("2020-04-20"));
  CHECK(planned.planned == on("2020-04-08"));
  CHECK(planned.owner == "李四");
}

TEST_CASE("a hazard closed on a day counts as closed on it") {
  const auto built = build(one_hazard({event(rectified, "2020-04-25"), event(closed, "2020-04-27")}));
  CHECK(status_of(*built, "2020-04-26").overdue);  // rectified too late, and not verified
  const HazardStatus done = status_of(*built, "2020-04-27");
  CHECK(done.state == State::closed);
  CHECK_FALSE(done.overdue);
  CHECK(done.days_to_close() == 20);
}

TEST_CASE("rectified by its due is not overdue while it waits to be verified") {
  const auto in_time = build(one_hazard({event(rectified, "2020-04-20")}));
  CHECK_FALSE(status_of(*in_time, "2020-05-20").overdue);
  const auto too_late = build(one_hazard({event(rectified, "2020-04-21")}));
  CHECK(status_of(*too_late, "2020-05-20").overdue);
  CHECK(status_of(*too_late, "2020-05-20").days_overdue == 30);
}

TEST_CASE("a rejection takes the rectification back, and a reopening the closing too") {
  const auto rejected_one = build(one_hazard({event(rectified, "2020-04-15"), event(rejected, "2020-04-16")}));
  const HazardStatus back = status_of(*rejected_one, "2020-04-21");
  CHECK(back.state == State::planned);
  CHECK(back.rectified == nullptr);
  CHECK(back.planned);
  CHECK(back.overdue);

  const auto reopened_one =
      build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-16", {{EventKey::writeoff, "W-1"}}),
                        event(reopened, "2020-04-18", {}, on("2020-05-01")), event(rectified, "2020-04-30")}));
  const HazardStatus open = status_of(*reopened_one, "2020-04-29");
  CHECK(open.closed == nullptr);
  CHECK(open.rectified == nullptr);
  CHECK(open.reopens == 1);
  CHECK(open.due == on("2020-05-01"));
  CHECK(open.due_original == on("2020-04-20"));
  CHECK(status_of(*reopened_one, "2020-05-10").rectified->date == on("2020-04-30"));
}

TEST_CASE("the latest deferral holds, and the first due is kept") {
  const auto built = build(one_hazard(
      {event(deferred, "2020-04-19", {}, on("2020-05-10")), event(deferred, "2020-05-02", {}, on("2020-05-20"))}));
  CHECK(status_of(*built, "2020-04-18").due == on("2020-04-20"));
  CHECK(status_of(*built, "2020-04-21").due == on("2020-05-10"));
  const HazardStatus last = status_of(*built, "2020-05-21");
  CHECK(last.due == on("2020-05-20"));
  CHECK(last.due_original == on("2020-04-20"));
  CHECK(last.deferrals == 2);
  CHECK(last.days_overdue == 1);
}

TEST_CASE("a void hazard is late for nothing") {
  const auto built =
      build(one_hazard({event(escalated, "2020-04-10", {{EventKey::to, "authority"}}), event(voided, "2020-04-30")}));
  CHECK(status_of(*built, "2020-04-29").overdue);
  const HazardStatus gone = status_of(*built, "2020-04-30");
  CHECK_FALSE(gone.counts());
  CHECK_FALSE(gone.overdue);
  CHECK_FALSE(gone.waiting);
}

TEST_CASE("waiting is for the answer to the latest escalation") {
  const auto built =
      build(one_hazard({event(escalated, "2020-04-10", {{EventKey::to, "authority"}}), event(answered, "2020-04-12"),
                        event(escalated, "2020-04-15", {{EventKey::to, "health"}}), event(rectified, "2020-04-18"),
                        event(closed, "2020-04-19")}));
  CHECK(status_of(*built, "2020-04-11").waiting);
  CHECK_FALSE(status_of(*built, "2020-04-12").waiting);
  const HazardStatus again = status_of(*built, "2020-04-18");
  CHECK(again.waiting);
  CHECK(again.answered == nullptr);
  CHECK(again.days_waiting == 3);
  CHECK_FALSE(status_of(*built, "2020-04-19").waiting);
}

TEST_CASE("the department is who answered, else who was asked, else the section's") {
  const auto built = build(one_hazard({event(escalated, "2020-04-10", {{EventKey::to, "district"}}),
                                       event(answered, "2020-04-11", {{EventKey::department, "health"}}),
                                       event(escalated, "2020-04-12", {{EventKey::to, "health"}}),
                                       event(escalated, "2020-04-14", {{EventKey::to, "authority"}})}));
  CHECK(status_of(*built, "2020-04-07").department == "brigade");
  CHECK(status_of(*built, "2020-04-10").department == "brigade");
  CHECK(status_of(*built, "2020-04-11").department == "health");
  CHECK(status_of(*built, "2020-04-12").department == "health");
  CHECK(status_of(*built, "2020-04-14").department == "brigade");
}

TEST_CASE("severity and owner are those of the day") {
  RegisterSpec spec = one_hazard({event(regraded, "2020-04-10", {{EventKey::severity, "general"}}),
                                  event(reassigned, "2020-04-12", {{EventKey::owner, "王五"}})});
  spec.records[0].hazards[0].item = "fire.signs";  // major by default
  const auto built = build(spec);
  CHECK(severity_id(built->model, status_of(*built, "2020-04-09")) == "major");
  CHECK(severity_id(built->model, status_of(*built, "2020-04-10")) == "general");
  CHECK(status_of(*built, "2020-04-11").owner == "李四");
  CHECK(status_of(*built, "2020-04-12").owner == "王五");
}

TEST_CASE("a follow-up that closes counts as the rectification too, by nobody known") {
  RegisterSpec spec = one_hazard();
  spec.records.push_back(
      {.round = "bureau",
       .date = on("2020-04-22"),
       .followups = {{"self/u1/H1", FollowUpResult::closed, {{EventKey::by, "赵敏"}, {EventKey::writeoff, "W-7"}}}}});
  const auto built = build(spec);
  const HazardStatus done = status_of(*built, "2020-04-22");
  REQUIRE(done.closed != nullptr);
  CHECK(done.rectified == done.closed);
  CHECK(rectified_by(done).empty());
  CHECK(word_of(*done.closed, EventKey::by) == "赵敏");
  CHECK(acting_for(built->model, done, *done.closed) == "bureau");
}

TEST_CASE("who closes for whom is by the round where it is not written") {
  const auto own = build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-16")}));
  const HazardStatus by_unit = status_of(*own, "2020-04-16");
  CHECK(acting_for(own->model, by_unit, *by_unit.closed) == "u1");
  const auto other = build(
      one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-16", {{EventKey::acting_for, "health"}})}));
  const HazardStatus by_health = status_of(*other, "2020-04-16");
  CHECK(acting_for(other->model, by_health, *by_health.closed) == "health");
}

TEST_CASE("the ledger's order is round, unit, place in the record") {
  RegisterSpec spec;
  const auto hazard = [](const char* id) { return HazardSpec{.id = id, .found = on("2020-04-07")}; };
  spec.records.push_back({.round = "joint", .unit = "u1", .date = on("2020-04-30"), .hazards = {hazard("H1")}});
  spec.records.push_back(
      {.round = "self", .unit = "u2", .date = on("2020-04-07"), .hazards = {hazard("H2"), hazard("H1")}});
  spec.records.push_back({.round = "self", .unit = "u1", .date = on("2020-04-07"), .hazards = {hazard("H9")}});
  const auto built = build(spec);
  std::string order;
  for (const Timeline* t : in_ledger_order(built->model, built->timelines))
    order += global_id(built->model.record_of(t->ref), built->model.hazard_of(t->ref)) + " ";
  CHECK(order == "self/u1/H9 self/u2/H2 self/u2/H1 joint/u1/H1 ");
}
