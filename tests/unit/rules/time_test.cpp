// HZ4 beyond the examples of its rows: limits, what is reported once only, and where it is reported.
#include <catch2/catch.hpp>

#include "small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kRectified = "date: 2020-04-15, event: rectified, by: 李四";
const std::string kClosed = "date: 2020-04-17, event: closed, by: 赵敏, for: bureau";

Codes codes(const Files& files, Date today = kToday) {
  const Checked c = check(files, today);
  Codes all = c.codes("HZ4");
  const Codes loop = c.codes("HZ5");
  all.insert(all.end(), loop.begin(), loop.end());
  return all;
}
Codes log_codes(const std::vector<std::string>& log, const std::string& plan = kPlan) {
  return codes(with_log(log, plan));
}

// A planned hazard found on another day than the inspection's.
Files found_on(const std::string& day, const std::vector<std::string>& log) {
  Files files = with_log(log);
  std::string& record = files["records/self/u1.yaml"];
  record.insert(record.find("    plan:"), "    found: " + day + "\n");
  return files;
}

}  // namespace

TEST_CASE("the small workspace has no fault") { CHECK(check(small_workspace()).codes("").empty()); }

TEST_CASE("HZ401 gives one day of grace") {
  CHECK(log_codes({"date: 2020-05-19, event: supervised, by: 赵敏"}).empty());
  CHECK(log_codes({"date: 2020-05-20, event: supervised, by: 赵敏"}) == Codes{"HZ401"});
  CHECK(codes(with({{"records/joint/u1.yaml", later_record("joint", "2021-04-28", {})}})) == Codes{"HZ401"});
  CHECK(log_codes({}, "plan: {made: 2020-05-20, measures: 清空, due: 2020-05-07, funding: {amount: 0}, owner: 李四}") ==
        Codes{"HZ401"});
  CHECK(codes(found_on("2021-04-07", {})) == Codes{"HZ401"});
  CHECK(codes(small_workspace(), *parse_date("2020-04-16")).empty());
  CHECK(codes(small_workspace(), *parse_date("2020-04-15")) == Codes{"HZ401"});
}

TEST_CASE("HZ402 is one report at the date of closing") {
  const Files both = with_log(
      {"date: 2020-04-03, event: rectified, by: 李四", "date: 2020-04-05, event: closed, by: 赵敏, for: bureau"});
  const Checked c = check(both);
  CHECK(codes(both) == Codes{"HZ402"});
  CHECK(c.marked("HZ402", both) == "2020-04-05");
  REQUIRE(c.first("HZ402")->notes.size() == 1);
  CHECK(c.first("HZ402")->message.en == "'H1' is closed before it was found");

  CHECK(log_codes({"date: 2020-04-05, event: closed, by: 赵敏, for: bureau",
                   "date: 2020-04-03, event: rectified, by: 李四"}) == Codes{"HZ402"});
  CHECK(log_codes({kRectified, "date: 2020-04-05, event: closed, by: 赵敏, for: bureau"}) == Codes{"HZ402"});
  CHECK(log_codes({"date: 2020-04-05, event: closed, by: 赵敏, for: bureau"}) == Codes{"HZ402"});
}

TEST_CASE("HZ402 takes the day a hazard was found, not the inspection's") {
  CHECK(codes(found_on("2020-04-05", {"date: 2020-04-05, event: rectified, by: 李四",
                                      "date: 2020-04-06, event: closed, by: 赵敏"})) ==
        Codes{"HZ504"});  // rectified before its plan was made on the 8th
  CHECK(codes(found_on("2020-04-05", {"date: 2020-04-04, event: rectified, by: 李四",
                                      "date: 2020-04-04, event: closed, by: 赵敏"})) == Codes{"HZ402"});
}

TEST_CASE("HZ402 and HZ405 see follow-ups") {
  const auto followed = [](const std::string& result) {
    Files files = with_log({});
    files["records/bureau/u1.yaml"] = later_record(
        "bureau", "2020-04-06", {"hazard: self/u1/H1, by: 赵敏, reason: x, writeoff: A1, result: " + result});
    return codes(files);
  };
  CHECK(followed("closed") == Codes{"HZ402", "HZ403"});  // before the round's window too
  CHECK(followed("still-open") == Codes{"HZ403", "HZ405"});
}

TEST_CASE("HZ403 checks the bounds that are known") {
  const auto dated = [](const std::string& round, const std::string& day) {
    return with({{"records/" + round + "/u1.yaml", later_record(round, day, {})}});
  };
  CHECK(codes(dated("bureau", "2020-04-13")).empty());
  CHECK(codes(dated("bureau", "2020-04-27")).empty());
  CHECK(codes(dated("bureau", "2020-04-12")) == Codes{"HZ403"});
  CHECK(codes(dated("bureau", "2020-04-28")) == Codes{"HZ403"});
  CHECK(codes(dated("joint", "2020-05-10")).empty());
  CHECK(codes(dated("joint", "2020-05-11")) == Codes{"HZ403"});

  const auto pending = [&](const std::string& round, const std::string& day) {
    Files files = dated(round, day);
    std::string& campaign = files["hazcheck.yaml"];
    campaign.replace(campaign.find("resumption: 2020-04-27"), 22, "resumption: null");
    return codes(files);
  };
  CHECK(pending("bureau", "2020-05-10").empty());
  CHECK(pending("bureau", "2020-04-12") == Codes{"HZ403"});
  CHECK(pending("joint", "2020-04-01").empty());
}

