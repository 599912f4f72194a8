// The answers to fill in: `answers:` with every item that applies to a unit, unchecked but for what is known to fail.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "base/lang.hpp"
#include "model/checklist.hpp"
#include "model/roster.hpp"

namespace hazcheck {

// The items that fail, by their place in the checklist; of an item answered for subjects, those subjects.
using FailedItems = std::map<std::uint32_t, std::set<std::string>>;

// An item that fails though it does not apply to the unit is there too, for the rules to tell.
std::string answers_text(const Checklist& checklist, const Unit& unit, Lang lang, const FailedItems& failed = {});

}  // namespace hazcheck
