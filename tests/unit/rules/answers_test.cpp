// HZ3: what is asked, what counts as answered, and when a failing answer has its hazard.
#include <catch2/catch.hpp>

#include "rules/small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kRest = "  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: 100\n";
const std::string kPlates = "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}\n";

Files self_of_u1(const std::string& rest, const std::string& state = "complete") {
  return with({{"records/self/u1.yaml", record_text("self", "u1", "2020-04-07", rest, state)}});
}

Codes codes(const std::string& rest, const std::string& state = "complete") {
  return check(self_of_u1(rest, state)).codes("HZ3");
}

std::string hazard(const std::string& keys) {
  return "  - {id: H1, " + keys + ", description: 通道堆放课桌, " + kPlan + "}\n";
}

// The joint inspection of u1 (28 April) besides the self-inspection with one planned hazard H1 on `item`.
Codes joint(const std::string& hazard_keys, const std::string& rest, const std::string& state = "complete") {
  std::string answers = "answers:\n  fire.exits: fail\n" + kRest + kPlates;
  if (hazard_keys.find("bus.plate") != std::string::npos)
    answers =
        "answers:\n  fire.exits: pass\n" + kRest + "  bus.plate: {each: {沪A00001: fail, 沪A00002: 2020-12-31}}\n";
  Files files = self_of_u1(answers + "hazards:\n" + hazard(hazard_keys));
  files["records/joint/u1.yaml"] = record_text("joint", "u1", "2020-04-28", rest, state);
  return check(files).codes("HZ3");
}

}  // namespace

TEST_CASE("a complete record answers every item, one line for each that is left out") {
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates).empty());
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.rate: 100\n" + kPlates) == Codes{"HZ301", "HZ301"});
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.signs:\n  fire.drill: 2020-04-01\n  fire.rate: 100\n" + kPlates) ==
        Codes{"HZ301"});
}

TEST_CASE("a section that nobody answered is one line") {
  const Checked c = check(self_of_u1("answers:\n" + kPlates));
  REQUIRE(c.codes("HZ3") == Codes{"HZ301"});
  CHECK(c.first("HZ301")->message.en ==
        "the whole section 'fire' is not answered: fire.exits, fire.signs, fire.drill, fire.rate");
}

TEST_CASE("what is missing is marked at the word answers, in a draft at its state") {
  Files files = self_of_u1("answers:\n  fire.exits: pass\n  fire.rate: 100\n" + kPlates);
  CHECK(check(files).marked("HZ301", files) == "answers");
  files = self_of_u1("answers:\n  fire.exits: pass\n", "draft");
  CHECK(check(files).marked("HZ301", files) == "draft");
}

TEST_CASE("a draft has one note for all its gaps") {
  CHECK(codes("answers:\n  fire.exits: unchecked\n  bus.plate: {each: {沪A00001: unchecked}}\n", "draft") ==
        Codes{"HZ301 note"});
  CHECK(codes("answers: {}\n", "draft") == Codes{"HZ301 note"});
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates, "draft").empty());
}

TEST_CASE("na and unchecked need a reason, a note is none") {
  for (const std::string word : {"na", "unchecked", "不适用", "未查"}) {
    INFO(word);
    CHECK(codes("answers:\n  fire.exits: " + word + "\n" + kRest + kPlates) == Codes{"HZ302"});
    CHECK(codes("answers:\n  fire.exits: {result: " + word + ", note: 平房}\n" + kRest + kPlates) == Codes{"HZ302"});
    CHECK(codes("answers:\n  fire.exits: {result: " + word + ", reason: 平房}\n" + kRest + kPlates).empty());
  }
}

