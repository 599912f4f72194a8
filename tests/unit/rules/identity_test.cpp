// HZ2 beyond the examples of its rows: write-off numbers, and what lies in the folders that nothing reads.
#include <catch2/catch.hpp>

#include "small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

std::string closing(const std::string& date, const std::string& number) {
  return "date: " + date + ", event: closed, by: 赵敏, for: bureau, writeoff: " + number;
}

}  // namespace

TEST_CASE("a closing after a reopening takes a write-off number of its own") {
  const auto log = [](const std::string& second) {
    return with_log({"date: 2020-04-15, event: rectified, by: 李四", closing("2020-04-16", "QP-1"),
                     "date: 2020-04-17, event: reopened, by: 赵敏, reason: 又堆放, due: 2020-04-30",
                     "date: 2020-04-18, event: rectified, by: 李四", closing("2020-04-19", second)});
  };
  const Files reused = log("QP-1");
  const Checked c = check(reused);
  REQUIRE(c.codes("HZ2") == Codes{"HZ219"});
  CHECK(c.first("HZ219")->message.en == "write-off number 'QP-1' was spent on an earlier closing of 'self/u1/H1'");
  CHECK(c.first("HZ219")->at.mark.begin == reused.at("records/self/u1.yaml").rfind("QP-1"));
  CHECK(c.first("HZ219")->notes.size() == 1);
  CHECK(check(log("QP-2")).codes("HZ2").empty());
  CHECK(check(log("qp-1")).codes("HZ2") == Codes{"HZ219"});
}

TEST_CASE("a later inspection that confirms a closing may bear its number") {
  Files files = with_log({"date: 2020-04-15, event: rectified, by: 李四", closing("2020-04-16", "QP-1")});
  files["records/bureau/u1.yaml"] =
      later_record("bureau", "2020-04-20", {"hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: QP-1"});
  CHECK(check(files).codes("HZ2").empty());
}

TEST_CASE("a unit's validity does not end before it begins") {
  const auto valid = [](const std::string& range) {
    Files files = small_workspace();
    files["roster.yaml"] += "  - {id: u9, title: 示例三小, type: primary, valid: " + range + "}\n";
    return check(files);
  };
  CHECK(valid("{from: 2019-09-01, to: 2021-08-31}").codes("HZ1").empty());
  CHECK(valid("{from: 2021-09-01, to: 2021-09-01}").codes("HZ1").empty());
  const Checked c = valid("{from: 2021-09-01, to: 2019-08-31}");
  REQUIRE(c.codes("HZ1") == Codes{"HZ111"});
  CHECK(c.first("HZ111")->notes.size() == 1);
}

TEST_CASE("a share that can't be is not expected") {
  const auto expect = [](const std::string& bounds) {
    Files files = small_workspace();
    std::string& text = files["checklists/test.yaml"];
    text.replace(text.find("{min: 100}"), std::string("{min: 100}").size(), bounds);
    return check(files).codes("HZ1");
  };
  CHECK(expect("{min: 95, max: 100}").empty());
  for (const char* bad : {"{min: 95, max: 90}", "{min: -1}", "{max: 101}", "{min: 101}", "{max: -5}"}) {
    INFO(bad);
    CHECK(expect(bad) == Codes{"HZ107"});
  }
}

TEST_CASE("a record or checklist with another ending is told, evidence beside it is not") {
  const auto found = [](const std::string& path) {
    Files files = small_workspace();
    files[path] = "hazcheck: record/1\n";
    return check(files).codes("HZ29");
  };
  for (const char* misnamed : {"records/self/u3.txt", "records/self/u3.yam", "records/self/u3", "checklists/new.txt",
                               "records/self/u3.yml", "records/self/u3.yaml.txt"}) {
    INFO(misnamed);
    CHECK(found(misnamed) == Codes{"HZ292"});
  }
  for (const char* other :
       {"records/self/h1.jpg", "records/self/h1.PDF", "records/self/.gitkeep", "records/self/README",
        "records/README.md", "records/self/photos/list.txt", "checklists/notes.docx", "records/self/u1.doc",
        "records/self/~$u1.docx", "records/self/Thumbs.db", "records/self/h1.HEIC", "records/notes.txt"}) {
    INFO(other);
    CHECK(found(other).empty());
  }
  for (const char* odd : {"records/self/u3.log", "records/self/u3.rec", "checklists/new.bin"}) {
    INFO(odd);
    CHECK(found(odd) == Codes{"HZ292 warning"});
  }
}

TEST_CASE("a text that a record names as evidence is left alone") {
  Files files = with_log({"date: 2020-04-15, event: rectified, by: 李四, evidence: [h1.txt]"});
  files["records/self/h1.txt"] = "已清空\n";
  CHECK(check(files).codes("HZ29").empty());
  files["records/self/h2.txt"] = "已清空\n";
  CHECK(check(files).codes("HZ29") == Codes{"HZ292"});
}

TEST_CASE("a misnamed roster is told of instead of the missing one, and beside the real one") {
  for (const char* name : {"roster.yml", "roster.yaml.txt", "roster.YAML"}) {
    INFO(name);
    Files files = small_workspace();
    files[name] = files["roster.yaml"];
    const Checked beside = check(files);
    REQUIRE(beside.codes("HZ29") == Codes{"HZ292"});
    CHECK(beside.first("HZ292")->help.en.starts_with("'roster.yaml' is the one that is read"));
    files.erase("roster.yaml");
    files.erase("records/self/u1.yaml");
    const Checked instead = check(files);
    REQUIRE(instead.codes("HZ29") == Codes{"HZ292"});
    CHECK(instead.first("HZ292")->help.en == "rename it to 'roster.yaml'");
  }
}

TEST_CASE("a start that is no date is told once, and a reversed window points at both its ends") {
  const auto campaign = [](const std::string& from, const std::string& to) {
    Files files = small_workspace();
    std::string& text = files["hazcheck.yaml"];
    text.replace(text.find(from), from.size(), to);
    return check(files);
  };
  CHECK(campaign("start: 2020-03-30", "start: 2020/3/30").codes("HZ") == Codes{"HZ105"});
  CHECK(campaign("{resumption: 2020-04-27}", "2020-04-27").codes("HZ") == Codes{"HZ103"});
  CHECK(campaign("start: 2020-03-30\n", "").codes("HZ") == Codes{"HZ211"});
  const Checked reversed = campaign("to: 2020-04-10", "to: 2020-03-10");
  REQUIRE(reversed.first("HZ111") != nullptr);
  REQUIRE(reversed.first("HZ111")->notes.size() == 1);
  CHECK(reversed.first("HZ111")->notes[0].message.en == "it begins on 2020-03-30");
}
