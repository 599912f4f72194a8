// How far a round has come: units expected, recorded and complete, items answered, and what is missing.
// Counts records by their date; whether a hazard counts does not depend on any of this.
#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "status/filter.hpp"

namespace hazcheck {

// The records that count as of a day, by round and unit: sound, dated up to then, of a known round and unit; the
// first where there are two.
class RecordIndex {
 public:
  RecordIndex(const Model& model, Date as_of);
  const Record* find(const Round& round, const Unit& unit) const;

 private:
  std::unordered_map<const Unit*, std::vector<const Record*>> by_unit_;
};

// A round's answer sheet for one unit: per item of the checklist, what was answered (none where nothing was).
std::vector<Answered> answers_of(const Record& record);

// Whether the round inspects the unit, and the unit is valid on some day of the window. Bounds that are pending do
// not bind; where neither is known, the unit has to be valid on `as_of`.
bool expected_in(const Round& round, const Unit& unit, Date as_of);
bool is_pending(const Round& round);  // a bound rests on a milestone without a date

struct RoundCoverage {
  const Round* round = nullptr;
  bool pending = false;
  std::int64_t units_expected = 0;
  std::int64_t units_recorded = 0;    // expected units with a record, drafts too
  std::int64_t units_complete = 0;    // of them complete and without `scope`
  std::int64_t items_applicable = 0;  // applicable and not answered na; of all expected units
  std::int64_t items_answered = 0;    // of them pass or fail
  // Expected units without a complete record (with or without `scope`) dated in the window, once it is over.
  std::int64_t late = 0;
};

struct MissingUnit {
  const Round* round;
  const Unit* unit;
  const Record* record;  // the draft, or one with `scope`; null: none
};
struct MissingItem {
  const Round* round;
  const Unit* unit;
  const Checklist* checklist;
  std::uint32_t item;
  Answered answer;  // none or unchecked
  bool out_of_scope;
};
// Of rounds that have begun. Items are those of units that have a record; the others lack all of them.
struct Missing {
  std::vector<MissingUnit> units;
  std::vector<MissingItem> items;
};

// One row a round, in the campaign's order; the filter's round, unit, type and area narrow it. The numerator and
// denominator of `coverage` are units_complete and units_expected, of `item_coverage` the two of items.
std::vector<RoundCoverage> coverage_of(const Model& model, Date as_of, const Filter& filter,
                                       Missing* missing = nullptr);

}  // namespace hazcheck
