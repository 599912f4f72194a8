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

constexpr std::size_t kTitle = 60;  // columns of a title in a message

Label noun_of(GroupKey key) {
  switch (key) {
    case GroupKey::unit: return {"unit", "单位"};
    case GroupKey::type: return {"type", "单位类型"};
    case GroupKey::area: return {"area", "街镇"};
    case GroupKey::section: return {"section", "检查领域"};
    case GroupKey::item: return {"item", "检查项"};
    case GroupKey::round: return {"round", "检查轮次"};
    case GroupKey::severity: return {"severity", "隐患等级"};
    case GroupKey::department: return {"department", "部门"};
    case GroupKey::owner: break;
  }
  return {"owner", "责任人"};
}

// The first dozen, for people who have to choose one.
std::string listed(const std::vector<std::string_view>& values) {
  std::string text;
  for (std::size_t i = 0; i < values.size() && i < 12; ++i) text.append(i == 0 ? "" : ", ").append(values[i]);
  return values.size() > 12 ? text + ", …" : text;
}

struct Meant {
  std::string_view id;
  bool by_title = false;
};

// A part of a title says which one is meant, unless it is a mere word of a long English one.
bool holds(std::string_view title, std::string_view part) {
  const bool ascii = std::all_of(part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
  if (count_chars(part) < 2 || (ascii && part.size() * 3 < title.size())) return false;
  return title.find(part) != std::string_view::npos;
}

// The characters of a short name in their order, as Chinese shortens names: 二中 of 示例第二高级中学.
bool shortened(std::string_view title, std::string_view name) {
  if (name.empty() || static_cast<unsigned char>(name[0]) < 128) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t wanted = next_char(name, i);
    bool found = false;
    while (!found && at < title.size()) found = next_char(title, at) == wanted;
    if (!found) return false;
  }
  return true;
}

// The only one of `ids` whose title `fits` the words; empty where there are none or several.
template <class Fits>
std::optional<std::string_view> only_one(const std::vector<std::string>& titles,
                                         const std::vector<std::string_view>& ids, std::string_view words,
                                         const Fits& fits) {
  std::optional<std::string_view> one;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (!fits(titles[i], words)) continue;
    if (one && *one != ids[i]) return std::nullopt;
    one = ids[i];
  }
  return one;
}

// Which of `known` may be meant: by its title, as a whole or as the only one that holds it, by its id, by a short form
// of its title, or by a title that is nearly so.
std::optional<Meant> meant(GroupKey key, const Model& model, std::string_view given,
                           const std::vector<std::string_view>& known) {
  const std::string wanted = lower_ascii(folded_name(given));
  std::vector<std::string> titles;
  std::vector<std::string_view> ids;  // of the titles
  for (std::string_view id : known)
    for (const Lang lang : {Lang::zh, Lang::en}) {
      titles.push_back(lower_ascii(folded_name(title_of(key, model, id, lang))));
      ids.push_back(id);
      if (titles.back() == wanted) return Meant{id, true};
    }
  if (const auto one = only_one(titles, ids, wanted, holds)) return Meant{*one, true};
  if (const auto near = did_you_mean(given, known)) return Meant{*near, false};
  if (const auto one = only_one(titles, ids, wanted, shortened)) return Meant{*one, true};
  const std::vector<std::string_view> names(titles.begin(), titles.end());
  const auto near = did_you_mean(wanted, names);
  if (!near) return std::nullopt;
  return Meant{ids[static_cast<std::size_t>(std::find(names.begin(), names.end(), *near) - names.begin())], true};
}

}  // namespace

Text no_such(GroupKey key, const Model& model, std::string_view given) {
  const Label noun = noun_of(key);
  const std::string shown = printable(given);
  const std::vector<std::string_view> known = known_values(key, model);
  if (known.empty())
    return {fmt::format("no {} '{}'; there are none yet", noun.en, shown),
            fmt::format("没有 '{}' 这个{}，目前一个也没有登记", shown, noun.zh)};
  const auto found = meant(key, model, given, known);
  if (!found)
    return {fmt::format("no {} '{}'; there are: {}", noun.en, shown, listed(known)),
            fmt::format("没有 '{}' 这个{}，现有：{}", shown, noun.zh, listed(known))};
  // Who wrote a title has to see whose id this is.
  const auto named = [&](Lang lang, const char* opening, const char* closing) {
    return found->by_title ? opening + elide(printable(title_of(key, model, found->id, lang)), kTitle) + closing
                           : std::string();
  };
  return {fmt::format("no {} '{}'; did you mean '{}'{}?", noun.en, shown, found->id, named(Lang::en, " (", ")")),
          fmt::format("没有 '{}' 这个{}，是否指 '{}'{}？", shown, noun.zh, found->id, named(Lang::zh, "（", "）"))};
}

std::optional<Text> unknown_value(const Filter& filter, const Model& model) {
  for (const GroupKeyInfo& k : group_keys()) {
    const std::vector<std::string>& wanted = filter.values(k.key);
    if (wanted.empty() || k.key == GroupKey::owner) continue;
    const std::vector<std::string_view> known = known_values(k.key, model);
    for (const std::string& w : wanted)
      if (std::find(known.begin(), known.end(), w) == known.end()) return no_such(k.key, model, w);
  }
  return std::nullopt;
}

}  // namespace hazcheck
