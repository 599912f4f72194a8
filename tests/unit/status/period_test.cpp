// Events of a period between two stocks, and the weeks that periods come from.
#include "status/period.hpp"

#include <catch2/catch.hpp>

#include "status/register_spec.hpp"

using namespace hazcheck;
using namespace hazcheck::test;
using enum EventKind;

namespace {

Flows flows(const RegisterSpec& spec, const char* from, const char* to) {
  const auto built = build(spec);
  Flows sum;
  for (const Timeline& t : built->timelines) sum.add(t, {on(from), on(to)});
  CHECK(sum.opening + sum.found + sum.reopened - sum.closed - sum.voided == sum.closing);
  return sum;
}

}  // namespace

TEST_CASE("the last whole week before a day") {
  CHECK(last_whole_week(on("2020-04-20")) == IsoWeek{2020, 16});  // a Monday: the week that ended the day before
  CHECK(last_whole_week(on("2020-04-26")) == IsoWeek{2020, 16});  // a Sunday: its own week is not over
  CHECK(last_whole_week(on("2021-01-04")) == IsoWeek{2020, 53});
  CHECK(period_of({2020, 16}).from == on("2020-04-13"));
  CHECK(period_of({2020, 16}).to == on("2020-04-19"));
}

TEST_CASE("a period is cut at the day") {
  CHECK(cut_at({on("2020-04-13"), on("2020-04-19")}, on("2020-04-15")).to == on("2020-04-15"));
  const Period later = cut_at({on("2020-04-13"), on("2020-04-19")}, on("2020-04-01"));
  CHECK(later.to == on("2020-04-01"));
  CHECK(later.from == on("2020-04-02"));
}

TEST_CASE("both ends of a period belong to it") {
  const RegisterSpec spec = one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-17")});
  CHECK(flows(spec, "2020-04-07", "2020-04-17").found == 1);
  CHECK(flows(spec, "2020-04-07", "2020-04-17").closed == 1);
  CHECK(flows(spec, "2020-04-08", "2020-04-16").found == 0);
  CHECK(flows(spec, "2020-04-08", "2020-04-16").opening == 1);
  CHECK(flows(spec, "2020-04-08", "2020-04-16").rectified == 1);
  CHECK(flows(spec, "2020-04-17", "2020-04-17").closed == 1);
}

TEST_CASE("events are counted, not hazards") {
  const Flows f =
      flows(one_hazard({event(rectified, "2020-04-14"), event(closed, "2020-04-14"), event(reopened, "2020-04-15"),
                        event(rectified, "2020-04-16"), event(rejected, "2020-04-16"), event(rectified, "2020-04-17"),
                        event(closed, "2020-04-18")}),
            "2020-04-13", "2020-04-19");
  CHECK(f.opening == 1);
  CHECK(f.reopened == 1);
  CHECK(f.closed == 2);
  CHECK(f.rectified == 3);
  CHECK(f.rejected == 1);
  CHECK(f.closing == 0);
}

TEST_CASE("a void hazard leaves by being voided, and was found all the same") {
  const RegisterSpec spec = one_hazard({event(voided, "2020-04-20")});
  const Flows both = flows(spec, "2020-04-06", "2020-04-26");
  CHECK(both.found == 1);
  CHECK(both.voided == 1);
  CHECK(both.closing == 0);
  const Flows later = flows(spec, "2020-04-13", "2020-04-26");
  CHECK(later.opening == 1);
  CHECK(later.voided == 1);
  CHECK(flows(spec, "2020-04-21", "2020-04-26").opening == 0);
}

TEST_CASE("follow-ups close, reject and reopen") {
  RegisterSpec spec = one_hazard({event(rectified, "2020-04-09")});
  const auto follow = [&](const char* round, const char* day, FollowUpResult result) {
    spec.records.push_back({.round = round, .date = on(day), .followups = {{"self/u1/H1", result}}});
  };
  follow("bureau", "2020-04-14", FollowUpResult::closed);
  follow("joint", "2020-04-28", FollowUpResult::recurred);
  CHECK(flows(spec, "2020-04-13", "2020-04-19").closed == 1);
  CHECK(flows(spec, "2020-04-13", "2020-04-19").rectified == 0);
  CHECK(flows(spec, "2020-04-27", "2020-05-03").reopened == 1);
  CHECK(flows(spec, "2020-04-27", "2020-05-03").closing == 1);
  spec.records[1].followups[0].result = FollowUpResult::still_open;
  CHECK(flows(spec, "2020-04-13", "2020-04-19").rejected == 1);
  CHECK(flows(spec, "2020-04-13", "2020-04-19").closing == 1);
}

TEST_CASE("an event that is not allowed is not counted") {
  const Flows f =
      flows(one_hazard({event(closed, "2020-04-14"), event(answered, "2020-04-15"), event(voided, "2020-04-16"),
                        event(escalated, "2020-04-17"), event(deferred, "2020-04-17", {}, on("2020-06-01"))}),
            "2020-04-13", "2020-04-19");
  CHECK(f.closed == 0);
  CHECK(f.answered == 0);
  CHECK(f.escalated == 0);
  CHECK(f.deferred == 0);
  CHECK(f.voided == 1);
}
