// The rows of HZ0, part one: bytes and the YAML subset; and the one list of both parts. Data only.
#include "yaml/yaml_rules.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "yaml/faults.hpp"
#include "yaml/input_rules.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {

namespace {

// Pieces of examples; macros, so that literals join.
#define HEAD "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\n"
#define REST "fire.signs: pass\nfire.drill: 2020-03-25\nfire.rate: 100\n"
#define RECORD_ANSWERS "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-03-25\n  fire.rate: 100\n"
#define RECORD HEAD "inspectors: [张三]\n" RECORD_ANSWERS
constexpr std::string_view kRecord = RECORD;
constexpr std::string_view kMarkedRecord = "\xEF\xBB\xBF" RECORD;
constexpr std::string_view kTwoRecords = RECORD "---\nhazcheck: record/1\n";
constexpr std::string_view kDirective = "%YAML 1.2\n---\n" RECORD;
constexpr std::string_view kAnswers = "fire.exits: pass\n" REST;
std::array<char, kMaxFileBytes + 1> kTooLarge;  // zeros: they cost nothing until somebody looks
#define TEN(x) x x x x x x x x x x
constexpr std::string_view kLongKey = TEN(
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十") ": pass\nfire.exits: pass\n" REST;
#undef TEN

// clang-format off
const std::array<RuleInfo, 33> kRules{{
    {"HZ001", "file-too-large", Severity::error,
     {"a file of more than 4 MiB", "文件超过 4 MiB"},
     {"A record has a few kilobytes. A file that is a thousand times larger is something else that got its name, and reading it would stop everybody.",
      "一份记录只有几 KB。大上千倍的文件多半是放错了的其他文件，读它会拖住所有人。"},
     {ExampleOf::record, {kTooLarge.data(), kTooLarge.size()}},
     {ExampleOf::record, kRecord}},
    {"HZ002", "utf16-encoding", Severity::error,
     {"the file is UTF-16", "文件是 UTF-16 编码"},
     {"Notepad calls it \"Unicode\". Git shows such a file as binary, so nobody can see what changed.",
      "记事本把它叫作“Unicode”。Git 会把这样的文件当作二进制，看不出改了什么。"},
     {ExampleOf::record, "\xFF\xFEh\0a\0z\0c\0h\0e\0c\0k\0"},
     {ExampleOf::record, kRecord}},
    {"HZ003", "gbk-encoding", Severity::error,
     {"the file is GBK (ANSI)", "文件是 GBK（ANSI）编码"},
     {"Notepad on a Chinese Windows may save in it. The same bytes mean other characters elsewhere, so names would silently change.",
      "中文 Windows 的记事本可能这样保存。同样的字节在别处是另外的字，姓名会悄悄变样。"},
     {ExampleOf::record, "hazcheck: record/1\n# \xCF\xFB\xB7\xC0\n"},
     {ExampleOf::record, kRecord}},
    {"HZ004", "invalid-utf8", Severity::error,
     {"bytes that are not UTF-8", "含有不是 UTF-8 的字节"},
     {"Text is UTF-8 everywhere in a workspace. Broken bytes come from a transfer or an editor that cut a character in two.",
      "工作区的文字一律为 UTF-8。坏字节多半来自传输或把一个字切成两半的编辑器。"},
     {ExampleOf::record, "hazcheck: record/1\n# \xE6\n"},
     {ExampleOf::record, kRecord}},
    {"HZ005", "byte-order-mark", Severity::note,
     {"the file starts with a byte order mark", "文件以字节顺序标记（BOM）开头"},
     {"Some editors on Windows write one. It is read past, but other tools may take it for text.",
      "Windows 上的一些编辑器会写入它。这里会跳过，但其他工具可能把它当作文字。"},
     {ExampleOf::record, kMarkedRecord},
     {ExampleOf::record, kRecord}},
    {"HZ006", "control-character", Severity::error,
     {"a control character", "含有控制字符"},
     {"Invisible characters get into a file by copying. They would break tables, terminals and comparisons later.",
      "不可见字符往往随复制粘贴混入，之后会弄乱表格、终端和比较。"},
     {ExampleOf::record, "hazcheck: record/1\n# \x01\n"},
     {ExampleOf::record, kRecord}},
    {"HZ007", "lone-carriage-return", Severity::error,
     {"a carriage return that ends no line", "单独的回车符"},
     {"Readers disagree on whether it ends a line, so a key could vanish behind a comment.",
      "它算不算换行，各种软件看法不一，键可能因此藏进注释。"},
     {ExampleOf::record, "hazcheck: record/1\rround: self\n"},
     {ExampleOf::record, kRecord}},
    {"HZ008", "empty-file", Severity::error,
     {"nothing in the file", "文件是空的"},
     {"An empty file is a save that failed or a record that nobody has begun; neither should count as one.",
      "空文件要么是保存失败，要么是还没有动笔，都不能算一份记录。"},
     {ExampleOf::record, "# 待填写\n"},
     {ExampleOf::record, kRecord}},
    {"HZ010", "syntax-error", Severity::error,
     {"the text is not valid YAML", "文字不是有效的 YAML"},
     {"What cannot be read for certain is not guessed. Most often a text with signs in it needs quotes.",
      "不能确定含义的内容不作猜测。最常见的情况是含符号的文字需要加引号。"},
     {ExampleOf::record, "--- hazcheck: record/1\nround: self\n"},
     {ExampleOf::record, kRecord}},
    {"HZ011", "tab-indentation", Severity::error,
     {"a tab in the indentation", "缩进中有制表符"},
     {"A tab is as wide as the editor likes, so the lines would belong to different keys on different screens.",
      "制表符的宽度由编辑器决定，同样的行在不同屏幕上会像是属于不同的键。"},
     {ExampleOf::answers, "fire.exits:\n\tresult: pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ012", "wrong-indentation", Severity::error,
     {"a line that fits no level above it", "缩进与上文不符"},
     {"In YAML the indentation says what belongs to what. A line between two levels belongs to neither.",
      "YAML 用缩进表示从属关系。缩进介于两层之间的行不属于任何一层。"},
     {ExampleOf::answers, "fire.exits: pass\n  " REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ013", "unclosed-quote", Severity::error,
     {"a quotation mark that is not closed", "引号没有结束"},
     {"Everything up to the next quotation mark would be taken for text.",
      "直到下一个引号为止的内容都会被当作文字。"},
     {ExampleOf::answers, "fire.exits: \"pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ014", "unclosed-bracket", Severity::error,
     {"a bracket that is not closed, or by the wrong one", "括号没有结束或不匹配"},
     {"The lines below would be taken for entries of the list.",
      "下面的行会被当作列表的内容。"},
     {ExampleOf::answers, "fire.exits: {result: pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ015", "bad-escape", Severity::error,
     {"an unknown escape in double quotes", "双引号内有无效的转义"},
     {"Within \"…\" a backslash starts an escape; a Windows path in it means other characters.",
      "在 \"…\" 之内，反斜杠开始一个转义，写在里面的 Windows 路径会变成别的字符。"},
     {ExampleOf::answers, "fire.exits: {check: pass, note: \"C:\\photos\"}\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: 'C:\\photos'}\n" REST}},
    {"HZ016", "escaped-control-character", Severity::error,
     {"an escape for a control character", "转义成控制字符"},
     {"Control characters may stand in no text, written out or escaped.",
      "文字中不能有控制字符，写成转义也不行。"},
     {ExampleOf::answers, "fire.exits: {check: pass, note: \"a\\x07\"}\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: \"a\\tb\"}\n" REST}},
    {"HZ017", "missing-colon", Severity::error,
     {"a line of a mapping without its colon", "映射中的一行缺少冒号"},
     {"Without a colon there is no key and no value. Often the line is the rest of the text above it.",
      "没有冒号就分不出键和值。这一行往往是上面文字的下半截。"},
     {ExampleOf::answers, "fire.signs: pass\nfire.exits pass\nfire.drill: 2020-03-25\nfire.rate: 100\n"},
     {ExampleOf::answers, kAnswers}},
    {"HZ018", "text-after-value", Severity::error,
     {"text behind a value that has ended", "值结束之后还有文字"},
     {"A value ends with its closing quotation mark or bracket; what follows would belong to nothing.",
      "值到收尾的引号或括号为止，后面的文字不属于任何内容。"},
     {ExampleOf::answers, "fire.exits: {check: pass, note: \"东门\" 已开}\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: '“东门”已开'}\n" REST}},
    {"HZ019", "comment-touches-value", Severity::error,
     {"a comment without a blank before its '#'", "# 之前缺少空格"},
     {"YAML needs the blank to tell a comment from a '#' that belongs to the text.",
      "YAML 靠这个空格区分注释和文字中的 #。"},
     {ExampleOf::answers, "fire.exits: 'pass'# 已核对\n" REST},
     {ExampleOf::answers, "fire.exits: 'pass' # 已核对\n" REST}},
    {"HZ020", "misplaced-comma", Severity::error,
     {"a comma too many or too few", "多了或少了逗号"},
     {"Exactly one comma stands between two entries in brackets.",
      "括号之内，两项之间正好有一个逗号。"},
     {ExampleOf::answers, "fire.exits: {check: pass,, note: 东门}\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: 东门}\n" REST}},
    {"HZ021", "misplaced-list-item", Severity::error,
     {"a list item where none can stand, or one without its dash", "列表项位置不对或缺少“- ”"},
     {"A list stands alone below its key, every item behind a dash in the same column.",
      "列表单独写在所属的键之下，每一项都在同一列以“- ”开头。"},
     {ExampleOf::answers, "fire.exits: - pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ022", "second-colon", Severity::error,
     {"a second ': ' in one line", "一行中有两个“: ”"},
     {"A ': ' makes a key. In text it needs quotes, or the Chinese '：'.",
      "“: ”用来分隔键和值。文字中的冒号要加引号，或用全角的“：”。"},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: 注意: 东门\n" REST},
     {ExampleOf::answers, "fire.exits: {check: pass, note: '注意: 东门'}\n" REST}},
    {"HZ023", "bad-block-text", Severity::error,
     {"a text below '|' whose blank lines are indented deeper than itself", "“|”文字之前的空行缩进过深"},
     {"Readers take the indentation of such a text from different lines and disagree on its first characters.",
      "各种软件从不同的行取这段文字的缩进，开头的字会不一致。"},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: |\n      \n    东门\n" REST},
     {ExampleOf::answers, "fire.exits:\n  check: pass\n  note: |\n    东门\n" REST}},
    {"HZ024", "nesting-too-deep", Severity::error,
     {"lists and mappings nested deeper than 32", "嵌套超过 32 层"},
     {"No file of ours needs more than eight levels; deeper ones are a slip or an attack.",
      "正常文件最多八层，更深的要么是笔误，要么是攻击。"},
     {ExampleOf::answers, "fire.exits: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ025", "key-too-long", Severity::error,
     {"a key of more than 1,024 bytes", "键超过 1024 字节"},
     {"YAML bounds a key to one line and 1,024 bytes; what is longer is a text with a colon in it.",
      "YAML 的键限于一行、1024 字节之内，更长的其实是含冒号的文字。"},
     {ExampleOf::answers, kLongKey},
     {ExampleOf::answers, kAnswers}},
    {"HZ030", "duplicate-key", Severity::error,
     {"a key that is there twice", "键重复"},
     {"Readers keep the first or the last of them, without a word. Of two answers to one item nobody can say which is meant.",
      "不同的软件会悄悄保留其中一个。同一项有两个回答，无从知道以哪个为准。"},
     {ExampleOf::answers, "fire.exits: pass\nfire.signs: pass\nfire.drill: 2020-03-25\nfire.rate: 100\nfire.exits: na\n"},
     {ExampleOf::answers, kAnswers}},
    {"HZ031", "anchor", Severity::error,
     {"an anchor ('&name')", "使用了锚点（&名称）"},
     {"A value stands where it is used, so that a line of a diff says all there is to it.",
      "内容写在用到的地方，这样一行差异就能说明全部变化。"},
     {ExampleOf::answers, "fire.exits: &all pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ032", "alias", Severity::error,
     {"an alias ('*name')", "使用了别名（*名称）"},
     {"A value stands where it is used; a few aliases of aliases can also stand for millions of values.",
      "内容写在用到的地方；几个层层嵌套的别名还能撑出上百万个值。"},
     {ExampleOf::answers, "fire.exits: *all\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ033", "merge-key", Severity::error,
     {"a merge key ('<<')", "使用了合并键（<<）"},
     {"It is no part of YAML 1.2, and what it brings in is not seen where it counts.",
      "它不属于 YAML 1.2，合并进来的内容在这里也看不到。"},
     {ExampleOf::answers, "<<: {fire.exits: pass}\nfire.exits: pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ034", "explicit-tag", Severity::error,
     {"a tag ('!name', '!!str')", "使用了标签（!名称、!!str）"},
     {"What type a value has is the field's to say, not the file's.",
      "值的类型由字段决定，不由文件指定。"},
     {ExampleOf::answers, "fire.exits: !!str pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ035", "several-documents", Severity::error,
     {"more than one document in the file", "一个文件中有多个文档"},
     {"Most readers stop at the first and leave the rest unread in silence.",
      "多数软件只读第一个，后面的悄悄丢掉。"},
     {ExampleOf::record, kTwoRecords},
     {ExampleOf::record, kRecord}},
    {"HZ036", "directive", Severity::error,
     {"a YAML directive ('%YAML')", "使用了 YAML 指令（%YAML）"},
     {"The format version stands in the first key; there is nothing to direct.",
      "格式版本写在第一个键里，不需要指令。"},
     {ExampleOf::record, kDirective},
     {ExampleOf::record, kRecord}},
    {"HZ037", "complex-key", Severity::error,
     {"a key that is not a text", "键不是文字"},
     {"Keys are words. A list, a mapping or nothing at all cannot be one.",
      "键是词。列表、映射或空值都不能作键。"},
     {ExampleOf::answers, "? fire.exits\n: pass\n" REST},
     {ExampleOf::answers, kAnswers}},
    {"HZ038", "conflict-marker", Severity::error,
     {"git's conflict markers: two versions were merged and nobody has chosen yet", "存在 git 冲突标记：两个版本合并后尚未取舍"},
     {"Where both sides changed the same thing git leaves both, between lines of <<<<<<<, ======= and >>>>>>>. Somebody who knows the case decides; no program should.",
      "双方改动同一处时，git 把两种写法都留在 <<<<<<<、=======、>>>>>>> 之间。该由了解情况的人取舍，程序不应代为决定。"},
     {ExampleOf::record, HEAD "inspectors: [张三]\n" "<<<<<<< ours\nanswers: {fire.exits: pass}\n=======\nanswers: {fire.exits: fail}\n>>>>>>> theirs\n"},
     {ExampleOf::record, kRecord}},
}};
// clang-format on

#undef HEAD
#undef REST
#undef RECORD_ANSWERS
#undef RECORD

const std::vector<RuleInfo>& both() {
  static const std::vector<RuleInfo> kBoth = [] {
    std::vector<RuleInfo> all(kRules.begin(), kRules.end());
    all.insert(all.end(), input_rules().begin(), input_rules().end());
    return all;
  }();
  return kBoth;
}

}  // namespace

std::span<const RuleInfo> yaml_rules() { return both(); }

const RuleInfo& rule_of(Fault fault) { return both()[static_cast<std::size_t>(fault)]; }

}  // namespace hazcheck
