// The registry of formats, and the pages of rules.
#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "render/explain.hpp"
#include "render/formats.hpp"
#include "render_samples.hpp"

using namespace hazcheck;
using samples::written;

TEST_CASE("formats are found by name, and slips are understood") {
  CHECK(names_of(report_formats()) == std::vector<std::string_view>{"text", "csv", "json"});
  CHECK(names_of(diagnostic_formats()) == std::vector<std::string_view>{"text", "json", "sarif", "github"});
  CHECK(find_report_format("csv") == &report_formats()[1]);
  CHECK(find_report_format("sarif") == nullptr);
  CHECK(did_you_mean("jsn", names_of(report_formats())) == "json");
  CHECK(did_you_mean("sarrif", names_of(diagnostic_formats())) == "sarif");
}

TEST_CASE("every format shows every sample") {
  const Diagnostics list = samples::findings();
  for (const ReportFormat& format : report_formats())
    CHECK_FALSE(written(format.render, samples::status(), ReportOptions{}).empty());
  for (const DiagnosticFormat& format : diagnostic_formats())
    CHECK_FALSE(written(format.render, Findings{list, 1, samples::kRules, "0"}, DiagnosticOptions{}).empty());
}

TEST_CASE("a rule's page") {
  CHECK(written(render_rule, samples::kClosedEarly, TextOptions{}) ==
        "HZ402 closed-before-found (error)\n"
        "a hazard is closed before it was found\n"
        "\n"
        "Nothing can be closed before anybody has seen it. One of the two dates is a\n"
        "slip.\n"
        "\n"
        "Wrong (the log of a hazard):\n"
        "\n"
        "    - {date: 2020-04-01, event: closed, by: 赵敏}\n"
        "\n"
        "Right (the log of a hazard):\n"
        "\n"
        "    - {date: 2020-04-17, event: closed, by: 赵敏}\n");
  CHECK(written(render_rule, samples::kClosedEarly, TextOptions{.lang = Lang::zh, .width = 30}) ==
        "HZ402 closed-before-found（错误）\n"
        "隐患在发现之前已销项\n"
        "\n"
        "没有发现就无从销项，两个日期中\n"
        "必有一个写错。\n"
        "\n"
        "错误示例（隐患的 log 之下）：\n"
        "\n"
        "    - {date: 2020-04-01, event: closed, by: 赵敏}\n"
        "\n"
        "正确示例（隐患的 log 之下）：\n"
        "\n"
        "    - {date: 2020-04-17, event: closed, by: 赵敏}\n");
}

TEST_CASE("an example that holds what it warns of is shown safely") {
  RuleInfo rule = samples::kClosedEarly;
  rule.bad = {ExampleOf::record, "a:\tb\x1b\n\nc: \xE2\x80\xAE\n"};
  CHECK(written(render_rule, rule, TextOptions{}).find("    a:\\x09b\\x1b\n\n    c: \\u202e\n") != std::string::npos);
}

TEST_CASE("the list of rules") {
  CHECK(written(render_rule_list, std::span<const RuleInfo* const>(samples::kRules), TextOptions{.lang = Lang::zh}) ==
        "HZ402  错误  closed-before-found  隐患在发现之前已销项\n"
        "HZ507  提示  no-plan              隐患尚无整改计划\n");
}
