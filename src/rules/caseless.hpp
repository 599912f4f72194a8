// Ids and numbers that differ only in case are the same to a reader: hashing and comparing them so, without copies.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hazcheck {

constexpr char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct CaselessHash {
  std::size_t operator()(std::string_view text) const {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(lower_letter(c))) * 0x100000001B3ULL;
    return static_cast<std::size_t>(hash ^ hash >> 32);
  }
};

struct CaselessEqual {
  bool operator()(std::string_view a, std::string_view b) const {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (lower_letter(a[i]) != lower_letter(b[i])) return false;
    return true;
  }
};

}  // namespace hazcheck
