// `list`: the ledger, one hazard a row, in the order of rounds, unit ids and records. Its columns are also what the
// lists of other reports pick from.
#pragma once
#include <functional>
#include <span>

#include "views/request.hpp"

namespace hazcheck {

// Shown in text output: always, where there is room, not but with a hint, never: it is told in another way.
enum class InText : std::uint8_t { always, extra, rare, never };

struct LedgerRow {
  const Model& model;
  const HazardStatus& hazard;
  Lang lang;
};

struct LedgerField {
  std::string_view name;
  Label header;
  CellType type;
  InText shown;
  Cell (*cell)(const LedgerRow&);
  std::optional<GroupKey> code{};  // the cell is a value of this key, which has a title
};
std::span<const LedgerField> ledger_fields();  // the contracted columns in order
// Asserts that there is one of that name.
const LedgerField& ledger_field(std::string_view name);

// The model must outlive the columns: their labels come from it.
std::vector<Column> ledger_columns(const Model& model);

std::vector<Cell> ledger_cells(const LedgerRow& row);

// The rows one by one; see RowSource. Takes `filter`; void hazards are listed only where it asks for them.
void visit_ledger(const Request& request, const std::vector<bool>& wanted, const VisitRow& visit);

// Its table has a row source: the request's register must outlive it. With an empty register: the columns and no row.
Report ledger(const Request& request);

// A list of hazards with some of the ledger's columns, all of them shown.
class HazardList {
 public:
  HazardList(const Model& model, std::string name, std::span<const std::string_view> columns);
  void add(const LedgerRow& row);
  Table take() && { return std::move(table_); }

 private:
  Table table_;
  std::vector<const LedgerField*> fields_;
};

}  // namespace hazcheck
