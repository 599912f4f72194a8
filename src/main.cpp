// Real argv, streams, clock and terminal go in; an exit code comes out. The only catch-all.
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

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

// Whatever is still buffered must reach its file: a full disk is an error, a reader that went away is not.
int finish(int code) {
  errno = 0;
  std::cout.flush();
  if (std::cout.good() || errno == EPIPE) return code;
  std::cerr << "hazcheck: cannot write the output: " << std::strerror(errno == 0 ? EIO : errno) << '\n';
  return hazcheck::kCannot;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    hazcheck::Env env{.in = std::cin, .out = std::cout, .err = std::cerr};
    env.today = local_today();
    env.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    env.err_is_terminal = isatty(STDERR_FILENO) == 1;
    env.terminal_width = width_of_terminal();
    env.variable = variable;
    env.seconds = monotonic_seconds;
    return finish(hazcheck::run({argv + 1, argv + argc}, env));
  } catch (const std::bad_alloc&) {
    std::cerr << "hazcheck: out of memory\n";
  } catch (const std::exception& e) {
    std::cerr << "hazcheck: internal error: " << e.what() << "; please report this\n";
  }
  return hazcheck::kCannot;
}
