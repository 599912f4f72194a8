// What the reports say: lists, periods, gaps in write-off numbers, one hazard's story, why a figure counted.
#include <catch2/catch.hpp>

#include "status/figures.hpp"
#include "status/random_register.hpp"
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
using enum EventKind;

namespace {

Request request_for(const Built& built, const char* day = "2020-05-18") {
  return {.model = built.model, .timelines = built.timelines, .as_of = on(day)};
}

std::size_t column(const Table& table, std::string_view name) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].name == name) return i;
  FAIL("no column " << name);
  return 0;
}

const Cell& at(const Table& table, std::size_t row, std::string_view name) {
  return table.rows.at(row).at(column(table, name));
}
std::string text(const Table& table, std::size_t row, std::string_view name) {
  const auto* words = std::get_if<std::string>(&at(table, row, name));
  return words != nullptr ? *words : "";
}
std::optional<std::int64_t> number(const Table& table, std::size_t row, std::string_view name) {
  const auto* value = std::get_if<std::int64_t>(&at(table, row, name));
  return value != nullptr ? std::optional(*value) : std::nullopt;
}
const Table& named(const Report& report, std::string_view name) {
  for (const Table& t : report.tables)
    if (t.name == name) return t;
  FAIL("no table " << name);
  return report.tables.front();
}

HazardSpec planned(const char* id, const char* due, std::vector<EventSpec> log = {}) {
  return {.id = id, .found = on("2020-04-07"), .plan = PlanSpec{on("2020-04-08"), on(due)}, .log = std::move(log)};
}

}  // namespace

TEST_CASE("the weekly lists are of the period's end") {
  RegisterSpec spec;
  RecordSpec record{.date = on("2020-04-07")};
  record.hazards = {
      planned("over", "2020-04-18"),
      planned("sunday", "2020-04-19"),
      planned("monday", "2020-04-20"),
      planned("next-sunday", "2020-04-26"),
      planned("after", "2020-04-27"),
      planned("closed-before", "2020-04-20", {event(rectified, "2020-04-11"), event(closed, "2020-04-12")}),
      planned("closed", "2020-04-20", {event(rectified, "2020-04-13"), event(closed, "2020-04-13")}),
      planned("closed-after", "2020-05-20", {event(rectified, "2020-04-19"), event(closed, "2020-04-20")}),
      planned("asked", "2020-06-20",
              {event(escalated, "2020-04-14", {{EventKey::to, "authority"}}), event(answered, "2020-04-20")})};
  spec.records.push_back(record);
  const auto built = build(spec);
  const Result<Report> report = weekly(request_for(*built, "2020-04-20"));
  REQUIRE(report);
  CHECK(report->meta.from == on("2020-04-13"));
  CHECK(report->meta.to == on("2020-04-19"));
  const Table& week = report->tables[0];
  REQUIRE(week.rows.size() == 1);
  CHECK(number(week, 0, "opening") == 8);
  CHECK(number(week, 0, "closed") == 1);
  CHECK(number(week, 0, "closing") == 7);
  CHECK(number(week, 0, "overdue") == 1);
  CHECK(number(week, 0, "due_next") == 2);
  CHECK(number(week, 0, "awaiting_verification") == 1);
  CHECK(number(week, 0, "waiting") == 1);
  const auto ids = [&](std::string_view list) {
    std::string out;
    const Table& table = named(*report, list);
    for (std::size_t i = 0; i < table.rows.size(); ++i) out += text(table, i, "id").substr(8) + " ";
    return out;
  };
  CHECK(ids("closed") == "closed ");
  CHECK(ids("overdue") == "over ");
  CHECK(ids("due_next") == "monday next-sunday ");
  CHECK(ids("waiting") == "asked ");
  CHECK(ids("awaiting_verification") == "closed-after ");
}

TEST_CASE("a period that is not over is counted up to as-of, one that has not begun is a fault") {
  const auto built = build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-17")}));
  Request request = request_for(*built, "2020-04-16");
  request.period = Period{on("2020-04-13"), on("2020-04-19")};
  const Result<Report> report = weekly(request);
  REQUIRE(report);
  CHECK(std::get<Date>(at(report->tables[0], 0, "to")) == on("2020-04-16"));
  CHECK(number(report->tables[0], 0, "closed") == 0);
  CHECK(report->remarks.size() == 1);
  request.period = Period{on("2020-04-17"), on("2020-04-19")};
  CHECK_FALSE(weekly(request));
  request.period = Period{on("2020-04-10"), on("2020-04-09")};
  CHECK_FALSE(weekly(request));
}

