// The description that goes with exported tables: a Frictionless data package (datapackage.json), and SQL that makes
// the same tables and loads them. All of it comes from the tables' definitions, so that it cannot disagree with the
// rows.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "views/export_tables.hpp"

namespace hazcheck {

struct DescribedTable {
  const ExportTable* table;
  std::uint64_t bytes = 0;  // of its file, NAME.csv
};

struct PackageMeta {
  std::string name;  // the campaign's id, as in every row
  Text title;
  std::string version;  // of the program
  std::string commit;   // of a revision; else empty
};

std::string datapackage_json(const PackageMeta& meta, const std::vector<DescribedTable>& tables);

// CREATE TABLE IF NOT EXISTS with keys and foreign keys, for SQLite, PostgreSQL and DuckDB.
std::string tables_sql(const std::vector<const ExportTable*>& tables);

// What each engine's own shell takes to make the tables, load the files of the current folder and make the views.
std::string sqlite_loader(const std::vector<const ExportTable*>& tables);
std::string postgresql_loader(const std::vector<const ExportTable*>& tables);
std::string duckdb_loader(const std::vector<const ExportTable*>& tables);

}  // namespace hazcheck
