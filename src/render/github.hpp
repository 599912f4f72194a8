// Diagnostics as workflow commands of GitHub Actions, which become annotations of a change:
// ::error file=…,line=…,col=…,endColumn=…,title=HZ402::message
#pragma once
#include <ostream>

#include "render/options.hpp"

namespace hazcheck {

void render_diagnostics_github(const Findings& findings, const DiagnosticOptions& options, std::ostream& out);

}  // namespace hazcheck
