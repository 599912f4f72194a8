// Changes that people and editors make to a record, and the ones that hurt a parser: lines moved, copied, indented
// and cut, signs of YAML and of Chinese input methods put in. Deterministic: the same seed gives the same bytes.
#pragma once
#include <cstdint>
#include <string>

namespace hazcheck::fuzz {

// splitmix64; good enough to choose places, the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  // 0 … bound - 1; 0 where bound is 0.
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }

 private:
  std::uint64_t state_;
};

// One to four changes.
std::string mutated(const std::string& text, Dice& dice);

}  // namespace hazcheck::fuzz
