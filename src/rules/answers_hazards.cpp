// Answers and hazards held against each other: what fails has a hazard, and what has a hazard fails. Must not
// judge the hazards themselves.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "model/evaluate.hpp"
#include "rules/answers.hpp"
#include "rules/subjects.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::answers {
namespace {

bool excuses(const FollowUp& followup) {
  return followup.result.value == FollowUpResult::still_open || followup.result.value == FollowUpResult::recurred;
}

// Whether some follow-up may stand in for a new hazard: which hazard it means is known only of the whole
// register.
bool may_be_excused(const Record& record) {
  return std::any_of(record.followups.begin(), record.followups.end(), excuses);
}

// A void hazard was found all the same: it tells what the answer meant. One without its subject, or with a
// misspelt one (both reported), may be the one.
bool has_hazard(const Record& record, std::uint32_t item, std::string_view subject) {
  const std::vector<Word>* subjects = subjects_for(record, record.checklist->items[item]);
  return std::any_of(record.hazards.begin(), record.hazards.end(), [&](const Hazard& h) {
    if (h.item == kNoIndex && h.section == kNoIndex) return true;  // on an unknown item (HZ204): may be this one
    if (h.item != item) return false;
    return subject.empty() || !h.subject.present() || same_name(h.subject.value, subject) ||
           (subjects != nullptr && !names_subject(h.subject.value, *subjects));
  });
}

// A subject that the roster does not have is reported as such.
bool is_subject(const Record& record, std::uint32_t item, std::string_view name) {
  const std::vector<Word>* subjects = subjects_for(record, record.checklist->items[item]);
  return subjects != nullptr && names_subject(name, *subjects);
}

struct Failure {
  std::string_view item;
  std::string_view subject;  // empty where the item is answered once
  Mark at;
  Text why;  // which value fails; empty where the answer says so itself
};

void report(const Record& record, const Failure& f, bool earlier, Emit& emit) {
  const std::string item = shown(f.item), subject = shown(f.subject);
  Text message = f.subject.empty() ? say("'{0}' fails without a hazard on it", "'{0}' 不合格，但没有登记隐患", item)
                                   : say("'{0}' fails for '{1}' without a hazard on it",
                                         "'{0}' 对 '{1}' 不合格，但没有登记隐患", item, subject);
  if (!f.why.empty()) {
    message.en.append(": ").append(f.why.en);
    message.zh.append("：").append(f.why.zh);
  }
  Text help = f.subject.empty() ? say("add a hazard with 'item: {0}'", "请登记一条隐患，写 'item: {0}'", item)
                                : say("add a hazard with 'item: {0}' and 'subject: {1}'",
                                      "请登记一条隐患，写 'item: {0}' 和 'subject: {1}'", item, subject);
  if (earlier) {
    help.en.append(", or follow up the earlier one as still-open or recurred");
    help.zh.append("；以往轮次已登记的，在 followups 中写 still-open 或 recurred");
  }
  Diagnostic& d = emit(Span{record.file, f.at}, std::move(message), std::move(help));
  if (!record.complete) d.severity = Severity::note;
}

Text reason_of_failure(const Reply& reply, const Item& item, const Record& record) {
  if (reply.result.value == Answered::fail) return {};
  const EvidenceValue* value = failing_value(reply, item, record.unit, record.date.value);
  return value == nullptr ? Text{} : shortfall(*value, item.expect[static_cast<std::size_t>(value->kind)], record);
}

// The same of a record whose answers are no longer there in full.
Text kept_reason(const Record& record, std::uint32_t item, std::string_view subject) {
  for (const Shortfall& s : record.shortfalls)
    if (s.item == item && s.subject == subject)
      return shortfall(s.value, record.checklist->items[item].expect[static_cast<std::size_t>(s.value.kind)], record);
  return {};
}

bool is_later_round(const Record& record) { return record.round != nullptr && record.round->order > 0; }

// The hazards that this record says are still there.
struct Followed {
  std::vector<const Hazard*> hazards;
  bool unknown = false;  // one of them cannot be found (HZ515): it may be the one
};
Followed followed_by(const Model& model, const Record& record) {
  Followed followed;
  for (const FollowUp& f : record.followups) {
    if (!excuses(f)) continue;
    const std::optional<HazardRef> found = model.find_hazard(f.hazard.value);
    if (!found) followed.unknown = true;
    else followed.hazards.push_back(&model.hazard_of(*found));
  }
  return followed;
}

bool is_excused(const Followed& followed, std::string_view item, std::string_view subject) {
  return std::any_of(followed.hazards.begin(), followed.hazards.end(), [&](const Hazard* h) {
    return h->item_id.value == item && (subject.empty() || same_name(h->subject.value, subject));
  });
}

bool voided(const Hazard& hazard) {
  return std::any_of(hazard.log.begin(), hazard.log.end(),
                     [](const Event& e) { return e.kind.value == EventKind::voided; });
}

// Finds the reply that a hazard rests on. Linear in replies and hazards together, whatever a file holds.
class Replies {
 public:
  explicit Replies(const Record& record) : record_(record) {}

