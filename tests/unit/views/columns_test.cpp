// The columns that scripts rely on, name by name and in order, and a Chinese header for each.
#include <catch2/catch.hpp>
#include <set>

#include "status/register_spec.hpp"
#include "views/accuracy_view.hpp"
#include "views/coverage_view.hpp"
#include "views/explain_figure.hpp"
#include "views/held.hpp"
#include "views/ledger.hpp"
#include "views/reports.hpp"
#include "views/show.hpp"
#include "views/summary.hpp"
#include "views/trend.hpp"
#include "views/weekly.hpp"
#include "views/writeoffs.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

std::string names(const Table& table) {
  std::string text;
  for (const Column& c : table.columns) text += (text.empty() ? "" : ",") + c.name;
  return text;
}

Request request_for(const Built& built) {
  return {.model = built.model, .timelines = built.timelines, .as_of = on("2020-05-18")};
}

// One row wide, and every column named once in either language.
void check_shape(const Report& report) {
  for (const Table& table : report.tables) {
    INFO(table.name);
    std::set<std::string> seen;
    std::set<std::string_view> zh;
    for (const Column& c : table.columns) {
      CHECK(seen.insert(c.name).second);
      INFO(c.name);
      CHECK_FALSE(c.header.en.empty());
      CHECK_FALSE(c.header.zh.empty());
      CHECK(zh.insert(c.header.zh).second);
    }
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    if (table.total) CHECK(table.total->size() == table.columns.size());
  }
}

RegisterSpec lively() {
  RegisterSpec spec = one_hazard({event(EventKind::rectified, "2020-04-15"),
                                  event(EventKind::closed, "2020-04-17", {{EventKey::writeoff, "W-1"}})});
  spec.records.push_back({.unit = "u2",
                          .date = on("2020-04-08"),
                          .hazards = {HazardSpec{.id = "H1", .item = "food.law", .found = on("2020-04-08")}},
                          .answers = {{"food.law", Answered::pass}, {"fire.exits", Answered::pass}}});
  spec.records.push_back({.round = "bureau",
                          .unit = "u2",
                          .date = on("2020-04-20"),
                          .answers = {{"food.law", Answered::fail}, {"fire.exits", Answered::pass}}});
  return spec;
}

}  // namespace

TEST_CASE("list") {
  const auto built = build(lively());
  Report report = ledger(request_for(*built));
  report.tables[0] = held(report.tables[0]);
  CHECK(
      names(report.tables[0]) ==
      "id,unit,unit_title,unit_type,area,round,section,item,item_text,subject,location,description,severity,status,found,"
      "due_original,due,days_overdue,owner,department,measures,funding_amount,funding_source,planned,rectified,rectified_by,closed,"
      "closed_by,closed_for,writeoff,evidence,escalated,escalated_to,answered,days_waiting,supervised,deferrals,reopens,overdue,due_soon");
  check_shape(report);
}

TEST_CASE("status") {
  const auto built = build(lively());
  Request request = request_for(*built);
  const std::string figures =
      "found,open,unplanned,planned,rectified,closed,void,overdue,due_soon,no_due,escalated,waiting,closure_rate,on_time_rate,"
      "on_time_rate_original,mean_days_to_close,median_days_to_close,median_open_age";
  CHECK(names(summary(request).tables[0]) == figures);
  for (const GroupKeyInfo& k : group_keys()) request.by.push_back(k.key);
  const Report report = summary(request);
  CHECK(
      names(report.tables[0]) ==
      "unit,unit_title,type,type_title,area,area_title,section,section_title,item,item_title,round,round_title,severity,"
      "severity_title,department,department_title,owner,owner_title," +
          figures);
  CHECK(report.tables[0].rows.size() == 2);
  check_shape(report);
}

TEST_CASE("reports") {
  const auto built = build(lively());
  Request request = request_for(*built);
  request.by = {GroupKey::unit};
  const Result<Report> week = weekly(request);
  REQUIRE(week);
  CHECK(
      names(week->tables[0]) ==
      "unit,unit_title,from,to,opening,found,reopened,closed,voided,closing,rectified,deferred,escalated,answered,overdue,due_next,"
      "unplanned,awaiting_verification,waiting,closure_rate,on_time_rate");
  check_shape(*week);

  request.missing = true;
  const Report covered = coverage(request);
  CHECK(
      names(covered.tables[0]) ==
      "round,window_from,window_to,units_expected,units_recorded,units_complete,coverage,items_applicable,items_answered,item_coverage,late");
  CHECK(covered.tables.size() == 3);
  check_shape(covered);

  const Result<Report> weeks = trend(request);
  REQUIRE(weeks);
  CHECK(names(weeks->tables[0]) == "week,from,to,found,closed,open,overdue,closure_rate");
  check_shape(*weeks);

  request.arguments = {"self", "bureau"};
  const Result<Report> missed = accuracy(request);
  REQUIRE(missed);
  CHECK(names(missed->tables[0]) == "unit,unit_title,checked,failed,missed,miss_rate");
  check_shape(*missed);

  const Report closings = writeoffs(request);
  CHECK(
      names(closings.tables[0]) ==
      "writeoff,id,unit,unit_title,item,description,severity,measures,found,due,rectified,rectified_by,evidence,closed,closed_by,"
      "closed_for,note,reopened");
  check_shape(closings);
}

TEST_CASE("the registry makes every report") {
  const auto built = build(lively());
  for (const ReportInfo& info : report_infos()) {
    INFO(info.name);
    CHECK(find_report(info.name) == &info);
    CHECK_FALSE(info.summary.en.empty());
    CHECK_FALSE(info.summary.zh.empty());
    Request request = request_for(*built);
    if (info.arguments.size() == 2) request.arguments = {"self", "bureau"};
    if (info.arguments.size() == 1) request.arguments = {"u1"};
    if (!info.by.empty()) request.by = {info.by[0]};
    const Result<Report> report = info.make(request);
    REQUIRE(report);
    CHECK(report->meta.command == "report " + std::string(info.name));
    CHECK(report->meta.as_of == on("2020-05-18"));
    CHECK(report->meta.campaign == "test");
    CHECK_FALSE(report->title.zh.empty());
    check_shape(*report);
  }
  CHECK(find_report("monthly") == nullptr);
}

TEST_CASE("an empty register makes every report too") {
  RegisterSpec spec;
  spec.units.clear();
  const auto built = build(spec);
  Request request = request_for(*built);
  CHECK(summary(request).tables[0].rows.size() == 1);
  CHECK_FALSE(ledger(request).tables[0].has_rows());
  request.arguments = {"self", "bureau"};
  for (const ReportInfo& info : report_infos()) {
    INFO(info.name);
    if (info.name == "unit") continue;
    const Result<Report> report = info.make(request);
    REQUIRE(report);
    check_shape(*report);
  }
  request.by = {GroupKey::unit};
  const Report grouped = summary(request);
  CHECK(grouped.tables[0].rows.empty());
  CHECK_FALSE(grouped.tables[0].when_empty.en.empty());
}
