// What `diff` and `changes` are asked to show, how their summaries are grouped, and what they return.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "status/filter.hpp"
#include "views/table.hpp"

namespace hazcheck {

struct CompareOptions {
  Filter filter;
  std::vector<std::string> changes;  // --change; empty: every kind
  bool summary = false;              // counts instead of rows
  Grouping by;                       // of the summary; by unit and section where empty
  Lang lang = Lang::en;              // of the titles in a summary

  bool takes_change(std::string_view change) const;
};

struct Comparison {
  Report report;
  bool differs = false;  // something is left after the filters
};

// What people call a status; the word itself where it is none.
std::string status_label(std::string_view code, Lang lang);
// A table with the columns KEY and KEY_title for each of the keys.
Table summary_table(std::string name, const Grouping& by);
// The cells of those columns: a group's, or for the line of totals.
std::vector<Cell> key_cells(const Grouper& groups, std::size_t group, Lang lang);
std::vector<Cell> total_cells(const Grouping& by, Lang lang);
Grouping summary_grouping(const CompareOptions& options);

}  // namespace hazcheck
