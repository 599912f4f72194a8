// From a call's options to what a view is asked for.
#pragma once
#include <optional>

#include "commands/report_output.hpp"
#include "views/request.hpp"

namespace hazcheck {

// The day that an option names, 1900 to 2199. Empty, with `fault`, where it names none.
std::optional<Date> day_given(const Args& args, std::string_view option, Text& fault);

// Fills in by, filter and period. False, with `fault`, where a value is wrong.
bool fill_request(const Call& call, Request& request, Text& fault);

}  // namespace hazcheck
