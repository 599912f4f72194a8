// What git needs to know of hazcheck in one clone: its hooks and the drivers that show and merge records. Both live
// outside the repository's history, so every clone sets them up for itself.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "base/result.hpp"

namespace hazcheck {

struct HookPlace {
  std::string work_tree;  // absolute
  std::string prefix;     // of the workspace in it: "" or "a/b/"
  // The content of a file; empty where there is none of that name.
  std::function<std::optional<std::string>(const std::string& path)> content_of;
};

struct HookReport {
  std::vector<Text> done;
  std::vector<Text> to_do;  // what a person has to do: another hook or setting is in the way and was left as it is
};

// Installs the hooks pre-commit, pre-merge-commit and post-merge where git looks for them (core.hooksPath, unless that
// is set for all of a user's repositories), and the drivers `diff.hazcheck` and `merge.hazcheck` in the clone's own
// configuration. Never writes over a hook or a setting; a second call changes nothing.
Result<HookReport> install_hooks(const HookPlace& place);

// The script of a hook, for a workspace at `prefix`.
std::string hook_script(std::string_view hook, const std::string& prefix);

}  // namespace hazcheck
