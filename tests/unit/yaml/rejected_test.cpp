// What yaml-cpp lets pass and YAML does not, a row for each kind (the invalid cases of the public YAML test suite that
// fall inside our subset, and what passes in silence): every one is an error, at its place, with its own code.
#include <catch2/catch.hpp>

#include "yaml/reader.hpp"

using namespace hazcheck;

namespace {

struct Row {
  std::string_view kind;
  std::string text;
  std::string_view code;
  std::string marked;  // the text that the first error points at
};

std::string marked_text(const Row& row, const Diagnostic& d) {
  const std::size_t end = std::min<std::size_t>(d.at.mark.end, row.text.size());
  return row.text.substr(d.at.mark.begin, end - d.at.mark.begin);
}

const std::vector<Row>& rows() {
  using namespace std::string_literals;
  static const std::vector<Row> kRows{
      {"a second value on a mapping's line", "a: \"b\" c\n", "HZ018", "c"},
      {"a second value on a mapping's line", "a: 'b' c: d\n", "HZ018", "c: d"},
      {"a second value on a mapping's line", "a: [b] c\nd: e\n", "HZ048", "[b] c"},
      {"a second mapping on a mapping's line", "a: b: c\n", "HZ022", ":"},
      {"a second value on a list's line", "- \"a\" b\n- c\n", "HZ018", "b"},
      {"a second value on a list's line", "- {a: b} c\n", "HZ048", "{a: b} c"},
      {"a list on a mapping's line", "a: - b\n", "HZ021", "- b"},
      {"text behind the document's end", "a: 1\n... b\n", "HZ018", "b"},
      {"a document behind the document's end", "a: 1\n...\nb: 2\n", "HZ035", "b: "},
      {"a list item behind a flow list", "[a, b]\n- c\n", "HZ012", "- c"},
      {"a key behind a flow list", "a: [b]\n c: d\n", "HZ012", "c: d"},
      {"a list item behind a mapping", "a: 1\n- b\n", "HZ021", "- b"},
      {"a key behind a list", "- a\nb: 1\n", "HZ021", "b: 1"},
      {"a key without its colon", "a: 1\nb\n", "HZ017", "b"},
      {"a key without its colon", "a: 1\nb\nc: 2\n", "HZ017", "b"},
      {"a quote that never closes", "a: \"b\nc: d\n", "HZ013", "\"b"},
      {"a quote that never closes", "a: 'b\n", "HZ013", "'b"},
      {"an unknown escape", "a: \"b\\'c\"\n", "HZ015", "\\'"},
      {"an unknown escape", "a: \"\\x4\"\n", "HZ015", "\\x4"},
      {"an escape of half a surrogate pair", "a: \"\\ud800\"\n", "HZ015", "\\ud800"},
      {"a flow collection that goes on without indentation", "a: [b,\nc]\n", "HZ014", "[b,"},
      {"a flow collection that goes on without indentation", "a:\n  b: {c: 1,\n  d: 2}\n", "HZ014", "{c: 1,"},
      {"a bracket that closes without indentation", "a: [b\n]\n", "HZ012", "]"},
      {"quoted text that goes on without indentation", "a: \"b\nc\"\n", "HZ013", "\"b"},
      {"a flow list that starts with a comma", "a: [, b]\n", "HZ020", ","},
      {"a flow list with two commas", "a: [b, , c]\n", "HZ020", ","},
      {"a flow mapping with two commas", "a: {b: 1,, c: 2}\n", "HZ020", ","},
      {"bare dashes in a flow list", "a: [-, -]\n", "HZ021", "-"},
      {"a flow list that never closes", "a: [b, c\nd: e\n", "HZ014", "[b, c"},
      {"a bracket too many", "a: [b]]\n", "HZ048", "[b]]"},
      {"brackets of two kinds", "a: [b}\n", "HZ014", "}"},
      {"a comment that touches quoted text", "a: \"b\"#c\n", "HZ019", "#"},
      {"a comment that touches a bracket", "a: [b]#c\n", "HZ019", "#"},
      {"a comment that touches a comma", "a: [b,#c\n  d]\n", "HZ019", "#"},
      {"a comment that touches a block indicator", "a: |#c\n  b\n", "HZ048", "|#c"},
      {"a comment that splits plain text", "a: b\n  # c\n  d\n", "HZ012", "d"},
      {"a tab as indentation", "a:\n\tb: 1\n", "HZ011", "\t"},
      {"a tab behind a dash's blank as indentation", "- \ta: 1\n  b: 2\n", "HZ011", " \t"},
      {"a tab among blanks of the indentation", "a:\n  \tb: 1\n", "HZ011", "\t"},
      {"blank lines deeper than the block text below", "a: |\n     \n  b\n", "HZ023", "b"},
      {"block text that is not indented", "a: |\nb\n", "HZ017", "b"},
      {"text behind a block indicator", "a: | b\n  c\n", "HZ048", "| b"},
      {"a mapping that is indented less than its first key", "a:\n    b: 1\n  c: 2\n", "HZ012", "c: 2"},
      {"a mapping that is indented more than its first key", "a: 1\n  b: 2\n", "HZ012", "b: 2"},
      {"a directive without a document", "%YAML 1.2\n", "HZ036", "%YAML 1.2"},
      {"an anchor before a key", "&x a: 1\n", "HZ031", "&x"},
      {"an anchor alone in its line", "a: &x\n- b\n", "HZ031", "&x"},
      {"an alias", "a: *x\n", "HZ032", "*x"},
      {"a tag", "a: !!str b\n", "HZ034", "!!str"},
      {"a merge key", "<<: {a: 1}\n", "HZ033", "<<"},
      {"a key of several lines", "? a\n: b\n", "HZ037", "? a"},
      {"a key twice", "a: 1\nb: 2\na: 3\n", "HZ030", "a"},
      {"a key twice, in other quotes", "a: 1\n\"a\": 2\n", "HZ030", "\"a\""},
      {"a key twice in braces", "a: {b: 1, b: 2}\n", "HZ030", "b"},
      {"invalid UTF-8", "a: \xC3(\n", "HZ004", "\xC3"},
      {"overlong UTF-8", "a: \xC0\xAF\n", "HZ003", "\xC0\xAF"},
      {"GBK", "a: \xCF\xFB\xB7\xC0\xB0\xB2\xC8\xAB\n", "HZ003", "\xCF\xFB"},
      {"UTF-16", "\xFF\xFE"s + "a\0:\0 \0b\0\n\0"s, "HZ002", "\xFF"},
      {"NUL", "a: b\0c\n"s, "HZ006", "\0"s},
      {"yaml-cpp's own end of file",
       "a: b\x04"
       "c\n",
       "HZ006", "\x04"},
      {"a carriage return alone", "a: b\rc: d\n", "HZ007", "\x0D"},
      {"two documents", "a: 1\n---\nb: 2\n", "HZ035", "---"},
      {"nothing", "", "HZ008", ""},
      {"only a comment", "# a\n", "HZ008", "#"},
  };
  return kRows;
}

}  // namespace

TEST_CASE("what yaml-cpp lets pass is an error here") {
  for (const Row& row : rows()) {
    CAPTURE(row.kind, row.text);
    Arena arena;
    Diagnostics told;
    const ReadTree read = read_yaml(row.text, 0, arena, told);
    CHECK(read.declined);  // the fast reader never takes it
    const Diagnostic* first = nullptr;
    for (const Diagnostic& d : told.list())
      if (first == nullptr && d.severity == Severity::error) first = &d;
    if (first == nullptr) {
      FAIL_CHECK("no error");
      continue;
    }
    CHECK(first->rule->code == row.code);
    CHECK(marked_text(row, *first) == row.marked);
  }
}
