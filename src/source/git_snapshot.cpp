// Listings of git as entries of a snapshot, cut to what the work tree would list. Must not read any blob.
#include "source/git_snapshot.hpp"

#include <algorithm>
#include <atomic>
#include <set>

#include "base/text.hpp"
#include "source/git_objects.hpp"

namespace hazcheck {
namespace {

class GitSource final : public ByteSource {
 public:
  explicit GitSource(std::shared_ptr<GitObjects> objects) : objects_(std::move(objects)) {}

  void prepare(std::span<const Entry> entries) override { entries_ = entries; }

  Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const override {
    const Outcome done =
        objects_->read(entry.object, limit, bytes, [&](std::vector<std::string>& oids) { look_ahead(entry, oids); });
    if (done) return Done{};
    return Failure{say("'{0}': {1}", "'{0}'：{2}", entry.path, done.failure().message.en, done.failure().message.zh)};
  }

 private:
  // Records are read in order, some 16 to a thread; what is read again later (for excerpts) is read one by one.
  void look_ahead(const Entry& entry, std::vector<std::string>& oids) const {
    constexpr std::size_t kTogether = 16, kSlack = 256;
    if (!entry.path.starts_with(kRecordFolder) || &entry < entries_.data() ||
        &entry >= entries_.data() + entries_.size())
      return;
    auto index = static_cast<std::size_t>(&entry - entries_.data());
    if (index + kSlack < furthest_.load(std::memory_order_relaxed)) return;
    for (++index; index < entries_.size() && oids.size() < kTogether; ++index) {
      const Entry& next = entries_[index];
      if (!next.path.starts_with(kRecordFolder)) break;
      if (next.kind == EntryKind::file && next.path.ends_with(".yaml")) oids.push_back(next.object);
    }
    std::size_t seen = furthest_.load(std::memory_order_relaxed);
    while (seen < index && !furthest_.compare_exchange_weak(seen, index, std::memory_order_relaxed)) {
    }
  }

  std::shared_ptr<GitObjects> objects_;
  std::span<const Entry> entries_;
  mutable std::atomic<std::size_t> furthest_{0};  // entries before it have been asked for
};

EntryKind kind_of_mode(std::string_view mode) {
  if (mode == "120000") return EntryKind::symlink;
  if (mode == "160000") return EntryKind::submodule;
  if (mode.starts_with("100")) return EntryKind::file;
  return EntryKind::other;
}

// Calls each(record) for what stands between NULs.
template <class F>
void for_each_record(std::string_view text, const F& each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    each(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
}

// Collects entries as the work tree's listing would show them: no dot names, no folder that looks like a file's name
// or lies too deep (that is listed itself), one entry for a path in conflict.
class Listing {
 public:
  Listing(const std::string& prefix, const PathSet* records) : prefix_(prefix), records_(records) {}

  void add(std::string_view full, std::string_view mode, std::string_view oid, bool conflict) {
    if (!full.starts_with(prefix_)) return;
    std::string path(full.substr(prefix_.size()));
    if (!in_workspace(path)) return;
    EntryKind kind = conflict ? EntryKind::conflict : kind_of_mode(mode);
    int depth = -1;  // of the folder that the next part stands in
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1), ++depth) {
      if (path[slash + 1] == '.') return;
      if (depth < 0) continue;
      const std::string_view folder = std::string_view(path).substr(0, slash);
      if (!looks_like_a_file(folder) && depth < kMaxFolderDepth) continue;
      path.resize(slash);
      kind = EntryKind::directory;
      break;
    }
    if (!entries.empty() && entries.back().path == path) return;
    if (records_ != nullptr && path.starts_with(kRecordFolder) && !records_->contains(path)) return;
    entries.push_back({std::move(path), kind, kind == EntryKind::directory ? std::string() : std::string(oid)});
  }

  std::vector<Entry> entries;

