// The options that reporting commands share, as tables to be joined with a command's own.
#pragma once
#include <array>

#include "commands/command.hpp"

namespace hazcheck {

template <std::size_t A, std::size_t B>
constexpr std::array<Option, A + B> joined(const std::array<Option, A>& a, const std::array<Option, B>& b) {
  std::array<Option, A + B> all{};
  for (std::size_t i = 0; i < A; ++i) all[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) all[A + i] = b[i];
  return all;
}

inline constexpr std::array<std::string_view, 3> kReportFormats{"text", "csv", "json"};
inline constexpr std::array<std::string_view, 2> kHeaderLangs{"en", "zh"};

// What a report is made from and printed as.
// clang-format off
inline constexpr std::array kOutputOptions{
    Option{"--rev", "REV", {"report on a git revision instead of the work tree", "按某个 git 版本而不是工作区出报表"}, false, {}, Completes::revisions},
    Option{"--format", "FORMAT", {"text (default), csv or json", "text（默认）、csv 或 json"}, false, kReportFormats, Completes::choices},
    Option{"--output", "FILE", {"write to FILE, whole or not at all", "写入 FILE，要么完整要么不写"}, false, {}, Completes::files},
    Option{"--excel", "", {"csv for a spreadsheet: byte order mark, CRLF, no formulas", "供电子表格打开的 csv：带 BOM、CRLF，公式不执行"}},
    Option{"--csv-header", "LANG", {"header names of csv: en (default) or zh", "csv 表头语言：en（默认）或 zh"}, false, kHeaderLangs, Completes::choices},
    Option{"--keep-going", "", {"report on what is sound where the workspace has errors, and say what was left out", "工作区有错误时仍就无误部分出报表，并列明略去了什么"}},
};
// clang-format on

inline constexpr std::array kGateOptions{
    Option{"--max", "FIGURE=N", {"exit 1 where a row's figure is above N", "任一行该指标高于 N 时退出码为 1"}, true},
    Option{"--min", "FIGURE=N", {"exit 1 where a row's figure is below N", "任一行该指标低于 N 时退出码为 1"}, true},
};

inline constexpr auto kReportOptions = joined(kOutputOptions, kGateOptions);

// Filters by keys of the register, in groups that reports combine.
inline constexpr std::array kUnitFilters{
    Option{"--unit", "UNIT", {"only these units", "只看这些单位"}, true, {}, Completes::units},
    Option{"--type", "TYPE", {"only these unit types", "只看这些单位类型"}, true, {}, Completes::types},
    Option{"--area", "AREA", {"only these areas", "只看这些街镇"}, true, {}, Completes::areas},
};

// clang-format off
inline constexpr std::array kRoundFilter{
    Option{"--round", "ROUND", {"only hazards found in these rounds", "只看这些轮次发现的隐患"}, true, {}, Completes::rounds},
};
// clang-format on

inline constexpr std::array kItemFilters{
    Option{"--section", "SECTION", {"only these sections", "只看这些领域"}, true, {}, Completes::sections},
    Option{"--item", "ITEM", {"only these items", "只看这些检查项"}, true, {}, Completes::items},
};

// … and by what is known of a hazard.
// clang-format off
inline constexpr std::array kHazardFilters{
    Option{"--status", "STATUS", {"only these: open, unplanned, planned, rectified, closed, void", "只看：open（未销项）、unplanned、planned、rectified、closed、void"}, true, {}, Completes::statuses},
    Option{"--severity", "SEVERITY", {"only these severities", "只看这些等级"}, true, {}, Completes::severities},
    Option{"--department", "DEPARTMENT", {"only these departments", "只看这些部门"}, true, {}, Completes::departments},
    Option{"--owner", "OWNER", {"only these owners: a name, or unit/name", "只看这些责任人：姓名或 单位/姓名"}, true, {}, Completes::owners},
    Option{"--overdue", "", {"only overdue ones", "只看逾期的"}},
    Option{"--due-soon", "", {"only those due soon", "只看即将到期的"}},
    Option{"--no-due", "", {"only those without a due date", "只看没有期限的"}},
    Option{"--escalated", "", {"only those ever escalated", "只看上报过的"}},
    Option{"--waiting", "", {"only those waiting for an answer to an escalation", "只看上报待答复的"}},
    Option{"--supervised", "", {"only those under supervision", "只看挂牌督办的"}},
    Option{"--due-before", "DATE", {"due before this day", "期限早于此日"}},
    Option{"--found-since", "DATE", {"found on this day or later", "此日及以后发现"}},
    Option{"--found-until", "DATE", {"found on this day or earlier", "此日及以前发现"}},
    Option{"--closed-since", "DATE", {"closed on this day or later", "此日及以后销项"}},
    Option{"--closed-until", "DATE", {"closed on this day or earlier", "此日及以前销项"}},
};
// clang-format on

inline constexpr auto kFilterOptions = joined(kUnitFilters, joined(kItemFilters, joined(kRoundFilter, kHazardFilters)));

// clang-format off
inline constexpr std::array kByOptions{
    Option{"--by", "KEY", {"group by unit, type, area, section, item, round, severity, department or owner", "按 unit、type、area、section、item、round、severity、department 或 owner 分组"}, true, {}, Completes::group_keys},
};
// clang-format on

// clang-format off
inline constexpr std::array kByItemOptions{
    Option{"--by", "KEY", {"group by unit, type, area, section or item", "按 unit、type、area、section 或 item 分组"}, true, {}, Completes::group_keys},
};
// clang-format on

inline constexpr std::array kPeriodOptions{
    Option{"--week",
           "WEEK",
           {"an ISO week, 2020-W16; the last whole one by default", "ISO 周，如 2020-W16，默认上一个完整周"}},
    Option{"--from", "DATE", {"first day of the period", "时段起始日"}},
    Option{"--to", "DATE", {"last day of the period", "时段截止日"}},
};

inline constexpr std::array kMissingOptions{
    Option{"--missing", "", {"list units without a record, and unanswered items", "列出缺报单位和未作答检查项"}},
};

}  // namespace hazcheck
