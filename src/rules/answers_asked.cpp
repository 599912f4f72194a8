// What a record is asked, and what an answer still lacks. Must not report.
#include <algorithm>

#include "rules/answers.hpp"

namespace hazcheck::answers {

Asked asked(const Record& record, std::uint32_t item) {
  const Item& i = record.checklist->items[item];
  const Section& section = record.checklist->sections[i.section];
  if (section.covered_elsewhere) return Asked::covered_elsewhere;
  if (!matches(i.applies, *record.unit)) return Asked::not_applicable;
  // An empty scope is reported for itself; it takes nothing away.
  if (record.has_scope && !record.scope.empty() && !record.in_scope(section.id.value)) return Asked::out_of_scope;
  return Asked::yes;
}

std::vector<Asked> asked_of(const Record& record) {
  std::vector<Asked> all;
  if (!can_judge(record)) return all;
  const auto count = static_cast<std::uint32_t>(record.checklist->items.size());
  all.reserve(count);
  for (std::uint32_t item = 0; item < count; ++item) all.push_back(asked(record, item));
  return all;
}

bool can_judge(const Record& record) { return record.sound && record.checklist != nullptr && record.unit != nullptr; }

bool scope_is_clear(const Record& record) {
  if (!record.has_scope) return true;
  return !record.scope.empty() && std::all_of(record.scope.begin(), record.scope.end(), [&](const Word& s) {
    return record.checklist->find_section(s.value) != kNoIndex;
  });
}

const std::vector<Word>* subjects_for(const Record& record, const Item& item) {
  if (item.each.empty() || record.unit == nullptr) return nullptr;
  const std::vector<Word>* subjects = record.unit->subjects_of(item.each);
  return subjects == nullptr || subjects->empty() ? nullptr : subjects;
}

bool is_empty(const Reply& reply) {
  return !reply.flawed && reply.result.value == Answered::none && reply.values.empty();
}

bool lacks_reason(const Reply& reply, const Reply& whole) {
  return (reply.outcome == Answered::na || reply.outcome == Answered::unchecked) && !reply.reason.present() &&
         !whole.reason.present();
}

std::vector<Evidence> missing_evidence(const Reply& reply, const Item& item) {
  std::vector<Evidence> missing;
  if (reply.flawed || reply.outcome != Answered::pass) return missing;
  const bool bare = reply.values.empty();
  for (const Evidence& kind : item.evidence) {
    // A bare pass is all that a check asks for, and as good a text as any.
    if (kind == Evidence::check && reply.result.value == Answered::pass) continue;
    if (kind == Evidence::text && bare && item.evidence.size() == 1) continue;
    const auto given = [&](const EvidenceValue& v) { return v.kind == kind; };
    if (std::none_of(reply.values.begin(), reply.values.end(), given)) missing.push_back(kind);
  }
  return missing;
}

std::vector<const AnswerDetail*> details_by_item(const Record& record) {
  std::vector<const AnswerDetail*> by_item(record.checklist->items.size(), nullptr);
  for (const AnswerDetail& a : record.details)
    if (a.item != kNoIndex) by_item[a.item] = &a;
  return by_item;
}

}  // namespace hazcheck::answers
