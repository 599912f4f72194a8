// The command tables hold what --help, the manual and completion promise: both languages, two examples that parse,
// names that nothing else bears.
#include "commands/command.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "base/text.hpp"
#include "commands/completion_words.hpp"
#include "commands/manual_pages.hpp"
#include "read/model_reader.hpp"
#include "rules/rule.hpp"

namespace hazcheck {
namespace {

bool chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (c >= 0x4E00 && c <= 0x9FFF) return true;
  }
  return false;
}

// A text without a word of either language is the same in both: "record/1". English may quote Chinese.
void check_label(const Label& label) {
  INFO(label.en);
  CHECK_FALSE(label.en.empty());
  CHECK_FALSE(label.zh.empty());
  CHECK((label.en == label.zh || chinese(label.zh)));
}

// As a shell splits it: blanks, and single or double quotes. What is redirected or piped is not the program's.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool inside = false;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && (c == '>' || c == '|' || c == ';' || c == '&')) break;
    if (quote != 0 ? c == quote : c == '"' || c == '\'') {
      quote = quote == 0 ? c : '\0';
      inside = true;
    } else if (quote == 0 && c == ' ') {
      if (inside) words.push_back(word);
      word.clear();
      inside = false;
    } else {
      word += c;
      inside = true;
    }
  }
  if (inside) words.push_back(word);
  return words;
}

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran ran(const std::vector<std::string>& args) {
  std::istringstream in;
  std::ostringstream out, err;
  Env env{.in = in, .out = out, .err = err};
  env.today = from_ymd(2020, 5, 18);
  env.directory = PROJECT_FOLDER "/examples/qingpu-2020";
  const int code = run(args, env);
  return {code, out.str(), err.str()};
}

Call call_of(const Command& command, Env& env) {
  return {command, Args{}, env, Lang::en, env.today, false, false, false, env.directory};
}

std::vector<std::string> offered(const std::vector<std::string>& line) {
  std::istringstream in;
  std::ostringstream out;
  Env env{.in = in, .out = out, .err = out};
  env.directory = PROJECT_FOLDER "/examples/qingpu-2020";
  std::vector<std::string> words;
  for (const Suggestion& s : suggest(call_of(*find_command("validate"), env), line).words) words.push_back(s.word);
  return words;
}

TEST_CASE("every command is described in both languages") {
  for (const Command* c : all_commands()) {
    INFO(c->name);
    check_label(c->summary);
    check_label(c->description);
    CHECK(c->examples.size() >= 2);
    for (const Positional& p : c->positionals) check_label(p.help);
    std::set<std::string_view> names;
    for (std::span<const Option> table : {global_options(), c->options}) {
      for (const Option& o : table) {
        INFO(o.name);
        CHECK(o.name.starts_with("--"));
        CHECK(names.insert(o.name).second);
        check_label(o.help);
        CHECK((o.choices.empty() || !o.metavar.empty()));
      }
    }
  }
}

TEST_CASE("every example parses, and is of its command") {
  for (const Command* c : all_commands()) {
    for (const UsageExample& e : c->examples) {
      INFO(e.line);
      check_label(e.says);
      std::vector<std::string> words = words_of(e.line);
      REQUIRE(words.size() >= 2);
      // `git config …` and the like show how another program calls this one.
      if (words[0] != "hazcheck") continue;
      words.erase(words.begin());
      const CommandLine line = split_line(words);
      CHECK(line.name == c->name);
      Text fault;
      CHECK(parse_args(*c, line.rest, fault).has_value());
      CHECK(fault.en == "");
    }
  }
}

TEST_CASE("help fits eighty columns and speaks the language asked for") {
  for (const Command* c : all_commands()) {
    for (const Lang lang : {Lang::en, Lang::zh}) {
      std::istringstream text(help_of(*c, lang));
      CHECK((lang == Lang::en || chinese(text.str())));
      for (std::string line; std::getline(text, line);) {
        INFO(line);
        CHECK((columns(line) <= 80 || line.starts_with("  hazcheck ") || line.find("usage: ") == 0 ||
               line.find("用法：") == 0));
      }
    }
  }
}

