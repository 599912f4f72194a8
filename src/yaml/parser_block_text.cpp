// Block scalars: the literal "|" and the folded ">", their header, indentation and trailing newlines.
#include <algorithm>

#include "yaml/parser.hpp"

namespace hazcheck {

namespace {

// Joins the lines as the style asks for. Lines that start with a blank, and all of a literal, keep their breaks.
class Lines {
 public:
  explicit Lines(bool literal) : literal_(literal) {}

  void add(std::string_view line) {
    if (line.empty()) {
      ++blank_;
      return;
    }
    const bool kept = literal_ || is_blank(line.front());
    const bool breaks = any_ && (kept || kept_);
    if (any_ && !breaks && blank_ == 0) text_ += ' ';
    else text_.append(blank_ + (breaks ? 1 : 0), '\n');
    text_ += line;
    any_ = true;
    kept_ = kept;
    blank_ = 0;
  }

  std::string finish(char chomp, bool broken) && {
    const std::size_t last = any_ && broken ? 1 : 0;
    if (chomp == '+') text_.append(blank_ + last, '\n');
    else if (chomp != '-') text_.append(last, '\n');
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t blank_ = 0;  // empty lines not yet written
  bool literal_;
  bool any_ = false;
  bool kept_ = false;
};

}  // namespace

Node Parser::block_text(int parent) {
  const std::size_t begin = at_;
  char chomp = 0, digit = 0;
  std::size_t p = begin + 1;
  for (int i = 0; i < 2; ++i) {
    const char c = peek(p);
    if ((c == '+' || c == '-') && chomp == 0) chomp = c;
    else if (c >= '1' && c <= '9' && digit == 0) digit = c;
    else break;
    ++p;
  }
  const std::size_t header = p;
  while (is_blank(peek(p))) ++p;
  if (!ends_line(p) && (bytes_[p] != '#' || p == header)) return text_of_sign(begin, parent);

  const std::size_t least = parent < 0 ? 1 : static_cast<std::size_t>(parent) + 1;
  std::size_t indent = digit == 0 ? 0 : least - 1 + static_cast<std::size_t>(digit - '0');
  std::size_t deepest_blank = 0, end = header, line = next_line(p);
  if (parent < 0 && digit != 0) indent = static_cast<std::size_t>(digit - '0');
  Lines lines(bytes_[begin] == '|');
  bool any = false, broken = false;
  for (; line < bytes_.size(); line = next_line(line)) {
    std::size_t text = line;
    while (peek(text) == ' ' && (indent == 0 || text - line < indent)) ++text;
    const std::size_t stop = line_end(text), column = text - line;
    if (text >= stop) {
      if (!any) deepest_blank = std::max(deepest_blank, column);
      lines.add({});
      continue;
    }
    if (indent == 0 && column < least) break;
    if (indent == 0) indent = column;
    if (column < indent) break;
    if (!any && deepest_blank > indent)
      tell(Fault::bad_block_text, text, stop,
           say("a blank line above this text is indented deeper than it", "这段文字之前的空行比文字缩进更深"),
           say("take the blanks out of the empty line", "请删除空行中的空格"));
    lines.add(bytes_.substr(text, stop - text));
    if (bytes_.substr(text, stop - text).find_first_not_of(" \t") != std::string_view::npos) end = stop;
    any = true;
    broken = stop < bytes_.size();
  }
  if (!any && digit != 0) return text_of_sign(begin, parent);  // ">5" is no empty text
  Node node;
  node.kind = NodeKind::scalar;
  node.style = ScalarStyle::block;
  node.text = arena_.copy(std::move(lines).finish(chomp, broken));
  node.at = mark(begin, end);
  at_ = line;
  content_ = false;
  return node;
}

}  // namespace hazcheck
