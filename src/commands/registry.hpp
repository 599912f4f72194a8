// The rows of all commands, each defined in the file of its command.
#pragma once
#include "commands/command.hpp"

namespace hazcheck {

extern const Command kInit, kNew, kValidate, kExplain, kStatus, kList, kReportWeekly, kReportCoverage, kReportAccuracy,
    kReportTrend, kReportWriteoffs, kReportUnit;

}  // namespace hazcheck
