// What `init --hook` does in one clone, told to the user.
#pragma once
#include <string>

#include "commands/workspace.hpp"

namespace hazcheck {

// Whether `directory`, which need not be there yet, lies in the work tree of a git repository.
Outcome is_in_repository(Call& call, const std::string& directory);

// Sets git up for the workspace in `directory`: hooks and drivers. Says what was done, what a person has to do because
// something else is in the way, and how to undo it. Returns the exit code.
int install_hooks_in(Call& call, const std::string& directory);

}  // namespace hazcheck
