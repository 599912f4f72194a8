// CSV: quoting, the contract of cells, --excel, and reading it back.
#include <catch2/catch.hpp>

#include "render/csv.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using samples::written;

namespace {

// A reader of RFC 4180, as plain as the standard.
std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  while (at < text.size()) {
    auto& row = rows.emplace_back();
    while (true) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          REQUIRE(at < text.size());
          if (text[at] == '"' && text.substr(at).starts_with("\"\"")) ++at;
          else if (text[at] == '"') break;
          cell += text[at];
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\n' && text[at] != '\r') cell += text[at++];
      }
      row.push_back(cell);
      REQUIRE(at < text.size());
      if (text[at] == ',') {
        ++at;
        continue;
      }
      if (text[at] == '\r') ++at;
      REQUIRE(text[at] == '\n');
      ++at;
      break;
    }
  }
  return rows;
}

std::string cell(std::string_view text, bool excel = false) {
  std::string out;
  append_csv_text(out, text, excel);
  return out;
}

}  // namespace

TEST_CASE("a report's first table as CSV") {
  ReportOptions options;
  CHECK(written(render_csv, samples::status(), options) ==
        "unit_title,note,found,overdue,closure_rate,mean_days_to_close,funding,latest,escalated\n"
        "示例实验中学,\"a, \"\"b\"\"\",12,3,75.00,3.5,12000.5,2020-04-07,1\n"
        "Lakeside School,,0,0,,,,,0\n");
  options.csv.header = Lang::zh;
  CHECK(written(render_csv, samples::status(), options)
            .starts_with("单位,备注,隐患,逾期,销项率,天数,资金（元）,最近,上报\n"));
}

TEST_CASE("only the first table, and never the total") {
  Report report = samples::status();
  report.tables.push_back(report.tables.front());
  const auto rows = parse_csv(written(render_csv, report, ReportOptions{}));
  CHECK(rows.size() == 3);
}

TEST_CASE("cells are quoted where they must be") {
  CHECK(cell("plain text") == "plain text");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(cell("\"") == "\"\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
  CHECK(cell("cr\r") == "\"cr\r\"");
  CHECK(cell(" lead") == "\" lead\"");
  CHECK(cell("trail\t") == "\"trail\t\"");
  CHECK(cell("全角，不用引号") == "全角，不用引号");
  CHECK(cell("12345678,") == "\"12345678,\"");
  CHECK(cell("").empty());
}

TEST_CASE("--excel disarms formulas in text cells only") {
  for (const char* start : {"=1+1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a"}) {
    CHECK(cell(start, true) == std::string("'") + start);
    CHECK(cell(start, false) == start);
  }
  CHECK(cell("\tx", true) == "\"'\tx\"");
  CHECK(cell("\rx", true) == "\"'\rx\"");
  CHECK(cell("=a,b", true) == "\"'=a,b\"");
  CHECK(cell("a=1", true) == "a=1");

  ReportOptions options;
  options.csv.excel = true;
  Report report = samples::one_cell("=1");
  report.tables[0].columns.push_back({"n", {"N", "数"}, CellType::integer});
  report.tables[0].rows[0].push_back(std::int64_t{-5});
  CHECK(written(render_csv, report, options) == "\xEF\xBB\xBFid,text,n\r\nH1,'=1,-5\r\n");
}

TEST_CASE("whatever a text holds comes back whole") {
  const std::vector<std::string> texts{
      samples::kHostile, "a\r\nb\n", "\"\"", ",", "示例，“引号”", " ", "'", "=x", "", "\r"};
  for (const std::string& text : texts) {
    const auto rows = parse_csv(written(render_csv, samples::one_cell(text), ReportOptions{}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1] == std::vector<std::string>{"H1", text});
  }
}

TEST_CASE("a row of one empty cell is still a row") {
  const std::vector<Column> columns{{"only", {"Only", "唯一"}}};
  std::ostringstream out;
  CsvWriter csv(out, columns);
  csv.row(std::vector<Cell>{std::monostate{}});
  csv.row(std::vector<Cell>{std::string()});
  csv.flush();
  CHECK(out.str() == "only\n\"\"\n\"\"\n");
}

TEST_CASE("a writer takes cells one by one, and stops at a broken stream") {
  const std::vector<Column> columns{
      {"a", {}, CellType::text}, {"b", {}, CellType::money}, {"c", {}, CellType::date}, {"d", {}, CellType::flag}};
  std::ostringstream out;
  {
    CsvWriter csv(out, columns);
    csv.text("x,y");
    csv.figure(150);
    csv.date(from_ymd(2020, 2, 29));
    csv.empty();
    CHECK(csv.end_row());
  }
  CHECK(out.str() == "a,b,c,d\n\"x,y\",1.5,2020-02-29,\n");

  std::ostringstream broken;
  broken.setstate(std::ios::badbit);
  CsvWriter csv(broken, columns);
  const std::vector<Cell> row{std::string(5000, 'x'), std::monostate{}, std::monostate{}, std::monostate{}};
  bool going = true;
  for (int i = 0; i < 100 && going; ++i) going = csv.row(row);
  CHECK_FALSE(going);
}
