// What the model keeps of a record's answers once they are checked. Must not evaluate or report anything.
#include <vector>

#include "model/evaluate.hpp"
#include "read/record_reader.hpp"

namespace hazcheck {

void slim_answers(Record& record, Arena& keep) {
  std::vector<Answer> answers;
  std::vector<AnsweredSubject> failed, passed;
  std::vector<Shortfall> shortfalls;
  const bool followed = !record.followups.empty() && record.checklist != nullptr;
  answers.reserve(record.details.size());
  for (const AnswerDetail& a : record.details) {
    if (a.item == kNoIndex) continue;
    answers.push_back({a.item, a.outcome, a.reply.reason.present(), a.item_id.at});
    const auto keep_shortfall = [&](const Reply& r) {
      if (!followed || r.outcome != Answered::fail || r.result.value == Answered::fail) return;
      const EvidenceValue* value = failing_value(r, record.checklist->items[a.item], record.unit, record.date.value);
      if (value == nullptr) return;
      shortfalls.push_back({a.item, keep.copy(r.subject.value), *value});
      EvidenceValue& kept = shortfalls.back().value;
      kept.text = keep.copy(kept.text);
      kept.registered = keep.copy(kept.registered);
      kept.names = {};  // that they are too few says its expectation
    };
    keep_shortfall(a.reply);
    for (const Reply& r : a.each) {
      const AnsweredSubject subject{a.item, r.subject};
      if (r.outcome == Answered::fail) failed.push_back(subject);
      if (r.outcome == Answered::pass && followed) passed.push_back(subject);
      keep_shortfall(r);
    }
  }
  for (std::vector<AnsweredSubject>* subjects : {&failed, &passed})
    for (AnsweredSubject& s : *subjects) s.subject.value = keep.copy(s.subject.value);
  record.answers = keep.copy(answers);
  record.failed_subjects = keep.copy(failed);
  record.passed_subjects = keep.copy(passed);
  record.shortfalls = keep.copy(shortfalls);
  record.details = {};
}

}  // namespace hazcheck
