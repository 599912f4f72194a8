// Faults of the bytes and of the subset: what each is called and the exact text that it marks, by either
// reader.
#include <catch2/catch.hpp>

#include "yaml/faults.hpp"
#include "yaml/reader.hpp"
#include "yaml/yaml_rules.hpp"

using namespace hazcheck;

namespace {

// "HZ040 «：»" for each report, in the order of the file; control characters and broken bytes as they are.
std::vector<std::string> reports(std::string_view bytes) {
  Arena arena(4096);
  Diagnostics found;
  read_yaml(bytes, 0, arena, found);
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& d : found.list()) sorted.push_back(&d);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Diagnostic* a, const Diagnostic* b) { return a->at.mark.begin < b->at.mark.begin; });
  std::vector<std::string> out;
  for (const Diagnostic* d : sorted) {
    const std::size_t end = std::min<std::size_t>(d->at.mark.end, bytes.size());
    out.push_back(std::string(d->rule->code) + " «" +
                  std::string(bytes.substr(d->at.mark.begin, end - d->at.mark.begin)) + "»");
  }
  return out;
}

using Reports = std::vector<std::string>;

}  // namespace

TEST_CASE("the names of the faults are those of the rows, in their order") {
  CHECK(yaml_rules().size() == static_cast<std::size_t>(Fault::count_));
  CHECK(rule_of(Fault::file_too_large).name == "file-too-large");
  CHECK(rule_of(Fault::syntax_error).name == "syntax-error");
  CHECK(rule_of(Fault::duplicate_key).name == "duplicate-key");
  CHECK(rule_of(Fault::complex_key).name == "complex-key");
  CHECK(rule_of(Fault::full_width_colon).name == "full-width-colon");
  CHECK(rule_of(Fault::text_taken_for_comment).name == "text-taken-for-comment");
}

TEST_CASE("encodings are called by their names") {
  CHECK(reports("a: \xD5\xC5\xC8\xFD\n") == Reports{"HZ003 «\xD5\xC5»"});
  CHECK(reports("a: 张三李四\nb: \xE5\xBC\n") == Reports{"HZ004 «\xE5»"});
  CHECK(reports("a: caf\xE9\n") == Reports{"HZ004 «\xE9»"});
  CHECK(reports(std::string_view("\xFF\xFE"
                                 "a\0:\0 \0b\0",
                                 10))
            .at(0)
            .starts_with("HZ002"));
  CHECK(reports(std::string_view("a\0:\0 \0b\0c\0d\0", 12)).at(0).starts_with("HZ002"));
  CHECK(reports("\xEF\xBB\xBF"
                "a: b\n") == Reports{"HZ005 «\xEF\xBB\xBF»"});
  CHECK(reports("a: \xED\xA0\x80\n").at(0).starts_with("HZ004"));
}

TEST_CASE("control characters, written out or escaped") {
  CHECK(reports(std::string_view("a: b\0c\n", 7)) == Reports{std::string("HZ006 «") + std::string(1, '\0') + "»"});
  CHECK(reports("a: b\x7F\n") == Reports{"HZ006 «\x7F»"});
  CHECK(reports("a: b\xC2\x85\n") == Reports{"HZ006 «\xC2\x85»"});
  CHECK(reports("a: b\rc: d\n") == Reports{"HZ007 «\r»"});
  CHECK(reports("a: b\r\nc: d\r\n").empty());
  CHECK(reports("a: \"x\\x07\"\n").at(0).starts_with("HZ016"));
  CHECK(reports("a: \"x\\u0000\"\n").at(0).starts_with("HZ016"));
  CHECK(reports("a: \"x\\t\\n\"\n").empty());
  CHECK(reports("a: \"C:\\photos\"\n").at(0).starts_with("HZ015"));
}

TEST_CASE("nothing, blanks and comments are an empty file") {
  for (const std::string_view bytes : {"", "\n\n", "# 待填写\n", "---\n"})
    CHECK(reports(bytes).at(0).starts_with("HZ008"));
}

