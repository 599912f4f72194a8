// Bilingual text: every word the program says exists in English and Chinese, side by side.
// Nothing here decides which language is shown; that is Lang, passed in by the caller.
#pragma once
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace hazcheck {

enum class Lang { en, zh };

// A fixed label in both languages; lives in static tables.
struct Label {
  std::string_view en;
  std::string_view zh;
  constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

// A message in both languages, made at run time.
struct Text {
  std::string en;
  std::string zh;
  const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return en.empty(); }
};

// Formats one message twice. Both formats take the same arguments in the same order; use {0} {1} where
// the languages order them differently.
template <class... Args>
Text say(fmt::format_string<const Args&...> en, fmt::format_string<const Args&...> zh, const Args&... args) {
  return {fmt::format(en, args...), fmt::format(zh, args...)};
}

inline Text text_of(const Label& label) { return {std::string(label.en), std::string(label.zh)}; }

// The language of a locale name such as "zh_CN.UTF-8"; English for all but Chinese.
Lang lang_of_locale(std::string_view locale);

}  // namespace hazcheck
