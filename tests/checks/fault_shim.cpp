// Loaded into the program by tests/checks/faults (LD_PRELOAD): makes one system call on one file fail or behave oddly.
// FAULT=CALL,PART,ACTION: calls of CALL on a path that contains PART. Must not depend on the project.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Fault {
  char call[16] = "";
  char part[256] = "";
  char action[32] = "";
};

const Fault& fault() {
  static const Fault kFault = [] {
    Fault f;
    const char* text = std::getenv("FAULT");
    if (text != nullptr && std::sscanf(text, "%15[^,],%255[^,],%31s", f.call, f.part, f.action) != 3) std::abort();
    return f;
  }();
  return kFault;
}

bool meant(const char* call, const char* path) {
  return std::strcmp(fault().call, call) == 0 && std::strstr(path, fault().part) != nullptr;
}

bool meant(const char* call, int fd, char (&path)[4096]) {
  if (std::strcmp(fault().call, call) != 0) return false;
  char link[64];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t length = ::readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = '\0';
  return std::strstr(path, fault().part) != nullptr;
}

bool is(const char* action) { return std::strcmp(fault().action, action) == 0; }
bool first_time() {
  static std::atomic<bool> kDone{false};
  return !kDone.exchange(true);
}

// -1 with errno where the action is one; else 0.
int failing() {
  const struct {
    const char* name;
    int number;
  } kNames[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EMFILE", EMFILE}, {"EACCES", EACCES}};
  for (const auto& known : kNames)
    if (is(known.name)) {
      errno = known.number;
      return -1;
    }
  return 0;
}

template <class F>
F real(const char* name) {
  return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));  // NOLINT
}

void append_to(const char* path) {
  const int fd = ::open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
  if (fd < 0) return;
  char block[4096];
  std::memset(block, '#', sizeof block);
  block[0] = block[sizeof block - 1] = '\n';
  static const auto kWrite = real<ssize_t (*)(int, const void*, size_t)>("write");
  for (int i = 0; i < 8; ++i) (void)!kWrite(fd, block, sizeof block);
  ::close(fd);
}

}  // namespace

extern "C" {

ssize_t read(int fd, void* to, size_t size) {
  static const auto kRead = real<ssize_t (*)(int, void*, size_t)>("read");
  char path[4096];
  if (meant("read", fd, path)) {
    if (failing() != 0) return -1;
    if (is("short") && size > 3) size = 3;
    if (is("interrupted") && first_time()) {
      errno = EINTR;
      return -1;
    }
    if (is("grow") && first_time()) append_to(path);
    if (is("shrink") && first_time()) (void)!::truncate(path, 20);
    if (is("unlink") && first_time()) ::unlink(path);
  }
  return kRead(fd, to, size);
}

int openat(int at, const char* path, int flags, ...) {
  static const auto kOpenat = real<int (*)(int, const char*, int, ...)>("openat");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = va_arg(rest, mode_t);
  va_end(rest);
  if (meant("openat", path)) {
    if (failing() != 0) return -1;
    if (is("unlink")) ::unlinkat(at, path, 0);
  }
  return kOpenat(at, path, flags, mode);
}

ssize_t write(int fd, const void* from, size_t size) {
  static const auto kWrite = real<ssize_t (*)(int, const void*, size_t)>("write");
  char path[4096];
  if (meant("write", fd, path)) {
    if (failing() != 0) return -1;
    if (is("short") && size > 3) size = 3;
    if (is("half")) {  // some of it, then no more room
      if (!first_time()) {
        errno = ENOSPC;
        return -1;
      }
      size = size > 1 ? size / 2 : size;
    }
    if (is("signal") && first_time()) ::raise(SIGINT);
    if (is("kill") && first_time()) ::raise(SIGKILL);
  }
  return kWrite(fd, from, size);
}

int fsync(int fd) {
  static const auto kFsync = real<int (*)(int)>("fsync");
  char path[4096];
  if (meant("fsync", fd, path) && failing() != 0) return -1;
  return kFsync(fd);
}

int rename(const char* from, const char* to) {
  static const auto kRename = real<int (*)(const char*, const char*)>("rename");
  if (meant("rename", to) && failing() != 0) return -1;
  return kRename(from, to);
}

}  // extern "C"
