// The words around write/hooks. Must not touch a repository itself.
#include "commands/hooks.hpp"

#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "source/file.hpp"
#include "write/hooks.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;

// The folder itself, or the nearest above it that is there.
std::string existing(const std::string& directory) {
  std::error_code error;
  fs::path at = fs::absolute(directory, error).lexically_normal();
  while (!fs::is_directory(at, error) && at.has_parent_path() && at != at.parent_path()) at = at.parent_path();
  return at.string();
}

Result<Repository> repository_at(Call& call, const std::string& directory) {
  Result<Repository> repository =
      find_repository(existing(directory), call.env.variable("GIT_DIR").empty() ? std::string() : call.env.directory);
  if (!repository)
    return Failure{say("{0}; 'git init' makes one", "{1}；可先运行 'git init' 建立", repository.failure().message.en,
                       repository.failure().message.zh)};
  if (repository->work_tree.empty())
    return Failure{say(
        "'{0}' has no work tree: a bare repository checks pushes, with 'hazcheck validate --range OLD..NEW' in its pre-receive hook",
        "'{0}' 没有工作树：裸仓库应在 pre-receive 钩子中用 'hazcheck validate --range 旧..新' 校验推送",
        repository->git_dir)};
  return repository;
}

std::optional<std::string> content_of(const std::string& path) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(path, error))) return std::nullopt;
  std::string bytes;
  if (!fs::is_regular_file(path, error) || !read_whole_file(path, 1'000'000, bytes)) return std::string();
  return bytes;
}

bool in_path(const std::string& path) {
  std::error_code error;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    const fs::path program = fs::path(path.substr(at, end - at)) / "hazcheck";
    if (fs::is_regular_file(program, error)) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

Outcome is_in_repository(Call& call, const std::string& directory) {
  const Result<Repository> repository = repository_at(call, directory);
  if (!repository) return repository.failure();
  return Done{};
}

int install_hooks_in(Call& call, const std::string& directory) {
  const Result<Repository> repository = repository_at(call, directory);
  if (!repository) return cannot(call, repository.failure());
  const Result<std::string> prefix = prefix_of(*repository, directory);
  if (!prefix) return cannot(call, prefix.failure());
  const Result<HookReport> report = install_hooks({repository->work_tree, *prefix, content_of});
  if (!report) return cannot(call, report.failure());
  for (const Text& line : report->done) call.env.out << printable(line.in(call.lang)) << '\n';
  for (const Text& line : report->to_do)
    call.env.err << say("to do: ", "待办：").in(call.lang) << printable(line.in(call.lang)) << '\n';
  if (report->done.empty() && report->to_do.empty())
    call.env.err << say("git was set up already; nothing was changed", "git 已设置好，未作改动").in(call.lang) << '\n';
  if (!report->done.empty())
    call.env.err
        << say("to undo it: delete these hooks, and 'git config --remove-section diff.hazcheck' and 'merge.hazcheck'",
               "如需撤销：删除上述钩子，并运行 'git config --remove-section diff.hazcheck' 和 'merge.hazcheck'")
               .in(call.lang)
        << '\n';
  if (!in_path(call.env.variable("PATH")))
    call.env.err << say("to do: put hazcheck in PATH; until then these hooks stop every commit",
                        "待办：请将 hazcheck 加入 PATH，否则这些钩子会拦下所有提交")
                        .in(call.lang)
                 << '\n';
  return kOk;
}

}  // namespace hazcheck
