// What people write instead of what a record asks for, and what they mean by it. Must not report anything, and
// guesses only where one reading is left.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/lang.hpp"

namespace hazcheck {

// 约80, 90%以上, 3人左右: no figure, but the neighbourhood of one.
bool is_rough(std::string_view text);

// 无, 没有, none: where an amount or a list is asked for.
bool means_none(std::string_view text);

// "96" of ９６％, "30/32" of 30／32人; empty where that is not plain.
std::string percent_meant(std::string_view text);

// "H1" of Ｈ１; empty where it is no id even so.
std::string id_meant(std::string_view text);

// "[张三, 李四]" of 张三；李四 or 【张三 李四】, "[]" of 无.
std::string list_meant(std::string_view text);

// How to write an answer that was meant by √, “合格” or 未查，原因：停电; nothing where that is not known.
std::optional<Text> help_for_result(std::string_view text);

}  // namespace hazcheck