TEST_CASE("a write-off stays in the register when the hazard is reopened") {
  RegisterSpec spec;
  RecordSpec record{.date = on("2020-04-07")};
  const auto closing = [](const char* day, const char* no) {
    return event(closed, day, {{EventKey::writeoff, no}, {EventKey::note, "看过"}});
  };
  record.hazards = {
      planned("H1", "2020-04-20",
              {event(rectified, "2020-04-10"), closing("2020-04-11", "QP-003"),
               event(reopened, "2020-04-15", {}, on("2020-05-05")), event(rectified, "2020-04-20"),
               closing("2020-04-21", "QP-006")}),
      planned("H2", "2020-04-20",
              {event(rectified, "2020-04-10"), closing("2020-04-11", "QP-001"), event(voided, "2020-04-12")}),
      planned("H3", "2020-04-20", {event(rectified, "2020-04-10"), event(closed, "2020-04-11")})};
  spec.records.push_back(record);
  // A confirmation uses a number too.
  spec.records.push_back({.round = "bureau",
                          .date = on("2020-04-25"),
                          .followups = {{"self/u1/H3", FollowUpResult::closed, {{EventKey::writeoff, "QP-005"}}}}});
  const auto built = build(spec);
  Request request = request_for(*built);
  const Report report = writeoffs(request);
  const Table& table = report.tables[0];
  REQUIRE(table.rows.size() == 4);
  CHECK(text(table, 0, "writeoff").empty());
  CHECK(text(table, 1, "writeoff") == "QP-001");
  CHECK(text(table, 2, "writeoff") == "QP-003");
  CHECK(std::get<Date>(at(table, 2, "reopened")) == on("2020-04-15"));
  CHECK(std::get<Date>(at(table, 2, "due")) == on("2020-04-20"));
  CHECK(text(table, 2, "note") == "看过");
  CHECK(std::get<Date>(at(table, 3, "due")) == on("2020-05-05"));
  CHECK(std::holds_alternative<std::monostate>(at(table, 3, "reopened")));
  REQUIRE(report.remarks.size() == 2);
  CHECK(report.remarks[0].en == "number not used: QP-002");
  CHECK(report.remarks[1].en == "number not used: QP-004");

  request.period = Period{on("2020-04-12"), on("2020-04-30")};
  CHECK(writeoffs(request).tables[0].rows.size() == 1);
  request.period.reset();
  request.as_of = on("2020-04-14");
  CHECK(std::holds_alternative<std::monostate>(at(writeoffs(request).tables[0], 2, "reopened")));
}

TEST_CASE("the trend gives what status and the period's flows give") {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    Request request{
        .model = built->model, .timelines = built->timelines, .as_of = RandomRegister::kStart + random.below(120)};
    if (random.chance(30))
      request.period = Period{request.as_of - random.below(60), request.as_of + random.below(20) - 10};
    if (request.period && request.period->to < request.period->from) continue;
    const Result<Report> report = trend(request);
    REQUIRE(report);
    const Table& table = report->tables[0];
    std::optional<Date> next;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const Period week{std::get<Date>(at(table, i, "from")), std::get<Date>(at(table, i, "to"))};
      INFO("seed " << seed << " week " << to_string(week.from));
      if (next) REQUIRE(week.from == *next);
      next = week.to + 1;
      Totals totals;
      Flows flows;
      for (const Timeline& t : built->timelines) {
        totals.add(hazard_status_at(built->model, t, week.to));
        flows.add(t, week);
      }
      REQUIRE(number(table, i, "found") == flows.found);
      REQUIRE(number(table, i, "closed") == flows.closed);
      REQUIRE(number(table, i, "open") == totals.value(StatusFigure::open));
      REQUIRE(number(table, i, "overdue") == totals.value(StatusFigure::overdue));
      REQUIRE(number(table, i, "closure_rate") == totals.value(StatusFigure::closure_rate));
    }
    if (!table.rows.empty() && !request.period) REQUIRE(next == request.as_of + 1);
  }
}

