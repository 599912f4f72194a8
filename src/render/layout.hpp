// Which columns of a table are shown to people, how wide each is, and what a cell reads like. Nothing here writes.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "render/options.hpp"
#include "render/words.hpp"
#include "views/table.hpp"

namespace hazcheck {

inline constexpr std::size_t kColumnGap = 2;
inline constexpr std::size_t kMostPadded = 200;  // columns; a longer cell of a file or pipe stands out of its column
inline constexpr std::size_t kBarWidth = 10;     // ten percent a character

struct Shown {
  const Column* column;
  std::size_t index;  // in the table
  std::size_t width = 0;
  std::size_t content = 0;  // the widest cell, without the header
  bool right = false;
  bool elides = false;  // free text may be cut with "…"
  bool wraps = false;   // … or broken into lines
  int decimals = 0;     // of days and money: the most that any row takes, so that points stand below each other
  std::span<const Term> words = {};
};

// Of a table's columns those among `shown`: what Table::visit_rows() takes.
std::vector<bool> wanted_of(const Table& table, const std::vector<Shown>& shown);

struct Layout {
  std::vector<Shown> shown;
  std::optional<std::size_t> bar_at;    // position in `shown` of the rate that a bar follows
  std::vector<const Column*> left_out;  // rare ones, and those there is no room for
};

// Two passes over the cells at most. On a terminal that is too narrow, in this order: the bar goes, headers break into
// lines, extra columns go, texts break or are elided. Without a terminal nothing of this happens.
Layout lay_out(const Table& table, const TextOptions& options);
// All columns but hidden ones, rare ones too, with cells measured.
std::vector<Shown> measured_columns(const Table& table, const TextOptions& options);

// The cell as people read it.
void append_face(std::string& out, const Shown& shown, const Cell& cell, const TextOptions& options);
// The total row's first text cell says what the row is, unless the view has put something there.
Cell total_cell(const Table& table, const std::vector<Shown>& shown, const Shown& one, Lang lang);

// The header in as few lines as the width allows, of about one length.
std::vector<std::string> header_lines(std::string_view header, std::size_t width);

}  // namespace hazcheck
