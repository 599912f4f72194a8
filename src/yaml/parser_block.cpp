// Block structure: mappings and sequences by the columns of their lines. Must not look into values.
#include <algorithm>
#include <cassert>

#include "yaml/parser.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {

namespace {

constexpr std::size_t kMaxKey = 1024;  // YAML's own bound for a key without '?', in bytes up to its colon

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

Text quote_or_mend() {
  return say("every line of a mapping is 'key: value'; text of several lines needs '|' or quotes",
             "每行都要写成“键: 值”；多行文字请用 | 或引号");
}

}  // namespace

const Node* Parser::parse() {
  head();
  if (!to_content()) {
    if (at_ < bytes_.size()) tail();
    if (errors_ == 0)
      tell(Fault::empty_file, 0, 1, say("the file is empty", "文件是空的"),
           say("'hazcheck new' writes a record to fill in", "可用 hazcheck new 生成待填写的记录"));
    return nullptr;
  }
  const Node root = block_node(-1);
  tail();
  assert(!lost_ || errors_ != 0);
  if (lost_) return nullptr;
  return arena_.copy(std::span<const Node>(&root, 1)).data();
}

// Directives, and the "---" that one document may start with.
void Parser::head() {
  while (to_content() && column_ == 0 && peek(at_) == '%') {
    const std::size_t end = line_end(at_);
    tell(Fault::directive, at_, end, say("YAML directive '{}'", "YAML 指令“{}”", shown(at_, end)),
         say("delete the line", "请删除这一行"));
    skip_line();
  }
  if (content_ || stopped_ || !has_at(bytes_, at_, "---")) return;
  const std::size_t dashes = at_;
  at_ += 3;
  while (is_blank(peek(at_))) ++at_;
  if (!ends_line(at_) && peek(at_) != '#') {
    tell(Fault::syntax_error, at_, line_end(at_), say("text behind '---'", "“---”后面还有文字"),
         say("start the text on the next line, or delete '---'", "请另起一行，或删除“---”"));
    at_ = dashes;
    skip_deeper(-1);
    return give_up();
  }
  skip_line();
}

// Nothing may follow the document but its end mark and comments.
void Parser::tail() {
  if (to_content()) {
    lost_ = true;
    return tell_indentation();
  }
  if (stopped_ || at_ >= bytes_.size()) return;
  if (has_at(bytes_, at_, "...")) {
    at_ += 3;
    finish_line(at_, Node{});
    if (!to_content() && at_ >= bytes_.size()) return;
  }
  const std::size_t begin = content_ ? begin_ : at_;
  lost_ = true;
  tell(Fault::several_documents, begin, std::min(begin + 3, std::max(line_end(begin), begin + 1)),
       say("a second document starts here", "从这里开始是第二个文档"),
       say("one file holds one record; move the rest to a file of its own and delete '---'",
           "一个文件只放一份记录；请把后面的内容移到另一个文件，并删除“---”"));
}

// A collection in a collection in a collection … ends in a stack overflow if nobody counts.
bool Parser::enter(std::size_t at) {
  if (++depth_ <= kMaxDepth) return true;
  tell(Fault::nesting_too_deep, at, at + 1, say("nested deeper than {} levels", "嵌套超过 {} 层", kMaxDepth),
       say("a record needs 6 levels; look for a bracket too many", "记录最多需要 6 层；请检查是否多写了括号"));
  give_up();
  return false;
}

void Parser::push(const Node& node) {
  nodes_.push_back(node);
  if (nodes_.size() <= kMaxOpenNodes || stopped_) return;
  tell(Fault::file_too_large, node.at.begin, node.at.end,
       say("more than {} values in one list or mapping", "一个列表或映射中的值超过 {} 个", kMaxOpenNodes),
       say("split the file", "请拆分文件"));
  give_up();
}

Node Parser::collected(NodeKind kind, std::size_t first, bool flow, Mark at) {
  Node node;
  node.kind = kind;
  node.flow = flow;
  if (kind == NodeKind::mapping) drop_duplicates(first);
  node.children = arena_.copy(std::span<const Node>(nodes_).subspan(first));
  nodes_.resize(first);
  node.at = at;
  if (!node.children.empty()) {
    if (!flow) node.at.begin = node.children.front().at.begin;
    node.at.end = node.children.back().at.end;
  }
  return node;
}

