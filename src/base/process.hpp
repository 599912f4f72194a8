// Runs another program without a shell. The only place that spawns.
#pragma once
#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hazcheck {

struct ProcessOutput {
  int status = 0;  // exit status; 128 + signal where a signal ended it
  std::string out;
  std::string err;
};

// Runs argv[0] (looked up in PATH) in `directory` ("" is the current one), gives it `input`, waits, and returns
// what it wrote. Fails only where the program could not be started or talked to.
Result<ProcessOutput> run_process(const std::vector<std::string>& argv, const std::string& directory = {},
                                  std::string_view input = {});

// A running program that is talked to over pipes (git cat-file --batch). Ended and reaped by the destructor.
class Conversation {
 public:
  static Result<Conversation> start(const std::vector<std::string>& argv, const std::string& directory = {});
  Conversation(Conversation&& other) noexcept;
  Conversation& operator=(Conversation&& other) noexcept;
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  ~Conversation();

  bool write(std::string_view bytes);                   // false: the program is gone
  bool read_line(std::string& line);                    // without its newline; false at the end
  bool read_exact(std::string& out, std::size_t size);  // replaces out; false where the stream ended early

 private:
  Conversation() = default;
  void close_all();
  bool fill();

  pid_t pid_ = -1;
  int to_ = -1;
  int from_ = -1;
  std::string buffer_;  // [at_, end_) has been received and not been taken
  std::size_t at_ = 0;
  std::size_t end_ = 0;
};

}  // namespace hazcheck
