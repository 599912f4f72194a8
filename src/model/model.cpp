// Look-ups across the model's parts. Must not decide what is a fault.
#include "model/model.hpp"

#include <algorithm>
#include <bit>
#include <functional>

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

namespace {

constexpr HazardRef kFreeSlot{kNoIndex, kNoIndex};

bool is_free(HazardRef slot) { return slot.record == kNoIndex; }

// Without building the id: the index is asked more often than there are hazards.
bool has_id(const Model& model, HazardRef ref, std::string_view id) {
  const std::string_view round = model.record_of(ref).round_id.value, unit = model.record_of(ref).unit_id.value;
  const std::string_view own = model.hazard_of(ref).id.value;
  return id.size() == round.size() + unit.size() + own.size() + 2 && id.ends_with(own) && id.starts_with(round) &&
         id[round.size()] == '/' && id.substr(round.size() + 1, unit.size()) == unit &&
         id[round.size() + 1 + unit.size()] == '/';
}

// The slot of that id, or the free one where it would go; there is always a free one.
std::size_t slot_of(const Model& model, std::string_view id) {
  const std::size_t mask = model.hazard_slots.size() - 1;
  std::size_t at = std::hash<std::string_view>()(id) & mask;
  while (!is_free(model.hazard_slots[at]) && !has_id(model, model.hazard_slots[at], id)) at = (at + 1) & mask;
  return at;
}

}  // namespace

std::optional<HazardRef> Model::find_hazard(std::string_view global_id) const {
  if (hazard_slots.empty()) return std::nullopt;
  const HazardRef slot = hazard_slots[slot_of(*this, global_id)];
  return is_free(slot) ? std::nullopt : std::optional(slot);
}

std::vector<std::string> Model::hazard_ids() const {
  std::vector<std::string> ids;
  ids.reserve(hazard_count);
  for (const HazardRef slot : hazard_slots)
    if (!is_free(slot)) ids.push_back(global_id(record_of(slot), hazard_of(slot)));
  std::sort(ids.begin(), ids.end());
  return ids;
}

void index_hazards(Model& model) {
  std::size_t count = 0;
  for (const Record& r : model.records) count += r.hazards.size();
  model.hazard_slots.assign(std::bit_ceil(count + count / 2 + 1), kFreeSlot);
  model.hazard_count = 0;
  for (std::uint32_t r = 0; r < model.records.size(); ++r) {
    for (const FollowUp& f : model.records[r].followups)
      const_cast<FollowUp&>(f).record = r;  // NOLINT: the model's own
    for (std::uint32_t h = 0; h < model.records[r].hazards.size(); ++h) {
      HazardRef& slot = model.hazard_slots[slot_of(model, global_id(model.records[r], model.records[r].hazards[h]))];
      if (!is_free(slot)) continue;
      slot = {r, h};
      ++model.hazard_count;
    }
  }
}

}  // namespace hazcheck
