// Pairs the answers of two rounds. Must not group or round anything.
#include "status/accuracy.hpp"

namespace hazcheck {
namespace {

constexpr bool was_checked(Answered a) { return a == Answered::pass || a == Answered::fail; }

void visit_unit(const Unit& unit, const Record& before, const Record& after,
                const std::function<void(const AnswerPair&)>& visit) {
  const std::vector<Answered> old_answers = answers_of(before);
  const std::vector<Answered> new_answers = answers_of(after);
  const Checklist& old_list = *before.checklist;
  const Checklist& new_list = *after.checklist;
  for (std::uint32_t i = 0; i < new_answers.size(); ++i) {
    if (!was_checked(new_answers[i])) continue;
    const std::uint32_t old = &old_list == &new_list ? i : old_list.find_item(new_list.items[i].id.value);
    if (old == kNoIndex || !was_checked(old_answers[old])) continue;
    if (!new_list.applies_to(i, unit) || !old_list.applies_to(old, unit)) continue;
    visit({&unit, &new_list, i, old_answers[old] == Answered::pass, new_answers[i] == Answered::pass});
  }
}

}  // namespace

void AccuracySums::add(const AnswerPair& pair) {
  ++checked;
  if (pair.passed_after) return;
  ++failed;
  missed += pair.passed_before ? 1 : 0;
}

void visit_answer_pairs(const Model& model, const Round& earlier, const Round& later, Date as_of,
                        const std::function<void(const AnswerPair&)>& visit) {
  const RecordIndex records(model, as_of);
  for (const Unit& unit : model.roster.units) {
    const Record* before = records.find(earlier, unit);
    const Record* after = records.find(later, unit);
    if (before == nullptr || after == nullptr || before->checklist == nullptr || after->checklist == nullptr) continue;
    visit_unit(unit, *before, *after, visit);
  }
}

}  // namespace hazcheck
