// What every reporting command shares: its options, the register as it may be reported on, and printing.
#pragma once
#include <memory>
#include <span>

#include "commands/command.hpp"
#include "commands/workspace.hpp"
#include "views/table.hpp"

namespace hazcheck {

// The workspace as --rev asks for, checked. With errors in it: null after saying so (kCannot), unless --keep-going;
// then what is unsound is taken out of the model, and named in `left_out` and on stderr.
struct Reportable {
  std::unique_ptr<Loaded> loaded;
  std::vector<Meta::LeftOut> left_out;
  int failed = kOk;  // where loaded is null: the exit code
};
Reportable load_for_report(Call& call, Prose prose = Prose::keep);
// The same of one revision, or of the work tree.
Reportable load_for_report(Call& call, const std::optional<std::string>& revision, Prose prose = Prose::keep);
// The same of what open_workspace() gave for it.
Reportable read_for_report(Call& call, std::unique_ptr<Loaded> opened, const std::optional<std::string>& revision,
                           Prose prose = Prose::keep);

// Meta of a report made from this register.
Meta meta_of(Call& call, Reportable& register_);

// Renders in the format asked for, to stdout or --output; then holds --max and --min against the first table.
// Returns the exit code.
int print_report(Call& call, const Report& report);

}  // namespace hazcheck
