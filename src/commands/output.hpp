// Where a command's output goes: stdout, or a file that appears whole or not at all; and progress on stderr.
#pragma once
#include <functional>
#include <ostream>
#include <string>

#include "base/result.hpp"
#include "commands/command.hpp"

namespace hazcheck {

// Calls `write` with stdout, or with a temporary file that is renamed to --output at the end. 0, or kCannot after
// saying why. A closed pipe is no error.
int write_output(Call& call, const std::function<void(std::ostream&)>& write);

// A line on stderr while work lasts, only on a terminal and only after half a second.
class Progress {
 public:
  explicit Progress(Call& call) : call_(call), started_(call.env.seconds()) {}
  void show(std::size_t done, std::size_t total);
  void clear();

 private:
  Call& call_;
  double started_;
  double last_ = 0;
  bool shown_ = false;
};

}  // namespace hazcheck