// The first of equal keys stays. Sorted, since a mapping may have tens of thousands of them.
void Parser::drop_duplicates(std::size_t first) {
  const std::size_t pairs = (nodes_.size() - first) / 2;
  if (pairs < 2) return;
  const auto key = [&](std::size_t pair) -> const Node& { return nodes_[first + 2 * pair]; };
  std::vector<std::size_t> order(pairs);
  for (std::size_t i = 0; i < pairs; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a).text < key(b).text; });
  std::vector<bool> dropped(pairs);
  for (std::size_t i = 1, kept = order[0]; i < pairs; ++i) {
    if (key(order[i]).text != key(kept).text) {
      kept = order[i];
      continue;
    }
    const Mark here = key(order[i]).at, there = key(kept).at;
    const std::string name = shown(here.begin, here.end);
    Diagnostic& d = tell(Fault::duplicate_key, here.begin, here.end, say("key '{}' is there twice", "键“{}”重复", name),
                         say("keep one of them", "请只保留一个"));
    d.notes.push_back({{file_, there}, say("first here", "第一次出现在这里"), {}});
    dropped[order[i]] = true;
  }
  std::size_t to = first;
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    if (dropped[pair]) continue;
    nodes_[to++] = nodes_[first + 2 * pair];
    nodes_[to++] = nodes_[first + 2 * pair + 1];
  }
  nodes_.resize(to);
}

Parser::Sign Parser::dash_at(std::size_t at) const {
  if (peek(at) == '-') {
    const char next = peek(at + 1);
    if (is_gap(at + 1)) return {Dash::right, at + 1};
    if (const std::size_t n = wide_blank_at(bytes_, at + 1); n != 0) return {Dash::wide_blank, at + 1 + n};
    if (is_letter(next) || next == '"' || next == '\'' || next == '{' || next == '[') return {Dash::tight, at + 1};
  } else if (has_at(bytes_, at, kWideDash)) {
    const char next = peek(at + kWideSize);
    if (next < '0' || next > '9') return {Dash::wide, at + kWideSize};
  }
  return {};
}

void Parser::tell_dash(std::size_t at, const Sign& sign) {
  if (sign.dash == Dash::wide) tell_wide(Fault::full_width_dash, at, kWideDash, "- ");
  if (sign.dash == Dash::wide_blank) tell_wide_blank(at + 1);
  if (sign.dash == Dash::tight)
    tell(Fault::no_blank_after_dash, at, at + 1, say("no blank after '-'", "列表项的“-”后缺少空格"),
         say("write '- item'; if it is text, put it in quotes", "请写成“- 列表项”；如果这是文字，请加引号"));
}

// Whether the line's text at `at` begins a mapping in `column`, also one whose first colon is mistyped.
bool Parser::starts_mapping(std::size_t at, std::size_t column) const {
  constexpr std::string_view kNoKey = "[]{},|>@`%&*!";
  for (std::size_t end = property_end(at); end != std::string_view::npos; end = property_end(at))
    for (at = end; is_blank(peek(at)); ++at) {
    }
  if (kNoKey.find(peek(at)) != std::string_view::npos || opener_at(at) != 0) return false;
  const KeyLine line = key_line(bytes_, at, line_end(at));
  if (line.kind == KeyLine::Kind::none) return false;
  if (line.kind == KeyLine::Kind::key || line.sure || columns_.empty()) return true;
  if (!line.likely) return false;
  for (std::size_t p = next_line(at); p < bytes_.size(); p = next_line(p)) {  // what is the line below it?
    std::size_t begin = p;
    while (peek(begin) == ' ') ++begin;
    if (ends_line(begin) || bytes_[begin] == '#') continue;
    const KeyLine next = key_line(bytes_, begin, line_end(begin));
    return begin - p == column && next.kind != KeyLine::Kind::none && (next.kind == KeyLine::Kind::key || next.likely);
  }
  return false;
}

