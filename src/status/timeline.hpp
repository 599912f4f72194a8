// The life of each hazard as a list of dated steps: found, plan made, its log, and what later inspections
// said. Status is the fold of these steps (hazcheck-record(5)); nothing here knows today's date.
#pragma once
#include <cstdint>
#include <span>
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
  const void* entry = nullptr;  // what event() or followup() returns: never both, and a city has 150,000 steps
  const Event* event() const { return kind == StepKind::event ? static_cast<const Event*>(entry) : nullptr; }
  const FollowUp* followup() const {
    return kind == StepKind::followup ? static_cast<const FollowUp*>(entry) : nullptr;
  }
};
static_assert(sizeof(void*) > 4 ? sizeof(Step) == 16 : true);

struct Timeline {
  HazardRef ref;
  std::span<const Step> steps;  // by date; on one date: found, plan, the log in file order, follow-ups by round order
};

// Index of the record that a step stands in: its hazard's, but for follow-ups.
inline std::uint32_t record_of(const Timeline& timeline, const Step& step) {
  return step.followup() != nullptr ? step.followup()->record : timeline.ref.record;
}

// Every timeline and, in one piece, their steps. Moved, the steps stay where they are.
class Timelines {
 public:
  Timelines() = default;
  // `followed`: the indices of those that later inspections speak of.
  Timelines(std::vector<Timeline> timelines, std::vector<Step> steps, std::vector<std::uint32_t> followed)
      : timelines_(std::move(timelines)), steps_(std::move(steps)), followed_(std::move(followed)) {}
  Timelines(Timelines&&) noexcept = default;
  Timelines& operator=(Timelines&&) noexcept = default;

  std::size_t size() const { return timelines_.size(); }
  auto begin() const { return timelines_.begin(); }
  auto end() const { return timelines_.end(); }
  const Timeline& operator[](std::size_t i) const { return timelines_[i]; }
  const Timeline& at(std::size_t i) const { return timelines_.at(i); }

  // Calls visit(timeline, step) for every follow-up that stands in a timeline, so of a known hazard.
  template <class Visit>
  void each_followup(const Visit& visit) const {
    for (std::uint32_t i : followed_)
      for (const Step& step : timelines_[i].steps)
        if (step.kind == StepKind::followup) visit(timelines_[i], step);
  }

 private:
  std::vector<Timeline> timelines_;
  std::vector<Step> steps_;
  std::vector<std::uint32_t> followed_;
};

// One timeline per hazard of every sound record, in the model's order. A second hazard of the same global id
// gets a timeline of its own but no follow-ups. Follow-ups of unknown hazards are in none.
// On at most `jobs` threads; 0: all usable cores.
Timelines timelines_of(const Model& model, unsigned jobs = 1);

// The state at the end of day `as_of`.
State state_at(const Timeline& timeline, Date as_of);

}  // namespace hazcheck
