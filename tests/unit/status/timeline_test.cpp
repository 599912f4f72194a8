// The life of a hazard: every line of the table of transitions, the order of steps, and follow-ups as events.
#include "status/timeline.hpp"

#include <catch2/catch.hpp>

#include "../rules/small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kRectified = "date: 2020-04-15, event: rectified, by: 李四";
const std::string kClosed = "date: 2020-04-17, event: closed, by: 赵敏, for: bureau";

struct Life {
  Checked checked;
  const Timeline& of(const std::string& id) const {
    const HazardRef ref = checked.read.model.find_hazard(id).value();
    for (const Timeline& t : checked.timelines)
      if (t.ref.record == ref.record && t.ref.hazard == ref.hazard) return t;
    throw std::out_of_range(id);
  }
  std::string on(const std::string& day, const std::string& id = "self/u1/H1") const {
    return std::string(key_of(state_at(of(id), *parse_date(day))));
  }
  const Step& last(const std::string& id = "self/u1/H1") const { return of(id).steps.back(); }
};

Life life_in(const Files& files) { return {check(files)}; }
Life life(const std::vector<std::string>& log, const std::string& plan = kPlan) { return {check(with_log(log, plan))}; }

// The workspace with the round `self` asking for no plans.
Files optional_plans(const std::vector<std::string>& log, const std::string& plan) {
  Files files = with_log(log, plan);
  std::string& campaign = files["hazcheck.yaml"];
  campaign.replace(campaign.find("plan: required"), 14, "plan: optional");
  return files;
}

}  // namespace

TEST_CASE("a hazard goes from found to closed, and any past day can be asked for") {
  const Life l = life({kRectified, kClosed});
  CHECK(l.on("2020-04-06").empty());
  CHECK(l.on("2020-04-07") == "unplanned");
  CHECK(l.on("2020-04-08") == "planned");
  CHECK(l.on("2020-04-14") == "planned");
  CHECK(l.on("2020-04-15") == "rectified");
  CHECK(l.on("2020-04-17") == "closed");
  CHECK(l.on("2199-12-31") == "closed");
}

TEST_CASE("a hazard fixed on the spot has it all on one day") {
  const Life l = life({"date: 2020-04-07, event: rectified, by: 李四", "date: 2020-04-07, event: closed, by: 孙校长"},
                      "plan: {measures: 清空, due: 2020-04-07, funding: {amount: 0}, owner: 李四}");
  CHECK(l.on("2020-04-06").empty());
  CHECK(l.on("2020-04-07") == "closed");
}

TEST_CASE("without a whole plan a hazard stays unplanned") {
  CHECK(life({}, "").on("2020-05-18") == "unplanned");
  CHECK(life({}, "plan: {measures: 清空, due: 2020-04-20, owner: 李四}").on("2020-05-18") == "unplanned");
  CHECK(life({}, "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 5}, owner: 李四}").on("2020-05-18") ==
        "unplanned");
  CHECK(life({}, "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}").on("2020-05-18") ==
        "planned");
}

TEST_CASE("each entry is allowed from the states of the table only") {
  struct Row {
    const char* event;
    const char* keys;
    const char* allowed;  // of u(nplanned) p(lanned) r(ectified) c(losed) v(oid)
  };
  const Row rows[] = {{"rectified", "", "p"},
                      {"closed", "", "r"},
                      {"rejected", ", reason: x", "r"},
                      {"reopened", ", reason: x", "c"},
                      {"deferred", ", reason: x, due: 2020-06-30", "pr"},
                      {"regraded", ", reason: x, severity: major", "upr"},
                      {"reassigned", ", reason: x, owner: 王五", "pr"},
                      {"escalated", ", reason: x, to: district", "upr"},
                      {"supervised", "", "upr"},
                      {"voided", ", reason: x", "upr"},
                      {"answered", ", note: x", ""}};
  const std::string voided = "date: 2020-04-18, event: voided, by: 孙校长, reason: x";
  const std::pair<char, Files> states[] = {{'u', with_log({}, "")},
                                           {'p', with_log({})},
                                           {'r', with_log({kRectified})},
                                           {'c', with_log({kRectified, kClosed})},
                                           {'v', with_log({voided})}};
  for (const Row& row : rows)
    for (const auto& [state, files] : states) {
      Files with_event = files;
      std::string& record = with_event["records/self/u1.yaml"];
      if (record.find("    log:") == std::string::npos) record += "    log:\n";
      record += std::string("      - {date: 2020-04-20, event: ") + row.event + ", by: 赵敏" + row.keys + "}\n";
      INFO(row.event << " from " << state);
      const Life l = life_in(with_event);
      const bool allowed = std::string(row.allowed).find(state) != std::string::npos;
      CHECK(l.last().allowed == allowed);
      if (!allowed) CHECK(l.last().before == l.last().after);
    }
}

