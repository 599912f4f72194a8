// Subjects (vehicles and the like) that the roster does not give the unit, in answers and on hazards. Must not ask
// for subjects that are missing from an answer (HZ3).
#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "rules/identity.hpp"
#include "rules/subjects.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::identity {
namespace {

// The unit's subjects of a kind; null where it has none, which HZ312 says of an answer.
const std::vector<Word>* subjects_of(const Record& record, const Item& item) {
  const std::vector<Word>* subjects =
      record.unit == nullptr || item.each.empty() ? nullptr : record.unit->subjects_of(item.each);
  return subjects == nullptr || subjects->empty() ? nullptr : subjects;
}

bool is_of_any_kind(const Unit& unit, std::string_view name, SubjectLookup& lookup) {
  for (const SubjectKind& kind : unit.subjects)
    if (lookup.names(name, kind.names)) return true;
  return false;
}

Text help_for(std::string_view name, const std::vector<Word>& subjects) {
  if (const Word* meant = near_subject(name, subjects))
    return say("did you mean '{0}'?", "是否想写 '{0}'？", shown(meant->value));
  return say("the roster has: {0}", "名册中有：{0}", listed_subjects(subjects, 12));
}

}  // namespace

void unknown_subject(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (record.checklist == nullptr || record.unit == nullptr) return;
  for (const AnswerDetail& a : record.details) {
    if (!a.uses_each || a.item == kNoIndex) continue;
    const Item& item = record.checklist->items[a.item];
    const std::vector<Word>* subjects = subjects_of(record, item);
    if (subjects == nullptr || in_roster_order(a.each, *subjects)) continue;
    for (std::size_t i : match_subjects(a.each, *subjects).unknown) {
      const Word& name = a.each[i].subject;
      emit(name.at,
           say("'{0}' is no {1} of '{2}'", "'{0}' 不是单位 '{2}' 名册中的对象（{1}）", shown(name.value), item.each,
               record.unit_id.value),
           help_for(name.value, *subjects));
    }
  }
  SubjectLookup lookup;
  for (const Hazard& h : record.hazards) {
    if (!h.subject().present()) continue;
    if (h.item == kNoIndex) {  // on a section: any subject of the unit
      if (h.section != kNoIndex && !is_of_any_kind(*record.unit, h.subject().value, lookup))
        emit(h.subject().at,
             say("'{0}' is no subject of '{1}'", "'{0}' 不是单位 '{1}' 名册中的对象", shown(h.subject().value),
                 record.unit_id.value),
             say("add it to the unit's 'subjects', or say it in 'location'",
                 "把它加入该单位的 subjects，或写在 location 中"));
      continue;
    }
    const Item& item = record.checklist->items[h.item];
    if (item.each.empty()) continue;  // HZ209
    const std::vector<Word>* subjects = subjects_of(record, item);
    if (subjects != nullptr && lookup.names(h.subject().value, *subjects)) continue;
    emit(h.subject().at,
         say("'{0}' is no {1} of '{2}'", "'{0}' 不是单位 '{2}' 名册中的对象（{1}）", shown(h.subject().value),
             item.each, record.unit_id.value),
         subjects != nullptr ? help_for(h.subject().value, *subjects)
                             : say("the roster gives the unit no {0}: add it there",
                                   "名册中该单位没有此类对象（{0}），请先在名册中补上", item.each));
  }
}

void subject_not_named(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    if (h.subject().present() || h.item == kNoIndex) continue;
    const Item& item = c.record.checklist->items[h.item];
    const std::vector<Word>* subjects = subjects_of(c.record, item);
    if (subjects == nullptr) continue;
    emit(h.item_id.at,
         say("'{0}' does not say on which {1} it is", "隐患 '{0}' 没有写明对象（{1}）", h.id.value, item.each),
         say("add 'subject: …', one of: {0}", "补上 'subject: …'，可填：{0}", listed_subjects(*subjects, 12)));
  }
}

void subject_not_asked(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    if (!h.subject().present() || h.item == kNoIndex || !c.record.checklist->items[h.item].each.empty()) continue;
    emit(h.subject().at,
         say("'{0}' names a subject, but '{1}' is not answered per subject",
             "隐患 '{0}' 写了对象，但检查项 '{1}' 不按对象作答", h.id.value, h.item_id.value),
         say("write it in 'location' or 'description'", "请写入 location 或 description"));
  }
}

void unused_subject_kind(const RegisterContext& c, Emit& emit) {
  // A checklist that could not be read may be the one that asks for it.
  std::unordered_set<FileId> read;
  std::vector<std::string_view> asked;
  for (const Checklist& list : c.model.checklists) {
    read.insert(list.file);
    for (const Item& item : list.items)
      if (!item.each.empty() && std::find(asked.begin(), asked.end(), item.each) == asked.end())
        asked.push_back(item.each);
  }
  for (FileId file = 0; file < c.model.files.size(); ++file)
    if (c.model.files[file].starts_with("checklists/") && c.model.files[file].ends_with(".yaml") &&
        !read.contains(file))
      return;
  if (read.empty()) return;
  for (const Unit& u : c.model.roster.units)
    for (const SubjectKind& kind : u.subjects) {
      if (std::find(asked.begin(), asked.end(), kind.kind.value) != asked.end()) continue;
      Text help = suggestion(kind.kind.value, asked);
      if (help.empty())
        help =
            say("no item of the checklist has 'each'; remove them", "检查表中没有按对象作答（each）的检查项，请删去");
      emit(Span{c.model.roster.file, kind.kind.at},
           say("'{0}' has subjects of the kind '{1}', for which no item is answered",
               "单位 '{0}' 的对象种类 '{1}' 没有任何检查项使用", u.id.value, shown(kind.kind.value)),
           std::move(help));
    }
}

}  // namespace hazcheck::identity
