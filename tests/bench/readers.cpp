// bench-readers DIR: how fast the record files of DIR can be read, reader by reader, each against read()
// alone. All rows take turns in one process; seconds vary between machines and hours, the ratios of one run
// do not.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "yaml/reader.hpp"

extern char** environ;  // NOLINT

namespace {

namespace fs = std::filesystem;

// ---- the readers: bytes in, a number out that depends on all that was read ----

std::uint64_t read_only(std::string_view bytes) { return bytes.size(); }

// Lets yaml-cpp read from memory without a copy.
class Memory : public std::streambuf {
 public:
  explicit Memory(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // NOLINT: only ever read
    setg(begin, begin, begin + bytes.size());
  }
};

class Counter : public YAML::EventHandler {
 public:
  std::uint64_t count = 0;
  void OnDocumentStart(const YAML::Mark& /*mark*/) override { ++count; }
  void OnDocumentEnd() override { ++count; }
  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { ++count; }
  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override { ++count; }
  void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                const std::string& value) override {
    count += 1 + value.size();
  }
  void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    ++count;
  }
  void OnSequenceEnd() override { ++count; }
  void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    ++count;
  }
  void OnMapEnd() override { ++count; }
};

std::uint64_t yaml_cpp_events(std::string_view bytes) {
  Memory memory(bytes);
  std::istream in(&memory);
  YAML::Parser parser(in);
  Counter counter;
  while (parser.HandleNextDocument(counter)) {
  }
  return counter.count;
}

std::uint64_t yaml_cpp_node(std::string_view bytes) {
  Memory memory(bytes);
  std::istream in(&memory);
  return YAML::Load(in).size();
}

// What hazcheck itself does first; a file that it declines counts as unreadable here.
std::uint64_t hazcheck_fast(std::string_view bytes) {
  thread_local hazcheck::Arena arena;
  arena.reset();
  hazcheck::Diagnostics told;
  const hazcheck::ReadTree tree = hazcheck::read_yaml(bytes, 0, arena, told, hazcheck::ReaderChoice::fast_only);
  if (tree.root == nullptr) throw std::runtime_error("declined by the fast reader");
  return tree.root->children.size();
}

struct Reader {
  std::string_view name;
  std::uint64_t (*read)(std::string_view bytes);  // throws where it cannot read them
};

// A further reader is a further row. The first is what the others are compared with.
constexpr std::array kReaders{
    Reader{"read", read_only},
    Reader{"hazcheck-fast", hazcheck_fast},
    Reader{"yaml-cpp-events", yaml_cpp_events},
    Reader{"yaml-cpp-node", yaml_cpp_node},
};

// ---- measuring ----

struct Options {
  fs::path directory;
  int threads = 1;
  int runs = 0;  // 0: 7, and 3 for a row slower than kSlow; 1 with --only
  std::string_view only;
  bool declined = false;  // only tell which files the fast reader leaves to yaml-cpp
};
constexpr double kSlow = 3.0;  // seconds

struct Row {
  const Reader* reader;
  int threads;
  std::vector<double> seconds;
  std::uint64_t sum = 0;
};

std::vector<std::string> record_files(const fs::path& directory) {
  std::vector<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(directory / "records")) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") out.push_back(entry.path().string());
  }
  std::sort(out.begin(), out.end());
  if (out.empty()) throw std::runtime_error("no records under " + directory.string());
  return out;
}

// Replaces `bytes`, whose capacity is kept from file to file.
void read_file(const std::string& path, std::string& bytes) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT
  struct stat info {};
  if (file < 0 || fstat(file, &info) != 0) throw std::runtime_error("cannot open " + path);
  bytes.resize(static_cast<std::size_t>(info.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = read(file, bytes.data() + done, bytes.size() - done);
    if (got <= 0) throw std::runtime_error("cannot read " + path);
    done += static_cast<std::size_t>(got);
  }
  close(file);
}

