// The lines that entries of a YAML tree take up in their file, and edits of such lines. Must not know what is merged.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/node.hpp"

namespace hazcheck {

// Whole lines: bytes [begin, end), the last newline included where there is one.
struct Lines {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;         // bytes before the entry's key, or before the dash of a list's element
  bool first_of_element = false;  // the key stands behind a dash: its line is the element's too
};

// One behind the node's last byte, the closing bracket included; a node's own mark ends with its last child.
std::size_t end_of_node(std::string_view text, const Node& node);

// The lines of `key: value` in a block mapping, with the comment lines directly above. Empty where the entry does not
// begin its line.
std::optional<Lines> lines_of_entry(std::string_view text, const Node& key, const Node& value);
// The lines of an element of a block list.
std::optional<Lines> lines_of_element(std::string_view text, const Node& element);

// These lines as they stand in `text`, moved so that what began in their column begins in `column`, ending in a
// newline.
std::string moved(std::string_view text, const Lines& lines, std::size_t column);

// What a node says, whatever its comments, quotes, layout and order of keys: equal texts are equal values.
std::string meaning_of(const Node& node);

// Whether every comment that `theirs` or `ours` adds to `base` stands in `merged`, wherever.
bool keeps_comments(std::string_view base, std::string_view ours, std::string_view theirs, std::string_view merged);

// Changes to one text, given by places of that text as it was.
class Edits {
 public:
  void replace(std::size_t begin, std::size_t end, std::string text) { list_.push_back({begin, end, std::move(text)}); }
  void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
  std::size_t size() const { return list_.size(); }
  void take_back(std::size_t size) { list_.resize(size); }
  // Changes that overlap are a bug of the caller; what is inserted in one place stays in the order given.
  std::string apply(std::string_view text) const;

 private:
  struct Edit {
    std::size_t begin, end;
    std::string text;
  };
  std::vector<Edit> list_;
};

}  // namespace hazcheck
