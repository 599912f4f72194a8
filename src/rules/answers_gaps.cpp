// What an answer still lacks. In a complete record each gap is an error where it stands; in a draft all of
// them are one note, for a draft is there to be filled in.
#include <algorithm>
#include <array>

#include "rules/answers.hpp"
#include "rules/subjects.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::answers {
namespace {

Label label_of(Evidence kind) {
  constexpr std::array<Label, kEvidenceKinds> kLabels{{{"check", "合格与否（check）"},
                                                       {"percent", "比例（percent）"},
                                                       {"count", "数量（count）"},
                                                       {"date", "日期（date）"},
                                                       {"people", "人员（people）"},
                                                       {"match", "核对值（match）"},
                                                       {"text", "文字（text）"}}};
  return kLabels[static_cast<std::size_t>(kind)];
}

Text reason_help(const Reply& r) {
  if (r.note.present()) return say("say why in 'reason'; a note is not one", "请在 reason 中写明原因；note 只是备注");
  if (!r.values.empty())
    return say("fill in the values, or write {{result: {0}, reason: …}}",
               "请填写各项内容，或写作 {{result: {0}, reason: 原因}}", key_of(r.outcome));
  return say("write {{result: {0}, reason: …}}", "写作 {{result: {0}, reason: 原因}}", key_of(r.outcome));
}

// How the value of a kind is written.
Text hint_for(Evidence kind) {
  const auto such_as = [](std::string_view example) {
    return say("write the value itself, such as {0}; it decides whether the item passes",
               "请填写具体的值，如 {0}，由它判定是否合格", example);
  };
  switch (kind) {
    case Evidence::percent: return such_as("96 / 30/32");
    case Evidence::count: return such_as("12");
    case Evidence::date: return such_as("2020-03-01");
    case Evidence::people: return such_as("[张三, 李四]");
    case Evidence::match: return such_as("{actual: 480, registered: 500}");
    case Evidence::check:
    case Evidence::text: break;
  }
  return say("answer it", "请作答");
}

// Answered per subject, as it is asked, by a unit that has some.
bool per_subject(const Record& record, const AnswerDetail& a) {
  return a.uses_each && subjects_for(record, record.checklist->items[a.item]) != nullptr;
}

// Answered in one reply where that can be: an item without `each`, or na and unchecked for all subjects.
bool in_one_reply(const Record& record, const AnswerDetail& a) {
  if (a.uses_each) return false;
  const bool soft = a.reply.outcome == Answered::na || a.reply.outcome == Answered::unchecked;
  return record.checklist->items[a.item].each.empty() || soft || is_empty(a.reply);
}

// Calls visit(answer, reply) for every reply that is asked for.
template <class Visit>
void asked_replies(const RecordContext& c, const Visit& visit) {
  const Record& record = c.record;
  for (const AnswerDetail& a : record.details) {
    if (a.item == kNoIndex || c.asked[a.item] != Asked::yes) continue;
    if (in_one_reply(record, a)) visit(a, a.reply);
    else if (per_subject(record, a))
      for (const Reply& r : a.each) visit(a, r);
  }
}

bool is_open(const Record& record, const AnswerDetail& a) {
  const Item& item = record.checklist->items[a.item];
  const auto open = [&](const Reply& r) {
    return is_empty(r) || lacks_reason(r, a.reply) || !missing_evidence(r, item).empty();
  };
  if (in_one_reply(record, a)) return open(a.reply);
  if (!per_subject(record, a)) return false;  // another rule speaks of it
  return std::any_of(a.each.begin(), a.each.end(), open) ||
         !match_subjects(a.each, *subjects_for(record, item)).missing.empty();
}

// The key "answers": where one that is missing would have stood below.
Mark answers_word(const Record& record) { return {record.answers_at.begin, record.answers_at.begin + 7}; }

// The first few; the message says how many there are.
std::string first_of(const std::vector<std::string_view>& ids) {
  constexpr std::size_t kFew = 5;
  if (ids.size() <= kFew) return listed(ids, kFew);
  return listed({ids.begin(), ids.begin() + kFew}, kFew) + " …";
}

void note_gaps(const RecordContext& c, const std::vector<const AnswerDetail*>& by_item, Emit& emit) {
  const Record& record = c.record;
  std::vector<std::string_view> open;
  std::size_t all = 0;
  for (std::uint32_t i = 0; i < by_item.size(); ++i) {
    if (c.asked[i] != Asked::yes) continue;
    ++all;
    if (by_item[i] == nullptr || is_open(record, *by_item[i])) open.push_back(record.checklist->items[i].id.value);
  }
  if (open.empty()) return;
  Text message = say("{0} of {1} items are still to be answered: {2}", "共 {1} 项，还有 {0} 项待作答：{2}", open.size(),
                     all, first_of(open));
  emit(record.state_at.present() ? record.state_at : answers_word(record), std::move(message),
       say("set 'state: complete' once all are answered", "全部答完后将 state 改为 complete"))
      .severity = Severity::note;
}

void report_gaps(const RecordContext& c, const std::vector<const AnswerDetail*>& by_item, Emit& emit) {
  const Record& record = c.record;
  for (const Section& section : record.checklist->sections) {
    std::vector<std::string_view> absent;
    std::size_t all = 0;
    for (std::uint32_t i = section.first_item; i < section.first_item + section.item_count; ++i) {
      if (c.asked[i] != Asked::yes) continue;
      ++all;
      if (by_item[i] == nullptr) absent.push_back(record.checklist->items[i].id.value);
    }
    if (absent.size() > 1 && absent.size() == all) {
      const bool may_scope = record.round != nullptr && record.round->scope_allowed && !record.has_scope;
      emit(answers_word(record),
           say("the whole section '{0}' is not answered: {1}", "领域 '{0}' 全部未作答：{1}", section.id.value,
               listed(absent, 5)),
           may_scope
               ? say("answer its items, or name what was inspected in 'scope'", "请逐项作答，或用 scope 写明所查领域")
               : say("answer its items; what was not looked at is unchecked, with a reason",
                     "请逐项作答；未查的填 unchecked 并写明原因"));
      continue;
    }
    for (std::string_view id : absent)
      emit(answers_word(record), say("'{0}' is not answered", "'{0}' 未作答", id),
           say("answer it; what was not looked at is unchecked, with a reason",
               "请作答；未查的填 unchecked 并写明原因"));
  }
  for (const AnswerDetail& a : record.details)
    if (a.item != kNoIndex && !a.uses_each && is_empty(a.reply) && c.asked[a.item] == Asked::yes)
      emit(a.item_id.at, say("'{0}' is left empty", "'{0}' 没有填写答案", a.item_id.value),
           say("answer it; what was not looked at is unchecked, with a reason",
               "请作答；未查的填 unchecked 并写明原因"));
}

}  // namespace

