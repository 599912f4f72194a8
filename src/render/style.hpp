// Colour on a terminal, used where it carries meaning: red for overdue and errors, green for closed, bold for heads.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "diag/rule_info.hpp"

namespace hazcheck {

enum class Tone : std::uint8_t { plain, bold, red, yellow, green, cyan };

constexpr Tone tone_of(Severity severity) {
  if (severity == Severity::error) return Tone::red;
  return severity == Severity::warning ? Tone::yellow : Tone::cyan;
}

inline void append_toned(std::string& out, std::string_view text, Tone tone, bool color) {
  constexpr std::string_view kCodes[] = {"", "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[36m"};
  const bool toned = color && tone != Tone::plain && !text.empty();
  if (toned) out += kCodes[static_cast<std::size_t>(tone)];
  out += text;
  if (toned) out += "\x1b[0m";
}

}  // namespace hazcheck
