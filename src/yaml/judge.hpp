// yaml-cpp's verdict on a tree that the parser built. The only user of yaml-cpp.
#pragma once
#include <string_view>

#include "diag/diagnostic.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

// True where yaml-cpp's events are this very tree: kinds, styles, values and the places of scalars. Otherwise
// an error says what yaml-cpp found, in plain words.
bool confirmed_by_yaml_cpp(std::string_view bytes, const Node& root, FileId file, Diagnostics& diagnostics);

// yaml-cpp's message in both languages; itself where it is unknown.
Text in_plain_words(std::string_view yaml_cpp_message);

}  // namespace hazcheck
