// What must hold of a file's bytes before anybody reads them as YAML.
#pragma once
#include <string_view>

#include "diag/diagnostic.hpp"

namespace hazcheck {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Size, encoding, control characters, line ends. False where an error was added; a byte order mark is a note.
bool check_bytes(std::string_view bytes, FileId file, Diagnostics& diagnostics);

// UTF-8 in which line ends (LF or CRLF) are the only control characters; the quick way to know that most
// files are.
bool is_plain_utf8(std::string_view bytes);

// Control characters that may stand in no text: C0 but tab and newline, DEL and C1.
bool is_forbidden_control(char32_t c);

}  // namespace hazcheck