TEST_CASE("what YAML has and the subset has not") {
  CHECK(reports("a: &x b\n") == Reports{"HZ031 «&x»"});
  CHECK(reports("a: *x\n") == Reports{"HZ032 «*x»"});
  CHECK(reports("<<: {a: b}\nc: d\n") == Reports{"HZ033 «<<»"});
  CHECK(reports("a: !!str b\n") == Reports{"HZ034 «!!str»"});
  CHECK(reports("a: b\n---\nc: d\n") == Reports{"HZ035 «---»"});
  CHECK(reports("%YAML 1.2\n---\na: b\n").at(0).starts_with("HZ036"));
  CHECK(reports("a: b\nc: d\na: e\n") == Reports{"HZ030 «a»"});
  CHECK(reports("{a: b, a: c}\n") == Reports{"HZ030 «a»"});
}

TEST_CASE("several faults of one file are all told") {
  CHECK(reports("a：1\nb:2\nc: [x、y]\nd: &e f\nd: g\n") ==
        Reports{"HZ040 «：»", "HZ046 «:»", "HZ042 «、»", "HZ031 «&e»", "HZ030 «d»"});
}

TEST_CASE("depth and size have bounds") {
  CHECK(reports("a: " + std::string(31, '[') + std::string(31, ']') + "\n").empty());
  CHECK(reports("a: " + std::string(40, '[') + std::string(40, ']') + "\n").at(0).starts_with("HZ024"));
  CHECK(reports("a: '" + std::string(kMaxFileBytes - 6, 'x') + "'\n").empty());
  CHECK(reports("a: '" + std::string(kMaxFileBytes, 'x') + "'\n").at(0).starts_with("HZ001"));
  CHECK(reports(std::string(1100, 'k') + ": v\nb: c\n").at(0).starts_with("HZ025"));
}

TEST_CASE("a first line without its colon is told as such") {
  CHECK(reports("answers:\n  fire.exits pass\n  fire.signs: pass\n") == Reports{"HZ017 «fire.exits pass»"});
  CHECK(reports("answers:\n  fire.signs: pass\n  fire.exits pass\n") == Reports{"HZ017 «fire.exits pass»"});
}

TEST_CASE("a comma in a number of brackets is told as such, and the number read") {
  CHECK(reports("{a: 1,200元, b: c}\n") == Reports{"HZ020 «1,200元»"});
  CHECK(reports("{a: ￥1,200,000}\n") == Reports{"HZ020 «￥1,200,000»"});
  CHECK(reports("{a: 12, 000}\n") == Reports{"HZ020 «12, 000»"});
  CHECK(reports("{a: 1,20}\n") == Reports{"HZ017 «20»"});
  CHECK(reports("{a: 修好, 报销}\n") == Reports{"HZ017 «报销»"});
  CHECK(reports("{a: 1,200: b}\n").empty());
}

TEST_CASE("full-width brackets are text where a key takes text, and where they do not hold all of it") {
  CHECK(reports("note: ［紧急］\n").empty());
  CHECK(reports("title: ［试行］名单\n").empty());
  CHECK(reports("{description: ［紧急］}\n").empty());
  CHECK(reports("a: ［东］门，［西］\n").empty());
  CHECK(reports("a: ｛x｝\n").empty());
  CHECK(reports("a: ［x］\n") == Reports{"HZ043 «［»", "HZ043 «］»"});
  CHECK(reports("title: ｛zh: x｝\n") == Reports{"HZ043 «｛»", "HZ043 «｝»"});
}

TEST_CASE("signs in quotes are text, whatever the input method typed") {
  CHECK(reports("a: '［东］：，、｛｝－ #2 &x *y'\nb: \"键：值\"\nc: 东门，已开；西门：未开（见 #2）\n") ==
        Reports{"HZ049 «#2）»"});
  CHECK(reports("a: '更换 #2 楼灭火器'\n").empty());
  CHECK(reports("a: 更换 #2 楼灭火器\n") == Reports{"HZ049 «#2 楼灭火器»"});
  CHECK(reports("a: 已更换 # 核对过\n").empty());
}
