// A report as JSON: {"meta": {…}, "rows": [{column: value}], "NAME": [further tables]}, with the CSV's column names.
// Numbers are numbers with exact digits, dates are strings, flags 0 or 1, null where a cell is empty.
#pragma once
#include <ostream>

#include "render/options.hpp"
#include "views/table.hpp"

namespace hazcheck {

void render_json(const Report& report, const ReportOptions& options, std::ostream& out);

}  // namespace hazcheck
