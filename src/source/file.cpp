// open, fstat, read. Opens without blocking, so that a FIFO without a writer cannot hang git.
#include "source/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "base/system_error.hpp"

namespace hazcheck {
namespace {

Failure cannot_read(const std::string& path, int error) {
  return {with_reason(
      say("cannot read '{0}'", "无法读取 '{0}'", std::filesystem::path(path).lexically_normal().string()), error)};
}

// 0, or errno.
int read_to_end(int fd, std::size_t limit, std::string& bytes) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) return errno;
  if (S_ISDIR(info.st_mode)) return EISDIR;
  const int flags = ::fcntl(fd, F_GETFL);
  if (flags < 0 || ::fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) != 0) return errno;
  const std::size_t announced = S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0;
  bytes.resize(std::min(std::max<std::size_t>(announced, 4095), limit) + 1);
  std::size_t have = 0;
  while (have < limit + 1) {
    if (have == bytes.size()) bytes.resize(std::min(limit + 1, bytes.size() * 2));
    const ssize_t n = ::read(fd, bytes.data() + have, bytes.size() - have);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    if (n == 0) break;
    have += static_cast<std::size_t>(n);
  }
  bytes.resize(have);
  return 0;
}

}  // namespace

Outcome read_whole_file(const std::string& path, std::size_t limit, std::string& bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return cannot_read(path, errno);
  const int error = read_to_end(fd, limit, bytes);
  ::close(fd);
  if (error != 0) return cannot_read(path, error);
  return Done{};
}

}  // namespace hazcheck
