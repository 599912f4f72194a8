// SQL that makes the exported tables and loads them, in what three engines have in common. Holds no query: views.sql
// does.
#include "render/datapackage.hpp"

namespace hazcheck {
namespace {

std::string_view type_of(CellType type) {
  switch (type) {
    case CellType::integer:
    case CellType::flag: return "integer";
    case CellType::money:
    case CellType::rate:
    case CellType::days: return "decimal(16, 2)";
    case CellType::date: return "date";
    case CellType::text: break;
  }
  return "text";
}

std::string list_of(std::span<const std::string_view> names) {
  std::string list;
  for (std::string_view name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

std::span<const std::string_view> key_of(const std::vector<const ExportTable*>& tables, std::string_view name) {
  for (const ExportTable* t : tables)
    if (t->name == name) return t->key;
  return {};
}

}  // namespace

std::string tables_sql(const std::vector<const ExportTable*>& tables) {
  std::string sql =
      "-- The exported tables. Every one has the campaign in front, so that several exports fit into one database.\n";
  for (const ExportTable* t : tables) {
    sql += fmt::format("\n-- {} / {}\nCREATE TABLE IF NOT EXISTS {} (\n", t->help.en, t->help.zh, t->name);
    for (const ExportField& f : t->fields)
      sql += fmt::format("  {} {}{},\n", f.name, type_of(f.type), f.required ? " NOT NULL" : "");
    sql += fmt::format("  PRIMARY KEY ({})", list_of(t->key));
    for (const ExportReference& r : t->references)
      sql += fmt::format(",\n  FOREIGN KEY ({}) REFERENCES {} ({})", list_of(r.fields), r.table,
                         list_of(key_of(tables, r.table)));
    sql += "\n);\n";
  }
  return sql;
}

std::string sqlite_loader(const std::vector<const ExportTable*>& tables) {
  std::string sql =
      "-- In this folder: sqlite3 ../register.db < load-sqlite.sql    In each export's folder, for many into one database.\n"
      ".bail on\n.read tables.sql\nBEGIN;\n";
  for (const ExportTable* t : tables) {
    sql += fmt::format(".import --csv --skip 1 {0}.csv {0}\n", t->name);
    std::string empties;
    for (const ExportField& f : t->fields)
      if (!f.required) empties += fmt::format("{}{} = NULLIF({}, '')", empties.empty() ? "" : ", ", f.name, f.name);
    if (!empties.empty()) sql += fmt::format("UPDATE {} SET {};\n", t->name, empties);
  }
  return sql + "COMMIT;\n.read views.sql\n";
}

std::string postgresql_loader(const std::vector<const ExportTable*>& tables) {
  std::string sql =
      "-- In this folder: psql -d register -f load-postgresql.sql    In each export's folder, for many into one database.\n"
      "-- Before asking the views: SET jit = off; compiling them takes longer than running them.\n"
      "\\set ON_ERROR_STOP on\nBEGIN;\n\\i tables.sql\n";
  for (const ExportTable* t : tables)
    sql += fmt::format("\\copy {0} FROM '{0}.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')\n", t->name);
  return sql + "COMMIT;\nANALYZE;\n\\i views.sql\n";
}

std::string duckdb_loader(const std::vector<const ExportTable*>& tables) {
  std::string sql =
      "-- In this folder: duckdb ../register.duckdb < load-duckdb.sql    In each export's folder, for many into one database.\n"
      ".bail on\n.read tables.sql\n";
  for (const ExportTable* t : tables)
    sql += fmt::format("COPY {0} FROM '{0}.csv' (FORMAT csv, HEADER true);\n", t->name);
  return sql + ".read views.sql\n";
}

}  // namespace hazcheck
