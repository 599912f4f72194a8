// The join of two rounds by unit, item id and hazard id. Status is taken from the timelines as they are folded.
#include "status/compare_rounds.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>

namespace hazcheck {
namespace {

using Units = std::map<std::string_view, std::uint32_t>;  // unit id → its record

Units records_of(const RoundSide& side, Date as_of) {
  Units units;
  const std::vector<Record>& records = side.part_of.model.records;
  for (std::uint32_t r = 0; r < records.size(); ++r) {
    const Record& record = records[r];
    if (record.sound && record.round_id.value == side.round && record.date.value <= as_of)
      units.try_emplace(record.unit_id.value, r);
  }
  return units;
}

// The first timeline of each record; those of one record stand together.
std::vector<std::size_t> first_timelines(const Register& part) {
  std::vector<std::size_t> first(part.model.records.size(), part.timelines.size());
  for (std::size_t t = part.timelines.size(); t-- > 0;) first[part.timelines[t].ref.record] = t;
  return first;
}

bool is_gap(Answered a) { return a != Answered::pass && a != Answered::fail; }

std::optional<RoundChange> item_change(Answered before, Answered after) {
  if (after == Answered::fail) {
    if (before == Answered::fail) return RoundChange::recurring;
    return is_gap(before) ? RoundChange::first_checked : RoundChange::item_new;
  }
  if (before != Answered::fail) return std::nullopt;
  return is_gap(after) ? RoundChange::unchecked : RoundChange::resolved;
}

std::optional<RoundChange> hazard_change(State before, State after, bool in_later_register) {
  if (after == State::none) {
    // Not found yet as of the later record: the rounds were named in the wrong order, and nothing can be said.
    if (in_later_register || before == State::none || before == State::voided) return std::nullopt;
    return RoundChange::voided;
  }
  if (after == State::voided) {
    if (before == State::voided) return std::nullopt;
    return RoundChange::voided;
  }
  if (before == State::none) return RoundChange::hazard_new;
  if (after == State::closed) {
    if (before == State::closed) return std::nullopt;
    return RoundChange::closed;
  }
  return is_open(before) ? RoundChange::persisting : RoundChange::reopened;
}

class RoundComparison {
 public:
  RoundComparison(const RoundSide& before, const RoundSide& after, Date as_of)
      : before_(before),
        after_(after),
        as_of_(as_of),
        first_before_(first_timelines(before.part_of)),
        first_after_(first_timelines(after.part_of)) {}

  std::vector<RoundDifference> run() {
    const Units earlier = records_of(before_, as_of_);
    const Units later = records_of(after_, as_of_);
    std::map<std::string_view, std::pair<const Record*, const Record*>> units;
    for (const auto& [unit, r] : earlier) units[unit].first = &before_.part_of.model.records[r];
    for (const auto& [unit, r] : later) units[unit].second = &after_.part_of.model.records[r];
    for (const auto& [unit, pair] : units) {
      unit_ = unit;
      const auto [a, b] = pair;
      if (a != nullptr && b != nullptr) {
        compare_items(*a, *b);
        compare_hazards(*a, *b);
      } else {
        const auto state = [](const Record* r) -> std::string_view {
          return r == nullptr ? "" : r->complete ? "complete" : "draft";
        };
        out_.push_back({RoundChange::missing, unit, {}, {}, {}, state(a), state(b)});
      }
    }
    return std::move(out_);
  }

 private:
  void add_item(const Checklist& checklist, std::uint32_t index, Answered before, Answered after) {
    const auto change = item_change(before, after);
    if (!change) return;
    const Item& item = checklist.items[index];
    out_.push_back(
        {*change, unit_, checklist.sections[item.section].id.value, item.id.value, {}, key_of(before), key_of(after)});
  }

  // By item of `checklist`, the first answer to each; further ones are of items that it does not have.
  struct Outcomes {
    std::vector<Answered> by_item;
    std::vector<const Answer*> further;
  };

  static Outcomes outcomes_of(const Record& record, const Checklist* checklist) {
    Outcomes outcomes;
    if (checklist != nullptr) outcomes.by_item.resize(checklist->items.size(), Answered::none);
    std::vector<char> given(outcomes.by_item.size(), 0);
    for (const Answer& answer : record.answers) {
      const std::uint32_t item = item_in(checklist, record, answer.item);
      if (item == kNoIndex) outcomes.further.push_back(&answer);
      else if (std::exchange(given[item], 1) == 0) outcomes.by_item[item] = answer.outcome;
    }
    return outcomes;
  }

