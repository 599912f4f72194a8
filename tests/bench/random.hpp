// A small pseudo-random generator (splitmix64) that gives the same numbers on every platform.
// Not for anything but test data; never use <random>'s distributions here, their results differ between
// libraries.
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace bench {

class Random {
 public:
  // Streams with different numbers are independent, so that unit 7 is the same whatever stands before it.
  Random(std::uint64_t seed, std::uint64_t stream) : state_(seed ^ mix(stream + 1)) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    return mix(state_);
  }
  // 0 … n - 1; n > 0
  int below(int n) { return static_cast<int>(((next() >> 32U) * static_cast<std::uint64_t>(n)) >> 32U); }
  // Both ends included
  int between(int low, int high) { return low + below(high - low + 1); }
  bool percent(int chance) { return below(100) < chance; }

  template <class List>
  decltype(auto) pick(const List& list) {
    return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
  }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

}  // namespace bench
