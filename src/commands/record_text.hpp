// A file of the workspace as plain text, one thing a line: what `show FILE` prints and git compares (textconv).
// Depends on the bytes and the language alone, never on a workspace, a path or today, so that two clones and two days
// give the same text.
#pragma once
#include <string>
#include <string_view>

#include "base/lang.hpp"

namespace hazcheck {

// Records as answers, hazards with the status that their own log leads to, and follow-ups; other kinds key by key.
// Comments, quotes and layout are left out. Of a broken file: what can be read of it (else its lines as they are) and
// then what is wrong. Nothing in the text can move a terminal.
std::string record_text_of(std::string_view bytes, Lang lang);

// What else the record says in its answer to an item, in one line: values, reason, note. Empty where it is one word.
std::string answer_text_of(std::string_view bytes, std::string_view item, Lang lang);

}  // namespace hazcheck
