// Where an arena's blocks come from: each twice as large as the last, the large ones in huge pages where the system has
// some, since touching a city's records page by page costs as much as decoding them.
#include "base/arena.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <new>

namespace hazcheck {

namespace {

constexpr std::size_t kSmallPage = 4096, kHugePage = 2 * 1024 * 1024, kLargestBlock = 2 * kHugePage;

std::size_t rounded(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }

}  // namespace

void Arena::grow(std::size_t size) {
  while (!blocks_.empty() && current_ + 1 < blocks_.size()) {
    ++current_;
    if (blocks_[current_].size >= size) return;
  }
  if (!blocks_.empty()) block_ = std::min(block_ * 2, kLargestBlock);
  std::size_t wanted = std::max(size, block_);
  const std::size_t page = wanted >= kHugePage ? kHugePage : kSmallPage;
  wanted = rounded(wanted, page);
  void* bytes = std::aligned_alloc(page, wanted);
  if (bytes == nullptr) throw std::bad_alloc();
  if (page == kHugePage) (void)::madvise(bytes, wanted, MADV_HUGEPAGE);  // a wish: small pages do as well
  blocks_.push_back({std::unique_ptr<std::byte[], Free>(static_cast<std::byte*>(bytes)), wanted});
  current_ = blocks_.size() - 1;
}

}  // namespace hazcheck
