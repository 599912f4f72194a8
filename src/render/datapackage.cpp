// datapackage.json by the Data Package and Table Schema specifications. Must not know any table by name.
#include "render/datapackage.hpp"

#include <sstream>

#include "base/text.hpp"
#include "render/json_writer.hpp"

namespace hazcheck {
namespace {

using Layout = JsonWriter::Layout;

std::string_view type_of(CellType type) {
  switch (type) {
    case CellType::integer: return "integer";
    case CellType::money:
    case CellType::rate:
    case CellType::days: return "number";
    case CellType::date: return "date";
    case CellType::flag: return "boolean";
    case CellType::text: break;
  }
  return "string";
}

void write_help(JsonWriter& json, const Label& help) {
  json.member("description", help.en);
  json.member("description_zh", help.zh);
}

void write_field(JsonWriter& json, const ExportField& field) {
  json.begin_object();
  json.member("name", field.name);
  json.member("type", type_of(field.type));
  if (field.type == CellType::flag)
    for (const auto& [name, value] : {std::pair{"trueValues", "1"}, std::pair{"falseValues", "0"}}) {
      json.key(name);
      json.begin_array();
      json.string(value);
      json.end_array();
    }
  write_help(json, field.help);
  if (field.required) {
    json.key("constraints");
    json.begin_object();
    json.key("required");
    json.boolean(true);
    json.end_object();
  }
  json.end_object();
}

void write_names(JsonWriter& json, std::string_view key, std::span<const std::string_view> names) {
  json.key(key);
  json.begin_array();
  for (std::string_view name : names) json.string(name);
  json.end_array();
}

const ExportTable* find_table(const std::vector<DescribedTable>& tables, std::string_view name) {
  for (const DescribedTable& t : tables)
    if (t.table->name == name) return t.table;
  return nullptr;
}

void write_references(JsonWriter& json, const ExportTable& table, const std::vector<DescribedTable>& tables) {
  if (table.references.empty()) return;
  json.key("foreignKeys");
  json.begin_array(Layout::tall);
  for (const ExportReference& r : table.references) {
    json.begin_object();
    write_names(json, "fields", r.fields);
    json.key("reference");
    json.begin_object();
    json.member("resource", r.table);
    write_names(json, "fields", find_table(tables, r.table)->key);
    json.end_object();
    json.end_object();
  }
  json.end_array();
}

void write_resource(JsonWriter& json, const DescribedTable& described, const std::vector<DescribedTable>& tables) {
  const ExportTable& table = *described.table;
  json.begin_object(Layout::tall);
  json.member("name", table.name);
  json.member("path", std::string(table.name) + ".csv");
  json.member("profile", "tabular-data-resource");
  write_help(json, table.help);
  json.member("format", "csv");
  json.member("mediatype", "text/csv");
  json.member("encoding", "utf-8");
  json.member("bytes", static_cast<std::size_t>(described.bytes));
  json.key("dialect");
  json.begin_object();
  json.member("delimiter", ",");
  json.member("lineTerminator", "\n");
  json.member("quoteChar", "\"");
  json.key("doubleQuote");
  json.boolean(true);
  json.key("header");
  json.boolean(true);
  json.end_object();
  json.key("schema");
  json.begin_object(Layout::tall);
  json.key("fields");
  json.begin_array(Layout::tall);
  for (const ExportField& field : table.fields) write_field(json, field);
  json.end_array();
  json.key("missingValues");
  json.begin_array();
  json.string("");
  json.end_array();
  write_names(json, "primaryKey", table.key);
  write_references(json, table, tables);
  json.end_object();
  json.end_object();
}

}  // namespace

std::string datapackage_json(const PackageMeta& meta, const std::vector<DescribedTable>& tables) {
  std::ostringstream out;
  {
    Sink sink(out);
    JsonWriter json(sink);
    json.begin_object(Layout::tall);
    json.member("profile", "tabular-data-package");
    json.member("name", lower_ascii(meta.name));
    if (!meta.title.en.empty()) json.member("title", meta.title.en);
    if (!meta.title.zh.empty()) json.member("title_zh", meta.title.zh);
    json.member("campaign", meta.name);
    json.member("made_by", "hazcheck " + meta.version);
    if (!meta.commit.empty()) json.member("commit", meta.commit);
    json.key("resources");
    json.begin_array(Layout::tall);
    for (const DescribedTable& t : tables) write_resource(json, t, tables);
    json.end_array();
    json.end_object();
    sink.text += '\n';
  }
  return out.str();
}

}  // namespace hazcheck
