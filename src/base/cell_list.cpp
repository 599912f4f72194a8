// Words joined by semicolons and told apart again. Must not lose a character of a word.
#include "base/cell_list.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kWide = "；";

// Bytes of the separator that `text` starts with; 0: none.
std::size_t separator(std::string_view text) {
  if (text.starts_with(';') || text.starts_with('\n')) return 1;
  return text.starts_with(kWide) ? kWide.size() : 0;
}

bool needs_quotes(std::string_view word) {
  return word.empty() || word.front() == '"' || word.find_first_of(";\n\r") != std::string_view::npos ||
         word.find(kWide) != std::string_view::npos || trim(word).size() != word.size() || says_nothing(word);
}

// The word in quotes that `rest` starts with is taken off it, if it ends where a word may end.
bool take_quoted(std::string_view& rest, std::string& word) {
  std::string inner;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] != '"') {
      inner += rest[i];
    } else if (i + 1 < rest.size() && rest[i + 1] == '"') {
      inner += rest[i++];
    } else {
      std::string_view behind = rest.substr(i + 1);
      while (!behind.empty() && (behind.front() == ' ' || behind.front() == '\t')) behind.remove_prefix(1);
      if (!behind.empty() && separator(behind) == 0) return false;
      word = std::move(inner);
      rest = behind;
      return true;
    }
  }
  return false;
}

}  // namespace

void add_to_cell_list(std::string& cell, std::string_view word) {
  if (!cell.empty()) cell += "; ";
  if (!needs_quotes(word)) {
    cell += word;
    return;
  }
  cell += '"';
  for (char c : word) cell.append(c == '"' ? 2 : 1, c);
  cell += '"';
}

std::vector<std::string> split_cell_list(std::string_view cell) {
  std::vector<std::string> words;
  for (std::string_view rest = trim(cell); !rest.empty(); rest = trim(rest)) {
    std::string word;
    if (rest.front() != '"' || !take_quoted(rest, word)) {
      std::size_t end = 0;
      while (end < rest.size() && separator(rest.substr(end)) == 0) ++end;
      word = std::string(trim(rest.substr(0, end)));
      rest.remove_prefix(end);
    }
    if (!word.empty()) words.push_back(std::move(word));
    rest.remove_prefix(separator(rest));
  }
  return words;
}

bool says_nothing(std::string_view cell) {
  constexpr std::string_view kNothing[] = {"-", "--", "/", "—", "——", "无", "暂无", "／", "－"};
  return std::find(std::begin(kNothing), std::end(kNothing), cell) != std::end(kNothing);
}

}  // namespace hazcheck
