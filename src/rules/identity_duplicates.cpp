// What carries a name that is taken: ids (letter case aside), people, subjects, records, write-off numbers.
// Always linear in what is there; the first bearer keeps the name, and the note points at it.
#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "rules/caseless.hpp"
#include "rules/identity.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::identity {
namespace {

template <class T>
using Caseless = std::unordered_map<std::string_view, T, CaselessHash, CaselessEqual>;

Text first_here(std::string_view name) { return say("'{0}' stands here first", "'{0}' 先在此处出现", shown(name)); }

// One namespace of ids.
class Ids {
 public:
  Ids(Label what, FileId file, Emit& emit) : what_(what), file_(file), emit_(emit) {}

  void call(Label what) { what_ = what; }  // what the ids that follow are ids of

  void take(const Word& id) {
    if (id.value.empty()) return;
    const auto [it, fresh] = taken_.try_emplace(id.value, id);
    if (fresh || !id.present()) return;
    const Word& first = it->second;
    Text message =
        first.value == id.value
            ? Text{fmt::format("duplicate {} '{}'", what_.en, shown(id.value)),
                   fmt::format("{} '{}' 重复", what_.zh, shown(id.value))}
            : Text{fmt::format("{} '{}' differs from '{}' only in case", what_.en, shown(id.value), shown(first.value)),
                   fmt::format("{} '{}' 与 '{}' 仅大小写不同", what_.zh, shown(id.value), shown(first.value))};
    emit_(Span{file_, id.at}, std::move(message), say("give one of them another id", "请为其中一个另取代码"))
        .notes.push_back({{file_, first.at}, first_here(first.value), {}});
  }

 private:
  Label what_;
  FileId file_;
  Emit& emit_;
  Caseless<Word> taken_;
};

template <class List>
void take_all(Label what, FileId file, Emit& emit, const List& entries) {
  Ids ids(what, file, emit);
  for (const auto& e : entries) ids.take(e.id);
}

void check_campaign(const Campaign& campaign, Emit& emit) {
  const FileId file = campaign.file;
  take_all({"round", "轮次"}, file, emit, campaign.rounds);
  take_all({"type", "类型"}, file, emit, campaign.types);
  take_all({"trait", "特征"}, file, emit, campaign.traits);
  take_all({"area", "街镇"}, file, emit, campaign.areas);
  take_all({"severity", "隐患等级"}, file, emit, campaign.policy.severities);
  Ids bodies({"department", "部门"}, file, emit);
  bodies.take(campaign.authority.id);
  for (const Body& d : campaign.departments) bodies.take(d.id);
  Ids milestones({"milestone", "里程碑"}, file, emit);
  for (const Milestone& m : campaign.milestones) milestones.take(m.name);
}

void check_checklists(const Model& model, Emit& emit) {
  std::deque<std::string> refs;
  Caseless<const Checklist*> taken;
  for (const Checklist& list : model.checklists) {
    const FileId file = list.file;
    // One namespace: a hazard's `item` names either.
    Ids ids({"section", "领域"}, file, emit);
    for (const Section& s : list.sections) ids.take(s.id);
    ids.call({"item", "检查项"});
    for (const Item& i : list.items) ids.take(i.id);
    refs.push_back(fmt::format("{}/{}", list.id.value, list.version.value));
    const auto [it, fresh] = taken.try_emplace(refs.back(), &list);
    if (fresh) continue;
    emit(Span{file, list.id.at}, say("duplicate checklist '{0}'", "检查表 '{0}' 重复", shown(refs.back())),
         say("raise 'version' where the content differs, else delete one of the files",
             "内容不同则提高 version，相同则删去其中一个文件"))
        .notes.push_back({{it->second->file, it->second->id.at}, first_here(it->first), {}});
  }
}

// Calls report(later, first) for entries that have the same key; `key` gives a string or a view.
template <class List, class Key, class Report>
void each_repeat(const List& list, const Key& key, const Report& report) {
  if (list.size() < 2) return;
  std::unordered_map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto [it, fresh] = seen.try_emplace(std::string(key(list[i])), i);
    if (!fresh) report(list[i], list[it->second]);
  }
}

