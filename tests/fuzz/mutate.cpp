// The table of changes. Must not depend on anything but the dice.
#include "mutate.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace hazcheck::fuzz {
namespace {

constexpr std::array<std::string_view, 78> kSnippets{":",
                                                     ": ",
                                                     " #",
                                                     "#",
                                                     "# x",
                                                     "- ",
                                                     "-",
                                                     "\"",
                                                     "'",
                                                     "''",
                                                     "\\",
                                                     "\\n",
                                                     "\\\"",
                                                     "\\'",
                                                     "\\x41",
                                                     "\\u4e00",
                                                     "\\",
                                                     "[",
                                                     "]",
                                                     "{",
                                                     "}",
                                                     ",",
                                                     ", ",
                                                     "[]",
                                                     "{}",
                                                     "[a, b]",
                                                     "{a: b}",
                                                     "|",
                                                     "|-",
                                                     "|+",
                                                     "|2",
                                                     ">",
                                                     ">-",
                                                     "~",
                                                     "null",
                                                     "Null",
                                                     "NULL",
                                                     "!",
                                                     "!!str ",
                                                     "&a ",
                                                     "*a",
                                                     "<<: ",
                                                     "?",
                                                     "? ",
                                                     "@",
                                                     "`",
                                                     "%",
                                                     "---",
                                                     "---\n",
                                                     "...\n",
                                                     "\t",
                                                     "\r",
                                                     "\r\n",
                                                     "\n",
                                                     "\n\n",
                                                     "  ",
                                                     " ",
                                                     "：",
                                                     "，",
                                                     "、",
                                                     "［",
                                                     "］",
                                                     "｛",
                                                     "｝",
                                                     "－",
                                                     "　",
                                                     "\xC2\xA0",
                                                     "＃",
                                                     "\xEF\xBB\xBF",
                                                     "中",
                                                     "2020-04-07",
                                                     "a: b\n",
                                                     "- a\n",
                                                     "\xF0\x9F\x98\x80",
                                                     "\xE2\x80\xAE",
                                                     "\x01",
                                                     "\xFF",
                                                     "==="};

std::size_t line_begin(const std::string& text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return before == std::string::npos ? 0 : before + 1;
}
std::size_t line_end(const std::string& text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}
std::string line_at(const std::string& text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  return text.substr(begin, line_end(text, at) - begin);
}
// Somewhere in the text, half of the time beside a sign of YAML's.
std::size_t somewhere(const std::string& text, Dice& dice) {
  const std::size_t at = dice.below(text.size() + 1);
  if (dice.below(2) == 0) return at;
  const std::size_t sign = text.find_first_of(":-#\"'[]{},|\n", at);
  return sign == std::string::npos ? at : sign + dice.below(2);
}

using Change = void (*)(std::string&, Dice&);

void insert_snippet(std::string& t, Dice& d) { t.insert(somewhere(t, d), kSnippets[d.below(kSnippets.size())]); }
void replace_with_snippet(std::string& t, Dice& d) {
  const std::size_t at = somewhere(t, d);
  t.replace(at, std::min(t.size() - at, d.below(4)), kSnippets[d.below(kSnippets.size())]);
}
void erase_some(std::string& t, Dice& d) {
  const std::size_t at = somewhere(t, d);
  t.erase(at, 1 + d.below(d.below(4) == 0 ? 40 : 3));
}
void change_byte(std::string& t, Dice& d) {
  if (!t.empty()) t[d.below(t.size())] = static_cast<char>(d.next());
}
void indent_line(std::string& t, Dice& d) {
  t.insert(line_begin(t, d.below(t.size() + 1)), std::string(1 + d.below(4), ' '));
}
void outdent_line(std::string& t, Dice& d) {
  const std::size_t begin = line_begin(t, d.below(t.size() + 1));
  std::size_t blanks = 0;
  while (begin + blanks < t.size() && t[begin + blanks] == ' ') ++blanks;
  t.erase(begin, std::min(blanks, 1 + d.below(4)));
}
void erase_line(std::string& t, Dice& d) {
  const std::size_t at = d.below(t.size() + 1), begin = line_begin(t, at);
  t.erase(begin, line_end(t, at) - begin);
}
void copy_line(std::string& t, Dice& d) {
  const std::string line = line_at(t, d.below(t.size() + 1));
  t.insert(line_begin(t, d.below(t.size() + 1)), line);
}
void swap_lines(std::string& t, Dice& d) {
  const std::size_t at = line_begin(t, d.below(t.size() + 1));
  const std::string line = line_at(t, at);
  t.erase(at, line.size());
  t.insert(line_begin(t, d.below(t.size() + 1)), line);
}
void join_lines(std::string& t, Dice& d) {
  const std::size_t end = t.find('\n', d.below(t.size() + 1));
  if (end != std::string::npos) t.erase(end, 1);
}
void split_line(std::string& t, Dice& d) { t.insert(somewhere(t, d), "\n" + std::string(d.below(9), ' ')); }
void trailing_blank(std::string& t, Dice& d) {
  const std::size_t end = t.find('\n', d.below(t.size() + 1));
  if (end != std::string::npos) t.insert(end, d.below(2) == 0 ? " " : "  # c");
}
void cut_short(std::string& t, Dice& d) {
  if (d.below(4) == 0) t.resize(d.below(t.size() + 1));
  else insert_snippet(t, d);
}
void all_crlf(std::string& t, Dice&) {
  std::string out;
  for (const char c : t) out.append(c == '\n' ? "\r\n" : std::string(1, c));
  t = std::move(out);
}
void quote_value(std::string& t, Dice& d) {
  const std::size_t colon = t.find(": ", d.below(t.size() + 1));
  if (colon == std::string::npos) return;
  const std::size_t end = t.find('\n', colon);
  const char* quote = d.below(2) == 0 ? "\"" : "'";
  if (end != std::string::npos) t.insert(end, quote);
  t.insert(colon + 2, quote);
}

constexpr std::array<Change, 19> kChanges{
    insert_snippet, insert_snippet, insert_snippet, replace_with_snippet, replace_with_snippet,
    erase_some,     erase_some,     change_byte,    indent_line,          outdent_line,
    erase_line,     copy_line,      swap_lines,     join_lines,           split_line,
    trailing_blank, cut_short,      all_crlf,       quote_value};

}  // namespace

std::string mutated(const std::string& text, Dice& dice) {
  std::string out = text;
  for (std::size_t n = 1 + dice.below(4); n > 0; --n) kChanges[dice.below(kChanges.size())](out, dice);
  return out;
}

}  // namespace hazcheck::fuzz
