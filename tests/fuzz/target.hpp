// What every fuzz target offers: one function over arbitrary bytes that aborts, with the reason on stderr, where
// something is wrong. libFuzzer (preset fuzz) or replay_main.cpp (ctest) calls it; it must keep no state.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace hazcheck::fuzz {

[[noreturn]] inline void wrong(std::string_view what, std::string_view detail = {}) {
  std::fprintf(stderr, "fuzz: %.*s%s%.*s\n", static_cast<int>(what.size()), what.data(), detail.empty() ? "" : ": ",
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // NOLINT: bytes are bytes
}

}  // namespace hazcheck::fuzz
