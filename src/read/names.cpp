// The signs and words that join names. A word that a name may hold itself (和, 等) joins only between whole names.
#include "read/names.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kSigns[] = {"、", "，", ",", "；", ";", "/", "／", "&", "＆"};
constexpr std::string_view kWords[] = {"以及", "和", "与", "及"};
constexpr std::string_view kAndOthers[] = {"等人", "等同志", "等老师", "等"};
// Surnames of two characters: what follows them is a given name.
constexpr std::string_view kLongSurnames[] = {"欧阳", "司马", "诸葛", "上官", "司徒", "东方", "夏侯",
                                              "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文",
                                              "司空", "端木", "独孤", "南宫", "轩辕", "澹台"};

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF); }

// The number of characters where all are Chinese ones, else 0.
std::size_t han_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    if (!is_han(next_char(text, at))) return 0;
  return count;
}

// Has none of the signs and words that join names: what nearly every name is like.
bool is_one_plain_name(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return is_plain_name(text) && !has("和") && !has("与") && !has("及") && !has("等");
}

bool is_long_surname(std::string_view text) {
  return std::find(std::begin(kLongSurnames), std::end(kLongSurnames), text) != std::end(kLongSurnames);
}

std::optional<std::string> split_at_signs(std::string_view text) {
  std::string listed;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns),
                                   [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (sign == std::end(kSigns)) {
      next_char(text, at);
      continue;
    }
    listed.append(trim(text.substr(from, at - from))).append(", ");
    from = at += sign->size();
  }
  if (from == 0) return std::nullopt;
  return listed.append(trim(text.substr(from)));
}

std::optional<std::string> split_at_words(std::string_view text) {
  std::string compact;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (next_char(text, at) != ' ') compact += text.substr(from, at - from);
  }
  for (std::string_view word : kWords)
    for (std::size_t at = 0; (at = compact.find(word, at)) != std::string::npos; at += word.size()) {
      std::string left = compact.substr(0, at);
      const std::string right = compact.substr(at + word.size());
      // 欧阳和平平 is one person.
      if (han_count(left) >= 2 && han_count(right) >= 2 && !(is_long_surname(left) && han_count(right) <= 2))
        return left.append(", ").append(right);
    }
  const std::string lower = lower_ascii(text);
  const std::size_t at = lower.find(" and ");
  if (at == std::string::npos || at == 0) return std::nullopt;
  return std::string(trim(text.substr(0, at))) + ", " + std::string(trim(text.substr(at + 5)));
}

// 张三等: the others have no names at all.
std::optional<std::string> without_others(std::string_view text) {
  for (std::string_view end : kAndOthers) {
    if (!text.ends_with(end)) continue;
    const std::string_view named = trim(text.substr(0, text.size() - end.size()));
    if (han_count(named) < 2 || is_long_surname(named)) return std::nullopt;
    if (end == "等" && han_count(named) == 2 && named.ends_with("平")) return std::nullopt;  // 李平等 may be one person
    return std::string(named);
  }
  return std::nullopt;
}

}  // namespace

bool is_blank(std::string_view text) {
  const auto first = text.empty() ? ' ' : static_cast<unsigned char>(text[0]);
  if ((first > ' ' && first < 0x7F) || (first >= 0xE4 && first <= 0xE9))
    return false;  // as most: ASCII, U+4000 to U+9FFF
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r') || c == 0x3000 || c == 0xA0 ||
                       (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0xFEFF;
    if (!blank) return false;
  }
  return true;
}

bool is_western_name(std::string_view text) {
  const std::size_t comma = text.find(", ");
  if (comma == std::string_view::npos || comma == 0 || comma + 2 >= text.size() || split_at_words(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(text, at);
    if (from != comma && (is_han(c) || std::find(std::begin(kSigns), std::end(kSigns), text.substr(from, at - from)) !=
                                           std::end(kSigns)))
      return false;
  }
  return true;
}

std::optional<std::string> several_names(std::string_view text) {
  if (is_one_plain_name(text)) return std::nullopt;
  if (std::optional<std::string> listed = split_at_signs(text)) return listed;
  if (std::optional<std::string> listed = split_at_words(text)) return listed;
  return without_others(text);
}

std::optional<std::string> names_by_blanks(std::string_view text) {
  std::string listed, part;
  std::size_t parts = 0;
  const auto finish = [&] {
    const std::size_t count = han_count(part);
    if (part.empty()) return true;
    if (count < 2 || count > 4) return false;
    listed.append(parts++ == 0 ? "" : ", ").append(part);
    part.clear();
    return true;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    next_char(text, at);
    const std::string_view one = text.substr(from, at - from);
    if (!is_blank(one)) part += one;
    else if (!finish()) return std::nullopt;
  }
  if (!finish() || parts < 2) return std::nullopt;
  return listed;
}

}  // namespace hazcheck