// The summary from the cells of the ledger alone, as somebody with a spreadsheet would work it out.
TEST_CASE("the columns of status can be recomputed from the ledger") {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    Request request{.model = built->model, .timelines = built->timelines, .as_of = random.some_day()};
    const Report sum = summary(request);
    for (std::string_view word : {"open", "closed", "void"}) add_status(request.filter, word);
    const Table rows = held(ledger(request).tables[0]);
    std::map<std::string, std::int64_t> count;
    std::int64_t due_past = 0, in_time = 0, due_past_original = 0, in_time_original = 0;
    std::vector<int> to_close, ages;
    const auto day_at = [&](std::size_t i, std::string_view name) {
      const auto* d = std::get_if<Date>(&at(rows, i, name));
      return d != nullptr ? std::optional(*d) : std::nullopt;
    };
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
      const std::string status = text(rows, i, "status");
      ++count[status];
      if (status == "void") continue;
      const auto due = day_at(i, "due"), original = day_at(i, "due_original"), rectified_on = day_at(i, "rectified"),
                 closed_on = day_at(i, "closed");
      const Date found_on = *day_at(i, "found");
      REQUIRE(closed_on.has_value() == (status == "closed"));
      REQUIRE(rectified_on.has_value() == (status == "closed" || status == "rectified"));
      if (due && *due < request.as_of) {
        ++due_past;
        in_time += rectified_on && *rectified_on <= *due ? 1 : 0;
      }
      if (original && *original < request.as_of) {
        ++due_past_original;
        in_time_original += rectified_on && *rectified_on <= *original ? 1 : 0;
      }
      if (day_at(i, "escalated")) ++count["escalated"];
      if (status == "closed") {
        to_close.push_back(*closed_on - found_on);
        continue;
      }
      ages.push_back(request.as_of - found_on);
      if (!due) ++count["no_due"];
      const bool late = due && *due < request.as_of && !(status == "rectified" && *rectified_on <= *due);
      REQUIRE(number(rows, i, "overdue") == (late ? 1 : 0));
      if (late) ++count["overdue"];
      if (due && !late && *due >= request.as_of && *due <= request.as_of + 7) ++count["due_soon"];
      if (day_at(i, "escalated") && !day_at(i, "answered")) ++count["waiting"];
    }
    const std::int64_t open = count["unplanned"] + count["planned"] + count["rectified"],
                       found = open + count["closed"];
    const Table& s = sum.tables[0];
    INFO("seed " << seed);
    REQUIRE(number(s, 0, "found") == found);
    REQUIRE(number(s, 0, "open") == open);
    for (const char* name : {"unplanned", "planned", "rectified", "closed", "void", "overdue", "due_soon", "no_due",
                             "escalated", "waiting"})
      REQUIRE(number(s, 0, name) == count[name]);
    REQUIRE(number(s, 0, "closure_rate") == rate_of(count["closed"], found));
    REQUIRE(number(s, 0, "on_time_rate") == rate_of(in_time, due_past));
    REQUIRE(number(s, 0, "on_time_rate_original") == rate_of(in_time_original, due_past_original));
    REQUIRE(number(s, 0, "mean_days_to_close") == mean_of(to_close));
    REQUIRE(number(s, 0, "median_days_to_close") == median_of(to_close));
    REQUIRE(number(s, 0, "median_open_age") == median_of(ages));
  }
}

TEST_CASE("an explanation lists every hazard, and its counts are the figure's") {
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    const Request request{.model = built->model, .timelines = built->timelines, .as_of = random.some_day()};
    const Report sum = summary(request);
    const Status status = status_at(built->model, built->timelines, request.as_of);
    for (const Figure& f : status_figures()) {
      const Result<Report> report = explain_figure(request, f.key);
      REQUIRE(report);
      const Table& table = report->tables[0];
      REQUIRE(table.rows.size() == status.hazards.size());
      std::int64_t counted = 0, base = 0;
      for (std::size_t i = 0; i < table.rows.size(); ++i) {
        counted += text(table, i, "part") == "counted" ? 1 : 0;
        base += text(table, i, "part") != "left-out" ? 1 : 0;
        REQUIRE_FALSE(text(table, i, "reason").empty());
      }
      if (f.kind == FigureKind::count) REQUIRE(number(sum.tables[0], 0, f.key) == counted);
      if (f.kind == FigureKind::rate) REQUIRE(number(sum.tables[0], 0, f.key) == rate_of(counted, base));
    }
  }
  const auto built = build(one_hazard());
  const Result<Report> wrong = explain_figure(request_for(*built), "closure_rat");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.failure().message.en == "status has no figure 'closure_rat'; did you mean 'closure_rate'?");
}

TEST_CASE("a section's hazard has no item, and codes have labels") {
  RegisterSpec spec = one_hazard({event(escalated, "2020-04-10", {{EventKey::to, "authority"}})});
  spec.records[0].hazards[0].item = "fire";
  const auto built = build(spec);
  const Table table = held(ledger(request_for(*built)).tables[0]);
  CHECK(text(table, 0, "section") == "fire");
  CHECK(text(table, 0, "item").empty());
  CHECK(text(table, 0, "severity") == "general");
  CHECK(table.columns[column(table, "severity")].label_of("general", Lang::zh) == "一般");
  CHECK(table.columns[column(table, "escalated_to")].label_of("authority", Lang::zh) == "教育局");
  CHECK(table.columns[column(table, "escalated_to")].label_of("district", Lang::en) == "district");
}

