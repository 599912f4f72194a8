// The files that come with the program, byte for byte as in checklists/ of its source.
#pragma once
#include <span>
#include <string_view>

namespace hazcheck {

struct ShippedText {
  std::string_view name;  // checklists/school-safety.yaml …
  std::string_view content;
};

std::span<const ShippedText> shipped_texts();

}  // namespace hazcheck
