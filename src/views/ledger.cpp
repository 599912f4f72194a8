// The columns of the ledger, one row of data each. Must not decide what a value is: hazard_status does.
#include "views/ledger.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/cell_list.hpp"

namespace hazcheck {
namespace {

using R = const LedgerRow&;
using enum CellType;

Cell step_day(const Step* step) { return day(step != nullptr ? std::optional(step->date) : std::nullopt); }
Cell step_word(const Step* step, EventKey key) { return step != nullptr ? words(word_of(*step, key)) : Cell{}; }
Cell key_value(R r, GroupKey key) { return words(value_of(key, r.model, r.hazard)); }
const Plan* plan_of(R r) { return r.hazard.plan != nullptr ? &r.hazard.hazard->plan : nullptr; }

Cell unit_title(R r) {
  const Record& record = *r.hazard.record;
  const std::string_view title = record.unit != nullptr ? record.unit->title.in(r.lang) : std::string_view();
  return words(title.empty() ? record.unit_id.value : title);
}

Cell item_text(R r) {
  const Hazard& hazard = *r.hazard.hazard;
  if (r.hazard.record->checklist == nullptr || hazard.item == kNoIndex) return {};
  return words(r.hazard.record->checklist->items[hazard.item].text.in(r.lang));
}

Cell evidence(R r) {
  std::string list;
  const auto add = [&](const Step* step) {
    if (step == nullptr) return;
    for (const Word& file : evidence_of(*step)) add_to_cell_list(list, file.value);
  };
  add(r.hazard.rectified);
  if (r.hazard.closed != r.hazard.rectified) add(r.hazard.closed);
  return list.empty() ? Cell{} : Cell(std::move(list));
}

Cell funding_amount(R r) {
  const Plan* plan = plan_of(r);
  if (plan == nullptr || !plan->amount.present()) return {};
  return plan->amount.value;
}

constexpr InText kAlways = InText::always, kExtra = InText::extra, kRare = InText::rare, kNever = InText::never;

// clang-format off
constexpr std::array<LedgerField, 40> kFields{{
    {"id", {"Hazard", "隐患编号"}, text, kAlways, [](R r) -> Cell { return global_id(*r.hazard.record, *r.hazard.hazard); }},
    {"unit", {"Unit id", "单位代码"}, text, kNever, [](R r) { return key_value(r, GroupKey::unit); }},
    {"unit_title", {"Unit", "单位名称"}, text, kExtra, unit_title},
    {"unit_type", {"Unit type", "单位类型"}, text, kRare, [](R r) { return key_value(r, GroupKey::type); }, GroupKey::type},
    {"area", {"Area", "街镇"}, text, kRare, [](R r) { return key_value(r, GroupKey::area); }, GroupKey::area},
    {"round", {"Round", "检查轮次"}, text, kRare, [](R r) { return key_value(r, GroupKey::round); }, GroupKey::round},
    {"section", {"Section", "检查领域"}, text, kRare, [](R r) { return key_value(r, GroupKey::section); }, GroupKey::section},
    {"item", {"Item", "检查项"}, text, kRare, [](R r) { return key_value(r, GroupKey::item); }},
    {"item_text", {"Item text", "检查内容"}, text, kRare, item_text},
    {"subject", {"Subject", "检查对象"}, text, kRare, [](R r) { return words(r.hazard.hazard->subject().value); }},
    {"location", {"Location", "隐患部位"}, text, kExtra, [](R r) { return words(r.hazard.hazard->location().value); }},
    {"description", {"Description", "隐患描述"}, text, kAlways, [](R r) { return words(r.hazard.hazard->description().value); }},
    {"severity", {"Severity", "隐患等级"}, text, kExtra, [](R r) { return key_value(r, GroupKey::severity); }, GroupKey::severity},
    {"status", {"Status", "状态"}, text, kAlways, [](R r) { return words(key_of(r.hazard.state)); }},
    {"found", {"Found", "发现日期"}, date, kExtra, [](R r) -> Cell { return r.hazard.found; }},
    {"due_original", {"Original due", "原定期限"}, date, kRare, [](R r) { return day(r.hazard.due_original); }},
    {"due", {"Due", "整改期限"}, date, kAlways, [](R r) { return day(r.hazard.due); }},
    {"days_overdue", {"Days overdue", "逾期天数"}, integer, kExtra,
     [](R r) { return r.hazard.overdue ? Cell(std::int64_t{r.hazard.days_overdue}) : Cell{}; }},
    {"owner", {"Owner", "责任人"}, text, kExtra, [](R r) { return key_value(r, GroupKey::owner); }},
    {"department", {"Department", "监管部门"}, text, kRare, [](R r) { return key_value(r, GroupKey::department); }, GroupKey::department},
    {"measures", {"Measures", "整改措施"}, text, kRare, [](R r) { return plan_of(r) != nullptr ? words(plan_of(r)->measures().value) : Cell{}; }},
    {"funding_amount", {"Funding (yuan)", "整改资金（元）"}, money, kRare, funding_amount},
    {"funding_source", {"Funding source", "资金来源"}, text, kRare, [](R r) { return plan_of(r) != nullptr ? words(plan_of(r)->source().value) : Cell{}; }},
    {"planned", {"Planned", "计划日期"}, date, kRare, [](R r) { return day(r.hazard.planned); }},
    {"rectified", {"Rectified", "整改日期"}, date, kRare, [](R r) { return step_day(r.hazard.rectified); }},
    {"rectified_by", {"Rectified by", "整改人"}, text, kRare, [](R r) { return words(rectified_by(r.hazard)); }},
    {"closed", {"Closed", "销项日期"}, date, kRare, [](R r) { return step_day(r.hazard.closed); }},
    {"closed_by", {"Closed by", "销项人"}, text, kRare, [](R r) { return step_word(r.hazard.closed, EventKey::by); }},
    {"closed_for", {"Closed for", "销项单位"}, text, kRare,
     [](R r) { return r.hazard.closed != nullptr ? words(acting_for(r.model, r.hazard, *r.hazard.closed)) : Cell{}; }, GroupKey::department},
    {"writeoff", {"Write-off no.", "销项编号"}, text, kRare, [](R r) { return step_word(r.hazard.closed, EventKey::writeoff); }},
    {"evidence", {"Evidence", "佐证材料"}, text, kRare, evidence},
    {"escalated", {"Escalated", "上报日期"}, date, kRare, [](R r) { return step_day(r.hazard.escalated); }},
    {"escalated_to", {"Escalated to", "上报对象"}, text, kRare, [](R r) { return step_word(r.hazard.escalated, EventKey::to); }, GroupKey::department},
    {"answered", {"Answered", "答复日期"}, date, kRare, [](R r) { return step_day(r.hazard.answered); }},
    {"days_waiting", {"Days waiting", "待答复天数"}, integer, kRare,
     [](R r) { return r.hazard.waiting ? Cell(std::int64_t{r.hazard.days_waiting}) : Cell{}; }},
    {"supervised", {"Supervised", "督办日期"}, date, kRare, [](R r) { return step_day(r.hazard.supervised); }},
    {"deferrals", {"Deferrals", "延期次数"}, integer, kRare, [](R r) -> Cell { return std::int64_t{r.hazard.deferrals}; }},
    {"reopens", {"Reopens", "重新打开次数"}, integer, kRare, [](R r) -> Cell { return std::int64_t{r.hazard.reopens}; }},
    {"overdue", {"Overdue", "是否逾期"}, CellType::flag, kNever, [](R r) { return hazcheck::flag(r.hazard.overdue); }},
    {"due_soon", {"Due soon", "是否即将到期"}, CellType::flag, kNever, [](R r) { return hazcheck::flag(r.hazard.due_soon); }},
}};
// clang-format on

Column column_of(const Model& model, const LedgerField& field) {
  Column column{std::string(field.name), field.header, field.type};
  if (field.shown == kExtra) column.extra = field.name == "days_overdue" ? 2 : 1;
  column.rare = field.shown == kRare;
  column.hidden_in_text = field.shown == kNever;
  column.wraps = field.name == "description" || field.name == "measures" || field.name == "item_text";
  if (!field.code) return column;
  column.label_of = [&model, key = *field.code](std::string_view code, Lang lang) {
    return key == GroupKey::department ? body_title(model, code, lang) : title_of(key, model, code, lang);
  };
  return column;
}

}  // namespace

std::span<const LedgerField> ledger_fields() { return kFields; }

const LedgerField& ledger_field(std::string_view name) {
  const auto it = std::find_if(kFields.begin(), kFields.end(), [&](const LedgerField& f) { return f.name == name; });
  assert(it != kFields.end());
  return *it;
}

std::vector<Column> ledger_columns(const Model& model) {
  std::vector<Column> columns;
  columns.reserve(std::size(kFields));
  for (const LedgerField& field : kFields) columns.push_back(column_of(model, field));
  return columns;
}

std::vector<Cell> ledger_cells(const LedgerRow& row) {
  std::vector<Cell> cells;
  cells.reserve(kFields.size());
  for (const LedgerField& field : kFields) cells.push_back(field.cell(row));
  return cells;
}

void visit_ledger(const Request& request, const std::vector<bool>& wanted, const VisitRow& visit) {
  std::vector<Cell> row(kFields.size());
  for (const Timeline* timeline : in_ledger_order(request.model, request.timelines)) {
    const HazardStatus hazard = hazard_status_at(request.model, *timeline, request.as_of);
    if (!request.filter.lists(request.model, hazard)) continue;
    const LedgerRow cells{request.model, hazard, request.lang};
    for (std::size_t i = 0; i < kFields.size(); ++i)
      if (wanted.empty() || wanted[i]) row[i] = kFields[i].cell(cells);
    if (!visit(row)) return;
  }
}

Report ledger(const Request& request) {
  Report report = new_report(request, "list", say("Hazards as of {}", "截至 {} 的隐患台账", to_string(request.as_of)));
  Table& table = report.tables.emplace_back();
  table.name = "ledger";
  table.columns = ledger_columns(request.model);
  table.when_empty = say("no hazards", "没有隐患");
  table.row_source = [request](const std::vector<bool>& wanted, const VisitRow& visit) {
    visit_ledger(request, wanted, visit);
  };
  return report;
}

namespace {

// What a list can do without in a narrow terminal.
bool field_goes_first(std::string_view name) {
  constexpr std::string_view kNames[] = {"unit_title", "severity",     "status",       "closed_by",
                                         "closed_for", "escalated_to", "rectified_by", "owner"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

}  // namespace

HazardList::HazardList(const Model& model, std::string name, std::span<const std::string_view> columns) {
  table_.name = std::move(name);
  table_.when_empty = say("none", "无");
  for (std::string_view wanted : columns) {
    fields_.push_back(&ledger_field(wanted));
    Column column = column_of(model, *fields_.back());
    column.rare = column.hidden_in_text = false;
    column.extra = field_goes_first(wanted) ? 1 : 0;
    table_.columns.push_back(std::move(column));
  }
}

void HazardList::add(const LedgerRow& row) {
  std::vector<Cell>& cells = table_.rows.emplace_back();
  cells.reserve(fields_.size());
  for (const LedgerField* field : fields_) cells.push_back(field->cell(row));
}

}  // namespace hazcheck
