// Answers that were given where or how none is asked for: items and evidence beyond the checklist, `each` on
// the wrong items, a scope that is not allowed or empty. Must not say what is missing (answers_gaps.cpp).
#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/text.hpp"
#include "rules/answers.hpp"
#include "rules/subjects.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::answers {
namespace {

// "types junior, senior and traits chem-lab", as the checklist gives them.
Text applies_text(const UnitFilter& filter) {
  const auto joined = [](const std::vector<Word>& words) {
    std::vector<std::string_view> names;
    names.reserve(words.size());
    for (const Word& w : words) names.push_back(w.value);
    return listed(names, 8);
  };
  Text text;
  const auto add = [&](Label what, const std::vector<Word>& words) {
    if (words.empty()) return;
    const std::string names = joined(words);
    text.en += fmt::format("{}{}: {}", text.en.empty() ? "" : "; ", what.en, names);
    text.zh += fmt::format("{}{}：{}", text.zh.empty() ? "" : "；", what.zh, names);
  };
  add({"types", "类型"}, filter.types);
  add({"traits", "特征"}, filter.traits);
  add({"units", "单位"}, filter.ids);
  return text;
}

void report_not_asked(const RecordContext& c, const AnswerDetail& a, Asked why, Emit& emit) {
  const Record& record = c.record;
  const Item& item = record.checklist->items[a.item];
  const Section& section = record.checklist->sections[item.section];
  const std::string id = shown(a.item_id.value);
  const FileId list = record.checklist->file;
  // "Does not apply" says what the checklist says: too much, but nothing wrong.
  const bool harmless = a.outcome == Answered::na || a.outcome == Answered::unchecked || a.outcome == Answered::none;
  const auto at_severity = [&](Diagnostic& d) -> Diagnostic& {
    if (harmless) d.severity = Severity::warning;
    return d;
  };
  if (why == Asked::covered_elsewhere) {
    at_severity(emit(a.item_id.at,
                     say("'{0}' is answered, but section '{1}' is covered elsewhere and not asked",
                         "'{0}' 不应作答：领域 '{1}' 已另行检查", id, section.id.value),
                     say("delete the answer; it would count in no rate", "请删去这条作答，它不计入任何比率")))
        .notes.push_back({{list, section.id.at}, say("covered elsewhere", "该领域已另行检查"), {}});
  } else if (why == Asked::out_of_scope) {
    at_severity(emit(a.item_id.at,
                     say("'{0}' is answered, but its section '{1}' is not in the scope",
                         "'{0}' 已作答，但领域 '{1}' 不在检查范围 scope 内", id, section.id.value),
                     say("add '{0}' to 'scope', or delete the answer", "把 '{0}' 加入 scope，或删去这条作答",
                         section.id.value)))
        .notes.push_back({{record.file, record.scope_at}, say("the scope", "检查范围"), {}});
  } else {
    const Text who = applies_text(item.applies);
    at_severity(emit(a.item_id.at,
                     say("'{0}' is answered, but it does not apply to '{1}'", "'{0}' 不适用于单位 '{1}'，不应作答", id,
                         record.unit_id.value),
                     say("delete the answer, or correct the unit's type and traits in the roster",
                         "请删去这条作答；单位类型或特征有误的，请更正名册")))
        .notes.push_back(
            {{list, item.id.at}, {fmt::format("it applies to {}", who.en), fmt::format("此项适用于 {}", who.zh)}, {}});
  }
}

std::string kinds_of(const Item& item) {
  std::string kinds;
  for (Evidence kind : item.evidence) kinds.append(kinds.empty() ? "" : ", ").append(key_of(kind));
  return kinds;
}

template <class Visit>
void known_answers(const Record& record, const Visit& visit) {
  if (record.checklist == nullptr) return;
  for (const AnswerDetail& a : record.details)
    if (a.item != kNoIndex) visit(a, record.checklist->items[a.item]);
}

bool is_soft(const Reply& reply) { return reply.outcome == Answered::na || reply.outcome == Answered::unchecked; }

// The mark of what a reply says: its word, else its value.
Mark said_at(const Reply& reply) {
  if (reply.result.present()) return reply.result.at;
  return reply.values.empty() ? reply.at : reply.values.front().at;
}

}  // namespace

void answer_not_asked(const RecordContext& c, Emit& emit) {
  if (!can_judge(c.record)) return;
  const bool scoped = scope_is_clear(c.record);
  for (const AnswerDetail& a : c.record.details) {
    if (a.item == kNoIndex) continue;
    const Asked why = c.asked[a.item];
    if (why == Asked::yes || (why == Asked::out_of_scope && !scoped)) continue;
    report_not_asked(c, a, why, emit);
  }
}

void evidence_not_asked(const RecordContext& c, Emit& emit) {
  known_answers(c.record, [&](const AnswerDetail& a, const Item& item) {
    const auto check = [&](const Reply& reply) {
      for (const EvidenceValue& v : reply.values) {
        if (item.asks(v.kind)) continue;
        const bool one = item.evidence.size() == 1;
        Text help = v.kind == Evidence::check ? say("write 'result' for what the item comes to; it asks for: {0}",
                                                    "对整项的结论写在 result 中；此项要求：{0}", kinds_of(item))
                                              : say("it asks for: {0}; other things go in 'note'",
                                                    "此项要求：{0}；其他内容写在 note 中", kinds_of(item));
        emit(v.at, say("'{0}' does not ask for '{1}'", "'{0}' 不需要 '{1}' 这种证据", a.item_id.value, key_of(v.kind)),
             one && item.evidence[0] == Evidence::check && v.kind != Evidence::check
                 ? say("it asks for pass or fail; other things go in 'note'",
                       "此项只填合格或不合格，其他内容写在 note 中")
                 : std::move(help))
            .notes.push_back({{c.record.checklist->file, item.id.at}, say("the item", "检查项"), {}});
      }
    };
    check(a.reply);
    for (const Reply& r : a.each) check(r);
  });
}

