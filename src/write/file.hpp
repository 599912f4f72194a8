// Files that appear whole or not at all. The only place that writes to disk.
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hazcheck {

// Writes a new file; fails where something of that name is already there, and then leaves it as it is. Folders that
// are missing are made.
Outcome create_file(const std::string& path, std::string_view bytes, bool executable = false);

// Where a path leads if it names a symbolic link, also one whose target is not there; itself otherwise. Of links in a
// ring one of them.
std::string through_links(const std::string& path);

// Puts `bytes` in the place of whatever the file held: temporary file in the same folder, fsync, rename. The file keeps
// its mode, a symbolic link stays one and its target is written, even where that is not there yet; into a device or
// pipe it writes directly.
Outcome replace_file(const std::string& path, std::string_view bytes);

}  // namespace hazcheck
