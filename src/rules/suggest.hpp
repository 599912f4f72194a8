// What to say of a name that nothing carries: what was probably meant, or what there is. Must not decide whether a
// name is known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "model/titles.hpp"

namespace hazcheck {

// A user's text as a message quotes it: made safe for a terminal, and cut where it is long.
std::string shown(std::string_view text);

// "重大隐患（major）": what people call it, and what they write. For Chinese text only.
std::string level_zh(const SeverityLevel& level);

// "a, b, c", or "a, b, c … (9)" where there are more than `most`.
std::string listed(const std::vector<std::string_view>& names, std::size_t most);

// "did you mean 'x'?", else the names there are, else nothing.
Text suggestion(std::string_view text, const std::vector<std::string_view>& known);

// The same, but first the one whose title `text` is: "did you mean 'junior' (Junior secondary)?". `kinds`: of Titled.
Text suggestion(const Model& model, unsigned kinds, std::string_view text, const std::vector<std::string_view>& known);

}  // namespace hazcheck
