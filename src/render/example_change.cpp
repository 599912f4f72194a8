// The longest common run of lines, as diff has it: examples are short. Must not know what the lines say.
#include "render/example_change.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace hazcheck {
namespace {

constexpr std::size_t kAround = 3;  // lines shown above and below a difference

using Lines = std::vector<std::string_view>;

struct File {
  std::string_view path;
  std::optional<Lines> before, after;
};

// In the order in which the paths are first named.
std::vector<File> files_in(std::string_view example) {
  constexpr std::string_view kBefore = "== before: ", kAfter = "== after: ";
  std::vector<File> files;
  Lines* lines = nullptr;
  while (!example.empty()) {
    const std::size_t end = std::min(example.find('\n'), example.size());
    const std::string_view line = example.substr(0, end);
    example.remove_prefix(std::min(end + 1, example.size()));
    const bool before = line.starts_with(kBefore);
    if (!before && !line.starts_with(kAfter)) {
      if (lines != nullptr) lines->push_back(line);
      continue;
    }
    const std::string_view path = line.substr(before ? kBefore.size() : kAfter.size());
    auto file = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.path == path; });
    if (file == files.end()) file = files.insert(files.end(), {path, {}, {}});
    lines = &(before ? file->before : file->after).emplace();
  }
  return files;
}

struct Edit {
  char sign;  // '-', '+' or ' '
  std::string_view line;
};

std::vector<Edit> edits_of(const Lines& a, const Lines& b) {
  // common[i][j]: how many lines a from i and b from j have in common.
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<Edit> edits;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      edits.push_back({' ', a[i]});
      ++i, ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      edits.push_back({'-', a[i++]});
    } else {
      edits.push_back({'+', b[j++]});
    }
  }
  return edits;
}

// With "…" in place of what is far from any difference.
void append(std::string& out, const std::vector<Edit>& edits) {
  const auto near = [&](std::size_t at) {
    const std::size_t from = at < kAround ? 0 : at - kAround, to = std::min(at + kAround + 1, edits.size());
    return std::any_of(edits.begin() + static_cast<long>(from), edits.begin() + static_cast<long>(to),
                       [](const Edit& e) { return e.sign != ' '; });
  };
  bool left_out = false;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (!near(i)) {
      if (!left_out) out += "  …\n";
      left_out = true;
      continue;
    }
    left_out = false;
    out += edits[i].sign;
    out += ' ';
    out.append(edits[i].line) += '\n';
  }
}

}  // namespace

std::string change_shown(std::string_view example) {
  std::string out;
  for (const File& file : files_in(example)) {
    if (file.before == file.after) continue;
    out.append("== ").append(file.path) += '\n';
    append(out, edits_of(file.before.value_or(Lines{}), file.after.value_or(Lines{})));
  }
  return out.empty() ? std::string(example) : out;
}

}  // namespace hazcheck
