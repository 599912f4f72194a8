// A line-oriented reader of the style that `hazcheck new` writes and people keep. It takes only what it positively knows
// and leaves the rest to the parser; it never reports anything. A differential fuzzer holds it to the parser.
//
//   file         = { blank | comment } mapping(0)     no tabs; every line ends in LF or CRLF, the last one too
//   mapping(c)   = { indent(c) key ":" value }        each key once; the lines of one mapping in one column
//   sequence(c)  = { indent(c) "- " item }            below its key, in its column or deeper
//   value        = [comment] LF ( mapping(>c) | sequence(>=c) | nothing ) | inline
//   item         = mapping(where it stands) | inline
//   inline       = ( plain | quoted | flow ) [comment] LF | "|" ["-" | "+"] LF literal(>c)
//   flow         = "[" [entry { "," entry }] "]" | "{" [key ": " entry { "," key ": " entry }] "}"     in one line
//   entry        = plain | quoted | flow
//   key          = letters, digits, "_", ".", "-", most other characters beyond ASCII; begins with none of "_.-"
//   plain        = text in one line, without ": ", " #" and, in flow, without brackets, quotes, "?" and the full-width
//                  signs that may be meant as YAML's
//   quoted       = '…' or "…" in one line; of escapes \" \\ \/ \n \t
//   comment      = "#" at the line's begin or behind a blank, followed by a blank, another "#" or the line's end
#include "yaml/fast_reader.hpp"

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "yaml/bytes.hpp"
#include "yaml/fast_classes.hpp"
#include "yaml/keys.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {

namespace {

using Byte = unsigned char;

bool ends(char c) { return c == '\n' || c == '\r'; }
bool sign_at(const char* p, const char (&sign)[4]) { return p[0] == sign[0] && p[1] == sign[1] && p[2] == sign[2]; }

class FastReader {
 public:
  FastReader(std::string_view bytes, Arena& arena)
      : base_(bytes.data()), end_(base_ + bytes.size()), at_(base_), arena_(arena) {
    nodes_.reserve(256);
  }

  const Node* read() {
    to_line();
    Node root;
    if (column_ != 0 || !mapping(0, 1, root) || column_ != -1) return nullptr;
    return arena_.copy(std::span<const Node>(&root, 1)).data();
  }

 private:
  // Every function that reads a node leaves at_ at the next line's content (to_line) and returns false to
  // decline.

  Mark mark(const char* begin, const char* end) const {
    return {static_cast<std::uint32_t>(begin - base_), static_cast<std::uint32_t>(end - base_)};
  }

  // From a line's begin to the next content. column_ is -1 at the end of the file.
  void to_line() {
    for (;;) {
      if (at_ == end_) {
        column_ = -1;
        return;
      }
      line_ = at_;
      while (*at_ == ' ') ++at_;
      if (ends(*at_) || *at_ == '#') {
        at_ = after_line(at_);
        continue;
      }
      column_ = static_cast<int>(at_ - line_);
      return;
    }
  }

