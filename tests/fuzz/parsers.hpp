// Parsers of our output that share no code with what wrote it: RFC 4180, strictly, and nlohmann's JSON.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace hazcheck::fuzz {

using CsvRows = std::vector<std::vector<std::string>>;

// Records end with `line_end`, the last one too; a quote stands only around a cell or doubled within one; a cell with
// a comma, quote or line end is quoted; all rows have as many cells. Aborts with the reason otherwise.
CsvRows parse_csv(std::string_view text, std::string_view line_end);

// Aborts where it is not JSON (UTF-8 in all strings, no duplicate keys in an object).
void check_json(const std::string& text);

// Lines of text for people: UTF-8, no control byte but newline, no bidi control. Aborts otherwise.
void check_plain_text(std::string_view text);

}  // namespace hazcheck::fuzz
