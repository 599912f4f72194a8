// The look-ups. A name that two things share is nobody's: the ledger has to be clearer.
#include "read/ledger_names.hpp"

#include "base/text.hpp"

namespace hazcheck {
namespace {

std::string folded(std::string_view name) { return lower_ascii(folded_name(name)); }

}  // namespace

void NameIndex::add(std::string_view name, std::string_view id) {
  if (name.empty()) return;
  const auto [it, added] = ids_.try_emplace(folded(name), id);
  if (!added && it->second != id) it->second.clear();
  if (added) names_.emplace_back(name);
}

void NameIndex::add_title(const Title& title, std::string_view id) {
  add(title.zh, id);
  add(title.en, id);
}

void NameIndex::add_words(const LedgerMap::Words& words) {
  for (const auto& [word, id] : words) {
    ids_[word] = id;
    names_.push_back(word);
  }
}

std::optional<std::string> NameIndex::find(std::string_view name) const {
  const auto it = ids_.find(folded(name));
  if (it == ids_.end() || it->second.empty()) return std::nullopt;
  return it->second;
}

Text NameIndex::why_not(Label what, std::string_view name) const {
  const std::string shown = elide(printable(trim(name)), 60);
  if (ids_.contains(folded(name)))
    return {fmt::format("several {}s are called '{}'", what.en, shown),
            fmt::format("有多个{}都叫 '{}'", what.zh, shown)};
  constexpr std::size_t kMostTold = 1000;  // beyond them nobody reads on
  if (const auto told = told_.find(shown); told != told_.end()) return told->second;
  Text text{fmt::format("no {} is called '{}'", what.en, shown), fmt::format("没有叫 '{}' 的{}", shown, what.zh)};
  if (told_.size() >= kMostTold) return text;
  const std::vector<std::string_view> known(names_.begin(), names_.end());
  if (const auto near = did_you_mean(trim(name), known)) {
    text.en += fmt::format("; did you mean '{}'?", *near);
    text.zh += fmt::format("，是否指 '{}'？", *near);
  }
  return told_.emplace(shown, std::move(text)).first->second;
}

LedgerNames ledger_names(const Model& model, const Checklist& checklist, const LedgerMap& map) {
  LedgerNames names;
  for (const Unit& u : model.roster.units) {
    names.units.add(u.id.value, u.id.value);
    names.units.add_title(u.title, u.id.value);
    names.bodies.add(u.id.value, u.id.value);
    names.bodies.add_title(u.title, u.id.value);
  }
  const Campaign& c = model.campaign;
  for (const Round& r : c.rounds) {
    names.rounds.add(r.id.value, r.id.value);
    names.rounds.add_title(r.title, r.id.value);
  }
  for (const Section& s : checklist.sections) {
    names.sections.add(s.id.value, s.id.value);
    names.sections.add_title(s.title, s.id.value);
  }
  for (const Item& i : checklist.items) {
    names.items.add(i.id.value, i.id.value);
    names.items.add_title(i.text, i.id.value);
  }
  for (const SeverityLevel& s : c.policy.severities)
    for (std::string_view behind : {"", "隐患", "事故隐患", "安全隐患"}) {
      names.severities.add(s.id.value, s.id.value);
      names.severities.add(std::string(s.title.zh) + std::string(behind), s.id.value);
      names.severities.add(s.title.en, s.id.value);
    }
  names.bodies.add("authority", "authority");
  names.bodies.add("district", "district");
  names.bodies.add(c.authority.id.value, c.authority.id.value);
  names.bodies.add_title(c.authority.title, c.authority.id.value);
  for (const Body& d : c.departments) {
    names.bodies.add(d.id.value, d.id.value);
    names.bodies.add_title(d.title, d.id.value);
  }
  names.units.add_words(map.units);
  names.rounds.add_words(map.rounds);
  names.sections.add_words(map.sections);
  names.severities.add_words(map.severities);
  return names;
}

}  // namespace hazcheck
