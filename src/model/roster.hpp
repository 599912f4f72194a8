// roster.yaml: the inspected units (schools), their people and what `each` items are answered for.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/campaign.hpp"
#include "model/values.hpp"

namespace hazcheck {

struct SubjectKind {
  Word kind;  // vehicle
  std::vector<Word> names;
};

struct Unit {
  Word id;
  Title title;
  Word type;
  std::vector<Word> traits;
  Word area;
  std::vector<Person> people;
  std::vector<SubjectKind> subjects;
  std::optional<long> students;
  Day valid_from;
  Day valid_to;
  Mark at;

  bool has_trait(std::string_view trait) const;
  // The unit's subjects of a kind; null where it has none.
  const std::vector<Word>* subjects_of(std::string_view kind) const;
  bool valid_on(Date day) const;
};

struct Roster {
  FileId file = kNoFile;
  bool read = false;
  std::vector<Unit> units;
  std::unordered_map<std::string_view, std::size_t> index;  // id → the first unit of that id

  const Unit* find(std::string_view id) const;
};

bool matches(const UnitFilter& filter, const Unit& unit);

}  // namespace hazcheck
