// Real argv, streams, clock and terminal go in; an exit code comes out. The only catch-all.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <streambuf>
#include <string>
#include <vector>

#include "base/system_error.hpp"
#include "commands/env.hpp"

namespace {

hazcheck::Date local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return hazcheck::from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::size_t width_of_terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

double monotonic_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Standard output that remembers why it failed. After a failure it takes no more.
class StandardOutput : public std::streambuf {
 public:
  StandardOutput() { setp(buffer_.data(), buffer_.data() + buffer_.size()); }
  int error() const { return error_; }  // 0, or errno

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  std::streamsize xsputn(const char* from, std::streamsize size) override {
    if (size <= epptr() - pptr()) return std::streambuf::xsputn(from, size);
    if (sync() != 0) return 0;
    return write_out(from, size) ? size : 0;
  }
  int sync() override {
    const bool good = write_out(pbase(), pptr() - pbase());
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return good ? 0 : -1;
  }

 private:
  bool write_out(const char* from, std::streamsize size) {
    while (error_ == 0 && size > 0) {
      const ssize_t n = ::write(STDOUT_FILENO, from, static_cast<std::size_t>(size));
      if (n >= 0) {
        from += n;
        size -= n;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    return error_ == 0;
  }

  std::array<char, 64 * 1024> buffer_{};
  int error_ = 0;
};

// Whatever is still buffered must reach its file: a full disk is an error, a reader that went away is not.
int finish(int code, StandardOutput& output, hazcheck::Lang lang) {
  output.pubsync();
  if (output.error() == 0 || output.error() == EPIPE) return code;
  const hazcheck::Text head = hazcheck::say("cannot write the output", "无法写出结果");
  std::cerr << "hazcheck: " << hazcheck::with_reason(head, output.error()).in(lang) << '\n';
  return hazcheck::kCannot;
}

// Started with a standard stream closed, the first file we open would take its number, and get its output.
void occupy_standard_streams() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd)
    if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF) (void)::open("/dev/null", O_RDONLY);  // writing to it fails, too
}

// On a terminal the two streams come in the order in which they were written. std::cerr outlives what it is tied to.
struct Tied {
  explicit Tied(std::ostream& out) { std::cerr.tie(&out); }
  Tied(const Tied&) = delete;
  Tied& operator=(const Tied&) = delete;
  ~Tied() { std::cerr.tie(nullptr); }
};

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like any other
  occupy_standard_streams();
  StandardOutput output;
  std::ostream out(&output);
  const Tied tied(out);
  hazcheck::Env env{.in = std::cin, .out = out, .err = std::cerr};
  try {
    env.today = local_today();
    env.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    env.err_is_terminal = isatty(STDERR_FILENO) == 1;
    env.terminal_width = width_of_terminal();
    env.variable = variable;
    env.seconds = monotonic_seconds;
    const int code = hazcheck::run({argv + 1, argv + argc}, env);
    return finish(code, output, env.lang);
  } catch (const std::bad_alloc&) {
    std::cerr << (env.lang == hazcheck::Lang::zh ? "hazcheck: 内存不足\n" : "hazcheck: out of memory\n");
  } catch (const std::exception& e) {
    std::cerr << "hazcheck: "
              << hazcheck::say("internal error: {0}; please report this", "程序内部错误：{0}；请反馈给维护者",
                               std::string(e.what()))
                     .in(env.lang)
              << '\n';
  }
  return hazcheck::kCannot;
}
