// `report weekly`: what happened in a period and what stands at its end, by group, with the lists that people act on.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// The period is the last whole ISO week before as-of where none is given. What of it lies after as-of is cut off; a
// period that begins after as-of is a Failure. A hazard is in the group of its keys at the end. Takes `by`, `filter`.
Result<Report> weekly(const Request& request);

}  // namespace hazcheck
