// Ids by the titles that people write in their place: 初中 for junior, 教育局 for bureau. For messages alone: a title
// is never taken for the id.
#pragma once
#include <optional>
#include <string_view>

#include "model/model.hpp"

namespace hazcheck {

// What an id may stand for; several are joined with |.
enum Titled : unsigned {
  titled_type = 1,
  titled_trait = 2,
  titled_area = 4,
  titled_body = 8,
  titled_severity = 16,
  titled_round = 32,
  titled_section = 64,
  titled_unit = 128,
  titled_any = 255
};

// The one whose title is `text` in either language, else the only one whose title holds it.
std::optional<NamedId> find_titled(const Model& model, unsigned kinds, std::string_view text);

// What the id under a file's key stands for.
unsigned titled_under(std::string_view key);

}  // namespace hazcheck
