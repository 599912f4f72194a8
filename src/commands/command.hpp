// What a command is: one row that feeds the parser, --help, the manual and shell completion, and its function.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "commands/env.hpp"

namespace hazcheck {

// What a shell may offer for a value.
enum class Completes : std::uint8_t {
  nothing,
  files,
  folders,
  choices,
  rounds,
  units,
  items,
  sections,
  types,
  areas,
  severities,
  departments,
  owners,
  hazards,  // of the workspace
  rules,
  figures,
  rules_and_figures,
  statuses,
  group_keys,
  commands,  // of the program
  revisions  // of git
};

struct Option {
  std::string_view name;     // "--by"
  std::string_view metavar;  // "KEY"; empty: a flag
  Label help;
  bool repeatable = false;                      // may be given several times
  std::span<const std::string_view> choices{};  // the only values, if any
  Completes completes = Completes::nothing;
  std::string_view short_name{};  // "-C"
};

struct Positional {
  std::string_view metavar;  // "ROUND"
  Label help;
  bool required = true;
  bool many = false;  // takes all that follow
  std::span<const std::string_view> choices{};
  Completes completes = Completes::nothing;
};

struct UsageExample {
  std::string_view line;  // "hazcheck validate --strict"
  Label says;
};

// The values of one call. Names as in the table, "--by".
class Args {
 public:
  bool has(std::string_view name) const { return values_.contains(name); }
  std::string get(std::string_view name, std::string_view fallback = {}) const;
  const std::vector<std::string>& all(std::string_view name) const;
  const std::vector<std::string>& positionals() const { return positionals_; }
  std::string positional(std::size_t index) const { return index < positionals_.size() ? positionals_[index] : ""; }

  void set(std::string_view name, std::vector<std::string> values) { values_[std::string(name)] = std::move(values); }
  void set_positionals(std::vector<std::string> values) { positionals_ = std::move(values); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> positionals_;
};

struct Command;

// One call of one command, with the options that every command takes already understood.
struct Call {
  const Command& command;
  Args args;
  Env& env;
  Lang lang = Lang::en;
  Date as_of{};  // --as-of, else today
  bool as_of_given = false;
  bool color = false;  // for stdout
  bool color_err = false;
  std::string directory;  // -C applied
  unsigned jobs = 0;      // --jobs; 0: as many as there are usable cores
};

struct Command {
  std::string_view name;  // "validate", "report weekly"
  Label summary;          // one line
  Label description;      // what --help says below the usage line
  std::span<const Positional> positionals;
  std::span<const Option> options;
  std::span<const UsageExample> examples;  // two or more
  int (*run)(Call&);
  bool hidden = false;  // called by git or a shell, not by people
};

std::span<const Option> global_options();

// Every command, in the order of the manual. The one list: a new command is one line in registry.cpp.
std::span<const Command* const> all_commands();
const Command* find_command(std::string_view name);

// What is typed behind the program's name, taken apart: the command's name ("report weekly", or what stands in its
// place) and the rest; options before the command move behind it.
struct CommandLine {
  std::string name;
  std::vector<std::string> rest;
};
CommandLine split_line(const std::vector<std::string>& args);

// Parses what follows the command's name. On a fault: nothing, and `fault` says what is wrong.
std::optional<Args> parse_args(const Command& command, const std::vector<std::string>& rest, Text& fault);

std::string usage_line(const Command& command, Lang lang);  // hazcheck new [OPTION…] ROUND UNIT
std::string help_of(const Command& command, Lang lang);
std::string general_help(Lang lang);
// `hazcheck report`: the commands that begin with the word; empty where there are none.
std::string group_help(std::string_view group, Lang lang);

}  // namespace hazcheck
