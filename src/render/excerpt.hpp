// The piece of a source line that a diagnostic shows, and where its carets go. Columns here are those of a terminal.
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "diag/diagnostic.hpp"

namespace hazcheck {

struct Excerpt {
  std::string line;        // printable, tabs expanded; "…" where the line goes on
  std::size_t indent = 0;  // columns before the carets
  std::size_t carets = 1;  // columns under the marked characters; at least one
};

// At most `room` columns (20 at least), the marked place among them. None where the place has no line, or where the
// text kept of a very long line does not reach it.
std::optional<Excerpt> excerpt_of(const Place& place, std::size_t room);

}  // namespace hazcheck
