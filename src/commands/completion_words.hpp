// What a shell may offer at the end of a command line, from the command tables and the workspace. It prints nothing,
// and it finds nothing where there is nothing to be found: completion has no error messages.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.hpp"

namespace hazcheck {

struct Suggestion {
  std::string word;
  std::string means;  // may be empty
};

enum class Offer : std::uint8_t { words, files, folders };

struct Suggestions {
  Offer offer = Offer::words;
  std::string prefix;             // of the word being completed, kept before every suggestion: "--by="
  std::vector<Suggestion> words;  // those that begin with what is there already
};

// `line`: the words behind the program's name; the last one is being completed and may be empty.
Suggestions suggest(const Call& call, const std::vector<std::string>& line);

// The values that a shell may offer for one argument, in the order of the data; not narrowed yet.
std::vector<Suggestion> values_of(const Call& call, Completes completes, const std::string& directory);

}  // namespace hazcheck
