// The rows of all commands, each defined in the file of its command.
#pragma once
#include "commands/command.hpp"

namespace hazcheck {

extern const Command kInit;
extern const Command kNew;
extern const Command kValidate;
extern const Command kDiff;
extern const Command kChanges;
extern const Command kMerge;
extern const Command kExplain;
extern const Command kStatus;
extern const Command kList;
extern const Command kShow;
extern const Command kReportWeekly;
extern const Command kReportCoverage;
extern const Command kReportAccuracy;
extern const Command kReportTrend;
extern const Command kReportWriteoffs;
extern const Command kReportUnit;
extern const Command kExport;
extern const Command kImport;
extern const Command kSchema;
extern const Command kCompletion;
extern const Command kComplete;
extern const Command kHelp;
extern const Command kManual;

}  // namespace hazcheck