// What stands on lines of its own, behind column `parent`.
Node Parser::block_node(int parent) {
  const std::size_t column = column_;
  if (dash_at(at_).dash != Dash::none) return block_sequence(static_cast<int>(column));
  if (starts_mapping(at_, column)) return block_mapping(parent, column, false);
  content_ = false;
  return inline_value(parent, true);
}

Node Parser::block_mapping(int parent, std::size_t column, bool adopt) {
  const std::size_t begin = at_;
  if (!enter(begin)) return {};
  columns_.push_back(column);
  const std::size_t first = nodes_.size();
  for (;;) {
    entry(static_cast<int>(column));
    if (!to_content()) break;
    // Behind a mistyped dash the column of the first key says nothing; the second one's counts.
    if (adopt && static_cast<int>(column_) > parent) columns_.back() = column = column_;
    adopt = false;
    while (to_content() && column_ > column) {
      tell_indentation();
      skip_deeper(static_cast<int>(column));
    }
    if (!content_ || column_ != column) break;
  }
  columns_.pop_back();
  --depth_;
  return collected(NodeKind::mapping, first, false, mark(begin, begin + 1));
}

// A line where only "key: …" can stand, and its value.
void Parser::entry(int column) {
  content_ = unclosed_ = false;
  const std::size_t begin = at_;
  if (properties()) return skip_deeper(column);
  const KeyLine line = key_line(bytes_, at_, line_end(at_));
  if (key_fault(line)) {
    at_ = begin;
    return skip_deeper(column);
  }
  const Node key = key_node(line);
  const bool merge = key.text == "<<" && key.style == ScalarStyle::plain;
  if (merge)
    tell(Fault::merge_key, key.at.begin, key.at.end, say("merge key '<<'", "合并键“<<”"),
         say("write the keys out", "请把各个键直接写出来"));
  const bool too_long = line.sign - line.begin > kMaxKey;
  if (too_long)
    tell(Fault::key_too_long, line.begin, line.end, say("a key of more than {} bytes", "键超过 {} 字节", kMaxKey),
         say("if this is text, put it in quotes", "如果这是文字，请加引号"));
  at_ = line.after;
  const Node value = entry_value(column, key);
  if (merge || too_long) return;
  push(key);
  push(value);
}

// Tells what keeps the line at at_ from being an entry; false where it is one, if only in meaning.
bool Parser::key_fault(const KeyLine& line) {
  using Kind = KeyLine::Kind;
  const std::size_t end = trimmed(at_, line_end(at_));
  const char c = peek(at_);
  const auto odd = [&](Fault fault, Text message, Text help) {
    tell(fault, at_, end, std::move(message), std::move(help));
    return true;
  };
  if (dash_at(at_).dash != Dash::none)
    return odd(
        Fault::misplaced_list_item, say("a list item where a key must stand", "这里应当是键，不能是列表项"),
        say("indent the list under its key, which has no other value", "请把列表缩进到所属的键之下，该键不能另有值"));
  if ((c == '?' || c == ':') && is_gap(at_ + 1))
    return odd(Fault::complex_key,
               say("'{}' without a key in the same line", "“{}”同一行中没有键", std::string_view(&c, 1)),
               quote_or_mend());
  if (opener_at(at_) != 0)
    return odd(Fault::complex_key,
               say("a list or mapping where a key must stand", "这里应当是键，不能是方括号列表或花括号"),
               quote_or_mend());
  constexpr std::string_view kNoKey = "]},|>@`%&*!";
  if (kNoKey.find(c) != std::string_view::npos)
    return odd(Fault::text_needs_quotes,
               say("a key cannot start with '{}'", "键不能以“{}”开头", std::string_view(&c, 1)), quote_or_mend());
  if ((c == '"' || c == '\'') && quote_end(bytes_, at_, line_end(at_)) == std::string_view::npos)
    return odd(Fault::unclosed_quote, say("the quotation mark is not closed", "引号没有结束"), quote_or_mend());
  if (line.kind == Kind::none || (line.kind != Kind::key && !line.likely)) {
    if (has_at(bytes_, at_, kWideHash))
      return odd(Fault::missing_colon, say("'{}' starts no comment", "“{}”不能开始注释", kWideHash),
                 say("write '# '", "注释请用半角的“# ”"));
    return odd(Fault::missing_colon, say("'{}' is no 'key: value'", "“{}”不是“键: 值”", shown(at_, end)),
               quote_or_mend());
  }
  if (line.kind == Kind::key && trimmed(line.end, line.sign) != line.end) tell_wide_blank(line.end);
  if (line.kind == Kind::wide) tell_wide(Fault::full_width_colon, line.sign, kWideColon, ": ");
  if (line.kind == Kind::tight) tell_tight_colon(line.sign);
  return false;
}

