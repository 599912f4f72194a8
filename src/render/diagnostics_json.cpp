// JSON of diagnostics. Must keep the keys stable: scripts read them.
#include "render/diagnostics_json.hpp"

#include "render/json_writer.hpp"

namespace hazcheck {
namespace {

using Layout = JsonWriter::Layout;

void write_number(JsonWriter& json, std::string_view name, std::size_t value) {
  json.key(name);
  if (value > 0) json.count(value);
  else json.null();
}

void write_place(JsonWriter& json, const Place& place) {
  json.key("path");
  json.string_or_null(place.path);
  write_number(json, "line", place.line);
  write_number(json, "column", place.column);
  write_number(json, "end_line", place.end_line);
  write_number(json, "end_column", place.end_column);
}

void write_message(JsonWriter& json, const Text& message, Lang lang) {
  json.member("message", message.in(lang));
  json.key("messages");
  json.begin_object();
  json.member("en", message.en);
  json.member("zh", message.zh);
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const Diagnostic& d, Lang lang) {
  json.begin_object(Layout::tall);
  json.member("code", d.rule->code);
  json.member("name", d.rule->name);
  json.member("severity", key_of(d.severity));
  write_place(json, d.place);
  write_message(json, d.message, lang);
  json.key("help");
  json.string_or_null(d.help.in(lang));
  json.key("notes");
  json.begin_array(Layout::tall);
  for (const RelatedNote& note : d.notes) {
    json.begin_object();
    write_place(json, note.place);
    write_message(json, note.message, lang);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void render_diagnostics_json(const Findings& findings, const DiagnosticOptions& options, std::ostream& out) {
  Sink sink(out);
  JsonWriter json(sink);
  json.begin_object(Layout::tall);
  json.key("diagnostics");
  json.begin_array(Layout::tall);
  for (const Diagnostic& d : findings.diagnostics.list()) {
    write_diagnostic(json, d, options.lang);
    if (!sink.spill()) return;
  }
  json.end_array();
  json.key("summary");
  json.begin_object();
  json.member("files", findings.files);
  json.member("errors", findings.diagnostics.count(Severity::error));
  json.member("warnings", findings.diagnostics.count(Severity::warning));
  json.member("notes", findings.diagnostics.count(Severity::note));
  json.end_object();
  json.end_object();
  sink.text += '\n';
}

}  // namespace hazcheck
