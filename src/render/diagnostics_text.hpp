// Diagnostics for people: `path:line:col: error: message [HZ402]`, the source line with carets, help and notes.
#pragma once
#include <ostream>
#include <string>

#include "render/options.hpp"

namespace hazcheck {

void render_diagnostics_text(const Findings& findings, const DiagnosticOptions& options, std::ostream& out);

// The count for stderr: "36 files: 2 errors, 1 warning, 3 notes".
std::string summary_line(const Diagnostics& diagnostics, std::size_t files, Lang lang);

}  // namespace hazcheck
