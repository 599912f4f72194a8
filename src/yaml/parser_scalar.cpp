// Values that start within a line: plain and quoted text, in one line or several, and what may stand before
// it.
#include <algorithm>

#include "base/text.hpp"
#include "yaml/bytes.hpp"
#include "yaml/parser.hpp"

namespace hazcheck {

namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

}  // namespace

Node Parser::plain_node(std::size_t begin, std::size_t end) const {
  Node node;
  node.at = mark(begin, end);
  const std::string_view text = bytes_.substr(begin, end - begin);
  if (is_null_word(text)) return node;
  node.kind = NodeKind::scalar;
  node.text = text;
  return node;
}

Node Parser::key_node(const KeyLine& line) {
  if (line.quoted) {
    Node node = quoted(line.begin, -1);
    node.at.end = static_cast<std::uint32_t>(line.end);
    return node;
  }
  Node node = plain_node(line.begin, line.end);
  if (node.is_null()) {
    tell(Fault::complex_key, line.begin, line.end,
         say("'{}' is null and no key", "“{}”表示空值，不能作键", shown(line.begin, line.end)),
         say("put the key in quotes", "请给键加引号"));
    node.kind = NodeKind::scalar;
    node.text = bytes_.substr(line.begin, line.end - line.begin);
  }
  return node;
}

// The end of the anchor, tag or alias at `at`, or npos: "& more" and "*important*" are text.
std::size_t Parser::property_end(std::size_t at) const {
  const char c = peek(at);
  if (c != '&' && c != '*' && c != '!') return std::string_view::npos;
  std::size_t p = at + 1;
  const bool verbatim = c == '!' && peek(p) == '<';
  if (c == '!' && (peek(p) == '!' || verbatim)) ++p;
  const std::size_t name = p;
  constexpr std::string_view kTagSigns = ":.,/!>";
  const auto in_flow_end = [&](std::size_t q) {
    return flow_depth_ > 0 && (peek(q) == ',' || peek(q) == ']' || peek(q) == '}');
  };
  while (is_name_char(peek(p)) ||
         (c == '!' && p > name && kTagSigns.find(peek(p)) != std::string_view::npos && !in_flow_end(p)))
    ++p;
  if (p == name) return std::string_view::npos;
  if (c != '*') return is_gap(p) || in_flow_end(p) ? p : std::string_view::npos;
  std::size_t next = p;
  while (is_blank(peek(next))) ++next;
  const bool ends = ends_line(next) || in_flow_end(next) || bytes_[next] == '#' || bytes_[next] == ':';
  return ends ? p : std::string_view::npos;
}

// Anchors and tags, told and passed. True where an alias stood in place of the value.
bool Parser::properties() {
  for (;;) {
    const std::size_t end = property_end(at_);
    if (end == std::string_view::npos) return false;
    const char c = bytes_[at_];
    const std::string name = shown(at_, end);
    if (c == '&')
      tell(Fault::anchor, at_, end, say("anchor '{}'", "锚点“{}”", name),
           say("delete it, and write the value out where it is used", "请删除它，并在用到的地方直接写出内容"));
    else if (c == '!')
      tell(Fault::explicit_tag, at_, end, say("tag '{}'", "标签“{}”", name),
           say("delete it; if it is text, put the text in quotes", "请删除它；如果这是文字，请加引号"));
    else
      tell(Fault::alias, at_, end, say("alias '{}'", "别名“{}”", name),
           say("write the value out; if it is text, put it in quotes", "请直接写出内容；如果这是文字，请加引号"));
    if (stopped_) return true;
    at_ = end;
    if (c == '*') return true;
    while (is_blank(peek(at_))) ++at_;
  }
}

