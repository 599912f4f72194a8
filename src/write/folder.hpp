// A folder of files that appears whole or not at all. Must not know what is in the files.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hazcheck {

// Gathers files in a hidden folder beside `path` and renames it there at the end. What was not committed is removed.
class NewFolder {
 public:
  class File {
   public:
    explicit File(int fd) : fd_(fd) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();
    bool append(std::string_view bytes);  // false once something could not be written
    std::uint64_t size() const { return size_; }

   private:
    friend class NewFolder;
    bool flush();
    int fd_;
    int error_ = 0;
    std::uint64_t size_ = 0;
    std::string buffer_;
  };

  // Fails where `path` is there and is not an empty folder, or where nothing can be made beside it.
  static Result<std::unique_ptr<NewFolder>> begin(const std::string& path);
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;
  ~NewFolder();

  // Stays valid until commit(). Null where it cannot be made; commit() says why.
  File* add(std::string_view name);
  // All files are on disk and the folder is in its place; or nothing is there, and why.
  Outcome commit();

 private:
  NewFolder(std::string path, std::string temporary) : path_(std::move(path)), temporary_(std::move(temporary)) {}
  std::string path_;
  std::string temporary_;
  std::vector<std::unique_ptr<File>> files_;
  int error_ = 0;
};

}  // namespace hazcheck
