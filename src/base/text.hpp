// Unicode text: validity, width on a terminal, likeness, and making foreign text safe to show.
// Lengths are bytes unless a name says columns or characters.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hazcheck {

inline constexpr std::size_t kValidUtf8 = static_cast<std::size_t>(-1);

// The offset of the first byte that is not UTF-8 (overlong forms and surrogates count), or kValidUtf8.
std::size_t first_invalid_utf8(std::string_view bytes);

// Decodes the character at `at` (valid UTF-8 assumed; a bad byte yields U+FFFD) and moves `at` behind it.
char32_t next_char(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t c);
std::size_t count_chars(std::string_view text);

// Columns on a terminal: 2 for wide characters, 0 for combining ones.
int char_columns(char32_t c);
std::size_t columns(std::string_view text);
// The longest prefix of `text` that takes at most `limit` columns; "…" ends it where something was cut.
std::string elide(std::string_view text, std::size_t limit);
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);
// Lines of at most `width` columns, broken at blanks or beside wide characters, never before a closing mark or after
// an opening one; a longer word is cut. Blanks at a line's end are dropped. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// Safe for a terminal: control characters, bidi controls, other invisible ones (zero-width space, byte order mark,
// tags) and invalid bytes become visible escapes (\x1b, \u202e). Joiners stay: scripts and emoji need them.
std::string printable(std::string_view text);
void append_printable(std::string& out, std::string_view text);
bool is_bidi_control(char32_t c);

// A name as it compares: NFKC, without blanks of any kind. Made for people's names.
std::string folded_name(std::string_view name);
// Letters and digits of ASCII and ideographs from U+4000 to U+9FFF: what most names are made of. Nothing of it is a
// blank, has another form, or joins with what is beside it.
bool is_plain_name(std::string_view name);
bool same_name(std::string_view a, std::string_view b);

// Full-width letters, digits and signs as ASCII, the wide blank as a blank, the Chinese full stop as the point of the
// same key; everything else as it is.
std::string half_width(std::string_view text);

std::string_view trim(std::string_view text);
std::string lower_ascii(std::string_view text);
bool is_id(std::string_view text);  // [A-Za-z0-9][A-Za-z0-9._-]*, 64 at most

// Damerau–Levenshtein distance in characters, ignoring ASCII case; more than `limit` is reported as limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate that `text` is most likely a slip of, if any is near enough.
std::optional<std::string_view> did_you_mean(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace hazcheck
