// What must hold for every register, on random ones: the sum of a period, groups that add up, any day as good as the
// last one, and independence of the order of files.
#include <catch2/catch.hpp>

#include "status/figures.hpp"
#include "status/filter.hpp"
#include "status/period.hpp"
#include "status/random_register.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

constexpr std::uint32_t kSeeds = 150;

using Values = std::vector<std::optional<std::int64_t>>;

Values values_of(const Totals& totals) {
  Values out;
  for (std::size_t i = 0; i < kStatusFigures; ++i) out.push_back(totals.value(static_cast<StatusFigure>(i)));
  return out;
}

Values figures_at(const Built& built, Date day) {
  Totals totals;
  for (const Timeline& t : built.timelines) totals.add(hazard_status_at(built.model, t, day));
  return values_of(totals);
}

// All that is said of a hazard, in words.
std::string describe(const Model& model, const HazardStatus& h) {
  const auto day = [](const std::optional<Date>& d) { return d ? to_string(*d) : std::string("-"); };
  const auto step = [](const Step* s) { return s != nullptr ? to_string(s->date) : std::string("-"); };
  std::string text = global_id(*h.record, *h.hazard);
  for (const std::string& part :
       {std::string(key_of(h.state)), to_string(h.found), day(h.due_original), day(h.due), day(h.planned),
        step(h.rectified), step(h.closed), step(h.escalated), step(h.answered), step(h.supervised),
        std::string(h.owner), std::string(h.department), std::string(severity_id(model, h)),
        std::to_string(h.deferrals), std::to_string(h.reopens), std::to_string(h.days_overdue),
        std::to_string(h.days_waiting),
        std::to_string(h.overdue) + std::to_string(h.due_soon) + std::to_string(h.no_due) + std::to_string(h.waiting)})
    text += " " + part;
  return text;
}

std::vector<std::string> ledger_at(const Built& built, Date day) {
  std::vector<std::string> rows;
  for (const Timeline* t : in_ledger_order(built.model, built.timelines)) {
    const HazardStatus h = hazard_status_at(built.model, *t, day);
    if (h.state != State::none) rows.push_back(describe(built.model, h));
  }
  return rows;
}

const std::vector<Grouping> kGroupings{{},
                                       {GroupKey::unit},
                                       {GroupKey::owner},
                                       {GroupKey::severity, GroupKey::department},
                                       {GroupKey::round, GroupKey::section, GroupKey::area},
                                       {GroupKey::item, GroupKey::type}};

}  // namespace

TEST_CASE("opening + found + reopened - closed - voided = closing, for any period and grouping") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    const Date from = random.some_day();
    const Period period{from, from + random.below(40)};
    for (const Grouping& by : kGroupings) {
      Grouper groups(built->model, by);
      std::vector<Flows> flows;
      Flows all;
      for (const Timeline& t : built->timelines) {
        const HazardStatus h = hazard_status_at(built->model, t, period.to);
        if (h.state == State::none) continue;
        const std::size_t g = groups.place(h);
        if (g == flows.size()) flows.emplace_back();
        flows[g].add(t, period);
        all.add(t, period);
      }
      Flows sum;
      for (const Flows& f : flows) {
        INFO("seed " << seed);
        REQUIRE(f.opening + f.found + f.reopened - f.closed - f.voided == f.closing);
        sum += f;
      }
      REQUIRE(sum.closing == all.closing);
      REQUIRE(sum.opening == all.opening);
      REQUIRE(sum.found == all.found);
      REQUIRE(sum.rectified == all.rectified);
      REQUIRE(sum.deferred == all.deferred);
      REQUIRE(sum.answered == all.answered);
    }
    // The two ends are the stocks that a status of those days has.
    Flows whole;
    for (const Timeline& t : built->timelines) whole.add(t, period);
    REQUIRE(whole.opening == figures_at(*built, period.from - 1)[1]);
    REQUIRE(whole.closing == figures_at(*built, period.to)[1]);
  }
}

TEST_CASE("two periods in a row add up to the whole") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    const Date from = random.some_day();
    const Date middle = from + random.below(30), to = middle + 1 + random.below(30);
    Flows first, second, whole;
    for (const Timeline& t : built->timelines) {
      first.add(t, {from, middle});
      second.add(t, {middle + 1, to});
      whole.add(t, {from, to});
    }
    REQUIRE(first.closing == second.opening);
    REQUIRE(first.found + second.found == whole.found);
    REQUIRE(first.closed + second.closed == whole.closed);
    REQUIRE(first.reopened + second.reopened == whole.reopened);
    REQUIRE(first.voided + second.voided == whole.voided);
    REQUIRE(second.closing == whole.closing);
  }
}

