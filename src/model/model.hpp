// The whole register in memory: campaign, roster, checklists and records, with the files they came from.
#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "model/campaign.hpp"
#include "model/checklist.hpp"
#include "model/record.hpp"
#include "model/roster.hpp"

namespace hazcheck {

// One hazard's place in the model.
struct HazardRef {
  std::uint32_t record = 0;
  std::uint32_t hazard = 0;
};

struct Model {
  Model() = default;
  Model(Model&&) noexcept = default;
  Model& operator=(Model&&) noexcept = default;

  std::vector<std::string> files;  // FileId → path relative to the workspace
  Campaign campaign;
  Roster roster;
  std::deque<Checklist> checklists;            // by path; a deque so that pointers to them stay
  std::vector<Record> records;                 // by path
  std::vector<HazardRef> hazard_slots;         // by hash of the global id; index_hazards() fills it
  std::size_t hazard_count = 0;                // different global ids
  std::vector<std::unique_ptr<Arena>> arenas;  // what the views point into

  const Record& record_of(HazardRef ref) const { return records[ref.record]; }
  const Hazard& hazard_of(HazardRef ref) const { return records[ref.record].hazards[ref.hazard]; }
  // The first hazard of that global id.
  std::optional<HazardRef> find_hazard(std::string_view global_id) const;
  std::vector<std::string> hazard_ids() const;  // every global id once, sorted
  const Checklist* find_checklist(std::string_view id, long version) const;
  // The campaign's checklist in its newest version; null where there is none.
  const Checklist* current_checklist() const;
  const Record* find_record(std::string_view round, std::string_view unit) const;
  std::string title_of_type(std::string_view type, Lang lang) const;
};

// <round>/<unit>/<id>
std::string global_id(const Record& record, const Hazard& hazard);

// Fills Model::hazard_slots and FollowUp::record. Call once all records are in place.
void index_hazards(Model& model);

}  // namespace hazcheck
