// The fast reader against the strict parser and yaml-cpp, on the same bytes: what the fast one takes, the others
// take without a word and as the same tree; with all readers in their order the result is the same.
#include "target.hpp"
#include "yaml/reader.hpp"

namespace hazcheck::fuzz {
namespace {

// Empty where the trees are the same, else what differs.
std::string difference(const Node& a, const Node& b) {
  if (a.kind != b.kind) return "kind";
  if (a.style != b.style) return "style";
  if (a.flow != b.flow) return "flow";
  if (a.at.begin != b.at.begin || a.at.end != b.at.end)
    return "range " + std::to_string(a.at.begin) + "-" + std::to_string(a.at.end) + " and " +
           std::to_string(b.at.begin) + "-" + std::to_string(b.at.end);
  if (a.text != b.text) return "text '" + std::string(a.text) + "' and '" + std::string(b.text) + "'";
  if (a.children.size() != b.children.size()) return "number of children";
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (std::string d = difference(a.children[i], b.children[i]); !d.empty()) return std::to_string(i) + ": " + d;
  return {};
}

// Every range lies in the file, in its parent's.
void check_ranges(const Node& node, std::size_t size) {
  if (node.at.begin > node.at.end || node.at.end > size + 1) wrong("a range outside the file");
  for (const Node& child : node.children) check_ranges(child, size);
}

}  // namespace
}  // namespace hazcheck::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hazcheck;
  const std::string_view bytes = fuzz::view_of(data, size);
  Arena fast_arena, strict_arena;
  Diagnostics fast_told, strict_told;
  const ReadTree fast = read_yaml(bytes, 0, fast_arena, fast_told, ReaderChoice::fast_only);
  const ReadTree strict = read_yaml(bytes, 0, strict_arena, strict_told, ReaderChoice::yaml_cpp_only);
  if (!fast_told.empty()) fuzz::wrong("the fast reader reports");
  if (strict.root == nullptr && strict_told.count(Severity::error) == 0) fuzz::wrong("no tree and no error");
  for (const Diagnostic& d : strict_told.list()) {
    if (d.at.mark.begin > size || d.at.mark.end > size + 1 || d.at.mark.end <= d.at.mark.begin)
      fuzz::wrong("a diagnostic outside the file", d.message.en);
    if (d.message.en.empty() || d.message.zh.empty()) fuzz::wrong("a diagnostic without words", d.rule->code);
  }
  if (strict.root != nullptr) fuzz::check_ranges(*strict.root, size);
  if (fast.root == nullptr) return 0;
  if (strict.root == nullptr)
    fuzz::wrong("the fast reader takes what the strict one rejects", strict_told.list().front().message.en);
  if (!strict_told.empty()) fuzz::wrong("the fast reader is silent on", strict_told.list().front().message.en);
  if (const std::string d = fuzz::difference(*fast.root, *strict.root); !d.empty()) fuzz::wrong("the trees differ", d);
  return 0;
}
