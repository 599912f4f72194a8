// One fault in the user's data, and the collection of them. Nothing here prints.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/lang.hpp"
#include "diag/rule_info.hpp"
#include "diag/span.hpp"

namespace hazcheck {

// A place as people count: lines and columns from 1, columns in characters; its line's text for the excerpt.
struct Place {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
  std::size_t end_line = 0;
  std::size_t end_column = 0;  // one past the last character
  std::string text;            // the line, without its newline; printable form is the renderer's work
};

struct RelatedNote {
  Span at;
  Text message;
  Place place;  // filled in by locate()
};

struct Diagnostic {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::error;
  Span at;
  Text message;  // lower case, the fault first, the subject in single quotes, no full stop
  Text help;     // how to mend it; may be empty
  std::vector<RelatedNote> notes;
  Place place;  // filled in by locate()
};

class Diagnostics {
 public:
  Diagnostic& add(const RuleInfo& rule, Span at, Text message, Text help = {});
  void append(Diagnostics&& other);
  // By path, position, code, message: independent of the order of discovery. Call after locate().
  void sort();
  std::size_t count(Severity severity) const;
  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }
  const std::vector<Diagnostic>& list() const { return list_; }
  std::vector<Diagnostic>& list() { return list_; }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace hazcheck
