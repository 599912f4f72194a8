// Text form of diagnostics. Must put every byte of the user's through printable().
#include "render/diagnostics_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/excerpt.hpp"
#include "render/sink.hpp"
#include "render/style.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kUsualWidth = 120;  // of excerpts where there is no terminal
constexpr Label kHelp{"help: ", "办法："};
constexpr Label kNote{"note: ", "另见："};

class DiagnosticText {
 public:
  DiagnosticText(const DiagnosticOptions& options, Sink& sink) : options_(options), out_(sink.text) {}

  void write(const Diagnostic& d) {
    write_place(d.place);
    append_toned(out_, label_of(d.severity).in(options_.lang), tone_of(d.severity), options_.color);
    out_ += ": ";
    append_printable(out_, d.message.in(options_.lang));
    (out_ += " [") += d.rule->code;
    out_ += "]\n";
    if (!options_.excerpt) return;

    std::size_t last_line = d.place.line;
    for (const RelatedNote& note : d.notes) last_line = std::max(last_line, note.place.line);
    gutter_ = std::to_string(last_line).size();
    write_excerpt(d.place, tone_of(d.severity));
    if (!d.help.in(options_.lang).empty()) {
      out_ += "  ";
      out_ += kHelp.in(options_.lang);
      append_printable(out_, d.help.in(options_.lang));
      out_ += '\n';
    }
    for (const RelatedNote& note : d.notes) {
      out_ += "  ";
      out_ += kNote.in(options_.lang);
      write_place(note.place);
      append_printable(out_, note.message.in(options_.lang));
      out_ += '\n';
      write_excerpt(note.place, Tone::cyan);
    }
  }

 private:
  // "path:17:9: ", as much of it as is known.
  void write_place(const Place& place) {
    if (place.path.empty()) return;
    std::string text = printable(place.path);
    if (place.line > 0) (text += ':') += std::to_string(place.line);
    if (place.line > 0 && place.column > 0) (text += ':') += std::to_string(place.column);
    append_toned(out_, text, Tone::bold, options_.color);
    out_ += ": ";
  }

  void write_excerpt(const Place& place, Tone tone) {
    const std::size_t width = options_.width == 0 ? kUsualWidth : options_.width;
    const std::size_t margin = 2 + gutter_ + 3;  // "  17 | "
    const auto excerpt = excerpt_of(place, width > margin ? width - margin : 0);
    if (!excerpt) return;
    out_ += "  ";
    out_ += pad_left(std::to_string(place.line), gutter_);
    out_ += " |";
    if (!excerpt->line.empty()) (out_ += ' ') += excerpt->line;
    out_ += '\n';
    out_.append(2 + gutter_, ' ');
    out_ += " | ";
    out_.append(excerpt->indent, ' ');
    append_toned(out_, std::string(excerpt->carets, '^'), tone, options_.color);
    out_ += '\n';
  }

  const DiagnosticOptions& options_;
  std::string& out_;
  std::size_t gutter_ = 0;
};

}  // namespace

void render_diagnostics_text(const Findings& findings, const DiagnosticOptions& options, std::ostream& out) {
  Sink sink(out);
  DiagnosticText text(options, sink);
  bool first = true;
  for (const Diagnostic& d : findings.diagnostics.list()) {
    if (!first && options.excerpt) sink.text += '\n';
    first = false;
    text.write(d);
    if (!sink.spill()) return;
  }
}

std::string summary_line(const Diagnostics& diagnostics, std::size_t files, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string line =
      zh ? fmt::format("共 {} 个文件：", files) : fmt::format("{} {}: ", files, files == 1 ? "file" : "files");
  if (diagnostics.empty()) return line + (zh ? "没有错误、警告和提示" : "no errors, warnings or notes");
  // Errors are always counted, so that "0 errors" can be read; the others only where there are some.
  const auto add = [&](Severity severity, std::string_view zh_unit) {
    const std::size_t n = diagnostics.count(severity);
    if (n == 0 && severity != Severity::error) return;
    if (severity != Severity::error) line += zh ? "，" : ", ";
    const Label name = label_of(severity);
    line += zh ? fmt::format("{} {}{}", n, zh_unit, name.zh) : fmt::format("{} {}{}", n, name.en, n == 1 ? "" : "s");
  };
  add(Severity::error, "个");
  add(Severity::warning, "个");
  add(Severity::note, "条");
  return line;
}

}  // namespace hazcheck
