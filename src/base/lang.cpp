// The language that a locale's name asks for. Must not consult the environment itself.
#include "base/lang.hpp"

namespace hazcheck {

Lang lang_of_locale(std::string_view locale) { return locale.starts_with("zh") ? Lang::zh : Lang::en; }

}  // namespace hazcheck
