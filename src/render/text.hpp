// A report for people: title, what was left out, tables, remarks, and what it was made from.
// Everything that users wrote is made safe for a terminal; nothing is cut without a sign.
#pragma once
#include <ostream>

#include "render/options.hpp"
#include "views/table.hpp"

namespace hazcheck {

void render_text(const Report& report, const ReportOptions& options, std::ostream& out);

// The closing line: as-of day, campaign, source and commit, program. "As of 2020-04-19, campaign …".
std::string made_from(const Meta& meta, Lang lang);

}  // namespace hazcheck
