// Sparklines below a table whose rows are weeks: how its counts and rates went.
#pragma once
#include "render/options.hpp"
#include "render/sink.hpp"
#include "views/table.hpp"

namespace hazcheck {

// One line a figure, after a blank line; nothing for other tables (a series' first column is named "week"). A series
// longer than the terminal shows its end, and says so.
void write_series(const Table& table, const TextOptions& options, Sink& sink);

}  // namespace hazcheck