void subject_twice(const RecordContext& c, Emit& emit) {
  if (c.record.unit == nullptr) return;
  known_answers(c.record, [&](const AnswerDetail& a, const Item& item) {
    const std::vector<Word>* subjects = subjects_for(c.record, item);
    if (!a.uses_each || subjects == nullptr) return;
    for (const auto& [again, first] : match_subjects(a.each, *subjects).twice)
      emit(a.each[again].subject.at,
           say("'{0}' answers for '{1}' twice", "'{0}' 对 '{1}' 作答了两次", a.item_id.value,
               shown(a.each[again].subject.value)),
           say("keep the one that holds; blanks make no difference in a name",
               "只保留符合实际的一条；名称中的空格不作区分"))
          .notes.push_back({{c.record.file, a.each[first].subject.at}, say("first here", "前一条"), {}});
  });
}

void answered_as_a_whole(const RecordContext& c, Emit& emit) {
  if (c.record.unit == nullptr) return;
  known_answers(c.record, [&](const AnswerDetail& a, const Item& item) {
    const std::vector<Word>* subjects = subjects_for(c.record, item);
    if (subjects == nullptr || a.reply.flawed) return;
    const bool says = a.reply.result.present() || !a.reply.values.empty();
    if (!says || (!a.uses_each && is_soft(a.reply))) return;
    if (a.uses_each) {
      emit(said_at(a.reply),
           say("'{0}' has a result beside 'each', which counts for nothing", "'{0}' 在 each 之外另有结论，不会计入",
               a.item_id.value),
           say("give it to the subject it belongs to", "请写到相应的对象之下"));
      return;
    }
    std::vector<std::string_view> names;
    for (const Word& s : *subjects) names.push_back(s.value);
    emit(said_at(a.reply),
         say("'{0}' is answered once for all, but it is asked per {1}",
             "'{0}' 只作答了一次，此项须按对象（{1}）逐一作答", a.item_id.value, item.each),
         say("write {{each: {{{0}: …}}}}", "写作 {{each: {{{0}: …}}}}", listed(names, 3)));
  });
}

void each_not_asked(const RecordContext& c, Emit& emit) {
  known_answers(c.record, [&](const AnswerDetail& a, const Item& item) {
    if (!a.uses_each || !item.each.empty()) return;
    emit(a.item_id.at,
         say("'{0}' is answered per subject, but it is asked once", "'{0}' 按对象作答了，此项只需作答一次",
             a.item_id.value),
         say("give one answer for the whole unit; details go in 'note'", "请对整个单位作一个答复，细节写在 note 中"))
        .notes.push_back({{c.record.checklist->file, item.id.at}, say("the item", "检查项"), {}});
  });
}

void no_subjects(const RecordContext& c, Emit& emit) {
  if (!can_judge(c.record)) return;
  std::unordered_set<std::string_view> reported;  // one line a kind, not one an item
  known_answers(c.record, [&](const AnswerDetail& a, const Item& item) {
    if (item.each.empty() || subjects_for(c.record, item) != nullptr || c.asked[a.item] != Asked::yes) return;
    const bool whole = !a.uses_each && (is_soft(a.reply) || is_empty(a.reply));
    if (whole || !reported.insert(item.each).second) return;
    emit(a.item_id.at,
         say("'{0}' is asked per {1}, but the roster gives '{2}' none",
             "'{0}' 须按对象（{1}）作答，但名册中单位 '{2}' 没有此类对象", a.item_id.value, item.each,
             c.record.unit_id.value),
         say("add 'subjects: {{{0}: […]}}' to the unit, or answer na with a reason",
             "在名册中为该单位补上 'subjects: {{{0}: […]}}'，或填不适用并写明原因", item.each))
        .notes.push_back({{c.model.roster.file, c.record.unit->id.at}, say("the unit", "该单位"), {}});
  });
}

void scope_not_allowed(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!record.has_scope || record.round == nullptr || record.round->scope_allowed) return;
  emit(record.scope_at,
       say("round '{0}' inspects the whole checklist and takes no 'scope'", "轮次 '{0}' 须查全部领域，不能写 scope",
           record.round_id.value),
       say("delete 'scope'; what was not looked at is unchecked, with a reason",
           "请删去 scope；未查的填 unchecked 并写明原因"))
      .notes.push_back({{c.model.campaign.file, record.round->id.at},
                        say("'scope: allowed' is not set for this round", "该轮次没有设置 'scope: allowed'"),
                        {}});
}

void scope_names_nothing(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!record.has_scope) return;
  if (record.scope.empty()) {
    // With entries that were none, those are reported already. An empty list's mark is its bracket.
    if (record.scope_at.end - record.scope_at.begin > 1) return;
    emit(record.scope_at, say("the scope is empty: nothing was inspected", "检查范围 scope 为空，等于什么都没查"),
         say("name the sections that were inspected, or delete 'scope' for all",
             "请写明所查领域；全部查了的删去 scope"));
    return;
  }
  if (!can_judge(record) || !scope_is_clear(record)) return;
  for (std::uint32_t i = 0; i < record.checklist->items.size(); ++i)
    if (c.asked[i] == Asked::yes) return;
  emit(record.scope_at,
       say("the scope leaves nothing to ask of '{0}'", "检查范围内没有适用于单位 '{0}' 的检查项", record.unit_id.value),
       say("its sections are covered elsewhere or do not apply to the unit; name those that were inspected",
           "所列领域已另行检查或不适用于该单位，请写明实际所查领域"));
}

}  // namespace hazcheck::answers
