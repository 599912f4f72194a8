// A real git repository in a temporary folder, with a fixed identity and clock, untouched by the user's configuration.
#pragma once
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/process.hpp"

namespace hazcheck::test {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "hazcheck-git-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = fs::canonical(name).string();
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// Sets a variable of this process, and puts it back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* was = std::getenv(name)) {
      had_ = true;
      was_ = was;
    }
    if (value == nullptr) ::unsetenv(name);
    else ::setenv(name, value, 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (had_) ::setenv(name_, was_.c_str(), 1);
    else ::unsetenv(name_);
  }

 private:
  const char* name_;
  bool had_ = false;
  std::string was_;
};

inline void write(const std::string& path, const std::string& text) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

inline std::string read(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// What git would find in a user's environment must not reach the tests, nor a hook's that runs them.
inline void settle_environment() {
  for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY",
                           "GIT_NAMESPACE", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH",
                           "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES", "GIT_DEFAULT_HASH"})
    ::unsetenv(name);
  for (const auto& [name, value] : {std::pair{"GIT_CONFIG_GLOBAL", "/dev/null"},
                                    {"GIT_CONFIG_NOSYSTEM", "1"},
                                    {"GIT_EDITOR", "true"},
                                    {"GIT_AUTHOR_NAME", "Test"},
                                    {"GIT_AUTHOR_EMAIL", "test@example.org"},
                                    {"GIT_COMMITTER_NAME", "Test"},
                                    {"GIT_COMMITTER_EMAIL", "test@example.org"},
                                    {"LC_ALL", "C.UTF-8"}})
    ::setenv(name, value, 1);
}

inline void set_day(const std::string& day) {
  ::setenv("GIT_AUTHOR_DATE", (day + "T12:00:00+08:00").c_str(), 1);
  ::setenv("GIT_COMMITTER_DATE", (day + "T12:00:00+08:00").c_str(), 1);
}

// Runs git in `folder` and returns its output without the last newline; it has to succeed.
inline std::string git(const std::string& folder, std::vector<std::string> args, const std::string& input = {}) {
  args.insert(args.begin(), "git");
  Result<ProcessOutput> done = run_process(args, folder, input);
  REQUIRE(done);
  INFO(args[1] << ": " << done->out << done->err);
  REQUIRE(done->status == 0);
  if (done->out.ends_with('\n')) done->out.pop_back();
  return done->out;
}

class GitSandbox {
 public:
  explicit GitSandbox(const std::vector<std::string>& init = {}) {
    settle_environment();
    set_day("2020-05-18");
    std::vector<std::string> args{"init", "-q", "-b", "main"};
    args.insert(args.end(), init.begin(), init.end());
    args.push_back(root());
    test::git("/", args);
  }

  std::string root() const { return folder_.path() + "/repo"; }
  std::string beside(const std::string& name) const { return folder_.path() + "/" + name; }
  std::string operator()(std::vector<std::string> args, const std::string& input = {}) const {
    return test::git(root(), std::move(args), input);
  }

  const GitSandbox& put(const std::string& path, const std::string& text) const {
    test::write(root() + "/" + path, text);
    return *this;
  }
  const GitSandbox& remove(const std::string& path) const {
    REQUIRE(fs::remove(root() + "/" + path));
    return *this;
  }
  // Everything as it lies there, committed on `day`; returns the commit.
  std::string commit(const std::string& subject, const std::string& day = "2020-05-18") const {
    set_day(day);
    (*this)({"add", "-A"});
    (*this)({"commit", "-q", "--allow-empty", "-m", subject});
    return (*this)({"rev-parse", "HEAD"});
  }

 private:
  Folder folder_;
};

}  // namespace hazcheck::test
