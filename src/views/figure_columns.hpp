// Figures as columns: the name and the type of each come from its row in status/figures.hpp.
#pragma once
#include "status/figures.hpp"
#include "views/table.hpp"

namespace hazcheck {

CellType cell_type_of(FigureKind kind);
Column column_of(const Figure& figure);
// A figure of a day, under the name that this report calls it by ("unplanned", "awaiting_verification" …).
Column column_of(StatusFigure figure);
// One of other_figures(). Asserts that there is one.
Column column_of(FigureScope scope, std::string_view key);

}  // namespace hazcheck
