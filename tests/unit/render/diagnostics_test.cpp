// Diagnostics as text, JSON and workflow commands.
#include <catch2/catch.hpp>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "render/diagnostics_json.hpp"
#include "render/diagnostics_text.hpp"
#include "render/excerpt.hpp"
#include "render/github.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using samples::place;
using samples::written;

namespace {

Diagnostics hostile() {
  Diagnostics list;
  const Text message{samples::kHostile, samples::kHostile};
  Diagnostic& d = list.add(samples::kClosedEarly, {}, message, message);
  d.place = place("a\x1b[2J\n::error::x\xFF.yaml", 1, 7, 9, samples::kHostile);
  RelatedNote& note = d.notes.emplace_back();
  note.message = message;
  note.place = d.place;
  return list;
}

std::string text(const Diagnostics& list, DiagnosticOptions options = {}) {
  return written(render_diagnostics_text, Findings{list}, options);
}

}  // namespace

TEST_CASE("a diagnostic as people read it") {
  CHECK(text(samples::findings()) ==
        "records/self/示例.yaml:17:14: error: 'H1' is closed before it was found [HZ402]\n"
        "  17 |       - {消防: 2020-04-01, event: closed}\n"
        "     |                ^^^^^^^^^^\n"
        "  help: check both dates\n"
        "  note: records/self/示例.yaml:9:2: found here\n"
        "   9 | →   found: 2020-04-07\n"
        "     |     ^^^^^\n"
        "\n"
        "a:b,c.yaml: note: 50 % done [HZ507]\n");
}

TEST_CASE("in Chinese, the severity too") {
  const std::string output = text(samples::findings(), {.lang = Lang::zh});
  CHECK(output.starts_with("records/self/示例.yaml:17:14: 错误: 'H1' 在发现之前已销项 [HZ402]\n"));
  CHECK(output.find("  办法：核对两个日期\n  另见：records/self/示例.yaml:9:2: 发现日期在此\n") != std::string::npos);
  CHECK(output.find("a:b,c.yaml: 提示: 完成 50 % [HZ507]\n") != std::string::npos);
}

TEST_CASE("one line each on request") {
  CHECK(text(samples::findings(), {.excerpt = false}) ==
        "records/self/示例.yaml:17:14: error: 'H1' is closed before it was found [HZ402]\n"
        "a:b,c.yaml: note: 50 % done [HZ507]\n");
}

TEST_CASE("colour for place, severity and carets") {
  const std::string output = text(samples::findings(), {.color = true});
  CHECK(output.starts_with("\x1b[1mrecords/self/示例.yaml:17:14\x1b[0m: \x1b[31merror\x1b[0m: "));
  CHECK(output.find("\x1b[31m^^^^^^^^^^\x1b[0m\n") != std::string::npos);
}

TEST_CASE("hostile text stays visible text, on its own line") {
  for (const bool excerpt : {true, false}) {
    const std::string output = text(hostile(), {.excerpt = excerpt});
    for (std::size_t at = 0; at < output.size();) {
      const char32_t c = next_char(output, at);
      CHECK((c == '\n' || (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) && !is_bidi_control(c))));
    }
    CHECK(first_invalid_utf8(output) == kValidUtf8);
    CHECK(std::count(output.begin(), output.end(), '\n') == (excerpt ? 7 : 1));
  }
}

TEST_CASE("carets keep their place") {
  const auto drawn = [](const Place& p, std::size_t room = 80) {
    const auto excerpt = excerpt_of(p, room);
    REQUIRE(excerpt);
    return excerpt->line + "\n" + std::string(excerpt->indent, ' ') + std::string(excerpt->carets, '^');
  };
  CHECK(drawn(place("p", 1, 3, 5, "a示例b")) == "a示例b\n   ^^^");  // the second wide one, and b
  CHECK(drawn(place("p", 1, 2, 3, "\tx")) == "→   x\n    ^");       // behind a tab
  CHECK(drawn(place("p", 1, 3, 4, "ab\tx")) == "ab→ x\n  ^^");      // the tab itself
  CHECK(drawn(place("p", 1, 5, 6, "abc\tx")) == "abc→x\n    ^");
  CHECK(drawn(place("p", 1, 2, 3,
                    "a\x1b"
                    "b")) == "a\\x1bb\n ^^^^");             // an escape is as wide as it shows
  CHECK(drawn(place("p", 1, 4, 4, "abc")) == "abc\n   ^");  // behind the end: a missing value
  CHECK(drawn(place("p", 1, 1, 1, "")) == "\n^");
  CHECK(drawn(place("p", 1, 2, 9, "abc")) == "abc\n ^^");  // a mark beyond what is kept of the line
  Place below = place("p", 1, 3, 2, "a: [");
  below.end_line = 4;
  CHECK(drawn(below) == "a: [\n  ^^");  // goes on in the next line
  CHECK_FALSE(excerpt_of(place("p", 1, 9, 12, "abc"), 80));
  CHECK_FALSE(excerpt_of(place("p", 0, 0, 0, ""), 80));
}

