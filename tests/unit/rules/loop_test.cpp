// HZ5 beyond the examples of its rows: plans, owners, entries of the log and who may close.
#include <catch2/catch.hpp>

#include "small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

const std::string kRectified = "date: 2020-04-15, event: rectified, by: 李四";
const std::string kClosed = "date: 2020-04-17, event: closed, by: 赵敏, for: bureau";
const std::string kMajor =
    "severity: major\n    plan: {made: 2020-04-08, measures: 拆除, due: 2020-04-20, funding: {amount: 0}, "
    "owner: 李四, interim: 值守, emergency_plan: 疏散}";

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
Codes plan_codes(const std::string& plan) { return log_codes({}, "plan: {" + plan + "}"); }

Files edited(Files files, const std::string& path, const std::string& from, const std::string& to) {
  std::string& text = files[path];
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  return files;
}
Files plans_optional(const Files& files) { return edited(files, "hazcheck.yaml", "plan: required", "plan: optional"); }

}  // namespace

TEST_CASE("HZ501 names every part that a plan lacks, in one report") {
  const Files files = with_log({}, "plan: {interim: 值守}");
  const Checked c = check(files);
  REQUIRE(c.codes("HZ5") == Codes{"HZ501"});
  CHECK(c.first("HZ501")->message.en == "the plan of 'H1' lacks 'measures', 'due', 'funding', 'owner'");
  CHECK(plan_codes("due: 2020-04-20, funding: {amount: 0}, owner: 李四") == Codes{"HZ501"});
  CHECK(plan_codes("measures: 清空, funding: {amount: 0}, owner: 李四") == Codes{"HZ501"});
  CHECK(plan_codes("measures: 清空, due: 2020-04-20, owner: 李四") == Codes{"HZ501"});
  CHECK(plan_codes("measures: 清空, due: 2020-04-20, funding: {amount: 1}, owner: 李四") == Codes{"HZ501"});
  CHECK(plan_codes("measures: 清空, due: 2020-04-20, funding: {amount: 0}") == Codes{"HZ501"});
  CHECK(codes(plans_optional(files)).empty());
}

TEST_CASE("HZ502 is a note, then a warning, and ends with the hazard") {
  const Files bare = with_log({}, "");
  CHECK(codes(bare, *parse_date("2020-04-14")) == Codes{"HZ502"});
  CHECK(codes(bare, *parse_date("2020-04-15")) == Codes{"HZ502 warning"});
  CHECK(codes(plans_optional(bare)).empty());
  CHECK(log_codes({"date: 2020-04-09, event: voided, by: 孙校长, reason: x"}, "").empty());
  CHECK(log_codes({kRectified, kClosed}, "") == Codes{"HZ504"});  // one fault: it was rectified without a plan
}

TEST_CASE("HZ503 knows everybody, offices, units and bodies in both languages") {
  const auto owner = [](const std::string& name) {
    return plan_codes("measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: " + name);
  };
  for (const char* name : {"全体师生",
                           "全 体 教职工",
                           "大家",
                           "总务处",
                           "后勤",
                           "学校",
                           "校长",
                           "Everybody",
                           "All Staff",
                           "u1",
                           "u2",
                           "示例一中",
                           "first school",
                           "示例二小",
                           "bureau",
                           "示例教育局",
                           "Education Bureau",
                           "fire-brigade",
                           "消防救援支队",
                           "卫健委",
                           "有关部门",
                           "某某物业公司",
                           "待定"})
    SECTION(name) CHECK(owner(name) == Codes{"HZ503"});
  for (const char* name : {"李四", "孙校长", "全秀英", "欧阳 建国", "John Smith"})
    SECTION(name) CHECK(owner(name).empty());
  CHECK(log_codes({"date: 2020-04-10, event: reassigned, by: 孙校长, owner: 保卫科, reason: x"}) == Codes{"HZ503"});
}

