// The record that `new` writes: everything that can be filled in from the register is, and the rest says how.
#pragma once
#include <string>
#include <vector>

#include "base/lang.hpp"
#include "model/model.hpp"

namespace hazcheck {

// A hazard of an earlier round that is still open on the day of the new record.
struct OpenHazard {
  std::string id;  // global
  std::string description;
};

struct RecordTemplate {
  const Campaign& campaign;
  const Checklist& checklist;
  const Round& round;
  const Unit& unit;
  Date date;
  Lang lang;
  std::vector<OpenHazard> open;
  std::string schema;  // the whole first line for editors; empty: none
};

// Block style, free text quoted, one answer a line with its question above it.
std::string record_text(const RecordTemplate& record);

}  // namespace hazcheck
