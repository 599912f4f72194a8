// The verdicts behind one figure. Must not judge: figures.hpp does, for the sum as for the explanation.
#include "views/explain_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "status/figures.hpp"

namespace hazcheck {
namespace {

struct Judged {
  HazardStatus hazard;
  Verdict verdict;
};

std::string decimals(std::int64_t hundredths) { return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100); }

Text value_text(const Figure& row, std::optional<std::int64_t> value) {
  if (!value) return say("n/a", "n/a");
  if (row.kind == FigureKind::rate) return say("{} %", "{}%", decimals(*value));
  if (row.kind == FigureKind::days) return say("{} days", "{} 天", decimals(*value));
  return say("{}", "{}", *value);
}

Text result_of(const Totals& totals, StatusFigure figure_of) {
  const Figure& row = info_of(figure_of);
  const Text value = value_text(row, totals.value(figure_of));
  if (row.kind == FigureKind::rate)
    return {fmt::format("{} = {} / {} = {}", row.key, totals.counted(figure_of), totals.base(figure_of), value.en),
            fmt::format("{} = {} / {} = {}", row.key, totals.counted(figure_of), totals.base(figure_of), value.zh)};
  if (row.kind == FigureKind::days)
    return {fmt::format("{} of {} hazards = {}", row.key, totals.counted(figure_of), value.en),
            fmt::format("{}（{} 条隐患）= {}", row.key, totals.counted(figure_of), value.zh)};
  return {fmt::format("{} = {}", row.key, value.en), fmt::format("{} = {}", row.key, value.zh)};
}

std::string part_label(std::string_view key, Lang lang) {
  for (Part part : {Part::counted, Part::base_only, Part::left_out})
    if (key_of(part) == key) return std::string(label_of(part).in(lang));
  return std::string(key);
}

}  // namespace

Result<Report> explain_figure(const Request& request, std::string_view figure_key) {
  const std::span<const Figure> figures = status_figures();
  const auto it = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.key == figure_key; });
  if (it == figures.end()) {
    std::vector<std::string_view> keys;
    for (const Figure& f : figures) keys.push_back(f.key);
    if (!figures_named(figure_key).empty())
      return Failure{say("'{0}' is a figure of a report, not of status: see 'hazcheck explain {0}'",
                         "'{0}' 是报表的指标，不是 status 的：参见 'hazcheck explain {0}'", figure_key)};
    if (const auto near = did_you_mean(figure_key, keys))
      return Failure{say("status has no figure '{0}'; did you mean '{1}'?", "status 没有指标 '{0}'，是否指 '{1}'？",
                         figure_key, *near)};
    return Failure{say("status has no figure '{0}'; it has {1}", "status 没有指标 '{0}'，可选 {1}", figure_key,
                       fmt::to_string(fmt::join(keys, ", ")))};
  }
  Totals totals;
  std::vector<Judged> judged;
  for (const Timeline* timeline : in_ledger_order(request.model, request.timelines)) {
    const HazardStatus hazard = hazard_status_at(request.model, *timeline, request.as_of);
    if (!request.filter.takes(request.model, hazard)) continue;
    totals.add(hazard);
    judged.push_back({hazard, it->judge(hazard)});
  }

  Report report = new_report(request, "status --explain " + std::string(it->key),
                             say("{}, as of {}", "{}（截至 {}）", it->name.in(request.lang), to_string(request.as_of)));
  Table& table = report.tables.emplace_back();
  table.name = "explain";
  table.title = text_of(it->formula);
  table.when_empty = say("no hazards", "没有隐患");
  table.columns = {{"id", {"Hazard", "隐患编号"}}, {"part", {"Part", "是否计入"}}, {"reason", {"Reason", "原因"}}};
  table.columns[1].label_of = part_label;
  if (it->days != nullptr) table.columns.push_back({"days", {"Days", "天数"}, CellType::integer});
  for (Part part : {Part::counted, Part::base_only, Part::left_out})
    for (const Judged& j : judged) {
      if (j.verdict.part != part) continue;
      std::vector<Cell> row{global_id(*j.hazard.record, *j.hazard.hazard), words(key_of(part)),
                            words(j.verdict.why.in(request.lang))};
      if (it->days != nullptr) row.push_back(part == Part::counted ? Cell(std::int64_t{it->days(j.hazard)}) : Cell{});
      table.rows.push_back(std::move(row));
    }
  report.remarks.push_back(result_of(totals, static_cast<StatusFigure>(it - figures.begin())));
  return report;
}

}  // namespace hazcheck
