// A table with its rows in it, wherever they come from.
#pragma once
#include "views/table.hpp"

namespace hazcheck::test {

inline Table held(Table table) {
  std::vector<std::vector<Cell>> rows;
  table.visit_rows([&](const std::vector<Cell>& row) {
    rows.push_back(row);
    return true;
  });
  table.rows = std::move(rows);
  table.row_source = nullptr;
  return table;
}

}  // namespace hazcheck::test
