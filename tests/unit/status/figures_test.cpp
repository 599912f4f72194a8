// Rates to the hundredth, means and medians, and who is counted in which figure of a day.
#include "status/figures.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "status/register_spec.hpp"

using namespace hazcheck;
using namespace hazcheck::test;
using enum EventKind;

TEST_CASE("rates are exact and round half up") {
  CHECK(rate_of(0, 0) == std::nullopt);
  CHECK(rate_of(0, 7) == 0);
  CHECK(rate_of(7, 7) == 10000);
  CHECK(rate_of(1, 3) == 3333);
  CHECK(rate_of(2, 3) == 6667);
  CHECK(rate_of(1, 800) == 13);   // 0.125 %
  CHECK(rate_of(1, 20000) == 1);  // 0.005 %
  CHECK(rate_of(1, 20001) == 0);
  CHECK(rate_of(4037, 4252) == 9494);  // 94.943…
  CHECK(rate_of(1690, 1777) == 9510);
  CHECK(rate_of(3'000'000'000, 9'000'000'000) == 3333);
}

TEST_CASE("mean and median in hundredths of a day") {
  CHECK(mean_of({}) == std::nullopt);
  CHECK(median_of({}) == std::nullopt);
  const std::vector<int> three{1, 2, 2};
  CHECK(mean_of(three) == 167);
  CHECK(median_of(three) == 200);
  CHECK(median_of({5, 1, 2, 8}) == 350);
  CHECK(median_of({0, 0, 1, 1}) == 50);
  const std::vector<int> eights{0, 0, 0, 0, 0, 0, 0, 1};
  CHECK(mean_of(eights) == 13);  // 0.125
}

TEST_CASE("the table of figures is in the order of the enumeration, with both languages") {
  CHECK(info_of(StatusFigure::found).key == "found");
  CHECK(info_of(StatusFigure::voided).key == "void");
  CHECK(info_of(StatusFigure::waiting).key == "waiting");
  CHECK(info_of(StatusFigure::median_open_age).key == "median_open_age");
  std::set<std::string_view> zh;
  for (const Figure& f : status_figures()) {
    CHECK(f.judge != nullptr);
    CHECK((f.days != nullptr) == (f.kind == FigureKind::days));
    CHECK(zh.insert(f.name.zh).second);
  }
  for (std::string_view key : figure_keys())
    for (const Figure* f : figures_named(key)) {
      INFO(key);
      CHECK_FALSE(f->name.en.empty());
      CHECK_FALSE(f->name.zh.empty());
      CHECK_FALSE(f->formula.en.empty());
      CHECK_FALSE(f->formula.zh.empty());
    }
  CHECK(figures_named("found").size() == 2);
  CHECK(figures_named("no_such").empty());
}

namespace {

// Ten hazards of which each is something else on 2020-05-01.
RegisterSpec mixed() {
  RegisterSpec spec;
  RecordSpec record{.date = on("2020-04-07")};
  const auto add = [&](const char* id, std::vector<EventSpec> log, std::optional<Date> due = on("2020-04-20"),
                       bool plan = true) {
    HazardSpec h{.id = id, .found = on("2020-04-07"), .log = std::move(log)};
    if (plan) h.plan = PlanSpec{on("2020-04-08"), due};
    record.hazards.push_back(std::move(h));
  };
  add("late", {});
  add("soon", {}, on("2020-05-08"));
  add("later", {}, on("2020-05-09"));
  add("unplanned", {}, {}, false);
  add("verify", {event(rectified, "2020-04-20")});
  add("verify-late", {event(rectified, "2020-04-21")});
  add("closed", {event(rectified, "2020-04-20"), event(closed, "2020-04-30")});
  add("closed-late", {event(rectified, "2020-04-21"), event(closed, "2020-05-01")});
  add("void", {event(voided, "2020-04-09")});
  add("deferred", {event(deferred, "2020-04-15", {}, on("2020-04-30")), event(rectified, "2020-04-25"),
                   event(closed, "2020-04-26")});
  spec.records.push_back(std::move(record));
  return spec;
}

}  // namespace

TEST_CASE("every figure of a mixed register") {
  const auto built = build(mixed());
  Totals totals;
  for (const HazardStatus& h : status_at(built->model, built->timelines, on("2020-05-01")).hazards) totals.add(h);
  const auto value = [&](StatusFigure f) { return totals.value(f); };
  CHECK(value(StatusFigure::found) == 9);
  CHECK(value(StatusFigure::open) == 6);
  CHECK(value(StatusFigure::unplanned) == 1);
  CHECK(value(StatusFigure::planned) == 3);
  CHECK(value(StatusFigure::rectified) == 2);
  CHECK(value(StatusFigure::closed) == 3);
  CHECK(value(StatusFigure::voided) == 1);
  CHECK(value(StatusFigure::overdue) == 2);  // late, verify-late
  CHECK(value(StatusFigure::due_soon) == 1);
  CHECK(value(StatusFigure::no_due) == 1);
  CHECK(value(StatusFigure::escalated) == 0);
  CHECK(value(StatusFigure::closure_rate) == 3333);
  // Due before the day: late, verify, verify-late, closed, closed-late, deferred; in time: verify, closed, deferred.
  CHECK(totals.base(StatusFigure::on_time_rate) == 6);
  CHECK(value(StatusFigure::on_time_rate) == 5000);
  CHECK(totals.counted(StatusFigure::on_time_rate_original) == 2);
  CHECK(value(StatusFigure::on_time_rate_original) == 3333);
  CHECK(value(StatusFigure::mean_days_to_close) == 2200);  // 23, 24, 19
  CHECK(value(StatusFigure::median_days_to_close) == 2300);
  CHECK(value(StatusFigure::median_open_age) == 2400);
}

TEST_CASE("an empty register has n/a where a denominator is zero") {
  const Totals nothing;
  CHECK(nothing.value(StatusFigure::found) == 0);
  for (StatusFigure f :
       {StatusFigure::closure_rate, StatusFigure::on_time_rate, StatusFigure::on_time_rate_original,
        StatusFigure::mean_days_to_close, StatusFigure::median_days_to_close, StatusFigure::median_open_age})
    CHECK(nothing.value(f) == std::nullopt);
}

TEST_CASE("everything voided is n/a too") {
  const auto built = build(one_hazard({event(voided, "2020-04-09")}));
  Totals totals;
  for (const HazardStatus& h : status_at(built->model, built->timelines, on("2020-05-01")).hazards) totals.add(h);
  CHECK(totals.value(StatusFigure::found) == 0);
  CHECK(totals.value(StatusFigure::voided) == 1);
  CHECK(totals.value(StatusFigure::closure_rate) == std::nullopt);
}
