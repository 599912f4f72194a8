// JSON of reports and its writer, read back by a parser that is not ours.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "render/json.hpp"
#include "render/json_writer.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using nlohmann::json;
using samples::written;

namespace {
std::string json_of(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}
}  // namespace

TEST_CASE("strings are escaped for parsers and terminals, and come back whole") {
  CHECK(json_of("示例 \"a\"\\") == "\"示例 \\\"a\\\"\\\\\"");
  CHECK(json_of("\n\r\t\x1b\x7f") == "\"\\n\\r\\t\\u001b\\u007f\"");
  CHECK(json_of("\xC2\x85\xE2\x80\xAE\xE2\x80\xA8\xEF\xBB\xBF") == "\"\\u0085\\u202e\\u2028\\ufeff\"");
  CHECK(json_of("a\xFF"
                "b") == "\"a�b\"");
  for (const std::string& text : {samples::kHostile, std::string("\0x", 2), std::string("👩\xE2\x80\x8D🔧")})
    CHECK(json::parse(json_of(text)).get<std::string>() == text);
}

TEST_CASE("a report as JSON, to the byte") {
  Report report = samples::status();
  report.tables.push_back(samples::one_cell("x").tables[0]);
  report.tables[1].name = "closed";
  report.meta.from = from_ymd(2020, 4, 13);
  report.meta.left_out.push_back({"records/self/a.yaml", {"broken", "有误"}});
  CHECK(written(render_json, report, ReportOptions{}) == R"({
  "meta": {
    "command": "status",
    "as_of": "2020-04-19",
    "campaign": "qingpu-2020",
    "source": "work tree",
    "commit": "0123456789abcdef0123456789abcdef01234567",
    "clean": true,
    "version": "0.1.0",
    "from": "2020-04-13",
    "to": null,
    "left_out": [
      {"what": "records/self/a.yaml", "why": "broken"}
    ]
  },
  "rows": [
    {"unit_title": "示例实验中学", "note": "a, \"b\"", "found": 12, "overdue": 3, "closure_rate": 75.00, "mean_days_to_close": 3.5, "funding": 12000.5, "latest": "2020-04-07", "escalated": 1},
    {"unit_title": "Lakeside School", "note": null, "found": 0, "overdue": 0, "closure_rate": null, "mean_days_to_close": null, "funding": null, "latest": null, "escalated": 0}
  ],
  "closed": [
    {"id": "H1", "text": "x"}
  ]
}
)");
}

TEST_CASE("types survive a parser") {
  const json parsed = json::parse(written(render_json, samples::status(), ReportOptions{}));
  const json& row = parsed["rows"][0];
  CHECK(row["found"].is_number_integer());
  CHECK(row["closure_rate"].is_number());
  CHECK(row["funding"].get<double>() == 12000.5);
  CHECK(row["latest"] == "2020-04-07");
  CHECK(parsed["rows"][1]["closure_rate"].is_null());
  CHECK(parsed["meta"]["left_out"].empty());
}

TEST_CASE("no rows, no commit, hostile cells") {
  Report report = samples::one_cell(samples::kHostile);
  CHECK(json::parse(written(render_json, report, ReportOptions{}))["rows"][0]["text"] == samples::kHostile);
  report.tables[0].rows.clear();
  report.meta.commit.clear();
  report.meta.clean.reset();
  const json parsed = json::parse(written(render_json, report, ReportOptions{}));
  CHECK(parsed["rows"] == json::array());
  CHECK(parsed["meta"]["commit"].is_null());
  CHECK(parsed["meta"]["clean"].is_null());
}
