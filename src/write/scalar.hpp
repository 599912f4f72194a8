// Scalars as YAML text that reads back as the same value under every reader.
#pragma once
#include <string>
#include <string_view>

namespace hazcheck {

// In double quotes, with escapes for quotes, backslashes and newlines.
std::string quoted(std::string_view text);

// Plain where nothing could be mistaken (ids, dates, plain words of letters, digits and CJK), else quoted.
std::string plain_or_quoted(std::string_view text);

// A comment's text: newlines and control characters become blanks.
std::string comment_text(std::string_view text);

// The text as comment lines of at most 96 columns, each behind the indentation.
void append_comment(std::string& out, std::string_view indent, std::string_view text);

}  // namespace hazcheck
