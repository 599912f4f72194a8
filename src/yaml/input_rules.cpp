// The rows of HZ0, part two. Data only.
#include "yaml/input_rules.hpp"

#include <array>

namespace hazcheck {

namespace {

// Pieces of examples; macros, so that literals join.
#define REST "fire.signs: pass\nfire.drill: 2020-03-25\nfire.rate: 100\n"
#define HEAD "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\n"
#define ANSWERS "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-03-25\n  fire.rate: 100\n"
constexpr std::string_view kAnswers = "fire.exits: pass\n" REST;
constexpr std::string_view kListComma = HEAD "inspectors: [张三、李四]\n" ANSWERS;
constexpr std::string_view kListOfTwo = HEAD "inspectors: [张三, 李四]\n" ANSWERS;
constexpr std::string_view kWideDash = HEAD "inspectors:\n  － 张三\n  － 李四\n" ANSWERS;
constexpr std::string_view kTightDash = HEAD "inspectors:\n  -张三\n  - 李四\n" ANSWERS;
constexpr std::string_view kDashes = HEAD "inspectors:\n  - 张三\n  - 李四\n" ANSWERS;

// clang-format off
constexpr std::array<RuleInfo, 10> kRules{{
    {"HZ040", "full-width-colon", Severity::error,
     {"a full-width colon '：' behind a key", "键后面是全角冒号“：”"},
     {"To YAML '：' is a letter like any other, so the key and its value would become one text.",
      "对 YAML 来说“：”只是普通文字，键和值会连成一段文字。"},
     {ExampleOf::answers, "fire.exits：pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ041", "full-width-comma", Severity::error,
     {"a full-width comma '，' between entries", "各项之间是全角逗号“，”"},
     {"To YAML '，' is a letter like any other, so two names would become one.",
      "对 YAML 来说“，”只是普通文字，两个姓名会连成一个。"},
     {ExampleOf::answers, "fire.exits: {check: pass，note: 东门}\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: 东门，已开}\n" REST}},
    {"HZ042", "enumeration-comma", Severity::error,
     {"a '、' between entries of a list", "列表各项之间是顿号“、”"},
     {"To YAML '、' is a letter like any other, so the whole list would become one entry.",
      "对 YAML 来说“、”只是普通文字，整个列表会变成一项。"},
     {ExampleOf::record, kListComma},
     {ExampleOf::record, kListOfTwo}},
    {"HZ043", "full-width-bracket", Severity::error,
     {"a full-width bracket ［ ］ ｛ ｝ around a list or mapping", "列表或映射用了全角括号 ［ ］ ｛ ｝"},
     {"To YAML they are letters like any others, so the list would become a text.",
      "对 YAML 来说它们只是普通文字，列表会变成一段文字。"},
     {ExampleOf::answers, "fire.exits: ｛check: pass, note: 东门｝\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: 东门｛南侧｝}\n" REST}},
    {"HZ044", "full-width-dash", Severity::error,
     {"a full-width dash '－' before a list item", "列表项前是全角短横“－”"},
     {"To YAML '－' is a letter like any other, so the list would become a text.",
      "对 YAML 来说“－”只是普通文字，列表会变成一段文字。"},
     {ExampleOf::record, kWideDash},
     {ExampleOf::record, kDashes}},
    {"HZ045", "full-width-blank", Severity::error,
     {"a full-width blank where YAML needs an ordinary one", "应为半角空格处是全角空格"},
     {"It looks like a blank and is a letter to YAML: it indents nothing and separates nothing.",
      "它看着像空格，对 YAML 却是文字：既不能缩进，也不能分隔。"},
     {ExampleOf::answers, "fire.exits:　pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ046", "no-blank-after-colon", Severity::error,
     {"no blank behind the colon of a key", "键的冒号后缺少空格"},
     {"YAML needs the blank, since 'a:b' may be a text such as a time or an address.",
      "YAML 需要这个空格，因为 a:b 可能是时间、网址之类的文字。"},
     {ExampleOf::answers, "fire.exits:pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ047", "no-blank-after-dash", Severity::error,
     {"no blank behind the dash of a list item", "列表项的“-”后缺少空格"},
     {"YAML needs the blank, since '-5' may be a number.",
      "YAML 需要这个空格，因为 -5 可能是数。"},
     {ExampleOf::record, kTightDash},
     {ExampleOf::record, kDashes}},
    {"HZ048", "text-needs-quotes", Severity::error,
     {"text that YAML would take for signs", "文字以 YAML 的符号开头或含有这些符号"},
     {"[ { ! @ * & % and a few others mean something at the start of a value, and [ ] { } , ? within brackets.",
      "[ { ! @ * & % 等在值的开头另有含义，[ ] { } , ? 在括号之内也是。"},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: [重要] 东门\n" REST},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: '[重要] 东门'\n" REST}},
    {"HZ049", "text-taken-for-comment", Severity::warning,
     {"a '#' that cuts a text short", "文字在 # 处被截断"},
     {"A '#' behind a blank starts a comment, so '更换 #2 楼灭火器' is read as '更换'.",
      "空格后的 # 开始一个注释，“更换 #2 楼灭火器”只会读到“更换”。"},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: 更换 #2 楼灭火器\n" REST},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: '更换 #2 楼灭火器'\n" REST}},
}};
// clang-format on

#undef REST
#undef HEAD
#undef ANSWERS

}  // namespace

std::span<const RuleInfo> input_rules() { return kRules; }

}  // namespace hazcheck
