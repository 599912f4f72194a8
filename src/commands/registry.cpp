// The one list of commands.
#include "commands/registry.hpp"

#include <array>

namespace hazcheck {

std::span<const Command* const> all_commands() {
  // clang-format off
  static constexpr std::array kCommands{
      &kInit,
      &kNew,
      &kValidate,
      &kStatus,
      &kList,
      &kShow,
      &kReportWeekly,
      &kReportCoverage,
      &kReportAccuracy,
      &kReportTrend,
      &kReportWriteoffs,
      &kReportUnit,
      &kDiff,
      &kChanges,
      &kExport,
      &kImport,
      &kMerge,
      &kExplain,
      &kSchema,
      &kCompletion,
      &kComplete,
      &kHelp,
      &kManual,
  };
  // clang-format on
  return kCommands;
}

const Command* find_command(std::string_view name) {
  for (const Command* c : all_commands())
    if (c->name == name) return c;
  return nullptr;
}

}  // namespace hazcheck