TEST_CASE("HZ504 is reported where the chain breaks, not for what follows from it") {
  const std::string reopened = "date: 2020-04-20, event: reopened, by: 赵敏, reason: x";
  CHECK(log_codes({kClosed}) == Codes{"HZ504"});
  CHECK(log_codes({kClosed, reopened, "date: 2020-04-22, event: closed, by: 赵敏"}) == Codes{"HZ504"});
  CHECK(log_codes({kRectified, kRectified}) == Codes{"HZ504"});
  CHECK(log_codes({kRectified, kClosed, "date: 2020-04-18, event: closed, by: 赵敏"}) == Codes{"HZ504"});
  CHECK(log_codes({"date: 2020-04-10, event: answered, by: 赵敏, note: x", kClosed}) == Codes{"HZ504", "HZ504"});
  CHECK(log_codes({kRectified},
                  "plan: {made: 2020-04-16, measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}") ==
        Codes{"HZ504"});
  const std::string voided = "date: 2020-04-09, event: voided, by: 孙校长, reason: x";
  CHECK(log_codes({voided, kRectified}) == Codes{"HZ504"});
  CHECK(log_codes({voided, voided}) == Codes{"HZ504"});
}

TEST_CASE("HZ504 says the state, since when, and what would be allowed") {
  const Files files = with_log({kClosed});
  const Checked c = check(files);
  const Diagnostic& d = *c.first("HZ504");
  CHECK(c.marked("HZ504", files) == "closed");
  CHECK(d.message.en == "'H1' is closed while it is planned");
  CHECK(d.message.zh == "隐患 'H1' 处于“整改中”状态，不能记为“销项”");
  CHECK(d.help.en.find("'rectified' first") != std::string::npos);
  REQUIRE(d.notes.size() == 1);
  CHECK(d.notes[0].message.en == "planned since 2020-04-08");

  const auto message = [](const std::vector<std::string>& log, const std::string& plan = kPlan) {
    return check(with_log(log, plan)).first("HZ504")->message.en;
  };
  CHECK(message({kRectified, kClosed, "date: 2020-04-18, event: closed, by: 赵敏"}) == "'H1' is closed twice");
  CHECK(message({"date: 2020-04-09, event: reassigned, by: 孙校长, owner: 王五, reason: x"}, "") ==
        "'H1' is reassigned but has no plan");
  CHECK(message({"date: 2020-04-09, event: deferred, by: 孙校长, due: 2020-06-30, reason: x"}, "") ==
        "'H1' is deferred but has no due");
  CHECK(message({"date: 2020-04-09, event: answered, by: 赵敏, note: x"}) == "'H1' is answered but was not escalated");
}

TEST_CASE("HZ505 follows the owner and the rectifier through the log") {
  const auto closed_by = [](const std::string& name, std::vector<std::string> before) {
    before.push_back("date: 2020-04-17, event: closed, by: " + name);
    return log_codes(before);
  };
  const std::string by_wang = "date: 2020-04-15, event: rectified, by: 王五";
  CHECK(closed_by("李四", {by_wang}) == Codes{"HZ505"});
  CHECK(closed_by("李 四", {by_wang}) == Codes{"HZ505"});
  CHECK(closed_by("王五", {by_wang}) == Codes{"HZ505"});
  CHECK(closed_by("孙校长", {by_wang}).empty());
  const std::string handed = "date: 2020-04-10, event: reassigned, by: 孙校长, owner: 周七, reason: x";
  CHECK(closed_by("周七", {handed, by_wang}) == Codes{"HZ505"});
  CHECK(closed_by("李四", {handed, by_wang}).empty());
  const std::string rejected = "date: 2020-04-16, event: rejected, by: 赵敏, reason: x";
  CHECK(closed_by("王五", {by_wang, rejected, "date: 2020-04-16, event: rectified, by: 周七"}).empty());
  Files off = edited(with_log({by_wang, "date: 2020-04-17, event: closed, by: 王五"}), "hazcheck.yaml", "policy:\n",
                     "policy:\n  separate_verifier: false\n");
  CHECK(codes(off).empty());
}

