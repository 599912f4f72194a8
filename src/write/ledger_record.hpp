// Records from a ledger's rows, as YAML. The record is a draft: a ledger knows what was found, not what was looked at.
#pragma once
#include <string>

#include "model/ledger_entry.hpp"

namespace hazcheck {

// Answers `fail` where the hazards say so, and leaves all else to be filled in. `source` names the ledger in comments.
std::string ledger_record_text(const LedgerRecord& record, const Checklist& checklist, const std::string& source,
                               Lang lang);

}  // namespace hazcheck