void unanswered(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!can_judge(record) || !record.answers_at.present() || record.mended || !scope_is_clear(record)) return;
  const std::vector<const AnswerDetail*> by_item = details_by_item(record);
  if (record.complete) report_gaps(c, by_item, emit);
  else note_gaps(c, by_item, emit);
}

void answer_without_reason(const RecordContext& c, Emit& emit) {
  if (!c.record.complete || !can_judge(c.record)) return;
  asked_replies(c, [&](const AnswerDetail& a, const Reply& r) {
    if (!lacks_reason(r, a.reply)) return;
    const Label word = hazcheck::label_of(r.outcome);
    const std::string subject = r.subject.present() ? fmt::format("{} / {}", a.item_id.value, shown(r.subject.value))
                                                    : std::string(a.item_id.value);
    emit(r.at,
         say("'{0}' is {1} without a reason", "'{0}' 填了“{2}”，但没有写明原因", subject, key_of(r.outcome), word.zh),
         reason_help(r));
  });
}

void evidence_missing(const RecordContext& c, Emit& emit) {
  if (!c.record.complete || !can_judge(c.record)) return;
  asked_replies(c, [&](const AnswerDetail& a, const Reply& r) {
    const Item& item = c.record.checklist->items[a.item];
    const std::vector<Evidence> missing = missing_evidence(r, item);
    if (missing.empty()) return;
    Text kinds, form;
    for (Evidence kind : missing) {
      kinds.en.append(kinds.en.empty() ? "" : ", ").append(label_of(kind).en);
      kinds.zh.append(kinds.zh.empty() ? "" : "、").append(label_of(kind).zh);
    }
    for (Evidence kind : item.evidence) form.en.append(form.en.empty() ? "" : ", ").append(key_of(kind)).append(": …");
    const std::string subject = r.subject.present() ? fmt::format("{} / {}", a.item_id.value, shown(r.subject.value))
                                                    : std::string(a.item_id.value);
    emit(r.at,
         say("'{0}' passes without its evidence: {1}", "'{0}' 判为合格，但缺少证据：{2}", subject, kinds.en, kinds.zh),
         item.evidence.size() == 1 ? hint_for(item.evidence[0]) : say("write {{{0}}}", "写作 {{{0}}}", form.en));
  });
}

void subject_missing(const RecordContext& c, Emit& emit) {
  if (!c.record.complete || !can_judge(c.record)) return;
  for (const AnswerDetail& a : c.record.details) {
    if (a.item == kNoIndex || !per_subject(c.record, a) || a.reply.flawed || c.asked[a.item] != Asked::yes) continue;
    const std::vector<Word>& subjects = *subjects_for(c.record, c.record.checklist->items[a.item]);
    const auto report = [&](Mark at, std::string_view subject) -> Diagnostic& {
      return emit(at,
                  say("'{0}' is not answered for '{1}'", "'{0}' 没有对 '{1}' 作答", a.item_id.value, shown(subject)),
                  say("every subject in the roster is answered for; 'na' and 'unchecked' need a reason",
                      "名册中的对象须逐一作答；不适用、未查须写明原因"));
    };
    for (std::uint32_t i : match_subjects(a.each, subjects).missing)
      report(a.item_id.at, subjects[i].value)
          .notes.push_back({{c.model.roster.file, subjects[i].at},
                            say("'{0}' is in the roster", "名册中有 '{0}'", shown(subjects[i].value)),
                            {}});
    for (const Reply& r : a.each)
      if (is_empty(r)) report(r.subject.at, r.subject.value);
  }
}

}  // namespace hazcheck::answers
