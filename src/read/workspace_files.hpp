// Which file of a snapshot is what, by its path; and what lies there that nothing reads.
#pragma once
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/record.hpp"
#include "read/decoder.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {

struct WorkspaceFiles {  // FileId: the index in Snapshot::entries()
  FileId campaign = kNoFile;
  FileId roster = kNoFile;
  std::vector<FileId> checklists;
  std::vector<FileId> records;
};

// Sorts the entries by kind and reports those that are no regular files, those that look like records or checklists
// but are not read, and a missing roster or campaign.
WorkspaceFiles sort_files(const Snapshot& snapshot, Diagnostics& diagnostics);

// Reports a record whose path disagrees with its round or unit.
void check_path(Decoder& decoder, std::string_view path, const Record& record);

}  // namespace hazcheck
