// The facts about dates that both the rules of time (HZ4) and those of the closed loop (HZ5) rest on: a
// hazard whose dates contradict each other is reported for that, and not again for transitions that only look
// wrong because of it.
#pragma once
#include "model/model.hpp"

namespace hazcheck {

// One day of grace for clocks in other zones.
constexpr bool in_future(Date day, Date today) { return day > today + 1; }

// The day before which nothing can have happened to the hazard: found, but no later than its inspection (a
// later `found` is a fault of its own).
Date first_day_of(const Record& record, const Hazard& hazard);

// The first `closed` of the log that is dated before the hazard was found; null where there is none.
const Event* closed_before_found(const Hazard& hazard);

// A closing that is dated before the rectification it rests on: the one above it in the log, else the next
// below.
struct ClosedTooEarly {
  const Event* closed = nullptr;
  const Event* rectified = nullptr;
};
ClosedTooEarly closed_before_rectified(const Hazard& hazard);

// Whether an error of HZ4 is reported for the dates of the hazard's plan or log.
bool dates_contradict(const Record& record, const Hazard& hazard, Date today);

}  // namespace hazcheck
