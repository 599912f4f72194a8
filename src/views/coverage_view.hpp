// `report coverage`: how far each round has come; on request, which units and items are missing.
#pragma once
#include "views/request.hpp"

namespace hazcheck {

// Takes `missing`, and of the filter round, unit, type and area.
Report coverage(const Request& request);

}  // namespace hazcheck
