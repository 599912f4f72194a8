// replay TARGET's own main without libFuzzer: runs the target over files and folders, then over seeded mutations of
// them. usage: replay [--mutations N] [--seed S] PATH…   With a faulty input the target aborts; --seed and the last
// line on stderr say which mutation it was.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "mutate.hpp"
#include "target.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// In an order that does not depend on the file system.
std::vector<fs::path> files_below(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void run_on(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());  // NOLINT
}

std::uint64_t number(const char* text) {
  std::uint64_t out = 0;
  std::from_chars(text, text + std::char_traits<char>::length(text), out);
  return out;
}

// What a failing run leaves behind, for `replay FILE`.
void keep(const std::string& bytes, const fs::path& where) {
  std::ofstream out(where, std::ios::binary);
  out << bytes;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t mutations = 0;
  std::uint64_t seed = 1;
  std::vector<fs::path> paths;
  const char* last = nullptr;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--mutations" && i + 1 < argc) mutations = number(argv[++i]);
    else if (arg == "--seed" && i + 1 < argc) seed = number(argv[++i]);
    else if (arg == "--keep" && i + 1 < argc) last = argv[++i];  // the input at hand, before it is run
    else
      for (const fs::path& file : files_below(arg)) paths.push_back(file);
  }
  std::vector<std::string> seeds;
  for (const fs::path& path : paths) {
    seeds.push_back(bytes_of(path));
    std::fprintf(stderr, "%s\n", path.c_str());
    run_on(seeds.back());
  }
  if (seeds.empty()) {
    std::fputs("replay: no inputs\n", stderr);
    return 1;
  }
  hazcheck::fuzz::Dice dice(seed);
  for (std::size_t n = 0; n < mutations; ++n) {
    const std::string input = hazcheck::fuzz::mutated(seeds[dice.below(seeds.size())], dice);
    if (last != nullptr) keep(input, last);
    run_on(input);
  }
  std::printf("%zu inputs, %zu mutations\n", seeds.size(), mutations);
  return 0;
}
