// The files of one workspace at one moment: the work tree, the git index, a revision, or memory (tests).
// Paths are listed at once; bytes are read on demand, from any thread.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace hazcheck {

// What stands at a path. Only a regular file is ever read; the others are reported by the rules.
enum class EntryKind : std::uint8_t { file, symlink, directory, fifo, other, submodule, conflict };

struct Entry {
  std::string path;  // relative to the workspace, '/' between parts, bytes as they are
  EntryKind kind = EntryKind::file;
  std::string object;  // git object id; empty for the work tree
};

// Where the bytes of a snapshot come from. One instance per snapshot; read() is called from several threads.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;
  // Told once what it will be asked for: the snapshot's entries, in order, valid as long as the source.
  virtual void prepare(std::span<const Entry>) {}
  // Replaces `bytes` with the entry's content, at most `limit` + 1 bytes of it.
  virtual Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const = 0;
};

class Snapshot {
 public:
  Snapshot() = default;
  Snapshot(std::string label, std::vector<Entry> entries, std::unique_ptr<ByteSource> source);

  const std::string& label() const { return label_; }             // "work tree", "index", "HEAD~1 (3f2a…)"
  const std::vector<Entry>& entries() const { return entries_; }  // sorted by path
  const Entry* find(std::string_view path) const;
  Outcome read(const Entry& entry, std::size_t limit, std::string& bytes) const;
  // Leaves the entries whose path is wanted. Call before anything has been read.
  void keep(const std::function<bool(const std::string& path)>& wanted);

 private:
  std::string label_;
  std::vector<Entry> entries_;
  std::unique_ptr<ByteSource> source_;
};

inline constexpr std::string_view kCampaignFile = "hazcheck.yaml";
inline constexpr std::string_view kRosterFile = "roster.yaml";
// Slips for the two: listed, so that they can be told of, and never read.
inline constexpr std::string_view kMisnamedFiles[] = {
    "hazcheck.YAML", "hazcheck.yaml.txt", "hazcheck.yml",  "hazcheck.yml.txt", "roster.YAML",  "roster.yaml.txt",
    "roster.yml",    "roster.yml.txt",    "HAZCHECK.yaml", "HAZCHECK.YAML",    "HAZCHECK.YML", "Hazcheck.yaml",
    "ROSTER.yaml",   "ROSTER.YAML",       "ROSTER.YML",    "Roster.yaml"};
inline constexpr std::string_view kChecklistFolder = "checklists/";
inline constexpr std::string_view kRecordFolder = "records/";

// Whether a snapshot lists the path at all: the two files at the top, slips for them, and everything under the two
// folders.
bool in_workspace(std::string_view path);
// All of them, each behind `prefix`: what git is asked to list.
std::vector<std::string> workspace_paths(const std::string& prefix);
// A folder of such a name, or one deeper than this below records/ or checklists/, is listed itself, not what is in it.
bool looks_like_a_file(std::string_view name);
inline constexpr int kMaxFolderDepth = 8;

// The workspace below `root` as it lies on disk. Never follows a symbolic link below `root`, never opens
// anything but a regular file.
Result<Snapshot> load_work_tree(const std::string& root, bool with_records = true);

// path → content; for tests and for checking a file before it is written.
Snapshot snapshot_of(std::map<std::string, std::string> files, std::string label = "memory");

// The nearest directory at or above `from` that holds hazcheck.yaml; fails naming all that was looked at.
Result<std::string> find_workspace(const std::string& from);

}  // namespace hazcheck
