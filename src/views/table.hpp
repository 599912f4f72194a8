// What every view returns and every renderer takes: typed columns, rows of cells, and what they were made from.
// A view fills it, a renderer lays it out; neither knows the other.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/lang.hpp"

namespace hazcheck {

enum class CellType : std::uint8_t {
  text,
  integer,
  rate,   // hundredths of a percent, rounded half up: 9494 is 94.94 (figures.hpp: rate_of)
  days,   // hundredths of a day: 350 is 3.5, printed with up to two decimals
  money,  // 0.01 yuan
  date,
  flag  // 0 or 1
};

struct Column {
  std::string name;  // the CSV header and JSON key; a contract
  Label header;      // for people: --csv-header zh takes header.zh
  CellType type = CellType::text;
  // Not 0: shown in text output only where there is room; 1 is the first to go, the leftmost of several. CSV and JSON
  // always have it.
  std::uint8_t extra = 0;
  bool rare = false;            // not in text output, which then says so, but for an upright table
  bool hidden_in_text = false;  // never in text output, which tells it in another way
  bool wraps = false;           // prose: text output breaks it into lines where room is short, and elides nothing
  // What text output shows in place of a code (severity, department …). CSV and JSON keep the code.
  std::function<std::string(std::string_view code, Lang lang)> label_of = nullptr;
};

// Empty: "n/a" in text where the type is a figure, empty in CSV, null in JSON.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Date>;

using VisitRow = std::function<bool(const std::vector<Cell>& row)>;  // false: no more
// Gives the rows of a table that is too long to be held, one by one, from the first as often as it is called. Cells of
// columns that are not `wanted` (by index; empty: all are) may be left empty.
using RowSource = std::function<void(const std::vector<bool>& wanted, const VisitRow& visit)>;

struct Table {
  std::string name;  // "status", "weekly", "closed" …; the JSON key of further tables
  Text title;        // above the table in text output; may be empty
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  std::optional<std::vector<Cell>> total;  // text output's last line, under a rule; never in CSV or JSON
  bool upright = false;                    // text output shows a single row as a list, a line a column
  Text when_empty;                         // what text output says in place of a table without rows
  RowSource row_source = nullptr;          // in place of `rows`

  // Its rows, wherever they come from; stops where the visitor says false.
  void visit_rows(const VisitRow& visit, const std::vector<bool>& wanted = {}) const {
    if (row_source) return row_source(wanted, visit);
    for (const std::vector<Cell>& row : rows)
      if (!visit(row)) return;
  }
  bool has_rows() const {
    bool any = !rows.empty();
    if (row_source) row_source(std::vector<bool>(columns.size()), [&](const auto&) { return any = true, false; });
    return any;
  }
};

// A report ends with (text) or is accompanied by (JSON) what it was made from.
struct Meta {
  std::string command;  // "report weekly"
  Date as_of{};
  std::string campaign;  // id
  Text campaign_title;
  std::string source;         // "work tree", "index", the revision as asked for
  std::string before;         // of a comparison of two: the source of the earlier one
  std::string commit;         // full object id; empty outside git or before the first commit
  std::optional<bool> clean;  // the work tree had no changes; empty where it does not matter
  std::string version;        // of the program
  std::optional<Date> from;   // of a period
  std::optional<Date> to;
  // What --keep-going left out: files, and hazards by global id, with the reason.
  struct LeftOut {
    std::string what;
    Text why;
  };
  std::vector<LeftOut> left_out;
};

struct Report {
  Text title;
  std::vector<Table> tables;  // the first is the report proper (CSV prints it alone); the others are lists for people
  Meta meta;
  std::vector<Text> remarks;    // sentences below the tables; an empty one is a blank line
  std::vector<Text> preface{};  // the same above them
};

}  // namespace hazcheck
