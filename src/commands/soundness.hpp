// --keep-going: takes out of a register what its errors make unsound, and names it.
#pragma once
#include <vector>

#include "commands/workspace.hpp"
#include "views/table.hpp"

namespace hazcheck {

// An error within a hazard or a follow-up takes that one out; within the answers it makes the record a draft; any other
// error in a record takes out the record. A hazard goes with a follow-up of it that goes. Errors in the other files
// take nothing out, but are named.
std::vector<Meta::LeftOut> leave_out_unsound(Loaded& loaded);

}  // namespace hazcheck
