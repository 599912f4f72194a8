// Blobs by their object id, through running `git cat-file --batch` processes. Called from several threads.
#pragma once
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/process.hpp"
#include "base/result.hpp"

namespace hazcheck {

class GitObjects {
 public:
  explicit GitObjects(std::string git_dir) : git_dir_(std::move(git_dir)) {}

  // Replaces `bytes` with the blob, at most `limit` + 1 bytes of it; of a larger one no more is ever read.
  // Calls ahead() where git has not been asked for this blob yet: for the blobs that will likely be wanted next, in
  // order, a few at most. Git works on them meanwhile.
  template <class Ahead>
  Outcome read(const std::string& oid, std::size_t limit, std::string& bytes, const Ahead& ahead) {
    Reader reader = take(oid);
    if (!reader.waits()) {
      std::vector<std::string> oids{oid};
      ahead(oids);
      Outcome asked = ask(reader, oids);
      if (!asked) return asked;
    }
    return answer(std::move(reader), limit, bytes);
  }

 private:
  // A conversation and what it has been asked for and not answered yet.
  struct Reader {
    std::optional<Conversation> git;  // once started
    std::vector<std::string> asked;   // from `next` on
    std::size_t next = 0;
    bool waits_for(const std::string& oid) const { return next < asked.size() && asked[next] == oid; }
    bool waits() const { return next < asked.size(); }
  };

  Reader take(const std::string& oid);
  Outcome ask(Reader& reader, const std::vector<std::string>& oids);
  Outcome answer(Reader reader, std::size_t limit, std::string& bytes);

  std::string git_dir_;
  std::mutex mutex_;
  std::vector<Reader> idle_;
};

}  // namespace hazcheck
