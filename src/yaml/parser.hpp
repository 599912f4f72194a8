// A strict parser of our YAML subset that knows the signs of Chinese input methods. It gives every node its
// exact range, tells each fault where it stands, and reads on behind it. yaml-cpp has the last word on what
// it accepts (judge.hpp); nothing here depends on yaml-cpp.
//
// It works on lines: a block structure is known by the columns of its lines, so that behind a fault the next
// line that fits an open column is read as if nothing had happened. Faults of a sign are mended in passing (a
// full-width colon separates like a colon); where the structure cannot be made out, the tree is given up
// (lost_) and only faults are collected from there on.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "diag/diagnostic.hpp"
#include "yaml/faults.hpp"
#include "yaml/node.hpp"
#include "yaml/signs.hpp"

namespace hazcheck {

class Parser {
 public:
  // `bytes` have passed check_bytes().
  Parser(std::string_view bytes, FileId file, Arena& arena, Diagnostics& diagnostics);

  // The root, or null where no tree could be made out; then errors() is not 0.
  const Node* parse();
  std::size_t errors() const { return errors_; }

 private:
  enum class Role : unsigned char { item, key, value };  // of a plain scalar in a flow collection
  enum class Dash : unsigned char { none, right, wide, tight, wide_blank };
  struct Sign {  // a dash and what is wrong with it
    Dash dash = Dash::none;
    std::size_t after = 0;
  };
  struct FlowLevel {
    char close = ']';
    std::size_t open = 0;
    bool comma_told = false;  // of a list of names one full-width comma is told, and one '、'
    bool list_comma_told = false;
    bool colon_told = false;
  };

  // ---- lines (parser_lines.cpp) ----
  bool to_content();
  std::size_t fit_column(std::size_t begin, std::size_t end) const;
  void skip_line();
  void skip_deeper(int column);
  void skip_blanks();
  void finish_line(std::size_t end, const Node& value);
  bool at_marker(std::size_t line) const;
  std::size_t line_end(std::size_t at) const;
  std::size_t next_line(std::size_t at) const;
  std::size_t column_of(std::size_t at) const { return column_ + (at - begin_); }
  bool ends_line(std::size_t at) const { return at >= bytes_.size() || is_break(bytes_[at]); }
  bool is_gap(std::size_t at) const { return ends_line(at) || is_blank(bytes_[at]); }
  char peek(std::size_t at) const { return at < bytes_.size() ? bytes_[at] : '\n'; }

  // ---- structure (parser_block.cpp); `parent` is the column that a node must stand behind, -1 for the root
  // ----
  void head();
  void tail();
  Node block_node(int parent);
  Node block_mapping(int parent, std::size_t column, bool adopt);
  void entry(int column);
  bool key_fault(const KeyLine& line);
  Node entry_value(int column, const Node& key);
  Node block_sequence(int column);
  Node item(int column, const Sign& sign);
  bool starts_mapping(std::size_t at, std::size_t column) const;
  Sign dash_at(std::size_t at) const;
  void tell_dash(std::size_t at, const Sign& sign);
  bool enter(std::size_t at);
  void push(const Node& node);
  Node collected(NodeKind kind, std::size_t first, bool flow, Mark at);
  void drop_duplicates(std::size_t first);

  // ---- values that start in a line (parser_scalar.cpp) ----
  Node inline_value(int parent, bool own_line);
  std::size_t property_end(std::size_t at) const;
  bool properties();
  Node key_node(const KeyLine& line);
  Node plain(int parent);
  std::size_t plain_end(std::size_t begin);
  bool continues(std::size_t from, int parent, std::size_t& at, std::size_t& newlines) const;
  bool continuation_fault(std::size_t at);
  Node quoted(std::size_t at, int parent);
  void unescape(std::size_t& at, std::string& out);
  Node text_of_sign(std::size_t at, int parent);
  Node plain_node(std::size_t begin, std::size_t end) const;
  void tell_comment(std::size_t at);
  std::size_t trimmed(std::size_t begin, std::size_t end) const;

  // ---- block scalars (parser_block_text.cpp) ----
  Node block_text(int parent);

  // ---- flow collections (parser_flow.cpp) ----
  char opener_at(std::size_t at) const;  // '[' or '{', also for the full-width ones where they mean that; or 0
  bool text_follows_bracket(std::size_t at) const;
  Node flow(int parent);
  Node flow_collection(int parent);
  bool flow_blanks(int parent, const FlowLevel& level);
  bool flow_close(const FlowLevel& level);
  void flow_comma(FlowLevel& level, std::size_t entry_end);
  void flow_skip();
  Node flow_entry(int parent, FlowLevel& level, Role role);
  void flow_item(int parent, FlowLevel& level);
  void flow_pair(int parent, FlowLevel& level);
  bool flow_key(int parent, FlowLevel& level, Node& key);
  Text rest_of_text(std::size_t begin, std::size_t end) const;
  Node flow_value(int parent, FlowLevel& level, const Node& key);
  // ---- plain scalars in them (parser_flow_text.cpp) ----
  Node flow_plain(int parent, FlowLevel& level, Role role);
  std::size_t flow_plain_end(std::size_t begin, const FlowLevel& level, Role role) const;
  bool flow_colon_at(std::size_t at) const;
  bool closes_wide(std::size_t at, const FlowLevel& level) const;
  bool cuts_wide(std::size_t at, const FlowLevel& level, Role role) const;
  void join_number(Node& value);

  // ---- telling ----
  Diagnostic& tell(Fault fault, std::size_t begin, std::size_t end, Text message, Text help = {});
  void tell_wide(Fault fault, std::size_t at, std::string_view wide, std::string_view ascii);
  void tell_wide_blank(std::size_t at);
  void tell_indentation();
  void give_up();  // reads nothing more
  void tell_tight_colon(std::size_t at);
  std::string shown(std::size_t begin, std::size_t end) const;
  Mark mark(std::size_t begin, std::size_t end) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view bytes_;
  FileId file_;
  Arena& arena_;
  Diagnostics& diagnostics_;

  std::size_t at_ = 0;    // where reading goes on
  std::size_t line_ = 0;  // the line that to_content() found, where its content begins, and in which column
  std::size_t begin_ = 0;
  std::size_t column_ = 0;
  bool content_ = false;  // at_ stands at content that nobody has read yet
  bool soft_ = false;     // this line's indentation has been told already
  bool stopped_ = false;
  bool lost_ = false;
  bool unclosed_ = false;     // a quote or bracket above is not closed: what its lines look like says nothing
  bool flow_broken_ = false;  // a flow collection ended where a line did not belong to it any more
  int depth_ = 0;
  int flow_depth_ = 0;
  std::size_t errors_ = 0;
  std::vector<std::size_t> columns_;  // of the open block collections
  std::vector<Node> nodes_;           // children of the open collections
  Diagnostic unheard_;                // takes what is told after give_up()
};

}  // namespace hazcheck
