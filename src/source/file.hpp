// One file that the user or git names outright, wherever it lies. Everything of a workspace is read through a Snapshot.
#pragma once
#include <string>

#include "base/result.hpp"

namespace hazcheck {

// Replaces `bytes` with what the file holds, at most `limit` + 1 bytes of it. Follows symbolic links; reads a FIFO or
// a device to its end, and a FIFO that nobody writes to is empty: never waits for a writer.
Outcome read_whole_file(const std::string& path, std::size_t limit, std::string& bytes);

}  // namespace hazcheck
