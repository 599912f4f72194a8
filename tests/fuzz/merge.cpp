// The merge driver on records that are YAML: the bytes are the common ancestor, both sides are made of it by the seeded
// changes. What only one side changed comes out as that side has it, and no key of both sides is lost. (The command
// takes git's own merge where what comes out is no YAML.)
#include "write/merge.hpp"

#include "mutate.hpp"
#include "target.hpp"
#include "yaml/reader.hpp"

namespace hazcheck::fuzz {
namespace {

// A text and its tree; no tree where the merge driver would leave the file to git.
struct Version {
  explicit Version(std::string bytes) : text(std::move(bytes)) {
    Diagnostics told;
    const ReadTree read = read_yaml(text, 0, arena, told);
    if (told.count(Severity::error) == 0) root = read.root;
  }
  MergeSide side() const { return {text, root}; }

  std::string text;
  Arena arena;
  const Node* root = nullptr;
};

// Equal but for where things stand.
bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.text != b.text || a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!same(a.children[i], b.children[i])) return false;
  return true;
}

void expect(const Version& base, const Version& ours, const Version& theirs, const Version& wanted, const char* what) {
  const std::optional<Merged> merged = merge_records(base.side(), ours.side(), theirs.side(), {});
  if (!merged) return;
  if (merged->conflicts != 0) wrong(what, "a conflict");
  const Version got(merged->text);
  if (got.root == nullptr) wrong(what, "what comes out is no YAML");
  if (!same(*got.root, *wanted.root)) wrong(what, "something else comes out");
}

bool has_key(const Node& mapping, std::string_view key) {
  for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2)
    if (mapping.children[i].text == key) return true;
  return false;
}

// A key that both sides have is still there, and there is none that neither has.
void expect_keys(const Node& ours, const Node& theirs, const Node& merged) {
  if (!ours.is_mapping() || !theirs.is_mapping()) return;
  if (!merged.is_mapping()) wrong("two mappings", "come out as something else");
  for (std::size_t i = 0; i + 1 < ours.children.size(); i += 2)
    if (has_key(theirs, ours.children[i].text) && !has_key(merged, ours.children[i].text))
      wrong("a key of both sides is lost", ours.children[i].text);
  for (std::size_t i = 0; i + 1 < merged.children.size(); i += 2)
    if (!has_key(ours, merged.children[i].text) && !has_key(theirs, merged.children[i].text))
      wrong("a key of neither side", merged.children[i].text);
}

std::uint64_t seed_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

}  // namespace
}  // namespace hazcheck::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hazcheck;
  using fuzz::Version;
  const Version base(std::string(fuzz::view_of(data, size)));
  if (base.root == nullptr) return 0;
  fuzz::Dice dice(fuzz::seed_of(base.text));
  const Version ours(fuzz::mutated(base.text, dice)), theirs(fuzz::mutated(base.text, dice));
  if (ours.root != nullptr) {
    fuzz::expect(base, ours, ours, ours, "both sides made the same change");
    fuzz::expect(base, ours, base, ours, "only our side changed");
    fuzz::expect(base, base, ours, ours, "only their side changed");
  }
  if (ours.root == nullptr || theirs.root == nullptr) return 0;
  const std::optional<Merged> merged = merge_records(base.side(), ours.side(), theirs.side(), {});
  if (!merged || merged->conflicts != 0) return 0;
  const Version got(merged->text);
  if (got.root != nullptr) fuzz::expect_keys(*ours.root, *theirs.root, *got.root);  // else git's own merge is taken
  return 0;
}
