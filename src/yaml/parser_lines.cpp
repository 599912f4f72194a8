// Lines, columns, comments and the telling of faults: the ground that the parser's other files stand on.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "yaml/bytes.hpp"
#include "yaml/parser.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {

namespace {
constexpr std::size_t kMostFaults = 500;  // a file with more is no record
}

Parser::Parser(std::string_view bytes, FileId file, Arena& arena, Diagnostics& diagnostics)
    : bytes_(bytes), file_(file), arena_(arena), diagnostics_(diagnostics) {
  if (bytes_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

std::size_t Parser::line_end(std::size_t at) const {
  std::size_t end = bytes_.find('\n', at);
  if (end == std::string_view::npos) end = bytes_.size();
  if (end > at && bytes_[end - 1] == '\r') --end;
  return end;
}

std::size_t Parser::next_line(std::size_t at) const {
  const std::size_t end = bytes_.find('\n', at);
  return end == std::string_view::npos ? bytes_.size() : end + 1;
}

bool Parser::at_marker(std::size_t line) const {
  return (has_at(bytes_, line, "---") || has_at(bytes_, line, "...")) && is_gap(line + 3);
}

// Moves to the next line that has content, past blank lines and comments. False at the end of the document.
bool Parser::to_content() {
  if (content_) return true;
  while (!stopped_ && at_ < bytes_.size()) {
    line_ = at_;
    while (peek(at_) == ' ') ++at_;
    const std::size_t spaces = at_;
    bool wide = false;
    for (std::size_t n = 0; is_blank(peek(at_)) || (n = wide_blank_at(bytes_, at_)) != 0;
         at_ += std::max<std::size_t>(n, 1), n = 0)
      wide = wide || n != 0;
    const bool empty = ends_line(at_) || bytes_[at_] == '#';
    if (wide) tell_wide_blank(spaces);
    if (empty) {
      skip_line();
      continue;
    }
    if (at_ == line_ && at_marker(line_)) return false;
    soft_ = at_ != spaces;
    column_ = soft_ ? fit_column(line_, at_) : at_ - line_;
    begin_ = at_;
    if (soft_ && !wide)
      tell(Fault::tab_indentation, spaces, at_, say("a tab in the indentation", "缩进中有制表符（Tab）"),
           say("indent with blanks only", "缩进只能用空格"));
    return content_ = true;
  }
  return false;
}

// The column that an indentation of tabs or full-width blanks most likely stands for: one that is open.
std::size_t Parser::fit_column(std::size_t begin, std::size_t end) const {
  std::size_t spaces = 0, tabs = 0, wides = 0;
  for (std::size_t p = begin; p < end;) {
    if (const std::size_t n = wide_blank_at(bytes_, p); n != 0) {
      ++wides;
      p += n;
      continue;
    }
    ++(bytes_[p] == '\t' ? tabs : spaces);
    ++p;
  }
  constexpr std::array<std::array<std::size_t, 2>, 5> kWidths{{{2, 2}, {4, 2}, {1, 1}, {8, 2}, {4, 1}}};
  for (const auto& [tab, wide] : kWidths) {
    const std::size_t column = spaces + tabs * tab + wides * wide;
    if (std::find(columns_.begin(), columns_.end(), column) != columns_.end()) return column;
  }
  return spaces + tabs * kWidths[0][0] + wides * kWidths[0][1];
}

void Parser::skip_line() {
  at_ = next_line(at_);
  content_ = false;
}

// Leaves this line and all below it that stand deeper than `column`; whatever they say is not in the tree.
void Parser::skip_deeper(int column) {
  lost_ = true;
  for (skip_line(); at_ < bytes_.size(); skip_line()) {
    std::size_t p = at_;
    while (peek(p) == ' ') ++p;
    const bool deeper = static_cast<int>(p - at_) > column || is_blank(peek(p)) || wide_blank_at(bytes_, p) != 0;
    if (!ends_line(p) && !deeper) break;
  }
}

// Blanks within a line; a full-width one is told and passed.
void Parser::skip_blanks() {
  for (;;) {
    while (is_blank(peek(at_))) ++at_;
    const std::size_t begin = at_;
    while (const std::size_t n = wide_blank_at(bytes_, at_)) at_ += n;
    if (at_ == begin) return;
    tell_wide_blank(begin);
  }
}

std::size_t Parser::trimmed(std::size_t begin, std::size_t end) const {
  while (end > begin && is_blank(bytes_[end - 1])) --end;
  return end;
}

// Behind a value that ends at `end` only a comment may stand.
void Parser::finish_line(std::size_t end, const Node& value) {
  at_ = end;
  while (is_blank(peek(at_))) ++at_;
  if (wide_blank_at(bytes_, at_) != 0) {
    std::size_t p = at_;
    while (const std::size_t n = is_blank(peek(p)) ? 1 : wide_blank_at(bytes_, p)) p += n;
    if (ends_line(p) || bytes_[p] == '#') {
      tell_wide_blank(at_);
      return skip_line();
    }
  }
  if (ends_line(at_)) return skip_line();
  if (bytes_[at_] == '#') {
    if (at_ == end)
      tell(Fault::comment_touches_value, at_, at_ + 1, say("a comment without a blank before it", "注释前缺少空格"),
           say("put a blank before '#'; if it belongs to the text, put the text in quotes",
               "请在 # 前加空格；如果 # 属于文字，请给整段文字加引号"));
    else if (value.is_scalar() && value.style == ScalarStyle::plain) tell_comment(at_);
    return skip_line();
  }
  const std::size_t stop = trimmed(at_, line_end(at_));
  tell(Fault::text_after_value, at_, stop,
       say("'{}' stands behind a value that has ended", "值已经结束，后面还有“{}”", shown(at_, stop)),
       say("put the whole text in quotes; inside \"…\" write \\\" for a quotation mark",
           "请给整段文字加引号；在 \"…\" 之内，引号写作 \\\"，或改用中文引号"));
  skip_line();
}

Diagnostic& Parser::tell(Fault fault, std::size_t begin, std::size_t end, Text message, Text help) {
  if (stopped_) return unheard_ = Diagnostic{};
  const RuleInfo& rule = rule_of(fault);
  Diagnostic& d =
      diagnostics_.add(rule, {file_, mark(begin, std::max(end, begin + 1))}, std::move(message), std::move(help));
  if (rule.severity == Severity::error && ++errors_ >= kMostFaults) give_up();
  return d;
}

void Parser::give_up() {
  stopped_ = lost_ = true;
  content_ = false;
  at_ = bytes_.size();
}

void Parser::tell_wide(Fault fault, std::size_t at, std::string_view wide, std::string_view ascii) {
  tell(fault, at, at + wide.size(),
       say("'{}' is a full-width sign; YAML needs '{}' here", "“{}”是全角符号，这里要用半角的“{}”", wide, ascii),
       say("type it with the input method switched off; if it belongs to the text, put the text in quotes",
           "请关闭中文输入法后重新输入；如果它属于文字，请给文字加引号"));
}

void Parser::tell_wide_blank(std::size_t at) {
  std::size_t end = at;
  while (const std::size_t n = is_blank(peek(end)) ? 1 : wide_blank_at(bytes_, end)) end += n;
  tell(Fault::full_width_blank, at, end,
       say("a full-width blank where YAML needs an ordinary one", "这里有全角空格，YAML 只认半角空格"),
       say("replace it with ordinary blanks", "请换成半角空格（关闭中文输入法后按空格键）"));
}

void Parser::tell_tight_colon(std::size_t at) {
  tell(Fault::no_blank_after_colon, at, at + 1, say("no blank after ':'", "冒号后缺少空格"),
       say("write 'key: value'; if it is text, put it in quotes", "请写成“键: 值”；如果这是文字，请加引号"));
}

void Parser::tell_comment(std::size_t at) {
  const char next = peek(at + 1);
  if (is_blank(next) || is_break(next) || next == '#') return;
  const std::size_t end = trimmed(at, line_end(at));
  tell(Fault::text_taken_for_comment, at, end,
       say("YAML takes '{}' for a comment", "YAML 把“{}”当作注释，不会读入", shown(at, end)),
       say("put the text in quotes; for a comment put a blank after '#'",
           "如果它属于文字，请给整段文字加引号；如果是注释，请在 # 后加空格"));
}

void Parser::tell_indentation() {
  if (soft_ || unclosed_) return;
  tell(Fault::wrong_indentation, at_, trimmed(at_, line_end(at_)),
       say("indented by {} blanks, which fits no line above", "缩进 {} 个空格，与上文任何一层都对不上", column_),
       say("keys of one mapping and items of one list stand in one column; text of several lines needs '|' "
           "or quotes",
           "同一层的键或列表项要左对齐；多行文字请用 | 或引号"));
}

std::string Parser::shown(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kMost = 200;  // bytes; a line may have millions
  if (end - begin > kMost) {
    end = begin + kMost;
    while ((static_cast<unsigned char>(bytes_[end]) & 0xC0) == 0x80) --end;
  }
  return printable(elide(bytes_.substr(begin, end - begin), 40));
}

}  // namespace hazcheck
