// Text reports as people see them, to the byte.
#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "render/text.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using samples::written;

namespace {

std::string text(const Report& report, TextOptions options = {}) {
  return written(render_text, report, ReportOptions{options, {}});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What may stand in text output: lines of visible characters.
bool is_safe(const std::string& output) {
  for (std::size_t at = 0; at < output.size();) {
    const char32_t c = next_char(output, at);
    if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || is_bidi_control(c)) return false;
  }
  return true;
}

Report trend(int weeks) {
  Report report;
  Table table;
  table.name = "trend";
  table.columns = {{"week", {"Week", "周"}},
                   {"open", {"Open", "未销项"}, CellType::integer},
                   {"closure_rate", {"Closed", "销项率"}, CellType::rate}};
  for (int i = 0; i < weeks; ++i) {
    const Cell rate = i == 0 ? Cell() : Cell(std::int64_t{i} * 2500);
    table.rows.push_back({"2020-W" + std::to_string(14 + i), std::int64_t{i * 5}, rate});
  }
  report.tables.push_back(std::move(table));
  report.meta.as_of = from_ymd(2020, 4, 19);
  return report;
}

}  // namespace

TEST_CASE("columns stand below each other, wide characters too") {
  CHECK(text(samples::status()) ==
        "Status\n"
        "\n"
        "Unit             Note    Found  Overdue  Closed %              Days     Yuan  Latest      Esc.\n"
        "───────────────  ──────  ─────  ───────  ────────────────────  ────  ───────  ──────────  ────\n"
        "示例实验中学     a, \"b\"     12        3   75.00 %  ███████▌     3.5  12000.5  2020-04-07  ●\n"
        "Lakeside School              0        0       n/a               n/a\n"
        "───────────────  ──────  ─────  ───────  ────────────────────  ────  ───────  ──────────  ────\n"
        "Total                       12        3   75.00 %  ███████▌     3.5  12000.5\n"
        "\n"
        "As of 2020-04-19, campaign qingpu-2020, work tree (commit 0123456789, clean), hazcheck 0.1.0\n");
}

TEST_CASE("the same in Chinese, and plain") {
  CHECK(text(samples::status(), {.lang = Lang::zh, .plain = true}) ==
        "隐患现状\n"
        "\n"
        "单位             备注    隐患  逾期   销项率  天数  资金（元）  最近        上报\n"
        "---------------  ------  ----  ----  -------  ----  ----------  ----------  ----\n"
        "示例实验中学     a, \"b\"    12     3  75.00 %   3.5     12000.5  2020-04-07  *\n"
        "Lakeside School             0     0      n/a   n/a\n"
        "---------------  ------  ----  ----  -------  ----  ----------  ----------  ----\n"
        "合计                       12     3  75.00 %   3.5     12000.5\n"
        "\n"
        "截至 2020-04-19，专项 qingpu-2020，工作区（提交 0123456789，无改动），hazcheck 0.1.0\n");
}

TEST_CASE(
    "a narrow terminal loses the bar, then header lines, then extra columns, then the ends of texts, and says so") {
  CHECK(text(samples::status(), {.width = 80}) ==
        "Status\n"
        "\n"
        "Unit             Found  Overdue  Closed %  Days     Yuan  Latest      Esc.\n"
        "───────────────  ─────  ───────  ────────  ────  ───────  ──────────  ────\n"
        "示例实验中学        12        3   75.00 %   3.5  12000.5  2020-04-07  ●\n"
        "Lakeside School      0        0       n/a   n/a\n"
        "───────────────  ─────  ───────  ────────  ────  ───────  ──────────  ────\n"
        "Total               12        3   75.00 %   3.5  12000.5\n"
        "… not shown: Note (--format csv)\n"
        "\n"
        "As of 2020-04-19, campaign qingpu-2020, work tree (commit 0123456789, clean),\n"
        "hazcheck 0.1.0\n");
  CHECK(text(samples::status(), {.width = 50}) ==
        "Status\n"
        "\n"
        "                                Closed\n"
        "Unit           Found  Overdue        %  Days  Esc.\n"
        "─────────────  ─────  ───────  ───────  ────  ────\n"
        "示例实验中学      12        3  75.00 %   3.5  ●\n"
        "Lakeside Sch…      0        0      n/a   n/a\n"
        "─────────────  ─────  ───────  ───────  ────  ────\n"
        "Total             12        3  75.00 %   3.5\n"
        "… not shown: Note, Yuan, Latest (--format csv)\n"
        "\n"
        "As of 2020-04-19, campaign qingpu-2020, work tree\n"
        "(commit 0123456789, clean), hazcheck 0.1.0\n");
  Report many = samples::status();
  for (int i = 0; i < 9; ++i) {
    many.tables[0].columns.push_back({.name = "rare" + std::to_string(i), .header = {"Rare", "少用"}, .rare = true});
    many.tables[0].rows[0].push_back("x");
    many.tables[0].rows[1].push_back("x");
    many.tables[0].total->push_back({});
  }
  CHECK(text(many).find("… 9 more columns: --format csv\n") != std::string::npos);
  CHECK(text(many, {.lang = Lang::zh}).find("……另有 9 列未显示：--format csv\n") != std::string::npos);
}

