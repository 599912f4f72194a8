// Accuracy of a round as a table. Must not pair answers: status/accuracy.hpp does.
#include "views/accuracy_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "status/accuracy.hpp"
#include "status/figures.hpp"
#include "views/figure_columns.hpp"

namespace hazcheck {
namespace {

KeyValues values_of(const AnswerPair& pair) {
  KeyValues values;
  const Item& item = pair.checklist->items[pair.item];
  const auto set = [&](GroupKey key, std::string_view value) { values[static_cast<std::size_t>(key)] = value; };
  set(GroupKey::unit, pair.unit->id.value);
  set(GroupKey::type, pair.unit->type.value);
  set(GroupKey::area, pair.unit->area.value);
  set(GroupKey::section, pair.checklist->sections[item.section].id.value);
  set(GroupKey::item, item.id.value);
  return values;
}

bool takes(const Filter& filter, const KeyValues& values) {
  return std::all_of(kAccuracyKeys.begin(), kAccuracyKeys.end(), [&](GroupKey key) {
    const std::vector<std::string>& wanted = filter.values(key);
    return wanted.empty() ||
           std::find(wanted.begin(), wanted.end(), values[static_cast<std::size_t>(key)]) != wanted.end();
  });
}

void add_cells(std::vector<Cell>& row, const AccuracySums& sums) {
  row.insert(row.end(), {sums.checked, sums.failed, sums.missed, figure(rate_of(sums.missed, sums.failed))});
}

Result<const Round*> round_of(const Model& model, const std::string& id) {
  if (const Round* round = model.campaign.find_round(id)) return round;
  return Failure{no_such(GroupKey::round, model, id)};
}

}  // namespace

Result<Report> accuracy(const Request& request) {
  if (request.arguments.size() != 2)
    return Failure{say("give two rounds, the earlier first", "请给出两个轮次，先前一轮")};
  const Result<const Round*> earlier = round_of(request.model, request.arguments[0]);
  if (!earlier) return earlier.failure();
  const Result<const Round*> later = round_of(request.model, request.arguments[1]);
  if (!later) return later.failure();
  if (*earlier == *later) return Failure{say("the two rounds are the same", "两个轮次相同")};
  const auto title = [&](const Round& round, Lang lang) {
    return title_of(GroupKey::round, request.model, round.id.value, lang);
  };
  const std::string day = to_string(request.as_of);
  Report report = new_report(request, "report accuracy",
                             {fmt::format("What '{}' missed, as '{}' found it, as of {}", title(**earlier, Lang::en),
                                          title(**later, Lang::en), day),
                              fmt::format("“{}”漏查情况（以“{}”的结果核对，截至 {}）", title(**earlier, Lang::zh),
                                          title(**later, Lang::zh), day)});
  Grouper groups(request.model, request.by);
  std::vector<AccuracySums> sums;
  AccuracySums all;
  if (request.by.empty()) sums.resize(groups.place(KeyValues{}) + 1);
  visit_answer_pairs(request.model, **earlier, **later, request.as_of, [&](const AnswerPair& pair) {
    const KeyValues values = values_of(pair);
    if (!takes(request.filter, values)) return;
    const std::size_t group = groups.place(values);
    if (group == sums.size()) sums.emplace_back();
    sums[group].add(pair);
    all.add(pair);
  });
  Table& table = report.tables.emplace_back();
  table.name = "accuracy";
  table.when_empty = say("no item was checked in both rounds", "没有两轮都查过的检查项");
  add_key_columns(table, request.by);
  for (std::string_view key : {"checked", "failed", "missed", "miss_rate"})
    table.columns.push_back(column_of(FigureScope::accuracy, key));
  for (std::size_t group : groups.order()) {
    std::vector<Cell> row = group_cells(groups, group, request.lang);
    add_cells(row, sums[group]);
    table.rows.push_back(std::move(row));
  }
  if (!request.by.empty()) {
    table.total = total_key_cells(request.by);
    add_cells(*table.total, all);
  }
  return report;
}

}  // namespace hazcheck
