// The workspace on disk. Everything is opened relative to the root's descriptor with O_NOFOLLOW, so that neither a
// symbolic link nor a rename while we run leads outside it; a FIFO or device is never opened for reading.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/system_error.hpp"
#include "base/text.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Failure cannot_read(const std::string& path, int error) {
  return {with_reason(say("cannot read '{0}'", "无法读取 '{0}'", path), error)};
}

class DiskSource final : public ByteSource {
 public:
  explicit DiskSource(int root) : root_(root) {}

  Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const override {
    const Descriptor fd(::openat(root_.get(), entry.path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (fd.get() < 0) return cannot_read(entry.path, errno);
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return cannot_read(entry.path, errno);
    if (!S_ISREG(info.st_mode)) return cannot_read(entry.path, EINVAL);
    const std::size_t size = static_cast<std::size_t>(info.st_size);
    bytes.resize(std::min(size, limit) + 1);
    std::size_t have = 0;
    while (have < limit + 1) {  // one byte more than it should have shows a file that grew
      if (have == bytes.size()) bytes.resize(std::min(limit + 1, bytes.size() * 2));
      const ssize_t n = ::read(fd.get(), bytes.data() + have, bytes.size() - have);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return cannot_read(entry.path, errno);
      if (n == 0) break;
      have += static_cast<std::size_t>(n);
      if (have == size && have < bytes.size()) break;  // asked for more than there is, and got all there is
    }
    bytes.resize(have);
    return Done{};
  }

 private:
  Descriptor root_;
};

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISLNK(mode)) return EntryKind::symlink;
  if (S_ISDIR(mode)) return EntryKind::directory;
  if (S_ISFIFO(mode)) return EntryKind::fifo;
  return EntryKind::other;
}

// Lists `folder` (relative to root, no trailing slash) and all below it.
Outcome list_folder(int root, const std::string& folder, int depth, std::vector<Entry>& entries) {
  const int fd = ::openat(root, folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0) return cannot_read(folder, errno);
  DIR* dir = ::fdopendir(fd);
  if (dir == nullptr) {
    const int error = errno;
    ::close(fd);
    return cannot_read(folder, error);
  }
  Outcome outcome = Done{};
  std::vector<std::string> below;
  errno = 0;
  while (const dirent* item = ::readdir(dir)) {
    const std::string name = item->d_name;
    if (name.starts_with(".")) continue;
    std::string path = folder;
    path.append("/").append(name);
    mode_t mode = DTTOIF(item->d_type);
    if (item->d_type == DT_UNKNOWN) {  // some file systems do not say
      struct stat info {};
      if (::fstatat(root, path.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT) outcome = cannot_read(path, errno);
        errno = 0;
        continue;
      }
      mode = info.st_mode;
    }
    const EntryKind kind = kind_of(mode);
    if (kind != EntryKind::directory || looks_like_a_file(name) || depth >= kMaxFolderDepth)
      entries.push_back({path, kind, {}});
    else below.push_back(path);
  }
  if (errno != 0) outcome = cannot_read(folder, errno);
  ::closedir(dir);
  for (const std::string& path : below) {
    if (!outcome) break;
    outcome = list_folder(root, path, depth + 1, entries);
  }
  return outcome;
}

}  // namespace

Result<Snapshot> load_work_tree(const std::string& root, bool with_records) {
  const int fd = ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return cannot_read(root, errno);
  auto source = std::make_unique<DiskSource>(fd);
  std::vector<Entry> entries;
  std::vector<struct stat> right;  // the two files
  for (std::string_view name : {kCampaignFile, kRosterFile}) {
    struct stat info {};
    if (::fstatat(fd, std::string(name).c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
    entries.push_back({std::string(name), kind_of(info.st_mode), {}});
    right.push_back(info);
  }
  for (std::string_view name : kMisnamedFiles) {
    struct stat info {};
    if (::fstatat(fd, std::string(name).c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode)) continue;
    // Where the disk does not tell letter case apart, HAZCHECK.yaml is hazcheck.yaml itself.
    const bool itself = std::any_of(right.begin(), right.end(), [&](const struct stat& r) {
      return r.st_dev == info.st_dev && r.st_ino == info.st_ino;
    });
    if (!itself) entries.push_back({std::string(name), EntryKind::file, {}});
  }
  for (std::string_view folder : {kChecklistFolder, kRecordFolder}) {
    if (folder == kRecordFolder && !with_records) continue;
    const std::string name(folder.substr(0, folder.size() - 1));
    struct stat info {};
    if (::fstatat(fd, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (S_ISDIR(info.st_mode)) {
      Outcome listed = list_folder(fd, name, 0, entries);
      if (!listed) return listed.failure();
    } else {
      entries.push_back({name, kind_of(info.st_mode), {}});
    }
  }
  return Snapshot("work tree", std::move(entries), std::move(source));
}

Result<std::string> find_workspace(const std::string& from) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path start = fs::weakly_canonical(from.empty() ? "." : from, error);
  if (error || !fs::is_directory(start, error))
    return Failure{say("'{0}' is not a directory", "'{0}' 不是文件夹", from)};
  for (fs::path at = start;; at = at.parent_path()) {
    if (fs::exists(fs::symlink_status(at / std::string(kCampaignFile), error))) return at.string();
    if (at == at.parent_path()) break;
  }
  for (fs::path at = start;; at = at.parent_path()) {
    for (std::string_view name : kMisnamedFiles)
      if (lower_ascii(name).starts_with("hazcheck") && fs::is_regular_file(at / std::string(name), error))
        return Failure{say("'{0}' is not read: rename it to hazcheck.yaml", "'{0}' 不会被读取：请改名为 hazcheck.yaml",
                           (at / std::string(name)).string())};
    if (at == at.parent_path()) break;
  }
  return Failure{say("no hazcheck.yaml in '{0}' or any folder above it; 'hazcheck init' makes a new workspace here",
                     "'{0}' 及其上级文件夹中都没有 hazcheck.yaml；可用 'hazcheck init' 在此新建工作区",
                     start.string())};
}

}  // namespace hazcheck
