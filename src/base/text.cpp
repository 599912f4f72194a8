// Unicode through utf8proc; likeness by edit distance. Must not depend on the C locale.
#include "base/text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace hazcheck {

namespace {

// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view b, std::size_t at) {
  const auto u = [&](std::size_t i) { return static_cast<unsigned char>(b[i]); };
  const auto cont = [&](std::size_t i) { return i < b.size() && (u(i) & 0xC0) == 0x80; };
  const unsigned char c = u(at);
  if (c < 0x80) return 1;
  if (c >= 0xC2 && c <= 0xDF) return cont(at + 1) ? 2 : 0;
  if (c >= 0xE0 && c <= 0xEF) {
    if (!cont(at + 1) || !cont(at + 2)) return 0;
    if (c == 0xE0 && u(at + 1) < 0xA0) return 0;
    if (c == 0xED && u(at + 1) > 0x9F) return 0;
    return 3;
  }
  if (c >= 0xF0 && c <= 0xF4) {
    if (!cont(at + 1) || !cont(at + 2) || !cont(at + 3)) return 0;
    if (c == 0xF0 && u(at + 1) < 0x90) return 0;
    if (c == 0xF4 && u(at + 1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at >= 8) {  // eight ASCII bytes at a time
      std::uint64_t word;
      std::memcpy(&word, bytes.data() + at, 8);
      if ((word & 0x8080808080808080ULL) == 0) {
        at += 8;
        continue;
      }
    }
    const std::size_t n = sequence_length(bytes, at);
    if (n == 0) return at;
    at += n;
  }
  return kValidUtf8;
}

char32_t next_char(std::string_view text, std::size_t& at) {
  const auto u = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t n = sequence_length(text, at);
  const std::size_t i = at;
  at += n == 0 ? 1 : n;
  switch (n) {
    case 1: return u(i);
    case 2: return static_cast<char32_t>((u(i) & 0x1F) << 6 | (u(i + 1) & 0x3F));
    case 3: return static_cast<char32_t>((u(i) & 0x0F) << 12 | (u(i + 1) & 0x3F) << 6 | (u(i + 2) & 0x3F));
    case 4:
      return static_cast<char32_t>((u(i) & 0x07) << 18 | (u(i + 1) & 0x3F) << 12 | (u(i + 2) & 0x3F) << 6 |
                                   (u(i + 3) & 0x3F));
    default: return 0xFFFD;
  }
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t count_chars(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size(); ++n) next_char(text, at);
  return n;
}

int char_columns(char32_t c) {
  if (c < 0x7F) return c >= 0x20 ? 1 : 0;
  if (c >= 0x5000 && c <= 0x9FFF) return 2;  // most of Chinese, without a look-up
  // Signs of ambiguous width (“ ” … █) count 1, as terminals draw them unless told otherwise.
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width < 0 ? 0 : width;
}

namespace {

// One of U+5000 to U+9FFF: most of Chinese, told by its bytes alone.
bool usual_han_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return byte(0) >= 0xE5 && byte(0) <= 0xE9 && text.size() - at >= 3 && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c >= 0x20 && c < 0x7F) ++n, ++at;
    else if (usual_han_at(text, at)) n += 2, at += 3;
    else n += static_cast<std::size_t>(char_columns(next_char(text, at)));
  }
  return n;
}

std::string elide(std::string_view text, std::size_t limit) {
  if (columns(text) <= limit) return std::string(text);
  if (limit == 0) return {};
  std::size_t used = 0, cut = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t width = static_cast<std::size_t>(char_columns(next_char(text, at)));
    if (used + width > limit - 1) break;
    used += width;
    cut = at;
  }
  return std::string(text.substr(0, cut)) + "…";
}

std::string pad_right(std::string_view text, std::size_t width) {
  const std::size_t have = columns(text);
  return std::string(text) + std::string(have < width ? width - have : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
  const std::size_t have = columns(text);
  return std::string(have < width ? width - have : 0, ' ') + std::string(text);
}

namespace {

// Whether a line may end between two neighbouring characters (a small part of the Unicode line breaking rules).
bool may_break(char32_t before, char32_t after) {
  constexpr std::u32string_view kNeverFirst = U"，。；：、！？）》」』】〕％…—”’%,.;:!?)]}";
  constexpr std::u32string_view kNeverLast = U"（《「『【〔“‘([{";
  constexpr char32_t kJoiner = 0x200D;
  if (after == ' ' || char_columns(after) == 0 || before == kJoiner) return false;
  if (before == ' ') return true;
  if (char_columns(before) != 2 && char_columns(after) != 2) return false;
  return kNeverFirst.find(after) == std::u32string_view::npos && kNeverLast.find(before) == std::u32string_view::npos;
}

std::string without_blank_end(std::string_view line) {
  while (line.ends_with(' ')) line.remove_suffix(1);
  return std::string(line);
}

void wrap_line(std::string_view text, std::size_t limit, std::vector<std::string>& lines) {
  std::size_t start = 0, used = 0;       // of the line being filled
  std::size_t cut = 0, used_at_cut = 0;  // its last place to break; none where cut <= start
  char32_t previous = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_char(text, at);
    const auto width = static_cast<std::size_t>(char_columns(c));
    if (before > start && may_break(previous, c)) {
      cut = before;
      used_at_cut = used;
    }
    while (c != ' ' && width > 0 && used + width > limit && before > start) {
      const bool at_break = cut > start;
      const std::size_t end = at_break ? cut : before;
      lines.push_back(without_blank_end(text.substr(start, end - start)));
      used -= at_break ? used_at_cut : used;
      start = end;
    }
    used += width;
    previous = c;
  }
  lines.push_back(without_blank_end(text.substr(start)));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  const std::size_t limit = std::max<std::size_t>(width, 2);
  while (!text.empty() || lines.empty()) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    wrap_line(text.substr(0, newline), limit, lines);
    text.remove_prefix(std::min(newline + 1, text.size()));
  }
  return lines;
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

namespace {

// Characters that show nothing, or change how their neighbours show. Not the joiners U+200C and U+200D.
bool is_unshown(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control(c)) return true;
  if (c < 0x2000) return c == 0xAD || c == 0x180E;
  return c == 0x200B || c == 0x2028 || c == 0x2029 || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE00FF);
}

}  // namespace

