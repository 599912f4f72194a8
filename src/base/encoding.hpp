// Text in the encodings that spreadsheets save. Everything inside the program is UTF-8; this is the way in.
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace hazcheck {

struct DecodedText {
  std::string text;           // UTF-8 without a byte order mark
  std::string_view encoding;  // "UTF-8", "GB18030", "UTF-16"
  bool plain = true;          // UTF-8 without a byte order mark: hardly saved by a spreadsheet
};

// A byte order mark decides; else what is valid UTF-8 is taken for it, and the rest for GB18030, which has GBK and
// GB2312 in it. Fails where the bytes are none of these, naming the line.
Result<DecodedText> decode_text(std::string bytes);

}  // namespace hazcheck