TEST_CASE("long options may be shortened while they stay distinct") {
  Text fault;
  const Command& list = *find_command("list");
  CHECK(parse_args(list, {"--overd"}, fault)->has("--overdue"));
  CHECK(parse_args(list, {"--sect=fire"}, fault)->get("--section") == "fire");
  CHECK(parse_args(list, {"--unit", "--overd"}, fault)->get("--unit") == "--overd");
  CHECK_FALSE(parse_args(list, {"--found", "2020-04-01"}, fault));
  CHECK(fault.en == "'--found' may be --found-since or --found-until");
  CHECK(fault.zh == "'--found' 可能是 --found-since 或 --found-until");
  CHECK_FALSE(parse_args(list, {"--ovrdue"}, fault));
  CHECK(fault.en == "unknown option '--ovrdue'; did you mean '--overdue'?");
  CHECK_FALSE(parse_args(list, {"--unit"}, fault));
  CHECK(fault.en == "--unit needs a value: UNIT");
  CHECK(fault.zh == "--unit 后面要写值：UNIT");
  CHECK_FALSE(parse_args(list, {"--overdue=1"}, fault));
  CHECK(fault.en == "--overdue takes no value");
}

TEST_CASE("slips are answered with what was meant") {
  const std::pair<std::vector<std::string>, std::string> kSlips[] = {
      {{"statsu"}, "unknown command 'statsu'; did you mean 'status'?"},
      {{"report", "wekly"}, "unknown command 'report wekly'; did you mean 'report weekly'?"},
      {{"wekly"}, "unknown command 'wekly'; did you mean 'report weekly'?"},
      {{"new", "slef", "sl-yizhong"}, "no round 'slef'; did you mean 'self'?"},
      {{"new", "self", "sl-yizhng"}, "no unit 'sl-yizhng'; did you mean 'sl-yizhong'?"},
      {{"list", "--item", "fire.exit"}, "did you mean 'fire.exits'?"},
      {{"list", "--round", "burau"}, "did you mean 'bureau'?"},
      {{"list", "--unit", "sl-yizhng"}, "did you mean 'sl-yizhong'?"},
      {{"list", "--section", "fier"}, "did you mean 'fire'?"},
      {{"new", "学校自查", "sl-yizhong"}, "no round '学校自查'; did you mean 'self' (Self-inspection by the schools)?"},
      {{"new", "自查", "sl-yizhong", "--lang", "zh"}, "没有 '自查' 这个检查轮次，是否指 'self'（学校自查）？"},
      {{"list", "--unit", "启航"}, "no unit '启航'; did you mean 'sl-qihang' ("},
      {{"list", "--unit", "zzz"}, "no unit 'zzz'; there are: sl-"},
      {{"list", "--by", "unit"}, "list has no option '--by'; 'hazcheck status' has it"},
      {{"list", "--csv"}, "unknown option '--csv'; did you mean '--format csv'?"},
      {{"status", "--json"}, "unknown option '--json'; did you mean '--format json'?"},
      {{"validate", "--sarif"}, "unknown option '--sarif'; did you mean '--format sarif'?"},
      {{"status", "--zh"}, "unknown option '--zh'; did you mean '--lang zh'?"},
      {{"status", "--as-of", "2200-01-01"}, "'2200-01-01' lies outside 1900-01-01 to 2199-12-31"},
      {{"status", "--as-of", "3000/1/2"}, "'3000/1/2' lies outside 1900-01-01 to 2199-12-31"},
      {{"list", "--due-before", "1899-12-31"}, "'1899-12-31' lies outside 1900-01-01 to 2199-12-31"},
      {{"list", "--due-before", "2020/4/7"}, "'2020/4/7' is not a date; did you mean 2020-04-07?"},
      {{"status", "--by", "departmnt"}, "did you mean 'department'?"},
      {{"status", "--by", "zzz"}, "one of unit, type, area"},
      {{"list", "--item", "fire.exit", "--lang", "zh"}, "没有 'fire.exit' 这个检查项，是否指 'fire.exits'？"},
      {{"explain", "HZ4O2"}, "did you mean 'HZ402'?"},
      {{"help", "recrd"}, "did you mean 'record'?"},
      {{"schema", "rostr"}, "did you mean 'roster'?"},
  };
  for (const auto& [args, says] : kSlips) {
    const Ran r = ran(args);
    INFO(args.back());
    CHECK(r.code == kUsage);
    CHECK(r.out.empty());
    CHECK_THAT(r.err, Catch::Contains(says));
    CHECK(std::count(r.err.begin(), r.err.end(), '\n') == 1);
  }
}