  // The item of that id in `checklist`, which mostly is the record's own.
  static std::uint32_t item_in(const Checklist* checklist, const Record& record, std::uint32_t item) {
    if (checklist == nullptr) return kNoIndex;
    return record.checklist == checklist && checklist->ids_differ()
               ? item
               : checklist->find_item(record.checklist->items[item].id.value);
  }

  // In the order of the later checklist, then what only the earlier one has.
  void compare_items(const Record& a, const Record& b) {
    const Outcomes before = outcomes_of(a, b.checklist), after = outcomes_of(b, b.checklist);
    for (std::uint32_t item = 0; item < before.by_item.size(); ++item)
      add_item(*b.checklist, item, before.by_item[item], after.by_item[item]);
    std::unordered_set<std::string_view> told;
    for (const Answer* answer : before.further)
      if (told.insert(a.checklist->items[answer->item].id.value).second)
        add_item(*a.checklist, answer->item, answer->outcome, Answered::none);
  }

  // The timeline of a hazard by its global id; null where it is unknown or its record unsound.
  const Timeline* timeline(const Register& part, const std::vector<std::size_t>& first, const std::string& id) const {
    const std::optional<HazardRef> found = part.model.find_hazard(id);
    if (!found || !part.model.record_of(*found).sound) return nullptr;
    return &part.timelines[first[found->record] + found->hazard];
  }

  struct Candidate {
    int round = 0;
    std::uint32_t place = 0;
    std::string id;
  };

  void compare_hazards(const Record& a, const Record& b) {
    std::vector<Candidate> candidates;
    std::unordered_set<std::string> seen;
    const auto add = [&](std::string id, const Record& record, std::uint32_t place) {
      if (!seen.insert(id).second) return;
      const int order = record.round != nullptr ? record.round->order : 0;
      candidates.push_back({order, place, std::move(id)});
    };
    for (const Record* r : {&b, &a})
      for (std::uint32_t h = 0; h < r->hazards.size(); ++h) add(global_id(*r, r->hazards[h]), *r, h);
    for (const FollowUp& f : b.followups) {
      const std::string id(f.hazard.value);
      if (const Timeline* t = timeline(after_.part_of, first_after_, id))
        add(id, after_.part_of.model.record_of(t->ref), t->ref.hazard);
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return std::tie(x.round, x.place, x.id) < std::tie(y.round, y.place, y.id);
    });
    for (Candidate& c : candidates) add_hazard(std::move(c.id), a.date.value, b.date.value);
  }

  void add_hazard(std::string id, Date day_before, Date day_after) {
    const Timeline* was = timeline(before_.part_of, first_before_, id);
    const Timeline* is = timeline(after_.part_of, first_after_, id);
    const State before = was == nullptr ? State::none : state_at(*was, day_before);
    const State after = is == nullptr ? State::none : state_at(*is, day_after);
    const auto change = hazard_change(before, after, is != nullptr);
    if (!change) return;
    const Model& model = is != nullptr ? after_.part_of.model : before_.part_of.model;
    const HazardRef ref = (is != nullptr ? is : was)->ref;
    const Hazard& hazard = model.hazard_of(ref);
    const Checklist* checklist = model.record_of(ref).checklist;
    const std::string_view section = checklist != nullptr && hazard.section != kNoIndex
                                         ? checklist->sections[hazard.section].id.value
                                         : std::string_view();
    out_.push_back({*change, unit_, section, hazard.item_id.value, std::move(id), key_of(before), key_of(after)});
  }

  const RoundSide& before_;
  const RoundSide& after_;
  Date as_of_;
  std::vector<std::size_t> first_before_;
  std::vector<std::size_t> first_after_;
  std::string_view unit_;
  std::vector<RoundDifference> out_;
};

}  // namespace

std::string_view key_of(RoundChange change) {
  constexpr std::array<std::string_view, kRoundChanges> kKeys{"missing",   "new",           "resolved", "recurring",
                                                              "unchecked", "first-checked", "new",      "persisting",
                                                              "closed",    "reopened",      "voided"};
  return kKeys[static_cast<std::size_t>(change)];
}

std::string_view kind_of(RoundChange change) {
  if (change == RoundChange::missing) return "unit";
  return change < RoundChange::hazard_new ? "item" : "hazard";
}

std::vector<RoundDifference> compare_rounds(const RoundSide& before, const RoundSide& after, Date as_of) {
  return RoundComparison(before, after, as_of).run();
}

}  // namespace hazcheck
