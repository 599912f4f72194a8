// `status --explain FIGURE`: which hazards a figure of `status` counted, and which it left out, each with the reason.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// One row a hazard found by the day that the filter takes, counted ones first. Fails where `status` has no such figure.
Result<Report> explain_figure(const Request& request, std::string_view figure);

}  // namespace hazcheck