TEST_CASE("prose breaks into lines where room is short, codes are never cut, and a pipe does neither") {
  Report report;
  Table table;
  table.columns = {{"id", {"Hazard", "隐患编号"}},
                   {.name = "description", .header = {"Description", "隐患描述"}, .wraps = true},
                   {"days", {"Days open so far", "未销项天数"}, CellType::integer}};
  table.rows = {{"bureau/sl-waiguoyu/H1", "走道堆放课桌椅，疏散门上锁，钥匙不在现场", std::int64_t{3}},
                {"self/a/H2", "short", std::int64_t{12}}};
  report.tables.push_back(table);
  report.meta.as_of = from_ymd(2020, 4, 19);
  CHECK(text(report, {.width = 46}) ==
        "                                          Days\n"
        "                                          open\n"
        "                                            so\n"
        "Hazard                 Description         far\n"
        "─────────────────────  ─────────────────  ────\n"
        "bureau/sl-waiguoyu/H1  走道堆放课桌椅，      3\n"
        "                       疏散门上锁，钥匙\n"
        "                       不在现场\n"
        "self/a/H2              short                12\n"
        "\n"
        "As of 2020-04-19\n");
  const std::string piped = text(report);
  CHECK(piped.find("走道堆放课桌椅，疏散门上锁，钥匙不在现场                 3\n") != std::string::npos);
  CHECK(piped.find("Days open so far\n") != std::string::npos);
}

TEST_CASE("codes read as what they stand for; a single row can stand upright") {
  Report report = samples::status();
  Table& table = report.tables[0];
  table.columns[0].label_of = [](std::string_view code, Lang lang) {
    return (lang == Lang::zh ? "叫" : "called ") + std::string(code);
  };
  CHECK(text(report).find("called 示例实验中学") != std::string::npos);
  table.rows.resize(1);
  table.upright = true;
  table.columns[5].rare = true;
  table.columns[7].hidden_in_text = true;
  CHECK(text(report, {.lang = Lang::zh}) ==
        "隐患现状\n"
        "\n"
        "单位        叫示例实验中学\n"
        "备注        a, \"b\"\n"
        "隐患                    12\n"
        "逾期                     3\n"
        "销项率             75.00 %  ███████▌\n"
        "天数                   3.5\n"
        "资金（元）         12000.5\n"
        "上报        ●\n"
        "\n"
        "截至 2020-04-19，专项 qingpu-2020，工作区（提交 0123456789，无改动），hazcheck 0.1.0\n");
}

TEST_CASE("no line exceeds the terminal while there is something to give, and a pipe loses nothing") {
  Report report = samples::one_cell(std::string(300, 'x') + "隐患");
  report.remarks.push_back(
      {"A remark that is longer than most terminals are wide, so that it must be wrapped.", "备注"});
  for (std::size_t width = 20; width < 200; width += 7)
    for (const std::string& line : lines_of(text(report, {.width = width}))) CHECK(columns(line) <= width);
  CHECK(text(report).find(std::string(300, 'x') + "隐患\n") != std::string::npos);
  CHECK(text(report, {.width = 40}).find("x…\n") != std::string::npos);
}

TEST_CASE("on a pipe one long cell is whole, and pads no other row to its length") {
  Report report;
  Table table;
  table.columns = {{"description", {"Description", "描述"}}, {"found", {"Found", "发现"}, CellType::integer}};
  const std::string story(5000, 'x');
  table.rows = {{Cell(story), Cell(std::int64_t{1})}, {Cell("short"), Cell(std::int64_t{2})}};
  report.tables.push_back(std::move(table));
  const std::string out = text(report);
  CHECK(out.find(story) != std::string::npos);
  for (const std::string& line : lines_of(out))
    if (line.find("xxx") == std::string::npos) CHECK(columns(line) < 300);
}