Node Parser::entry_value(int column, const Node& key) {
  skip_blanks();
  const std::size_t alias = at_;
  if (properties()) {
    Node node;
    node.at = mark(alias, at_);
    finish_line(at_, node);
    return node;
  }
  if (!ends_line(at_) && bytes_[at_] != '#') return inline_value(column, false);
  const std::size_t comment = at_;
  skip_line();
  if (to_content()) {
    const int here = static_cast<int>(column_);
    if (here > column || (here == column && dash_at(at_).dash != Dash::none)) return block_node(column);
  }
  if (!ends_line(comment)) tell_comment(comment);
  Node node;
  node.at = mark(key.at.end, key.at.end + 1);
  return node;
}

Node Parser::block_sequence(int column) {
  const std::size_t begin = at_;
  if (!enter(begin)) return {};
  const auto here = static_cast<std::size_t>(column);
  const bool below_key = !columns_.empty() && columns_.back() == here;  // then a line without a dash is the next key
  columns_.push_back(here);
  const std::size_t first = nodes_.size();
  for (;;) {
    const Sign sign = dash_at(at_);
    tell_dash(at_, sign);
    content_ = unclosed_ = false;
    push(item(column, sign));
    while (to_content() && (column_ > here || (column_ == here && dash_at(at_).dash == Dash::none && !below_key))) {
      if (column_ > here) tell_indentation();
      else
        tell(Fault::misplaced_list_item, at_, trimmed(at_, line_end(at_)),
             say("a line among list items without '- '", "列表中的一行缺少“- ”"),
             say("start every item with '- '; text of several lines needs '|' or quotes",
                 "每个列表项都以“- ”开头；多行文字请用 | 或引号"));
      skip_deeper(column);
    }
    if (!content_ || column_ != here || dash_at(at_).dash == Dash::none) break;
  }
  columns_.pop_back();
  --depth_;
  return collected(NodeKind::sequence, first, false, mark(begin, begin + 1));
}

Node Parser::item(int column, const Sign& sign) {
  const std::size_t dash = at_;
  at_ = sign.after;
  if (sign.dash == Dash::wide)  // the blank behind a full-width dash is one with it
    while (const std::size_t n = wide_blank_at(bytes_, at_)) at_ += n;
  const std::size_t gap = at_;
  skip_blanks();
  const std::size_t alias = at_;
  Node node;
  node.at = mark(dash, dash + (sign.dash == Dash::wide ? kWideSize : 1));
  if (properties()) {
    node.at = mark(alias, at_);
    finish_line(at_, node);
    return node;
  }
  if (ends_line(at_) || bytes_[at_] == '#') {
    const std::size_t comment = at_;
    skip_line();
    if (to_content() && static_cast<int>(column_) > column) return block_node(column);
    if (!ends_line(comment)) tell_comment(comment);
    return node;
  }
  const std::size_t inner = column_of(at_);
  const bool sequence = dash_at(at_).dash == Dash::right, mapping = !sequence && starts_mapping(at_, inner);
  if ((sequence || mapping) && bytes_.substr(gap, at_ - gap).find('\t') != std::string_view::npos)
    tell(Fault::tab_indentation, gap, at_, say("a tab in the indentation", "缩进中有制表符（Tab）"),
         say("indent with blanks only", "缩进只能用空格"));
  if (sequence) return block_sequence(static_cast<int>(inner));
  if (mapping) return block_mapping(column, inner, sign.dash != Dash::right);
  return inline_value(column, false);
}

}  // namespace hazcheck
