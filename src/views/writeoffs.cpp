// Closings as a register. Every value is as it stood when the hazard was closed, but for `reopened`, which came after.
#include "views/writeoffs.hpp"

#include <algorithm>

#include "status/numbering.hpp"
#include "views/ledger.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kGapsListed = 20;

// Under these names the ledger has the same cells; `note` and `reopened` are this register's own.
constexpr std::string_view kColumns[] = {"writeoff", "id",       "unit",      "unit_title", "item",      "description",
                                         "severity", "measures", "found",     "due",        "rectified", "rectified_by",
                                         "evidence", "closed",   "closed_by", "closed_for"};

struct Closing {
  HazardStatus hazard;  // as it was closed
  std::string_view number;
  std::optional<Date> reopened;
};

void gather(const Request& request, const Timeline& timeline, Period period, std::vector<Closing>& closings) {
  StatusFold fold(request.model, timeline);
  std::optional<std::size_t> last;
  for (const Step& step : timeline.steps) {
    if (step.date > request.as_of) break;
    fold.take(step);
    if (step.reopens && last) closings[*last].reopened = step.date;
    if (step.reopens) last.reset();
    if (!step.closes || step.date < period.from || step.date > period.to) continue;
    last = closings.size();
    closings.push_back({fold.at(step.date), word_of(step, EventKey::writeoff), std::nullopt});
  }
}

// Every number that stands anywhere, also where it changed nothing or was left out of the report.
std::vector<std::string_view> numbers_used(const Model& model, Date as_of) {
  std::vector<std::string_view> used;
  const auto add = [&](Date date, const Word& number) {
    if (number.present() && date <= as_of) used.push_back(number.value);
  };
  for (const Record& record : model.records) {
    for (const Hazard& hazard : record.hazards)
      for (const Event& event : hazard.log) add(event.date.value, event.get(EventKey::writeoff));
    for (const FollowUp& followup : record.followups) add(record.date.value, followup.get(EventKey::writeoff));
  }
  return used;
}

void add_gap_remarks(Report& report, const std::vector<Closing>& closings, const std::vector<std::string_view>& used) {
  std::vector<std::string_view> listed;
  for (const Closing& c : closings)
    if (!c.number.empty()) listed.push_back(c.number);
  const std::vector<NumberGap> gaps = gaps_in(listed, used);
  std::size_t shown = 0;
  for (const NumberGap& gap : gaps) {
    if (shown++ == kGapsListed) {
      report.remarks.push_back(say("and {} more gaps in the numbers", "另有 {} 处缺号", gaps.size() - kGapsListed));
      return;
    }
    if (gap.count == 1) report.remarks.push_back(say("number not used: {}", "缺号：{}", gap.first));
    else
      report.remarks.push_back(
          say("numbers not used: {} to {} ({})", "缺号：{} 至 {}（{} 个）", gap.first, gap.last, gap.count));
  }
}

}  // namespace

Report writeoffs(const Request& request) {
  const Period period = request.period.value_or(Period{kFirstDay, request.as_of});
  Report report = new_report(
      request, "report writeoffs",
      request.period ? say("Write-offs of {} to {}", "{} 至 {} 销项登记", to_string(period.from), to_string(period.to))
                     : say("Write-offs up to {}", "截至 {} 的销项登记", to_string(request.as_of)));
  if (request.period) {
    report.meta.from = period.from;
    report.meta.to = period.to;
  }
  std::vector<Closing> closings;
  for (const Timeline* timeline : in_ledger_order(request.model, request.timelines)) {
    const std::size_t before = closings.size();
    gather(request, *timeline, period, closings);
    if (closings.size() > before &&
        !request.filter.takes(request.model, hazard_status_at(request.model, *timeline, request.as_of)))
      closings.resize(before);
  }
  std::vector<const Closing*> order;  // lighter to move
  order.reserve(closings.size());
  for (const Closing& c : closings) order.push_back(&c);
  std::stable_sort(order.begin(), order.end(), [](const Closing* a, const Closing* b) {
    const Date x = a->hazard.closed->date, y = b->hazard.closed->date;
    return x != y ? x < y : number_less(a->number, b->number);
  });

  HazardList list(request.model, "writeoffs", kColumns);
  for (const Closing* c : order) list.add({request.model, c->hazard, request.lang});
  Table& table = report.tables.emplace_back(std::move(list).take());
  table.when_empty = say("nothing was closed", "没有销项");
  table.columns.push_back({"note", {"Note", "备注"}});
  table.columns.push_back({"reopened", {"Reopened", "重新打开日期"}, CellType::date});
  for (std::size_t i = 0; i < order.size(); ++i) {
    table.rows[i].push_back(words(word_of(*order[i]->hazard.closed, EventKey::note)));
    table.rows[i].push_back(day(order[i]->reopened));
  }
  for (Column& column : table.columns) {
    const auto is = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), column.name) != names.end();
    };
    column.hidden_in_text = is({"unit"});
    column.rare = is({"item", "severity", "measures", "found", "due", "note", "closed_for"});
    column.extra = is({"unit_title", "rectified_by", "evidence", "rectified", "reopened"}) ? 1 : 0;
  }
  add_gap_remarks(report, closings, numbers_used(request.model, request.as_of));
  return report;
}

}  // namespace hazcheck
