// Flow collections: their brackets, commas and keys. Must not fold text (parser_flow_text.cpp).
#include <algorithm>

#include "yaml/parser.hpp"

namespace hazcheck {

namespace {

Text quote_in_brackets() {
  return say("within […] and {{…}} put text with , [ ] {{ }} ? or ': ' in quotes",
             "在 […] 和 {{…}} 之内，含 , [ ] {{ }} ? 或“: ”的文字要加引号");
}

// Where the bracket that `text` begins with is closed: behind its closing one, or 0.
std::size_t wide_close(std::string_view text, std::string_view open, std::string_view close) {
  int depth = 0;
  for (std::size_t p = 0; p < text.size(); ++p) {
    if (has_at(text, p, open)) ++depth;
    if (has_at(text, p, close) && --depth == 0) return p + close.size();
  }
  return 0;
}

}  // namespace

// In text full-width brackets are as good as any; they are YAML's where they hold the whole value, the key is none that
// takes text, and in braces stands a key.
char Parser::opener_at(std::size_t at) const {
  const char c = peek(at);
  if (c == '[' || c == '{') return c;
  const bool list = has_at(bytes_, at, kWideOpenBracket);
  if (!list && !has_at(bytes_, at, kWideOpenBrace)) return 0;
  std::size_t end = line_end(at);
  for (std::size_t p = at; p < end; ++p) {
    const bool comment = bytes_[p] == '#' && is_blank(bytes_[p - 1]);
    if (comment || (flow_depth_ > 0 && (bytes_[p] == ',' || bytes_[p] == ']' || bytes_[p] == '}'))) end = p;
  }
  const std::string_view text = bytes_.substr(at, trimmed(at, end) - at);
  const std::string_view open = list ? kWideOpenBracket : kWideOpenBrace;
  const std::string_view close = list ? kWideCloseBracket : kWideCloseBrace;
  const std::size_t closed = wide_close(text, open, close);
  const bool whole =
      closed == text.size() || (closed == 0 && text.back() == (list ? ']' : '}')) || (flow_depth_ > 0 && closed == 0);
  if (!whole) return 0;
  const std::string_view key = key_before(bytes_, at);
  if (is_prose_key(key) && (list || (key != "title" && key != "source"))) return 0;
  if (list) return '[';
  const KeyLine inside = key_line(bytes_, at + kWideSize, end);
  return inside.kind != KeyLine::Kind::none && inside.likely ? '{' : '\0';
}

// "[important] call the fire brigade" is meant as text: the bracket closes and something follows.
bool Parser::text_follows_bracket(std::size_t at) const {
  const std::size_t limit = line_end(at);
  int depth = 0;
  for (std::size_t p = at; p < limit; ++p) {
    const char c = bytes_[p];
    const char before = p == at ? ' ' : bytes_[p - 1];  // a file may begin with a bracket
    const bool starts = is_blank(before) || before == '[' || before == '{' || before == ',';
    if ((c == '"' || c == '\'') && starts) {
      const std::size_t end = quote_end(bytes_, p, limit);
      if (end == std::string_view::npos) return false;
      p = end - 1;
    } else if (c == '#' && is_blank(before)) {
      return false;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      for (++p; p < limit && is_blank(bytes_[p]); ++p) {
      }
      return p < limit && bytes_[p] != '#' && bytes_[p] != ':' && wide_blank_at(bytes_, p) == 0;
    }
  }
  return false;
}

// A flow collection as a block value, with the rest of its line.
Node Parser::flow(int parent) {
  const std::size_t begin = at_;
  if (is_flow_sign(bytes_[begin]) && text_follows_bracket(begin)) return text_of_sign(begin, parent);
  flow_broken_ = false;
  const Node node = flow_collection(parent);
  if (!flow_broken_ && !stopped_) {
    std::size_t p = at_;
    while (is_blank(peek(p))) ++p;
    if (peek(p) == ':') {
      tell(Fault::complex_key, begin, at_,
           say("a list or mapping where a key must stand", "这里应当是键，不能是方括号列表或花括号"),
           say("write 'key: value'; if it is text, put it in quotes", "请写成“键: 值”；如果这是文字，请加引号"));
      skip_deeper(parent);
    } else {
      finish_line(at_, node);
    }
  }
  flow_broken_ = false;
  return node;
}

Node Parser::flow_collection(int parent) {
  const std::size_t open = at_;
  const bool list = opener_at(open) == '[';
  if (!enter(open)) return {};
  const bool wide = !is_flow_sign(bytes_[open]);
  if (wide) tell_wide(Fault::full_width_bracket, open, list ? kWideOpenBracket : kWideOpenBrace, list ? "[" : "{");
  at_ += wide ? kWideSize : 1;
  const std::size_t inside = at_, first = nodes_.size();
  FlowLevel level;
  level.close = list ? ']' : '}';
  level.open = open;
  ++flow_depth_;
  while (flow_blanks(parent, level) && !flow_close(level)) {
    if (peek(at_) == ',') {
      tell(Fault::misplaced_comma, at_, at_ + 1, say("a comma with nothing before it", "逗号前面没有内容"),
           quote_in_brackets());
      if (!stopped_) ++at_;
      continue;
    }
    if (has_at(bytes_, at_, kWideComma) || has_at(bytes_, at_, kListComma)) {
      flow_comma(level, at_);
      continue;
    }
    if (list) flow_item(parent, level);
    else flow_pair(parent, level);
    const std::size_t end = at_;
    if (flow_broken_ || !flow_blanks(parent, level) || flow_close(level)) break;
    flow_comma(level, end);
  }
  --flow_depth_;
  --depth_;
  return collected(list ? NodeKind::sequence : NodeKind::mapping, first, true, mark(open, inside));
}

// Blanks, line ends and comments between two signs. False where the collection ends without its bracket.
bool Parser::flow_blanks(int parent, const FlowLevel& level) {
  if (flow_broken_) return false;
  while (!stopped_) {
    skip_blanks();
    if (!ends_line(at_) && bytes_[at_] != '#') return true;
    if (!ends_line(at_) && !is_blank(bytes_[at_ - 1]) && bytes_[at_ - 1] != '\n')
      tell(Fault::comment_touches_value, at_, at_ + 1, say("a comment without a blank before it", "注释前缺少空格"),
           say("put a blank before '#'", "请在 # 前加空格"));
    const std::size_t here = at_;
    std::size_t next = 0, newlines = 0;
    if (continues(here, parent, next, newlines)) {
      at_ = next;
      continue;
    }
    if (next > here && bytes_[next] == level.close) {
      tell(Fault::wrong_indentation, next, next + 1,
           say("'{}' is not indented", "“{}”没有缩进", std::string_view(&level.close, 1)),
           say("indent the closing bracket deeper than its key", "收尾的括号要比所属的键缩进更深"));
      at_ = next;
      continue;
    }
    if (next > here && bytes_[next] == '#') {
      at_ = next;
      continue;
    }
    lost_ = flow_broken_ = unclosed_ = true;
    const std::size_t end = trimmed(level.open, line_end(level.open));
    tell(Fault::unclosed_bracket, level.open, end,
         say("'{}' is not closed", "“{}”没有结束", std::string_view(level.close == ']' ? "[" : "{")),
         say("close it with '{0}'; lines that belong to it are indented; if it is text, put the text in "
             "quotes",
             "请补上“{0}”；属于它的行要缩进；如果这是文字，请加引号", std::string_view(&level.close, 1)));
    if (!stopped_) at_ = next_line(here);
    return false;
  }
  return false;
}

bool Parser::flow_close(const FlowLevel& level) {
  const char c = peek(at_);
  if (c == ']' || c == '}') {
    if (c != level.close)
      tell(Fault::unclosed_bracket, at_, at_ + 1,
           say("'{}' where '{}' must stand", "这里是“{}”，应当是“{}”", std::string_view(&c, 1),
               std::string_view(&level.close, 1)),
           quote_in_brackets());
    if (!stopped_) ++at_;
    return true;
  }
  const bool list = level.close == ']';
  const std::string_view wide = list ? kWideCloseBracket : kWideCloseBrace;
  if (!has_at(bytes_, at_, wide)) return false;
  tell_wide(Fault::full_width_bracket, at_, wide, list ? "]" : "}");
  if (!stopped_) at_ += kWideSize;
  return true;
}

// What separates two entries; where nothing does, says so and goes on behind what should not be there.
void Parser::flow_comma(FlowLevel& level, std::size_t entry_end) {
  if (stopped_) return;
  if (bytes_[at_] == ',') {
    ++at_;
    return;
  }
  for (const std::string_view wide : {kWideComma, kListComma}) {
    if (!has_at(bytes_, at_, wide)) continue;
    bool& told = wide == kWideComma ? level.comma_told : level.list_comma_told;
    if (!told) tell_wide(wide == kWideComma ? Fault::full_width_comma : Fault::enumeration_comma, at_, wide, ", ");
    told = level.close == ']';
    if (!stopped_) at_ += kWideSize;
    return;
  }
  const std::size_t begin = at_;
  if (bytes_.substr(entry_end, at_ - entry_end).find('\n') != std::string_view::npos) {
    const std::size_t end = trimmed(at_, line_end(at_));
    tell(Fault::misplaced_comma, at_, end, say("a comma is missing before '{}'", "“{}”前面缺少逗号", shown(at_, end)),
         quote_in_brackets());
    return;
  }
  lost_ = true;
  const char c = bytes_[at_];
  flow_skip();
  const std::size_t end = trimmed(begin, at_);
  if (c == '[' || c == '{' || c == '?' || c == '"' || c == '\'' || c == ':')
    tell(Fault::text_needs_quotes, begin, begin + 1,
         say("text with '{}' within brackets needs quotes", "括号之内含“{}”的文字要加引号", std::string_view(&c, 1)),
         quote_in_brackets());
  else
    tell(Fault::text_after_value, begin, end,
         say("'{}' stands behind a value that has ended", "值已经结束，后面还有“{}”", shown(begin, end)),
         quote_in_brackets());
  if (peek(at_) == ',') ++at_;
}

// To the comma or bracket that ends this entry, or to the end of the line.
void Parser::flow_skip() {
  int depth = 0;
  for (; !ends_line(at_); ++at_) {
    const char c = bytes_[at_];
    if (c == '[' || c == '{') ++depth;
    else if (((c == ']' || c == '}') && --depth < 0) || (c == ',' && depth == 0)) return;
  }
}

Node Parser::flow_entry(int parent, FlowLevel& level, Role role) {
  const std::size_t begin = at_;
  if (properties()) {
    Node node;
    node.at = mark(begin, at_);
    return node;
  }
  if (opener_at(at_) != 0) return flow_collection(parent);
  const char c = peek(at_);
  if (c == '"' || c == '\'') {
    const Node node = quoted(at_, parent);
    if (!flow_broken_) at_ = node.at.end;
    return node;
  }
  if ((c == '-' || c == '?' || c == ':') &&
      (is_gap(at_ + 1) || peek(at_ + 1) == ',' || peek(at_ + 1) == ']' || peek(at_ + 1) == '}')) {
    if (c == '-')
      tell(Fault::misplaced_list_item, at_, at_ + 1, say("a dash within brackets", "括号之内不能用“- ”"),
           say("separate the items with commas; if it is text, put it in quotes",
               "请用逗号分隔；如果这是文字，请加引号"));
    else
      tell(Fault::complex_key, at_, at_ + 1, say("'{}' without a key", "“{}”前面没有键", std::string_view(&c, 1)),
           quote_in_brackets());
    lost_ = true;
    if (!stopped_) ++at_;
    skip_blanks();
    Node node;
    node.at = mark(begin, begin + 1);
    if (is_gap(at_) || peek(at_) == ',' || peek(at_) == ']' || peek(at_) == '}') return node;
    return flow_entry(parent, level, role);
  }
  constexpr std::string_view kNoText = "|>@`%&*!?#";
  if (kNoText.find(c) != std::string_view::npos)
    tell(Fault::text_needs_quotes, at_, at_ + 1,
         say("text that starts with '{}' needs quotes", "以“{}”开头的文字要加引号", std::string_view(&c, 1)),
         quote_in_brackets());
  return flow_plain(parent, level, role);
}

// An entry of a sequence, which may be a mapping of one pair: "[a: b]".
void Parser::flow_item(int parent, FlowLevel& level) {
  const std::size_t begin = at_;
  const Node node = flow_entry(parent, level, Role::item);
  const bool pair = !flow_broken_ && !stopped_ && node.is_scalar() && peek(at_) == ':' &&
                    (node.style == ScalarStyle::quoted || flow_colon_at(at_)) &&
                    bytes_.substr(begin, at_ - begin).find('\n') == std::string_view::npos;
  if (!pair) {
    push(node);
    return;
  }
  ++at_;
  if (!enter(begin)) return;
  const std::size_t first = nodes_.size();
  push(node);
  push(flow_value(parent, level, node));
  --depth_;
  push(collected(NodeKind::mapping, first, true, mark(begin, at_)));
}

void Parser::flow_pair(int parent, FlowLevel& level) {
  Node key;
  if (!flow_key(parent, level, key)) {
    lost_ = true;
    return;
  }
  const bool merge = key.text == "<<" && key.style == ScalarStyle::plain;
  if (merge)
    tell(Fault::merge_key, key.at.begin, key.at.end, say("merge key '<<'", "合并键“<<”"),
         say("write the keys out", "请把各个键直接写出来"));
  Node value = flow_value(parent, level, key);
  join_number(value);
  if (merge) return;
  push(key);
  push(value);
}

// Reads the key and its colon, whichever sign that is. False where there is no colon.
bool Parser::flow_key(int parent, FlowLevel& level, Node& key) {
  const std::size_t begin = at_;
  key = flow_entry(parent, level, Role::key);
  if (flow_broken_ || stopped_) return false;
  const std::size_t end = at_;
  if (key.is_scalar() && bytes_.substr(begin, end - begin).find('\n') != std::string_view::npos) {
    tell(Fault::complex_key, begin, end, say("a key of several lines", "键跨了多行"), quote_in_brackets());
    return false;
  }
  if (!key.is_scalar() && (!key.children.empty() || key.flow || key.at.end == key.at.begin)) {
    if (key.flow)
      tell(Fault::complex_key, begin, end,
           say("a list or mapping where a key must stand", "这里应当是键，不能是方括号列表或花括号"),
           quote_in_brackets());
    flow_skip();
    return false;
  }
  while (is_blank(peek(at_))) ++at_;
  if (peek(at_) == ':' && (key.style == ScalarStyle::quoted || flow_colon_at(at_))) {
    if (key.is_null()) {
      tell(Fault::complex_key, begin, end, say("'{}' is null and no key", "“{}”表示空值，不能作键", shown(begin, end)),
           say("put the key in quotes", "请给键加引号"));
      lost_ = true;
    } else if (const std::size_t bare = without_blanks(bytes_, begin, end);
               key.style == ScalarStyle::plain && bare != end) {
      tell_wide_blank(bare);
      key = plain_node(begin, bare);
    }
    ++at_;
    return true;
  }
  if (has_at(bytes_, at_, kWideColon)) {
    tell_wide(Fault::full_width_colon, at_, kWideColon, ": ");
    level.colon_told = true;
    if (!stopped_) at_ += kWideSize;
    return true;
  }
  const std::size_t colon = key.style == ScalarStyle::plain ? bytes_.find(':', begin) : std::string_view::npos;
  if (colon < end && colon > begin && peek(colon + 1) != '/' && peek(colon + 1) != '\\') {
    if (wide_blank_at(bytes_, colon + 1) == 0) tell_tight_colon(colon);  // else the blank is told
    key = plain_node(begin, trimmed(begin, colon));
    if (!stopped_) at_ = colon + 1;
    return true;
  }
  tell(Fault::missing_colon, begin, end, say("'{}' is no 'key: value'", "“{}”不是“键: 值”", shown(begin, end)),
       rest_of_text(begin, end));
  return false;
}

// {measures: 修好, 报销}: what stands behind the comma most likely goes on with the text before it.
Text Parser::rest_of_text(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kLongest = 60;
  if (nodes_.empty() || !nodes_.back().is_scalar() || nodes_.back().style != ScalarStyle::plain)
    return quote_in_brackets();
  const std::size_t from = nodes_.back().at.begin, to = nodes_.back().at.end;
  const std::string_view between = bytes_.substr(std::min(to, begin), begin - std::min(to, begin));
  if (between.find_first_not_of(", ") != std::string_view::npos || end - from > kLongest) return quote_in_brackets();
  return say("if it goes on with the text before it, put the whole text in quotes: '{0}'",
             "如果它是前面文字的后半句，请给整段文字加引号：'{0}'", shown(from, end));
}

Node Parser::flow_value(int parent, FlowLevel& level, const Node& key) {
  Node node;
  node.at = mark(key.at.end, key.at.end + 1);
  if (!flow_blanks(parent, level)) return node;
  const char c = peek(at_);
  if (c == ',' || c == ']' || c == '}') return node;
  return flow_entry(parent, level, Role::value);
}

}  // namespace hazcheck
