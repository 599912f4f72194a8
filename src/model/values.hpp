// The small values that every part of the model is made of. No behaviour beyond picking a language.
#pragma once
#include <span>
#include <string_view>

#include "base/date.hpp"
#include "base/lang.hpp"
#include "diag/span.hpp"

namespace hazcheck {

using Word = Located<std::string_view>;  // text as written; views live as long as the Model
using Day = Located<Date>;
template <class T>
using List = std::span<const T>;  // in the Model's arena

// A string or {zh: …, en: …}. A language that was not given falls back to the other.
struct Title {
  std::string_view zh;
  std::string_view en;
  Mark at;
  std::string_view in(Lang lang) const {
    const std::string_view first = lang == Lang::zh ? zh : en;
    return first.empty() ? (lang == Lang::zh ? en : zh) : first;
  }
  bool present() const { return at.present(); }
};

}  // namespace hazcheck
