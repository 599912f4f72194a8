// The signs that Chinese input methods produce in place of YAML's, and what a line looks like that has them.
// Only recognises; where a sign is a fault is the parser's to say, since in text every sign is right.
#pragma once
#include <cstddef>
#include <string_view>

namespace hazcheck {

inline constexpr std::string_view kWideColon = "：";
inline constexpr std::string_view kWideComma = "，";
inline constexpr std::string_view kListComma = "、";
inline constexpr std::string_view kWideDash = "－";
inline constexpr std::string_view kWideOpenBracket = "［";
inline constexpr std::string_view kWideCloseBracket = "］";
inline constexpr std::string_view kWideOpenBrace = "｛";
inline constexpr std::string_view kWideCloseBrace = "｝";
inline constexpr std::string_view kWideHash = "＃";
inline constexpr std::size_t kWideSize = 3;  // bytes of each of them

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
inline bool is_flow_sign(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }
inline bool has_at(std::string_view bytes, std::size_t at, std::string_view sign) {
  return bytes.substr(at < bytes.size() ? at : bytes.size(), sign.size()) == sign;
}

// Bytes of the blank at `at` that looks like one and is none to YAML (U+3000, U+00A0), or 0.
std::size_t wide_blank_at(std::string_view bytes, std::size_t at);

// Where [begin, end) ends without the blanks of either kind behind it.
std::size_t without_blanks(std::string_view bytes, std::size_t begin, std::size_t end);

// A line that begins a "key: value", or means to.
struct KeyLine {
  enum class Kind : unsigned char {
    none,
    key,    // "word: …"
    wide,   // "word：…"
    tight,  // "word:…" without the blank
  };
  Kind kind = Kind::none;
  std::size_t begin = 0, end = 0;   // the key, quotes included, without the blanks behind it
  std::size_t sign = 0, after = 0;  // its colon
  bool quoted = false;
  bool sure = false;    // wide and tight: a key even where text may stand (all keys of our formats look so)
  bool likely = false;  // wide and tight: one word; a key where the line next to it is one
};

// Reads the line at `at`; `limit` is where the line's text ends.
KeyLine key_line(std::string_view bytes, std::size_t at, std::size_t limit);

// The end of the quoted text at `at` (behind its closing quote) if it closes before `limit`, else npos.
std::size_t quote_end(std::string_view bytes, std::size_t at, std::size_t limit);

// "[a-z][a-z0-9._-]+" — the keys of our formats — and any single word without punctuation, 40 characters at
// most.
bool is_format_key(std::string_view word);
bool is_word(std::string_view word);

// The key, if any, that stands before the value at `at` in its line.
std::string_view key_before(std::string_view bytes, std::size_t at);
// A key of our formats that takes text, which may begin with any bracket.
bool is_prose_key(std::string_view word);

}  // namespace hazcheck
