// Text to tree: the one door between bytes and everything else. The subset of hazcheck-record(5) is enforced
// here, with a diagnostic of its own for each departure (HZ0xx, yaml_rules.hpp).
#pragma once
#include <string_view>

#include "base/arena.hpp"
#include "diag/diagnostic.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

inline constexpr std::size_t kMaxFileBytes = 4 * 1024 * 1024;
inline constexpr int kMaxDepth = 32;
inline constexpr std::size_t kMaxOpenNodes = 1'000'000;  // read, but not yet part of a finished collection

enum class ReaderChoice { automatic, yaml_cpp_only, fast_only };

struct ReadTree {
  const Node* root = nullptr;  // null where no tree could be built; a diagnostic says why (but for fast_only)
  bool declined = false;       // the fast reader left the file to yaml-cpp
};

// Reads one document. Never throws, never fails silently: root == nullptr implies an error was added (except
// with fast_only, where it means "declined"). A tree may come back together with errors: then what could be
// repaired without guessing was read on, so that further faults are reported in the same run. Thread-safe;
// `bytes` and `arena` must outlive the tree.
ReadTree read_yaml(std::string_view bytes, FileId file, Arena& arena, Diagnostics& diagnostics,
                   ReaderChoice choice = ReaderChoice::automatic);

}  // namespace hazcheck