TEST_CASE("one reason may stand for every subject") {
  const std::string head = "answers:\n  fire.exits: pass\n" + kRest;
  CHECK(codes(head + "  bus.plate: {each: {沪A00001: na, 沪A00002: na}, reason: 停驶}\n").empty());
  CHECK(codes(head + "  bus.plate: {each: {沪A00001: na, 沪A00002: 2020-12-31}}\n") == Codes{"HZ302"});
  CHECK(codes(head + "  bus.plate: {result: unchecked, reason: 外出}\n").empty());
  CHECK(codes(head + "  bus.plate: unchecked\n") == Codes{"HZ302"});
}

TEST_CASE("a typed item passes by its value, never by the word alone") {
  const std::string tail = "  fire.signs: pass\n" + kPlates;
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.drill: pass\n  fire.rate: 100\n" + tail) == Codes{"HZ303"});
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.drill: 合格\n  fire.rate: 100\n" + tail) == Codes{"HZ303"});
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.drill: {result: pass}\n  fire.rate: 100\n" + tail) ==
        Codes{"HZ303"});
  CHECK(codes("answers:\n  fire.exits: pass\n  fire.drill: {result: pass, date: 2020-04-01}\n  fire.rate: 100\n" + tail)
            .empty());
}

TEST_CASE("every kind of evidence is given where an item asks for several") {
  const auto u2 = [](const std::string& rules) {
    Files files = small_workspace();
    files["records/self/u2.yaml"] =
        record_text("self", "u2", "2020-04-07",
                    "answers:\n  fire.exits: pass\n" + kRest + "  bus.plate: {result: na, reason: 没有校车}\n" +
                        "  guard.headcount: {result: unchecked, reason: 外出培训}\n  guard.rules: " + rules + "\n",
                    "complete");
    return check(files).codes("HZ3");
  };
  CHECK(u2("{check: pass, date: 2020-03-01}").empty());
  CHECK(u2("{check: pass}") == Codes{"HZ303"});
  CHECK(u2("{date: 2020-03-01}") == Codes{"HZ303"});
  CHECK(u2("pass") == Codes{"HZ303"});
  CHECK(u2("{check: pass, date: 2020-03-01, count: 3}") == Codes{"HZ306"});
  CHECK(u2("{check: pass, date: na}") == Codes{"HZ302"});
  CHECK(u2("{check: pass, date: na, reason: 无发文日期}").empty());
}

TEST_CASE("each names exactly the unit's subjects; blanks make no difference") {
  const std::string head = "answers:\n  fire.exits: pass\n" + kRest;
  CHECK(codes(head + "  bus.plate: {each: {沪A00002: 2020-12-31, 沪A 00001: 2020-12-31}}\n").empty());
  CHECK(codes(head + "  bus.plate: {each: {沪A00001: 2020-12-31}}\n") == Codes{"HZ304"});
  CHECK(codes(head + "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: }}\n") == Codes{"HZ304"});
  CHECK(codes(head + "  bus.plate: 2020-12-31\n") == Codes{"HZ308"});
  CHECK(codes(head + "  bus.plate: {result: pass, each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}\n") ==
        Codes{"HZ308"});
  CHECK(codes(head + "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A 00001: 2020-12-31, 沪A00002: 2020-12-31}}\n") ==
        Codes{"HZ307"});
}

TEST_CASE("a subject that is misspelt is reported once") {
  const std::string each = "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A0002: 2020-12-31}}\n";
  const Checked c = check(self_of_u1("answers:\n  fire.exits: pass\n" + kRest + each));
  CHECK(c.codes("HZ") == Codes{"HZ207"});
}

TEST_CASE("an answer that nobody asked for is an error where it says something") {
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates +
              "  guard.rules: {check: pass, date: 2020-03-01}\n") == Codes{"HZ305"});
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates + "  guard.rules: na\n") == Codes{"HZ305 warning"});
}

