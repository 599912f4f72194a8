// What an earlier round missed: items that a unit passed there and failed in a later round. Pairs of answers, for a
// report to group; answers of drafts count, records dated after the day do not.
#pragma once
#include <cstdint>
#include <functional>

#include "status/coverage.hpp"

namespace hazcheck {

// One item that one unit answered pass or fail in both rounds. Items are the same by id, whatever the version.
struct AnswerPair {
  const Unit* unit = nullptr;
  const Checklist* checklist = nullptr;  // of the later record
  std::uint32_t item = 0;
  bool passed_before = false;
  bool passed_after = false;
};

// miss_rate = rate_of(missed, failed).
struct AccuracySums {
  std::int64_t checked = 0;  // pairs
  std::int64_t failed = 0;   // failed in the later round
  std::int64_t missed = 0;   // and passed in the earlier one

  void add(const AnswerPair& pair);
};

// Units in roster order, items in checklist order. Items that do not apply to the unit, in either version, are in none.
void visit_answer_pairs(const Model& model, const Round& earlier, const Round& later, Date as_of,
                        const std::function<void(const AnswerPair&)>& visit);

}  // namespace hazcheck