// A value whose first character stands at at_, on a line of its own or behind its key or dash.
Node Parser::inline_value(int parent, bool own_line) {
  if (properties()) {
    Node node;
    node.at = mark(at_ - 1, at_);
    finish_line(at_, node);
    return node;
  }
  if (ends_line(at_) || bytes_[at_] == '#') {  // only where a tag or an anchor stood
    const std::size_t begin = at_;
    skip_line();
    if (to_content() && (static_cast<int>(column_) > parent)) return block_node(parent);
    Node node;
    node.at = mark(begin - 1, begin);
    return node;
  }
  const char c = bytes_[at_];
  if (opener_at(at_) != 0) return flow(parent);
  if (c == '"' || c == '\'') {
    const Node node = quoted(at_, parent);
    if (!flow_broken_) finish_line(node.at.end, node);
    flow_broken_ = false;
    return node;
  }
  if (c == '|' || c == '>') return block_text(parent);
  constexpr std::string_view kNoText = "]},@`%&*!";
  if (kNoText.find(c) != std::string_view::npos) return text_of_sign(at_, parent);
  if ((c == '-' || c == '?' || c == ':') && is_gap(at_ + 1)) {
    const std::size_t end = trimmed(at_, line_end(at_));
    if (c == '-' && !own_line)
      tell(Fault::misplaced_list_item, at_, end, say("a list starts in the line of its key", "列表不能与键写在同一行"),
           say("start the list in the next line; if it is text, put it in quotes",
               "请另起一行写列表；如果这是文字，请加引号"));
    else
      tell(Fault::complex_key, at_, end,
           say("'{}' without a key in the same line", "“{}”同一行中没有键", std::string_view(&c, 1)),
           say("write 'key: value'; if it is text, put it in quotes", "请写成“键: 值”；如果这是文字，请加引号"));
    skip_deeper(parent);
    return {};
  }
  return plain(parent);
}

// Text that begins with one of YAML's own signs: told, and taken for the text that it was meant to be.
Node Parser::text_of_sign(std::size_t at, int parent) {
  const std::size_t end = trimmed(at, line_end(at));
  std::size_t next = at;
  const std::string_view sign = bytes_.substr(at, (next_char(bytes_, next), next - at));
  tell(Fault::text_needs_quotes, at, end,
       say("text that starts with '{}' needs quotes", "以“{}”开头的文字要加引号", sign),
       say("write '…' around the whole text", "请用英文引号 '…' 把整段文字括起来"));
  Node node = plain_node(at, end);
  node.kind = NodeKind::scalar;
  node.style = ScalarStyle::quoted;
  node.text = bytes_.substr(at, end - at);
  const bool lost = lost_;
  skip_deeper(parent);
  lost_ = lost;
  return node;
}

// The end of the plain text in the line at `begin`. Moves at_ behind it: to its comment or to the line's end.
std::size_t Parser::plain_end(std::size_t begin) {
  const std::size_t limit = line_end(begin);
  bool told = false;
  for (at_ = begin; at_ < limit; ++at_) {
    const char c = bytes_[at_];
    if (c == '#' && at_ > begin && is_blank(bytes_[at_ - 1])) break;
    if (c == ':' && is_gap(at_ + 1) && !told) {
      told = true;
      tell(Fault::second_colon, at_, at_ + 1, say("a second ': ' in one line", "一行中有两个“: ”"),
           say("put the text in quotes, or write the Chinese '：' in it", "请给文字加引号，或在文字中改用全角的“：”"));
    }
    if (c == '#' && at_ > begin && is_gap(at_ + 1)) {  // "text　# comment"
      for (const std::size_t n : {3UL, 2UL})
        if (at_ >= begin + n && wide_blank_at(bytes_, at_ - n) == n) {
          tell_wide_blank(at_ - n);
          const std::size_t end = trimmed(begin, at_ - n);
          at_ = limit;
          return end;
        }
    }
  }
  return trimmed(begin, at_);
}