TEST_CASE("HZ404 is the only report of a hazard found too late") {
  CHECK(codes(found_on("2020-04-16", {kRectified})) == Codes{"HZ404"});
  CHECK(codes(found_on("2020-04-07", {kRectified})).empty());
}

TEST_CASE("HZ405 covers plans and every kind of entry, once a hazard") {
  CHECK(log_codes({}, "plan: {made: 2020-04-06, measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}") ==
        Codes{"HZ405"});
  CHECK(log_codes({"date: 2020-04-06, event: rectified, by: 李四", kClosed}) == Codes{"HZ405"});
  CHECK(log_codes({"date: 2020-04-05, event: supervised, by: 赵敏", "date: 2020-04-06, event: supervised, by: 赵敏"}) ==
        Codes{"HZ405"});
  const Files files = with_log({"date: 2020-04-06, event: rectified, by: 李四"});
  CHECK(check(files).marked("HZ405", files) == "2020-04-06");
}

TEST_CASE("HZ406 warns once, and not of a date that is reported as wrong") {
  CHECK(log_codes({kClosed, kRectified}) == Codes{"HZ406"});
  CHECK(log_codes({kRectified, "date: 2020-04-12, event: supervised, by: 赵敏",
                   "date: 2020-04-10, event: supervised, by: 赵敏"}) == Codes{"HZ406"});
  CHECK(log_codes({"date: 2030-04-10, event: supervised, by: 赵敏", kRectified, kClosed}) == Codes{"HZ401"});
  CHECK(log_codes({kRectified, "date: 2020-04-06, event: supervised, by: 赵敏"}) == Codes{"HZ405"});
  CHECK(check(with_log({kClosed, kRectified})).first("HZ406")->severity == Severity::warning);
}

TEST_CASE("a log in another order that closes rightly by its dates is told of for its order alone") {
  const std::string first = "date: 2020-04-10, event: rectified, by: 李四";
  const std::string closed = "date: 2020-04-12, event: closed, by: 赵敏, for: bureau";
  const std::string reopened = "date: 2020-04-13, event: reopened, by: 赵敏, reason: 课桌又堆回";
  CHECK(log_codes({kClosed, kRectified, reopened, closed, first}) == Codes{"HZ406"});
  CHECK(log_codes({kRectified, kClosed, first, closed, reopened}) == Codes{"HZ406"});
  CHECK(log_codes({first, closed, reopened, kRectified, kClosed}).empty());
  const Files early =
      with_log({first, closed, reopened, "date: 2020-04-14, event: closed, by: 赵敏, for: bureau", kRectified});
  CHECK(codes(early) == Codes{"HZ408"});
  CHECK(check(early).marked("HZ408", early) == "2020-04-14");
}

TEST_CASE("HZ407 and HZ409 hold the first due against the day it was found") {
  const auto due = [](const std::string& day) {
    return log_codes({}, "plan: {measures: 清空, due: " + day + ", funding: {amount: 0}, owner: 李四}");
  };
  CHECK(due("2020-04-06") == Codes{"HZ407"});
  CHECK(due("2020-04-07").empty());
  CHECK(due("2020-05-07").empty());
  CHECK(due("2020-05-08") == Codes{"HZ409"});
  // The severity at discovery decides; deferrals are free.
  const std::string major =
      "severity: major\n    plan: {measures: 清空, due: 2020-04-23, funding: {amount: 0}, owner: 李四, "
      "interim: 值守, emergency_plan: 疏散}";
  CHECK(log_codes({}, major) == Codes{"HZ409"});
  CHECK(log_codes({"date: 2020-04-10, event: regraded, by: 孙校长, severity: general, reason: x"}, major) ==
        Codes{"HZ409"});
  CHECK(log_codes({"date: 2020-04-10, event: deferred, by: 孙校长, due: 2020-12-31, reason: x"}).empty());
}

TEST_CASE("HZ408 looks at the rectification that a closing rests on") {
  CHECK(log_codes({kRectified, "date: 2020-04-13, event: closed, by: 赵敏"}) == Codes{"HZ408"});
  CHECK(log_codes({"date: 2020-04-13, event: closed, by: 赵敏", kRectified}) == Codes{"HZ408"});
  CHECK(log_codes({kRectified, "date: 2020-04-15, event: closed, by: 赵敏"}).empty());
  const std::string rejected = "date: 2020-04-16, event: rejected, by: 赵敏, reason: x";
  CHECK(log_codes({kRectified, rejected, "date: 2020-04-20, event: rectified, by: 李四",
                   "date: 2020-04-18, event: closed, by: 赵敏"}) == Codes{"HZ408"});
  CHECK(log_codes({kRectified, rejected, "date: 2020-04-18, event: closed, by: 赵敏"}) == Codes{"HZ504"});
}
