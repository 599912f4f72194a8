// An example of a change: files before and after it, shown as what differs.
#pragma once
#include <string>
#include <string_view>

namespace hazcheck {

// Of "== before: PATH" and "== after: PATH" with the file's lines below: a heading a file that differs, then the lines
// that go ("- "), those that come ("+ ") and a few around them ("  "). Where nothing differs: the files as they are.
std::string change_shown(std::string_view example);

}  // namespace hazcheck
