// A bump allocator: many small immutable values, freed all at once. Not for anything with a destructor.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/same_word.hpp"

namespace hazcheck {

class Arena {
 public:
  explicit Arena(std::size_t block = 64 * 1024) : block_(block) {}
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;

  void* allocate(std::size_t size, std::size_t align) {
    std::size_t at = (used_ + align - 1) & ~(align - 1);
    if (blocks_.empty() || at + size > blocks_[current_].size) {
      grow(size);
      at = 0;  // blocks are aligned for everything we keep
    }
    used_ = at + size;
    return blocks_[current_].bytes.get() + at;
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return std::string_view("");
    char* to = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(to, text.data(), text.size());
    return {to, text.size()};
  }

  // The same text again, if it was shared a short while ago: names, ids and set phrases come in runs.
  std::string_view share(std::string_view text) {
    constexpr std::size_t kSlots = 2048, kLongest = 48;
    if (text.size() > kLongest) return copy(text);
    if (shared_.empty()) shared_.resize(kSlots);
    std::string_view& slot = shared_[hash_of(text) % kSlots];
    if (!same_word(slot, text) || text.empty()) slot = copy(text);
    return slot;
  }

  template <class T>
  std::span<T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    T* to = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
    std::memcpy(static_cast<void*>(to), items.data(), items.size_bytes());
    return {to, items.size()};
  }

  // `count` of them, to be filled in.
  template <class T>
  std::span<T> make(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    T* to = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(to, count);
    return {to, count};
  }

  template <class T>
  std::span<T> copy(const std::vector<T>& items) {
    return copy(std::span<const T>(items));
  }

  // Forgets everything but keeps the blocks for the next use.
  void reset() {
    shared_.clear();
    current_ = 0;
    used_ = 0;
  }

  std::size_t reserved() const {
    std::size_t sum = 0;
    for (const Block& b : blocks_) sum += b.size;
    return sum;
  }

 private:
  struct Free {
    void operator()(std::byte* bytes) const { std::free(bytes); }  // NOLINT: aligned_alloc's
  };
  struct Block {
    std::unique_ptr<std::byte[], Free> bytes;
    std::size_t size;
  };

  static std::size_t hash_of(std::string_view text) {
    std::uint64_t hash = text.size();
    for (std::size_t at = 0; at < text.size(); at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, text.size() - at < 8 ? text.size() - at : 8);
      hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29;
    }
    return static_cast<std::size_t>(hash);
  }

  void grow(std::size_t size);

  std::size_t block_;
  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;
  std::vector<std::string_view> shared_;  // by hash, the latest text; empty until somebody shares
};

}  // namespace hazcheck