 private:
  const std::string& prefix_;
  const PathSet* records_;
};

// Empty blobs may be mere announcements (git add -N); git tells them apart by a flag.
Outcome drop_announced(const Repository& repository, const std::string& prefix, std::vector<Entry>& entries) {
  const std::string_view empty = repository.sha256 ? "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
                                                   : "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";
  std::vector<std::string> args{"ls-files", "--debug", "-z", "--"};
  for (const Entry& e : entries)
    if (e.object == empty && args.size() < 1000) args.push_back(prefix + e.path);
  if (args.size() == 4) return Done{};
  const Result<std::string> listed = ask_git(repository, args);
  if (!listed) return listed.failure();
  // PATH NUL, then lines up to "  size: N\tflags: HEX\n" and the next path
  std::set<std::string> announced;
  std::string_view text = *listed;
  while (!text.empty()) {
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) break;
    const std::string path(text.substr(0, end));
    const std::size_t flags = text.find("flags: ", end);
    if (flags == std::string_view::npos) break;
    const std::size_t newline = std::min(text.find('\n', flags), text.size());
    const unsigned long bits =
        std::strtoul(std::string(text.substr(flags + 7, newline - flags - 7)).c_str(), nullptr, 16);
    if ((bits >> 29 & 1) != 0 && path.size() > prefix.size()) announced.insert(path.substr(prefix.size()));
    text.remove_prefix(std::min(text.size(), newline + 1));
  }
  std::erase_if(entries, [&](const Entry& e) { return announced.contains(e.path); });
  return Done{};
}

constexpr std::size_t kFewPaths = 500;  // that fit on a command line, and that naming is quicker for than listing all

std::vector<std::string> with_paths(std::vector<std::string> args, const std::string& prefix) {
  args.push_back("--");
  for (std::string& path : workspace_paths(prefix)) args.push_back(std::move(path));
  return args;
}

}  // namespace

Result<Snapshot> load_index(const Repository& repository, const std::string& prefix) {
  if (repository.work_tree.empty())
    return Failure{
        say("there is no index here: '{0}' has no work tree", "'{0}' 没有工作树，也就没有暂存区", repository.git_dir)};
  const Result<std::string> listed = ask_git(repository, with_paths({"ls-files", "-s", "-z", "--full-name"}, prefix));
  if (!listed) return listed.failure();
  Listing listing(prefix, nullptr);
  for_each_record(*listed, [&](std::string_view record) {  // MODE SP OID SP STAGE TAB PATH
    const std::size_t tab = record.find('\t'), space = record.find(' ');
    if (tab == std::string_view::npos || space > tab || tab < 2) return;
    listing.add(record.substr(tab + 1), record.substr(0, space), record.substr(space + 1, tab - space - 3),
                record[tab - 1] != '0');
  });
  const Outcome dropped = drop_announced(repository, prefix, listing.entries);
  if (!dropped) return dropped.failure();
  return Snapshot("index", std::move(listing.entries), std::make_unique<GitSource>(repository.objects));
}

Result<Snapshot> load_revision(const Repository& repository, const std::string& prefix, const std::string& revision) {
  const Result<std::string> oid = resolve_commit(repository, revision);
  if (!oid) return oid.failure();
  return load_commit(repository, prefix, *oid, fmt::format("{} ({})", revision, short_oid(*oid)));
}

Result<Snapshot> load_commit(const Repository& repository, const std::string& prefix, const std::string& oid,
                             const std::string& label, const PathSet* records) {
  std::vector<std::string> args = with_paths({"ls-tree", "-r", "-z", "--full-tree", oid}, prefix);
  if (records != nullptr && records->size() <= kFewPaths) {
    args.pop_back();  // records/
    for (const std::string& path : *records)
      if (path.starts_with(kRecordFolder)) args.push_back(prefix + path);
  }
  const Result<std::string> listed = ask_git(repository, args);
  if (!listed) return listed.failure();
  Listing listing(prefix, records);
  for_each_record(*listed, [&](std::string_view record) {  // MODE SP TYPE SP OID TAB PATH
    const std::size_t tab = record.find('\t'), space = record.find(' ');
    if (tab == std::string_view::npos || space > tab) return;
    const std::size_t object = record.rfind(' ', tab) + 1;
    listing.add(record.substr(tab + 1), record.substr(0, space), record.substr(object, tab - object), false);
  });
  return Snapshot(label, std::move(listing.entries), std::make_unique<GitSource>(repository.objects));
}