// Whether text that stops at the end of the line of `from` goes on below: at `at`, `newlines` lines further
// down.
bool Parser::continues(std::size_t from, int parent, std::size_t& at, std::size_t& newlines) const {
  newlines = 0;
  for (std::size_t line = next_line(from); line < bytes_.size(); line = next_line(line)) {
    ++newlines;
    std::size_t p = line;
    while (peek(p) == ' ') ++p;
    const int column = static_cast<int>(p - line);
    while (is_blank(peek(p))) ++p;
    if (ends_line(p)) continue;
    at = p;
    return column > parent && !at_marker(line);
  }
  return false;
}

// A line that goes on with the text above it in YAML's eyes, and is something else in the writer's.
bool Parser::continuation_fault(std::size_t at) {
  const KeyLine line = key_line(bytes_, at, line_end(at));
  const Sign sign = dash_at(at);
  const std::size_t end = trimmed(at, line_end(at));
  if (sign.dash == Dash::right ||
      (sign.dash == Dash::wide && (is_gap(sign.after) || wide_blank_at(bytes_, sign.after) != 0))) {
    if (sign.dash == Dash::wide) tell_dash(at, sign);
    else
      tell(Fault::misplaced_list_item, at, end, say("a list item below a text", "文字之下不能再接列表项"),
           say("indent it as the list that it belongs to; if it is text, put the whole text in quotes",
               "请与所属列表对齐；如果它属于上面的文字，请给整段文字加引号"));
  } else if (line.kind == KeyLine::Kind::key) {
    tell(Fault::wrong_indentation, at, end,
         say("'{}' is indented below a text, which has no keys", "“{}”缩进在一段文字之下，文字不能带键",
             shown(line.begin, line.end)),
         say("indent it like its neighbours; if it is text, put the whole text in quotes",
             "请与同层的键对齐；如果它属于上面的文字，请给整段文字加引号"));
  } else if (line.kind == KeyLine::Kind::wide && line.likely) {
    tell_wide(Fault::full_width_colon, line.sign, kWideColon, ": ");
  } else if (line.kind == KeyLine::Kind::tight && line.sure) {
    tell_tight_colon(line.sign);
  } else {
    return false;
  }
  return true;
}

namespace {
void fold(std::string& text, std::size_t newlines) {
  if (newlines == 1) text += ' ';
  else text.append(newlines - 1, '\n');
}
}  // namespace

Node Parser::plain(int parent) {
  const std::size_t begin = at_;
  std::size_t end = plain_end(begin), next = 0, newlines = 0;
  Node node = plain_node(begin, end);
  std::string text;
  while (!stopped_ && ends_line(at_) && continues(at_, parent, next, newlines) && bytes_[next] != '#') {
    if (text.empty()) text = bytes_.substr(begin, end - begin);
    const std::size_t column = next - bytes_.rfind('\n', next) - 1;
    const bool own_line = begin == begin_ && column == column_ && text.size() == end - begin;
    if (own_line && key_line(bytes_, next, line_end(next)).kind == KeyLine::Kind::key) {
      // The first line of what goes on as a mapping.
      tell(Fault::missing_colon, begin, end, say("'{}' is no 'key: value'", "“{}”不是“键: 值”", shown(begin, end)),
           say("put ': ' behind its key", "请在键后加上“: ”"));
      at_ = next;
      skip_deeper(parent);
      return node;
    }
    if (continuation_fault(next)) {
      at_ = next;
      skip_deeper(parent);
      return node;
    }
    const std::size_t from = next;
    end = plain_end(from);
    fold(text, newlines);
    text += bytes_.substr(from, end - from);
  }
  if (!text.empty()) {
    node.kind = NodeKind::scalar;
    node.text = arena_.copy(text);
    node.at.end = static_cast<std::uint32_t>(end);
  }
  finish_line(ends_line(at_) ? at_ : end, node);
  return node;
}

