// Lays out compare_rounds(): one row a difference, or counts by unit and section. Must not compare anything itself.
#include "views/diff.hpp"

#include <algorithm>
#include <array>

#include "views/request.hpp"

namespace hazcheck {
namespace {

struct CountColumn {
  std::string_view name;
  Label header;
};

// In the order of RoundChange.
constexpr std::array<CountColumn, kRoundChanges> kCounts{{
    {"missing", {"Missing", "无记录"}},
    {"items_new", {"Items new", "新增不合格项"}},
    {"items_resolved", {"Items resolved", "已解决项"}},
    {"items_recurring", {"Items recurring", "仍不合格项"}},
    {"items_unchecked", {"Items unchecked", "后轮未查项"}},
    {"items_first_checked", {"Items first checked", "首次查出项"}},
    {"hazards_new", {"Hazards new", "新增隐患"}},
    {"hazards_persisting", {"Hazards persisting", "仍未销项隐患"}},
    {"hazards_closed", {"Hazards closed", "已销项隐患"}},
    {"hazards_reopened", {"Hazards reopened", "重新打开隐患"}},
    {"hazards_voided", {"Hazards voided", "作废隐患"}},
}};
using Counts = std::array<std::int64_t, kRoundChanges>;

// An answer, a status or a record's state; no word belongs to two of them.
std::string state_label(std::string_view code, Lang lang) {
  for (const Answered a : {Answered::pass, Answered::fail, Answered::na, Answered::unchecked})
    if (key_of(a) == code) return std::string(label_of(a).in(lang));
  if (code == "complete" || code == "draft")
    return std::string((code == "draft" ? Label{"draft", "草稿"} : Label{"complete", "已完成"}).in(lang));
  return status_label(code, lang);
}

Table rows_table(std::vector<RoundDifference> differences) {
  Table table;
  table.name = "diff";
  table.columns = {{.name = "unit", .header = {"Unit", "单位"}},
                   {.name = "kind", .header = {"Kind", "类别"}},
                   {.name = "item", .header = {"Item", "检查项"}},
                   {.name = "hazard", .header = {"Hazard", "隐患"}},
                   {.name = "change", .header = {"Change", "变化"}},
                   {.name = "before", .header = {"Before", "之前"}, .label_of = state_label},
                   {.name = "after", .header = {"After", "之后"}, .label_of = state_label}};
  table.row_source = [differences = std::move(differences)](const std::vector<bool>&, const VisitRow& visit) {
    std::vector<Cell> row(7);
    for (const RoundDifference& d : differences) {
      row[0] = std::string(d.unit);
      row[1] = std::string(kind_of(d.change));
      row[2] = words(d.item);
      row[3] = words(d.hazard);
      row[4] = std::string(key_of(d.change));
      row[5] = words(d.before);
      row[6] = words(d.after);
      if (!visit(row)) return;
    }
  };
  return table;
}

std::vector<Cell> with_counts(std::vector<Cell> cells, const Counts& counts) {
  for (const std::int64_t n : counts) cells.emplace_back(n);
  return cells;
}

KeyValues keys_of(const RoundDifference& d, const Unit* unit) {
  KeyValues values{};
  values[static_cast<std::size_t>(GroupKey::unit)] = d.unit;
  values[static_cast<std::size_t>(GroupKey::section)] = d.section;
  values[static_cast<std::size_t>(GroupKey::item)] = d.item;
  if (unit != nullptr) {
    values[static_cast<std::size_t>(GroupKey::type)] = unit->type.value;
    values[static_cast<std::size_t>(GroupKey::area)] = unit->area.value;
  }
  return values;
}

bool takes(const Filter& filter, const RoundDifference& d, const Unit* unit) {
  const KeyValues keys = keys_of(d, unit);
  for (const GroupKey key : {GroupKey::unit, GroupKey::type, GroupKey::area, GroupKey::section, GroupKey::item}) {
    const std::vector<std::string>& wanted = filter.values(key);
    const std::string_view value = keys[static_cast<std::size_t>(key)];
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), value) == wanted.end()) return false;
  }
  return true;
}

}  // namespace

Comparison diff_report(const RoundSide& before, std::string_view before_name, const RoundSide& after,
                       std::string_view after_name, Date as_of, const CompareOptions& options) {
  const Model& model = after.part_of.model;
  std::vector<RoundDifference> taken;
  Grouper groups(model, summary_grouping(options));
  std::vector<Counts> counts;
  Counts total{};
  for (RoundDifference& d : compare_rounds(before, after, as_of)) {
    const Unit* unit = model.roster.find(d.unit);
    if (unit == nullptr) unit = before.part_of.model.roster.find(d.unit);
    if (!options.takes_change(key_of(d.change)) || !takes(options.filter, d, unit)) continue;
    const auto change = static_cast<std::size_t>(d.change);
    ++total[change];
    if (options.summary) {
      const std::size_t group = groups.place(keys_of(d, unit));
      if (group == counts.size()) counts.push_back({});
      ++counts[group][change];
    } else {
      taken.push_back(std::move(d));
    }
  }
  Table table = options.summary ? summary_table("diff_summary", groups.by()) : rows_table(std::move(taken));
  if (options.summary) {
    for (const CountColumn& c : kCounts)
      table.columns.push_back({.name = std::string(c.name), .header = c.header, .type = CellType::integer});
    for (const std::size_t group : groups.order())
      table.rows.push_back(with_counts(key_cells(groups, group, options.lang), counts[group]));
    if (!counts.empty()) table.total = with_counts(total_cells(groups.by(), options.lang), total);
  }
  table.when_empty = say("no differences", "没有差异");
  Comparison result;
  result.differs = total != Counts{};
  result.report.meta.command = "diff";
  result.report.meta.as_of = as_of;
  result.report.title = say("Differences between {0} and {1}", "{0} 与 {1} 的差异", before_name, after_name);
  result.report.tables.push_back(std::move(table));
  const Round* first = model.campaign.find_round(before.round);
  const Round* second = model.campaign.find_round(after.round);
  if (first != nullptr && second != nullptr && second->order < first->order)
    result.report.remarks.push_back(
        say("'{0}' comes before '{1}' in the campaign: 'before' and 'after' are the wrong way round",
            "轮次 '{0}' 早于 '{1}'：“之前”和“之后”是反的", after.round, before.round));
  return result;
}

}  // namespace hazcheck
