// Tells one person's name from several written as one. Must not judge whether a name is a person's at all.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace hazcheck {

// The names as a list would hold them ("赵敏, 钱进") where `text` joins several: 赵敏、钱进, 赵敏和钱进, A & B, A and
// B, 张三等.
std::optional<std::string> several_names(std::string_view text);

// "张三, 李四" of names with nothing but blanks between; nothing where a part is no whole Chinese name.
std::optional<std::string> names_by_blanks(std::string_view text);

// "Smith, John": no Chinese characters, and one comma with a blank, which alone may be taken for two names.
bool is_western_name(std::string_view text);

// Nothing but blanks of any kind, full-width and invisible ones too: as good as no text.
bool is_blank(std::string_view text);

}  // namespace hazcheck