TEST_CASE("where plans are optional, rectifying needs none and a partial plan's due counts") {
  CHECK(life_in(optional_plans({kRectified, kClosed}, "")).on("2020-04-17") == "closed");
  const Life l = life_in(optional_plans({"date: 2020-04-10, event: deferred, by: 赵敏, due: 2020-05-30, reason: x"},
                                        "plan: {due: 2020-04-20}"));
  CHECK(l.on("2020-04-10") == "unplanned");
  CHECK(l.last().allowed);
  CHECK_FALSE(life_in(optional_plans({"date: 2020-04-10, event: deferred, by: 赵敏, due: 2020-05-30, reason: x"},
                                     "plan: {measures: 清空}"))
                  .last()
                  .allowed);
}

TEST_CASE("a plan is whole once its last part is there, whichever entry brings it") {
  const Life l =
      life_in(optional_plans({"date: 2020-04-10, event: reassigned, by: 孙校长, owner: 李四, reason: 补定责任人"},
                             "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}}"));
  CHECK(l.on("2020-04-09") == "unplanned");
  CHECK(l.on("2020-04-10") == "planned");
}

TEST_CASE("rejecting and reopening lead back to the state before rectification") {
  const std::string rejected = "date: 2020-04-16, event: rejected, by: 赵敏, reason: x";
  const std::string reopened = "date: 2020-04-20, event: reopened, by: 赵敏, reason: x";
  CHECK(life({kRectified, rejected}).on("2020-04-16") == "planned");
  CHECK(life({kRectified, kClosed, reopened}).on("2020-04-20") == "planned");
  CHECK(life_in(optional_plans({kRectified, rejected}, "")).on("2020-04-16") == "unplanned");
  CHECK(life_in(optional_plans({kRectified, kClosed, reopened}, "")).on("2020-04-20") == "unplanned");
  CHECK(life({kRectified, kClosed, reopened, "date: 2020-04-22, event: rectified, by: 李四",
              "date: 2020-04-23, event: closed, by: 赵敏"})
            .on("2020-04-23") == "closed");
}

TEST_CASE("an answer needs an escalation, and may come again or after the closing") {
  const std::string escalated = "date: 2020-04-10, event: escalated, by: 孙校长, to: authority, reason: x";
  CHECK(life({escalated, "date: 2020-04-11, event: answered, by: 赵敏, note: x"}).last().allowed);
  CHECK(life({escalated, "date: 2020-04-11, event: answered, by: 赵敏, note: x",
              "date: 2020-04-12, event: answered, by: 赵敏, note: y"})
            .last()
            .allowed);
  CHECK(life({escalated, kRectified, kClosed, "date: 2020-04-20, event: answered, by: 赵敏, note: x"}).last().allowed);
  CHECK(life({escalated}).on("2020-05-18") == "planned");
}

