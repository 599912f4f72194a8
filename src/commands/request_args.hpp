// From a call's options to what a view is asked for.
#pragma once
#include <optional>

#include "commands/report_output.hpp"
#include "views/request.hpp"

namespace hazcheck {

// Fills in by, filter and period. False, with `fault`, where a value is wrong.
bool fill_request(const Call& call, Request& request, Text& fault);

}  // namespace hazcheck
