// Figures and dates as digits, exactly: no binary floating point, no locale.
#pragma once
#include <cstdint>
#include <string>

#include "base/date.hpp"
#include "views/table.hpp"

namespace hazcheck {

void append_integer(std::string& out, std::int64_t value);
void append_date(std::string& out, Date date);  // YYYY-MM-DD

// Hundredths with exactly `decimals` (0 to 2); digits beyond them must be zero.
void append_hundredths(std::string& out, std::int64_t hundredths, int decimals);
// How many decimals it takes: 350 (3.5) takes one.
int decimals_of(std::int64_t hundredths);

// A figure as CSV and JSON have it: rates with two decimals and no sign, days and money with as many as it takes.
void append_figure(std::string& out, CellType type, std::int64_t value);

}  // namespace hazcheck
