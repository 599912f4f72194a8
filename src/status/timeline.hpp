// The life of each hazard as a list of dated steps: found, plan made, its log, and what later inspections
// said. Status is the fold of these steps (hazcheck(7), "Life of a hazard"); nothing here knows today's date.
#pragma once
#include <cstdint>
#include <vector>

#include "model/model.hpp"

namespace hazcheck {

enum class State : std::uint8_t { none, unplanned, planned, rectified, closed, voided };
std::string_view key_of(State state);
Label label_of(State state);
constexpr bool is_open(State s) { return s == State::unplanned || s == State::planned || s == State::rectified; }

enum class StepKind : std::uint8_t { found, plan_made, event, followup };

struct Step {
  Date date{};  // the day it counts from: its own, but never before the hazard was found
  StepKind kind = StepKind::found;
  State before = State::none;
  State after = State::none;
  bool allowed : 1 = true;  // false: not in the table of transitions; it changes nothing
  // What the step does to the hazard, follow-ups translated: a follow-up `closed` closes (and rectifies where
  // the hazard was not rectified), `still-open` rejects a rectified one, `recurred` reopens. All false: it
  // only confirms.
  bool rectifies : 1 = false;
  bool closes : 1 = false;
  bool rejects : 1 = false;
  bool reopens : 1 = false;
  std::uint32_t record = 0;            // index of the record that the step stands in
  const Event* event = nullptr;        // kind event
  const FollowUp* followup = nullptr;  // kind followup
};
static_assert(sizeof(void*) > 4 ? sizeof(Step) == 32 : true);  // a city has 150,000 of them

struct Timeline {
  HazardRef ref;
  std::vector<Step> steps;  // by date; on one date: found, plan, the log in file order, follow-ups by round order
};

// One timeline per hazard of every sound record, in the model's order. A second hazard of the same global id
// gets a timeline of its own but no follow-ups. Follow-ups of unknown hazards are in none.
std::vector<Timeline> timelines_of(const Model& model);

// The state at the end of day `as_of`.
State state_at(const Timeline& timeline, Date as_of);

}  // namespace hazcheck
