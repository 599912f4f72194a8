// Walks the tree in step with yaml-cpp's events. Must not let an exception of yaml-cpp's out.
#include "yaml/judge.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include "yaml/bytes.hpp"
#include "yaml/faults.hpp"

namespace hazcheck {

namespace {

struct Differs {  // thrown to leave yaml-cpp's recursion at the first event that is not the tree's
  std::size_t at;
};

class ByteView : public std::streambuf {
 public:
  explicit ByteView(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // NOLINT: a get area is never written to
    setg(begin, begin, begin + bytes.size());
  }
};

std::string without_blanks(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' ' && c != '\n'; });
  return out;
}

class Comparer : public YAML::EventHandler {
 public:
  Comparer(std::string_view bytes, std::size_t skip, const Node& root) : bytes_(bytes), skip_(skip) {
    open_.push_back({&root, 1, 0});
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (next(mark).kind != NodeKind::null || anchor != 0) differ(mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { differ(mark); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const Node& node = next(mark);
    if (node.kind != NodeKind::scalar || anchor != 0 || node.at.begin != offset(mark)) differ(mark);
    if (tag != (node.style == ScalarStyle::plain ? "?" : "!")) differ(mark);
    // Folding has corners where readers differ in blanks; the words are the same.
    const bool folded = node.style == ScalarStyle::block && bytes_[node.at.begin] == '>';
    if (folded ? without_blanks(node.text) != without_blanks(value) : node.text != value) differ(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(NodeKind::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(NodeKind::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    const Node* nodes;
    std::size_t count, read;
  };

  std::size_t offset(const YAML::Mark& mark) const { return static_cast<std::size_t>(mark.pos) + skip_; }
  [[noreturn]] void differ(const YAML::Mark& mark) const { throw Differs{offset(mark)}; }

  const Node& next(const YAML::Mark& mark) {
    Level& level = open_.back();
    if (level.read == level.count) differ(mark);
    last_ = mark;
    return level.nodes[level.read++];
  }
  void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
            YAML::EmitterStyle::value style) {
    const Node& node = next(mark);
    if (node.kind != kind || tag != "?" || anchor != 0 || node.flow != (style == YAML::EmitterStyle::Flow))
      differ(mark);
    open_.push_back({node.children.data(), node.children.size(), 0});
  }
  void close() {
    if (open_.back().read != open_.back().count) differ(last_);
    open_.pop_back();
  }

  std::string_view bytes_;
  std::size_t skip_;
  YAML::Mark last_;
  std::vector<Level> open_;
};

struct Words {
  std::string_view yaml_cpp;  // the beginning of its message
  Label label;
};

const std::array<Words, 44>& all_words() {
  static const std::array<Words, 44> kWords{{
      {YAML::ErrorMsg::YAML_DIRECTIVE_ARGS, {"a YAML directive needs one argument", "YAML 指令应当有一个参数"}},
      {YAML::ErrorMsg::YAML_VERSION, {"bad YAML version", "YAML 版本号有误"}},
      {YAML::ErrorMsg::YAML_MAJOR_VERSION, {"YAML version too new", "YAML 版本过新"}},
      {YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, {"a YAML directive is there twice", "YAML 指令重复"}},
      {YAML::ErrorMsg::TAG_DIRECTIVE_ARGS, {"a TAG directive needs two arguments", "TAG 指令应当有两个参数"}},
      {YAML::ErrorMsg::REPEATED_TAG_DIRECTIVE, {"a TAG directive is there twice", "TAG 指令重复"}},
      {YAML::ErrorMsg::CHAR_IN_TAG_HANDLE, {"a sign that no tag may have", "标签中有不允许的字符"}},
      {YAML::ErrorMsg::TAG_WITH_NO_SUFFIX, {"a tag without a name", "标签没有名称"}},
      {YAML::ErrorMsg::END_OF_VERBATIM_TAG, {"a tag is not closed", "标签没有结束"}},
      {YAML::ErrorMsg::END_OF_MAP_FLOW, {"a comma or '}' is missing", "缺少逗号或“}”"}},
      {YAML::ErrorMsg::END_OF_MAP,
       {"a line that is no 'key: value' of the mapping above it", "这一行不是上文映射的“键: 值”"}},
      {YAML::ErrorMsg::END_OF_SEQ_FLOW, {"a comma or ']' is missing", "缺少逗号或“]”"}},
      {YAML::ErrorMsg::END_OF_SEQ, {"a line that is no item of the list above it", "这一行不是上文列表的列表项"}},
      {YAML::ErrorMsg::MULTIPLE_TAGS, {"two tags on one value", "一个值有两个标签"}},
      {YAML::ErrorMsg::MULTIPLE_ANCHORS, {"two anchors on one value", "一个值有两个锚点"}},
      {YAML::ErrorMsg::MULTIPLE_ALIASES, {"two aliases on one value", "一个值有两个别名"}},
      {YAML::ErrorMsg::ALIAS_CONTENT, {"an alias with a value of its own", "别名不能另有内容"}},
      {YAML::ErrorMsg::INVALID_HEX, {"an escape with a sign that is no hexadecimal digit", "转义中有非十六进制字符"}},
      {YAML::ErrorMsg::INVALID_UNICODE, {"an escape for a character that does not exist", "转义的字符不存在"}},
      {YAML::ErrorMsg::INVALID_ESCAPE, {"an unknown escape", "未知的转义"}},
      {YAML::ErrorMsg::UNKNOWN_TOKEN,
       {"a sign that cannot stand here; put text in quotes", "这里不能用这个符号；文字请加引号"}},
      {YAML::ErrorMsg::DOC_IN_SCALAR, {"'---' or '...' within a text", "文字之内有“---”或“...”"}},
      {YAML::ErrorMsg::EOF_IN_SCALAR,
       {"the file ends within a text; a quotation mark is not closed", "文件在一段文字中结束，引号没有结束"}},
      {YAML::ErrorMsg::CHAR_IN_SCALAR,
       {"a sign that cannot stand in this text; put it in quotes", "文字中有不允许的符号，请加引号"}},
      {YAML::ErrorMsg::TAB_IN_INDENTATION, {"a tab in the indentation", "缩进中有制表符（Tab）"}},
      {YAML::ErrorMsg::FLOW_END, {"a closing bracket too many, or of the wrong kind", "多余或不匹配的右括号"}},
      {YAML::ErrorMsg::BLOCK_ENTRY, {"a list item where none can stand", "这里不能有列表项"}},
      {YAML::ErrorMsg::MAP_KEY, {"a key where none can stand", "这里不能有键"}},
      {YAML::ErrorMsg::MAP_VALUE, {"a ': ' where none can stand; put text in quotes", "这里不能有“: ”；文字请加引号"}},
      {YAML::ErrorMsg::ALIAS_NOT_FOUND,
       {"'*' without the name of an alias; put text in quotes", "“*”后没有别名；文字请加引号"}},
      {YAML::ErrorMsg::ANCHOR_NOT_FOUND,
       {"'&' without the name of an anchor; put text in quotes", "“&”后没有锚点名；文字请加引号"}},
      {YAML::ErrorMsg::CHAR_IN_ALIAS, {"a sign that no alias may have", "别名中有不允许的字符"}},
      {YAML::ErrorMsg::CHAR_IN_ANCHOR, {"a sign that no anchor may have", "锚点中有不允许的字符"}},
      {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, {"a block text indented by 0", "块文字的缩进不能为 0"}},
      {YAML::ErrorMsg::CHAR_IN_BLOCK,
       {"text behind '|' or '>'; it starts in the next line", "“|”或“>”后不能有文字，请另起一行"}},
      {YAML::ErrorMsg::AMBIGUOUS_ANCHOR, {"an anchor is there twice", "锚点重复"}},
      {YAML::ErrorMsg::UNKNOWN_ANCHOR, {"an alias of an anchor that does not exist", "别名所指的锚点不存在"}},
      {YAML::ErrorMsg::UNMATCHED_GROUP_TAG, {"a tag without its value", "标签没有对应的值"}},
      {YAML::ErrorMsg::UNEXPECTED_END_SEQ, {"a list ends too early", "列表提前结束"}},
      {YAML::ErrorMsg::UNEXPECTED_END_MAP, {"a mapping ends too early", "映射提前结束"}},
      {YAML::ErrorMsg::SINGLE_QUOTED_CHAR, {"a sign that '…' cannot hold", "单引号之内有不允许的字符"}},
      {YAML::ErrorMsg::INVALID_ANCHOR, {"a bad anchor", "锚点有误"}},
      {YAML::ErrorMsg::INVALID_ALIAS, {"a bad alias", "别名有误"}},
      {YAML::ErrorMsg::BAD_FILE, {"nested too deep", "嵌套过深"}},
  }};
  return kWords;
}

void refuse(std::string_view bytes, std::size_t at, Text message, FileId file, Diagnostics& diagnostics) {
  const auto begin = static_cast<std::uint32_t>(std::min(at, bytes.size()));
  diagnostics.add(rule_of(Fault::syntax_error), {file, {begin, begin + 1}}, std::move(message),
                  say("text with signs in it is safe in quotes", "含符号的文字请加引号"));
}

}  // namespace

Text in_plain_words(std::string_view yaml_cpp_message) {
  for (const Words& words : all_words())
    if (yaml_cpp_message.starts_with(words.yaml_cpp)) return text_of(words.label);
  return say("not valid YAML: {}", "不是有效的 YAML：{}", yaml_cpp_message);
}

bool confirmed_by_yaml_cpp(std::string_view bytes, const Node& root, FileId file, Diagnostics& diagnostics) {
  const std::size_t skip = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  ByteView view(bytes.substr(skip));
  std::istream in(&view);
  Comparer comparer(bytes, skip, root);
  try {
    YAML::Parser parser(in);
    if (parser.HandleNextDocument(comparer) && !parser.HandleNextDocument(comparer)) return true;
    refuse(bytes, 0, say("not one YAML document", "不是单个 YAML 文档"), file, diagnostics);
  } catch (const Differs& differs) {
    refuse(bytes, differs.at, say("YAML has two readings of this text", "这段文字在 YAML 中有歧义"), file, diagnostics);
  } catch (const YAML::Exception& e) {
    refuse(bytes, e.mark.is_null() ? 0 : static_cast<std::size_t>(e.mark.pos) + skip, in_plain_words(e.msg), file,
           diagnostics);
  } catch (const std::exception& e) {
    refuse(bytes, 0, say("not valid YAML: {}", "不是有效的 YAML：{}", std::string_view(e.what())), file, diagnostics);
  }
  return false;
}

}  // namespace hazcheck