  const char* after_line(const char* p) const {
    return static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end_ - p))) + 1;
  }

  bool comment_at(const char* p) const { return *p == '#' && (p[1] == ' ' || p[1] == '#' || ends(p[1])); }

  // Nothing but a comment may stand behind a value; moves to the next line's content.
  bool finish(const char* p) {
    const char* from = p;
    while (*p == ' ') ++p;
    if (!ends(*p) && (p == from || !comment_at(p))) return false;
    at_ = after_line(p);
    to_line();
    return true;
  }

  const char* after_key(const char* p) const {
    if (!is(*p, kKeyFirst)) return nullptr;
    while (is(*p, kKey)) ++p;
    return *p == ':' && (p[1] == ' ' || ends(p[1])) ? p : nullptr;
  }

  bool mapping(int column, int depth, Node& out) {
    if (depth > kMaxDepth) return false;
    const std::size_t first = nodes_.size();
    do {
      const char* begin = at_;
      const char* colon = after_key(begin);
      if (colon == nullptr || !push_key(begin, colon)) return false;
      Node node;
      const char* p = colon + 1;
      while (*p == ' ') ++p;
      if (ends(*p) || *p == '#') {
        if (!ends(*p) && !comment_at(p)) return false;
        at_ = after_line(p);
        to_line();
        if (column_ > column || (column_ == column && *at_ == '-')) {
          if (!(at_[0] == '-' && at_[1] == ' ' ? sequence(column_, depth + 1, node)
                                               : mapping(column_, depth + 1, node)))
            return false;
        } else {
          node.at = mark(colon, colon + 1);
        }
      } else {
        at_ = p;
        if (!inline_value(column, depth, kBlockStop, node)) return false;
      }
      nodes_.push_back(node);
    } while (column_ == column);
    if (column_ > column || !keys_differ(std::span<const Node>(nodes_).subspan(first), table_)) return false;
    collect(NodeKind::mapping, first, out);
    return true;
  }

  bool sequence(int column, int depth, Node& out) {
    if (depth > kMaxDepth) return false;
    const std::size_t first = nodes_.size();
    do {
      if (at_[1] != ' ') return false;
      at_ += 2;
      while (*at_ == ' ') ++at_;
      Node node;
      if (after_key(at_) != nullptr) {
        if (!mapping(static_cast<int>(at_ - line_), depth + 1, node)) return false;
      } else if (!inline_value(column, depth, kItemStop, node)) {
        return false;
      }
      nodes_.push_back(node);
    } while (column_ == column && *at_ == '-');
    if (column_ > column) return false;
    collect(NodeKind::sequence, first, out);
    return true;
  }

  void collect(NodeKind kind, std::size_t first, Node& out) {
    out.kind = kind;
    out.children = arena_.copy(std::span<const Node>(nodes_).subspan(first));
    nodes_.resize(first);
    out.at = {out.children.front().at.begin, out.children.back().at.end};
  }

  bool push_key(const char* begin, const char* end) {
    if (end - begin > 1024 || is_null_word(begin, end) || nodes_.size() >= kMaxOpenNodes - 1) return false;
    Node& node = nodes_.emplace_back();
    node.kind = NodeKind::scalar;
    node.at = mark(begin, end);
    node.text = {begin, static_cast<std::size_t>(end - begin)};
    return true;
  }

  static bool is_null_word(const char* begin, const char* end) {
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    return text == "~" || (text.size() == 4 && (text == "null" || text == "Null" || text == "NULL"));
  }

  bool inline_value(int column, int depth, unsigned stops, Node& out) {
    if (nodes_.size() >= kMaxOpenNodes) return false;
    const char c = *at_;
    if (c == '"' || c == '\'') {
      const char* end = quoted(at_, out);
      return end != nullptr && finish(end);
    }
    if (c == '[' || c == '{') {
      const char* end = flow(at_, depth + 1, out);
      return end != nullptr && finish(end);
    }
    if (c == '|') return literal(column, out);
    if (!begins_plain(at_)) return false;
    const char* begin = at_;
    const char* p = begin;
    for (;; ++p) {
      while (!is(*p, stops)) ++p;
      if (ends(*p)) break;
      if (*p == ':') {
        if (stops == kItemStop || p[1] == ' ' || ends(p[1])) return false;
      } else if (*p == '#') {
        if (p[-1] == ' ' && comment_at(p)) break;
        if (p[-1] == ' ' || static_cast<Byte>(p[-1]) == 0x80 || static_cast<Byte>(p[-1]) == 0xA0) return false;
      } else if (sign_at(p, "：")) {
        return false;
      }
    }
    plain(begin, p, out);
    at_ = after_line(p);
    to_line();
    return true;
  }

  // Text may begin here, and with no sign that is meant as YAML's.
  static bool begins_plain(const char* p) {
    if (*p == '-') return p[1] >= '0' && p[1] <= '9';
    if (!is(*p, kFirst)) return false;
    const Byte c = static_cast<Byte>(*p);
    if (c == 0xC2) return static_cast<Byte>(p[1]) != 0xA0;
    if (c == 0xE3) return !sign_at(p, "　");
    return c != 0xEF || !(sign_at(p, "［") || sign_at(p, "｛") || sign_at(p, "－") || sign_at(p, "，"));
  }

  void plain(const char* begin, const char* end, Node& out) const {
    while (end[-1] == ' ') --end;
    out.at = mark(begin, end);
    if (is_null_word(begin, end)) return;
    out.kind = NodeKind::scalar;
    out.text = {begin, static_cast<std::size_t>(end - begin)};
  }

  // The end of the quoted text at `p`, or null where it does not end in its line or has a rarer escape.
  const char* quoted(const char* p, Node& out) {
    const char* begin = p;
    const char quote = *p++;
    const char* from = p;
    text_.clear();
    for (;; ++p) {
      while (*p != quote && *p != '\\' && *p != '\n') ++p;
      if (*p == '\n') return nullptr;
      if (*p == '\\') {
        if (quote == '\'') continue;
        constexpr std::string_view kNames = "\"\\/nt", kMeanings = "\"\\/\n\t";
        const std::size_t known = kNames.find(p[1]);
        if (known == std::string_view::npos) return nullptr;
        text_.append(from, p);
        text_ += kMeanings[known];
        from = ++p + 1;
      } else if (quote == '\'' && p[1] == '\'') {
        text_.append(from, ++p);
        from = p + 1;
      } else {
        break;
      }
    }
    out.kind = NodeKind::scalar;
    out.style = ScalarStyle::quoted;
    out.at = mark(begin, p + 1);
    out.text = {from, static_cast<std::size_t>(p - from)};
    if (from != begin + 1) out.text = arena_.copy(text_.append(from, p));
    return p + 1;
  }

  // The end of the collection at `p`, or null.
  const char* flow(const char* p, int depth, Node& out) {
    if (depth > kMaxDepth) return nullptr;
    const char* open = p;
    const bool list = *p == '[';
    const char close = list ? ']' : '}';
    const std::size_t first = nodes_.size();
    for (++p; *p == ' ';) ++p;
    while (*p != close || nodes_.size() != first) {
      if (!list) {
        const char* colon = after_key(p);
        if (colon == nullptr || colon[1] != ' ' || !push_key(p, colon)) return nullptr;
        for (p = colon + 1; *p == ' ';) ++p;
      }
      if (nodes_.size() >= kMaxOpenNodes) return nullptr;
      Node node;
      if (*p == '"' || *p == '\'') p = quoted(p, node);
      else if (*p == '[' || *p == '{') p = flow(p, depth + 1, node);
      else p = flow_plain(p, list, node);
      if (p == nullptr) return nullptr;
      nodes_.push_back(node);
      while (*p == ' ') ++p;
      if (*p == close) break;
      if (*p != ',') return nullptr;
      for (++p; *p == ' ';) ++p;
      if (*p == close) return nullptr;
    }
    out.flow = true;
    if (nodes_.size() == first) {
      out.kind = list ? NodeKind::sequence : NodeKind::mapping;
      out.at = mark(open, open + 1);
      return p + 1;
    }
    if (!list && !keys_differ(std::span<const Node>(nodes_).subspan(first), table_)) return nullptr;
    collect(list ? NodeKind::sequence : NodeKind::mapping, first, out);
    out.at.begin = static_cast<std::uint32_t>(open - base_);
    return p + 1;
  }

  const char* flow_plain(const char* p, bool item, Node& out) const {
    if (!begins_plain(p)) return nullptr;
    const char* begin = p;
    bool comma = false;  // full-width; text, unless a colon of either kind follows
    for (;; ++p) {
      while (!is(*p, kFlowStop)) ++p;
      if (*p == ',' || *p == ']' || *p == '}') break;
      if (*p == ':') {
        if (comma || p[1] == ' ' || p[1] == ',' || p[1] == ']' || p[1] == '}' || ends(p[1])) return nullptr;
      } else if (*p == '#') {
        if (p[-1] == ' ') return nullptr;
      } else if (static_cast<Byte>(*p) == 0xE3) {
        if (item && sign_at(p, "、")) return nullptr;
      } else if (static_cast<Byte>(*p) == 0xEF) {
        if (sign_at(p, "］") || sign_at(p, "｝") || (item && sign_at(p, "，")) || (comma && sign_at(p, "：")))
          return nullptr;
        comma = comma || sign_at(p, "，");
      } else {
        return nullptr;  // a line end, a bracket, a quote, "?"
      }
    }
    plain(begin, p, out);
    return p;
  }

  // "|" and the lines below it that are indented deeper than `column`.
  bool literal(int column, Node& out) {
    const char* begin = at_;
    const char* p = begin + 1;
    const char chomp = *p == '-' || *p == '+' ? *p++ : '\0';
    if (!ends(*p)) return false;
    const char* end = p;
    std::ptrdiff_t indent = 0;
    std::size_t blank = 0;
    text_.clear();
    for (p = after_line(p); p != end_; p = after_line(p)) {
      const char* line = p;
      while (*p == ' ') ++p;
      if (ends(*p)) {
        if (indent == 0 || p - line > indent) return false;  // blank lines above, or blanks that count as text
        ++blank;
        continue;
      }
      if (indent == 0 && p - line > column) indent = p - line;
      if (indent == 0 || p - line < indent) {
        p = line;
        break;
      }
      const char* stop = p;
      while (!ends(*stop)) ++stop;
      text_.append(blank, '\n').append(line + indent, stop) += '\n';
      blank = 0;
      end = p = stop;
      while (end[-1] == ' ') --end;
      end = stop;
    }
    if (indent == 0) return false;
    if (chomp == '-') text_.pop_back();
    if (chomp == '+') text_.append(blank, '\n');
    out.kind = NodeKind::scalar;
    out.style = ScalarStyle::block;
    out.at = mark(begin, end);
    out.text = arena_.copy(text_);
    at_ = p;
    to_line();
    return true;
  }

  const char* base_;
  const char* end_;
  const char* at_;
  const char* line_ = nullptr;  // the line that at_ is in
  int column_ = 0;              // of the content at at_
  Arena& arena_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> table_;
  std::string text_;
};

}  // namespace

const Node* read_fast(std::string_view bytes, Arena& arena) {
  if (bytes.empty() || bytes.size() > kMaxFileBytes || bytes.back() != '\n') return nullptr;
  if (!is_plain_utf8(bytes)) return nullptr;
  return FastReader(bytes, arena).read();
}

}  // namespace hazcheck
