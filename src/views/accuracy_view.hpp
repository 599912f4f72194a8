// `report accuracy EARLIER LATER`: what the earlier round missed.
#pragma once
#include <array>

#include "views/request.hpp"

namespace hazcheck {

inline constexpr std::array<GroupKey, 5> kAccuracyKeys{GroupKey::unit, GroupKey::type, GroupKey::area,
                                                       GroupKey::section, GroupKey::item};

// Takes `by` and `filter` for those keys. Fails where a round is unknown.
Result<Report> accuracy(const Request& request);

}  // namespace hazcheck
