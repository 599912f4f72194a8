// Few keys are compared with each other, many go through a hash table. Must not allocate for the few.
#include "yaml/keys.hpp"

#include <cstring>

#include "base/same_word.hpp"

namespace hazcheck {

namespace {

constexpr std::size_t kFew = 8;  // pairs
constexpr int kMostProbes = 64;

std::uint64_t hash_of(std::string_view key) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
  // All of most ids; of longer ones the begin, middle and end.
  const std::size_t take = key.size() < 8 ? key.size() : 8, rest = key.size() - take;
  std::uint64_t hash = key.size();
  for (std::size_t at : {std::size_t{0}, rest / 2, rest}) {
    std::uint64_t word = 0;
    std::memcpy(&word, key.data() + at, take);
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 32;
  }
  hash *= kOdd;  // so that the last characters reach the lowest bits
  return hash ^ hash >> 32;
}

}  // namespace

bool keys_differ(std::span<const Node> pairs, std::vector<std::uint32_t>& table) {
  const std::size_t count = pairs.size() / 2;
  if (count <= kFew) {
    for (std::size_t i = 1; i < count; ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (same_word(pairs[2 * i].text, pairs[2 * j].text)) return false;
    return true;
  }
  std::size_t size = 4 * kFew;
  while (size < count * 2) size *= 2;
  table.assign(size, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view key = pairs[2 * i].text;
    std::size_t slot = hash_of(key) & (size - 1);
    for (int probes = 0; table[slot] != 0; slot = (slot + 1) & (size - 1))
      if (++probes > kMostProbes || same_word(pairs[2 * (table[slot] - 1)].text, key)) return false;
    table[slot] = static_cast<std::uint32_t>(i + 1);
  }
  return true;
}

}  // namespace hazcheck
