// Diagnostics as JSON: {"diagnostics": [{code, name, severity, path, line, column, end_line, end_column, message,
// messages: {en, zh}, help, notes}], "summary": {files, errors, warnings, notes}}. Positions that are not known are
// null; end_column is one past the last character.
#pragma once
#include <ostream>

#include "render/options.hpp"

namespace hazcheck {

void render_diagnostics_json(const Findings& findings, const DiagnosticOptions& options, std::ostream& out);

}  // namespace hazcheck
