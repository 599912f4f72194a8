// Small reports and findings that the renderer tests share, hostile ones among them.
#pragma once
#include <sstream>
#include <string>

#include "render/options.hpp"
#include "views/table.hpp"

namespace hazcheck::samples {

// Text that would clear a screen, reverse a line, break a row, and be taken for a formula.
inline const std::string kHostile = "=1+1 \x1b[2J\xE2\x80\xAE\"a\",b\r\nc\xC2\x85";

inline Meta meta() {
  Meta m;
  m.command = "status";
  m.as_of = from_ymd(2020, 4, 19);
  m.campaign = "qingpu-2020";
  m.source = "work tree";
  m.commit = "0123456789abcdef0123456789abcdef01234567";
  m.clean = true;
  m.version = "0.1.0";
  return m;
}

// Every type of cell, a total, wide characters, an extra column.
inline Report status() {
  Report r;
  r.title = {"Status", "隐患现状"};
  Table t;
  t.name = "status";
  t.columns = {{"unit_title", {"Unit", "单位"}, CellType::text},
               {"note", {"Note", "备注"}, CellType::text, true},
               {"found", {"Found", "隐患"}, CellType::integer},
               {"overdue", {"Overdue", "逾期"}, CellType::integer},
               {"closure_rate", {"Closed %", "销项率"}, CellType::rate},
               {"mean_days_to_close", {"Days", "天数"}, CellType::days},
               {"funding", {"Yuan", "资金（元）"}, CellType::money, true},
               {"latest", {"Latest", "最近"}, CellType::date, true},
               {"escalated", {"Esc.", "上报"}, CellType::flag}};
  t.rows = {{std::string("示例实验中学"), std::string("a, \"b\""), std::int64_t{12}, std::int64_t{3},
             std::int64_t{7500}, std::int64_t{350}, std::int64_t{1200050}, from_ymd(2020, 4, 7), std::int64_t{1}},
            {std::string("Lakeside School"), std::monostate{}, std::int64_t{0}, std::int64_t{0}, std::monostate{},
             std::monostate{}, std::monostate{}, std::monostate{}, std::int64_t{0}}};
  t.total =
      std::vector<Cell>{std::monostate{},  std::monostate{},      std::int64_t{12}, std::int64_t{3}, std::int64_t{7500},
                        std::int64_t{350}, std::int64_t{1200050}, std::monostate{}, std::monostate{}};
  r.tables.push_back(std::move(t));
  r.meta = meta();
  return r;
}

// One text column and one row.
inline Report one_cell(const std::string& text) {
  Report r;
  Table t;
  t.name = "rows";
  t.columns = {{"id", {"Id", "编号"}}, {"text", {"Text", "文字"}}};
  t.rows = {{std::string("H1"), text}};
  r.tables.push_back(std::move(t));
  r.meta = meta();
  return r;
}

inline constexpr RuleInfo kClosedEarly{
    "HZ402",
    "closed-before-found",
    Severity::error,
    {"a hazard is closed before it was found", "隐患在发现之前已销项"},
    {"Nothing can be closed before anybody has seen it. One of the two dates is a slip.",
     "没有发现就无从销项，两个日期中必有一个写错。"},
    {ExampleOf::log, "- {date: 2020-04-01, event: closed, by: 赵敏}\n"},
    {ExampleOf::log, "- {date: 2020-04-17, event: closed, by: 赵敏}\n"}};
inline constexpr RuleInfo kNoPlan{"HZ507",
                                  "no-plan",
                                  Severity::note,
                                  {"a hazard has no plan yet", "隐患尚无整改计划"},
                                  {"Why.", "原因。"},
                                  {ExampleOf::hazard, "id: H1\n"},
                                  {ExampleOf::hazard, "id: H1\nplan: {}\n"}};
inline constexpr const RuleInfo* kRules[] = {&kClosedEarly, &kNoPlan};

inline Place place(std::string path, std::size_t line, std::size_t column, std::size_t end_column, std::string text) {
  return {std::move(path), line, column, line, end_column, std::move(text)};
}

// An error with help and a note, and a note on a file without a line.
inline Diagnostics findings() {
  Diagnostics list;
  Diagnostic& d = list.add(kClosedEarly, {}, say("'{}' is closed before it was found", "'{}' 在发现之前已销项", "H1"),
                           {"check both dates", "核对两个日期"});
  d.place = place("records/self/示例.yaml", 17, 14, 24, "      - {消防: 2020-04-01, event: closed}");
  RelatedNote& note = d.notes.emplace_back();
  note.message = {"found here", "发现日期在此"};
  note.place = place("records/self/示例.yaml", 9, 5, 10, "\tfound: 2020-04-07");
  note.place.column = 2;
  note.place.end_column = 7;
  list.add(kNoPlan, {}, {"50 % done", "完成 50 %"}).place.path = "a:b,c.yaml";
  return list;
}

template <class Render, class... Args>
std::string written(Render render, const Args&... args) {
  std::ostringstream out;
  render(args..., out);
  return out.str();
}

}  // namespace hazcheck::samples
