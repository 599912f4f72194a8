// What a caller may ask of a renderer. Plain data; how each option shows is the renderers' business.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>

#include "base/lang.hpp"
#include "diag/diagnostic.hpp"

namespace hazcheck {

struct TextOptions {
  Lang lang = Lang::en;
  std::size_t width = 0;  // columns of the terminal; 0: not a terminal, nothing is wrapped, dropped or elided
  bool color = false;
  bool plain = false;  // no bars, sparklines or other Unicode drawing
};

struct CsvOptions {
  Lang header = Lang::en;
  bool excel = false;  // byte order mark, CRLF, and ' before text that a spreadsheet would take for a formula
};

struct ReportOptions {
  TextOptions text;  // JSON takes its language for sentences
  CsvOptions csv;
};

// What `validate` found, in the order to show; places are filled in.
struct Findings {
  const Diagnostics& diagnostics;
  std::size_t files = 0;                        // that were checked
  std::span<const RuleInfo* const> rules = {};  // every rule there is (SARIF)
  std::string_view version = {};                // of the program (SARIF)
  std::string_view prefix = {};                 // of the workspace in its repository, "a/b/" (SARIF, GitHub)
};

struct DiagnosticOptions {
  Lang lang = Lang::en;
  bool color = false;
  std::size_t width = 0;  // of the terminal; 0: excerpts take up to 120 columns
  bool excerpt = true;    // false: exactly one line for each diagnostic, without help and notes
};

}  // namespace hazcheck
