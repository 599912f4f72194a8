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
  CHECK(c.first("HZ219")->message.en ==
        "write-off number 'QP-1' was spent on an earlier closing of 'self/u1/H1'");
  CHECK(c.first("HZ219")->at.mark.begin == reused.at("records/self/u1.yaml").rfind("QP-1"));
  CHECK(c.first("HZ219")->notes.size() == 1);
  CHECK(check(log("QP-2")).codes("HZ2").empty());
  CHECK(check(log("qp-1")).codes("HZ2") == Codes{"HZ219"});
}

TEST_CASE("a later inspection that confirms a closing may bear its number") {
  Files files =
      with_log({"date: 2020-04-15, event: rectified, by: 李四", closing("2020-04-16", "QP-1")});
  files["records/bureau/u1.yaml"] = later_record(
      "bureau", "2020-04-20", {"hazard: self/u1/H1, result: closed, by: 赵敏, writeoff: QP-1"});
  CHECK(check(files).codes("HZ2").empty());
}