TEST_CASE("show tells the whole story up to the day") {
  RegisterSpec spec = one_hazard({event(rectified, "2020-04-15", {{EventKey::by, "李四"}}),
                                  event(closed, "2020-04-16", {{EventKey::writeoff, "W-1"}}),
                                  event(deferred, "2020-04-17", {}, on("2020-05-05"))});
  spec.records[0].answers["fire.exits"] = Answered::fail;
  spec.records.push_back(
      {.round = "bureau",
       .date = on("2020-04-22"),
       .followups = {
           {"self/u1/H1", FollowUpResult::recurred, {{EventKey::by, "钱进"}, {EventKey::reason, "又堆了"}}}}});
  const auto built = build(spec);
  Request request = request_for(*built);
  request.arguments = {"self/u1/H1"};
  const Result<Report> report =
      show(request, [](const Record&, const Answer&) { return std::string("fail # 见照片"); });
  REQUIRE(report);
  CHECK(text(report->tables[0], 0, "id") == "self/u1/H1");
  const Table& facts = named(*report, "hazard self/u1/H1");
  std::map<std::string, std::string> fact;
  for (std::size_t i = 0; i < facts.rows.size(); ++i) fact[text(facts, i, "field")] = text(facts, i, "value");
  CHECK(fact["Answer"] == "fail: fail # 见照片");
  CHECK(fact["Unit"] == "School u1 (u1)");
  CHECK(fact["Status"] == "planned");
  CHECK(fact["Original due"] == "2020-04-20");
  const Table& history = named(*report, "history self/u1/H1");
  REQUIRE(history.rows.size() == 6);
  CHECK(text(history, 0, "event") == "found");
  CHECK(text(history, 1, "event") == "plan");
  CHECK(text(history, 3, "details") == "write-off: W-1");
  CHECK(text(history, 4, "details") == "due: 2020-05-05; not allowed: closed");
  CHECK(text(history, 5, "event") == "follow-up recurred");
  CHECK(text(history, 5, "for") == "bureau");
  CHECK(history.columns[1].label_of("follow-up recurred", Lang::zh) == "复查：再次出现");

  request.as_of = on("2020-04-15");
  CHECK(named(*show(request), "history self/u1/H1").rows.size() == 3);
  request.as_of = on("2020-01-01");
  CHECK(named(*show(request), "history self/u1/H1").rows.empty());
  request.arguments = {"self/u1/H11"};
  const Result<Report> wrong = show(request);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.failure().message.en == "no hazard 'self/u1/H11'; did you mean 'self/u1/H1'?");
}

TEST_CASE("a unit's notice has its open hazards and places to sign") {
  RegisterSpec spec;
  spec.records.push_back(
      {.date = on("2020-04-07"),
       .hazards = {planned("H1", "2020-04-20"),
                   planned("H2", "2020-04-20", {event(rectified, "2020-04-10"), event(closed, "2020-04-11")})}});
  spec.records.push_back({.unit = "u2", .date = on("2020-04-07"), .hazards = {planned("H1", "2020-04-20")}});
  const auto built = build(spec);
  Request request = request_for(*built);
  request.arguments = {"u1"};
  request.lang = Lang::zh;
  const Result<Report> report = find_report("unit")->make(request);
  REQUIRE(report);
  CHECK(report->title.zh == "隐患整改通知书");
  CHECK(report->preface.front().zh == "学校u1：");
  CHECK(report->tables[0].rows.size() == 1);
  std::string all;
  for (const Text& line : report->remarks) all += line.zh + "\n";
  CHECK(all.find("1. self/u1/H1（一般）\n") != std::string::npos);
  CHECK(all.find("   检查领域：fire领域\n") != std::string::npos);
  CHECK(all.find("   整改期限：2020 年 4 月 20 日，已逾期 28 天\n   责任人：  李四\n") != std::string::npos);
  request.lang = Lang::en;
  CHECK(find_report("unit")->make(request)->preface.front().en.starts_with("To: "));
  CHECK(all.find("签收单位负责人（签字）") != std::string::npos);
  request.arguments = {"u3"};
  CHECK(find_report("unit")->make(request)->tables[0].rows.empty());
  request.arguments = {"u9"};
  CHECK_FALSE(find_report("unit")->make(request));
}

TEST_CASE("every figure that a report shows is explained") {
  const auto built = build(one_hazard({event(rectified, "2020-04-15"), event(closed, "2020-04-17")}));
  Request request = request_for(*built);
  std::vector<Report> reports{summary(request), *weekly(request), *trend(request)};
  for (const char* name : {"coverage", "accuracy"}) {
    request.arguments = {"self", "bureau"};
    reports.push_back(*find_report(name)->make(request));
  }
  std::size_t checked = 0;
  for (const Report& report : reports)
    for (const Column& column : report.tables.front().columns) {
      if (column.type == CellType::text || column.type == CellType::date) continue;
      INFO(report.meta.command << " " << column.name);
      const std::vector<const Figure*> figures = figures_named(column.name);
      REQUIRE_FALSE(figures.empty());
      for (const Figure* figure : figures) CHECK((!figure->formula.en.empty() && !figure->formula.zh.empty()));
      ++checked;
    }
  CHECK(checked > 40);
}
