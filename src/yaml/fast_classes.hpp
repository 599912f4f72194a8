// What each byte may be to the fast reader: one look-up a byte decides whether a scan goes on.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace hazcheck {

enum CharClass : std::uint8_t {
  kKeyFirst = 1,
  kKey = 2,
  kFirst = 4,      // may begin plain text
  kBlockStop = 8,  // the scan of plain text stops to look
  kItemStop = 16,  // … of a sequence's item
  kFlowStop = 32,  // … within brackets
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> table{};
  const auto set = [&](std::string_view chars, unsigned bits) {
    for (const char c : chars)
      table[static_cast<unsigned char>(c)] = static_cast<std::uint8_t>(table[static_cast<unsigned char>(c)] | bits);
  };
  set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", kKeyFirst | kKey | kFirst);
  set("_.-", kKey);
  set("_./+(<=;^$~\\", kFirst);
  set(":#\n\r", kBlockStop | kItemStop | kFlowStop);
  set(",[]{}?\"'", kFlowStop);
  set("\xE3\xEF", kItemStop | kFlowStop);  // the full-width signs begin with one of these
  for (unsigned c = 0x80; c < 0x100; ++c) {
    const bool lead = c >= 0xC0;
    const bool suspect = c == 0xC2 || c == 0xE3 || c == 0xEF;  // blanks and signs of input methods
    if (!suspect) table[c] = static_cast<std::uint8_t>(table[c] | kKey | (lead ? kKeyFirst : 0));
    if (lead) table[c] = static_cast<std::uint8_t>(table[c] | kFirst);
  }
  return table;
}
inline constexpr std::array<std::uint8_t, 256> kClasses = make_classes();

inline bool is(char c, unsigned bits) { return (kClasses[static_cast<unsigned char>(c)] & bits) != 0; }

}  // namespace hazcheck
