// Everything the outside world gives the program: streams, clock, terminal, environment. main fills it from the
// real ones; tests fill it by hand, so that run() can be called in-process.
#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/lang.hpp"

namespace hazcheck {

struct Env {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Date today{};
  std::string directory = ".";  // where the program was started
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t terminal_width = 80;  // columns of stdout's terminal
  std::function<std::string(const char*)> variable = [](const char*) { return std::string(); };  // "" where unset
  Lang lang = Lang::en;  // set by run(): what it speaks, for what main has to say after it
  std::function<double()> seconds = [] { return 0.0; };  // since some fixed moment; for progress only
};

inline constexpr int kOk = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;
inline constexpr int kCannot = 3;

// The whole program. args without the program's name. Returns the exit code; throws nothing on bad input.
int run(const std::vector<std::string>& args, Env& env);

}  // namespace hazcheck
