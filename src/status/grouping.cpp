// The one table of keys, and the groups. Must not compute figures.
#include "status/grouping.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"

namespace hazcheck {
namespace {

constexpr std::array<GroupKeyInfo, kGroupKeys> kKeys{{
    {GroupKey::unit, "unit", {"Unit id", "单位代码"}, {"Unit", "单位名称"}},
    {GroupKey::type, "type", {"Type id", "单位类型代码"}, {"Unit type", "单位类型"}},
    {GroupKey::area, "area", {"Area id", "街镇代码"}, {"Area", "街镇"}},
    {GroupKey::section, "section", {"Section id", "检查领域代码"}, {"Section", "检查领域"}},
    {GroupKey::item, "item", {"Item id", "检查项代码"}, {"Item", "检查内容"}},
    {GroupKey::round, "round", {"Round id", "轮次代码"}, {"Round", "检查轮次"}},
    {GroupKey::severity, "severity", {"Severity id", "隐患等级代码"}, {"Severity", "隐患等级"}},
    {GroupKey::department, "department", {"Department id", "监管部门代码"}, {"Department", "监管部门"}},
    {GroupKey::owner, "owner", {"Owner key", "责任人标识"}, {"Owner", "责任人"}},
}};

constexpr Label kNone{"(none)", "（无）"};
constexpr std::size_t kNoRank = std::numeric_limits<std::size_t>::max();

const NamedId* find_named(const std::vector<NamedId>& list, std::string_view id) {
  const auto it = std::find_if(list.begin(), list.end(), [&](const NamedId& n) { return n.id.value == id; });
  return it == list.end() ? nullptr : &*it;
}

std::string_view title_in(const Title* title, Lang lang) {
  return title != nullptr ? title->in(lang) : std::string_view();
}

// The checklists as titles are looked up in them: what records answer now first, then the others.
template <class Visit>
void visit_checklists(const Model& model, Visit&& visit) {
  const Checklist* current = model.current_checklist();
  if (current != nullptr && visit(*current)) return;
  for (const Checklist& c : model.checklists)
    if (&c != current && visit(c)) return;
}

const Title* checklist_title(GroupKey key, const Model& model, std::string_view value) {
  const Title* title = nullptr;
  visit_checklists(model, [&](const Checklist& c) {
    const std::uint32_t at = key == GroupKey::section ? c.find_section(value) : c.find_item(value);
    if (at != kNoIndex) title = key == GroupKey::section ? &c.sections[at].title : &c.items[at].text;
    return title != nullptr;
  });
  return title;
}

std::string_view written_title(GroupKey key, const Model& model, std::string_view value, Lang lang) {
  const Campaign& campaign = model.campaign;
  switch (key) {
    case GroupKey::unit: {
      const Unit* unit = model.roster.find(value);
      return title_in(unit != nullptr ? &unit->title : nullptr, lang);
    }
    case GroupKey::type:
    case GroupKey::area: {
      const NamedId* named = find_named(key == GroupKey::type ? campaign.types : campaign.areas, value);
      return title_in(named != nullptr ? &named->title : nullptr, lang);
    }
    case GroupKey::section:
    case GroupKey::item: return title_in(checklist_title(key, model, value), lang);
    case GroupKey::round: {
      const Round* round = campaign.find_round(value);
      return title_in(round != nullptr ? &round->title : nullptr, lang);
    }
    case GroupKey::severity: {
      const int index = campaign.severity_index(value);
      return index < 0 ? std::string_view()
                       : campaign.policy.severities[static_cast<std::size_t>(index)].title.in(lang);
    }
    case GroupKey::department: {
      const Body* body = campaign.find_body(value);
      return title_in(body != nullptr ? &body->title : nullptr, lang);
    }
    case GroupKey::owner: break;
  }
  return {};
}

template <class List>
std::size_t place_in(const List& list, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].id.value == id) return i;
  return kNoRank;
}

std::string owner_title(const Model& model, std::string_view unit, std::string_view name, Lang lang) {
  return say("{} ({})", "{}（{}）", name, title_of(GroupKey::unit, model, unit, lang)).in(lang);
}

}  // namespace

std::span<const GroupKeyInfo> group_keys() { return kKeys; }
const GroupKeyInfo& info_of(GroupKey key) { return kKeys[static_cast<std::size_t>(key)]; }

std::optional<GroupKey> parse_group_key(std::string_view name) {
  for (const GroupKeyInfo& k : kKeys)
    if (k.name == name) return k.key;
  return std::nullopt;
}

std::string_view value_of(GroupKey key, const Model& model, const HazardStatus& status) {
  const Record& record = *status.record;
  const Hazard& hazard = *status.hazard;
  switch (key) {
    case GroupKey::unit: return record.unit_id.value;
    case GroupKey::type: return record.unit != nullptr ? record.unit->type.value : std::string_view();
    case GroupKey::area: return record.unit != nullptr ? record.unit->area.value : std::string_view();
    case GroupKey::section:
      return record.checklist != nullptr && hazard.section != kNoIndex
                 ? record.checklist->sections[hazard.section].id.value
                 : std::string_view();
    case GroupKey::item:
      // A hazard on a section has no item; one on an unknown item keeps the word.
      return hazard.item != kNoIndex || hazard.section == kNoIndex ? hazard.item_id.value : std::string_view();
    case GroupKey::round: return record.round_id.value;
    case GroupKey::severity: return severity_id(model, status);
    case GroupKey::department: return status.department;
    case GroupKey::owner: return status.owner;
  }
  return {};
}

