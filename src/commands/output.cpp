// Output that is never half written. Must not format anything itself.
#include "commands/output.hpp"

#include <filesystem>
#include <sstream>

#include "base/text.hpp"
#include "commands/workspace.hpp"
#include "source/snapshot.hpp"
#include "write/file.hpp"

namespace hazcheck {

namespace {

namespace fs = std::filesystem;

// Whether a workspace, this one or another, reads what stands at the path: a report must never take a record's place.
bool is_of_a_workspace(const fs::path& given) {
  std::error_code error;
  if (fs::is_directory(given, error)) return false;  // replace_file says so
  const fs::path path = through_links(given.string());
  const fs::path folder = fs::weakly_canonical(path.parent_path(), error);
  fs::path there = folder;  // a folder that is not there yet may still be one below records/
  while (!fs::is_directory(there, error) && there != there.parent_path()) there = there.parent_path();
  const Result<std::string> root = find_workspace(there.string());
  return root && in_workspace((folder / path.filename()).lexically_relative(*root).generic_string());
}

}  // namespace

int write_output(Call& call, const std::function<void(std::ostream&)>& write) {
  if (!call.args.has("--output") || call.args.get("--output") == "-") {
    write(call.env.out);
    call.env.out.flush();
    // A full disk behind a redirect is an error; a closed pipe is not (main sees that as EPIPE).
    return kOk;
  }
  if (call.args.get("--output").empty())
    return wrong_usage(call, say("--output takes the name of a file", "--output 后须写明文件名"));
  const fs::path path = (fs::path(call.directory) / call.args.get("--output")).lexically_normal();
  if (is_of_a_workspace(path))
    return wrong_usage(call, say("--output '{0}' is a file that the workspace reads: choose another name",
                                 "--output '{0}' 是工作区要读取的文件，请换一个文件名", call.args.get("--output")));
  std::ostringstream whole;
  write(whole);
  const Outcome written = replace_file(path.string(), whole.str());
  return written ? kOk : cannot(call, written.failure());
}

void Progress::show(std::size_t done, std::size_t total) {
  if (!call_.env.err_is_terminal) return;
  const double now = call_.env.seconds() - started_;
  if (now < 0.5 || now - last_ < 0.1) return;
  last_ = now;
  shown_ = true;
  const Text text = say("reading {0}/{1} records", "正在读取 {0}/{1} 份记录", done, total);
  call_.env.err << '\r' << text.in(call_.lang) << "\x1b[K" << std::flush;
}

void Progress::clear() {
  if (shown_) call_.env.err << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace hazcheck
