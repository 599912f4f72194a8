// Look-ups in the roster and the test whether a filter takes a unit.
#include "model/roster.hpp"

#include <algorithm>

#include "base/same_word.hpp"

namespace hazcheck {

bool Unit::has_trait(std::string_view trait) const {
  return std::any_of(traits.begin(), traits.end(), [&](const Word& t) { return same_word(t.value, trait); });
}

const std::vector<Word>* Unit::subjects_of(std::string_view kind) const {
  for (const SubjectKind& s : subjects)
    if (same_word(s.kind.value, kind)) return &s.names;
  return nullptr;
}

bool Unit::valid_on(Date day) const {
  return (!valid_from.present() || valid_from.value <= day) && (!valid_to.present() || day <= valid_to.value);
}

const Unit* Roster::find(std::string_view id) const {
  const auto it = index.find(id);
  return it == index.end() ? nullptr : &units[it->second];
}

bool matches(const UnitFilter& filter, const Unit& unit) {
  if (filter.all()) return true;
  const auto is = [](std::string_view wanted) {
    return [wanted](const Word& w) { return same_word(w.value, wanted); };
  };
  if (std::any_of(filter.ids.begin(), filter.ids.end(), is(unit.id.value))) return true;
  if (filter.types.empty() && filter.traits.empty()) return false;
  const bool type = filter.types.empty() || std::any_of(filter.types.begin(), filter.types.end(), is(unit.type.value));
  return type && std::all_of(filter.traits.begin(), filter.traits.end(),
                             [&](const Word& t) { return unit.has_trait(t.value); });
}

}  // namespace hazcheck
