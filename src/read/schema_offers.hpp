// What a workspace offers an editor to complete: ids, names and items, by the field that refers to them.
// Must only offer: a schema that forbade what came later would be in the way.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "model/model.hpp"

namespace hazcheck {

struct OfferedItem {
  std::string id;
  std::string text;
  std::string section;  // its title
  std::vector<Evidence> evidence;
  bool each = false;
};

class SchemaOffers {
 public:
  // Nothing is offered without a model.
  SchemaOffers(const Model* model, Lang lang) : model_(model), lang_(lang) {}

  // The values of a field, such as ("record", "unit"); empty where any will do.
  std::vector<std::string> values(std::string_view entity, std::string_view key) const;
  // Those of the campaign's checklist that are asked at all, in its order.
  std::vector<OfferedItem> items() const;

 private:
  const Model* model_;
  Lang lang_;
};

}  // namespace hazcheck
