// Recognising keys and the signs of input methods in a line. Must not report anything.
#include "yaml/signs.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {

std::size_t wide_blank_at(std::string_view bytes, std::size_t at) {
  if (has_at(bytes, at, "\xE3\x80\x80")) return 3;
  if (has_at(bytes, at, "\xC2\xA0")) return 2;
  return 0;
}

std::size_t quote_end(std::string_view bytes, std::size_t at, std::size_t limit) {
  const char quote = bytes[at];
  for (std::size_t p = at + 1; p < limit; ++p) {
    if (quote == '"' && bytes[p] == '\\') {
      ++p;
    } else if (bytes[p] == quote) {
      if (quote == '\'' && p + 1 < limit && bytes[p + 1] == quote) ++p;
      else return p + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t without_blanks(std::string_view bytes, std::size_t begin, std::size_t end) {
  for (;;) {
    if (end > begin && is_blank(bytes[end - 1])) --end;
    else if (end >= begin + 3 && wide_blank_at(bytes, end - 3) == 3) end -= 3;
    else if (end >= begin + 2 && wide_blank_at(bytes, end - 2) == 2) end -= 2;
    else return end;
  }
}

bool is_format_key(std::string_view word) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return word.size() >= 2 && lower(word[0]) && std::all_of(word.begin(), word.end(), [&](char c) {
           return lower(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
         });
}

bool is_word(std::string_view word) {
  constexpr std::u32string_view kPunctuation = U" \t\u3000\u00A0,;!?\"'()[]{}:，。；、！？“”‘’（）《》【】［］｛｝：…—";
  std::size_t length = 0;
  for (std::size_t at = 0; at < word.size() && length <= 40; ++length)
    if (kPunctuation.find(next_char(word, at)) != std::u32string_view::npos) return false;
  return length > 0 && length <= 40;
}

std::string_view key_before(std::string_view bytes, std::size_t at) {
  while (at > 0 && is_blank(bytes[at - 1])) --at;
  if (at > 0 && bytes[at - 1] == ':') --at;
  else if (at >= kWideSize && has_at(bytes, at - kWideSize, kWideColon)) at -= kWideSize;
  else return {};
  while (at > 0 && is_blank(bytes[at - 1])) --at;
  std::size_t begin = at;
  while (begin > 0 && !is_blank(bytes[begin - 1]) && !is_break(bytes[begin - 1]) && !is_flow_sign(bytes[begin - 1]))
    --begin;
  return bytes.substr(begin, at - begin);
}

bool is_prose_key(std::string_view word) {
  static constexpr std::string_view kKeys[] = {"basis",   "corrected", "description", "emergency_plan", "en",
                                               "interim", "location",  "measures",    "note",           "reason",
                                               "role",    "source",    "text",        "title",          "zh"};
  return std::find(std::begin(kKeys), std::end(kKeys), word) != std::end(kKeys);
}

namespace {

void judge_word(std::string_view bytes, KeyLine& line) {
  const std::string_view word = bytes.substr(line.begin, line.end - line.begin);
  line.sure = is_format_key(word);
  line.likely = line.sure || line.quoted || is_word(word);
}

}  // namespace

KeyLine key_line(std::string_view bytes, std::size_t at, std::size_t limit) {
  using Kind = KeyLine::Kind;
  KeyLine line;
  line.begin = at;
  if (at >= limit) return line;
  std::size_t from = at;  // a colon before this belongs to the key's own text
  if (bytes[at] == '"' || bytes[at] == '\'') {
    from = quote_end(bytes, at, limit);
    if (from == std::string_view::npos) return line;
    line.quoted = true;
    line.end = from;
    while (from < limit && is_blank(bytes[from])) ++from;
    if (from >= limit || (bytes[from] != ':' && !has_at(bytes, from, kWideColon))) return line;
  }
  std::size_t wide = std::string_view::npos, tight = wide;
  for (std::size_t p = from; p < limit; ++p) {
    const char c = bytes[p];
    if (c == '#' && p > at && is_blank(bytes[p - 1])) break;
    if (c == ':') {
      if (p + 1 >= limit || is_blank(bytes[p + 1]) || wide_blank_at(bytes, p + 1) != 0) {
        line.kind = Kind::key;
        line.sign = p;
        line.after = p + 1;
        break;
      }
      if (tight == std::string_view::npos) tight = p;
    } else if (c == kWideColon[0] && wide == std::string_view::npos && has_at(bytes, p, kWideColon)) {
      wide = p;
    }
    if (line.quoted) break;  // only what directly follows the closing quote
  }
  const auto end_at = [&](std::size_t sign) {
    if (!line.quoted) line.end = without_blanks(bytes, at, sign);
    return line.end;
  };
  // "title：{zh: …" has YAML's colon too, further on; the word before the first sign decides.
  if (wide != std::string_view::npos && (line.kind == Kind::none || is_word(bytes.substr(at, end_at(wide) - at)))) {
    if (tight < wide) wide = std::string_view::npos;
  } else {
    wide = std::string_view::npos;
  }
  if (wide != std::string_view::npos) {
    line.kind = Kind::wide;
    line.sign = wide;
    line.after = wide + kWideSize;
  } else if (line.kind == Kind::none && tight != std::string_view::npos) {
    const char next = bytes[tight + 1];
    if (next == '/' || next == '\\') return line;  // an address or a path
    line.kind = Kind::tight;
    line.sign = tight;
    line.after = tight + 1;
  }
  if (line.kind == Kind::none) return line;
  line.end = end_at(line.sign);
  if (line.end == line.begin) line.kind = Kind::none;
  judge_word(bytes, line);
  return line;
}

}  // namespace hazcheck
