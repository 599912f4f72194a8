// Temporary file, fsync, then link (new) or rename (replace). Must never leave a partial file under the final name.
#include "write/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

namespace hazcheck {
namespace {

Failure cannot_write(const std::string& path, int error) {
  return {say("cannot write '{0}': {1}", "无法写入 '{0}'：{1}", path, std::string(std::strerror(error)))};
}

// 0, or errno. The temporary file's name goes to `temporary`.
int write_temporary(const std::string& path, std::string_view bytes, mode_t mode, std::string& temporary) {
  std::vector<char> name(path.begin(), path.end());
  for (char c : std::string_view(".tmp-XXXXXX")) name.push_back(c);
  name.push_back('\0');
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return errno;
  temporary = name.data();
  int error = 0;
  while (error == 0 && !bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) error = errno;
    else bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (error == 0 && ::fchmod(fd, mode & ~mask) != 0) error = errno;
  if (error == 0 && ::fsync(fd) != 0) error = errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

}  // namespace

Outcome create_file(const std::string& path, std::string_view bytes, bool executable) {
  std::error_code folder_error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directories(folder, folder_error);
  if (folder_error) return cannot_write(folder.string(), folder_error.value());
  struct stat info {};
  if (::lstat(path.c_str(), &info) == 0) return cannot_write(path, EEXIST);
  std::string temporary;
  if (const int error = write_temporary(path, bytes, executable ? 0777 : 0666, temporary); error != 0)
    return cannot_write(path, error);
  int error = ::link(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  // A file system without hard links: rename, after making sure once more that nothing is there.
  if (error == EPERM || error == EOPNOTSUPP)
    error = ::lstat(path.c_str(), &info) == 0 ? EEXIST : ::rename(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  ::unlink(temporary.c_str());
  if (error != 0) return cannot_write(path, error);
  return Done{};
}

Outcome replace_file(const std::string& path, std::string_view bytes) {
  std::string temporary;
  if (const int error = write_temporary(path, bytes, 0666, temporary); error != 0) return cannot_write(path, error);
  if (::rename(temporary.c_str(), path.c_str()) == 0) return Done{};
  const int error = errno;
  ::unlink(temporary.c_str());
  return cannot_write(path, error);
}

}  // namespace hazcheck
