// Plain text within brackets, where commas and brackets end it, and where a full-width sign may be meant as
// one.
#include "base/number.hpp"
#include "yaml/parser.hpp"

namespace hazcheck {
namespace {

// Of the colon behind `text`: a semicolon before the key says what was meant.
Text second_colon_help(std::string_view text) {
  for (std::string_view sign : {"；", ";"})
    if (text.find(sign) != std::string_view::npos)
      return say("if a key starts here, write ', ' instead of '{0}' before it; if it is text, put it in quotes",
                 "如果后面是另一个键，请把“{0}”改成半角“, ”；如果是文字，请加引号", sign);
  return say("put the text in quotes; if a key starts here, put a comma before it",
             "请给文字加引号；如果后面是另一个键，请在前面加逗号");
}

}  // namespace

bool Parser::flow_colon_at(std::size_t at) const {
  const char next = peek(at + 1);
  return peek(at) == ':' && (is_gap(at + 1) || next == ',' || next == ']' || next == '}');
}

// "]" typed full-width, in text that has not opened one: it is YAML's where the entry ends behind it.
bool Parser::closes_wide(std::size_t at, const FlowLevel& level) const {
  if (!has_at(bytes_, at, level.close == ']' ? kWideCloseBracket : kWideCloseBrace)) return false;
  std::size_t p = at + kWideSize;
  while (is_blank(peek(p))) ++p;
  constexpr std::string_view kEnds = ",]}#";
  return ends_line(p) || kEnds.find(bytes_[p]) != std::string_view::npos || has_at(bytes_, p, kWideComma) ||
         has_at(bytes_, p, kWideCloseBracket) || has_at(bytes_, p, kWideCloseBrace);
}

// Whether the full-width comma or colon at `at` is meant for YAML. In a value of a mapping a comma is text,
// unless what follows is one of our keys with its colon.
bool Parser::cuts_wide(std::size_t at, const FlowLevel& level, Role role) const {
  if (role == Role::key) return has_at(bytes_, at, kWideColon);
  const bool comma = has_at(bytes_, at, kWideComma);
  if (role == Role::item) return comma || has_at(bytes_, at, kListComma);
  if (!comma) return false;
  constexpr std::size_t kLongestWord = 160;
  std::size_t word = at + kWideSize;
  while (is_blank(peek(word))) ++word;
  std::size_t end = word;
  while (!ends_line(end) && bytes_[end] != ':' && bytes_[end] != ',' && !has_at(bytes_, end, kWideColon))
    if (++end - word > kLongestWord) return false;
  if (ends_line(end) || bytes_[end] == ',') return false;
  const std::string_view key = bytes_.substr(word, end - word);
  return is_format_key(key) || (is_word(key) && (level.colon_told || flow_colon_at(end)));
}

// Where the text that begins at `begin` ends in its line: at a sign of YAML's, or at one that is meant to be.
std::size_t Parser::flow_plain_end(std::size_t begin, const FlowLevel& level, Role role) const {
  constexpr std::string_view kEnds = ",[]{}?";
  const std::string_view open = level.close == ']' ? kWideOpenBracket : kWideOpenBrace;
  bool opened = false;
  std::size_t p = begin;
  for (; !ends_line(p); ++p) {
    const char c = bytes_[p];
    if (kEnds.find(c) != std::string_view::npos && p > begin) break;
    if (c == ':' && flow_colon_at(p)) break;
    if (c == '#' && p > begin && is_blank(bytes_[p - 1])) break;
    if (c != kWideColon[0] && c != kListComma[0]) continue;
    opened = opened || has_at(bytes_, p, open);
    if (p > begin && ((!opened && closes_wide(p, level)) || cuts_wide(p, level, role))) break;
  }
  return p;
}

Node Parser::flow_plain(int parent, FlowLevel& level, Role role) {
  const std::size_t begin = at_;
  at_ = flow_plain_end(begin, level, role);
  std::size_t end = trimmed(begin, at_), next = 0, newlines = 0;
  Node node = plain_node(begin, end);
  std::string text;
  while (role != Role::key && ends_line(at_) && continues(at_, parent, next, newlines)) {
    constexpr std::string_view kOther = ",[]{}#\"'?";
    if (kOther.find(bytes_[next]) != std::string_view::npos || cuts_wide(next, level, Role::item) ||
        closes_wide(next, level))
      break;
    if (key_line(bytes_, next, line_end(next)).kind == KeyLine::Kind::key) break;  // a comma is missing
    if (text.empty()) text = bytes_.substr(begin, end - begin);
    const std::size_t from = next;
    at_ = flow_plain_end(from, level, role);
    end = trimmed(from, at_);
    if (newlines == 1) text += ' ';
    else text.append(newlines - 1, '\n');
    text += bytes_.substr(from, end - from);
  }
  if (!text.empty()) {
    node.kind = NodeKind::scalar;
    node.text = arena_.copy(text);
    node.at.end = static_cast<std::uint32_t>(end);
  }
  if (peek(at_) == '#' && at_ < bytes_.size()) tell_comment(at_);
  if (role == Role::value && flow_colon_at(at_)) {
    tell(Fault::second_colon, at_, at_ + 1, say("a second ': ' in one entry", "一项中有两个“: ”"),
         second_colon_help(bytes_.substr(begin, at_ - begin)));
    lost_ = true;
    flow_skip();
  }
  return node;
}

// {amount: 1,200元}: the comma ends the value for YAML, and what is left of the number is no key. Tells so and reads
// the number that was meant.
void Parser::join_number(Node& value) {
  if (flow_broken_ || stopped_ || value.style != ScalarStyle::plain || !value.is_scalar()) return;
  const auto digits_at = [&](std::size_t at) {
    std::size_t n = 0;
    while (peek(at + n) >= '0' && peek(at + n) <= '9') ++n;
    return n;
  };
  std::string text(value.text);
  std::size_t end = at_;
  while (peek(end) == ',') {
    std::size_t group = end + 1;
    while (is_blank(peek(group))) ++group;
    if (digits_at(group) != 3) break;
    end = group + 3;
    (text += ',') += bytes_.substr(group, 3);
  }
  if (end == at_) return;
  const std::size_t unit = end;
  while (!ends_line(end) && !is_flow_sign(bytes_[end]) && !flow_colon_at(end) && bytes_[end] != '#') ++end;
  if (flow_colon_at(end)) return;  // a key of three digits
  end = trimmed(unit, end);
  text += bytes_.substr(unit, end - unit);
  const std::string meant = number_meant(text);
  if (meant.empty()) return;
  value.at.end = static_cast<std::uint32_t>(end);
  value.text = arena_.copy(meant);
  tell(Fault::misplaced_comma, value.at.begin, end,
       say("a comma cuts the number '{0}' in two", "逗号把数字“{0}”断成了两截", shown(value.at.begin, end)),
       say("write {0}", "请写 {0}", meant));
  if (!stopped_) at_ = end;
}

}  // namespace hazcheck
