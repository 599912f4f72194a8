// mkdtemp, write, fsync, rename. rename(2) takes the place of an empty folder and of nothing else.
#include "write/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "base/system_error.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kBuffer = std::size_t{1} << 18;

Failure cannot_make(const std::string& path, int error) {
  return {with_reason(say("cannot make '{0}'", "无法建立 '{0}'", fs::path(path).lexically_normal().string()), error)};
}

}  // namespace

NewFolder::File::~File() {
  if (fd_ >= 0) ::close(fd_);
}

bool NewFolder::File::append(std::string_view bytes) {
  size_ += bytes.size();
  buffer_ += bytes;
  return error_ == 0 && (buffer_.size() < kBuffer || flush());
}

bool NewFolder::File::flush() {
  std::string_view rest = buffer_;
  while (error_ == 0 && !rest.empty()) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) error_ = errno;
    else rest.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
  return error_ == 0;
}

Result<std::unique_ptr<NewFolder>> NewFolder::begin(const std::string& path) {
  fs::path target = fs::path(path).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  struct stat info {};
  std::error_code error;
  if (::lstat(target.c_str(), &info) == 0) {
    if (!S_ISDIR(info.st_mode)) return cannot_make(target.string(), EEXIST);
    if (!fs::is_empty(target, error) || error)
      return Failure{say("'{0}' is not empty; nothing is ever written over", "'{0}' 不是空文件夹；不会覆盖已有内容",
                         target.string())};
  }
  const fs::path parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
  fs::create_directories(parent, error);
  if (error) return cannot_make(parent.string(), error.value());
  std::string name = (parent / ("." + target.filename().string() + ".tmp-XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) return cannot_make(target.string(), errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(name.c_str(), 0777 & ~mask) != 0) return cannot_make(target.string(), errno);
  return std::unique_ptr<NewFolder>(new NewFolder(target.string(), std::move(name)));
}

NewFolder::~NewFolder() {
  if (temporary_.empty()) return;
  std::error_code ignored;  // nothing more can be done about it
  fs::remove_all(temporary_, ignored);
}

NewFolder::File* NewFolder::add(std::string_view name) {
  const int fd = ::creat((temporary_ + "/" + std::string(name)).c_str(), 0666);
  if (fd < 0) {
    error_ = errno;
    return nullptr;
  }
  files_.push_back(std::make_unique<File>(fd));
  return files_.back().get();
}

Outcome NewFolder::commit() {
  for (const auto& file : files_) {
    file->flush();
    if (file->error_ == 0 && ::fsync(file->fd_) != 0) file->error_ = errno;
    if (::close(file->fd_) != 0 && file->error_ == 0) file->error_ = errno;
    file->fd_ = -1;
    if (error_ == 0) error_ = file->error_;
  }
  if (error_ != 0) return cannot_make(path_, error_);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_make(path_, errno);
  temporary_.clear();
  return Done{};
}

}  // namespace hazcheck
