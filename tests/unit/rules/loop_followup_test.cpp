// HZ5 for follow-ups: the rules of closing as they hold there, and which hazards are followed up.
#include <catch2/catch.hpp>

#include "small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kRectified = "date: 2020-04-11, event: rectified, by: 李四";
const std::string kClosed = "date: 2020-04-12, event: closed, by: 孙校长";

Codes codes(const Files& files) {
  const Checked c = check(files);
  Codes all = c.codes("HZ4");
  const Codes loop = c.codes("HZ5");
  all.insert(all.end(), loop.begin(), loop.end());
  return all;
}

// The bureau's follow-ups, on 2020-04-14, of a hazard with this log.
Files followed(const std::vector<std::string>& log, const std::vector<std::string>& followups,
               const std::string& plan = kPlan, const std::string& state = "draft") {
  Files files = with_log(log, plan);
  files["records/bureau/u1.yaml"] = later_record("bureau", "2020-04-14", followups, state);
  return files;
}
std::string says(const std::string& result) { return "hazard: self/u1/H1, result: " + result; }

}  // namespace

TEST_CASE("a follow-up that closes keeps the rules of closing") {
  const std::string closed = says("closed") + ", writeoff: A1, by: ";
  CHECK(codes(followed({kRectified}, {closed + "赵敏"})).empty());
  CHECK(codes(followed({kRectified}, {closed + "李四"})) == Codes{"HZ505"});
  CHECK(codes(followed({}, {closed + "李四"})) == Codes{"HZ505"});
  CHECK(codes(followed({"date: 2020-04-11, event: rectified, by: 王五"}, {closed + "王五"})) == Codes{"HZ505"});
  CHECK(codes(followed({kRectified}, {says("closed") + ", by: 赵敏"})) == Codes{"HZ507"});
  const std::string major =
      "severity: major\n    plan: {made: 2020-04-08, measures: 拆除, due: 2020-04-20, funding: {amount: 0}, "
      "owner: 李四, interim: 值守, emergency_plan: 疏散}";
  CHECK(codes(followed({kRectified}, {closed + "赵敏"}, major)).empty());
  CHECK(codes(followed({kRectified}, {closed + "孙校长, for: u1"}, major)) == Codes{"HZ506"});
}

TEST_CASE("a follow-up that only confirms a closing needs nothing more") {
  CHECK(codes(followed({kRectified, kClosed}, {says("closed") + ", by: 李四"})).empty());
}

TEST_CASE("a follow-up that rejects or reopens says why") {
  CHECK(codes(followed({kRectified}, {says("still-open") + ", by: 赵敏"})) == Codes{"HZ508"});
  CHECK(codes(followed({}, {says("still-open") + ", by: 赵敏"})).empty());
  CHECK(codes(followed({kRectified, kClosed}, {says("recurred") + ", by: 赵敏"})) == Codes{"HZ508"});
  CHECK(codes(followed({kRectified, kClosed}, {says("recurred") + ", by: 赵敏, reason: x"})).empty());
}

TEST_CASE("HZ504 holds for follow-ups, and for what the log says after them") {
  CHECK(codes(followed({}, {says("recurred") + ", by: 赵敏, reason: x"})) == Codes{"HZ504"});
  CHECK(codes(followed({}, {says("closed") + ", by: 赵敏, writeoff: A1"}, "")) == Codes{"HZ504"});
  CHECK(codes(followed({"date: 2020-04-16, event: rectified, by: 李四"},
                       {says("closed") + ", by: 赵敏, writeoff: A1"})) == Codes{"HZ504"});
  const Files files = followed({}, {says("recurred") + ", by: 赵敏, reason: x"});
  const Checked c = check(files);
  CHECK(c.marked("HZ504", files) == "recurred");
  CHECK(c.first("HZ504")->message.en == "'self/u1/H1' is followed up as recurred while it is planned");
}

TEST_CASE("HZ515 suggests the hazard that was meant") {
  const auto help = [](const std::string& id) {
    return check(followed({}, {"hazard: " + id + ", result: still-open, by: 赵敏"})).first("HZ515")->help.en;
  };
  CHECK(help("self/u1/H2") == "did you mean 'self/u1/H1'?");
  CHECK(help("self/u1/h1") == "did you mean 'self/u1/H1'?");
  CHECK(help("H1") == "name a hazard of an earlier round as round/unit/id");
}

TEST_CASE("HZ515 is silent about hazards of a record that cannot be read, and of no other") {
  const auto told = [](const std::string& self) {
    Files files = with({{"records/self/u1.yaml", self}});
    files["records/bureau/u1.yaml"] = later_record(
        "bureau", "2020-04-14",
        {"hazard: self/u1/H1, result: still-open, by: 赵敏", "hazard: self/u2/H1, result: still-open, by: 赵敏"});
    Codes messages;
    const Checked c = check(files);
    for (const Diagnostic& d : c.diagnostics.list())
      if (d.rule->code == "HZ515") messages.push_back(d.message.en);
    return messages;
  };
  const std::string good = record_text("self", "u1", "2020-04-07", kAllPass);
  const std::string u1 = "'self/u1/H1' is followed up, but there is no such hazard",
                    u2 = "'self/u2/H1' is followed up, but there is no such hazard";
  CHECK(told(good) == Codes{u1, u2});
  CHECK(told(good + "hazards: [{id: H1\n") == Codes{u2});          // no YAML
  CHECK(told("\xff\xfeh") == Codes{u2});                           // not even UTF-8
  CHECK(told("hazcheck: record/2\n") == Codes{u2});                // of another program
  CHECK(told(good + "hazards:\n  - {id: 隐患1}\n") == Codes{u2});  // a hazard that may be the one
  CHECK(told(good + "hazards: 无\n") == Codes{u2});                // no list
}

