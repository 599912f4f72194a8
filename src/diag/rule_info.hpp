// What is known of a rule besides its function: permanent code, name, severity, and its page in both languages.
// The rows drive validate, explain, SARIF, the manual and the test that runs every example.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/lang.hpp"

namespace hazcheck {

enum class Severity : std::uint8_t { error, warning, note };

Label label_of(Severity severity);           // error / 错误 …
std::string_view key_of(Severity severity);  // error, warning, note

// What an example's text stands for. The rest of a small valid workspace is put around it (tests/unit/rules).
enum class ExampleOf : std::uint8_t {
  campaign,   // the whole hazcheck.yaml
  roster,     // the whole roster.yaml
  checklist,  // the whole checklists/test.yaml
  record,     // the whole records/self/u1.yaml
  answers,    // what stands below `answers:` of that record, without its indentation
  hazard,     // the one hazard of that record, as a mapping
  log,        // the entries below `log:` of that hazard, which is planned
  followups,  // the entries below `followups:` of records/bureau/u1.yaml
  files,      // several files, each after a line "== PATH"; they replace or join the workspace's own
  history     // the same in two states, after "== before: PATH" and "== after: PATH"; a path of one state only is not
              // there in the other. Committed on the harness's today
};

struct Example {
  ExampleOf of;
  std::string_view text;
};

struct RuleInfo {
  std::string_view code;  // HZ402
  std::string_view name;  // closed-before-found: describes the fault
  Severity severity;
  Label summary;  // one line
  Label why;      // one paragraph
  Example bad;    // yields exactly this code
  Example good;   // yields nothing
};

}  // namespace hazcheck
