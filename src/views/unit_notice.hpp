// `report unit UNIT`: the rectification notice of one unit (隐患整改通知书), to print, hand over and sign.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// Its open hazards in the order of the ledger. Text output is a notice: an overview, then each hazard with its plan,
// room for what was done, and places for signatures (as remarks). Fails where the unit is unknown.
Result<Report> unit_notice(const Request& request);

}  // namespace hazcheck
