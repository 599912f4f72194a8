// The register of one moment as the comparisons take it: the model and its timelines, which belong together.
#pragma once
#include <vector>

#include "status/timeline.hpp"

namespace hazcheck {

struct Register {
  const Model& model;
  const Timelines& timelines;  // timelines_of(model)
};

}  // namespace hazcheck
