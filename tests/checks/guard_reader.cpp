// guard-reader READER FILE…: reads every file with one reader; tests/checks/instructions counts what that costs.
// Compiled as users get it, without sanitizers, in whatever build it is part of.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "yaml/fast_reader.hpp"

namespace {

class Nothing : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

bool read(std::string_view reader, const std::string& bytes, hazcheck::Arena& arena) {
  if (reader == "none") return true;
  if (reader == "fast") return hazcheck::read_fast(bytes, arena) != nullptr;
  std::istringstream in(bytes);
  YAML::Parser parser(in);
  Nothing nothing;
  return parser.HandleNextDocument(nothing);
}

}  // namespace

int main(int argc, char** argv) {
  hazcheck::Arena arena;
  std::size_t declined = 0;
  for (int i = 2; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    arena.reset();
    if (!read(argv[1], bytes, arena)) ++declined;
  }
  std::printf("%zu\n", declined);
  return declined == 0 ? 0 : 1;
}
