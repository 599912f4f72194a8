// Workflow commands, one a line. Must escape whatever could end a command or start another.
#include "render/github.hpp"

#include "base/text.hpp"
#include "render/sink.hpp"

namespace hazcheck {
namespace {

std::string_view command_of(Severity severity) { return severity == Severity::note ? "notice" : key_of(severity); }

// As the runner undoes it; properties need two more escapes than the message.
void append_escaped(std::string& out, std::string_view text, bool property) {
  for (const char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else out += c;
  }
}

void write_command(std::string& out, const Diagnostic& d, std::string_view prefix, Lang lang) {
  const Place& place = d.place;
  (out += "::") += command_of(d.severity);
  out += ' ';
  if (!place.path.empty()) {
    out += "file=";
    append_escaped(out, printable(std::string(prefix) + place.path), true);
    out += ',';
  }
  const auto number = [&](std::string_view name, std::size_t value) {
    ((out += name) += std::to_string(value)) += ',';
  };
  if (place.line > 0) {
    number("line=", place.line);
    if (place.end_line > place.line) {
      number("endLine=", place.end_line);  // the runner refuses columns of a range of lines
    } else if (place.column > 0) {
      number("col=", place.column);
      if (place.end_column > place.column) number("endColumn=", place.end_column);
    }
  }
  (out += "title=") += d.rule->code;
  out += "::";
  // One text of two lines: a line break of the user's own is already made visible.
  std::string message = printable(d.message.in(lang));
  if (const std::string& help = d.help.in(lang); !help.empty()) (message += '\n') += printable(help);
  append_escaped(out, message, false);
  out += '\n';
}

}  // namespace

void render_diagnostics_github(const Findings& findings, const DiagnosticOptions& options, std::ostream& out) {
  Sink sink(out);
  for (const Diagnostic& d : findings.diagnostics.list()) {
    write_command(sink.text, d, findings.prefix, options.lang);
    if (!sink.spill()) return;
  }
}

}  // namespace hazcheck
