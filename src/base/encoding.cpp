// iconv(3) behind one function. Must not guess beyond what the bytes prove.
#include "base/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>

#include "base/text.hpp"

namespace hazcheck {
namespace {

// The offset of the first byte that cannot be converted, or kValidUtf8 with the whole in `out`.
std::size_t convert(const char* from, std::string_view bytes, std::string& out) {
  const iconv_t converter = ::iconv_open("UTF-8", from);
  if (converter == reinterpret_cast<iconv_t>(-1)) return 0;  // NOLINT: iconv's own error value
  out.resize(bytes.size() * 2 + 16);
  std::string input(bytes);  // iconv takes it unconst
  char* in = input.data();
  char* to = out.data();
  std::size_t in_left = input.size(), out_left = out.size();
  std::size_t bad = kValidUtf8;
  while (in_left > 0 && bad == kValidUtf8) {
    if (::iconv(converter, &in, &in_left, &to, &out_left) != static_cast<std::size_t>(-1)) break;
    if (errno == E2BIG) {
      const std::size_t written = out.size() - out_left;
      out.resize(out.size() * 2);
      to = out.data() + written;
      out_left = out.size() - written;
    } else {
      bad = input.size() - in_left;
    }
  }
  ::iconv_close(converter);
  out.resize(out.size() - out_left);
  return bad;
}

Failure undecodable(std::string_view bytes, std::size_t at) {
  const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return {say("line {0} is neither UTF-8 nor GB18030: save the ledger as 'CSV UTF-8'",
              "第 {0} 行既不是 UTF-8 也不是 GB18030 编码：请将台账另存为“CSV UTF-8”", line)};
}

}  // namespace

Result<DecodedText> decode_text(std::string bytes) {
  DecodedText decoded;
  const std::string_view all = bytes;
  if (all.starts_with("\xFF\xFE") || all.starts_with("\xFE\xFF")) {
    decoded.encoding = "UTF-16";
    decoded.plain = false;
    const std::size_t bad = convert("UTF-16", all, decoded.text);
    if (bad != kValidUtf8) return undecodable(all, bad);
    return decoded;
  }
  const bool marked = all.starts_with("\xEF\xBB\xBF");
  const std::size_t bad = first_invalid_utf8(all);
  if (bad == kValidUtf8) {
    decoded.encoding = "UTF-8";
    decoded.plain = !marked;
    if (marked) bytes.erase(0, 3);
    decoded.text = std::move(bytes);
    return decoded;
  }
  if (marked) return undecodable(all, bad);
  decoded.encoding = "GB18030";
  decoded.plain = false;
  const std::size_t wrong = convert("GB18030", all, decoded.text);
  if (wrong != kValidUtf8) return undecodable(all, std::max(bad, wrong));  // whichever got further
  return decoded;
}

}  // namespace hazcheck
