// Lays out compare_revisions(): one row a change, or how the stock of each group went from one revision to the other.
// Must not compare anything itself.
#include "views/changes.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <unordered_map>

#include "views/request.hpp"

namespace hazcheck {
namespace {

struct FigureColumn {
  std::string_view name;
  Label header;
  std::int64_t StockChange::*value;
};

constexpr std::array<FigureColumn, 12> kStock{{
    {"found_before", {"Found before", "原有隐患"}, &StockChange::found_before},
    {"open_before", {"Open before", "原未销项"}, &StockChange::open_before},
    {"closed_before", {"Closed before", "原已销项"}, &StockChange::closed_before},
    {"new", {"New", "新增"}, &StockChange::added},
    {"reopened", {"Reopened", "重新打开"}, &StockChange::reopened},
    {"restored", {"Restored", "恢复"}, &StockChange::restored},
    {"closed", {"Closed", "销项"}, &StockChange::closed},
    {"voided", {"Voided", "作废"}, &StockChange::voided},
    {"removed", {"Removed", "删除"}, &StockChange::removed},
    {"found_after", {"Found after", "现有隐患"}, &StockChange::found_after},
    {"open_after", {"Open after", "现未销项"}, &StockChange::open_after},
    {"closed_after", {"Closed after", "现已销项"}, &StockChange::closed_after},
}};

struct FieldColumn {
  std::string_view name;  // not that of a grouping key
  Label header;
};
// In the order of ChangeKind.
constexpr std::array<FieldColumn, 4> kFields{{{"due_changed", {"Due changed", "期限变更"}},
                                              {"severity_changed", {"Severity changed", "等级变更"}},
                                              {"owner_changed", {"Owner changed", "责任人变更"}},
                                              {"edited", {"Edited", "文字修改"}}}};
constexpr std::size_t kFirstField = static_cast<std::size_t>(ChangeKind::due);

struct Group {
  StockChange stock;
  std::array<std::int64_t, 4> fields{};  // hazards with such a change
};

void count(Group& group, const ComparedHazard& h) {
  group.stock.add(standing_of(h.state_before()), standing_of(h.state_after()));
  std::array<bool, kChangeKinds> seen{};
  for (const FieldChange& c : h.changes) seen[static_cast<std::size_t>(c.kind)] = true;
  for (std::size_t i = 0; i < group.fields.size(); ++i) group.fields[i] += seen[kFirstField + i] ? 1 : 0;
}

std::vector<Cell> with_figures(std::vector<Cell> cells, const Group& group) {
  for (const FigureColumn& c : kStock) cells.emplace_back(group.stock.*c.value);
  for (const std::int64_t n : group.fields) cells.emplace_back(n);
  return cells;
}

struct WrittenField {
  std::string_view key;
  std::string_view zh;
};
// What a row may be about. In English the keys of the record speak for themselves.
constexpr WrittenField kWritten[] = {{"status", "状态"},
                                     {"due", "整改期限"},
                                     {"owner", "责任人"},
                                     {"item", "检查项"},
                                     {"subject", "检查对象"},
                                     {"location", "隐患部位"},
                                     {"found", "发现日期"},
                                     {"severity", "隐患等级"},
                                     {"description", "隐患描述"},
                                     {"plan.made", "计划制定日期"},
                                     {"plan.measures", "整改措施"},
                                     {"plan.due", "计划期限"},
                                     {"plan.funding", "整改资金"},
                                     {"plan.owner", "计划责任人"},
                                     {"plan.interim", "临时防范措施"},
                                     {"plan.emergency_plan", "应急预案"},
                                     {"log", "办理记录"},
                                     {"followups", "复查"}};

std::string field_label(std::string_view key, Lang lang) {
  const auto* found = std::find_if(std::begin(kWritten), std::end(kWritten),
                                   [&](const WrittenField& field) { return field.key == key; });
  return std::string(lang == Lang::zh && found != std::end(kWritten) ? found->zh : key);
}

// Entries of logs and follow-ups, as they stand in the record's words, in Chinese.
using Entries = std::unordered_map<std::string, std::string>;

Table rows_table(const Model& model, const std::shared_ptr<const Entries>& entries) {
  // A status, a severity or an entry; whatever else is written there is no such code.
  const auto label = [&model, entries](std::string_view code, Lang lang) {
    if (const auto entry = lang == Lang::zh ? entries->find(std::string(code)) : entries->end();
        entry != entries->end())
      return entry->second;
    if (model.campaign.severity_index(code) >= 0) return title_of(GroupKey::severity, model, code, lang);
    return status_label(code, lang);
  };
  Table table;
  table.name = "changes";
  table.columns = {{.name = "id", .header = {"Id", "编号"}},
                   {.name = "change", .header = {"Change", "变化"}},
                   {.name = "field", .header = {"Field", "字段"}, .label_of = field_label},
                   {.name = "before", .header = {"Before", "之前"}, .label_of = label},
                   {.name = "after", .header = {"After", "之后"}, .label_of = label}};
  return table;
}

void add_figure_columns(Table& table) {
  for (const FigureColumn& c : kStock)
    table.columns.push_back({.name = std::string(c.name), .header = c.header, .type = CellType::integer});
  for (const FieldColumn& c : kFields)
    table.columns.push_back({.name = std::string(c.name), .header = c.header, .type = CellType::integer});
}

}  // namespace

Comparison changes_report(const Register& before, const Text& before_name, const Register& after,
                          const Text& after_name, Date as_of, const CompareOptions& options) {
  Comparison result;
  result.report.meta.command = "changes";
  result.report.meta.as_of = as_of;
  result.report.title = say("Changes from {0} to {2}", "从 {1} 到 {3} 的变化", before_name.en, before_name.zh,
                            after_name.en, after_name.zh);
  Grouper groups(after.model, summary_grouping(options));
  const auto entries = std::make_shared<Entries>();
  Table table = options.summary ? summary_table("changes_summary", groups.by()) : rows_table(after.model, entries);
  std::vector<Group> figures;
  Group total;
  for (const ComparedHazard& h : compare_revisions(before, after, as_of)) {
    if (!options.filter.takes(h.after ? after.model : before.model, h.latest())) continue;
    for (const FieldChange& c : h.changes) {
      if (!options.takes_change(key_of(c.kind))) continue;
      result.differs = true;
      if (!c.entry_zh.empty()) entries->emplace(c.before.empty() ? c.after : c.before, c.entry_zh);
      if (!options.summary)
        table.rows.push_back({h.id, std::string(key_of(c.kind)), words(c.field), words(c.before), words(c.after)});
    }
    if (!options.summary) continue;
    const std::size_t group = groups.place(h.latest());
    if (group == figures.size()) figures.emplace_back();
    count(figures[group], h);
    count(total, h);
  }
  if (options.summary) {
    add_figure_columns(table);
    for (const std::size_t group : groups.order())
      table.rows.push_back(with_figures(key_cells(groups, group, options.lang), figures[group]));
    if (!figures.empty()) table.total = with_figures(total_cells(groups.by(), options.lang), total);
    if (!result.differs) result.report.remarks.push_back(say("no changes", "没有变化"));
  }
  table.when_empty = options.summary ? say("no hazards", "没有隐患") : say("no changes", "没有变化");
  result.report.tables.push_back(std::move(table));
  return result;
}

}  // namespace hazcheck
