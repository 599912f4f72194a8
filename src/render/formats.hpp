// Every output format there is, by the kind of thing it shows. A format is a file of its own and one line in
// formats.cpp; option parsing, completion and the manual read these rows.
#pragma once
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

#include "render/options.hpp"
#include "views/table.hpp"

namespace hazcheck {

struct ReportFormat {
  std::string_view name;  // as given to --format
  Label about;
  void (*render)(const Report&, const ReportOptions&, std::ostream&);
};

struct DiagnosticFormat {
  std::string_view name;
  Label about;
  void (*render)(const Findings&, const DiagnosticOptions&, std::ostream&);
  bool from_top = false;  // paths are the repository's, not the workspace's: Findings::prefix
};

// The first one is the default.
std::span<const ReportFormat> report_formats();
std::span<const DiagnosticFormat> diagnostic_formats();

// Null where there is no such format; names_of() then gives did_you_mean() its candidates.
const ReportFormat* find_report_format(std::string_view name);
const DiagnosticFormat* find_diagnostic_format(std::string_view name);

template <class Format>
std::vector<std::string_view> names_of(std::span<const Format> formats) {
  std::vector<std::string_view> names;
  for (const Format& format : formats) names.push_back(format.name);
  return names;
}

}  // namespace hazcheck
