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
  std::map<std::size_t, Text> hazards;  // by place in the record: why
  std::map<std::size_t, Text> followups;
  Text why;  // of the whole, or of the answers
};

Text reason(const Diagnostic& d) {
  return {fmt::format("{} [{}]", d.message.en, d.rule->code), fmt::format("{} [{}]", d.message.zh, d.rule->code)};
}

void place(const Record& record, const Diagnostic& d, Unsound& out) {
  for (std::size_t h = 0; h < record.hazards.size(); ++h)
    if (within(d.at.mark, record.hazards[h].at)) {
      out.hazards.try_emplace(h, reason(d));
      return;
    }
  for (std::size_t f = 0; f < record.followups.size(); ++f)
    if (within(d.at.mark, record.followups[f].at)) {
      out.followups.try_emplace(f, reason(d));
      return;
    }
  const bool answers = within(d.at.mark, record.answers_at);
  if (out.why.empty() || (!answers && !out.whole)) out.why = reason(d);
  (answers ? out.answers : out.whole) = true;
}

// A hazard whose follow-up is left out would be shown as it was before: it is left out too.
void add_followed_up(const Model& model, std::map<std::size_t, Unsound>& unsound) {
  std::map<std::size_t, std::map<std::size_t, Text>> more;
  for (const auto& [index, what] : unsound) {
    const Record& record = model.records[index];
    for (std::size_t f = 0; f < record.followups.size(); ++f) {
      if (!what.whole && !what.followups.contains(f)) continue;
      const std::optional<HazardRef> hazard = model.find_hazard(record.followups[f].hazard.value);
      if (!hazard) continue;
      const std::string& path = model.files[record.file];
      more[hazard->record].try_emplace(hazard->hazard,
                                       say("what {0} says of it is left out", "{0} 对它的复查未计入", path));
    }
  }
  for (auto& [index, hazards] : more) unsound[index].hazards.merge(hazards);
}

template <class T>
List<T> without(List<T> all, const std::map<std::size_t, Text>& gone, Arena& keep) {
  std::vector<T> rest;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!gone.contains(i)) rest.push_back(all[i]);
  return keep.copy(rest);
}

// Takes it out of the record and names it.
void leave_out(Record& record, const std::string& path, const Unsound& what, Arena& keep,
               std::vector<Meta::LeftOut>& out) {
  if (what.whole) {
    record.sound = false;
    out.push_back({path, what.why});
    return;
  }
  if (what.answers) {
    record.complete = false;
    out.push_back({path, say("counted as a draft: {0}", "按草稿计：{1}", what.why.en, what.why.zh)});
  }
  for (const auto& [h, why] : what.hazards) out.push_back({global_id(record, record.hazards[h]), why});
  for (const auto& [f, why] : what.followups)
    out.push_back({path, say("its follow-up of '{2}': {0}", "对 '{2}' 的复查：{1}", why.en, why.zh,
                             record.followups[f].hazard.value)});
  record.hazards = without(record.hazards, what.hazards, keep);
  record.followups = without(record.followups, what.followups, keep);
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
  add_followed_up(model, unsound);
  if (!unsound.empty()) model.arenas.push_back(std::make_unique<Arena>());
  for (const auto& [index, what] : unsound)
    leave_out(model.records[index], model.files[model.records[index].file], what, *model.arenas.back(), out);
  std::erase_if(model.records, [](const Record& r) { return !r.sound; });
  index_hazards(model);
  loaded.timelines = timelines_of(model);
  return out;
}

}  // namespace hazcheck
