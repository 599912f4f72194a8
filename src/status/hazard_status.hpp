// Where one hazard stands at the end of a day: the fold of its steps, and what follows from the day itself.
// Every view takes these values from here (hazcheck-figures(7)); nothing here knows today's date.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "status/timeline.hpp"

namespace hazcheck {

// Steps are those of the timeline. Steps that the table of transitions does not allow count for nothing.
struct HazardStatus {
  const Timeline* timeline = nullptr;
  const Record* record = nullptr;
  const Hazard* hazard = nullptr;
  Date as_of{};
  State state = State::none;  // none: not found by that day
  Date found{};
  std::optional<Date> due_original;  // the plan's, once it is made
  std::optional<Date> due;           // after deferrals and reopenings
  const Step* plan = nullptr;        // once made, whole or not
  std::optional<Date> planned;       // since when it has a whole plan
  // The latest of each; null where the status has gone back behind it.
  const Step* rectified = nullptr;
  const Step* closed = nullptr;
  const Step* escalated = nullptr;
  const Step* answered = nullptr;  // of the latest escalation
  const Step* supervised = nullptr;
  std::string_view owner;
  // The department that answered the latest escalation, else its target where that is a department, else the section's.
  std::string_view department;
  int severity = -1;  // index in the policy; -1: an unknown word
  int deferrals = 0;
  int reopens = 0;
  bool overdue = false;
  bool due_soon = false;
  bool no_due = false;
  bool waiting = false;  // for the answer to its latest escalation
  int days_overdue = 0;  // as_of − due where overdue, else 0
  int days_waiting = 0;  // as_of − the escalation's day where waiting, else 0

  bool counts() const { return state != State::none && state != State::voided; }  // is in H
  bool open() const { return is_open(state); }
  int age() const { return as_of - found; }
  int days_to_close() const { return closed != nullptr ? closed->date - found : 0; }
};

// Takes the steps of one timeline one by one, in order.
class StatusFold {
 public:
  StatusFold(const Model& model, const Timeline& timeline);
  void take(const Step& step);
  // As of a day, with the steps taken so far; the caller has taken those dated up to then.
  HazardStatus at(Date as_of) const;

 private:
  void take_event(const Step& step);
  const Model* model_;
  HazardStatus status_;
  std::optional<Date> moved_due_;
  std::string_view section_department_;
};

HazardStatus hazard_status_at(const Model& model, const Timeline& timeline, Date as_of);

// Every hazard found by the day, void ones too, in the order of the timelines. Views that need each hazard once
// only call hazard_status_at() as they go, and keep nothing.
struct Status {
  Date as_of{};
  std::vector<HazardStatus> hazards;
};
Status status_at(const Model& model, const Timelines& timelines, Date as_of);

// The timelines by round, unit id and place in the record: the order of every list of hazards.
std::vector<const Timeline*> in_ledger_order(const Model& model, const Timelines& timelines);

// What was written with a step; empty for `found` and the plan.
std::string_view word_of(const Step& step, EventKey key);
List<Word> evidence_of(const Step& step);

// Who rectified it, as far as it is known: a follow-up that finds it closed does not say.
std::string_view rectified_by(const HazardStatus& status);
// The id of the body that somebody acted for in a step: as written, else by the step's round the unit or the authority.
std::string_view acting_for(const Model& model, const HazardStatus& status, const Step& step);
std::string_view severity_id(const Model& model, const HazardStatus& status);

}  // namespace hazcheck