TEST_CASE("steps go by date, and within a day: plan, log in file order, follow-ups by round") {
  const Life shuffled = life({kClosed, kRectified});
  CHECK(shuffled.on("2020-04-15") == "rectified");
  CHECK(shuffled.on("2020-04-17") == "closed");

  Files files = with_log({"date: 2020-04-28, event: rectified, by: 李四"});
  files["records/bureau/u1.yaml"] =
      later_record("bureau", "2020-04-28", {"hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: A1"});
  files["records/joint/u1.yaml"] =
      later_record("joint", "2020-04-28", {"hazard: self/u1/H1, result: recurred, by: 赵敏, reason: x"});
  const Life l = life_in(files);
  const std::span<const Step> steps = l.of("self/u1/H1").steps;
  REQUIRE(steps.size() == 5);
  CHECK(steps[2].kind == StepKind::event);
  CHECK(steps[3].closes);
  CHECK_FALSE(steps[3].rectifies);
  CHECK(steps[4].reopens);
  CHECK(l.on("2020-04-28") == "planned");
}

TEST_CASE("nothing happens before a hazard is found") {
  const Life l = life({"date: 2020-04-03, event: supervised, by: 赵敏"});
  CHECK(l.on("2020-04-06").empty());
  for (const Step& step : l.of("self/u1/H1").steps) CHECK(step.date >= *parse_date("2020-04-07"));
}

TEST_CASE("follow-ups count as events of their record's day") {
  const auto followed = [](const std::vector<std::string>& log, const std::string& followup,
                           const std::string& plan = kPlan) {
    Files files = with_log(log, plan);
    files["records/joint/u1.yaml"] = later_record(
        "joint", "2020-04-28", {"hazard: self/u1/H1, by: 赵敏, reason: x, writeoff: A1, result: " + followup});
    return life_in(files);
  };
  SECTION("closed") {
    const Life planned = followed({}, "closed");
    CHECK(planned.on("2020-04-27") == "planned");
    CHECK(planned.on("2020-04-28") == "closed");
    CHECK(planned.last().rectifies);
    CHECK(planned.last().closes);
    CHECK_FALSE(followed({kRectified}, "closed").last().rectifies);
    const Life confirmed = followed({kRectified, kClosed}, "closed");
    CHECK(confirmed.last().allowed);
    CHECK_FALSE(confirmed.last().closes);
    CHECK(confirmed.on("2020-04-28") == "closed");
    CHECK_FALSE(followed({}, "closed", "").last().allowed);
  }
  SECTION("still-open") {
    CHECK(followed({kRectified}, "still-open").last().rejects);
    CHECK(followed({kRectified}, "still-open").on("2020-04-28") == "planned");
    CHECK_FALSE(followed({}, "still-open").last().rejects);
    CHECK(followed({}, "still-open").last().allowed);
    const Life closed = followed({kRectified, kClosed}, "still-open");
    CHECK(closed.last().allowed);
    CHECK(closed.on("2020-04-28") == "closed");
  }
  SECTION("recurred") {
    CHECK(followed({kRectified, kClosed}, "recurred").last().reopens);
    CHECK(followed({kRectified, kClosed}, "recurred").on("2020-04-28") == "planned");
    CHECK_FALSE(followed({}, "recurred").last().allowed);
    CHECK_FALSE(followed({kRectified}, "recurred").last().allowed);
  }
  SECTION("of a void hazard") {
    for (const char* result : {"closed", "still-open", "recurred"}) {
      const Life l = followed({"date: 2020-04-10, event: voided, by: 孙校长, reason: x"}, result);
      CHECK_FALSE(l.last().allowed);
      CHECK(l.on("2020-04-28") == "void");
    }
  }
}

TEST_CASE("a second hazard of the same id has a life of its own, without follow-ups") {
  Files files = with({{"records/self/u1.yaml",
                       record_text("self", "u1", "2020-04-07",
                                   kAllPass + ("hazards:\n" + hazard_text("H1", "    " + std::string(kPlan) + "\n") +
                                               hazard_text("H1", "    " + std::string(kPlan) + "\n")))}});
  files["records/joint/u1.yaml"] =
      later_record("joint", "2020-04-28", {"hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: A1"});
  const Life l = life_in(files);
  REQUIRE(l.checked.timelines.size() == 2);
  CHECK(state_at(l.checked.timelines[0], kToday) == State::closed);
  CHECK(state_at(l.checked.timelines[1], kToday) == State::planned);
}