TEST_CASE("scope takes the rest away, where the round allows one") {
  const auto in_joint = [](const std::string& rest) {
    Files files = small_workspace();
    files["records/joint/u1.yaml"] = record_text("joint", "u1", "2020-04-28", rest, "complete");
    return check(files).codes("HZ3");
  };
  const std::string fire =
      "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: 100\n";
  CHECK(in_joint("scope: [fire]\n" + fire).empty());
  CHECK(in_joint("scope: [fire]\n" + fire + kPlates) == Codes{"HZ305"});
  CHECK(in_joint("scope: [bus]\n" + fire + kPlates) == Codes{"HZ305", "HZ305", "HZ305", "HZ305"});
  CHECK(in_joint("scope: [guard]\nanswers: {}\n") == Codes{"HZ317"});
  CHECK(in_joint("scope: []\n" + fire + kPlates) == Codes{"HZ317"});
  CHECK(codes("scope: [fire]\n" + fire) == Codes{"HZ316"});
}

TEST_CASE("a section covered elsewhere is not asked") {
  Files files = self_of_u1("answers:\n" + kPlates);
  std::string& list = files["checklists/test.yaml"];
  list.replace(list.find("    department: fire-brigade\n"), 29,
               "    department: fire-brigade\n    covered_elsewhere: {reason: 另行检查}\n");
  CHECK(check(files).codes("HZ3").empty());
  files["records/self/u1.yaml"] += "  fire.exits: pass\n";
  CHECK(check(files).codes("HZ3") == Codes{"HZ305"});
  files["records/self/u1.yaml"] += "hazards:\n" + hazard("item: fire.exits");
  CHECK(check(files).codes("HZ3") == Codes{"HZ305", "HZ315"});
}

TEST_CASE("a failing answer needs a hazard on its item, a draft a note only") {
  const std::string answers = "answers:\n  fire.exits: fail\n" + kRest + kPlates;
  CHECK(codes(answers) == Codes{"HZ314"});
  CHECK(codes(answers, "draft") == Codes{"HZ314 note"});
  CHECK(codes(answers + "hazards:\n" + hazard("item: fire.exits")).empty());
  CHECK(codes(answers + "hazards:\n" + hazard("item: fire.signs")) == Codes{"HZ314", "HZ315"});
  CHECK(codes(answers + "hazards:\n" + hazard("item: fire")) == Codes{"HZ314"});
}

TEST_CASE("a value that falls short is a fail, and the message says why") {
  const Checked c = check(self_of_u1(
      "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: 29/30\n" + kPlates));
  REQUIRE(c.codes("HZ3") == Codes{"HZ314"});
  CHECK(c.first("HZ314")->message.en == "'fire.rate' fails without a hazard on it: 96.67 is below 100");
  CHECK(c.first("HZ314")->message.zh == "'fire.rate' 不合格，但没有登记隐患：96.67 低于要求的 100");
}

TEST_CASE("each failing subject needs its own hazard") {
  const std::string head = "answers:\n  fire.exits: pass\n" + kRest;
  const std::string both = head + "  bus.plate: {each: {沪A00001: 2020-03-31, 沪A00002: fail}}\n";
  CHECK(codes(both) == Codes{"HZ314", "HZ314"});
  CHECK(codes(both + "hazards:\n" + hazard("item: bus.plate, subject: 沪A 00001")) == Codes{"HZ314"});
  const std::string one = head + "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: fail}}\n";
  CHECK(codes(one + "hazards:\n" + hazard("item: bus.plate, subject: 沪A00001")) == Codes{"HZ314", "HZ315"});
}

TEST_CASE("a follow-up that finds it still there stands for the hazard") {
  const std::string answers = "answers:\n  fire.exits: fail\n" + kRest + kPlates;
  const auto followed = [&](const std::string& result) {
    return joint("item: fire.exits", answers + "followups:\n  - {hazard: self/u1/H1, result: " + result +
                                         ", by: 赵敏, reason: 仍有堆放, writeoff: QP-1}\n");
  };
  CHECK(followed("still-open").empty());
  CHECK(followed("recurred").empty());
  CHECK(followed("closed") == Codes{"HZ314"});
  // The earlier hazard is on another item, which the self-inspection passed.
  CHECK(joint("item: fire.signs", answers + "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n") ==
        Codes{"HZ314", "HZ314", "HZ315"});
}

