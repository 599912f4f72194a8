// posix_spawn with pipes. Must never build a shell command line.
#include "base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/system_error.hpp"

extern char** environ;  // NOLINT: POSIX's name

namespace hazcheck {
namespace {

Failure cannot_start(const std::string& program, int error) {
  return {with_reason(say("cannot run '{0}'", "无法运行 '{0}'", program), error)};
}

struct Pipe {
  int read = -1;
  int write = -1;
  bool open() {
    std::array<int, 2> fds{};
    if (pipe2(fds.data(), O_CLOEXEC) != 0) return false;
    read = fds[0];
    write = fds[1];
    return true;
  }
  ~Pipe() {
    if (read >= 0) ::close(read);
    if (write >= 0) ::close(write);
  }
  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
};

int take(int& fd) {
  const int out = fd;
  fd = -1;
  return out;
}

// Starts argv with the given descriptors as its standard streams; error_to < 0 leaves stderr as it is.
int spawn(const std::vector<std::string>& argv, const std::string& directory, int in, int out, int error_to,
          pid_t& pid) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  if (error_to >= 0) posix_spawn_file_actions_adddup2(&actions, error_to, 2);
  if (!directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> pointers;
  for (const std::string& a : argv) pointers.push_back(const_cast<char*>(a.c_str()));  // NOLINT: C interface
  pointers.push_back(nullptr);
  const int error = posix_spawnp(&pid, pointers[0], &actions, &attributes, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int wait_for(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Feeds `input` and collects both outputs until the program closes them.
void pump(Pipe& in, Pipe& out, Pipe& err, std::string_view input, ProcessOutput& result) {
  std::array<char, 65536> buffer;
  fcntl(in.write, F_SETFL, O_NONBLOCK);
  if (input.empty()) ::close(take(in.write));
  while (out.read >= 0 || err.read >= 0) {
    std::array<pollfd, 3> fds{{{out.read, POLLIN, 0}, {err.read, POLLIN, 0}, {in.write, POLLOUT, 0}}};
    if (poll(fds.data(), fds.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    const auto drain = [&](int& fd, short events, std::string& to) {
      if (fd < 0 || events == 0) return;
      const ssize_t n = ::read(fd, buffer.data(), buffer.size());
      if (n > 0) to.append(buffer.data(), static_cast<std::size_t>(n));
      else if (n == 0 || errno != EINTR) ::close(take(fd));
    };
    drain(out.read, fds[0].revents, result.out);
    drain(err.read, fds[1].revents, result.err);
    if (in.write >= 0 && fds[2].revents != 0) {
      const ssize_t n = ::write(in.write, input.data(), input.size());
      if (n > 0) input.remove_prefix(static_cast<std::size_t>(n));
      const bool broken = n < 0 && errno != EAGAIN && errno != EINTR;
      if (input.empty() || broken) ::close(take(in.write));
    }
  }
}

}  // namespace

Result<ProcessOutput> run_process(const std::vector<std::string>& argv, const std::string& directory,
                                  std::string_view input) {
  Pipe in, out, err;
  if (!in.open() || !out.open() || !err.open()) return cannot_start(argv[0], errno);
  pid_t pid = -1;
  const int error = spawn(argv, directory, in.read, out.write, err.write, pid);
  if (error != 0) return cannot_start(argv[0], error);
  ::close(take(in.read));
  ::close(take(out.write));
  ::close(take(err.write));
  ProcessOutput result;
  pump(in, out, err, input, result);
  result.status = wait_for(pid);
  return result;
}

Result<Conversation> Conversation::start(const std::vector<std::string>& argv, const std::string& directory) {
  Pipe in, out;
  if (!in.open() || !out.open()) return cannot_start(argv[0], errno);
  Conversation c;
  const int error = spawn(argv, directory, in.read, out.write, -1, c.pid_);
  if (error != 0) return cannot_start(argv[0], error);
  c.to_ = take(in.write);
  c.from_ = take(out.read);
  return c;
}

Conversation::Conversation(Conversation&& other) noexcept { *this = std::move(other); }

Conversation& Conversation::operator=(Conversation&& other) noexcept {
  if (this != &other) {
    close_all();
    pid_ = std::exchange(other.pid_, -1);
    to_ = std::exchange(other.to_, -1);
    from_ = std::exchange(other.from_, -1);
    buffer_ = std::move(other.buffer_);
    at_ = other.at_;
    end_ = other.end_;
  }
  return *this;
}

Conversation::~Conversation() { close_all(); }

void Conversation::close_all() {
  if (to_ >= 0) ::close(take(to_));
  if (from_ >= 0) ::close(take(from_));
  if (pid_ > 0) wait_for(std::exchange(pid_, -1));
}

bool Conversation::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(to_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// The buffer grows to what one answer needs and is then used again and again, never cleared.
bool Conversation::fill() {
  constexpr std::size_t kLeast = 65536;
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, end_ - at_);
    end_ -= at_;
    at_ = 0;
  }
  if (buffer_.size() - end_ < kLeast) buffer_.resize(std::max(buffer_.size() * 2, end_ + kLeast));
  ssize_t n = 0;
  do n = ::read(from_, buffer_.data() + end_, buffer_.size() - end_);
  while (n < 0 && errno == EINTR);
  if (n <= 0) return false;
  end_ += static_cast<std::size_t>(n);
  return true;
}

bool Conversation::read_line(std::string& line) {
  for (std::size_t seen = 0;;) {
    const std::string_view have = std::string_view(buffer_).substr(at_, end_ - at_);
    const std::size_t length = have.find('\n', seen);
    if (length != std::string_view::npos) {
      line.assign(have.substr(0, length));
      at_ += length + 1;
      return true;
    }
    seen = have.size();
    if (!fill()) return false;
  }
}

bool Conversation::read_exact(std::string& out, std::size_t size) {
  while (end_ - at_ < size)
    if (!fill()) return false;
  out.assign(buffer_, at_, size);
  at_ += size;
  return true;
}

}  // namespace hazcheck
