// HZ1: what each field takes, what is said of anything else, and that one slip is told once.
#include <catch2/catch.hpp>

#include "read/names.hpp"
#include "rules/small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kPassing = "answers: {fire.exits: pass}\n";

Files record(const std::string& rest) {
  return with({{"records/self/u1.yaml", record_text("self", "u1", "2020-04-07", rest)}});
}

// One hazard on the section, with these keys besides (flow style).
Files hazard(const std::string& keys) {
  return record(kPassing + "hazards:\n  - {id: H1, item: fire, description: 通道, " + keys + "}\n");
}

std::string help(const Files& files, std::string_view code) {
  const Checked c = check(files);
  const Diagnostic* d = c.first(code);
  return d == nullptr ? "" : d->help.en;
}

Codes codes(const Files& files) {
  Codes out;
  for (const std::string& code : check(files).codes("HZ"))
    if (code != "HZ301 note" && code != "HZ502 warning") out.push_back(code);
  return out;
}

}  // namespace

TEST_CASE("a quoted name may hold a comma and a blank") {
  const auto owner = [](const std::string& name) {
    return codes(record(kPassing +
                        "hazards:\n  - id: H1\n    item: fire\n    description: 通道\n    plan: {measures: 清空, due: "
                        "2020-04-20, funding: {amount: 0}, owner: " +
                        name + "}\n"));
  };
  CHECK(owner("'Smith, John'") == Codes{});
  CHECK(owner("'张三, 李四'") == Codes{"HZ108"});
  CHECK(owner("'Smith, John, Bill'") == Codes{"HZ108"});
  CHECK(owner("'Smith, John and Bill'") == Codes{"HZ108"});
  CHECK(owner("张三、李四") == Codes{"HZ108"});
}

TEST_CASE("a date is a real day of 1900 to 2199, written with hyphens") {
  for (const char* good : {"2020-04-07", "1900-01-01"}) CHECK(codes(hazard(std::string("found: ") + good)) == Codes{});
  for (const char* bad : {"2020-4-7", "2020/4/7", "2020.4.7", "2020年4月7日", "20200407", "２０２０-０４-０７"}) {
    INFO(bad);
    const Files files = hazard(std::string("found: ") + bad);
    CHECK(codes(files) == Codes{"HZ105"});
    CHECK(check(files).marked("HZ105", files) == bad);
    CHECK(help(files, "HZ105") == "did you mean 2020-04-07?");
  }
  CHECK(help(hazard("found: 2020-02-30"), "HZ105") == "there is no such day");
  CHECK(help(hazard("found: 0017-04-07"), "HZ105") == "a date is written YYYY-MM-DD, 1900 to 2199");
  CHECK(help(hazard("found: 昨天"), "HZ105") == "a date is written YYYY-MM-DD, 1900 to 2199");
}

TEST_CASE("money is digits, 0 or more, and nothing else") {
  const auto plan = [](const std::string& amount) {
    return codes(hazard("plan: {measures: 清空, due: 2020-04-20, funding: {amount: " + amount +
                        ", source: 经费}, owner: 李四}"));
  };
  for (const char* good : {"0", "12000", "12000.50", "12.3", "12.30", "0.1", "0.29", "12.300", "1234567890.12",
                           "999999999999.99", "1000000000000"}) {
    INFO(good);
    CHECK(plan(good) == Codes{});
  }
  for (const char* bad : {"12000元", "1.2万", "'1,200'", "-5", "１２０００", "1e5", "12.345", "0.001", "1234567890.123",
                          "0.30000000000000004", "12.", "五千"}) {
    INFO(bad);
    CHECK(plan(bad) == Codes{"HZ107"});
  }
}

