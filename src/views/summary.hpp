// `status`: the figures of a day, for the whole register or by group.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// One row a group (one row in all without `by`), and a total of all groups. Takes `by` and `filter`.
Report summary(const Request& request);

}  // namespace hazcheck
