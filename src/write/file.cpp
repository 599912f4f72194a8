// Temporary file, fsync, then link (new) or rename (replace). Must never leave a partial file under the final name, nor
// a temporary one behind: signals that would end the program wait until the file is done.
#include "write/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "base/system_error.hpp"

namespace hazcheck {
namespace {

constexpr int kMostLinks = 40;  // as Linux has it

Failure cannot_write(const std::string& path, int error) {
  const std::string shown = std::filesystem::path(path).lexically_normal().string();
  return {with_reason(say("cannot write '{0}'", "无法写入 '{0}'", shown), error)};
}

// Holds back the signals by which people and systems end a program, for the moment that a file takes.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t ending;
    sigemptyset(&ending);
    for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) sigaddset(&ending, signal);
    ::pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

// 0, or errno.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

// 0, or errno. The temporary file's name goes to `temporary`.
int write_temporary(const std::string& path, std::string_view bytes, mode_t mode, std::string& temporary) {
  std::string name = path + ".tmp-XXXXXX";
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return errno;
  temporary = name;
  int error = write_all(fd, bytes);
  if (error == 0 && ::fchmod(fd, mode) != 0) error = errno;
  if (error == 0 && ::fsync(fd) != 0) error = errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

// What a file made by open(2) with these bits would have.
mode_t with_umask(mode_t mode) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mode & ~mask;
}

// A device, a pipe, a socket: written to where it is; it cannot be replaced. 0, or errno.
int write_into(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return errno;
  const int error = write_all(fd, bytes);
  return ::close(fd) != 0 && error == 0 ? errno : error;
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
  const SignalsHeld held;
  if (const int error = write_temporary(path, bytes, with_umask(executable ? 0777 : 0666), temporary); error != 0)
    return cannot_write(path, error);
  int error = ::link(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  // A file system without hard links: rename, after making sure once more that nothing is there.
  if (error == EPERM || error == EOPNOTSUPP)
    error = ::lstat(path.c_str(), &info) == 0 ? EEXIST : ::rename(temporary.c_str(), path.c_str()) == 0 ? 0 : errno;
  ::unlink(temporary.c_str());
  if (error != 0) return cannot_write(path, error);
  return Done{};
}

std::string through_links(const std::string& path) {
  std::filesystem::path at = path;
  std::error_code error;
  for (int links = 0; links < kMostLinks && std::filesystem::is_symlink(at, error); ++links) {
    const std::filesystem::path next = std::filesystem::read_symlink(at, error);
    if (error) break;
    at = at.parent_path() / next;  // an absolute one takes its place
  }
  return at.string();
}

Outcome replace_file(const std::string& path, std::string_view bytes) {
  struct stat info {};
  const bool there = ::stat(path.c_str(), &info) == 0;
  if (there && S_ISDIR(info.st_mode)) return cannot_write(path, EISDIR);
  if (there && !S_ISREG(info.st_mode)) {
    const int error = write_into(path, bytes);
    if (error != 0 && error != EPIPE) return cannot_write(path, error);
    return Done{};
  }
  const std::string target = through_links(path);
  if (struct stat link{}; ::lstat(target.c_str(), &link) == 0 && S_ISLNK(link.st_mode))
    return cannot_write(path, ELOOP);
  std::string temporary;
  const SignalsHeld held;
  const mode_t mode = there ? info.st_mode & 0777 : with_umask(0666);
  if (const int error = write_temporary(target, bytes, mode, temporary); error != 0) return cannot_write(path, error);
  if (::rename(temporary.c_str(), target.c_str()) == 0) return Done{};
  const int error = errno;
  ::unlink(temporary.c_str());
  return cannot_write(path, error);
}

}  // namespace hazcheck