TEST_CASE("a follow-up stands for its own subject only") {
  const auto plates = [&](const std::string& first, const std::string& second) {
    return joint("item: bus.plate, subject: 沪A00001",
                 "answers:\n  fire.exits: pass\n" + kRest + "  bus.plate: {each: {沪A00001: " + first + ", 沪A00002: " +
                     second + "}}\nfollowups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n");
  };
  CHECK(plates("fail", "2020-12-31").empty());
  CHECK(plates("2020-12-31", "fail") == Codes{"HZ314"});
}

TEST_CASE("beside follow-ups a value that falls short is named as the cause") {
  Files files =
      self_of_u1("answers:\n  fire.exits: fail\n" + kRest + kPlates + "hazards:\n" + hazard("item: fire.exits"));
  files["records/joint/u1.yaml"] =
      record_text("joint", "u1", "2020-04-28",
                  "answers:\n  fire.exits: fail\n  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: 29/30\n"
                  "  bus.plate: {each: {沪A00001: 2020-03-31, 沪A00002: 2020-12-31}}\n"
                  "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n",
                  "complete");
  const Checked c = check(files);
  REQUIRE(c.codes("HZ3") == Codes{"HZ314", "HZ314"});
  Codes en, zh;
  for (const Diagnostic& d : c.diagnostics.list())
    if (d.rule->code == "HZ314") {
      en.push_back(d.message.en);
      zh.push_back(d.message.zh);
    }
  CHECK(
      en ==
      Codes{
          "'fire.rate' fails without a hazard on it: 96.67 is below 100",
          "'bus.plate' fails for '沪A00001' without a hazard on it: 2020-03-31 is before the inspection on 2020-04-28"});
  CHECK(zh == Codes{"'fire.rate' 不合格，但没有登记隐患：96.67 低于要求的 100",
                    "'bus.plate' 对 '沪A00001' 不合格，但没有登记隐患：2020-03-31 早于检查日期 2020-04-28"});
}

TEST_CASE("a hazard that cannot be read may be the one") {
  const std::string answers = "answers:\n  fire.exits: fail\n" + kRest + kPlates;
  const Checked c =
      check(self_of_u1(answers + "hazards:\n  - {id: 隐患1, item: fire.exits, description: 通道堆放课桌}\n"));
  CHECK(c.codes("HZ") == Codes{"HZ106"});
}

TEST_CASE("a void hazard needs no failing answer") {
  const std::string log = "    log:\n      - {date: 2020-04-08, event: voided, by: 赵敏, reason: 看错}\n";
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates +
              "hazards:\n  - id: H1\n    item: fire.exits\n    description: 课桌\n    " + kPlan + "\n" + log)
            .empty());
}

TEST_CASE("what no item lists goes on the section and needs no answer") {
  CHECK(codes("answers:\n  fire.exits: pass\n" + kRest + kPlates + "hazards:\n" + hazard("item: fire")).empty());
}

TEST_CASE("a value decides against an explicit pass, an explicit fail against the value") {
  const auto rate = [](const std::string& value) {
    return codes("answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: " + value +
                 "\n" + kPlates + "hazards:\n" + hazard("item: fire.rate"));
  };
  CHECK(rate("{result: pass, percent: 96}") == Codes{"HZ311"});
  CHECK(rate("{result: fail, percent: 100}").empty());
  CHECK(rate("{result: pass, percent: 100}") == Codes{"HZ315"});
  CHECK(rate("fail").empty());
}

TEST_CASE("values that cannot be") {
  const auto rate = [](const std::string& value) { return codes("answers:\n  fire.rate: " + value + "\n", "draft"); };
  CHECK(rate("101") == Codes{"HZ301 note", "HZ310"});
  CHECK(rate("31/30") == Codes{"HZ301 note", "HZ310"});
  CHECK(rate("100%") == Codes{"HZ301 note"});
}