TEST_CASE("one name is one person") {
  const auto owner = [](const std::string& name) {
    return codes(hazard("plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: " + name + "}"));
  };
  CHECK(owner("李四") == Codes{});
  CHECK(owner("李 四") == Codes{});
  CHECK(owner("阿依古丽·买买提") == Codes{});
  for (const char* several :
       {"李四/王五", "'李四、王五'", "'李四，王五'", "'李四;王五'", "赵敏和钱进", "赵敏 与 钱进", "赵敏及钱进进",
        "赵敏以及钱进", "Ann Lee & Bo Chen", "Ann and Bo", "张三等", "张三等人", "王小明等同志"}) {
    INFO(several);
    CHECK(owner(several) == Codes{"HZ108"});
  }
  for (const char* one : {"郑和平", "和珅", "欧阳等", "欧阳和平", "李与之", "李平等", "Anderson", "Andy Sand",
                          "Rand Andrews", "司马及第"}) {
    INFO(one);
    CHECK(owner(one) == Codes{});
  }
  for (const char* nobody : {"各位", "两位老师", "老师们", "相关人员", "有关部门", "校领导", "team", "Staff", "all"}) {
    INFO(nobody);
    CHECK(check(hazard("plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: " + std::string(nobody) +
                       "}"))
              .codes("HZ5") == Codes{"HZ503"});
  }
}

TEST_CASE("a list of names is offered as a list") {
  CHECK(several_names("赵敏、钱进，孙力") == "赵敏, 钱进, 孙力");
  CHECK(several_names("赵敏和钱进") == "赵敏, 钱进");
  CHECK(several_names("Ann Lee and Bo Chen") == "Ann Lee, Bo Chen");
  CHECK(several_names("张三等人") == "张三");
  CHECK_FALSE(several_names("张三"));
}

TEST_CASE("a value of blanks is as good as none") {
  for (const char* blank : {"''", "' '", "'　'", "'\u00a0　'", "\"\\u3000\""}) {
    INFO(blank);
    const std::string b = blank;
    CHECK(codes(with_log({"date: 2020-04-15, event: rectified, by: " + b})) == Codes{"HZ102"});
    CHECK(codes(with_log({"date: 2020-04-15, event: rectified, by: 李四",
                          "date: 2020-04-17, event: closed, by: " + b})) == Codes{"HZ102"});
    CHECK(codes(record(kPassing + "hazards:\n  - {id: H1, item: fire, description: " + b + "}\n")) == Codes{"HZ102"});
    CHECK(
        check(hazard("plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: " + b + "}")).codes("HZ5") ==
        Codes{"HZ501"});
    CHECK(
        check(with_log({"date: 2020-04-15, event: deferred, by: 李四, due: 2020-05-01, reason: " + b})).codes("HZ5") ==
        check(with_log({"date: 2020-04-15, event: deferred, by: 李四, due: 2020-05-01"})).codes("HZ5"));
    CHECK(codes(with({{"records/joint/u1.yaml",
                       later_record("joint", "2020-04-28", {"hazard: self/u1/H1, result: closed, by: " + b})}})) ==
          Codes{"HZ102"});
  }
}

TEST_CASE("quotes with nothing in them are no id and no day") {
  CHECK(codes(hazard("severity: ''")) == Codes{"HZ106"});
  CHECK(help(hazard("severity: ''"), "HZ106") == "where there is nothing to write, leave the key out");
  CHECK(codes(hazard("found: ' '")) == Codes{"HZ105"});
  CHECK(codes(hazard("severity:")).empty());
  CHECK(codes(hazard("location: ''")).empty());
}

TEST_CASE("a complete record names who inspected; a draft may still lack it") {
  const auto with_inspectors = [](const std::string& list, const std::string& state) {
    Files files = with({{"records/self/u1.yaml", record_text("self", "u1", "2020-04-07", kAllPass, state)}});
    std::string& text = files["records/self/u1.yaml"];
    text.replace(text.find("[张三]"), std::string("[张三]").size(), list);
    return codes(files);
  };
  for (const char* nobody : {"[]", "['']", "['　']", "['', ' ']"}) {
    INFO(nobody);
    CHECK(with_inspectors(nobody, "complete") == Codes{"HZ102"});
    CHECK(with_inspectors(nobody, "draft") == Codes{});
  }
  CHECK(with_inspectors("[张三, '']", "complete") == Codes{});
}

