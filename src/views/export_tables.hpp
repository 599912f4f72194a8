// The register as normalised tables: what each column holds, which columns are its key, where it points, and its rows.
// Facts as recorded, never a status or a figure: whoever loads the tables works those out (views.sql).
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "views/table.hpp"

namespace hazcheck {

struct ExportField {
  std::string_view name;
  CellType type;  // text, integer, money, date or flag
  bool required;  // never empty
  Label help;
};

struct ExportReference {
  std::span<const std::string_view> fields;
  std::string_view table;  // its key; the fields stand in the same order
};

// What all rows are made from. `campaign` stands in the first column of every table, so that exports can be put
// together.
struct ExportFrom {
  const Model& model;
  std::string campaign;
  std::vector<const Record*> records;  // the first of each round and unit, in the model's order
};
ExportFrom export_from(const Model& model, std::string campaign);

using ExportRow = std::vector<Cell>;
using EmitRow = std::function<void(const ExportRow&)>;

struct ExportTable {
  std::string_view name;
  Label help;
  std::span<const ExportField> fields;
  std::span<const std::string_view> key;
  std::span<const ExportReference> references;
  // In a fixed order. Null for the tables of answers, which are made record by record.
  void (*rows)(const ExportFrom&, const EmitRow&) = nullptr;
};

// Every table, each behind those that it points to.
std::vector<const ExportTable*> export_tables();
std::span<const ExportTable> setup_tables();   // campaign, roster, checklists
std::span<const ExportTable> record_tables();  // records and what they say of hazards
std::span<const ExportTable> answer_tables();  // answers, answer_subjects, answer_values

// The rows of one record's answers, while Record::details is there; one sink for each of answer_tables(). A record of
// an unknown checklist has none.
void answer_rows(const std::string& campaign, const Record& record, std::span<const EmitRow> emit);

// A follow-up of a hazard that is not in the register is in no table.
bool is_exported(const Model& model, const FollowUp& followup);

}  // namespace hazcheck
