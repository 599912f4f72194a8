// The one list of reports: a new one is a file and a row here.
#include "views/reports.hpp"

#include <algorithm>
#include <array>

#include "views/accuracy_view.hpp"
#include "views/coverage_view.hpp"
#include "views/trend.hpp"
#include "views/unit_notice.hpp"
#include "views/weekly.hpp"
#include "views/writeoffs.hpp"

namespace hazcheck {
namespace {

constexpr std::array<GroupKey, kGroupKeys> kAllKeys{GroupKey::unit,     GroupKey::type,       GroupKey::area,
                                                    GroupKey::section,  GroupKey::item,       GroupKey::round,
                                                    GroupKey::severity, GroupKey::department, GroupKey::owner};
constexpr std::array<GroupKey, 4> kCoverageKeys{GroupKey::round, GroupKey::unit, GroupKey::type, GroupKey::area};
constexpr std::array<std::string_view, 2> kTwoRounds{"ROUND", "ROUND"};
constexpr std::array<std::string_view, 1> kOneUnit{"UNIT"};

// clang-format off
constexpr std::array<ReportInfo, 6> kReports{{
    {.name = "weekly",
     .summary = {"what happened in a week or period, and what is to do", "一周（或一段时间）的整改进展和待办"},
     .by = kAllKeys, .filter_keys = kAllKeys, .filters_hazards = true, .takes_period = true, .make = weekly},
    {.name = "coverage",
     .summary = {"how far each round has come, and what is missing", "各轮检查的覆盖情况和缺漏"},
     .filter_keys = kCoverageKeys, .takes_missing = true, .figures_alone = true, .make = [](const Request& r) -> Result<Report> { return coverage(r); }},
    {.name = "accuracy",
     .summary = {"what an earlier round missed, as a later one found it", "以后一轮检查结果看前一轮的漏查"},
     .by = kAccuracyKeys, .filter_keys = kAccuracyKeys, .arguments = kTwoRounds, .make = accuracy},
    {.name = "trend",
     .summary = {"week by week: found, closed, open, overdue, closure rate", "逐周趋势：发现、销项、未销项、逾期、销项率"},
     .filter_keys = kAllKeys, .filters_hazards = true, .takes_period = true, .figures_alone = true, .make = trend},
    {.name = "writeoffs",
     .summary = {"the register of write-offs, and gaps in its numbers", "销项登记及缺号"},
     .filter_keys = kAllKeys, .filters_hazards = true, .takes_period = true,
     .make = [](const Request& r) -> Result<Report> { return writeoffs(r); }},
    {.name = "unit",
     .summary = {"one unit's rectification notice, to print and hand over", "一个单位的隐患整改通知书"},
     .filter_keys = kAllKeys, .filters_hazards = true, .arguments = kOneUnit, .make = unit_notice},
}};
// clang-format on

}  // namespace

std::span<const ReportInfo> report_infos() { return kReports; }

const ReportInfo* find_report(std::string_view name) {
  const auto it = std::find_if(kReports.begin(), kReports.end(), [&](const ReportInfo& r) { return r.name == name; });
  return it == kReports.end() ? nullptr : &*it;
}

}  // namespace hazcheck
