// The `diff` of two rounds as tables (hazcheck-diff(1)).
#pragma once
#include "status/compare_rounds.hpp"
#include "views/compare_filter.hpp"

namespace hazcheck {

// `before` and `after` are what the user called the sides ("HEAD~3:self"), for the title. The meta of the report has
// the command and the day; where the registers came from is the caller's to say.
Comparison diff_report(const RoundSide& before, std::string_view before_name, const RoundSide& after,
                       std::string_view after_name, Date as_of, const CompareOptions& options);

}  // namespace hazcheck
