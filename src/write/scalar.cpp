// Quoting. Errs on the side of quotes.
#include "write/scalar.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace hazcheck {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out.append("\\").push_back(c);
    else if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (u < 0x20 || u == 0x7F) out += fmt::format("\\x{:02X}", u);
    else out.push_back(c);
  }
  return out + "\"";
}

std::string plain_or_quoted(std::string_view text) {
  if (text.empty() || text == "null" || text == "Null" || text == "NULL" || text == "~") return quoted(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(text, at);
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
    const bool inner = from > 0 && (c == '.' || c == '_' || c == '-' || c == '/');
    if (!word && !inner) return quoted(text);
  }
  return std::string(text);
}

std::string comment_text(std::string_view text) {
  std::string out = printable(text);
  for (char& c : out)
    if (c == '\n' || c == '\r') c = ' ';
  return out;
}

void append_comment(std::string& out, std::string_view indent, std::string_view text) {
  constexpr std::size_t kWidth = 96;
  for (const std::string& line : wrap(comment_text(text), kWidth - indent.size() - 2))
    out += fmt::format("{}# {}\n", indent, line);
}

}  // namespace hazcheck
