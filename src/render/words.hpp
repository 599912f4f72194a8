// Words of fixed vocabularies as people read them in text output; CSV and JSON keep the keys.
#pragma once
#include <span>
#include <string_view>

#include "base/lang.hpp"

namespace hazcheck {

struct Term {
  std::string_view key;
  Label label;
};

// The vocabulary of the column with this name; empty where its cells are free text.
std::span<const Term> vocabulary_of(std::string_view column);
std::string_view term_for(std::span<const Term> vocabulary, std::string_view key, Lang lang);  // else the key itself

}  // namespace hazcheck
