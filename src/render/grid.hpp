// One table as aligned columns for people: what is shown, how wide, and the drawings beside it.
// Sentences around the table are text.hpp's business.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "render/options.hpp"
#include "render/sink.hpp"
#include "views/table.hpp"

namespace hazcheck {

// Foreign text on one line, safe for a terminal: line breaks inside it become ↵, those at its end go.
void append_one_line(std::string& out, std::string_view text);

std::string_view header_of(const Column& column, Lang lang);  // its name where it has none

// The table's lines: header, rule, rows, and the total under a rule; or, where it is upright and has one row, a line a
// column. Returns the columns that are not there: rare ones, and those a narrow terminal has no room for (layout.hpp).
std::vector<const Column*> write_grid(const Table& table, const TextOptions& options, Sink& sink);

}  // namespace hazcheck
