// Look-ups in a checklist and the test whether an item applies to a unit.
#include "model/checklist.hpp"

#include <algorithm>

namespace hazcheck {

std::string_view key_of(Evidence kind) {
  constexpr std::array<std::string_view, kEvidenceKinds> kKeys{"check",  "percent", "count", "date",
                                                               "people", "match",   "text"};
  return kKeys[static_cast<std::size_t>(kind)];
}

bool Item::asks(Evidence kind) const { return std::find(evidence.begin(), evidence.end(), kind) != evidence.end(); }

std::uint32_t Checklist::find_item(std::string_view wanted) const {
  const auto it = item_index.find(wanted);
  return it == item_index.end() ? kNoIndex : it->second;
}

std::uint32_t Checklist::find_section(std::string_view wanted) const {
  const auto it = section_index.find(wanted);
  return it == section_index.end() ? kNoIndex : it->second;
}

bool Checklist::applies_to(std::uint32_t item, const Unit& unit) const {
  const Item& i = items[item];
  return !sections[i.section].covered_elsewhere && matches(i.applies, unit);
}

}  // namespace hazcheck
