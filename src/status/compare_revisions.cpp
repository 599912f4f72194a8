// Joins two registers by global id and tells the fields apart. Values are compared as they count, not as they are
// written: key order, quotes and comments are no change.
#include "status/compare_revisions.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hazcheck {
namespace {

// One line with everything an entry says, keys in a fixed order, so that equal lines are equal entries. In English with
// the words of the record.
Text line_of(Date date, const Label& what, List<Word> evidence, const Texts<EventKey>& texts) {
  const std::string day = to_string(date) + " ";
  Text line{day + std::string(what.en), day + std::string(what.zh)};
  const auto add = [&](std::string_view key, std::string_view key_zh, std::string_view value) {
    line.en.append(", ").append(key).append(" ").append(value);
    line.zh.append("，").append(key_zh).append("：").append(value);
  };
  using Given = Texts<EventKey>::Given;
  std::vector<const Given*> sorted;
  for (const Given& a : texts.given()) sorted.push_back(&a);
  std::sort(sorted.begin(), sorted.end(), [](const Given* a, const Given* b) { return a->key < b->key; });
  for (const Given* a : sorted) add(key_of(a->key), label_of(a->key).zh, a->word().value);
  for (const Word& e : evidence) add("evidence", "佐证", e.value);
  return line;
}

std::string money(std::int64_t cents) {
  std::string text = std::to_string(cents / 100);
  if (cents % 100 == 0) return text;
  const std::string fraction = std::to_string(100 + cents % 100);
  return text + "." + fraction.substr(1);
}

std::string funding_of(const Plan& plan) {
  std::string text = plan.amount.present() ? money(plan.amount.value) : "";
  if (plan.source().present()) text.append(text.empty() ? "" : " ").append(plan.source().value);
  return text;
}

std::string date_or_nothing(const Day& day) { return day.present() ? to_string(day.value) : ""; }
std::string date_or_nothing(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }

// What is written of a hazard, by key. The effective due, severity and owner have rows of their own.
struct Written {
  std::string_view field;
  std::string value;
};

std::vector<Written> written_of(const HazardStatus& s) {
  const Hazard& h = *s.hazard;
  const Plan& p = h.plan;
  const auto text = [](const Word& w) { return std::string(w.value); };
  return {{"item", text(h.item_id)},
          {"subject", text(h.subject())},
          {"location", text(h.location())},
          {"found", to_string(h.found.value)},
          {"severity", text(h.severity())},
          {"description", text(h.description())},
          {"plan.made", p.present() ? to_string(p.made.value) : ""},
          {"plan.measures", text(p.measures())},
          {"plan.due", date_or_nothing(p.due)},
          {"plan.funding", funding_of(p)},
          {"plan.owner", text(p.owner())},
          {"plan.interim", text(p.interim())},
          {"plan.emergency_plan", text(p.emergency_plan())}};
}

// An entry of the log, or a follow-up of the hazard in a later record.
struct Entry {
  bool followup = false;
  bool moves = false;  // a kind that moves the status, due, severity or owner, so that a row of its own tells of it
  Text line;
};

std::vector<Entry> entries_of(const HazardStatus& s) {
  std::vector<Entry> entries;
  for (const Step& step : s.timeline->steps) {
    if (step.kind == StepKind::event) {
      const Event& e = *step.event();
      const EventKind kind = e.kind.value;
      const bool moves = kind != EventKind::escalated && kind != EventKind::answered && kind != EventKind::supervised;
      entries.push_back({false, moves, line_of(e.date.value, {key_of(kind), label_of(kind).zh}, e.evidence, e.texts)});
    } else if (step.kind == StepKind::followup) {
      const FollowUp& f = *step.followup();
      entries.push_back(
          {true, true, line_of(step.date, {key_of(f.result.value), label_of(f.result.value).zh}, f.evidence, f.texts)});
    }
  }
  return entries;
}

// Those of `entries` that are not in `others`, each as often as it is more often there.
std::vector<Entry> not_in(const std::vector<Entry>& entries, const std::vector<Entry>& others) {
  std::unordered_map<std::string, int> count;
  for (const Entry& e : others) ++count[(e.followup ? "f" : "l") + e.line.en];
  std::vector<Entry> rest;
  for (const Entry& e : entries)
    if (--count[(e.followup ? "f" : "l") + e.line.en] < 0) rest.push_back(e);
  return rest;
}

class HazardComparison {
 public:
  HazardComparison(const Register& before, const Register& after) : before_(before.model), after_(after.model) {}

  void compare(ComparedHazard& h) {
    changes_ = &h.changes;
    if (!h.before || !h.after) {
      add(h.before ? ChangeKind::removed : ChangeKind::added, "", std::string(key_of(h.state_before())),
          std::string(key_of(h.state_after())));
      return;
    }
    const HazardStatus& a = *h.before;
    const HazardStatus& b = *h.after;
    add(ChangeKind::status, "status", std::string(key_of(a.state)), std::string(key_of(b.state)));
    const bool due = add(ChangeKind::due, "due", date_or_nothing(a.due), date_or_nothing(b.due));
    const bool severity = add(ChangeKind::severity, "severity", std::string(severity_id(before_, a)),
                              std::string(severity_id(after_, b)));
    const bool owner = add(ChangeKind::owner, "owner", std::string(a.owner), std::string(b.owner));
    std::vector<Written> was = written_of(a);
    std::vector<Written> is = written_of(b);
    for (std::size_t i = 0; i < was.size(); ++i) {
      const std::string_view field = was[i].field;
      if ((due && field == "plan.due") || (owner && field == "plan.owner") || (severity && field == "severity"))
        continue;
      add(ChangeKind::edited, field, std::move(was[i].value), std::move(is[i].value));
    }
    compare_entries(a, b);
  }

