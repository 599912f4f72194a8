// Excerpts of source lines. Must keep the carets under their characters whatever the line holds.
#include "render/excerpt.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kLeastRoom = 20;

// One character of the line as it shows.
struct Glyph {
  std::string shown;
  std::size_t from = 0;  // its columns, [from, to)
  std::size_t to = 0;
};

std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    Glyph glyph;
    if (next_char(text, at) == '\t') glyph.shown = pad_right("→", kTab - column % kTab);
    else glyph.shown = printable(text.substr(from, at - from));
    glyph.from = column;
    glyph.to = column += columns(glyph.shown);
    glyphs.push_back(std::move(glyph));
  }
  return glyphs;
}

}  // namespace

std::optional<Excerpt> excerpt_of(const Place& place, std::size_t room) {
  if (place.line == 0 || place.column == 0) return std::nullopt;
  const std::vector<Glyph> glyphs = glyphs_of(place.text);
  const std::size_t first = place.column - 1;
  if (first > glyphs.size()) return std::nullopt;
  const std::size_t width = glyphs.empty() ? 0 : glyphs.back().to;

  // The marked columns, [begin, end); a mark that goes on below ends with the line, an empty one takes one column.
  const bool one_line = place.end_line == place.line;
  const std::size_t last =
      std::clamp(one_line && place.end_column > 0 ? place.end_column - 1 : glyphs.size(), first, glyphs.size());
  const std::size_t begin = first < glyphs.size() ? glyphs[first].from : width;
  const std::size_t end = std::max(last > first ? glyphs[last - 1].to : begin, begin + 1);

  // The window, [low, high): the whole line, or a third of the room before the mark. Each "…" takes a column of it.
  room = std::max(room, kLeastRoom);
  std::size_t low = 0, high = std::max(width, end);
  if (high > room) {
    low = std::min(begin > room / 3 ? begin - room / 3 : 0, high - room);
    high = low + room;
  }
  const bool cut_left = low > 0, cut_right = high < width;
  const std::size_t text_low = low + (cut_left ? 1 : 0), text_high = high - (cut_right ? 1 : 0);

  Excerpt excerpt;
  if (cut_left) excerpt.line += "…";
  std::size_t column = text_low;
  for (const Glyph& glyph : glyphs) {
    if (glyph.from < text_low || glyph.to > text_high) continue;
    excerpt.line.append(glyph.from - column, ' ');  // where half of a wide character was cut off
    excerpt.line += glyph.shown;
    column = glyph.to;
  }
  if (cut_right) {
    excerpt.line.append(text_high - column, ' ');
    excerpt.line += "…";
  }
  while (excerpt.line.ends_with(' ') && columns(excerpt.line) > end - low) excerpt.line.pop_back();
  excerpt.indent = begin - low;
  excerpt.carets = std::min(end, text_high) - begin;
  return excerpt;
}

}  // namespace hazcheck
