// Look-ups across the model's parts. Must not decide what is a fault.
#include "model/model.hpp"

#include <algorithm>

namespace hazcheck {

const Checklist* Model::find_checklist(std::string_view id, long version) const {
  for (const Checklist& c : checklists)
    if (c.id.value == id && c.version.value == version) return &c;
  return nullptr;
}

const Checklist* Model::current_checklist() const {
  const Checklist* newest = nullptr;
  for (const Checklist& c : checklists)
    if (c.id.value == campaign.checklist.value && (newest == nullptr || c.version.value > newest->version.value))
      newest = &c;
  return newest;
}

const Record* Model::find_record(std::string_view round, std::string_view unit) const {
  for (const Record& r : records)
    if (r.round_id.value == round && r.unit_id.value == unit) return &r;
  return nullptr;
}

std::string Model::title_of_type(std::string_view type, Lang lang) const {
  for (const NamedId& t : campaign.types)
    if (t.id.value == type) return std::string(t.title.in(lang));
  return std::string(type);
}

std::string global_id(const Record& record, const Hazard& hazard) {
  std::string id;
  id.reserve(record.round_id.value.size() + record.unit_id.value.size() + hazard.id.value.size() + 2);
  id.append(record.round_id.value).append("/").append(record.unit_id.value).append("/").append(hazard.id.value);
  return id;
}

void index_hazards(Model& model) {
  model.hazards.clear();
  std::size_t count = 0;
  for (const Record& r : model.records) count += r.hazards.size();
  model.hazards.reserve(count);
  for (std::uint32_t r = 0; r < model.records.size(); ++r)
    for (std::uint32_t h = 0; h < model.records[r].hazards.size(); ++h)
      model.hazards.try_emplace(global_id(model.records[r], model.records[r].hazards[h]), HazardRef{r, h});
}

}  // namespace hazcheck