PathSet changed_paths(const Snapshot& a, const Snapshot& b) {
  PathSet paths;
  const std::vector<Entry>&x = a.entries(), &y = b.entries();
  std::size_t i = 0, k = 0;
  while (i < x.size() || k < y.size()) {
    const int order = i == x.size() ? 1 : k == y.size() ? -1 : x[i].path.compare(y[k].path);
    if (order < 0) paths.insert(x[i++].path);
    else if (order > 0) paths.insert(y[k++].path);
    else {
      if (x[i].kind != y[k].kind || x[i].object != y[k].object) paths.insert(x[i].path);
      ++i, ++k;
    }
  }
  return paths;
}

namespace {

// NUL-terminated full paths, cut to the workspace.
PathSet paths_below(const std::string& prefix, std::string_view text) {
  PathSet paths;
  for_each_record(text, [&](std::string_view path) {
    if (path.starts_with(prefix) && in_workspace(path.substr(prefix.size()))) paths.emplace(path.substr(prefix.size()));
  });
  return paths;
}

}  // namespace

Result<PathSet> changed_paths(const Repository& repository, const std::string& prefix, const std::string& a,
                              const std::string& b) {
  const Result<std::string> text = ask_git(
      repository,
      with_paths({"diff-tree", "-r", "-z", "--name-only", "--no-renames", "--ignore-submodules=none", a, b}, prefix));
  if (!text) return text.failure();
  return paths_below(prefix, *text);
}

Result<PathSet> changed_in_index(const Repository& repository, const std::string& prefix, const std::string& commit) {
  const Result<std::string> text = ask_git(repository, with_paths({"diff-index", "--cached", "-z", "--name-only",
                                                                   "--no-renames", "--ignore-submodules=none", commit},
                                                                  prefix));
  if (!text) return text.failure();
  return paths_below(prefix, *text);
}

Result<PathSet> changed_in_work_tree(const Repository& repository, const std::string& prefix, const std::string& commit,
                                     const Snapshot& work_tree) {
  const Result<std::string> text = ask_git(
      repository,
      with_paths({"diff-index", "-z", "--name-only", "--no-renames", "--ignore-submodules=none", commit}, prefix));
  if (!text) return text.failure();
  const Result<std::string> tracked = ask_git(repository, with_paths({"ls-files", "-z", "--full-name"}, prefix));
  if (!tracked) return tracked.failure();
  PathSet paths = paths_below(prefix, *text);
  const PathSet index = paths_below(prefix, *tracked);
  for (const Entry& e : work_tree.entries())
    if (!index.contains(e.path)) paths.insert(e.path);
  return paths;
}

Result<std::optional<std::string>> find_workspace_in(const Repository& repository,
                                                     const std::optional<std::string>& commit,
                                                     const std::string& from) {
  std::vector<std::string> args =
      commit ? std::vector<std::string>{"ls-tree", "-z", "--name-only", "--full-tree", *commit, "--"}
             : std::vector<std::string>{"ls-files", "-z", "--full-name", "--"};
  const std::string name(kCampaignFile);
  for (std::string at = from;;) {
    args.push_back(at + name);
    if (at.empty()) break;
    const std::size_t slash = at.size() < 2 ? std::string::npos : at.rfind('/', at.size() - 2);
    at.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  const Result<std::string> listed = ask_git(repository, args);
  if (!listed) return listed.failure();
  std::optional<std::string> nearest;
  for_each_record(*listed, [&](std::string_view path) {
    path.remove_suffix(name.size());
    if (!nearest || path.size() > nearest->size()) nearest = std::string(path);
  });
  if (nearest || !repository.work_tree.empty() || !commit) return nearest;
  const Result<std::string> all = ask_git(repository, {"ls-tree", "-r", "-z", "--name-only", "--full-tree", *commit});
  if (!all) return all.failure();
  std::size_t count = 0;
  for_each_record(*all, [&](std::string_view path) {
    if (!path.ends_with("/" + name)) return;
    ++count;
    nearest = std::string(path.substr(0, path.size() - name.size()));
  });
  if (count != 1) nearest.reset();
  return nearest;
}

}  // namespace hazcheck
