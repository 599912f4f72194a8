// Which hazards somebody asks for: the options of `list`, `status` and the reports, held against a hazard's status.
// Values of one option are alternatives; different options must all hold.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "status/grouping.hpp"

namespace hazcheck {

struct Filter {
  std::vector<State> states;                              // --status, `open` taken apart; empty: every one
  std::array<std::vector<std::string>, kGroupKeys> keys;  // --unit … --owner; an owner is `name` or `unit/name`
  bool overdue = false;
  bool due_soon = false;
  bool no_due = false;
  bool escalated = false;  // ever; closed ones too
  bool waiting = false;
  bool supervised = false;          // ever
  std::optional<Date> due_before;   // due < it
  std::optional<Date> found_since;  // found ≥ it; the other bounds include their day too
  std::optional<Date> found_until;
  std::optional<Date> closed_since;
  std::optional<Date> closed_until;

  std::vector<std::string>& values(GroupKey key) { return keys[static_cast<std::size_t>(key)]; }
  const std::vector<std::string>& values(GroupKey key) const { return keys[static_cast<std::size_t>(key)]; }

  // Void hazards pass like any other where no status is asked for: figures count them as `void`.
  bool takes(const Model& model, const HazardStatus& status) const;
  // For lists: void ones only on request.
  bool lists(const Model& model, const HazardStatus& status) const;
  // The part of it that asks for units (unit, type, area), for what is counted by units instead of hazards.
  bool takes_unit(const Unit& unit) const;
};

// The words of --status; `open` is three states. False: no such word.
bool add_status(Filter& filter, std::string_view word);
const std::vector<std::string_view>& status_words();

// What a --KEY may be given in this register, in its order: for "did you mean" and completion. Empty for owners:
// any name may be asked for.
std::vector<std::string_view> known_values(GroupKey key, const Model& model);

// That the register knows no such value: names the one whose id or title is like it, else those there are. A title is
// never taken for the id.
Text no_such(GroupKey key, const Model& model, std::string_view given);

// The first value that the register does not know, as a fault with its nearest neighbour; empty where all are known.
std::optional<Text> unknown_value(const Filter& filter, const Model& model);

}  // namespace hazcheck
