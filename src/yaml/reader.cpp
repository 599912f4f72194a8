// The order of the readers: the bytes, the fast reader, and for what that leaves the strict parser, whose
// tree stands only if yaml-cpp reads the same one. Must not know YAML itself.
#include "yaml/reader.hpp"

#include "yaml/bytes.hpp"
#include "yaml/fast_reader.hpp"
#include "yaml/judge.hpp"
#include "yaml/parser.hpp"

namespace hazcheck {

ReadTree read_yaml(std::string_view bytes, FileId file, Arena& arena, Diagnostics& diagnostics, ReaderChoice choice) {
  if (choice != ReaderChoice::yaml_cpp_only) {
    const Node* root = read_fast(bytes, arena);
    if (root != nullptr) return {root, false};
    if (choice == ReaderChoice::fast_only) return {nullptr, true};
  }
  const bool declined = choice == ReaderChoice::automatic;
  if (!check_bytes(bytes, file, diagnostics)) return {nullptr, declined};
  Parser parser(bytes, file, arena, diagnostics);
  const Node* root = parser.parse();
  if (root != nullptr && parser.errors() == 0 && !confirmed_by_yaml_cpp(bytes, *root, file, diagnostics))
    root = nullptr;
  return {root, declined};
}

}  // namespace hazcheck
