// The options that `diff` and `changes` share, and how they print. Must not compare anything.
#pragma once
#include <array>

#include "commands/report_options.hpp"
#include "commands/report_output.hpp"
#include "views/compare_filter.hpp"

namespace hazcheck {

// clang-format off
inline constexpr std::array kCompareOptions{
    Option{"--summary", "", {"counts instead of rows, by unit and section or as --by says", "只列数量，默认按单位和领域，可用 --by 指定"}},
    Option{"--exit-code", "", {"exit 1 where there are differences", "有差异时退出码为 1"}},
};
// clang-format on

// What is asked for, without the filter and the grouping.
inline CompareOptions compare_options(const Call& call) {
  CompareOptions options;
  options.changes = call.args.all("--change");
  options.summary = call.args.has("--summary");
  options.lang = call.lang;
  return options;
}

// Prints and returns the exit code.
inline int print_comparison(Call& call, const Comparison& comparison) {
  const int code = print_report(call, comparison.report);
  return code == kOk && comparison.differs && call.args.has("--exit-code") ? kFindings : code;
}

}  // namespace hazcheck
