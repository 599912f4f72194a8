// The kind line. A file that merely lacks it is still read as what its place says.
#include "read/file_kind.hpp"

#include <charconv>

#include "base/text.hpp"

namespace hazcheck {

bool check_kind(Decoder& decoder, const Node& root, std::string_view kind) {
  if (!decoder.expect_mapping(root, kind)) return false;
  const Node* key = nullptr;
  const Node* value = nullptr;
  for (std::size_t i = 0; i + 1 < root.children.size() && key == nullptr; i += 2) {
    if (root.children[i].text != "hazcheck") continue;
    key = &root.children[i];
    value = &root.children[i + 1];
    if (i != 0)
      decoder.report("HZ112", key->at, say("'hazcheck' is not the first key", "'hazcheck' 不是第一个键"),
                     say("move this line to the top of the file", "把这一行移到文件最前面"));
  }
  const std::string wanted = fmt::format("{}/{}", kind, kFormatVersion);
  if (key == nullptr) {
    const Mark at = root.children.empty() ? root.at : root.children[0].at;
    decoder.report("HZ102", at,
                   say("'hazcheck' is missing: the file does not say its kind", "缺少 'hazcheck'：文件没有写明种类"),
                   say("begin the file with 'hazcheck: {0}'", "文件第一行写 'hazcheck: {0}'", wanted));
    return true;
  }
  if (value->text == wanted) return true;
  const std::size_t slash = value->text.find('/');
  const std::string_view said = value->text.substr(0, slash);
  if (said == kind) {
    decoder.report("HZ109", value->at,
                   say("'{0}' is not a format version this program reads", "'{0}' 不是本程序能读的格式版本",
                       elide(printable(value->text), 40)),
                   say("this program reads '{0}'", "本程序读取 '{0}'", wanted));
  } else {
    decoder.report("HZ290", value->is_null() ? key->at : value->at,
                   say("'{0}' is the wrong kind of file for this place", "此处不应放 '{0}' 类文件",
                       elide(printable(value->text), 40)),
                   say("a file here is '{0}'", "这里的文件应为 '{0}'", wanted));
  }
  return false;
}

}  // namespace hazcheck
