// Why the system refused, in both languages. Must not depend on the locale.
#pragma once
#include <string>

#include "base/lang.hpp"

namespace hazcheck {

// The system's words for an errno. In Chinese those that people meet have Chinese ones, all others the system's.
Text system_words(int error);

// The words as they stand behind a failure: "cannot write 'x': No space left on device". `head` has no colon.
Text with_reason(const Text& head, int error);

}  // namespace hazcheck
