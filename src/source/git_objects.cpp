// One conversation serves one thread at a time; it goes back to the pool only where it knows what comes next.
#include "source/git_objects.hpp"

#include <algorithm>
#include <charconv>

namespace hazcheck {
namespace {

constexpr std::size_t kMostReaders = 8;
constexpr std::size_t kDrainLimit = 4 * 1024 * 1024;

Failure cannot_read(const std::string& oid) {
  return {say("git object {0} cannot be read: missing or damaged ('git fsck' tells more)",
              "无法读取 git 对象 {0}：缺失或损坏（可用 'git fsck' 检查）", oid)};
}

// <oid> SP <type> SP <size>; false for <oid> SP "missing".
bool size_in(const std::string& line, std::size_t& size) {
  const std::size_t type = line.find(' '), at = line.rfind(' ');
  return type != std::string::npos && at > type &&
         std::from_chars(line.data() + at + 1, line.data() + line.size(), size).ec == std::errc();
}

}  // namespace

// The reader that has been asked for `oid` next, else one that waits for nothing, else one that lets go of what it
// was asked for, else a new one.
GitObjects::Reader GitObjects::take(const std::string& oid) {
  Reader reader;
  {
    const std::lock_guard lock(mutex_);
    auto found = std::find_if(idle_.begin(), idle_.end(), [&](const Reader& r) { return r.waits_for(oid); });
    if (found == idle_.end())
      found = std::find_if(idle_.begin(), idle_.end(), [](const Reader& r) { return !r.waits(); });
    if (found == idle_.end() && idle_.size() >= kMostReaders) found = idle_.begin();
    if (found == idle_.end()) return reader;
    reader = std::move(*found);
    idle_.erase(found);
  }
  if (!reader.waits() || reader.waits_for(oid)) return reader;
  std::string line, bytes;
  for (; reader.waits(); ++reader.next) {
    std::size_t size = 0;
    if (!reader.git->read_line(line)) return {};
    if (!size_in(line, size)) continue;
    if (size > kDrainLimit || !reader.git->read_exact(bytes, size) || !reader.git->read_line(line)) return {};
  }
  return reader;
}

Outcome GitObjects::ask(Reader& reader, const std::vector<std::string>& oids) {
  if (!reader.git) {
    Result<Conversation> started =
        Conversation::start({"git", "--git-dir=" + git_dir_, "cat-file", "--batch"}, git_dir_);
    if (!started) return started.failure();
    reader.git.emplace(std::move(*started));
  }
  std::string request;
  for (const std::string& oid : oids) request.append(oid).append("\n");
  if (!reader.git->write(request)) return cannot_read(oids.front());
  reader.asked = oids;
  reader.next = 0;
  return Done{};
}

Outcome GitObjects::answer(Reader reader, std::size_t limit, std::string& bytes) {
  Conversation& git = *reader.git;
  const std::string oid = reader.asked[reader.next++];
  std::string line;
  if (!git.read_line(line)) return cannot_read(oid);
  std::size_t size = 0;
  const bool known = size_in(line, size);
  if (known && size > limit) {
    // Ending the conversation stops git; what lies beyond the limit is not read.
    if (!git.read_exact(bytes, limit + 1)) return cannot_read(oid);
    return Done{};
  }
  if (known && (!git.read_exact(bytes, size) || !git.read_line(line))) return cannot_read(oid);
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(reader));
  }
  if (!known) return cannot_read(oid);
  return Done{};
}

}  // namespace hazcheck