 private:
  bool add(ChangeKind kind, std::string_view field, std::string before, std::string after) {
    if (before == after && kind != ChangeKind::added && kind != ChangeKind::removed) return false;
    changes_->push_back({kind, field, std::move(before), std::move(after), ""});
    return true;
  }

  void add_entry(const Entry& entry, bool gone) {
    const std::string_view field = entry.followup ? "followups" : "log";
    if (gone) changes_->push_back({ChangeKind::edited, field, entry.line.en, "", entry.line.zh});
    else changes_->push_back({ChangeKind::edited, field, "", entry.line.en, entry.line.zh});
  }

  // A new entry that moved the status, due, severity or owner is told by that row; all others have one each.
  void compare_entries(const HazardStatus& a, const HazardStatus& b) {
    const std::vector<Entry> was = entries_of(a);
    const std::vector<Entry> is = entries_of(b);
    const std::vector<Entry> gone = not_in(was, is);
    const std::vector<Entry> come = not_in(is, was);
    const bool told = gone.empty() && std::any_of(changes_->begin(), changes_->end(),
                                                  [](const FieldChange& c) { return c.kind != ChangeKind::edited; });
    for (const Entry& e : gone) add_entry(e, true);
    for (const Entry& e : come)
      if (!told || !e.moves) add_entry(e, false);
  }

  const Model& before_;
  const Model& after_;
  std::vector<FieldChange>* changes_ = nullptr;
};

// Where a hazard stands in the list.
struct Place {
  int round = 0;
  std::string_view round_id;
  std::string_view unit;
  std::uint32_t hazard = 0;
};

Place place_of(const Register& part, const HazardStatus& s) {
  const Record& r = *s.record;
  const int order = r.round != nullptr ? r.round->order : static_cast<int>(part.model.campaign.rounds.size());
  return {order, r.round_id.value, r.unit_id.value, s.timeline->ref.hazard};
}

}  // namespace

std::string_view key_of(ChangeKind kind) {
  constexpr std::array<std::string_view, kChangeKinds> kKeys{"added",    "removed", "status", "due",
                                                             "severity", "owner",   "edited"};
  return kKeys[static_cast<std::size_t>(kind)];
}

Standing standing_of(State state) {
  if (state == State::none) return Standing::absent;
  if (state == State::closed) return Standing::closed;
  return state == State::voided ? Standing::voided : Standing::open;
}

std::vector<ComparedHazard> compare_revisions(const Register& before, const Register& after, Date as_of) {
  std::vector<ComparedHazard> hazards;
  std::unordered_map<std::string, std::size_t> index;
  hazards.reserve(after.timelines.size());
  index.reserve(after.timelines.size());
  for (const Register* side : {&before, &after}) {
    for (const Timeline& t : side->timelines) {
      const auto [at, fresh] =
          index.try_emplace(global_id(side->model.record_of(t.ref), side->model.hazard_of(t.ref)), hazards.size());
      if (fresh) hazards.push_back({at->first, {}, {}, {}});
      std::optional<HazardStatus>& slot = side == &before ? hazards[at->second].before : hazards[at->second].after;
      if (!slot) slot = hazard_status_at(side->model, t, as_of);
    }
  }
  HazardComparison comparison(before, after);
  std::vector<std::pair<Place, std::size_t>> order;
  order.reserve(hazards.size());
  for (std::size_t i = 0; i < hazards.size(); ++i) {
    comparison.compare(hazards[i]);
    order.emplace_back(place_of(hazards[i].after ? after : before, hazards[i].latest()), i);
  }
  std::sort(order.begin(), order.end(), [&](const auto& x, const auto& y) {
    const Place& a = x.first;
    const Place& b = y.first;
    return std::tie(a.round, a.round_id, a.unit, a.hazard, hazards[x.second].id) <
           std::tie(b.round, b.round_id, b.unit, b.hazard, hazards[y.second].id);
  });
  std::vector<ComparedHazard> sorted;
  sorted.reserve(hazards.size());
  for (const auto& [place, i] : order) sorted.push_back(std::move(hazards[i]));
  return sorted;
}

void StockChange::add(Standing before, Standing after) {
  found_before += before == Standing::open || before == Standing::closed ? 1 : 0;
  found_after += after == Standing::open || after == Standing::closed ? 1 : 0;
  open_before += before == Standing::open ? 1 : 0;
  open_after += after == Standing::open ? 1 : 0;
  closed_before += before == Standing::closed ? 1 : 0;
  closed_after += after == Standing::closed ? 1 : 0;
  if (before == after) return;
  added += before == Standing::absent ? 1 : 0;
  reopened += before == Standing::closed ? 1 : 0;
  restored += before == Standing::voided ? 1 : 0;
  closed += after == Standing::closed ? 1 : 0;
  voided += after == Standing::voided ? 1 : 0;
  removed += after == Standing::absent ? 1 : 0;
}

}  // namespace hazcheck