std::string title_of(GroupKey key, const Model& model, std::string_view value, Lang lang) {
  if (value.empty()) return std::string(kNone.in(lang));
  if (key == GroupKey::owner) {
    const std::size_t slash = value.find('/');
    if (slash == std::string_view::npos) return std::string(value);
    return owner_title(model, value.substr(0, slash), value.substr(slash + 1), lang);
  }
  const std::string_view title = written_title(key, model, value, lang);
  return std::string(title.empty() ? value : title);
}

std::size_t rank_of(GroupKey key, const Model& model, std::string_view value) {
  const Campaign& campaign = model.campaign;
  switch (key) {
    case GroupKey::unit:
    case GroupKey::owner: {
      const auto it = model.roster.index.find(value.substr(0, value.find('/')));
      return it == model.roster.index.end() ? kNoRank : it->second;
    }
    case GroupKey::type: return place_in(campaign.types, value);
    case GroupKey::area: return place_in(campaign.areas, value);
    case GroupKey::section:
    case GroupKey::item: {
      std::size_t rank = kNoRank, before = 0;
      visit_checklists(model, [&](const Checklist& c) {
        const std::uint32_t at = key == GroupKey::section ? c.find_section(value) : c.find_item(value);
        if (at != kNoIndex) rank = before + at;
        before += key == GroupKey::section ? c.sections.size() : c.items.size();
        return rank != kNoRank;
      });
      return rank;
    }
    case GroupKey::round: return place_in(campaign.rounds, value);
    case GroupKey::severity: return place_in(campaign.policy.severities, value);
    case GroupKey::department:
      return value == campaign.authority.id.value ? campaign.departments.size() : place_in(campaign.departments, value);
  }
  return kNoRank;
}

std::size_t Grouper::NumbersHash::operator()(const Numbers& numbers) const {
  std::size_t hash = 0;
  for (std::uint32_t n : numbers) hash = (hash ^ n) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

std::uint32_t Grouper::number_of(GroupKey key, Values& values, const KeyValues& from) {
  const std::string_view value = from[static_cast<std::size_t>(key)];
  const auto intern = [&](std::string text, std::string_view written) {
    const auto [it, added] =
        values.number.try_emplace(std::move(text), static_cast<std::uint32_t>(values.value.size()));
    if (added) {
      values.value.push_back(it->first);
      values.written.emplace_back(written);
    } else if (!written.empty() && written < values.written[it->second]) {
      values.written[it->second] = written;
    }
    return it->second;
  };
  if (key == GroupKey::owner) {
    if (value.empty()) return intern("", "");
    const std::string_view unit = from[static_cast<std::size_t>(GroupKey::unit)];
    const auto [it, added] = values.spelling.try_emplace({unit, value}, 0);
    if (added) it->second = intern(std::string(unit) + "/" + folded_name(value), value);
    return it->second;
  }
  if (!values.value.empty() && values.last == value) return values.last_number;
  values.last_number = intern(std::string(value), {});
  values.last = value;
  return values.last_number;
}

std::size_t Grouper::place(const KeyValues& values) {
  scratch_.clear();
  for (std::size_t i = 0; i < by_.size(); ++i) scratch_.push_back(number_of(by_[i], values_[i], values));
  const auto [it, added] = index_.try_emplace(scratch_, groups_.size());
  if (added) groups_.push_back(scratch_);
  return it->second;
}

std::size_t Grouper::place(const HazardStatus& status) {
  KeyValues values;
  for (GroupKey key : by_) values[static_cast<std::size_t>(key)] = value_of(key, *model_, status);
  values[static_cast<std::size_t>(GroupKey::unit)] = status.record->unit_id.value;
  return place(values);
}

const std::string& Grouper::value(std::size_t group, std::size_t key) const {
  return values_[key].value[groups_[group][key]];
}

std::string Grouper::title(std::size_t group, std::size_t key, Lang lang) const {
  const std::string& v = value(group, key);
  if (by_[key] != GroupKey::owner || v.empty()) return title_of(by_[key], *model_, v, lang);
  return owner_title(*model_, v.substr(0, v.find('/')), values_[key].written[groups_[group][key]], lang);
}

std::vector<std::size_t> Grouper::order() const {
  // Each key's values in order, as places that numbers can be exchanged for.
  std::vector<std::vector<std::size_t>> places(by_.size());
  for (std::size_t k = 0; k < by_.size(); ++k) {
    const std::vector<std::string>& value = values_[k].value;
    std::vector<std::size_t> rank(value.size()), sorted(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
      rank[i] = rank_of(by_[k], *model_, value[i]);
      sorted[i] = i;
    }
    std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
      if (value[a].empty() != value[b].empty()) return value[b].empty();
      return rank[a] != rank[b] ? rank[a] < rank[b] : value[a] < value[b];
    });
    places[k].resize(value.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) places[k][sorted[i]] = i;
  }
  std::vector<std::size_t> order(groups_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    for (std::size_t k = 0; k < by_.size(); ++k) {
      const std::size_t x = places[k][groups_[a][k]], y = places[k][groups_[b][k]];
      if (x != y) return x < y;
    }
    return false;
  });
  return order;
}

}  // namespace hazcheck
