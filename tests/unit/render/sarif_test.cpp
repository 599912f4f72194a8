// SARIF: the fields that 2.1.0 requires and that code scanning reads.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "render/sarif.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using nlohmann::json;

namespace {
json log_of(const Diagnostics& list, Lang lang = Lang::en) {
  return json::parse(samples::written(render_diagnostics_sarif, Findings{list, 36, samples::kRules, "0.1.0"},
                                      DiagnosticOptions{.lang = lang}));
}
}  // namespace

TEST_CASE("a log has one run with the tool and its rules") {
  const json log = log_of(samples::findings());
  CHECK(log["version"] == "2.1.0");
  REQUIRE(log["runs"].size() == 1);
  const json& run = log["runs"][0];
  const json& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "hazcheck");
  CHECK(driver["version"] == "0.1.0");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["originalUriBaseIds"].contains("SRCROOT"));
  REQUIRE(driver["rules"].size() == 2);
  const json& rule = driver["rules"][0];
  CHECK(rule["id"] == "HZ402");
  CHECK(rule["name"] == "closed-before-found");
  CHECK(rule["shortDescription"]["text"] == "a hazard is closed before it was found");
  CHECK(rule["fullDescription"]["text"].get<std::string>().starts_with("Nothing can be closed"));
  CHECK(rule["defaultConfiguration"]["level"] == "error");
  CHECK(rule["help"]["text"].get<std::string>().find("- {date: 2020-04-01") != std::string::npos);
  CHECK(rule["help"]["markdown"].get<std::string>().find("```yaml\n- {date: 2020-04-17") != std::string::npos);
}

TEST_CASE("the other language is a translation of the same rules") {
  for (const Lang lang : {Lang::en, Lang::zh}) {
    const json log = log_of(samples::findings(), lang);
    const json& run = log["runs"][0];
    const json& other = run["translations"][0];
    CHECK(run["tool"]["driver"]["language"] == (lang == Lang::en ? "en-US" : "zh-CN"));
    CHECK(other["language"] == (lang == Lang::en ? "zh-CN" : "en-US"));
    CHECK(other["associatedComponent"]["name"] == "hazcheck");
    CHECK(other["translationMetadata"].contains("name"));
    CHECK(other["rules"].size() == run["tool"]["driver"]["rules"].size());
  }
}

TEST_CASE("results point at their rules and places") {
  const json log = log_of(samples::findings());
  const json& results = log["runs"][0]["results"];
  REQUIRE(results.size() == 2);
  const json& first = results[0];
  CHECK(first["ruleId"] == "HZ402");
  CHECK(first["ruleIndex"] == 0);
  CHECK(first["level"] == "error");
  CHECK(first["message"]["text"] == "'H1' is closed before it was found\ncheck both dates");
  CHECK(first["properties"]["messages"]["zh"] == "'H1' 在发现之前已销项");
  const json& physical = first["locations"][0]["physicalLocation"];
  CHECK(physical["artifactLocation"] ==
        json{{"uri", "records/self/%E7%A4%BA%E4%BE%8B.yaml"}, {"uriBaseId", "SRCROOT"}});
  CHECK(physical["region"] == json{{"startLine", 17}, {"startColumn", 14}, {"endLine", 17}, {"endColumn", 24}});
  CHECK(first["relatedLocations"][0]["message"]["text"] == "found here");
  CHECK(first["relatedLocations"][0]["id"] == 1);
  CHECK_FALSE(results[1]["locations"][0]["physicalLocation"].contains("region"));
  CHECK(results[1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%3Ab%2Cc.yaml");
}

TEST_CASE("odd paths, unlisted rules, text that looks like a link") {
  Diagnostics list;
  RuleInfo unlisted = samples::kNoPlan;
  unlisted.code = "HZ999";
  list.add(unlisted, {}, {"'[x](http://example.org)' " + samples::kHostile, ""}).place.path = "a b\xFF%#.yaml";
  list.add(samples::kNoPlan, {}, {"no place", ""});
  const json log = log_of(list);
  const json& results = log["runs"][0]["results"];
  CHECK_FALSE(results[0].contains("ruleIndex"));
  CHECK(results[0]["message"]["text"].get<std::string>().starts_with("'\\[x\\](http"));
  CHECK(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b%FF%25%23.yaml");
  CHECK_FALSE(results[1].contains("locations"));
  CHECK(log_of(Diagnostics{})["runs"][0]["results"] == json::array());
}
