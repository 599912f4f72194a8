// Registers made by a seed: every kind of event, allowed or not, in and out of order, drafts, follow-ups, missing
// plans. And what is left of one when everything after a day is taken away.
#pragma once
#include <algorithm>
#include <random>

#include "status/register_spec.hpp"

namespace hazcheck::test {

class RandomRegister {
 public:
  explicit RandomRegister(std::uint32_t seed) : random_(seed) {}

  RegisterSpec make() {
    RegisterSpec spec;
    spec.units = {{"u1", "junior", "east"}, {"u2", "primary", "west"}, {"u3", "junior", ""}, {"u4", "primary", "east"}};
    const std::vector<std::string> rounds{"self", "bureau", "joint"};
    std::map<std::string, std::vector<std::string>> known;  // by unit
    for (std::size_t r = 0; r < rounds.size(); ++r) {
      for (const UnitSpec& unit : spec.units) {
        if (chance(12)) continue;
        RecordSpec record{.round = rounds[r], .unit = unit.id, .date = kStart + static_cast<int>(r) * 15 + below(12)};
        record.complete = !chance(20);
        for (const std::string& id : known[unit.id])
          if (chance(50))
            record.followups.push_back({id, static_cast<FollowUpResult>(below(3)), {{EventKey::by, "赵敏"}}});
        const int count = below(6);
        for (int i = 0; i < count; ++i) {
          record.hazards.push_back(hazard("H" + std::to_string(i + 1), record.date));
          known[unit.id].push_back(record.round + "/" + unit.id + "/" + record.hazards.back().id);
        }
        for (const char* item : {"fire.exits", "fire.signs", "food.law", "food.store"})
          if (!chance(15)) record.answers[item] = static_cast<Answered>(below(5));
        if (record.round == "joint" && chance(30)) record.scope = std::vector<std::string>{"fire"};
        spec.records.push_back(std::move(record));
      }
    }
    return spec;
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
  bool chance(int percent) { return below(100) < percent; }
  Date some_day() { return kStart - 5 + below(110); }

  static constexpr Date kStart{18351};  // 2020-03-30

 private:
  HazardSpec hazard(std::string id, Date record_date) {
    HazardSpec h;
    h.id = std::move(id);
    h.item =
        std::vector<std::string>{"fire.exits", "fire.signs", "food.law", "fire"}[static_cast<std::size_t>(below(4))];
    h.found = record_date - below(4);
    if (chance(25)) h.severity = chance(50) ? "major" : "general";
    if (chance(80)) {
      PlanSpec plan;
      plan.made = h.found + below(6);
      if (!chance(12)) plan.due = h.found + 1 + below(25);
      if (chance(8)) plan.amount.reset();
      plan.owner = owner();
      h.plan = plan;
    }
    Date day = h.found;
    State guess = h.plan ? State::planned : State::unplanned;
    const int count = below(9);
    for (int i = 0; i < count; ++i) {
      day = day + below(9);
      h.log.push_back(event(next_kind(guess), chance(5) ? day - 4 : day));
    }
    return h;
  }

  // Mostly what is allowed, so that hazards get somewhere.
  EventKind next_kind(State& guess) {
    EventKind kind = static_cast<EventKind>(below(static_cast<int>(kEventKinds)));
    if (chance(65)) {
      if (guess == State::planned || guess == State::unplanned) kind = EventKind::rectified;
      else if (guess == State::rectified) kind = chance(70) ? EventKind::closed : EventKind::rejected;
      else if (guess == State::closed) kind = EventKind::reopened;
    }
    if (kind == EventKind::rectified) guess = State::rectified;
    if (kind == EventKind::closed) guess = State::closed;
    if (kind == EventKind::rejected || kind == EventKind::reopened) guess = State::planned;
    return kind;
  }

  EventSpec event(EventKind kind, Date date) {
    EventSpec e{kind, date, {{EventKey::by, owner()}}};
    switch (kind) {
      case EventKind::deferred: e.due = date + below(30); break;
      case EventKind::reopened:
        if (chance(50)) e.due = date + below(20);
        break;
      case EventKind::regraded: e.words[EventKey::severity] = chance(50) ? "major" : "general"; break;
      case EventKind::reassigned: e.words[EventKey::owner] = owner(); break;
      case EventKind::escalated:
        e.words[EventKey::to] =
            std::vector<std::string>{"authority", "district", "health"}[static_cast<std::size_t>(below(3))];
        break;
      case EventKind::answered:
        if (chance(50)) e.words[EventKey::department] = chance(50) ? "health" : "brigade";
        break;
      case EventKind::closed: e.words[EventKey::writeoff] = "W-" + std::to_string(below(200)); break;
      default: break;
    }
    return e;
  }

  std::string owner() {
    return std::vector<std::string>{"李四", "李 四", "王五", "赵六"}[static_cast<std::size_t>(below(4))];
  }

  std::mt19937 random_;
};

// The register as it would have been written on that day. A record of a later day stays for the hazards that were
// found before, but has neither answers nor follow-ups.
inline RegisterSpec cut(const RegisterSpec& whole, Date day) {
  RegisterSpec spec = whole;
  spec.records.clear();
  for (const RecordSpec& r : whole.records) {
    RecordSpec record = r;
    record.hazards.clear();
    for (const HazardSpec& h : r.hazards) {
      if (h.found > day) continue;
      HazardSpec kept = h;
      if (kept.plan && kept.plan->made > day) kept.plan.reset();
      std::erase_if(kept.log, [&](const EventSpec& e) { return e.date > day; });
      record.hazards.push_back(std::move(kept));
    }
    if (r.date > day) {
      record.followups.clear();
      record.answers.clear();
      if (record.hazards.empty()) continue;
    }
    spec.records.push_back(std::move(record));
  }
  return spec;
}

}  // namespace hazcheck::test
