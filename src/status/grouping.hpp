// By what figures are grouped and hazards filtered: the nine keys, their titles, and groups in a sensible order.
// A group's value of a key is what the ledger has in that column; only an owner, a name within a unit, is qualified.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "status/hazard_status.hpp"

namespace hazcheck {

enum class GroupKey : std::uint8_t { unit, type, area, section, item, round, severity, department, owner };
inline constexpr std::size_t kGroupKeys = 9;

struct GroupKeyInfo {
  GroupKey key;
  std::string_view name;  // as in --by and as the CSV column
  Label header;
  Label title_header;  // of the column KEY_title
};
std::span<const GroupKeyInfo> group_keys();  // in the order of GroupKey
const GroupKeyInfo& info_of(GroupKey key);
std::optional<GroupKey> parse_group_key(std::string_view name);

using Grouping = std::vector<GroupKey>;

// The values of one thing under every key; those nobody asks for may stay empty. `owner` needs `unit` beside it.
using KeyValues = std::array<std::string_view, kGroupKeys>;

// Empty where the hazard has none (no plan yet, a hazard on a section has no item …). An owner's is the bare name.
std::string_view value_of(GroupKey key, const Model& model, const HazardStatus& status);

// What people call a value; the value itself where the data has no title, "(none)" for an empty one. An owner's value
// is `unit/name`.
std::string title_of(GroupKey key, const Model& model, std::string_view value, Lang lang);

// The places that values take in the data: campaign, roster and checklist order; what those do not have comes after.
std::size_t rank_of(GroupKey key, const Model& model, std::string_view value);

// Puts things into groups. Groups are numbered as they first appear; order() is that of reports.
class Grouper {
 public:
  Grouper(const Model& model, Grouping by) : model_(&model), by_(std::move(by)), values_(by_.size()) {}

  std::size_t place(const KeyValues& values);
  std::size_t place(const HazardStatus& status);
  std::size_t size() const { return groups_.size(); }
  const Grouping& by() const { return by_; }

  // By rank of each key in turn, then by value: independent of the order in which things came. Empty values last.
  std::vector<std::size_t> order() const;
  const std::string& value(std::size_t group, std::size_t key) const;
  std::string title(std::size_t group, std::size_t key, Lang lang) const;

 private:
  using Numbers = std::vector<std::uint32_t>;
  struct NumbersHash {
    std::size_t operator()(const Numbers& numbers) const;
  };
  // The distinct values of one key, numbered as they appear.
  struct Values {
    std::unordered_map<std::string, std::uint32_t> number;
    std::vector<std::string> value;
    std::vector<std::string> written;  // owners: the least spelling of the name, for the title
    std::string last;                  // most neighbours share their values
    std::uint32_t last_number = 0;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t>
        spelling;  // owners: unit and name as written
  };
  std::uint32_t number_of(GroupKey key, Values& values, const KeyValues& from);

  const Model* model_;
  Grouping by_;
  std::vector<Values> values_;
  std::vector<Numbers> groups_;
  std::unordered_map<Numbers, std::size_t, NumbersHash> index_;
  Numbers scratch_;
};

}  // namespace hazcheck