TEST_CASE("HZ506 takes the severity of that day and the body that the person acts for") {
  const std::string by_unit = "date: 2020-04-17, event: closed, by: 孙校长";
  CHECK(log_codes({kRectified, by_unit}, kMajor) == Codes{"HZ506"});
  CHECK(log_codes({kRectified, by_unit + ", for: fire-brigade"}, kMajor) == Codes{"HZ506"});
  CHECK(log_codes({kRectified, by_unit + ", for: nobody-known"}, kMajor).empty());  // HZ2
  CHECK(log_codes({kRectified, kClosed}, kMajor).empty());
  CHECK(log_codes({kRectified, by_unit}).empty());
  const std::string up = "date: 2020-04-16, event: regraded, by: 赵敏, severity: major, reason: x";
  const std::string down = "date: 2020-04-16, event: regraded, by: 赵敏, severity: general, reason: x";
  CHECK(log_codes({kRectified, down, by_unit}, kMajor).empty());
  CHECK(log_codes({kRectified, up, by_unit},
                  "plan: {made: 2020-04-08, measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: "
                  "李四, interim: 值守, emergency_plan: 疏散}") == Codes{"HZ506"});
  const Files department =
      edited(with_log({kRectified, kClosed}, kMajor), "hazcheck.yaml", "close_by: authority", "close_by: fire-brigade");
  CHECK(codes(department) == Codes{"HZ506"});
}

TEST_CASE("HZ508 and HZ509 hold for each entry that needs them") {
  const std::string escalated = "date: 2020-04-10, event: escalated, by: 孙校长, to: authority, reason: x";
  const std::string answered = "date: 2020-04-11, event: answered, by: 赵敏, note: x";
  CHECK(log_codes({kRectified, "date: 2020-04-16, event: rejected, by: 赵敏"}) == Codes{"HZ508"});
  CHECK(log_codes({kRectified, kClosed, "date: 2020-04-18, event: reopened, by: 赵敏"}) == Codes{"HZ508"});
  CHECK(log_codes({"date: 2020-04-10, event: regraded, by: 赵敏, severity: general"}) == Codes{"HZ508", "HZ512"});
  CHECK(log_codes({"date: 2020-04-10, event: reassigned, by: 赵敏, owner: 王五"}) == Codes{"HZ508"});
  CHECK(log_codes({"date: 2020-04-10, event: escalated, by: 孙校长, to: authority", answered}) == Codes{"HZ508"});
  CHECK(log_codes({"date: 2020-04-10, event: voided, by: 孙校长"}) == Codes{"HZ508"});
  CHECK(log_codes({"date: 2020-04-10, event: regraded, by: 赵敏, reason: x"}) == Codes{"HZ509"});
  CHECK(log_codes({"date: 2020-04-10, event: reassigned, by: 赵敏, reason: x"}) == Codes{"HZ509"});
  CHECK(log_codes({"date: 2020-04-10, event: escalated, by: 孙校长, reason: x", answered}) == Codes{"HZ509"});
  CHECK(log_codes({escalated, "date: 2020-04-11, event: answered, by: 赵敏"}) == Codes{"HZ509"});
  CHECK(log_codes({escalated, answered, "date: 2020-04-12, event: supervised, by: 赵敏"}).empty());
}

TEST_CASE("HZ510 holds a deferral against the due it moves") {
  const auto deferred = [](const std::string& day, const std::string& due) {
    return "date: " + day + ", event: deferred, by: 孙校长, reason: x, due: " + due;
  };
  CHECK(log_codes({deferred("2020-04-10", "2020-04-20")}) == Codes{"HZ510"});
  CHECK(log_codes({deferred("2020-04-10", "2020-04-21")}).empty());
  CHECK(log_codes({deferred("2020-04-10", "2020-05-30"), deferred("2020-04-12", "2020-05-20")}) == Codes{"HZ510"});
  CHECK(log_codes({kRectified, kClosed, "date: 2020-05-06, event: reopened, by: 赵敏, due: 2020-05-20, reason: x",
                   deferred("2020-05-07", "2020-05-15")}) == Codes{"HZ510"});
}

