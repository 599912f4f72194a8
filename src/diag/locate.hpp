// Turns byte ranges into lines and columns, given the bytes of each file that has something to show.
#pragma once
#include <functional>
#include <string>

#include "diag/diagnostic.hpp"

namespace hazcheck {

// The place of [mark.begin, mark.end) in `bytes` (a byte order mark counts for no column). Offsets beyond the
// end are cut back to it. An end on another line is kept in end_line; the text is the first line's.
Place place_of(const std::string& path, std::string_view bytes, Mark mark);

struct FileText {
  std::string path;
  std::string bytes;  // empty where the file could not be read again: line and column stay 0
};

// Fills in every place. `read` is asked once for each file that is mentioned, on at most `jobs` threads (0: all usable
// cores).
void locate(Diagnostics& diagnostics, const std::function<FileText(FileId)>& read, unsigned jobs = 1);

}  // namespace hazcheck
