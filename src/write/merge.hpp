// Merges two versions of a record that grew from one: answers by item, hazards by id, follow-ups by hazard, log entries
// as a set ordered by date, everything else field by field. Works on the text, so that lines which only one side
// touched stay as they were written; must not know where the three texts come from.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "yaml/node.hpp"

namespace hazcheck {

struct MergeSide {
  std::string_view text;
  const Node* root = nullptr;  // of `text`; null: there was no such file
};

struct MergeOptions {
  std::size_t marker_size = 7;
  std::string_view ours = "ours";
  std::string_view theirs = "theirs";
};

struct Merged {
  std::string text;
  std::size_t conflicts = 0;  // places between git's conflict markers
};

// Empty where the texts are laid out so that whole lines cannot be told apart (a record in one flow mapping, say).
// A conflict is what both sides changed in different ways: the smallest field, entry or hazard that takes whole lines.
std::optional<Merged> merge_records(const MergeSide& base, const MergeSide& ours, const MergeSide& theirs,
                                    const MergeOptions& options);

}  // namespace hazcheck