  // Null where that is told already: none for its subject, or no subject.
  const Reply* of(const Hazard& hazard, const AnswerDetail& a) {
    if (!a.uses_each) return &a.reply;
    if (record_.checklist->items[hazard.item].each.empty() || !hazard.subject.present()) return nullptr;
    for (std::size_t i = 0; i < a.each.size() && i < kFew; ++i)
      if (same_name(a.each[i].subject.value, hazard.subject.value)) return &a.each[i];
    if (a.each.size() <= kFew) return nullptr;
    const auto [index, fresh] = many_.try_emplace(&a);
    if (fresh)
      for (const Reply& r : a.each) index->second.try_emplace(folded_name(r.subject.value), &r);
    const auto found = index->second.find(folded_name(hazard.subject.value));
    return found == index->second.end() ? nullptr : found->second;
  }

 private:
  static constexpr std::size_t kFew = 8;
  const Record& record_;
  std::unordered_map<const AnswerDetail*, std::unordered_map<std::string, const Reply*>> many_;
};

void report_without_answer(const Record& record, const Hazard& h, Asked why, Emit& emit) {
  const Section& section = record.checklist->sections[record.checklist->items[h.item].section];
  Text message =
      why == Asked::covered_elsewhere ? say("'{0}' is on '{1}', whose section is covered elsewhere",
                                            "隐患 '{0}' 所在的 '{1}' 属于已另行检查的领域", h.id.value, h.item_id.value)
      : why == Asked::out_of_scope
          ? say("'{0}' is on '{1}', which is not in the scope", "隐患 '{0}' 所在的 '{1}' 不在检查范围 scope 内",
                h.id.value, h.item_id.value)
          : say("'{0}' is on '{1}', which does not apply to '{2}'", "隐患 '{0}' 所在的 '{1}' 不适用于单位 '{2}'",
                h.id.value, h.item_id.value, record.unit_id.value);
  emit(h.item_id.at, std::move(message),
       say("write 'item: {0}', the section: a hazard on a section needs no answer",
           "改写领域代码 'item: {0}'：登记在领域上的隐患不需要对应作答", section.id.value));
}

}  // namespace

void fail_without_hazard(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!can_judge(record) || record.lists_flawed || may_be_excused(record)) return;
  for (const AnswerDetail& a : record.details) {
    if (a.item == kNoIndex || a.outcome != Answered::fail || asked(record, a.item) != Asked::yes) continue;
    if (a.reply.result.value == Answered::pass) continue;  // the value contradicts the word: HZ311
    const Item& item = record.checklist->items[a.item];
    if (!a.uses_each) {
      if (!item.each.empty() || has_hazard(record, a.item, {})) continue;
      report(record, {a.item_id.value, {}, a.item_id.at, reason_of_failure(a.reply, item, record)},
             is_later_round(record), emit);
      continue;
    }
    if (item.each.empty()) continue;  // HZ309
    for (const Reply& r : a.each)
      if (r.outcome == Answered::fail && is_subject(record, a.item, r.subject.value) &&
          !has_hazard(record, a.item, r.subject.value))
        report(record, {a.item_id.value, r.subject.value, r.subject.at, reason_of_failure(r, item, record)},
               is_later_round(record), emit);
  }
}

void fail_without_hazard_or_followup(const RegisterContext& c, Emit& emit) {
  for (const Record& record : c.model.records) {
    if (!can_judge(record) || record.lists_flawed || !may_be_excused(record)) continue;
    const Followed followed = followed_by(c.model, record);
    if (followed.unknown) continue;
    const auto check = [&](std::uint32_t item, std::string_view subject, Mark at) {
      const std::string_view id = record.checklist->items[item].id.value;
      if (asked(record, item) == Asked::yes && !has_hazard(record, item, subject) && !is_excused(followed, id, subject))
        report(record, {id, subject, at, kept_reason(record, item, subject)}, true, emit);
    };
    for (const Answer& a : record.answers)
      if (a.outcome == Answered::fail && record.checklist->items[a.item].each.empty()) check(a.item, {}, a.at());
    for (const AnsweredSubject& s : record.failed_subjects)
      if (is_subject(record, s.item, s.subject.value)) check(s.item, s.subject.value, s.subject.at);
  }
}

void hazard_without_fail(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!can_judge(record) || record.hazards.empty()) return;
  const std::vector<const AnswerDetail*> answers = details_by_item(record);
  Replies replies(record);
  for (const Hazard& h : record.hazards) {
    if (h.item == kNoIndex || voided(h)) continue;
    const AnswerDetail* a = answers[h.item];
    if (a == nullptr) {
      const Asked why = asked(record, h.item);
      if (why != Asked::yes && (why != Asked::out_of_scope || scope_is_clear(record)))
        report_without_answer(record, h, why, emit);
      continue;  // an item that is not answered is told as such
    }
    const Reply* r = replies.of(h, *a);
    if (r == nullptr || r->flawed || r->outcome == Answered::fail || r->outcome == Answered::none) continue;
    // The word that `new` writes for what nobody has looked at yet.
    if (!record.complete && r->outcome == Answered::unchecked) continue;
    if (lacks_reason(*r, a->reply)) continue;  // told as such
    const Label word = label_of(r->outcome);
    emit(h.item_id.at,
         say("'{0}' is on '{1}', which does not fail ({2})", "隐患 '{0}' 所在的 '{1}' 没有判为不合格（{3}）",
             h.id.value, h.item_id.value, word.en, word.zh),
         say("answer it fail, or move the hazard to the item that fails",
             "请把该项改为不合格，或把隐患登记到不合格的检查项上"))
        .notes.push_back({{record.file, r->at}, say("the answer", "该项作答"), {}});
  }
}

}  // namespace hazcheck::answers
