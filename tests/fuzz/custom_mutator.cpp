// Teaches libFuzzer the changes of mutate.hpp: every other mutation is one of them.
#include <algorithm>
#include <cstring>

#include "mutate.hpp"
#include "target.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  hazcheck::fuzz::Dice dice(seed);
  if (dice.below(2) == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string out = hazcheck::fuzz::mutated(std::string(hazcheck::fuzz::view_of(data, size)), dice);
  const std::size_t taken = std::min(out.size(), max_size);
  std::memcpy(data, out.data(), taken);
  return taken;
}
