// Two sources as one. Must not write anything.
#include "source/overlay.hpp"

namespace hazcheck {
namespace {

class OverlaySource final : public ByteSource {
 public:
  OverlaySource(const Snapshot& base, std::map<std::string, std::string> more) : base_(base), more_(std::move(more)) {}
  Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const override {
    const auto it = more_.find(entry.path);
    if (it == more_.end()) return base_.read(*base_.find(entry.path), limit, bytes);
    bytes.assign(it->second, 0, limit + 1);
    return Done{};
  }

 private:
  const Snapshot& base_;
  std::map<std::string, std::string> more_;
};

}  // namespace

Snapshot overlay(const Snapshot& base, std::map<std::string, std::string> more) {
  std::vector<Entry> entries;
  for (const Entry& e : base.entries())
    if (!more.contains(e.path)) entries.push_back(e);
  for (const auto& [path, content] : more) entries.push_back({path, EntryKind::file, {}});
  return Snapshot(base.label(), std::move(entries), std::make_unique<OverlaySource>(base, std::move(more)));
}

}  // namespace hazcheck
