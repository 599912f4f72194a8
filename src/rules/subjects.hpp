// The subjects that an `each` item is answered for, held against the unit's in the roster. Names compare as people's
// do. Must not report: identity_subjects.cpp and the answers' rules do.
#pragma once
#include <cstdint>
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

bool names_subject(std::string_view name, const std::vector<Word>& subjects);

}  // namespace hazcheck
