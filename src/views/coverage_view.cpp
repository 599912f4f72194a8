// Coverage of rounds as tables. Must not count: status/coverage.hpp does.
#include "views/coverage_view.hpp"

#include "status/coverage.hpp"
#include "status/figures.hpp"
#include "views/figure_columns.hpp"

namespace hazcheck {
namespace {

Column plain(std::string_view name, Label header, CellType type = CellType::text) {
  return {std::string(name), header, type};
}

Column round_column(const Model& model) {
  Column column = plain("round", {"Round", "检查轮次"});
  column.label_of = [&model](std::string_view code, Lang lang) { return title_of(GroupKey::round, model, code, lang); };
  return column;
}

Table rounds_table(const Request& request, const std::vector<RoundCoverage>& rounds) {
  Table table;
  table.name = "coverage";
  table.when_empty = say("no rounds", "没有检查轮次");
  table.columns = {round_column(request.model), plain("window_from", {"From", "窗口开始"}, CellType::date),
                   plain("window_to", {"To", "窗口截止"}, CellType::date)};
  for (std::string_view key : {"units_expected", "units_recorded", "units_complete", "coverage", "items_applicable",
                               "items_answered", "item_coverage", "late"})
    table.columns.push_back(column_of(FigureScope::coverage, key));
  for (std::size_t i : {1U, 2U, 4U}) table.columns[i].extra = 1;
  for (const RoundCoverage& r : rounds)
    table.rows.push_back({words(r.round->id.value), day(r.round->from.day), day(r.round->to.day), r.units_expected,
                          r.units_recorded, r.units_complete, figure(rate_of(r.units_complete, r.units_expected)),
                          r.items_applicable, r.items_answered, figure(rate_of(r.items_answered, r.items_applicable)),
                          r.late});
  return table;
}

// Why a unit is missing, as a code.
std::string_view lack_of(const MissingUnit& m) {
  if (m.record == nullptr) return "none";
  return m.record->complete ? "scope" : "draft";
}

std::string lack_label(std::string_view code, Lang lang) {
  if (code == "none") return std::string(Label{"no record", "没有记录"}.in(lang));
  if (code == "draft") return std::string(Label{"a draft", "仍为草稿"}.in(lang));
  return std::string(Label{"some areas only", "只查部分领域"}.in(lang));
}

Table units_table(const Request& request, const std::vector<MissingUnit>& missing) {
  Table table;
  table.name = "missing_units";
  table.title = say("Units without a complete record", "没有完整记录的单位");
  table.when_empty = say("none", "无");
  table.columns = {round_column(request.model), plain("unit", {"Unit id", "单位代码"}),
                   plain("unit_title", {"Unit", "单位名称"}), plain("record", {"Record", "记录情况"}),
                   plain("date", {"Date", "检查日期"}, CellType::date)};
  table.columns[3].label_of = lack_label;
  table.columns[1].extra = 1;
  for (const MissingUnit& m : missing)
    table.rows.push_back({words(m.round->id.value), words(m.unit->id.value),
                          title_of(GroupKey::unit, request.model, m.unit->id.value, request.lang), words(lack_of(m)),
                          m.record != nullptr ? Cell(m.record->date.value) : Cell{}});
  return table;
}

std::string answer_label(std::string_view code, Lang lang) {
  if (code == "unchecked") return std::string(label_of(Answered::unchecked).in(lang));
  if (code == "scope") return std::string(Label{"out of scope", "不在检查范围"}.in(lang));
  return std::string(Label{"no answer", "未作答"}.in(lang));
}

Table items_table(const Request& request, const std::vector<MissingItem>& missing) {
  Table table;
  table.name = "missing_items";
  table.title = say("Items not answered, of units that have a record", "已有记录的单位未查的检查项");
  table.when_empty = say("none", "无");
  table.columns = {round_column(request.model),
                   plain("unit", {"Unit id", "单位代码"}),
                   plain("unit_title", {"Unit", "单位名称"}),
                   plain("item", {"Item id", "检查项代码"}),
                   plain("item_text", {"Item", "检查内容"}),
                   plain("answer", {"Answer", "作答"})};
  table.columns[1].hidden_in_text = true;
  table.columns[3].extra = 1;
  table.columns[4].wraps = true;
  table.columns[5].label_of = answer_label;
  for (const MissingItem& m : missing) {
    const Item& item = m.checklist->items[m.item];
    const std::string_view code = m.out_of_scope ? "scope" : m.answer == Answered::unchecked ? "unchecked" : "none";
    table.rows.push_back({words(m.round->id.value), words(m.unit->id.value),
                          title_of(GroupKey::unit, request.model, m.unit->id.value, request.lang), words(item.id.value),
                          words(item.text.in(request.lang)), words(code)});
  }
  return table;
}

}  // namespace

Report coverage(const Request& request) {
  Report report = new_report(request, "report coverage",
                             say("Coverage as of {}", "截至 {} 的检查覆盖情况", to_string(request.as_of)));
  Missing missing;
  const std::vector<RoundCoverage> rounds =
      coverage_of(request.model, request.as_of, request.filter, request.missing ? &missing : nullptr);
  report.tables.push_back(rounds_table(request, rounds));
  for (const RoundCoverage& r : rounds)
    if (r.pending)
      report.remarks.push_back(
          say("the window of '{0}' is pending: a milestone has no date yet, so nothing in it is late or missing",
              "'{0}' 的时间窗口待定：节点日期尚未公布，因此不计逾期和缺漏", r.round->id.value));
  if (request.missing) {
    report.tables.push_back(units_table(request, missing.units));
    report.tables.push_back(items_table(request, missing.items));
    report.remarks.push_back(say("rounds that have not begun are not listed as missing", "尚未开始的轮次不列为缺漏"));
  }
  return report;
}

}  // namespace hazcheck
