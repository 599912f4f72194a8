// Encoding and control characters, named for what they are (GBK, UTF-16, old Mac line ends) because the cure
// differs. Must not look at structure.
#include "yaml/bytes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "yaml/faults.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {

namespace {

constexpr std::size_t kMostControls = 20;  // more of them say nothing new: the file is not text

Span span(FileId file, std::size_t begin, std::size_t end) {
  return {file, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

// Whether there is enough good UTF-8 to say that this is what was meant: pairs of GBK rarely look like its threes.
bool is_mostly_utf8(std::string_view good) {
  std::size_t threes = 0;
  for (const char c : good) threes += (static_cast<unsigned char>(c) & 0xF0) == 0xE0 ? 1 : 0;
  return threes >= 3;
}

// Whether all that is not ASCII is pairs (or GB 18030's fours), as Windows writes Chinese by default.
bool is_gbk(std::string_view b) {
  const auto in = [&](std::size_t i, unsigned low, unsigned high) {
    return i < b.size() && static_cast<unsigned char>(b[i]) >= low && static_cast<unsigned char>(b[i]) <= high;
  };
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < b.size();) {
    if (in(i, 0x00, 0x7F)) {
      ++i;
    } else if (in(i, 0x81, 0xFE) && (in(i + 1, 0x40, 0x7E) || in(i + 1, 0x80, 0xFE))) {
      i += 2;
      ++pairs;
    } else if (in(i, 0x81, 0xFE) && in(i + 1, 0x30, 0x39) && in(i + 2, 0x81, 0xFE) && in(i + 3, 0x30, 0x39)) {
      i += 4;
      ++pairs;
    } else {
      return false;
    }
  }
  return pairs > 0;
}

// With its mark, or without: then every other byte of ASCII text is zero.
bool is_utf16(std::string_view b) {
  if (b.starts_with("\xFF\xFE") || b.starts_with("\xFE\xFF")) return true;
  const std::string_view head = b.substr(0, 64);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t more = std::max(zeros[0], zeros[1]), less = std::min(zeros[0], zeros[1]);
  return head.size() >= 8 && less == 0 && more * 4 >= head.size();
}

Text save_as_utf8() {
  return say("save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
             "请把文件另存为 UTF-8 编码（记事本：“另存为”，“编码”选 UTF-8）");
}

bool check_encoding(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  if (is_utf16(bytes)) {
    diagnostics.add(rule_of(Fault::utf16_encoding), span(file, 0, 1),
                    say("the file is UTF-16, not UTF-8", "文件是 UTF-16 编码，不是 UTF-8"), save_as_utf8());
    return false;
  }
  const std::size_t bad = first_invalid_utf8(bytes);
  if (bad == kValidUtf8) return true;
  if (!is_mostly_utf8(bytes.substr(0, bad)) && is_gbk(bytes))
    diagnostics.add(rule_of(Fault::gbk_encoding), span(file, bad, bad + 2),
                    say("the file looks like GBK (ANSI), not UTF-8", "文件像是 GBK（ANSI）编码，不是 UTF-8"),
                    save_as_utf8());
  else
    diagnostics.add(
        rule_of(Fault::invalid_utf8), span(file, bad, bad + 1),
        say("byte 0x{:02X} is not UTF-8", "字节 0x{:02X} 不是 UTF-8", static_cast<unsigned char>(bytes[bad])),
        save_as_utf8());
  return false;
}

bool check_controls(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  std::size_t found = 0;
  bool lone_return = false;
  for (std::size_t i = 0; i < bytes.size() && found < kMostControls; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    std::size_t length = 1;
    char32_t named = c;
    if (c == '\r') {
      if (lone_return || (i + 1 < bytes.size() && bytes[i + 1] == '\n')) continue;
      lone_return = true;
      diagnostics.add(rule_of(Fault::lone_carriage_return), span(file, i, i + 1),
                      say("a carriage return without a line feed", "只有回车符（CR），没有换行符（LF）"),
                      say("save the file with LF or CRLF line ends", "请用 LF 或 CRLF 换行保存文件"));
      continue;
    }
    if (c == 0xC2 && static_cast<unsigned char>(bytes[i + 1]) < 0xA0) {
      named = static_cast<unsigned char>(bytes[i + 1]);
      length = 2;
    } else if (c >= 0x80 || !is_forbidden_control(c)) {
      continue;
    }
    ++found;
    diagnostics.add(rule_of(Fault::control_character), span(file, i, i + length),
                    say("control character U+{:04X}", "控制字符 U+{:04X}", static_cast<unsigned>(named)),
                    say("delete it; it is invisible in most editors", "请删除它；多数编辑器不显示这个字符"));
  }
  return found == 0 && !lone_return;
}

}  // namespace

bool is_forbidden_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0); }

