// The subjects that an `each` item is answered for, held against the unit's in the roster. Names compare as people's
// do. Must not report: identity_subjects.cpp and the answers' rules do.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/record.hpp"

namespace hazcheck {

struct SubjectMatch {
  std::vector<std::size_t> unknown;                        // indices of replies that name no subject of the unit
  std::vector<std::pair<std::size_t, std::size_t>> twice;  // a reply, and the earlier one for the same subject
  std::vector<std::uint32_t> missing;                      // indices of the unit's subjects without a reply
};

// Whether the replies name exactly the subjects, in their order: the usual case, told without allocating.
bool in_roster_order(List<Reply> each, const std::vector<Word>& subjects);

SubjectMatch match_subjects(List<Reply> each, const std::vector<Word>& subjects);

// The subject that `name` is most likely a slip of; null where there is none.
const Word* near_subject(std::string_view name, const std::vector<Word>& subjects);

// Looks names up among subjects, over and over: few are walked through, many hashed once.
class SubjectLookup {
 public:
  bool names(std::string_view name, const std::vector<Word>& subjects);

 private:
  std::unordered_map<const std::vector<Word>*, std::unordered_set<std::string>> folded_;
};

// The first of the names, and how many there are: "沪A00001, 沪A00002 … (30)".
std::string listed_subjects(const std::vector<Word>& subjects, std::size_t most);

}  // namespace hazcheck
