// --max overdue=0 --min closure_rate=90: gates for cron and CI.
#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "views/table.hpp"

namespace hazcheck {

struct Gate {
  std::string column;
  std::int64_t limit = 0;  // in the column's own unit (hundredths for rates and days)
  bool maximum = true;
  std::string text;  // as given
};

// "overdue=0" against the table's columns. Fails where the column is not there or is no figure, or the value no number.
Result<Gate> parse_gate(const std::string& text, bool maximum, const Table& table);

// A sentence for every row that breaks a bound; n/a never does.
std::vector<Text> broken_gates(const Table& table, const std::vector<Gate>& gates);

}  // namespace hazcheck
