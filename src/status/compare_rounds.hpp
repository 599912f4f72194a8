// Two rounds side by side, unit by unit: what the later one found of the earlier one's items and hazards
// (hazcheck-diff(1)). The two may stand in two registers, that is, in two revisions. Must not leave anything out
// for being of no interest: filters are the view's.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "status/register.hpp"

namespace hazcheck {

struct RoundSide {
  Register part_of;
  std::string_view round;  // id
};

enum class RoundChange : std::uint8_t {
  missing,        // unit: no record in one of the two rounds
  item_new,       // fail now, pass before
  resolved,       // pass now, fail before
  recurring,      // fail in both
  unchecked,      // fail before; now no answer, na or unchecked
  first_checked,  // fail now; before no answer, na or unchecked
  hazard_new,     // not there as of the earlier record, whatever it has come to since
  persisting,     // open as of both
  closed,
  reopened,  // closed (or void) before, open now
  voided     // also: not in the later register at all, then without a status after
};
inline constexpr std::size_t kRoundChanges = 11;
std::string_view key_of(RoundChange change);   // "first-checked"; item_new and hazard_new are both "new"
std::string_view kind_of(RoundChange change);  // unit, item, hazard

struct RoundDifference {
  RoundChange change{};
  std::string_view unit;
  std::string_view section;  // of the item or hazard; empty for a unit
  std::string_view item;     // the hazard's may be a section
  std::string hazard;        // global id
  std::string_view before;   // unit: draft or complete; item: the answer; hazard: the status. Empty: none
  std::string_view after;
};

// Records dated after `as_of` are not there yet. By unit; within it items as the later record's checklist has them,
// then hazards by round and place. A hazard is listed that was found in one of the two rounds or is followed up in
// the later one, and that is not the same closed or void thing in both.
std::vector<RoundDifference> compare_rounds(const RoundSide& before, const RoundSide& after, Date as_of);

}  // namespace hazcheck