TEST_CASE("a group without its command lists what may follow") {
  const Ran r = ran({"report"});
  CHECK(r.code == kUsage);
  CHECK_THAT(r.err, Catch::Contains("hazcheck report weekly") && Catch::Contains("hazcheck report unit"));
  CHECK(ran({"report", "--help"}).code == kOk);
  CHECK_THAT(ran({"report", "--help", "--lang", "zh"}).out, Catch::Contains("整改周报"));
}

TEST_CASE("options before the command belong to it") {
  CHECK(ran({"--by", "unit", "status"}).code == kOk);
  CHECK(ran({"--format=csv", "list"}).out.starts_with("id,"));
  CHECK(ran({"--lang", "zh"}).code == kUsage);
}

TEST_CASE("completion follows the line") {
  CHECK(offered({"sta"}) == std::vector<std::string>{"status"});
  CHECK(offered({"-C", ".", "report", "tr"}) == std::vector<std::string>{"trend"});
  CHECK(offered({"list", "--overdue", "--overd"}).empty());
  CHECK(offered({"list", "--unit", "x", "--uni"}) == std::vector<std::string>{"--unit"});
  CHECK(offered({"new", "self", "sl-yizh"}) == std::vector<std::string>{"sl-yizhong"});
  CHECK(offered({"new", "self", "sl-yizhong", "x"}).empty());
  CHECK(offered({"nosuch", ""}).empty());
  CHECK(offered({"list", "--rev", "x", "--status", "ope"}) == std::vector<std::string>{"open"});
  CHECK(offered({"-C", "/nonexistent", "list", "--unit", ""}).empty());
  CHECK(offered({"list", "--", "--ov"}).empty());
  CHECK(offered({"show", "self/sl-yizhong/"}).size() >= 1);
}

TEST_CASE("the workspace that the pages of the file formats show is valid") {
  const Snapshot snapshot = snapshot_of({{"hazcheck.yaml", std::string(kExampleCampaign) + "\n"},
                                         {"roster.yaml", std::string(kExampleRoster) + "\n"},
                                         {"checklists/small.yaml", std::string(kExampleChecklist) + "\n"},
                                         {"records/self/shili-chuzhong.yaml", std::string(kExampleRecord) + "\n"}});
  Diagnostics found;
  const Date today = from_ymd(2020, 4, 20);
  ReadOptions options;
  options.on_record = [&](const Model& model, const Record& record, Diagnostics& sink) {
    check_record({model, record, today}, sink);
  };
  const Model model = read_model(snapshot, found, options).model;
  const Timelines timelines = timelines_of(model);
  check_register({model, timelines, today}, found);
  REQUIRE(model.records.size() == 1);
  CHECK(timelines.size() == 1);
  for (const Diagnostic& d : found.list()) FAIL_CHECK(d.rule->code << ": " << d.message.en);
}

TEST_CASE("pages are found by the words that people use") {
  CHECK(find_manual("report weekly")->name == "hazcheck-report-weekly");
  CHECK(find_manual("hazcheck.yaml")->name == "hazcheck-campaign");
  CHECK(find_manual("hazcheck-rules(7)")->name == "hazcheck-rules");
  CHECK(find_manual("record")->section == 5);
  CHECK(find_manual("nosuch") == nullptr);
  for (const ManualInfo& info : manual_index()) {
    if (!info.alias_of.empty()) continue;
    for (const Lang lang : {Lang::en, Lang::zh}) {
      const ManualPage page = compose_page(info, lang);
      CHECK(page.blocks.size() >= 5);
      CHECK_FALSE(page.title.empty());
    }
  }
}

}  // namespace
}  // namespace hazcheck