namespace {

// git's conflict markers: reported one by one, and nothing else of such a file.
bool check_conflicts(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  constexpr std::string_view kBegin = "<<<<<<< ", kMiddle = "\n=======", kEnd = "\n>>>>>>> ";
  bool clean = true;
  for (std::size_t at = 0; at < bytes.size();) {
    if (!bytes.substr(at).starts_with(kBegin)) {
      const std::size_t next = bytes.find("\n<<<<<<< ", at);
      if (next == std::string_view::npos) return clean;
      at = next + 1;
    }
    const std::size_t middle = bytes.find(kMiddle, at),
                      end = middle == std::string_view::npos ? middle : bytes.find(kEnd, middle);
    if (end == std::string_view::npos) return clean;
    clean = false;
    const auto line = 1 + std::count(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                                     bytes.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    diagnostics.add(
        rule_of(Fault::conflict_marker), span(file, at, std::min(bytes.find('\n', at), bytes.size())),
        say("a merge conflict of {0} lines is not settled yet", "有一处合并冲突（{0} 行）尚未处理", line + 1),
        say("keep what is right of the two sides, delete the lines of <<<<<<<, ======= and >>>>>>>, then 'git add' the file",
            "请在两种写法中取舍，删去 <<<<<<<、=======、>>>>>>> 各行，再 git add 该文件"));
    at = end + 1;
  }
  return clean;
}

}  // namespace

bool check_bytes(std::string_view bytes, FileId file, Diagnostics& diagnostics) {
  if (bytes.size() > kMaxFileBytes) {
    diagnostics.add(
        rule_of(Fault::file_too_large), span(file, 0, 1),
        say("the file has {} bytes, more than {}", "文件有 {} 字节，超过 {} 字节", bytes.size(), kMaxFileBytes),
        say("split it; photos and tables belong beside the record, named under 'evidence'",
            "请拆分；照片和表格放在记录旁边，在 evidence 中写文件名"));
    return false;
  }
  if (!check_encoding(bytes, file, diagnostics)) return false;
  if (!check_controls(bytes, file, diagnostics)) return false;
  if (!check_conflicts(bytes, file, diagnostics)) return false;
  if (bytes.starts_with(kByteOrderMark))
    diagnostics.add(rule_of(Fault::byte_order_mark), span(file, 0, 3),
                    say("the file starts with a byte order mark", "文件开头有字节顺序标记（BOM）"),
                    say("harmless here; to be rid of it save as UTF-8 without BOM",
                        "不影响使用；要去掉它，请保存为“UTF-8（无 BOM）”"));
  return true;
}

namespace {

using Byte = unsigned char;

// One step of the UTF-8 check: the end of the character at `p`, or null for what is none or is a C1 control.
const char* after_character(const char* p, const char* end) {
  const auto at = [&](std::ptrdiff_t i) { return end - p > i ? static_cast<Byte>(p[i]) : Byte{0}; };
  const auto more = [&](std::ptrdiff_t i) { return (at(i) & 0xC0) == 0x80; };
  const Byte c = at(0);
  if (c >= 0xE0 && c <= 0xEF) {
    const bool shortest = c != 0xE0 || at(1) >= 0xA0, no_surrogate = c != 0xED || at(1) < 0xA0;
    return more(1) && more(2) && shortest && no_surrogate ? p + 3 : nullptr;
  }
  if (c >= 0xC2 && c <= 0xDF) return more(1) && (c != 0xC2 || at(1) >= 0xA0) ? p + 2 : nullptr;
  if (c < 0xF0 || c > 0xF4 || !more(1) || !more(2) || !more(3)) return nullptr;
  return (c != 0xF0 || at(1) >= 0x90) && (c != 0xF4 || at(1) < 0x90) ? p + 4 : nullptr;
}

// Whether something is wrong with the byte at `p`, the two before it given, for text of nothing but ASCII, line feeds
// and characters of three bytes but those that begin with E0 and ED. No branches: it is for wide instructions.
Byte is_wrong(const char* p) {
  const auto c = static_cast<Byte>(p[0]), before = static_cast<Byte>(p[-1]), first = static_cast<Byte>(p[-2]);
  const bool asked = (static_cast<Byte>(before & 0xF0) == 0xE0) | (static_cast<Byte>(first & 0xF0) == 0xE0);
  const bool follows = static_cast<Byte>(c & 0xC0) == 0x80;
  const bool other = (static_cast<Byte>(c & 0xE0) == 0xC0) | (c >= 0xF0) | (c == 0xE0) | (c == 0xED) | (c == 0x7F);
  const bool control = (c < 0x20) & (c != '\n');
  return static_cast<Byte>((asked ^ follows) | other | control);
}

// Whether it is such text, as nearly every file is. False says nothing.
bool is_usual_text(std::string_view bytes) {
  constexpr std::ptrdiff_t kBlock = 64;  // a number that compilers know
  const auto is_ascii = [](char c) { return c >= 0x20 && c < 0x7F; };
  if (bytes.size() < 2 || !is_ascii(bytes[0]) || !is_ascii(bytes[1]) || bytes.back() != '\n') return false;
  const char *p = bytes.data() + 2, *end = bytes.data() + bytes.size();
  Byte wrong = 0;
  for (; end - p >= kBlock; p += kBlock)
    for (std::ptrdiff_t i = 0; i < kBlock; ++i) wrong = static_cast<Byte>(wrong | is_wrong(p + i));
  for (; p < end; ++p) wrong = static_cast<Byte>(wrong | is_wrong(p));
  return wrong == 0;
}

}  // namespace

bool is_plain_utf8(std::string_view bytes) {
  if (is_usual_text(bytes)) return true;
  const char* p = bytes.data();
  const char* end = p + bytes.size();
  while (p < end) {
    const auto c = static_cast<Byte>(*p);
    if (c >= 0x80) {
      if ((p = after_character(p, end)) == nullptr) return false;
    } else if ((c >= 0x20 && c != 0x7F) || c == '\n' || (c == '\r' && end - p > 1 && p[1] == '\n')) {
      ++p;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace hazcheck
