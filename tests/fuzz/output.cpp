// The renderers alone, with cells and messages of arbitrary bytes. CSV gives back every cell that is UTF-8 as it was,
// JSON and SARIF are read by another parser, text for people holds no control character. Zero bytes part the pieces.
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/text.hpp"
#include "parsers.hpp"
#include "render/formats.hpp"
#include "render/render_samples.hpp"
#include "target.hpp"

namespace hazcheck::fuzz {
namespace {

std::vector<std::string> pieces_of(std::string_view bytes) {
  std::vector<std::string> out(1);
  for (const char c : bytes) {
    if (c == '\0' && out.size() < 64) out.emplace_back();
    else out.back() += c;
  }
  return out;
}

std::string rendered(std::string_view format, const Report& report, const ReportOptions& options) {
  std::ostringstream out;
  find_report_format(format)->render(report, options, out);
  return out.str();
}

Report report_of(const std::vector<std::string>& pieces) {
  Report r;
  r.meta = samples::meta();
  r.title = {pieces[0], pieces[0]};
  r.meta.source = pieces.back();
  r.remarks.push_back({pieces.back(), pieces.back()});
  Table t;
  t.name = "rows";
  t.columns = {{"a", {"A", "甲"}},
               {"n", {"N", "数"}, CellType::integer},
               {"b", {"B", "乙"}, CellType::text, true},
               {"w", {"W", "丙"}}};
  t.columns.back().wraps = true;
  for (std::size_t i = 0; i < pieces.size(); i += 3) {
    const auto cell = [&](std::size_t at) { return at < pieces.size() ? Cell(pieces[at]) : Cell(); };
    t.rows.push_back({cell(i), static_cast<std::int64_t>(i), cell(i + 1), cell(i + 2)});
  }
  r.tables.push_back(std::move(t));
  return r;
}

std::string text_in(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? std::string() : *text;
}

void check_csv(const Report& report) {
  const CsvRows rows = parse_csv(rendered("csv", report, {}), "\n");
  const std::string excel = rendered("csv", report, {.text = {}, .csv = {Lang::zh, true}});
  if (!excel.starts_with("\xEF\xBB\xBF")) wrong("no byte order mark with --excel");
  const CsvRows safe = parse_csv(std::string_view(excel).substr(3), "\r\n");
  if (rows.size() != report.tables[0].rows.size() + 1 || safe.size() != rows.size())
    wrong("CSV: another number of rows");
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (const std::size_t c : {0U, 2U, 3U}) {
      const std::string text = text_in(report.tables[0].rows[r - 1][c]);
      if (rows[r][c] != text) wrong("CSV: a cell is not as it was", rows[r][c]);
      const std::string& cell = safe[r][c];
      if (cell != text && cell != "'" + text) wrong("CSV: --excel changes more than it says", cell);
      for (std::string_view sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"})
        if (cell.starts_with(sign)) wrong("CSV: a formula reaches the spreadsheet", cell);
    }
}

void check_reports(const std::vector<std::string>& pieces) {
  const Report report = report_of(pieces);
  check_csv(report);
  for (const Lang lang : {Lang::en, Lang::zh})
    for (const std::size_t width : {std::size_t{0}, std::size_t{40}, std::size_t{120}})
      check_plain_text(rendered("text", report, {.text = {lang, width, false, false}, .csv = {}}));
  const std::string json = rendered("json", report, {});
  check_json(json);
  const nlohmann::json parsed = nlohmann::json::parse(json);
  for (std::size_t r = 0; r < report.tables[0].rows.size(); ++r) {
    const std::string text = text_in(report.tables[0].rows[r][0]);
    const nlohmann::json& cell = parsed["rows"][r]["a"];
    if (first_invalid_utf8(text) == kValidUtf8 && (cell.is_null() ? "" : cell.get<std::string>()) != text)
      wrong("JSON: a cell is not as it was");
  }
}

void check_findings(const std::vector<std::string>& pieces) {
  Diagnostics list;
  for (const std::string& piece : pieces) {
    Diagnostic& d = list.add(samples::kClosedEarly, {}, {piece, piece}, {piece, piece});
    const std::size_t length = count_chars(piece);
    d.place = samples::place(piece, 1 + length % 7, 1 + length / 3, 2 + length / 2, piece);
    d.notes.push_back({{}, {piece, piece}, d.place});
  }
  const Findings findings{list, 1, samples::kRules, "0"};
  for (const DiagnosticFormat& format : diagnostic_formats())
    for (const bool excerpt : {true, false}) {
      std::ostringstream out;
      format.render(findings, {Lang::zh, false, excerpt ? 60U : 0U, excerpt}, out);
      if (format.name == "json" || format.name == "sarif") check_json(out.str());
      else check_plain_text(out.str());
    }
}

}  // namespace
}  // namespace hazcheck::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hazcheck;
  const std::vector<std::string> pieces = fuzz::pieces_of(fuzz::view_of(data, size));
  fuzz::check_reports(pieces);
  fuzz::check_findings(pieces);
  return 0;
}