void check_people(const std::vector<Person>& people, FileId file, Emit& emit) {
  if (people.size() < 2) return;
  // Few people, each with a role of his own: nothing to fold.
  const auto same_role = [&](std::size_t i) {
    return std::any_of(people.begin() + static_cast<long>(i) + 1, people.end(),
                       [&](const Person& p) { return p.role.value == people[i].role.value; });
  };
  bool repeated = people.size() > 8;
  for (std::size_t i = 0; !repeated && i < people.size(); ++i) repeated = same_role(i);
  if (!repeated) return;
  each_repeat(
      people, [](const Person& p) { return folded_name(p.name.value).append("\n").append(p.role.value); },
      [&](const Person& p, const Person& first) {
        emit(Span{file, p.name.at},
             say("'{0}' stands twice with the same role", "'{0}' 以同一职务重复出现", shown(p.name.value)),
             say("delete one; namesakes are told apart by their roles", "删去其中一条；同名者请以职务区分"))
            .notes.push_back({{file, first.name.at}, first_here(first.name.value), {}});
      });
}

void check_subjects(const Unit& unit, FileId file, Emit& emit) {
  Ids kinds({"kind of subject", "对象类型"}, file, emit);
  for (const SubjectKind& s : unit.subjects) {
    kinds.take(s.kind);
    each_repeat(
        s.names, [](const Word& name) { return folded_name(name.value); },
        [&](const Word& name, const Word& first) {
          emit(Span{file, name.at},
               say("'{0}' stands twice among the subjects of '{1}'", "'{0}' 在单位 '{1}' 的对象中重复",
                   shown(name.value), unit.id.value),
               say("delete one of them", "请删去其中一个"))
              .notes.push_back({{file, first.at}, first_here(first.value), {}});
        });
  }
}

// One closing that carries a number.
struct WriteOff {
  const Timeline* timeline = nullptr;
  const Step* step = nullptr;
  int reopenings = 0;  // of the hazard before it
};

// Of a closing; absent for other steps.
Word number_of(const Step& step) {
  const Event* event = step.event();
  const FollowUp* followup = step.followup();
  if (event != nullptr && event->kind.value == EventKind::closed) return event->get(EventKey::writeoff);
  if (followup != nullptr && followup->result.value == FollowUpResult::closed) return followup->get(EventKey::writeoff);
  return {};
}

// The number as it compares: as names do, letter case aside. A view of `text` where it is so already.
std::string_view folded_number(std::string_view text, std::deque<std::string>& made) {
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char x) { return x > ' ' && static_cast<unsigned char>(x) < 0x80; });
  return plain ? text : std::string_view(made.emplace_back(folded_name(text)));
}

void report_reuse(const RegisterContext& c, const WriteOff& later, const WriteOff& first, Emit& emit) {
  const auto id = [&](const WriteOff& w) {
    return global_id(c.model.record_of(w.timeline->ref), c.model.hazard_of(w.timeline->ref));
  };
  const auto place = [&](const WriteOff& w) {
    return Span{c.model.records[record_of(*w.timeline, *w.step)].file, number_of(*w.step).at};
  };
  const std::string number = shown(number_of(*later.step).value);
  if (later.timeline == first.timeline) {
    emit(place(later),
         say("write-off number '{0}' was spent on an earlier closing of '{1}'",
             "销项编号 '{0}' 已用于隐患 '{1}' 的上一次销项", number, id(first)),
         say("it was reopened since: give this closing a number of its own",
             "该隐患此后已重新打开：请为本次销项另编一个编号"))
        .notes.push_back(
            {place(first), say("'{0}' was written off here first", "隐患 '{0}' 先在此销项", id(first)), {}});
    return;
  }
  emit(place(later),
       say("write-off number '{0}' is taken by '{1}'", "销项编号 '{0}' 已用于隐患 '{1}'", number, id(first)),
       say("give '{0}' a number of its own", "请为隐患 '{0}' 另编一个销项编号", id(later)))
      .notes.push_back({place(first), say("'{0}' is written off here", "隐患 '{0}' 在此销项", id(first)), {}});
}

}  // namespace

