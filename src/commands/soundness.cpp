// What an error makes unsound. Must not look at anything but where the errors stand.
#include "commands/soundness.hpp"

#include <map>
#include <set>

namespace hazcheck {
namespace {

bool within(Mark inner, Mark outer) { return outer.present() && inner.begin >= outer.begin && inner.end <= outer.end; }

struct Unsound {
  bool whole = false;
  bool answers = false;
  std::map<std::size_t, const Diagnostic*> hazards;
  std::map<std::size_t, const Diagnostic*> followups;
  const Diagnostic* why = nullptr;
};

void place(const Record& record, const Diagnostic& d, Unsound& out) {
  for (std::size_t h = 0; h < record.hazards.size(); ++h)
    if (within(d.at.mark, record.hazards[h].at)) {
      out.hazards.try_emplace(h, &d);
      return;
    }
  for (std::size_t f = 0; f < record.followups.size(); ++f)
    if (within(d.at.mark, record.followups[f].at)) {
      out.followups.try_emplace(f, &d);
      return;
    }
  if (out.why == nullptr) out.why = &d;
  if (within(d.at.mark, record.answers_at)) out.answers = true;
  else out.whole = true;
}

Text reason(const Diagnostic& d) {
  return {fmt::format("{} [{}]", d.message.en, d.rule->code), fmt::format("{} [{}]", d.message.zh, d.rule->code)};
}

template <class T>
List<T> without(List<T> all, const std::map<std::size_t, const Diagnostic*>& gone, Arena& keep) {
  std::vector<T> rest;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!gone.contains(i)) rest.push_back(all[i]);
  return keep.copy(rest);
}

}  // namespace

std::vector<Meta::LeftOut> leave_out_unsound(Loaded& loaded) {
  Model& model = loaded.model;
  std::map<FileId, std::size_t> record_of_file;
  for (std::size_t i = 0; i < model.records.size(); ++i) record_of_file[model.records[i].file] = i;
  std::map<std::size_t, Unsound> unsound;
  std::vector<Meta::LeftOut> out;
  std::set<std::string> named;
  for (const Diagnostic& d : loaded.diagnostics.list()) {
    if (d.severity != Severity::error) continue;
    const auto record = record_of_file.find(d.at.file);
    if (record != record_of_file.end()) place(model.records[record->second], d, unsound[record->second]);
    else if (named.insert(d.place.path).second) out.push_back({d.place.path, reason(d)});
  }
  if (!unsound.empty()) model.arenas.push_back(std::make_unique<Arena>());
  for (auto& [index, what] : unsound) {
    Record& record = model.records[index];
    const std::string& path = model.files[record.file];
    if (what.whole) {
      record.sound = false;
      out.push_back({path, reason(*what.why)});
      continue;
    }
    if (what.answers) {
      record.complete = false;
      out.push_back({path + " (answers)", reason(*what.why)});
    }
    for (const auto& [h, why] : what.hazards) out.push_back({global_id(record, record.hazards[h]), reason(*why)});
    for (const auto& [f, why] : what.followups)
      out.push_back({fmt::format("{} (follow-up of {})", path, record.followups[f].hazard.value), reason(*why)});
    record.hazards = without(record.hazards, what.hazards, *model.arenas.back());
    record.followups = without(record.followups, what.followups, *model.arenas.back());
  }
  std::erase_if(model.records, [](const Record& r) { return !r.sound; });
  index_hazards(model);
  loaded.timelines = timelines_of(model);
  return out;
}

}  // namespace hazcheck