TEST_CASE("long lines show a window around the mark") {
  const std::string line = std::string(100, 'a') + "XYZ" + std::string(100, 'b');
  const auto excerpt = excerpt_of(place("p", 1, 101, 104, line), 30);
  REQUIRE(excerpt);
  CHECK(excerpt->line == "…aaaaaaaaaXYZbbbbbbbbbbbbbbbb…");
  CHECK(excerpt->indent == 10);
  CHECK(excerpt->carets == 3);

  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "示a";
  for (std::size_t column = 1; column <= 201; ++column) {
    for (std::size_t room = 20; room < 24; ++room) {
      const auto e = excerpt_of(place("p", 1, column, column + 3, wide), room);
      REQUIRE(e);
      CHECK(columns(e->line) <= room);
      CHECK(e->indent + e->carets <= room);
      if (column > 200) continue;
      // The character above the first caret is the marked one.
      std::size_t at = 0, used = 0;
      while (used < e->indent) used += static_cast<std::size_t>(char_columns(next_char(e->line, at)));
      CHECK(used == e->indent);
      CHECK(next_char(e->line, at) == (column % 2 == 1 ? U'示' : U'a'));
    }
  }
}

TEST_CASE("the summary counts") {
  Diagnostics list;
  CHECK(summary_line(list, 36, Lang::en) == "36 files: no errors, warnings or notes");
  CHECK(summary_line(list, 36, Lang::zh) == "共 36 个文件：没有错误、警告和提示");
  for (const Severity s :
       {Severity::error, Severity::error, Severity::warning, Severity::note, Severity::note, Severity::note})
    list.add(samples::kNoPlan, {}, {}).severity = s;
  CHECK(summary_line(list, 36, Lang::en) == "36 files: 2 errors, 1 warning, 3 notes");
  CHECK(summary_line(list, 36, Lang::zh) == "共 36 个文件：2 个错误，1 个警告，3 条提示");
  Diagnostics notes;
  notes.add(samples::kNoPlan, {}, {});
  CHECK(summary_line(notes, 1, Lang::en) == "1 file: 0 errors, 1 note");
}

TEST_CASE("findings as JSON") {
  const Diagnostics list = samples::findings();
  const auto parsed =
      nlohmann::json::parse(written(render_diagnostics_json, Findings{list, 36}, DiagnosticOptions{.lang = Lang::zh}));
  const auto& first = parsed["diagnostics"][0];
  CHECK(first["code"] == "HZ402");
  CHECK(first["name"] == "closed-before-found");
  CHECK(first["severity"] == "error");
  CHECK(first["path"] == "records/self/示例.yaml");
  CHECK(first["line"] == 17);
  CHECK(first["column"] == 14);
  CHECK(first["end_line"] == 17);
  CHECK(first["end_column"] == 24);
  CHECK(first["message"] == "'H1' 在发现之前已销项");
  CHECK(first["messages"]["en"] == "'H1' is closed before it was found");
  CHECK(first["help"] == "核对两个日期");
  CHECK(first["notes"][0]["line"] == 9);
  CHECK(parsed["diagnostics"][1]["line"].is_null());
  CHECK(parsed["diagnostics"][1]["help"].is_null());
  CHECK(parsed["summary"] == nlohmann::json{{"files", 36}, {"errors", 1}, {"warnings", 0}, {"notes", 1}});
  const Diagnostics bad = hostile();
  CHECK(nlohmann::json::parse(written(render_diagnostics_json, Findings{bad},
                                      DiagnosticOptions{}))["diagnostics"][0]["message"] == samples::kHostile);
}

TEST_CASE("findings as workflow commands") {
  const Diagnostics list = samples::findings();
  CHECK(written(render_diagnostics_github, Findings{list}, DiagnosticOptions{}) ==
        "::error file=records/self/示例.yaml,line=17,col=14,endColumn=24,title=HZ402::'H1' is closed before it was "
        "found%0Acheck both dates\n"
        "::notice file=a%3Ab%2Cc.yaml,title=HZ507::50 %25 done\n");
  const Diagnostics bad = hostile();
  const std::string output = written(render_diagnostics_github, Findings{bad}, DiagnosticOptions{});
  CHECK(std::count(output.begin(), output.end(), '\n') == 1);
  CHECK(output.find('\x1b') == std::string::npos);
  CHECK(output.find("file=a\\x1b[2J\\x0a%3A%3Aerror%3A%3Ax\\xff.yaml,") != std::string::npos);

  Diagnostics lines;
  Place& at = lines.add(samples::kNoPlan, {}, {"m", "m"}).place;
  at = place("p", 3, 5, 2, "");
  at.end_line = 4;
  CHECK(written(render_diagnostics_github, Findings{lines}, DiagnosticOptions{}) ==
        "::notice file=p,line=3,endLine=4,title=HZ507::m\n");
}
