// JSON by hand, because reports stream. Must put out nothing but valid UTF-8.
#include "render/json_writer.hpp"

#include <fmt/format.h>

#include <cassert>
#include <iterator>

#include "base/text.hpp"
#include "render/values.hpp"

namespace hazcheck {
namespace {

bool is_shown(char32_t c) { return c >= 0xA0 && !is_bidi_control(c) && c != 0x2028 && c != 0x2029 && c != 0xFEFF; }

void append_escape(std::string& out, char32_t c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t kept = 0;  // everything before is in `out`
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = next_char(text, at);
    const bool invalid = c == 0xFFFD && at - from == 1;
    if (is_shown(c) && !invalid) continue;
    out.append(text.substr(kept, from - kept));
    kept = at;
    if (invalid) append_utf8(out, c);
    else append_escape(out, c);
  }
  out.append(text.substr(kept));
  out += '"';
}

void JsonWriter::line_break() {
  sink_.text += '\n';
  sink_.text.append(2 * open_.size(), ' ');
}

void JsonWriter::element() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (open_.empty()) return;
  Open& container = open_.back();
  if (!container.empty) sink_.text += container.layout == Layout::tall ? "," : ", ";
  container.empty = false;
  if (container.layout == Layout::tall) line_break();
}

void JsonWriter::begin(char open, char close, Layout layout) {
  element();
  sink_.text += open;
  open_.push_back({close, layout, true});
}

void JsonWriter::end() {
  assert(!open_.empty() && !after_key_);
  const Open closed = open_.back();
  open_.pop_back();
  if (closed.layout == Layout::tall && !closed.empty) line_break();
  sink_.text += closed.close;
}

void JsonWriter::key(std::string_view name) {
  element();
  append_json_string(sink_.text, name);
  sink_.text += ": ";
  after_key_ = true;
}

void JsonWriter::ready_key(std::string_view quoted) {
  element();
  sink_.text += quoted;
  sink_.text += ": ";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) { append_json_string(raw(), text); }

void JsonWriter::string_or_null(std::string_view text) {
  if (text.empty()) null();
  else string(text);
}

void JsonWriter::integer(std::int64_t value) { append_integer(raw(), value); }

void JsonWriter::boolean(bool value) { raw() += value ? "true" : "false"; }

void JsonWriter::null() { raw() += "null"; }

std::string& JsonWriter::raw() {
  element();
  return sink_.text;
}

}  // namespace hazcheck