TEST_CASE("ids are ASCII and short") {
  for (const char* bad : {"隐患1", "H 1", "-H1", "Ｈ1"}) {
    INFO(bad);
    const Files files = record(kPassing + "hazards:\n  - {id: " + bad + ", item: fire, description: 通道}\n");
    CHECK(codes(files) == Codes{"HZ106"});
    CHECK(check(files).marked("HZ106", files) == bad);
  }
  CHECK(codes(record(kPassing + "hazards:\n  - {id: " + std::string(65, 'H') + ", item: fire, description: 通道}\n")) ==
        Codes{"HZ106"});
}

TEST_CASE("a misspelt key is told once, though its right form is missing") {
  const Files files = record(kPassing + "hazards:\n  - {id: H1, item: fire, descripton: 通道}\n");
  CHECK(codes(files) == Codes{"HZ101"});
  CHECK(help(files, "HZ101") == "did you mean 'description'?");
  CHECK(codes(hazard("plan: {measure: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}")) == Codes{"HZ101"});
  CHECK(codes(record(kPassing + "hazards:\n  - {id: H1, item: fire}\n")) == Codes{"HZ102"});
  CHECK(codes(record(kPassing + "hazards:\n  - {id: H1, item: fire, description: }\n")) == Codes{"HZ102"});
}

TEST_CASE("events are the format's words; what people say in their place is told") {
  const auto event = [](const std::string& word) {
    return with_log({"date: 2020-04-15, event: " + word + ", by: 李四"});
  };
  CHECK(help(event("rectifed"), "HZ104").starts_with("did you mean 'rectified'?"));
  CHECK(help(event("整改"), "HZ104") == "write 'rectified'");
  CHECK(help(event("销项"), "HZ104") == "write 'closed'");
  CHECK(codes(event("整改")) == Codes{"HZ104"});
}

TEST_CASE("text, list and mapping are not taken for each other") {
  CHECK(codes(hazard("plan: 清空")) == Codes{"HZ103"});
  CHECK(codes(hazard("location: [东, 西]")) == Codes{"HZ103"});
  CHECK(codes(record("answers: pass\n")) == Codes{"HZ103"});
  CHECK(codes(record(kPassing + "hazards: {id: H1}\n")) == Codes{"HZ103"});
  CHECK(codes(with({{"records/self/u1.yaml", "- a\n- b\n"}})) == Codes{"HZ103"});
}

TEST_CASE("scalars stay as they are written") {
  const Checked c = check(hazard("location: no, severity: general"));
  REQUIRE(c.read.model.records.size() == 1);
  CHECK(c.read.model.records[0].hazards[0].location().value == "no");
  CHECK(check(hazard("location: 0012")).read.model.records[0].hazards[0].location().value == "0012");
  CHECK(check(hazard("location: 1e5")).read.model.records[0].hazards[0].location().value == "1e5");
}

TEST_CASE("an expectation that says nothing, or can never be met, is told") {
  const auto list = [](const std::string& evidence) {
    Files files = small_workspace();
    std::string& text = files["checklists/test.yaml"];
    const std::string was = "evidence: percent, expect: {min: 100}";
    text.replace(text.find(was), was.size(), evidence);
    return codes(files);
  };
  CHECK(list("evidence: percent, expect: {min: 90, max: 100}") == Codes{});
  CHECK(list("evidence: percent, expect: {within_days: 3}") == Codes{"HZ101"});
  CHECK(list("evidence: percent, expect: {minimum: 3}") == Codes{"HZ101"});
  CHECK(list("evidence: percent, expect: {min: 101}") == Codes{"HZ107"});
  CHECK(list("evidence: percent, expect: {min: 90, max: 80}") == Codes{"HZ107"});
}

TEST_CASE("a window that ends before it begins is told") {
  Files files = small_workspace();
  std::string& text = files["hazcheck.yaml"];
  text.replace(text.find("to: 2020-04-10"), 14, "to: 2020-03-10");
  Codes got = codes(files);
  CHECK(std::count(got.begin(), got.end(), "HZ111") == 1);
}