std::uint64_t read_all(const Reader& reader, const std::vector<std::string>& files, int threads) {
  std::atomic<std::size_t> next{0};
  std::atomic<std::uint64_t> sum{0};
  std::atomic<bool> failed{false};
  const auto work = [&] {
    constexpr std::size_t kBatch = 16;
    std::string bytes;
    std::uint64_t mine = 0;
    for (std::size_t from = next.fetch_add(kBatch); from < files.size(); from = next.fetch_add(kBatch)) {
      for (std::size_t i = from; i < std::min(from + kBatch, files.size()); ++i) {
        try {
          read_file(files[i], bytes);
          mine += reader.read(bytes);
        } catch (const std::exception& error) {
          std::fprintf(stderr, "bench-readers: %s: %s\n", files[i].c_str(), error.what());
          failed = true;
        }
      }
    }
    sum += mine;
  };
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  if (failed) throw std::runtime_error("some files could not be read");
  return sum;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void measure(const Options& options) {
  const std::vector<std::string> files = record_files(options.directory);
  std::vector<Row> rows;
  for (const Reader& reader : kReaders) {
    if (!options.only.empty() && reader.name != options.only) continue;
    for (int threads = 1; threads <= options.threads; ++threads) rows.push_back({&reader, threads, {}});
  }
  // Fills the page cache; left out with --only, where each instruction counts.
  const std::uint64_t size = options.only.empty() ? read_all(kReaders[0], files, 1) : 0;

  const int most = options.runs > 0 ? options.runs : options.only.empty() ? 7 : 1;
  for (int run = 0; run < most; ++run) {
    for (Row& row : rows) {
      const bool slow = !row.seconds.empty() && row.seconds[0] > kSlow;
      if (slow && options.runs == 0 && run >= 3) continue;
      const auto start = std::chrono::steady_clock::now();
      const std::uint64_t sum = read_all(*row.reader, files, row.threads);
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
      row.seconds.push_back(taken.count());
      if (run > 0 && sum != row.sum) throw std::runtime_error("a second reading gave another result");
      row.sum = sum;
    }
  }

  std::uint64_t bytes = size;
  if (bytes == 0) {
    for (const std::string& file : files) bytes += fs::file_size(file);
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const double base = median(rows[0].seconds);
  std::printf("%zu files, %llu bytes\n", files.size(), static_cast<unsigned long long>(bytes));
  std::printf("%-20s %7s %5s %10s %10s %10s\n", "reader", "threads", "runs", "seconds", "MB/s", "x read");
  for (const Row& row : rows) {
    const double seconds = median(row.seconds);
    std::printf("%-20s %7d %5zu %10.4f %10.1f", std::string(row.reader->name).c_str(), row.threads, row.seconds.size(),
                seconds, megabytes / seconds);
    if (rows[0].reader == &kReaders[0]) std::printf(" %10.2f", seconds / base);
    std::printf("\n");
  }
}

void tell_declined(const Options& options) {
  const std::vector<std::string> files = record_files(options.directory);
  std::string bytes;
  std::size_t declined = 0;
  for (const std::string& file : files) {
    read_file(file, bytes);
    hazcheck::Arena arena;
    hazcheck::Diagnostics told;
    if (hazcheck::read_yaml(bytes, 0, arena, told, hazcheck::ReaderChoice::fast_only).root != nullptr) continue;
    ++declined;
    std::printf("declined: %s\n", file.c_str());
  }
  std::printf("declined by the fast reader: %zu of %zu files\n", declined, files.size());
}

// ---- another program: its seconds, peak memory and exit code ----

// Started from here and not from a script, since the system counts the starter's own peak as the child's.
int run_program(std::span<char*> argv) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int fd : {STDIN_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  pid_t child = 0;
  const auto start = std::chrono::steady_clock::now();
  if (posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ) != 0) return 3;
  int status = 0;
  struct rusage usage {};
  if (wait4(child, &status, 0, &usage) < 0) return 3;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::fprintf(stderr, "%.6f %ld %d\n", taken.count(), usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  return 0;
}

// ---- the command line ----

bool parse(std::string_view text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 1 && out <= 1000;
}

std::optional<Options> parse_options(std::span<char*> args) {
  Options options;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string_view arg = args[i];
    const std::string_view value = i + 1 < args.size() ? args[i + 1] : "";
    if ((arg == "--threads" && parse(value, options.threads)) || (arg == "--runs" && parse(value, options.runs))) {
      ++i;
    } else if (arg == "--declined") {
      options.declined = true;
    } else if (arg == "--only" &&
               std::any_of(kReaders.begin(), kReaders.end(), [&](const Reader& r) { return r.name == value; })) {
      options.only = value;
      ++i;
    } else if (!arg.empty() && arg[0] != '-' && options.directory.empty()) {
      options.directory = arg;
    } else {
      return std::nullopt;
    }
  }
  return options.directory.empty() ? std::nullopt : std::optional(options);
}

}  // namespace

int main(int argc, char** argv) {
  // argv ends with a null pointer, as posix_spawn wants it.
  if (argc > 2 && std::string_view(argv[1]) == "--run")
    return run_program(std::span(argv, static_cast<std::size_t>(argc) + 1).subspan(2));
  const auto options = parse_options(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!options) {
    std::fputs(
        "usage: bench-readers DIR [--threads N] [--runs N] [--only NAME] [--declined]\n       bench-readers --run PROGRAM ARG...\nreaders:",
        stderr);
    for (const Reader& reader : kReaders) std::fprintf(stderr, " %s", std::string(reader.name).c_str());
    std::fputs("\n", stderr);
    return 2;
  }
  try {
    if (options->declined) tell_declined(*options);
    else measure(*options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench-readers: %s\n", error.what());
    return 3;
  }
  return 0;
}
