// The registry of `report`: one row a report, from which the command takes its options, help and function.
#pragma once
#include <span>
#include <string_view>

#include "views/request.hpp"

namespace hazcheck {

struct ReportInfo {
  std::string_view name;  // "weekly"
  Label summary;
  std::span<const GroupKey> by{};           // the keys that --by takes; empty: no --by
  std::span<const GroupKey> filter_keys{};  // of the filter, those that it heeds
  bool filters_hazards = false;             // heeds all of the filter
  bool takes_period = false;                // --week, --from, --to
  bool takes_missing = false;
  bool figures_alone = false;                     // shows no text of a hazard that only people read
  std::span<const std::string_view> arguments{};  // their names, all required
  Result<Report> (*make)(const Request&) = nullptr;
};

std::span<const ReportInfo> report_infos();
const ReportInfo* find_report(std::string_view name);  // null where there is none

}  // namespace hazcheck
