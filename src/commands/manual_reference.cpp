// The pages of rules and figures, and the columns of reports. Must take every word from the rows that do the work.
#include <algorithm>

#include "commands/manual_pages.hpp"
#include "model/model.hpp"
#include "render/explain.hpp"
#include "rules/rule.hpp"
#include "status/figures.hpp"
#include "views/ledger.hpp"
#include "views/reports.hpp"
#include "views/summary.hpp"

namespace hazcheck {
namespace {

struct Family {
  char digit;
  Label title;
};
constexpr Family kFamilies[] = {
    {'0', {"YAML", "YAML 写法"}},   {'1', {"SHAPE", "结构与类型"}}, {'2', {"IDENTITY", "代码与归属"}},
    {'3', {"ANSWERS", "作答"}},     {'4', {"TIME", "时间"}},        {'5', {"CLOSED LOOP", "整改闭环"}},
    {'7', {"HISTORY", "提交历史"}},
};

void append_example(ManualPage& page, const Label& head, const Example& example, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string text;
  for (const std::string& line : lines_of(example)) text += (text.empty() ? "" : "\n") + line;
  page.paragraph(std::string(head.in(lang)) + (zh ? "（" : " (") + std::string(title_of(example.of).in(lang)) +
                 (zh ? "）：" : "):"));
  page.literal(text);
}

void append_figure(ManualPage& page, const Figure& f, Lang lang) {
  constexpr Label kKinds[] = {{"", ""}, {"percent", "百分比"}, {"days", "天"}, {"", ""}};
  const std::string_view kind = kKinds[static_cast<std::size_t>(f.kind)].in(lang);
  std::string text(f.name.in(lang));
  if (!kind.empty()) text += lang == Lang::zh ? "（" + std::string(kind) + "）" : " (" + std::string(kind) + ")";
  text += lang == Lang::zh ? "：" : ": ";
  page.entry(f.key, text + std::string(f.formula.in(lang)));
}

void append_scope(ManualPage& page, FigureScope scope, Lang lang) {
  for (std::span<const Figure> list : {status_figures(), other_figures()})
    for (const Figure& f : list)
      if (f.scope == scope) append_figure(page, f, lang);
}

struct ScopeHead {
  FigureScope scope;
  Label head;
};
constexpr ScopeHead kScopes[] = {
    {FigureScope::day, {"FIGURES OF A DAY", "截至当日的指标"}},
    {FigureScope::hazard, {"FIGURES OF A HAZARD", "单条隐患的指标"}},
    {FigureScope::period, {"FIGURES OF A PERIOD", "一段时间的指标"}},
    {FigureScope::coverage, {"FIGURES OF COVERAGE", "覆盖情况的指标"}},
    {FigureScope::accuracy, {"FIGURES OF ACCURACY", "漏查情况的指标"}},
};

// The columns as the view itself makes them, from a register without anything in it.
void append_columns(ManualPage& page, std::string_view command, Lang lang) {
  const Model empty;
  const Timelines none;
  Request request{.model = empty, .timelines = none, .as_of = from_ymd(2020, 5, 18), .lang = lang};
  Report report;
  if (command == "status") {
    report = summary(request);
  } else if (command == "list") {
    report = ledger(request);
  } else if (const ReportInfo* info = command.starts_with("report ") ? find_report(command.substr(7)) : nullptr;
             info != nullptr && info->arguments.empty()) {
    Result<Report> made = info->make(request);
    if (!made) return;
    report = std::move(*made);
  }
  if (report.tables.empty()) return;
  page.heading(lang == Lang::zh ? "列" : "COLUMNS");
  page.paragraph(lang == Lang::zh
                     ? "CSV 和 JSON 总是这些列，顺序不变；用 `--by` 时其前另有分组的列。"
                     : "CSV and JSON always have these, in this order, with the columns of `--by` before them.");
  for (const Column& c : report.tables.front().columns) page.entry(c.name, c.header.in(lang));
}

}  // namespace

void rules_page(ManualPage& page, Lang lang) {
  const bool zh = lang == Lang::zh;
  page.heading(zh ? "说明" : "DESCRIPTION");
  page.paragraph(
      zh ? "规则代码永久不变。严重程度为错误、警告或提示；`--strict` 把警告当作错误，提示不变。`hazcheck explain 代码` 单独显示一条。"
         : "Codes are permanent. A finding is an error, a warning or a note; `--strict` makes warnings errors, never notes. `hazcheck explain CODE` shows one rule.");
  char family = 0;
  for (const RuleInfo* rule : all_rules()) {
    if (rule->code[2] != family) {
      family = rule->code[2];
      for (const Family& f : kFamilies)
        if (f.digit == family) page.heading(f.title.in(lang));
    }
    page.subheading(std::string(rule->code) + " " + std::string(rule->name) + (zh ? "（" : " (") +
                    std::string(label_of(rule->severity).in(lang)) + (zh ? "）" : ")"));
    page.paragraph(rule->summary.in(lang));
    page.paragraph(rule->why.in(lang));
    append_example(page, {"Wrong", "错误示例"}, rule->bad, lang);
    append_example(page, {"Right", "正确示例"}, rule->good, lang);
  }
  page.heading(zh ? "另见" : "SEE ALSO");
  page.paragraph("hazcheck-validate(1), hazcheck-explain(1), hazcheck-record(5), hazcheck-yaml(5)");
}

void figures_page(ManualPage& page, Lang lang) {
  const bool zh = lang == Lang::zh;
  page.heading(zh ? "说明" : "DESCRIPTION");
  page.prose(
      zh ? "指标都以某一天为准（`--as-of`，默认今天），只看当日及以前的事件；各报表共用同一算法。比率为百分比，保留两位小数，四舍五入；分母为 0 时无此值（文本为 n/a，CSV 为空，JSON 为 null）。\n\n"
           "`hazcheck status --explain 指标` 逐条列出计入与未计入的隐患及原因。\n"
         : "Every figure is one of a day, that of `--as-of` (today by default): only events dated by then count, and every report takes it from the same place. "
           "Rates are percent with two decimals, rounded half up; with a denominator of 0 there is none (n/a in text, empty in CSV, null in JSON).\n\n"
           "`hazcheck status --explain FIGURE` lists the hazards that a figure counts and those it leaves out, each with its reason.\n");
  for (const ScopeHead& s : kScopes) {
    page.heading(s.head.in(lang));
    append_scope(page, s.scope, lang);
  }
  page.heading(zh ? "另见" : "SEE ALSO");
  page.paragraph("hazcheck-status(1), hazcheck-list(1), hazcheck-report(1), hazcheck-explain(1)");
}

void append_figures(ManualPage& page, std::string_view command, Lang lang) {
  append_columns(page, command, lang);
  const std::string own = "hazcheck-" + std::string(command) + "(1)";
  for (const ScopeHead& s : kScopes) {
    if (manual_page(s.scope) != own) continue;
    page.heading(s.head.in(lang));
    append_scope(page, s.scope, lang);
  }
}

}  // namespace hazcheck
