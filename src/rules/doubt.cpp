// Finds them by their paths. Must cost nothing worth mentioning where every record could be read.
#include "rules/doubt.hpp"

#include <algorithm>
#include <vector>

namespace hazcheck {
namespace {

constexpr std::string_view kFolder = "records/", kEnding = ".yaml";

// "self/u1" of records/self/u1.yaml; empty for other paths.
std::string_view place_of(std::string_view path) {
  if (!path.starts_with(kFolder) || !path.ends_with(kEnding)) return {};
  path.remove_prefix(kFolder.size());
  path.remove_suffix(kEnding.size());
  return std::count(path.begin(), path.end(), '/') == 1 ? path : std::string_view();
}

}  // namespace

Doubt::Doubt(const Model& model) {
  std::vector<bool> whole(model.files.size());
  for (const Record& r : model.records) whole[r.file] = r.sound && !r.lists_flawed;
  for (std::size_t file = 0; file < model.files.size(); ++file) {
    if (whole[file]) continue;
    const std::string_view place = place_of(model.files[file]);
    if (place.empty()) continue;
    units_.insert(place.substr(place.find('/') + 1));
    places_.insert(place);
  }
}

bool Doubt::about_hazard(std::string_view global_id) const {
  const std::size_t slash = global_id.rfind('/');
  return slash != std::string_view::npos && places_.contains(global_id.substr(0, slash));
}

}  // namespace hazcheck
