// What the comparison with an earlier state says beyond the rules' own examples: a hazard's place, and one finding for
// one act.
#include "rules/history.hpp"

#include <catch2/catch.hpp>

#include "rules/small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

// A complete record with one hazard there, answered by that version of the checklist.
Files complete(const std::string& place, const std::string& version = "1") {
  std::string text =
      record_text("self", "u1", "2020-04-07",
                  "answers: {}\nhazards:\n  - id: H1\n    " + place + "\n    description: 标牌过期\n", "complete");
  text.replace(text.find("test/1"), 6, "test/" + version);
  return with({{"records/self/u1.yaml", text}});
}

Codes told(const Files& before, const Files& after, std::string_view family = "HZ7") {
  const Checked first = check(before), second = check(after);
  Checked found;
  check_history(first.read.model, second.read.model, second.timelines, {kToday, kToday, nullptr}, found.diagnostics);
  return found.codes(family);
}
Codes changed(const Files& before, const Files& after) { return told(before, after, "HZ713"); }

// A hazard of the self-inspection, by id and text, with its due and these log entries.
std::string hazard(const std::string& id, const std::string& text, const std::vector<std::string>& log = {},
                   const std::string& due = "2020-04-20") {
  std::string out = "  - id: " + id + "\n    item: fire\n    description: " + text +
                    "\n    plan: {made: 2020-04-08, measures: 清空, due: " + due +
                    ", funding: {amount: 0}, owner: 李四}\n";
  if (!log.empty()) out += "    log:\n";
  for (const std::string& entry : log) out += "      - {" + entry + "}\n";
  return out;
}
Files with_hazards(const std::string& hazards) {
  return with({{"records/self/u1.yaml",
                record_text("self", "u1", "2020-04-07", kAllPass + ("hazards:\n" + hazards), "complete")}});
}
Files with_followups(const std::vector<std::string>& followups, const std::string& date = "2020-04-14") {
  Files files = with_hazards(hazard("H1", "通道") + hazard("H2", "门锁") + hazard("H3", "电线"));
  files["records/bureau/u1.yaml"] = later_record("bureau", date, followups, "complete");
  return files;
}

// A second version, whose exits have another id.
Files with_second(Files files) {
  std::string second = files["checklists/test.yaml"];
  second.replace(second.find("version: 1"), 10, "version: 2");
  second.replace(second.find("fire.exits"), 10, "fire.route");
  files["checklists/test-2.yaml"] = second;
  return files;
}

}  // namespace

TEST_CASE("a hazard stays on its item and subject") {
  const std::string bus = "item: bus.plate\n    subject: ";
  CHECK(changed(complete(bus + "沪A00001"), complete(bus + "沪A00001")).empty());
  CHECK(changed(complete(bus + "沪A00001"), complete(bus + "沪A00002")) == Codes{"HZ713"});
  CHECK(changed(complete(bus + "沪A00001"), complete("item: bus.plate")) == Codes{"HZ713"});
  CHECK(changed(complete("item: bus.plate"), complete(bus + "沪A00001")).empty());
  CHECK(changed(complete("item: fire.exits"), complete("item: fire.signs")) == Codes{"HZ713"});
}

TEST_CASE("a new version of the checklist may name the item anew, and no other") {
  const Files before = with_second(complete("item: fire.exits"));
  CHECK(changed(before, with_second(complete("item: fire.route", "2"))).empty());
  CHECK(changed(with_second(complete("item: fire.signs")), with_second(complete("item: fire.route", "2"))) ==
        Codes{"HZ713"});
}

// Everything below is dated more than backdate_days before it is committed.
TEST_CASE("a renamed hazard is one finding, and what else was done to it another") {
  const std::string rectified = "date: 2020-04-15, event: rectified, by: 李四";
  const std::string later = "date: 2020-04-16, event: rectified, by: 李四";
  const Files before = with_hazards(hazard("H1", "通道", {rectified}));
  CHECK(told(before, before) == Codes{});
  CHECK(told(before, with_hazards(hazard("H2", "通道", {rectified}))) == Codes{"HZ702"});
  CHECK(told(before, with_hazards(hazard("H2", "通道", {later}))) == Codes{"HZ702", "HZ704"});
  CHECK(told(before, with_hazards(hazard("H2", "通道", {rectified}, "2020-04-21"))) == Codes{"HZ702", "HZ705"});
  CHECK(told(before, with_hazards(hazard("H2", "通道", {rectified, "date: 2020-04-17, event: closed, by: 赵敏"}))) ==
        Codes{"HZ702", "HZ711"});
  // Gone, and another one entered late: neither is hidden by the other.
  CHECK(told(before, with_hazards(hazard("H2", "门锁", {rectified}))) == Codes{"HZ702", "HZ711"});
}

