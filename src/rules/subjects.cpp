// Matching by folded name. Must stay linear in subjects and replies.
#include "rules/subjects.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/suggest.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kMany = 200;  // more are not looked through for every unknown name

}  // namespace

bool in_roster_order(List<Reply> each, const std::vector<Word>& subjects) {
  return std::equal(each.begin(), each.end(), subjects.begin(), subjects.end(),
                    [](const Reply& r, const Word& w) { return r.subject.value == w.value; });
}

SubjectMatch match_subjects(List<Reply> each, const std::vector<Word>& subjects) {
  SubjectMatch match;
  if (in_roster_order(each, subjects)) return match;
  std::unordered_map<std::string, std::size_t> replies;  // folded name → the first reply for it
  std::unordered_set<std::string> known;
  for (const Word& s : subjects) known.insert(folded_name(s.value));
  for (std::size_t i = 0; i < each.size(); ++i) {
    std::string name = folded_name(each[i].subject.value);
    if (!known.contains(name)) match.unknown.push_back(i);
    const auto [it, fresh] = replies.try_emplace(std::move(name), i);
    if (!fresh) match.twice.emplace_back(i, it->second);
  }
  for (std::uint32_t i = 0; i < subjects.size(); ++i)
    if (!replies.contains(folded_name(subjects[i].value))) match.missing.push_back(i);
  // What an unknown name most likely stands for is not missing besides.
  if (match.unknown.size() > kMany || match.missing.size() > kMany) return match;
  for (std::size_t i : match.unknown) {
    std::vector<Word> left;
    for (std::uint32_t m : match.missing) left.push_back(subjects[m]);
    if (const Word* meant = near_subject(each[i].subject.value, left))
      match.missing.erase(match.missing.begin() + (meant - left.data()));
  }
  return match;
}

const Word* near_subject(std::string_view name, const std::vector<Word>& subjects) {
  if (subjects.size() > kMany) return nullptr;
  std::vector<std::string_view> names;
  for (const Word& s : subjects) names.push_back(s.value);
  const auto near = did_you_mean(name, names);
  if (!near) return nullptr;
  return &subjects[static_cast<std::size_t>(std::find(names.begin(), names.end(), *near) - names.begin())];
}

bool SubjectLookup::names(std::string_view name, const std::vector<Word>& subjects) {
  constexpr std::size_t kFew = 16;
  if (subjects.size() <= kFew)
    return std::any_of(subjects.begin(), subjects.end(), [&](const Word& s) { return same_name(s.value, name); });
  const auto [it, fresh] = folded_.try_emplace(&subjects);
  if (fresh)
    for (const Word& s : subjects) it->second.insert(folded_name(s.value));
  return it->second.contains(folded_name(name));
}

std::string listed_subjects(const std::vector<Word>& subjects, std::size_t most) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < subjects.size() && i < most; ++i) names.push_back(subjects[i].value);
  std::string all = listed(names, most);
  if (subjects.size() > most) all.append(fmt::format(" … ({})", subjects.size()));
  return all;
}

}  // namespace hazcheck
