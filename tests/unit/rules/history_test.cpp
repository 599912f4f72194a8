// What the comparison with an earlier state says of a hazard's place, beyond the rules' own examples.
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

Codes changed(const Files& before, const Files& after) {
  const Checked first = check(before), second = check(after);
  Checked found;
  check_history(first.read.model, second.read.model, second.timelines, {kToday, kToday, nullptr}, found.diagnostics);
  return found.codes("HZ713");
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
