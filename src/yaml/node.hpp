// The immutable tree of one YAML file. Nodes live in the arena that the reader was given; texts are views
// into that arena or into the file's bytes, both of which must outlive the tree.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "diag/span.hpp"

namespace hazcheck {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };
enum class ScalarStyle : std::uint8_t { plain, quoted, block };

// Marks, the same whichever reader built the tree:
//   scalar      its source text: quotes included; a plain one ends behind its last character; a block scalar runs from
//               its | or > to the end of its last line (without the newline)
//   null        an explicit ~ or null: its text. Left empty: [end of the key, +1) — the colon — in a mapping; in a
//               sequence the byte range of the "-" is not known to every reader, so it is the end of the item before
//               it, or the sequence's begin
//   collection  from its first child's begin (flow style: from its bracket) to its last child's end (an empty flow
//               collection: its opening bracket)
class Node {
 public:
  NodeKind kind = NodeKind::null;
  ScalarStyle style = ScalarStyle::plain;
  bool flow = false;  // collections only
  Mark at;
  std::string_view text;           // scalars: the value after YAML's escapes and folding; never converted
  std::span<const Node> children;  // sequence: its items; mapping: key, value, key, value … in file order

  bool is_null() const { return kind == NodeKind::null; }
  bool is_scalar() const { return kind == NodeKind::scalar; }
  bool is_sequence() const { return kind == NodeKind::sequence; }
  bool is_mapping() const { return kind == NodeKind::mapping; }
  // Plain: null-like words and typed decoding are decided by the field, never by the reader, but for ~, null,
  // Null, NULL and nothing at all, which are null when plain.
};

}  // namespace hazcheck
