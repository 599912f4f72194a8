// bench-corpus DIR --units N [--rounds 3] [--seed S] [--git]: writes a workspace of invented records to
// measure with. The same arguments give the same bytes on every machine; nothing that exists is ever
// overwritten.
#include <spawn.h>
#include <sys/wait.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "corpus.hpp"

extern char** environ;  // NOLINT

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLargestFile = 4U << 20U;  // of the file format
constexpr const char* kUsage = "usage: bench-corpus DIR --units N [--rounds 1-12] [--seed S] [--git]\n";

struct Options {
  fs::path directory;
  int units = 0;
  int rounds = 3;
  std::uint64_t seed = 1;
  bool git = false;
};

template <class Number>
bool parse(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

std::optional<Options> parse_options(std::span<char*> args) {
  Options options;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string_view arg = args[i];
    const std::string_view value = i + 1 < args.size() ? args[i + 1] : "";
    if (arg == "--git") {
      options.git = true;
    } else if ((arg == "--units" && parse(value, options.units)) ||
               (arg == "--rounds" && parse(value, options.rounds)) || (arg == "--seed" && parse(value, options.seed))) {
      ++i;
    } else if (!arg.empty() && arg[0] != '-' && options.directory.empty()) {
      options.directory = arg;
    } else {
      return std::nullopt;
    }
  }
  const bool sound = !options.directory.empty() && options.units >= 1 && options.units <= 99'999 &&
                     options.rounds >= 1 && options.rounds <= 12;
  return sound ? std::optional(options) : std::nullopt;
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void run_git(const fs::path& directory, std::vector<std::string> args) {
  args.insert(args.begin(), {"git", "-C", directory.string(), "-c", "user.name=bench", "-c",
                             "user.email=bench@example.org", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false",
                             "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"});
  std::vector<char*> argv;
  argv.reserve(args.size() + 1);
  for (std::string& arg : args) argv.push_back(arg.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  int status = 0;
  if (posix_spawnp(&child, "git", nullptr, nullptr, argv.data(), environ) != 0 || waitpid(child, &status, 0) < 0 ||
      status != 0) {
    throw std::runtime_error("git failed");
  }
}

// One commit a round, dated at the round's last day, so that there is a history to compare.
void commit_rounds(const fs::path& directory, const std::vector<bench::Round>& rounds) {
  // Set where a git hook runs us; they would send everything to that hook's repository.
  for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}) unsetenv(name);
  run_git(directory, {"init", "--quiet", "--initial-branch=main"});
  run_git(directory, {"add", "hazcheck.yaml", "roster.yaml", "checklists"});
  for (const bench::Round& round : rounds) {
    const std::string date = bench::iso(round.to) + "T18:00:00+08:00";
    setenv("GIT_AUTHOR_DATE", date.c_str(), 1);
    setenv("GIT_COMMITTER_DATE", date.c_str(), 1);
    run_git(directory, {"add", "records/" + round.id});
    run_git(directory, {"commit", "--quiet", "-m", "Record round " + round.id});
  }
}

void generate(const Options& options) {
  if (fs::exists(options.directory) && !fs::is_empty(options.directory)) {
    throw std::runtime_error(options.directory.string() + " exists and is not empty");
  }
  const std::vector<bench::Round> rounds = bench::make_rounds(options.rounds);
  std::vector<bench::Unit> units;
  for (int i = 1; i <= options.units; ++i) units.push_back(bench::make_unit(i, options.seed));

  const std::string roster = bench::roster_yaml(units);
  if (roster.size() > kLargestFile) throw std::runtime_error("the roster would be over 4 MiB: take fewer units");

  fs::create_directories(options.directory / "checklists");
  write_file(options.directory / "hazcheck.yaml", bench::campaign_yaml(rounds));
  write_file(options.directory / "roster.yaml", roster);
  write_file(options.directory / "checklists" / "bench.yaml", bench::checklist_yaml());
  for (const bench::Round& round : rounds) fs::create_directories(options.directory / "records" / round.id);

  std::size_t bytes = 0;
  std::size_t hazards = 0;
  int writeoffs = 0;
  for (int i = 0; i < options.units; ++i) {
    const bench::Unit& unit = units[static_cast<std::size_t>(i)];
    bench::Random random(options.seed, 2 * static_cast<std::uint64_t>(i + 1) + 1);
    for (const bench::Record& record : bench::invent_records(unit, rounds, random, writeoffs)) {
      const std::string text = bench::record_yaml(record, unit, rounds, random);
      const std::string& round = rounds[static_cast<std::size_t>(record.round)].id;
      write_file(options.directory / "records" / round / (unit.id + ".yaml"), text);
      bytes += text.size();
      hazards += record.hazards.size();
    }
  }
  if (options.git) commit_rounds(options.directory, rounds);
  const std::size_t records = units.size() * rounds.size();
  std::printf("%zu records, %zu hazards, %zu bytes (%zu a record)\n", records, hazards, bytes, bytes / records);
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Options> options = parse_options(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!options) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  try {
    generate(*options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench-corpus: %s\n", error.what());
    return 3;
  }
  return 0;
}
