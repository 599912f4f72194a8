// What all snapshots share, and the one in memory.
#include "source/snapshot.hpp"

#include <algorithm>

namespace hazcheck {
namespace {

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const override {
    const auto it = files_.find(entry.path);
    if (it == files_.end()) return Failure{say("'{0}' is not there", "'{0}' 不存在", entry.path)};
    bytes.assign(it->second, 0, limit + 1);
    return Done{};
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace

Snapshot::Snapshot(std::string label, std::vector<Entry> entries, std::unique_ptr<ByteSource> source)
    : label_(std::move(label)), entries_(std::move(entries)), source_(std::move(source)) {
  entries_.shrink_to_fit();
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
  if (source_) source_->prepare(entries_);  // moving the snapshot leaves the entries where they are
}

const Entry* Snapshot::find(std::string_view path) const {
  const auto it = std::lower_bound(entries_.begin(), entries_.end(), path,
                                   [](const Entry& e, std::string_view p) { return e.path < p; });
  return it != entries_.end() && it->path == path ? &*it : nullptr;
}

Outcome Snapshot::read(const Entry& entry, std::size_t limit, std::string& bytes) const {
  return source_->read(entry, limit, bytes);
}

void Snapshot::keep(const std::function<bool(const std::string& path)>& wanted) {
  std::erase_if(entries_, [&](const Entry& e) { return !wanted(e.path); });
  if (source_) source_->prepare(entries_);
}

bool in_workspace(std::string_view path) {
  return path == kCampaignFile || path == kRosterFile || path.starts_with(kChecklistFolder) ||
         path.starts_with(kRecordFolder) || path == "checklists" || path == "records" ||
         std::find(std::begin(kMisnamedFiles), std::end(kMisnamedFiles), path) != std::end(kMisnamedFiles);
}

std::vector<std::string> workspace_paths(const std::string& prefix) {
  std::vector<std::string> paths{prefix + std::string(kCampaignFile), prefix + std::string(kRosterFile)};
  for (std::string_view name : kMisnamedFiles) paths.push_back(prefix + std::string(name));
  paths.push_back(prefix + "checklists");
  paths.push_back(prefix + "records");
  return paths;
}

bool looks_like_a_file(std::string_view name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

Snapshot snapshot_of(std::map<std::string, std::string> files, std::string label) {
  std::vector<Entry> entries;
  for (const auto& [path, content] : files)
    if (in_workspace(path)) entries.push_back({path, EntryKind::file, {}});
  return Snapshot(std::move(label), std::move(entries), std::make_unique<MemorySource>(std::move(files)));
}

}  // namespace hazcheck
