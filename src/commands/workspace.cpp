// Loading for commands, with progress on a terminal. Must not decide what a command does with what was found.
#include "commands/workspace.hpp"

#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "diag/locate.hpp"
#include "rules/rule.hpp"
#include "source/git_snapshot.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

Failure no_workspace(const std::string& where, const std::optional<std::string>& folder, bool staged) {
  if (staged)
    return {say("no hazcheck.yaml here or above in the git index; 'git add' the workspace first",
                "git 暂存区中此处及其上级都没有 hazcheck.yaml；请先 git add 工作区")};
  if (folder)
    return {say("no hazcheck.yaml in folder '{1}' of {0}", "{0} 的文件夹 '{1}' 中没有 hazcheck.yaml", where, *folder)};
  return {say("no hazcheck.yaml here or above in {0}; REV:FOLDER names the workspace's folder",
              "{0} 中此处及其上级都没有 hazcheck.yaml；可用“版本:文件夹”指明", where)};
}

Outcome open_work_tree(Call& call, Loaded& loaded) {
  Result<std::string> root = find_workspace(call.directory);
  if (!root) return root.failure();
  Result<Snapshot> snapshot = load_work_tree(*root);
  if (!snapshot) return snapshot.failure();
  loaded.root = *root;
  loaded.snapshot = std::move(*snapshot);
  return Done{};
}

Outcome open_git(Call& call, const LoadOptions& options, Loaded& loaded) {
  Result<Repository> repository = repository_of(call);
  if (!repository) return repository.failure();
  const Result<std::string> from = prefix_of(*repository, call.directory);
  if (!from) return from.failure();
  RevisionPath asked;
  std::string label = "index";
  if (!options.staged) {
    asked = split_revision(*options.revision);
    Result<std::string> oid = resolve_commit(*repository, asked.revision);
    if (!oid) return oid.failure();
    loaded.commit = *oid;
    label = fmt::format("{} ({})", printable(asked.revision), short_oid(*oid));
  }
  if (options.staged && repository->work_tree.empty()) return load_index(*repository, "").failure();
  const Result<std::optional<std::string>> prefix =
      find_workspace_in(*repository, loaded.commit, asked.folder.value_or(*from));
  if (!prefix) return prefix.failure();
  if (!*prefix || (asked.folder && **prefix != *asked.folder)) return no_workspace(label, asked.folder, options.staged);
  loaded.prefix = **prefix;
  Result<Snapshot> snapshot = options.staged ? load_index(*repository, loaded.prefix)
                                             : load_commit(*repository, loaded.prefix, *loaded.commit, label);
  if (!snapshot) return snapshot.failure();
  loaded.snapshot = std::move(*snapshot);
  loaded.staged = options.staged;
  const fs::path top = repository->work_tree.empty() ? repository->git_dir : repository->work_tree;
  loaded.root =
      loaded.prefix.empty() ? top.string() : (top / loaded.prefix.substr(0, loaded.prefix.size() - 1)).string();
  loaded.repository = std::move(*repository);
  return Done{};
}

}  // namespace

Result<std::unique_ptr<Loaded>> open_workspace(Call& call, const LoadOptions& options) {
  auto loaded = std::make_unique<Loaded>();
  const bool from_git = options.staged || options.revision.has_value();
  const Outcome opened = from_git ? open_git(call, options, *loaded) : open_work_tree(call, *loaded);
  if (!opened) return opened.failure();
  return loaded;
}

void read_workspace(Call& call, Date today, Loaded& loaded, const std::function<bool(const std::string& path)>& wanted,
                    Prose prose) {
  Progress progress(call);
  ReadOptions read;
  read.jobs = call.jobs;
  read.prose = prose;
  read.on_record = [&](const Model& model, const Record& record, Diagnostics& diagnostics) {
    if (!wanted || wanted(model.files[record.file])) check_record({model, record, today}, diagnostics);
  };
  read.progress = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
  ReadModel result = read_model(loaded.snapshot, loaded.diagnostics, read);
  loaded.model = std::move(result.model);
  loaded.failures = std::move(result.failures);
  loaded.timelines = timelines_of(loaded.model, call.jobs);
  loaded.register_from = loaded.diagnostics.size();
  check_register({loaded.model, loaded.timelines, today}, loaded.diagnostics, call.jobs);
  progress.clear();
}

Result<std::unique_ptr<Loaded>> load_workspace(Call& call, const LoadOptions& options) {
  auto loaded = open_workspace(call, options);
  if (loaded) read_workspace(call, options.today, **loaded);
  return loaded;
}

std::unique_ptr<Definitions> load_definitions(const std::string& directory) {
  Result<std::string> root = find_workspace(directory);
  if (!root) return nullptr;
  Result<Snapshot> snapshot = load_work_tree(*root, false);
  if (!snapshot) return nullptr;
  auto found = std::make_unique<Definitions>();
  found->root = *root;
  found->snapshot = std::move(*snapshot);
  Diagnostics unused;
  found->model = read_model(found->snapshot, unused, {.jobs = 1}).model;
  return found;
}

void locate_in(const Snapshot& snapshot, Diagnostics& diagnostics, unsigned jobs) {
  const auto read = [&](FileId file) {
    FileText text;
    const Entry& entry = snapshot.entries()[file];
    text.path = entry.path;
    if (entry.kind == EntryKind::file && !snapshot.read(entry, 16 * 1024 * 1024, text.bytes)) text.bytes.clear();
    return text;
  };
  locate(diagnostics, read, jobs);
  diagnostics.sort();
}

void locate_all(Loaded& loaded, unsigned jobs) { locate_in(loaded.snapshot, loaded.diagnostics, jobs); }

Result<Repository> repository_of(Call& call) {
  std::error_code error;
  if (!fs::is_directory(call.directory, error))
    return Failure{say("'{0}' is not a directory", "'{0}' 不是文件夹", call.directory)};
  return find_repository(call.directory, call.env.variable("GIT_DIR").empty() ? std::string() : call.env.directory);
}

Outcome find_repository_of(Call& call, Loaded& loaded) {
  if (loaded.repository) return Done{};
  Result<Repository> repository = repository_of(call);
  if (!repository) return repository.failure();
  Result<std::string> prefix = prefix_of(*repository, loaded.root);
  if (!prefix) return prefix.failure();
  loaded.prefix = *prefix;
  loaded.repository = std::move(*repository);
  return Done{};
}

int cannot(Call& call, const Failure& failure) {
  call.env.err << "hazcheck: " << printable(failure.message.in(call.lang)) << '\n';
  return failure.misused ? kUsage : kCannot;
}

int wrong_usage(Call& call, const Text& fault) {
  call.env.err << "hazcheck: " << printable(fault.in(call.lang)) << '\n';
  return kUsage;
}

}  // namespace hazcheck
