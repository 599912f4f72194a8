// Diagnostics as SARIF 2.1.0, for code scanning. Rules come in the chosen language, with a translation into the
// other one; each result has its message in both. Paths are relative to SRCROOT, columns count Unicode characters.
#pragma once
#include <ostream>

#include "render/options.hpp"

namespace hazcheck {

void render_diagnostics_sarif(const Findings& findings, const DiagnosticOptions& options, std::ostream& out);

}  // namespace hazcheck
