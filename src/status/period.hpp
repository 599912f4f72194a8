// What happened from one day to another, both included: events counted by their date, between the stock before and
// the stock after. Events are counted, not hazards, so that the sum holds for every hazard, group and period:
//   opening + found + reopened − closed − voided = closing
#pragma once
#include <cstdint>

#include "status/timeline.hpp"

namespace hazcheck {

struct Period {
  Date from{};
  Date to{};
};

// The last whole ISO week, Monday to Sunday, that ended before the day.
IsoWeek last_whole_week(Date as_of);
Period period_of(IsoWeek week);

// What of the period lies on or before the day: the fold is cut there. All of it later: an empty one that ends on
// the day, in which nothing happened and opening equals closing.
Period cut_at(Period period, Date as_of);

struct Flows {
  std::int64_t opening = 0;   // open at the end of the day before `from`
  std::int64_t found = 0;     // void ones too, which `voided` takes out again
  std::int64_t reopened = 0;  // follow-ups that found it again too
  std::int64_t closed = 0;    // follow-ups that closed it too
  std::int64_t voided = 0;
  std::int64_t closing = 0;    // open at the end of `to`
  std::int64_t rectified = 0;  // follow-ups that found it rectified too
  std::int64_t rejected = 0;
  std::int64_t deferred = 0;
  std::int64_t escalated = 0;
  std::int64_t answered = 0;

  void add(const Timeline& timeline, Period period);
  Flows& operator+=(const Flows& other);
};

}  // namespace hazcheck
