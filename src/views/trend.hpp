// `report trend`: a row a week; what was found and closed in it, and what stood at its end.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// Whole ISO weeks from the first hazard found (or the period's start) to the one of as-of (or the period's end); the
// last is cut at as-of. Takes `filter`, which is held against each hazard as of as-of. Fails where the period begins
// after as-of.
Result<Report> trend(const Request& request);

}  // namespace hazcheck
