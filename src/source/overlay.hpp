// A snapshot with some more files in it, as they would be once written.
#pragma once
#include <map>
#include <string>

#include "source/snapshot.hpp"

namespace hazcheck {

// `base` must outlive it. A path that is in both is the one of `more`.
Snapshot overlay(const Snapshot& base, std::map<std::string, std::string> more);

}  // namespace hazcheck
