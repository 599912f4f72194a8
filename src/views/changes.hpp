// The register's `changes` between two revisions as tables (hazcheck-changes(1)).
#pragma once
#include "status/compare_revisions.hpp"
#include "views/compare_filter.hpp"

namespace hazcheck {

// The names are what the user called the sides ("HEAD~3", "work tree"). The meta of the report has the command and
// the day; where the registers came from is the caller's to say.
Comparison changes_report(const Register& before, const Text& before_name, const Register& after,
                          const Text& after_name, Date as_of, const CompareOptions& options);

}  // namespace hazcheck
