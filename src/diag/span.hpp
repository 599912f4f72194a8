// Where something stands: a file and a range of its bytes. Lines and columns are worked out from the bytes
// only when something is shown (locate.hpp), so that a position costs eight bytes in the model.
#pragma once
#include <cstdint>

namespace hazcheck {

using FileId = std::uint32_t;
inline constexpr FileId kNoFile = 0xFFFFFFFF;

// Byte offsets within one file, [begin, end). {0, 0} means "nowhere": the first bytes of a file are never a value.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  constexpr bool present() const { return end != 0; }
};

struct Span {
  FileId file = kNoFile;
  Mark mark;
};

// A value of the model and where it was written. Absent optional fields have no mark.
template <class T>
struct Located {
  T value{};
  Mark at;
  constexpr bool present() const { return at.present(); }
};

}  // namespace hazcheck