TEST_CASE("a due or an owner that cannot be read is no change; one that was taken out is") {
  const std::string whole = hazard("H1", "通道");
  const auto with_plan = [&](const std::string& was, const std::string& is) {
    std::string changed = whole;
    changed.replace(changed.find(was), was.size(), is);
    return told(with_hazards(whole), with_hazards(changed));
  };
  CHECK(with_plan("due: 2020-04-20", "due: 2020-04-31") == Codes{});
  CHECK(with_plan("due: 2020-04-20, ", "") == Codes{"HZ705"});
  CHECK(with_plan("due: 2020-04-20", "due: 2020-04-21") == Codes{"HZ705"});
  CHECK(with_plan("owner: 李四", "owner: 李四、王五") == Codes{});
  CHECK(with_plan(", owner: 李四", "") == Codes{"HZ707"});
  CHECK(with_plan("owner: 李四", "owner: 王五") == Codes{"HZ707"});
}

TEST_CASE("two hazards with one text are two, whatever they are called") {
  const std::string entry = "date: 2020-04-15, event: rectified, by: 李四";
  const Files before = with_hazards(hazard("H1", "通道", {entry}) + hazard("H2", "通道", {entry}));
  CHECK(told(before, with_hazards(hazard("H3", "通道", {entry}) + hazard("H4", "通道", {entry}))) ==
        Codes{"HZ702", "HZ702"});
  CHECK(told(before, with_hazards(hazard("H3", "通道", {entry}))) == Codes{"HZ702", "HZ702"});
  CHECK(told(with_hazards(hazard("H1", "通道", {entry})), before) == Codes{"HZ711"});
}

TEST_CASE("a rewritten follow-up is one finding, and a further one another") {
  const std::string open1 = "hazard: self/u1/H1, result: still-open, by: 赵敏";
  const std::string closed1 = "hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: Q-1";
  const std::string open2 = "hazard: self/u1/H2, result: still-open, by: 赵敏";
  const std::string open3 = "hazard: self/u1/H3, result: still-open, by: 赵敏";
  const std::string noted2 = "hazard: self/u1/H2, result: still-open, by: 赵敏, note: 锁已订购";
  CHECK(told(with_followups({open1}), with_followups({open1})) == Codes{});
  CHECK(told(with_followups({open1}), with_followups({closed1})) == Codes{"HZ709"});
  CHECK(told(with_followups({open1}), with_followups({open2})) == Codes{"HZ709"});  // of another hazard
  CHECK(told(with_followups({open1}), with_followups({})) == Codes{"HZ709"});
  CHECK(told(with_followups({open1}), with_followups({open1, open2})) == Codes{"HZ711"});
  CHECK(told(with_followups({open1}), with_followups({closed1, open2})) == Codes{"HZ709", "HZ711"});
  CHECK(told(with_followups({open1}), with_followups({noted2})) == Codes{"HZ709", "HZ711"});  // gone, and a new one
  CHECK(told(with_followups({open1, open2}), with_followups({closed1, noted2})) == Codes{"HZ709", "HZ709"});
  CHECK(told(with_followups({open1, open2}), with_followups({open2, open3})) == Codes{"HZ709"});
}

TEST_CASE("a record's date is moved once, however many follow-ups rest on it") {
  const std::string open1 = "hazard: self/u1/H1, result: still-open, by: 赵敏";
  const std::string open2 = "hazard: self/u1/H2, result: still-open, by: 赵敏";
  const std::string closed2 = "hazard: self/u1/H2, result: closed, by: 赵敏, writeoff: Q-1";
  const Files before = with_followups({open1, open2});
  CHECK(told(before, with_followups({open1, open2}, "2020-04-15")) == Codes{"HZ709"});
  CHECK(told(before, with_followups({open1, closed2}, "2020-04-15")) == Codes{"HZ709", "HZ709"});
}
