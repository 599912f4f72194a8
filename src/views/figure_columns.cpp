// Rows of figures.hpp to columns. Must not name anything itself.
#include "views/figure_columns.hpp"

#include <algorithm>
#include <cassert>

namespace hazcheck {

CellType cell_type_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::count: return CellType::integer;
    case FigureKind::rate: return CellType::rate;
    case FigureKind::days: return CellType::days;
    case FigureKind::value: break;
  }
  return CellType::text;
}

Column column_of(const Figure& figure) { return {std::string(figure.key), figure.name, cell_type_of(figure.kind)}; }

Column column_of(StatusFigure figure) { return column_of(info_of(figure)); }

Column column_of(FigureScope scope, std::string_view key) {
  const std::span<const Figure> figures = scope == FigureScope::day ? status_figures() : other_figures();
  const auto it =
      std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.scope == scope && f.key == key; });
  assert(it != figures.end());
  return column_of(*it);
}

}  // namespace hazcheck
