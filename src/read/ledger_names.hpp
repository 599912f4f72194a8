// What a ledger calls things, to the ids of the campaign: units by title, rounds, sections, items, grades, bodies.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.hpp"
#include "read/ledger_map.hpp"

namespace hazcheck {

// Names of one kind. Ids count as names; blanks, width and case are nothing.
class NameIndex {
 public:
  void add(std::string_view name, std::string_view id);
  void add_title(const Title& title, std::string_view id);
  void add_words(const LedgerMap::Words& words);               // these win
  void add_usual(std::string_view name, std::string_view id);  // only where nothing is called so
  // The id; or why there is none, "no unit is called 'x'; did you mean 'y'?".
  std::optional<std::string> find(std::string_view name) const;
  // The same by a usual name, with "类", "隐患" and the like behind it or not. A guess, which the user is to be told.
  std::optional<std::string> guess(std::string_view name) const;
  Text why_not(Label what, std::string_view name) const;

 private:
  std::unordered_map<std::string, std::string> ids_;    // folded → id; empty: of several
  std::unordered_map<std::string, std::string> usual_;  // likewise
  std::vector<std::string> names_;                      // as given, for "did you mean"
  mutable std::unordered_map<std::string, Text> told_;  // a ledger repeats its faults, and looking for likeness is slow
};

// What offices call the areas of the checklist that comes with hazcheck.
struct UsualNames {
  std::string_view section;  // its id there
  std::string_view names;    // separated by blanks
};
std::span<const UsualNames> usual_section_names();

struct LedgerNames {
  NameIndex units, rounds, sections, items, severities, bodies;
};
LedgerNames ledger_names(const Model& model, const Checklist& checklist, const LedgerMap& map);

}  // namespace hazcheck
