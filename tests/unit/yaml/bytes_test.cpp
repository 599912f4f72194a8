// The check of a file's bytes that the fast reader relies on, against the slow one, character by character.
#include "yaml/bytes.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/text.hpp"

using namespace hazcheck;

namespace {

bool is_plain_by_characters(std::string_view bytes) {
  if (first_invalid_utf8(bytes) != kValidUtf8) return false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    const char32_t c = next_char(bytes, at);
    const bool line_end = c == '\n' || (c == '\r' && from + 1 < bytes.size() && bytes[from + 1] == '\n');
    if (!line_end && (c < 0x20 || (c >= 0x7F && c < 0xA0))) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("plain UTF-8 is told from other bytes as by looking at each character") {
  const std::vector<std::string> pieces{"a",    "消防", "\n",   "\r\n", "\r",   "\t",       "\x7F",
                                        "z: ",  "。",   "“",    "é",    "·",    "\xC2",     "\x80",
                                        "\xBF", "\xE0", "\xED", "\xEF", "\xF0", "𠮷",       "\xE4",
                                        "\xE9", "\xFF", "\xC0", "가",   "ก",    "\xC2\x85", "\xED\xA0\x80"};
  std::mt19937 random(20200407);
  int plain = 0;
  for (int round = 0; round < 40'000; ++round) {
    // Mostly of the usual pieces, so that long ones are plain at times; of every length around the blocks' size.
    const std::size_t usual = round % 3 == 0 ? pieces.size() : 2;
    std::string text;
    for (std::size_t i = random() % 90; i-- > 0;)
      text += pieces[random() % 40 == 0 ? random() % pieces.size() : random() % usual];
    if (random() % 2 == 0) text += '\n';
    plain += is_plain_utf8(text) ? 1 : 0;
    REQUIRE(is_plain_utf8(text) == is_plain_by_characters(text));
  }
  CHECK(plain > 2'000);
  CHECK(plain < 38'000);
}

TEST_CASE("every pair and triple of bytes in a long line is judged like alone") {
  for (unsigned a = 1; a < 256; ++a)
    for (unsigned b = 1; b < 256; b += a < 0xC0 ? 13 : 1) {
      std::string text(100, 'x');
      text[70] = static_cast<char>(a);
      text[71] = static_cast<char>(b);
      text[72] = '\x80';
      text += '\n';
      for (int third = 0; third < 2; ++third, text[72] = 'x')
        REQUIRE(is_plain_utf8(text) == is_plain_by_characters(text));
    }
}
