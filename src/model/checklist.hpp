// checklists/*.yaml: sections and items, what evidence each asks for and what is expected of it.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/roster.hpp"
#include "model/values.hpp"

namespace hazcheck {

enum class Evidence : std::uint8_t { check, percent, count, date, people, match, text };
inline constexpr std::size_t kEvidenceKinds = 7;
std::string_view key_of(Evidence kind);

struct Expect {
  std::optional<double> min;  // percent, count; people: distinct names
  std::optional<double> max;
  std::optional<long> per;             // count: `min` for every `per` of `of`, rounded up
  std::string_view of;                 // "students"
  bool not_before_inspection = false;  // date
  bool not_after_inspection = false;
  std::optional<int> within_days;  // date: back from the inspection
  bool equal = false;              // match
  Mark at;
};

struct Item {
  Word id;
  Title text;
  std::vector<Evidence> evidence;             // never empty once read; check by default
  std::array<Expect, kEvidenceKinds> expect;  // by kind
  std::string_view each;                      // subject kind; empty: answered once
  UnitFilter applies;
  Word severity;
  Title basis;
  std::uint32_t section = 0;  // index in Checklist::sections
  Mark at;

  bool asks(Evidence kind) const;
};

struct Section {
  Word id;
  Title title;
  Word department;
  bool covered_elsewhere = false;
  Title covered_reason;
  std::uint32_t first_item = 0;  // items of a section are contiguous in Checklist::items
  std::uint32_t item_count = 0;
};

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFF;

struct Checklist {
  FileId file = kNoFile;
  Word id;
  Located<long> version;
  Title title;
  Title source_title;
  Title source_issuer;
  std::vector<Section> sections;
  std::vector<Item> items;
  std::unordered_map<std::string_view, std::uint32_t> item_index;  // id → the first of that id
  std::unordered_map<std::string_view, std::uint32_t> section_index;

  std::uint32_t find_item(std::string_view id) const;  // kNoIndex where there is none
  std::uint32_t find_section(std::string_view id) const;
  // Every item has an id of its own, so that its index stands for it.
  bool ids_differ() const { return item_index.size() == items.size(); }
  // `applies`, and the section is not covered elsewhere.
  bool applies_to(std::uint32_t item, const Unit& unit) const;
};

}  // namespace hazcheck
