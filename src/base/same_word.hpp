// Equality of short words, such as keys and ids, without a call: they are compared by the million.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace hazcheck {

inline bool same_word(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const auto same = [&]<class Piece>(std::size_t at, Piece) {
    Piece x, y;
    std::memcpy(&x, a.data() + at, sizeof x);
    std::memcpy(&y, b.data() + at, sizeof y);
    return x == y;
  };
  if (size > 16) return a == b;
  if (size >= 8) return same(0, std::uint64_t{}) && same(size - 8, std::uint64_t{});
  if (size >= 4) return same(0, std::uint32_t{}) && same(size - 4, std::uint32_t{});
  if (size >= 2) return same(0, std::uint16_t{}) && same(size - 2, std::uint16_t{});
  return size == 0 || a[0] == b[0];
}

}  // namespace hazcheck
