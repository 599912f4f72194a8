// Holds hazards against a filter. Must not know where the filter came from.
#include "status/filter.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"

namespace hazcheck {
namespace {

bool one_of(const std::vector<std::string>& wanted, std::string_view value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool owner_asked_for(const std::vector<std::string>& wanted, const HazardStatus& status) {
  if (wanted.empty()) return true;
  if (status.owner.empty()) return false;
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view w) {
    const std::size_t slash = w.find('/');
    if (slash != std::string_view::npos && w.substr(0, slash) != status.record->unit_id.value) return false;
    return same_name(slash == std::string_view::npos ? w : w.substr(slash + 1), status.owner);
  });
}

bool within(const std::optional<Date>& since, const std::optional<Date>& until, const std::optional<Date>& day) {
  if (!since && !until) return true;
  return day && (!since || *since <= *day) && (!until || *day <= *until);
}

}  // namespace

bool Filter::takes(const Model& model, const HazardStatus& s) const {
  if (s.state == State::none) return false;
  if (!states.empty() && std::find(states.begin(), states.end(), s.state) == states.end()) return false;
  if ((overdue && !s.overdue) || (due_soon && !s.due_soon) || (no_due && !s.no_due) || (waiting && !s.waiting) ||
      (escalated && s.escalated == nullptr) || (supervised && s.supervised == nullptr))
    return false;
  if (due_before && !(s.due && *s.due < *due_before)) return false;
  if (!within(found_since, found_until, s.found)) return false;
  if (!within(closed_since, closed_until, s.closed != nullptr ? std::optional(s.closed->date) : std::nullopt))
    return false;
  for (const GroupKeyInfo& k : group_keys()) {
    const std::vector<std::string>& wanted = values(k.key);
    if (wanted.empty()) continue;
    if (k.key == GroupKey::owner ? !owner_asked_for(wanted, s) : !one_of(wanted, value_of(k.key, model, s)))
      return false;
  }
  return true;
}

bool Filter::lists(const Model& model, const HazardStatus& s) const {
  return (s.state != State::voided || !states.empty()) && takes(model, s);
}

bool Filter::takes_unit(const Unit& unit) const {
  return one_of(values(GroupKey::unit), unit.id.value) && one_of(values(GroupKey::type), unit.type.value) &&
         one_of(values(GroupKey::area), unit.area.value);
}

const std::vector<std::string_view>& status_words() {
  static const std::vector<std::string_view> kWords{"open", "unplanned", "planned", "rectified", "closed", "void"};
  return kWords;
}

bool add_status(Filter& filter, std::string_view word) {
  if (word == "open") {
    filter.states.insert(filter.states.end(), {State::unplanned, State::planned, State::rectified});
    return true;
  }
  for (State s : {State::unplanned, State::planned, State::rectified, State::closed, State::voided}) {
    if (key_of(s) != word) continue;
    filter.states.push_back(s);
    return true;
  }
  return false;
}

std::vector<std::string_view> known_values(GroupKey key, const Model& model) {
  std::vector<std::string_view> known;
  std::unordered_set<std::string_view> seen;
  const auto add = [&](std::string_view value) {
    if (!value.empty() && seen.insert(value).second) known.push_back(value);
  };
  const Campaign& campaign = model.campaign;
  switch (key) {
    case GroupKey::unit:
      for (const Unit& u : model.roster.units) add(u.id.value);
      for (const Record& r : model.records) add(r.unit_id.value);
      break;
    case GroupKey::type:
      for (const NamedId& t : campaign.types) add(t.id.value);
      for (const Unit& u : model.roster.units) add(u.type.value);
      break;
    case GroupKey::area:
      for (const NamedId& a : campaign.areas) add(a.id.value);
      for (const Unit& u : model.roster.units) add(u.area.value);
      break;
    case GroupKey::section:
      for (const Checklist& c : model.checklists)
        for (const Section& s : c.sections) add(s.id.value);
      break;
    case GroupKey::item:
      for (const Checklist& c : model.checklists)
        for (const Item& i : c.items) add(i.id.value);
      break;
    case GroupKey::round:
      for (const Round& r : campaign.rounds) add(r.id.value);
      break;
    case GroupKey::severity:
      for (const SeverityLevel& s : campaign.policy.severities) add(s.id.value);
      break;
    case GroupKey::department:
      for (const Body& d : campaign.departments) add(d.id.value);
      add(campaign.authority.id.value);
      break;
    case GroupKey::owner: break;
  }
  return known;
}

namespace {

// The first dozen, for people who have to choose one.
std::string listed(const std::vector<std::string_view>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size() && i < 12; ++i) text.append(i == 0 ? "" : ", ").append(values[i]);
  return values.size() > 12 ? text + ", …" : text;
}

}  // namespace

std::optional<Text> unknown_value(const Filter& filter, const Model& model) {
  for (const GroupKeyInfo& k : group_keys()) {
    const std::vector<std::string>& wanted = filter.values(k.key);
    if (wanted.empty() || k.key == GroupKey::owner) continue;
    const std::vector<std::string_view> known = known_values(k.key, model);
    for (const std::string& w : wanted) {
      if (std::find(known.begin(), known.end(), w) != known.end()) continue;
      if (const auto near = did_you_mean(w, known))
        return Text{fmt::format("no {} '{}'; did you mean '{}'?", k.name, printable(w), *near),
                    fmt::format("没有 '{}' 这个{}，是否指 '{}'？", printable(w), k.header.zh, *near)};
      return Text{fmt::format("no {} '{}'; there are: {}", k.name, printable(w), listed(known)),
                  fmt::format("没有 '{}' 这个{}，现有：{}", printable(w), k.header.zh, listed(known))};
    }
  }
  return std::nullopt;
}

}  // namespace hazcheck