TEST_CASE("HZ516 is the only report for a void hazard") {
  const std::string voided = "date: 2020-04-09, event: voided, by: 孙校长, reason: x";
  for (const char* result : {"closed", "still-open", "recurred"})
    CHECK(codes(followed({voided}, {says(result) + ", by: 赵敏"})) == Codes{"HZ516"});
  // Voided later than the follow-up: that is how it was then.
  CHECK(codes(followed({"date: 2020-04-20, event: voided, by: 孙校长, reason: x"}, {says("still-open") + ", by: 赵敏"}))
            .empty());
}

TEST_CASE("HZ517 wants an earlier round and the same unit") {
  Files other = followed({}, {"hazard: self/u2/H1, result: still-open, by: 赵敏"});
  other["records/self/u2.yaml"] = record_text(
      "self", "u2", "2020-04-07", kAllPass + ("hazards:\n" + hazard_text("H1", "    " + std::string(kPlan) + "\n")));
  CHECK(codes(other) == Codes{"HZ517"});
  CHECK(check(other).first("HZ517")->message.en == "'self/u2/H1' is followed up in a record of 'u1', another unit");

  Files earlier = with_log({});
  earlier["records/self/u1.yaml"] += "followups: [{hazard: self/u1/H1, result: still-open, by: 赵敏}]\n";
  CHECK(codes(earlier) == Codes{"HZ517"});
}

TEST_CASE("HZ519 asks where the later inspection looked") {
  const auto passed_over = [](const std::string& answers, const std::string& hazard_on,
                              const std::string& head = "state: complete", const std::string& tail = "") {
    Files files =
        with({{"records/self/u1.yaml", record_text("self", "u1", "2020-04-07",
                                                   "answers: {fire.exits: fail}\nhazards:\n  - id: H1\n    item: " +
                                                       hazard_on + "\n    description: x\n    " + kPlan + "\n")}});
    files["records/bureau/u1.yaml"] =
        "hazcheck: record/1\nround: bureau\nunit: u1\nchecklist: test/1\ndate: 2020-04-14\n" + head +
        "\ninspectors: [赵敏]\nanswers: {" + answers + "}\n" + tail;
    return codes(files);
  };
  CHECK(passed_over("fire.exits: pass", "fire.exits") == Codes{"HZ519"});
  CHECK(passed_over("fire.exits: fail", "fire.exits") == Codes{"HZ519"});
  CHECK(passed_over("fire.exits: {result: na, reason: x}", "fire.exits").empty());
  CHECK(passed_over("fire.exits: {result: unchecked, reason: x}", "fire.exits").empty());
  CHECK(passed_over("fire.signs: pass", "fire.exits").empty());
  CHECK(passed_over("fire.exits: pass", "fire.exits", "state: draft").empty());
  CHECK(passed_over("fire.exits: pass", "fire.exits", "state: complete\nscope: [bus]").empty());
  CHECK(passed_over("fire.signs: pass", "fire") == Codes{"HZ519"});
  CHECK(passed_over("fire.signs: pass", "fire", "state: complete\nscope: [bus]").empty());
  // A new hazard in the same place says that it was looked at, in a draft too.
  CHECK(passed_over("fire.exits: fail", "fire.exits", "state: draft",
                    "hazards:\n  - {id: H1, item: fire.exits, description: y, plan: {measures: x, due: "
                    "2020-04-20, funding: {amount: 0}, owner: 李四}}\n") == Codes{"HZ519"});
}

TEST_CASE("HZ519 speaks of hazards that are open the day before and when the day is over") {
  const auto with_state = [](const std::vector<std::string>& log) {
    return codes(followed(log, {}, kPlan, "complete"));
  };
  CHECK(with_state({}) == Codes{"HZ519"});
  CHECK(with_state({kRectified}) == Codes{"HZ519"});
  CHECK(with_state({kRectified, kClosed}).empty());
  CHECK(with_state({kRectified, "date: 2020-04-14, event: closed, by: 赵敏"}).empty());
  CHECK(with_state({kRectified, "date: 2020-04-20, event: closed, by: 赵敏"}) == Codes{"HZ519"});
  CHECK(with_state({"date: 2020-04-09, event: voided, by: 孙校长, reason: x"}).empty());
  CHECK(codes(followed({}, {says("still-open") + ", by: 赵敏"}, kPlan, "complete")).empty());
}

TEST_CASE("HZ520 warns of a contradiction that changes nothing") {
  CHECK(codes(followed({kRectified, kClosed}, {says("still-open") + ", by: 赵敏, reason: x"})) == Codes{"HZ520"});
}

TEST_CASE("HZ522 takes the second for the fault") {
  const Files files = followed({}, {says("still-open") + ", by: 赵敏", says("still-open") + ", by: 赵敏"});
  const Checked c = check(files);
  REQUIRE(c.codes("HZ5") == Codes{"HZ522"});
  CHECK(c.first("HZ522")->at.mark.begin > c.first("HZ522")->notes.at(0).at.mark.begin);
}
