// Which file of a snapshot is what, by its path; and what lies there that nothing reads.
#pragma once
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/model.hpp"
#include "read/decoder.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {

// A file that looks like a record or checklist and is none; what it may be instead only the records tell.
struct UnreadFile {
  FileId file = kNoFile;
  Severity severity = Severity::error;
};

struct WorkspaceFiles {  // FileId: the index in Snapshot::entries()
  FileId campaign = kNoFile;
  FileId roster = kNoFile;
  std::vector<FileId> checklists;
  std::vector<FileId> records;
  std::vector<UnreadFile> unread;
};

// Sorts the entries by kind and reports those that are no regular files, slips for the two names at the top, and a
// missing roster or campaign.
WorkspaceFiles sort_files(const Snapshot& snapshot, Diagnostics& diagnostics);

// Reports what looks like a record or checklist but is not read, and is no evidence that a record names.
void report_unread(const WorkspaceFiles& files, const Model& model, Diagnostics& diagnostics);

// Reports a record whose path disagrees with its round or unit.
void check_path(Decoder& decoder, std::string_view path, const Record& record);

}  // namespace hazcheck
