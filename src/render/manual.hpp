// A page of the manual before it is laid out: blocks of text in one language, printed as roff or as plain text.
// It does not know where a page's words come from; commands/manual_pages composes them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"

namespace hazcheck {

enum class BlockKind : std::uint8_t {
  section,     // head
  subsection,  // head
  paragraph,   // text
  entry,       // head and what it means
  literal      // text as it is: examples, files
};

// Texts may hold `words as typed` between backticks.
struct ManualBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string head;
  std::string text;
};

struct ManualPage {
  std::string name;  // hazcheck-validate
  int section = 1;
  std::string title;  // what apropos shows
  std::vector<ManualBlock> blocks;

  void heading(std::string_view head) { blocks.push_back({BlockKind::section, std::string(head), {}}); }
  void subheading(std::string_view head) { blocks.push_back({BlockKind::subsection, std::string(head), {}}); }
  void paragraph(std::string_view text) { blocks.push_back({BlockKind::paragraph, {}, std::string(text)}); }
  void entry(std::string_view head, std::string_view text) {
    blocks.push_back({BlockKind::entry, std::string(head), std::string(text)});
  }
  void literal(std::string_view text) { blocks.push_back({BlockKind::literal, {}, std::string(text)}); }
  // Prose written by hand: "# HEAD", "## HEAD", ": HEAD" with its text on the lines that follow, four blanks before
  // literal lines, all else paragraphs, divided by empty lines. Lines of a paragraph are joined.
  void prose(std::string_view markup);
};

// For man(1), in the macros of man(7). `source` and `date` stand in the footer.
struct RoffOptions {
  Lang lang = Lang::en;
  std::string_view source;  // "hazcheck 0.1.0"
  std::string_view date;    // "2026-01-31"
};
std::string manual_roff(const ManualPage& page, const RoffOptions& options);

// For a terminal, as man(1) would show it. `width` in columns.
std::string manual_text(const ManualPage& page, std::size_t width, bool color);

}  // namespace hazcheck
