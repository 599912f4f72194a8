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

// 不涉及, /: what a paper form has where an item is not for this unit; and how to write that.
bool means_inapplicable(std::string_view text);
Text help_for_inapplicable();

// 是, 有, 否, 无, yes: an answer to the question, not to whether that is as it should be.
bool says_yes_or_no(std::string_view text);

// "96" of ９６％, "30/32" of 30／32人, "95" of 九成五; empty where that is not plain.
std::string percent_meant(std::string_view text);

// "H1" of Ｈ１; empty where it is no id even so.
std::string id_meant(std::string_view text);

// "[张三, 李四]" of 张三；李四 or 【张三 李四】, "[]" of 无.
std::string list_meant(std::string_view text);

// How to write what stands where a date is asked for: 2020/4/7 and 2020年4月20日前 are days, 2020年4月 lacks one.
Text help_for_date(std::string_view text);

// How to write an answer that was meant by √, 是, “合格” or 未查，原因：停电; nothing where that is not known.
std::optional<Text> help_for_result(std::string_view text);

}  // namespace hazcheck
