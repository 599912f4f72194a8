// What a view is asked for. The caller has loaded the register, checked the words of the filter, and left out what
// is unsound; the view fills a Report but for the parts of Meta that only the caller knows (source, commit, version).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "status/filter.hpp"
#include "status/period.hpp"
#include "views/table.hpp"

namespace hazcheck {

struct Request {
  const Model& model;
  const Timelines& timelines;  // as timelines_of(model) gave them, perhaps without some
  Date as_of{};
  Lang lang = Lang::en;  // of titles that come from the data
  Grouping by{};
  Filter filter{};
  std::optional<Period> period{};        // where the view takes one and the user gave it
  std::vector<std::string> arguments{};  // ROUND ROUND, UNIT, ID…
  bool missing = false;                  // coverage: with the lists
};

// A report with its title and what is known of its origin.
Report new_report(const Request& request, std::string command, Text title);

// Cells. An empty text is an empty cell; a figure without a value is n/a.
Cell words(std::string_view text);
Cell figure(std::optional<std::int64_t> value);
Cell day(std::optional<Date> date);
Cell flag(bool value);

// What people call somebody that hazards are escalated to or closed for: a department, the authority, a unit, or one
// of the words `authority` and `district`; the id where there is no title.
std::string body_title(const Model& model, std::string_view id, Lang lang);

// KEY and KEY_title of each key, and a group's cells under them. The keys' cells of a total row are empty.
void add_key_columns(Table& table, const Grouping& by);
std::vector<Cell> group_cells(const Grouper& groups, std::size_t group, Lang lang);
std::vector<Cell> total_key_cells(const Grouping& by);

}  // namespace hazcheck
