// What all views share. Must not compute figures.
#include "views/request.hpp"

namespace hazcheck {

Report new_report(const Request& request, std::string command, Text title) {
  Report report;
  report.title = std::move(title);
  report.meta.command = std::move(command);
  report.meta.as_of = request.as_of;
  report.meta.campaign = request.model.campaign.id.value;
  report.meta.campaign_title = {std::string(request.model.campaign.title.in(Lang::en)),
                                std::string(request.model.campaign.title.in(Lang::zh))};
  return report;
}

Cell words(std::string_view text) {
  if (text.empty()) return {};
  return std::string(text);
}

Cell figure(std::optional<std::int64_t> value) {
  if (!value) return {};
  return *value;
}

Cell day(std::optional<Date> date) {
  if (!date) return {};
  return *date;
}

Cell flag(bool value) { return std::int64_t{value ? 1 : 0}; }

std::string body_title(const Model& model, std::string_view id, Lang lang) {
  const Campaign& campaign = model.campaign;
  if (id == "authority") {
    const std::string_view title = campaign.authority.title.in(lang);
    return std::string(title.empty() ? Label{"authority", "主管部门"}.in(lang) : title);
  }
  if (id == "district") return std::string(Label{"district", "区级"}.in(lang));
  const bool unit = campaign.find_body(id) == nullptr && model.roster.find(id) != nullptr;
  return title_of(unit ? GroupKey::unit : GroupKey::department, model, id, lang);
}

void add_key_columns(Table& table, const Grouping& by) {
  for (GroupKey key : by) {
    const GroupKeyInfo& info = info_of(key);
    Column id{std::string(info.name), info.header};
    // People need the id where they type it again: the unit's and the item's.
    id.extra = key == GroupKey::unit || key == GroupKey::item;
    id.hidden_in_text = !id.extra;
    table.columns.push_back(std::move(id));
    table.columns.push_back({std::string(info.name) + "_title", info.title_header});
  }
}

std::vector<Cell> group_cells(const Grouper& groups, std::size_t group, Lang lang) {
  std::vector<Cell> cells;
  for (std::size_t k = 0; k < groups.by().size(); ++k) {
    cells.push_back(words(groups.value(group, k)));
    cells.emplace_back(groups.title(group, k, lang));
  }
  return cells;
}

std::vector<Cell> total_key_cells(const Grouping& by) { return std::vector<Cell>(by.size() * 2); }

}  // namespace hazcheck
