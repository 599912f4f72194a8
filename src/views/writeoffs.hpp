// `report writeoffs`: the register of write-offs of a period: who closed what, when, on which evidence.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// One row a closing, those of hazards that were reopened since too, by day, then number. Without a period: all up to
// as-of. Numbers that nobody used between the least and the greatest of a series are remarks. Takes `filter`, which is
// held against each hazard as of as-of.
Report writeoffs(const Request& request);

}  // namespace hazcheck
