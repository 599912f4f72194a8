// Records that are there but could not be read, or not in full. What they hold is unknown, so that rules
// which look from one record to another keep silent about their units: the reader has said what is wrong.
#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

#include "model/model.hpp"

namespace hazcheck {

class Doubt {
 public:
  explicit Doubt(const Model& model);

  // Whether a record of the unit, in whatever round, is missing from the model in whole or in part.
  bool about_unit(std::string_view unit) const { return units_.contains(unit); }
  // Whether the record that a hazard's global id names could not be read, or not in full.
  bool about_hazard(std::string_view global_id) const;

 private:
  std::unordered_set<std::string_view> units_;
  std::unordered_set<std::string_view> places_;  // "self/u1"
};

}  // namespace hazcheck
