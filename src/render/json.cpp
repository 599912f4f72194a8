// JSON of reports, one row a line. Must give every table's columns whole, extra and hidden ones too.
#include "render/json.hpp"

#include "render/json_writer.hpp"
#include "render/values.hpp"

namespace hazcheck {
namespace {

using Layout = JsonWriter::Layout;

void write_date(JsonWriter& json, Date date) {
  std::string& out = json.raw();
  out += '"';
  append_date(out, date);
  out += '"';
}

void write_bound(JsonWriter& json, std::string_view name, const std::optional<Date>& date) {
  json.key(name);
  if (date) write_date(json, *date);
  else json.null();
}

void write_meta(JsonWriter& json, const Meta& meta, Lang lang) {
  json.begin_object(Layout::tall);
  json.member("command", meta.command);
  write_bound(json, "as_of", meta.as_of);
  json.member("campaign", meta.campaign);
  json.member("source", meta.source);
  if (!meta.before.empty()) json.member("before", meta.before);
  json.key("commit");
  json.string_or_null(meta.commit);
  json.key("clean");
  if (meta.clean) json.boolean(*meta.clean);
  else json.null();
  json.member("version", meta.version);
  write_bound(json, "from", meta.from);
  write_bound(json, "to", meta.to);
  json.key("left_out");
  json.begin_array(Layout::tall);
  for (const Meta::LeftOut& left_out : meta.left_out) {
    json.begin_object();
    json.member("what", left_out.what);
    json.member("why", left_out.why.in(lang));
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_cell(JsonWriter& json, CellType type, const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) json.string(*words);
  else if (const auto* value = std::get_if<std::int64_t>(&cell)) append_figure(json.raw(), type, *value);
  else if (const auto* day = std::get_if<Date>(&cell)) write_date(json, *day);
  else json.null();
}

// False once nobody reads any more.
bool write_rows(JsonWriter& json, const Table& table, Sink& sink) {
  std::vector<std::string> keys;
  for (const Column& column : table.columns) append_json_string(keys.emplace_back(), column.name);
  json.begin_array(Layout::tall);
  bool read = true;
  table.visit_rows([&](const std::vector<Cell>& row) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.ready_key(keys[i]);
      write_cell(json, table.columns[i].type, row[i]);
    }
    json.end_object();
    return read = sink.spill();
  });
  if (read) json.end_array();
  return read;
}

}  // namespace

void render_json(const Report& report, const ReportOptions& options, std::ostream& out) {
  Sink sink(out);
  JsonWriter json(sink);
  json.begin_object(Layout::tall);
  json.key("meta");
  write_meta(json, report.meta, options.text.lang);
  for (const Table& table : report.tables) {
    json.key(&table == &report.tables.front() ? "rows" : table.name);
    if (!write_rows(json, table, sink)) return;
  }
  json.end_object();
  sink.text += '\n';
}

}  // namespace hazcheck