TEST_CASE("nothing that users wrote reaches the terminal raw") {
  Report report = samples::one_cell(samples::kHostile);
  report.title = {samples::kHostile, samples::kHostile};
  report.tables[0].title = report.title;
  report.tables[0].total = std::vector<Cell>{samples::kHostile, samples::kHostile};
  report.tables.push_back({.name = "empty", .when_empty = report.title});
  report.remarks.push_back(report.title);
  report.meta.campaign = report.meta.source = samples::kHostile;
  report.meta.left_out.push_back({samples::kHostile, report.title});
  for (const std::size_t width : {0, 30, 100})
    for (const Lang lang : {Lang::en, Lang::zh}) CHECK(is_safe(text(report, {.lang = lang, .width = width})));
  CHECK(text(report).find("H1") != std::string::npos);
}

TEST_CASE("line breaks in a cell stay on its line, those at the end go") {
  CHECK(text(samples::one_cell("one\ntwo\r\nthree\n")).find("H1  one↵two↵three\n") != std::string::npos);
  CHECK(text(samples::one_cell("a\tb")).find("H1  a b\n") != std::string::npos);
}

TEST_CASE("colour where it means something, and only when asked for") {
  Report report = samples::status();
  report.tables[0].columns[1] = {"status", {"Status", "状态"}};
  report.tables[0].rows[0][1] = std::string("closed");
  const std::string colored = text(report, {.lang = Lang::zh, .color = true});
  CHECK(colored.find("\x1b[31m3\x1b[0m") != std::string::npos);
  CHECK(colored.find("\x1b[31m0\x1b[0m") == std::string::npos);
  CHECK(colored.find("\x1b[32m已销项\x1b[0m") != std::string::npos);
  CHECK(colored.find("\x1b[1m单位\x1b[0m") != std::string::npos);
  CHECK(is_safe(text(report)));
}

TEST_CASE("a series of weeks gets sparklines") {
  CHECK(text(trend(5)) ==
        "Week      Open    Closed\n"
        "────────  ────  ────────────────────\n"
        "2020-W14     0       n/a\n"
        "2020-W15     5   25.00 %  ██▌\n"
        "2020-W16    10   50.00 %  █████\n"
        "2020-W17    15   75.00 %  ███████▌\n"
        "2020-W18    20  100.00 %  ██████████\n"
        "\n"
        "Open    ▁▃▅▆█  0–20\n"
        "Closed   ▃▅▆█  0–100 %\n"
        "\n"
        "As of 2020-04-19\n");
  CHECK(text(trend(60), {.width = 60}).find("0–295, last 28 weeks\n") != std::string::npos);
  CHECK(text(trend(5), {.plain = true}).find("▁") == std::string::npos);
}

TEST_CASE("a table without rows says so in its own words") {
  Report report = samples::status();
  report.tables[0].rows.clear();
  CHECK(text(report).find("Status\n\n(none)\n\nAs of") == 0);
  report.tables[0].when_empty = {"no hazards", "没有隐患"};
  report.tables[0].title = {"Ledger", "台账"};
  CHECK(text(report, {.lang = Lang::zh}).find("隐患现状\n\n台账\n没有隐患\n\n截至") == 0);
}

TEST_CASE("what was left out stands before the figures") {
  Report report = samples::one_cell("x");
  report.meta.left_out = {{"self/a/H1", {"closed before found", "销项早于发现"}},
                          {"records/self/b.yaml", {"unreadable", "无法读取"}}};
  CHECK(text(report).find("Left out because of errors (2):\n  self/a/H1: closed before found\n") == 0);
  CHECK(text(report, {.lang = Lang::zh}).find("有 2 处存在错误，未计入：\n  self/a/H1：销项早于发现\n") == 0);
}

TEST_CASE("what a report was made from") {
  Meta meta = samples::meta();
  meta.from = from_ymd(2020, 4, 13);
  meta.to = meta.as_of;
  meta.clean = false;
  CHECK(made_from(meta, Lang::en) ==
        "As of 2020-04-19, period 2020-04-13 to 2020-04-19, campaign qingpu-2020, work tree (commit 0123456789, with "
        "uncommitted changes), hazcheck 0.1.0");
  meta.source = "HEAD~3";
  meta.clean.reset();
  meta.from.reset();
  CHECK(made_from(meta, Lang::zh) ==
        "截至 2020-04-19，专项 qingpu-2020，版本 HEAD~3（提交 0123456789），hazcheck 0.1.0");
  meta.source = "work tree";
  meta.commit.clear();
  CHECK(made_from(meta, Lang::en) == "As of 2020-04-19, campaign qingpu-2020, work tree, hazcheck 0.1.0");
}
