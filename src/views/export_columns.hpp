// Columns that stand in tables of several files, and the short names that the tables are written with. Nothing here
// knows a row.
#pragma once
#include <string_view>

#include "views/export_tables.hpp"
#include "views/request.hpp"

namespace hazcheck::export_columns {

using enum CellType;
using F = ExportField;
using K = std::string_view;
using From = const ExportFrom&;

// clang-format off
inline constexpr F kCampaignColumn{"campaign", text, true, {"the campaign", "专项"}};
inline constexpr F kRoundColumn{"round", text, true, {"the record's round", "记录的轮次"}};
inline constexpr F kUnitColumn{"unit", text, true, {"the record's unit", "记录的单位"}};
inline constexpr F kReason{"reason", text, false, {"why", "原因"}};
inline constexpr F kNote{"note", text, false, {"remark", "备注"}};
// clang-format on

inline Cell day_of(const Day& d) { return d.present() ? Cell(d.value) : Cell{}; }

}  // namespace hazcheck::export_columns
