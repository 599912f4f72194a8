// Values to complete, from the workspace, git and the program's own tables. Must be quick: records are read only where
// hazards are asked for.
#include <algorithm>

#include "base/text.hpp"
#include "commands/completion_words.hpp"
#include "commands/manual_pages.hpp"
#include "commands/workspace.hpp"
#include "rules/rule.hpp"
#include "source/git.hpp"
#include "status/figures.hpp"
#include "status/filter.hpp"
#include "status/grouping.hpp"

namespace hazcheck {
namespace {

using Words = std::vector<Suggestion>;

std::string text_of(const Title& title, Lang lang) { return std::string(title.in(lang)); }

template <class List>
Words titled(const List& list, Lang lang) {
  Words words;
  for (const auto& one : list) words.push_back({std::string(one.id.value), text_of(one.title, lang)});
  return words;
}

Words items_of(const Model& model, Lang lang) {
  Words words;
  if (const Checklist* c = model.current_checklist())
    for (const Item& i : c->items) words.push_back({std::string(i.id.value), text_of(i.text, lang)});
  return words;
}

// Ids that the roster uses, with their titles where the campaign gives them one.
Words used(const Model& model, const std::vector<NamedId>& named, Word Unit::*key, Lang lang) {
  Words words = titled(named, lang);
  for (const Unit& u : model.roster.units) {
    const std::string id((u.*key).value);
    if (!id.empty() && std::none_of(words.begin(), words.end(), [&](const Suggestion& s) { return s.word == id; }))
      words.push_back({id, {}});
  }
  return words;
}

Words owners(const Model& model) {
  Words words;
  for (const Unit& u : model.roster.units)
    for (const Person& p : u.people) words.push_back({std::string(p.name.value), std::string(u.id.value)});
  return words;
}

Words hazards(const Definitions& workspace) {
  Words words;
  const Result<Snapshot> all = load_work_tree(workspace.root);
  if (!all) return words;
  Diagnostics unused;
  const Model model = read_model(*all, unused).model;
  for (const Record& r : model.records)
    for (const Hazard& h : r.hazards) words.push_back({global_id(r, h), std::string(h.description().value)});
  return words;
}

Words revisions(const std::string& directory) {
  Words words{{"HEAD", {}}};
  const Result<Repository> repository = find_repository(directory);
  if (!repository) return {};
  const auto names = ask_git(*repository, {"for-each-ref", "--format=%(refname:short)%09%(contents:subject)",
                                           "refs/heads", "refs/tags", "refs/remotes"});
  if (!names) return words;
  std::string_view rest = *names;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t tab = std::min(line.find('\t'), line.size());
    words.push_back({std::string(line.substr(0, tab)), printable(line.substr(std::min(tab + 1, line.size())))});
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return words;
}

Words own_tables(Completes completes, Lang lang) {
  Words words;
  if (completes == Completes::rules || completes == Completes::rules_and_figures)
    for (const RuleInfo* r : all_rules()) words.push_back({std::string(r->code), std::string(r->summary.in(lang))});
  if (completes == Completes::figures || completes == Completes::rules_and_figures)
    for (std::string_view key : figure_keys())
      words.push_back({std::string(key), std::string(figures_named(key).front()->name.in(lang))});
  if (completes == Completes::statuses)
    for (std::string_view s : status_words()) words.push_back({std::string(s), {}});
  if (completes == Completes::group_keys)
    for (const GroupKeyInfo& k : group_keys())
      words.push_back({std::string(k.name), std::string(k.title_header.in(lang))});
  if (completes == Completes::commands)
    for (const std::string& word : manual_words()) words.push_back({word, {}});
  return words;
}

}  // namespace

std::vector<Suggestion> values_of(const Call& call, Completes completes, const std::string& directory) {
  if (completes == Completes::revisions) return revisions(directory);
  Words own = own_tables(completes, call.lang);
  if (!own.empty()) return own;
  const std::unique_ptr<Definitions> workspace = load_definitions(directory);
  if (!workspace) return {};
  const Model& m = workspace->model;
  switch (completes) {
    case Completes::rounds: return titled(m.campaign.rounds, call.lang);
    case Completes::units: return titled(m.roster.units, call.lang);
    case Completes::items: return items_of(m, call.lang);
    case Completes::sections:
      return m.current_checklist() == nullptr ? Words{} : titled(m.current_checklist()->sections, call.lang);
    case Completes::types: return used(m, m.campaign.types, &Unit::type, call.lang);
    case Completes::areas: return used(m, m.campaign.areas, &Unit::area, call.lang);
    case Completes::severities: return titled(m.campaign.policy.severities, call.lang);
    case Completes::departments: return titled(m.campaign.departments, call.lang);
    case Completes::owners: return owners(m);
    case Completes::hazards: return hazards(*workspace);
    default: return {};
  }
}

}  // namespace hazcheck