// The quoted text at `at`; sets flow_broken_ and leaves at_ at the next line where it does not close.
Node Parser::quoted(std::size_t at, int parent) {
  Node node;
  node.kind = NodeKind::scalar;
  node.style = ScalarStyle::quoted;
  const char quote = bytes_[at];
  const std::size_t first_end = line_end(at);
  std::string text;
  bool plain_copy = true;  // the value is the source's bytes
  std::size_t kept = 0;    // what folding may not trim: escapes
  std::size_t p = at + 1;
  for (;;) {
    if (ends_line(p)) {
      std::size_t next = 0, newlines = 0;
      if (!continues(p, parent, next, newlines)) break;
      plain_copy = false;
      while (text.size() > kept && is_blank(text.back())) text.pop_back();
      fold(text, newlines);
      p = next;
      continue;
    }
    const char c = bytes_[p];
    if (c == quote && !(quote == '\'' && peek(p + 1) == quote)) {
      node.at = mark(at, p + 1);
      node.text = plain_copy ? bytes_.substr(at + 1, p - at - 1) : arena_.copy(text);
      return node;
    }
    if (c == '\\' && quote == '"') {
      plain_copy = false;
      if (ends_line(p + 1)) {  // an escaped line break joins without a blank
        std::size_t next = 0, newlines = 0;
        if (!continues(p + 1, parent, next, newlines)) break;
        text.append(newlines - 1, '\n');
        p = next;
      } else {
        unescape(p, text);
      }
      kept = text.size();
      continue;
    }
    if (c == quote) {
      plain_copy = false;
      ++p;
    }
    text += c;
    ++p;
  }
  lost_ = flow_broken_ = unclosed_ = true;
  tell(Fault::unclosed_quote, at, trimmed(at, first_end), say("the quotation mark is not closed", "引号没有结束"),
       say("close it with {}; lines that go on with the text are indented", "请在文字末尾补上 {}；续行要缩进",
           std::string_view(&quote, 1)));
  node.at = mark(at, first_end);
  node.text = bytes_.substr(at + 1, first_end - at - 1);
  if (!stopped_) at_ = next_line(at);
  return node;
}

// Reads the escape at `at` (a backslash) and moves behind it.
void Parser::unescape(std::size_t& at, std::string& out) {
  constexpr std::string_view kNames = "0abtnvfre \"\\/N_LP\t";
  constexpr char32_t kMeanings[] = {0,   7,   8,    9,   10,   11,   12,     13,     27,
                                    ' ', '"', '\\', '/', 0x85, 0xA0, 0x2028, 0x2029, '\t'};
  const std::size_t begin = at;
  std::size_t after = at + 1;
  const char name = bytes_[after];
  next_char(bytes_, after);
  at = after;
  char32_t c = 0;
  bool good = true;
  if (const std::size_t known = kNames.find(name); known != std::string_view::npos) {
    c = kMeanings[known];
  } else if (name == 'x' || name == 'u' || name == 'U') {
    const std::size_t digits = name == 'x' ? 2 : name == 'u' ? 4 : 8;
    for (std::size_t i = 0; i < digits && good; ++i) {
      const char d = peek(at);
      good = (d >= '0' && d <= '9') || (d >= 'a' && d <= 'f') || (d >= 'A' && d <= 'F');
      if (good) c = c * 16 + static_cast<char32_t>(d <= '9' ? d - '0' : (d | 0x20) - 'a' + 10);
      if (good) ++at;
    }
    good = good && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
  } else {
    good = false;
  }
  if (!good) {
    tell(Fault::bad_escape, begin, at, say("'{}' is no escape", "“{}”不是有效的转义", shown(begin, at)),
         say("write '\\\\' for a backslash, or put the text in '…'", "反斜杠写作 \\\\，或改用单引号 '…'"));
  } else if (is_forbidden_control(c)) {
    tell(Fault::escaped_control_character, begin, at,
         say("'{}' is a control character", "“{}”是控制字符", shown(begin, at)), say("delete it", "请删除它"));
  } else {
    append_utf8(out, c);
  }
}

}  // namespace hazcheck
