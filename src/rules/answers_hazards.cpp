// Answers and hazards held against each other: what fails has a hazard, and what has a hazard fails. Must not
// judge the hazards themselves.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
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

// What a record's hazards are on. Linear in hazards and subjects, whatever a file holds.
class HazardLookup {
 public:
  explicit HazardLookup(const Record& record) : record_(record) {}

  // A void hazard was found all the same: it tells what the answer meant. One without its subject, or with a
  // misspelt one (both reported), may be the one.
  bool has(std::uint32_t item, std::string_view subject) {
    constexpr std::size_t kFew = 16;  // are walked through
    if (record_.hazards.size() <= kFew)
      return std::any_of(record_.hazards.begin(), record_.hazards.end(),
                         [&](const Hazard& h) { return is_on_unknown_item(h) || is_on(h, item, subject); });
    if (!built_) build();
    if (unknown_item_) return true;
    const auto found = items_.find(item);
    if (found == items_.end()) return false;
    return subject.empty() || found->second.may_be_any || found->second.subjects.contains(folded_name(subject));
  }

  // A subject that the roster does not have is reported as such.
  bool is_subject(std::uint32_t item, std::string_view name) {
    const std::vector<Word>* subjects = subjects_for(record_, record_.checklist->items[item]);
    return subjects != nullptr && known_.names(name, *subjects);
  }

 private:
  struct OnItem {
    bool may_be_any = false;
    std::unordered_set<std::string> subjects;  // by folded name
  };

  // On an unknown item (HZ204): may be any.
  static bool is_on_unknown_item(const Hazard& h) { return h.item == kNoIndex && h.section == kNoIndex; }

  // On its item, h may be on any of the subjects.
  bool may_be_any(const Hazard& h) {
    if (!h.subject().present()) return true;
    const std::vector<Word>* subjects = subjects_for(record_, record_.checklist->items[h.item]);
    return subjects != nullptr && !known_.names(h.subject().value, *subjects);
  }

  bool is_on(const Hazard& h, std::uint32_t item, std::string_view subject) {
    if (h.item != item) return false;
    return subject.empty() || may_be_any(h) || same_name(h.subject().value, subject);
  }

  void build() {
    built_ = true;
    for (const Hazard& h : record_.hazards) {
      unknown_item_ = unknown_item_ || is_on_unknown_item(h);
      if (h.item == kNoIndex) continue;
      OnItem& on = items_[h.item];
      on.may_be_any = on.may_be_any || may_be_any(h);
      if (h.subject().present()) on.subjects.insert(folded_name(h.subject().value));
    }
  }

  const Record& record_;
  SubjectLookup known_;
  bool built_ = false, unknown_item_ = false;
  std::unordered_map<std::uint32_t, OnItem> items_;
};

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

// The same of a record whose answers are no longer there in full. They are asked for in their own order mostly: the
// search begins at `next`.
Text kept_reason(const Record& record, std::uint32_t item, std::string_view subject, std::size_t& next) {
  for (std::size_t n = 0; n < record.shortfalls.size(); ++n) {
    const std::size_t at = (next + n) % record.shortfalls.size();
    const Shortfall& s = record.shortfalls[at];
    if (s.item != item || s.subject != subject) continue;
    next = at + 1;
    return shortfall(s.value, record.checklist->items[item].expect[static_cast<std::size_t>(s.value.kind)], record);
  }
  return {};
}

bool is_later_round(const Record& record) { return record.round != nullptr && record.round->order > 0; }

// What the hazards are on that this record says are still there.
struct Followed {
  std::unordered_set<std::string> places;  // "item", and "item\nsubject" by folded name
  bool unknown = false;                    // one of them cannot be found (HZ515): it may be the one
};

std::string place_of(std::string_view item, std::string_view subject) {
  return std::string(item).append("\n").append(folded_name(subject));
}

Followed followed_by(const Model& model, const Record& record) {
  Followed followed;
  for (const FollowUp& f : record.followups) {
    if (!excuses(f)) continue;
    const std::optional<HazardRef> found = model.find_hazard(f.hazard.value);
    if (!found) {
      followed.unknown = true;
      continue;
    }
    const Hazard& h = model.hazard_of(*found);
    followed.places.emplace(h.item_id.value);
    followed.places.insert(place_of(h.item_id.value, h.subject().value));
  }
  return followed;
}

bool is_excused(const Followed& followed, std::string_view item, std::string_view subject) {
  return followed.places.contains(subject.empty() ? std::string(item) : place_of(item, subject));
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
    if (record_.checklist->items[hazard.item].each.empty() || !hazard.subject().present()) return nullptr;
    for (std::size_t i = 0; i < a.each.size() && i < kFew; ++i)
      if (same_name(a.each[i].subject.value, hazard.subject().value)) return &a.each[i];
    if (a.each.size() <= kFew) return nullptr;
    const auto [index, fresh] = many_.try_emplace(&a);
    if (fresh)
      for (const Reply& r : a.each) index->second.try_emplace(folded_name(r.subject.value), &r);
    const auto found = index->second.find(folded_name(hazard.subject().value));
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
  HazardLookup hazards(record);
  for (const AnswerDetail& a : record.details) {
    if (a.item == kNoIndex || a.outcome != Answered::fail || c.asked[a.item] != Asked::yes) continue;
    if (a.reply.result.value == Answered::pass) continue;  // the value contradicts the word: HZ311
    const Item& item = record.checklist->items[a.item];
    if (!a.uses_each) {
      if (!item.each.empty() || hazards.has(a.item, {})) continue;
      report(record, {a.item_id.value, {}, a.item_id.at, reason_of_failure(a.reply, item, record)},
             is_later_round(record), emit);
      continue;
    }
    if (item.each.empty()) continue;  // HZ309
    for (const Reply& r : a.each)
      if (r.outcome == Answered::fail && hazards.is_subject(a.item, r.subject.value) &&
          !hazards.has(a.item, r.subject.value))
        report(record, {a.item_id.value, r.subject.value, r.subject.at, reason_of_failure(r, item, record)},
               is_later_round(record), emit);
  }
}

void fail_without_hazard_or_followup(const RegisterContext& c, Emit& emit) {
  for (const Record& record : c.model.records) {
    if (!can_judge(record) || record.lists_flawed || !may_be_excused(record)) continue;
    std::optional<Followed> followed;  // worked out for the few that need it
    HazardLookup hazards(record);
    std::size_t next = 0;
    const auto check = [&](std::uint32_t item, std::string_view subject, Mark at) {
      const std::string_view id = record.checklist->items[item].id.value;
      if (asked(record, item) != Asked::yes || hazards.has(item, subject)) return;
      if (!followed) followed = followed_by(c.model, record);
      if (!followed->unknown && !is_excused(*followed, id, subject))
        report(record, {id, subject, at, kept_reason(record, item, subject, next)}, true, emit);
    };
    for (const Answer& a : record.answers)
      if (a.outcome == Answered::fail && record.checklist->items[a.item].each.empty()) check(a.item, {}, a.at());
    for (const AnsweredSubject& s : record.failed_subjects)
      if (hazards.is_subject(s.item, s.subject.value)) check(s.item, s.subject.value, s.subject.at);
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
      const Asked why = c.asked[h.item];
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