TEST_CASE("HZ511: an approver stands for whoever wrote the entry") {
  CHECK(log_codes({"date: 2020-04-10, event: deferred, by: 孙校长, approver: 李四, due: 2020-05-30, reason: x"}) ==
        Codes{"HZ511"});
  CHECK(
      log_codes({"date: 2020-04-10, event: deferred, by: 李四, approver: 孙校长, due: 2020-05-30, reason: x"}).empty());
  CHECK(log_codes({"date: 2020-04-09, event: reassigned, by: 孙校长, owner: 王五, reason: x",
                   "date: 2020-04-10, event: deferred, by: 李四, due: 2020-05-30, reason: x"})
            .empty());
}

TEST_CASE("HZ512 sees the owner too") {
  CHECK(log_codes({"date: 2020-04-10, event: reassigned, by: 孙校长, owner: 李　四, reason: x"}) == Codes{"HZ512"});
}

TEST_CASE("HZ513 goes by the severity that the hazard has now") {
  const std::string up = "date: 2020-04-10, event: regraded, by: 赵敏, severity: major, reason: x";
  CHECK(log_codes({up}) == Codes{"HZ513"});
  CHECK(log_codes({"date: 2020-04-10, event: regraded, by: 赵敏, severity: general, reason: x"},
                  "severity: major\n    plan: {measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: 李四}")
            .empty());
  CHECK(log_codes({}, kMajor).empty());
  CHECK(codes(with_log({}, "severity: major"), *parse_date("2020-04-10")) ==
        Codes{"HZ502"});  // no plan yet: that is all
}

TEST_CASE("HZ514 waits for answer_days, and for the latest escalation") {
  const std::string escalated = "date: 2020-05-11, event: escalated, by: 孙校长, to: authority, reason: x";
  const std::string earlier = "date: 2020-04-10, event: escalated, by: 孙校长, to: authority, reason: x";
  const std::string answered = "date: 2020-04-11, event: answered, by: 赵敏, note: x";
  CHECK(log_codes({escalated}) == Codes{"HZ514 note"});
  CHECK(codes(with_log({escalated}), kToday + 1) == Codes{"HZ514"});
  CHECK(log_codes({earlier, answered}).empty());
  CHECK(log_codes({earlier, answered, escalated}) == Codes{"HZ514 note"});
  CHECK(log_codes({earlier, kRectified, kClosed}).empty());
  CHECK(log_codes({earlier, "date: 2020-04-12, event: voided, by: 孙校长, reason: x"}).empty());
}

TEST_CASE("HZ518 finds hazards that only repeat each other") {
  const auto voided = [](const std::string& of) {
    return "    log: [{date: 2020-04-09, event: voided, by: 孙校长, reason: 重复, duplicate_of: " + of + "}]\n";
  };
  const auto record = [](const std::string& hazards) {
    return with(
        {{"records/self/u1.yaml", record_text("self", "u1", "2020-04-07", kAllPass + ("hazards:\n" + hazards))}});
  };
  const std::string planned = "    " + std::string(kPlan) + "\n";
  CHECK(codes(record(hazard_text("H1", voided("self/u1/H1")))) == Codes{"HZ518"});
  CHECK(codes(record(hazard_text("H1", voided("H2")) + hazard_text("H2", planned))).empty());
  CHECK(codes(record(hazard_text("H1", voided("self/u1/H2")) + hazard_text("H2", voided("self/u1/H3")) +
                     hazard_text("H3", planned)))
            .empty());
  CHECK(codes(record(hazard_text("H1", voided("self/u1/H2")) + hazard_text("H2", voided("self/u1/H1")))) ==
        Codes{"HZ518", "HZ518"});
}

TEST_CASE("HZ521 compares with the day of the reopening") {
  const auto reopened = [](const std::string& due) {
    return log_codes({kRectified, kClosed, "date: 2020-05-06, event: reopened, by: 赵敏, reason: x, due: " + due});
  };
  CHECK(reopened("2020-05-05") == Codes{"HZ521"});
  CHECK(reopened("2020-05-06").empty());
}