TEST_CASE("groups add up to the total") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    const auto built = build(random.make());
    const Date day = random.some_day();
    for (const Grouping& by : kGroupings) {
      Grouper groups(built->model, by);
      std::vector<Totals> totals;
      Totals all;
      for (const Timeline& t : built->timelines) {
        const HazardStatus h = hazard_status_at(built->model, t, day);
        if (h.state == State::none) continue;
        const std::size_t g = groups.place(h);
        if (g == totals.size()) totals.emplace_back();
        totals[g].add(h);
        all.add(h);
      }
      for (std::size_t i = 0; i < kStatusFigures; ++i) {
        const auto f = static_cast<StatusFigure>(i);
        std::int64_t counted = 0, base = 0;
        for (const Totals& t : totals) {
          counted += t.counted(f);
          base += t.base(f);
        }
        REQUIRE(counted == all.counted(f));
        REQUIRE(base == all.base(f));
      }
      REQUIRE(all.counted(StatusFigure::open) == all.counted(StatusFigure::unplanned) +
                                                     all.counted(StatusFigure::planned) +
                                                     all.counted(StatusFigure::rectified));
      REQUIRE(all.counted(StatusFigure::found) == all.counted(StatusFigure::open) + all.counted(StatusFigure::closed));
    }
  }
}

TEST_CASE("a day's figures are those of a register cut at that day") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    const RegisterSpec spec = random.make();
    const auto whole = build(spec);
    for (int i = 0; i < 4; ++i) {
      const Date day = random.some_day();
      const RegisterSpec cut_spec = cut(spec, day);
      const auto then = build(cut_spec);
      INFO("seed " << seed << " on " << to_string(day));
      REQUIRE(ledger_at(*whole, day) == ledger_at(*then, day));
      REQUIRE(figures_at(*whole, day) == figures_at(*then, day));
    }
  }
}

TEST_CASE("a later event never changes an earlier day") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    RegisterSpec spec = random.make();
    if (spec.records.empty()) continue;
    const auto before = build(spec);
    const Date day = random.some_day();
    const std::vector<std::string> ledger = ledger_at(*before, day);
    for (RecordSpec& r : spec.records) {
      for (HazardSpec& h : r.hazards)
        h.log.push_back({static_cast<EventKind>(random.below(static_cast<int>(kEventKinds))),
                         std::max(day, h.found) + 1 + random.below(9),
                         {{EventKey::by, "赵敏"}},
                         day + 30});
      if (r.date > day && !r.hazards.empty()) r.followups.push_back({"self/u1/H1", FollowUpResult::recurred});
    }
    const auto after = build(spec);
    INFO("seed " << seed << " on " << to_string(day));
    REQUIRE(ledger == ledger_at(*after, day));
    REQUIRE(figures_at(*before, day) == figures_at(*after, day));
  }
}

TEST_CASE("the order of records changes nothing") {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    RandomRegister random(seed);
    RegisterSpec spec = random.make();
    const auto before = build(spec);
    RegisterSpec shuffled = spec;
    for (std::size_t i = shuffled.records.size(); i > 1; --i)
      std::swap(shuffled.records[i - 1], shuffled.records[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
    const auto after = build(shuffled);
    const Date day = random.some_day();
    REQUIRE(ledger_at(*before, day) == ledger_at(*after, day));
    REQUIRE(figures_at(*before, day) == figures_at(*after, day));
    for (const Grouping& by : kGroupings) {
      const auto groups_of = [&](const Built& built) {
        Grouper groups(built.model, by);
        for (const Timeline& t : built.timelines) {
          const HazardStatus h = hazard_status_at(built.model, t, day);
          if (h.state != State::none) groups.place(h);
        }
        std::vector<std::string> out;
        for (std::size_t g : groups.order())
          for (std::size_t k = 0; k < by.size(); ++k)
            out.push_back(groups.value(g, k) + " " + groups.title(g, k, Lang::en));
        return out;
      };
      REQUIRE(groups_of(*before) == groups_of(*after));
    }
  }
}