void duplicate_hazard(const RecordContext& c, Emit& emit) {
  if (c.record.hazards.size() > 1) take_all({"hazard", "隐患编号"}, c.record.file, emit, c.record.hazards);
}

void duplicate_id(const RegisterContext& c, Emit& emit) {
  check_campaign(c.model.campaign, emit);
  check_checklists(c.model, emit);
  take_all({"unit", "单位"}, c.model.roster.file, emit, c.model.roster.units);
}

void duplicate_name(const RegisterContext& c, Emit& emit) {
  const Campaign& campaign = c.model.campaign;
  check_people(campaign.authority.people, campaign.file, emit);
  for (const Body& d : campaign.departments) check_people(d.people, campaign.file, emit);
  for (const Unit& u : c.model.roster.units) {
    check_people(u.people, c.model.roster.file, emit);
    if (!u.subjects.empty()) check_subjects(u, c.model.roster.file, emit);
  }
}

void two_records(const RegisterContext& c, Emit& emit) {
  struct Hash {
    std::size_t operator()(const Record* r) const {
      const std::hash<std::string_view> hash;
      return hash(r->round_id.value) * 31 + hash(r->unit_id.value);
    }
  };
  struct Same {
    bool operator()(const Record* a, const Record* b) const {
      return a->round_id.value == b->round_id.value && a->unit_id.value == b->unit_id.value;
    }
  };
  std::unordered_map<const Record*, const Record*, Hash, Same> seen;
  seen.reserve(c.model.records.size());
  for (const Record& r : c.model.records) {
    if (!r.round_id.present() || !r.unit_id.present()) continue;
    const auto [it, fresh] = seen.try_emplace(&r, &r);
    if (fresh) continue;
    const std::string place = fmt::format("records/{}/{}.yaml", r.round_id.value, r.unit_id.value);
    const bool here = c.model.files[r.file] == place;  // then the other one is out of place
    const Record& first = here ? r : *it->second;
    const Record& second = here ? *it->second : r;
    emit(Span{second.file, second.unit_id.at},
         say("a second record of '{1}' in round '{0}'", "单位 '{1}' 在轮次 '{0}' 有两份记录", r.round_id.value,
             r.unit_id.value),
         say("this file is '{1}': correct its 'round' and 'unit', or keep '{0}' alone",
             "此文件为 '{1}'：请更正其中的 round 和 unit，或只保留 '{0}'", place, c.model.files[second.file]))
        .notes.push_back({{first.file, first.unit_id.at}, say("the first one", "第一份记录"), {}});
    it->second = &first;
  }
}

// A number stands for one closing of one hazard. A later inspection that confirms the closing may bear it again; a
// closing after the hazard was reopened may not. (A second closing with nothing in between is HZ5's.)
void writeoff_reused(const RegisterContext& c, Emit& emit) {
  std::deque<std::string> made;
  Caseless<WriteOff> taken;
  for (const Timeline& t : c.timelines) {
    int reopenings = 0;
    for (const Step& step : t.steps) {
      if (step.reopens) ++reopenings;
      const Word number = number_of(step);
      if (!number.present()) continue;
      const WriteOff now{&t, &step, reopenings};
      const auto [it, fresh] = taken.try_emplace(folded_number(number.value, made), now);
      WriteOff& first = it->second;
      if (fresh || (first.timeline == &t && first.reopenings == reopenings)) continue;
      const bool earlier = first.timeline != &t && now.step->date < first.step->date;
      report_reuse(c, earlier ? first : now, earlier ? now : first, emit);
      if (earlier) first = now;
    }
  }
}

}  // namespace hazcheck::identity
