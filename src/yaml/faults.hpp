// Names for the rows of HZ0, so that the readers say Fault::anchor and not a number.
#pragma once
#include <cstdint>

#include "diag/rule_info.hpp"

namespace hazcheck {

// In the order of the rows; a test holds the two together.
enum class Fault : std::uint8_t {
  file_too_large,
  utf16_encoding,
  gbk_encoding,
  invalid_utf8,
  byte_order_mark,
  control_character,
  lone_carriage_return,
  empty_file,
  syntax_error,
  tab_indentation,
  wrong_indentation,
  unclosed_quote,
  unclosed_bracket,
  bad_escape,
  escaped_control_character,
  missing_colon,
  text_after_value,
  comment_touches_value,
  misplaced_comma,
  misplaced_list_item,
  second_colon,
  bad_block_text,
  nesting_too_deep,
  key_too_long,
  duplicate_key,
  anchor,
  alias,
  merge_key,
  explicit_tag,
  several_documents,
  directive,
  complex_key,
  conflict_marker,
  full_width_colon,
  full_width_comma,
  enumeration_comma,
  full_width_bracket,
  full_width_dash,
  full_width_blank,
  no_blank_after_colon,
  no_blank_after_dash,
  text_needs_quotes,
  text_taken_for_comment,
  count_
};

const RuleInfo& rule_of(Fault fault);

}  // namespace hazcheck
