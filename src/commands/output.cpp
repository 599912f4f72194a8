// Output that is never half written. Must not format anything itself.
#include "commands/output.hpp"

#include <filesystem>
#include <sstream>

#include "base/text.hpp"
#include "commands/workspace.hpp"
#include "write/file.hpp"

namespace hazcheck {

int write_output(Call& call, const std::function<void(std::ostream&)>& write) {
  if (!call.args.has("--output") || call.args.get("--output") == "-") {
    write(call.env.out);
    call.env.out.flush();
    // A full disk behind a redirect is an error; a closed pipe is not (main sees that as EPIPE).
    return kOk;
  }
  std::ostringstream whole;
  write(whole);
  const std::filesystem::path path = (std::filesystem::path(call.directory) / call.args.get("--output")).lexically_normal();
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