void append_printable(std::string& out, std::string_view text) {
  std::size_t kept = 0;  // everything before is in `out`
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] >= 0x20 && text[at] < 0x7F) {
      ++at;
      continue;
    }
    if (usual_han_at(text, at)) {
      at += 3;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = next_char(text, at);
    const bool invalid = c == 0xFFFD && at - from == 1;
    if (!invalid && !is_unshown(c)) continue;
    out.append(text.substr(kept, from - kept));
    kept = at;
    const auto value = invalid ? static_cast<unsigned char>(text[from]) : static_cast<unsigned>(c);
    if (value < 0x100 && (invalid || value < 0xA0)) fmt::format_to(std::back_inserter(out), "\\x{:02x}", value);
    else fmt::format_to(std::back_inserter(out), "\\u{:04x}", value);
  }
  out.append(text.substr(kept));
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_printable(out, text);
  return out;
}

bool is_plain_name(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); ++at) {
    const auto c = static_cast<unsigned char>(name[at]);
    if (c >= 0xE4 && c <= 0xE9 && name.size() - at >= 3) at += 2;
    else if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
  }
  return true;
}

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(text, at);
    if (c >= 0xFF01 && c <= 0xFF5E) out += static_cast<char>(c - 0xFEE0);
    else if (c == U'。') out += '.';
    else if (c == 0x3000) out += ' ';
    else out += text.substr(from, at - from);
  }
  return out;
}

std::string folded_name(std::string_view name) {
  if (is_plain_name(name)) return std::string(name);
  std::string compact;
  bool ascii = true;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(name, at);
    if (c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0xB7)
      continue;
    if (c >= 0x80) ascii = false;
    compact.append(name.substr(from, at - from));
  }
  if (ascii) return compact;
  // CJK ideographs have no other form; only what may have one goes through the full normalisation.
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(compact.data()), static_cast<utf8proc_ssize_t>(compact.size()), &out,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  if (length < 0) return compact;
  std::string folded(reinterpret_cast<char*>(out), static_cast<std::size_t>(length));
  std::free(out);  // NOLINT: utf8proc allocates with malloc
  return folded;
}

bool same_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (is_plain_name(a) && is_plain_name(b)) return false;
  return folded_name(a) == folded_name(b);
}

std::string_view trim(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool is_id(std::string_view text) {
  const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  if (text.empty() || text.size() > 64 || !alnum(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return alnum(c) || c == '.' || c == '_' || c == '-'; });
}

namespace {

constexpr std::size_t kLongestCompared = 256;

// A short text as characters, ASCII letters in lower case; no allocation, since there may be thousands to compare.
struct Folded {
  std::array<char32_t, kLongestCompared> chars;
  std::size_t size = 0;
  explicit Folded(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_char(text, at);
      chars[size++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
  }
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > kLongestCompared || b.size() > kLongestCompared) return limit + 1;
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (longer - shorter > 4 * limit) return limit + 1;  // a character has four bytes at most
  const Folded x(a), y(b);
  if ((x.size > y.size ? x.size - y.size : y.size - x.size) > limit) return limit + 1;
  std::array<std::size_t, kLongestCompared + 1> rows[3];
  std::size_t *before2 = rows[0].data(), *before = rows[1].data(), *row = rows[2].data();
  for (std::size_t j = 0; j <= y.size; ++j) before[j] = j;
  for (std::size_t i = 1; i <= x.size; ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= y.size; ++j) {
      const std::size_t change = before[j - 1] + (x.chars[i - 1] == y.chars[j - 1] ? 0 : 1);
      row[j] = std::min({change, before[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && x.chars[i - 1] == y.chars[j - 2] && x.chars[i - 2] == y.chars[j - 1])
        row[j] = std::min(row[j], before2[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit + 1) return limit + 1;  // a swap may still take one back
    std::swap(before2, before);
    std::swap(before, row);
  }
  return std::min(before[y.size], limit + 1);
}

std::optional<std::string_view> did_you_mean(std::string_view text, std::span<const std::string_view> candidates) {
  const std::size_t length = count_chars(text);
  // In a short word two changes make another word: minor, major.
  const std::size_t limit = length <= 5 ? 1 : length <= 8 ? 2 : 3;
  std::size_t best = limit + 1;
  std::optional<std::string_view> found;
  for (std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(text, candidate, limit);
    if (distance < best && distance < std::max<std::size_t>(count_chars(candidate), 2)) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace hazcheck
