// Names in records and campaign that nothing carries: round, unit, checklist, item, section, severity, milestone.
// Must not report where the file that would carry them could not be read: that is reported already.
#include <algorithm>
#include <charconv>

#include "rules/identity.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::identity {
namespace {

using Names = std::vector<std::string_view>;

template <class List>
Names ids_of(const List& entries) {
  Names names;
  for (const auto& e : entries) names.push_back(e.id.value);
  return names;
}

struct ChecklistRef {
  std::string_view id;
  long version = 0;  // 0: not written as id/version (reported while reading)
};

ChecklistRef parse_ref(std::string_view text) {
  const std::size_t slash = text.rfind('/');
  if (slash == std::string_view::npos) return {};
  ChecklistRef ref{text.substr(0, slash)};
  const std::string_view digits = text.substr(slash + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), ref.version);
  if (error != std::errc() || end != digits.data() + digits.size()) ref.version = 0;
  return ref;
}

// Which other version of the record's checklist has the item; 0: none.
long version_with(const Model& model, const Checklist& checklist, std::string_view item) {
  for (const Checklist& other : model.checklists)
    if (other.id.value == checklist.id.value && other.find_item(item) != kNoIndex) return other.version.value;
  return 0;
}

Text item_help(const Model& model, const Checklist& checklist, std::string_view wanted, bool sections_too) {
  if (const long version = version_with(model, checklist, wanted); version != 0)
    return say("'{0}/{1}' has it; this record answers '{0}/{2}'", "'{0}/{1}' 中有这一项，而本记录所答的是 '{0}/{2}'",
               checklist.id.value, version, checklist.version.value);
  Names known = ids_of(checklist.items);
  if (sections_too)
    for (const Section& s : checklist.sections) known.push_back(s.id.value);
  return suggestion(wanted, known);
}

// The round and the unit that the record's path names.
std::pair<std::string_view, std::string_view> place_of(const RecordContext& c) {
  std::string_view path = c.model.files[c.record.file];
  const std::size_t name = path.rfind('/') + 1, folder = path.rfind('/', name - 2) + 1;
  const std::string_view unit = path.substr(name, path.rfind('.') - name);
  return {path.substr(folder, name - 1 - folder), unit};
}

void severity(const Model& model, const Word& word, FileId file, Emit& emit) {
  const Campaign& campaign = model.campaign;
  if (!word.present() || campaign.severity_index(word.value) >= 0) return;
  emit(Span{file, word.at}, say("unknown severity '{0}'", "没有 '{0}' 这个隐患等级", shown(word.value)),
       suggestion(model, titled_severity, word.value, ids_of(campaign.policy.severities)));
}

}  // namespace

void unknown_round(const RecordContext& c, Emit& emit) {
  if (c.record.round != nullptr || !c.record.round_id.present() || !c.model.campaign.read) return;
  // In the folder of a round that there is, the path tells what was meant (HZ291).
  if (c.model.campaign.find_round(place_of(c).first) != nullptr) return;
  emit(c.record.round_id.at, say("unknown round '{0}'", "没有 '{0}' 这个轮次", shown(c.record.round_id.value)),
       suggestion(c.model, titled_round, c.record.round_id.value, ids_of(c.model.campaign.rounds)));
}

void unknown_unit(const RecordContext& c, Emit& emit) {
  if (c.record.unit != nullptr || !c.record.unit_id.present() || !c.model.roster.read) return;
  if (c.model.roster.find(place_of(c).second) != nullptr) return;
  Text help = suggestion(c.record.unit_id.value, ids_of(c.model.roster.units));
  if (!help.en.starts_with("did")) help = say("add it to roster.yaml", "请把它加入 roster.yaml");
  emit(c.record.unit_id.at, say("unknown unit '{0}'", "名册中没有单位 '{0}'", shown(c.record.unit_id.value)),
       std::move(help));
}

void unknown_unit_in_round(const RegisterContext& c, Emit& emit) {
  if (!c.model.roster.read) return;
  for (const Round& r : c.model.campaign.rounds)
    for (const Word& id : r.units.ids)
      if (c.model.roster.find(id.value) == nullptr)
        emit(Span{c.model.campaign.file, id.at},
             say("round '{0}' names the unknown unit '{1}'", "轮次 '{0}' 中的单位 '{1}' 不在名册里", r.id.value,
                 shown(id.value)),
             suggestion(id.value, ids_of(c.model.roster.units)));
}

void unknown_checklist(const RecordContext& c, Emit& emit) {
  if (c.record.checklist != nullptr || !c.record.checklist_ref.present()) return;
  const ChecklistRef ref = parse_ref(c.record.checklist_ref.value);
  if (ref.version < 1) return;
  std::vector<std::string> known;
  for (const Checklist& list : c.model.checklists)
    known.push_back(fmt::format("{}/{}", list.id.value, list.version.value));
  emit(c.record.checklist_ref.at,
       say("unknown checklist '{0}'", "没有检查表 '{0}'", shown(c.record.checklist_ref.value)),
       suggestion(c.record.checklist_ref.value, Names(known.begin(), known.end())));
}

void unknown_checklist_of_campaign(const RegisterContext& c, Emit& emit) {
  const Word& id = c.model.campaign.checklist;
  if (!id.present() || c.model.current_checklist() != nullptr) return;
  Names known;
  for (const Checklist& list : c.model.checklists) known.push_back(list.id.value);
  Text help = suggestion(id.value, known);
  if (help.empty()) help = say("put it into the folder checklists/", "请把检查表放入 checklists/ 文件夹");
  emit(Span{c.model.campaign.file, id.at},
       say("no file in checklists/ has the id '{0}'", "checklists/ 中没有代码为 '{0}' 的检查表", shown(id.value)),
       std::move(help));
}

void unknown_item(const RecordContext& c, Emit& emit) {
  if (c.record.checklist == nullptr) return;
  for (const AnswerDetail& a : c.record.details)
    if (a.item == kNoIndex) {
      const bool section = c.record.checklist->find_section(a.item_id.value) != kNoIndex;
      emit(a.item_id.at, say("unknown item '{0}'", "检查表中没有 '{0}' 这一项", shown(a.item_id.value)),
           section ? say("this is a section; answers are given item by item", "这是领域代码，须逐项作答")
                   : item_help(c.model, *c.record.checklist, a.item_id.value, false));
    }
  for (const Hazard& h : c.record.hazards)
    if (h.item_id.present() && h.item == kNoIndex && h.section == kNoIndex)
      emit(h.item_id.at,
           say("'{0}' is on the unknown item '{1}'", "隐患 '{0}' 所在的检查项 '{1}' 不在检查表中", h.id.value,
               shown(h.item_id.value)),
           item_help(c.model, *c.record.checklist, h.item_id.value, true));
}

void unknown_section(const RecordContext& c, Emit& emit) {
  if (c.record.checklist == nullptr) return;
  for (const Word& s : c.record.scope) {
    if (c.record.checklist->find_section(s.value) != kNoIndex) continue;
    const std::uint32_t item = c.record.checklist->find_item(s.value);
    emit(s.at, say("unknown section '{0}'", "检查表中没有 '{0}' 这个领域", shown(s.value)),
         item != kNoIndex ? say("a scope names whole sections, such as '{0}'", "检查范围只能写领域代码，如 '{0}'",
                                c.record.checklist->sections[c.record.checklist->items[item].section].id.value)
                          : suggestion(c.model, titled_section, s.value, ids_of(c.record.checklist->sections)));
  }
}

void unknown_severity(const RecordContext& c, Emit& emit) {
  const Campaign& campaign = c.model.campaign;
  if (!campaign.read) return;
  for (const Hazard& h : c.record.hazards) {
    severity(c.model, h.severity(), c.record.file, emit);
    for (const Event& e : h.log) severity(c.model, e.get(EventKey::severity), c.record.file, emit);
  }
}

void unknown_severity_of_item(const RegisterContext& c, Emit& emit) {
  if (!c.model.campaign.read) return;
  for (const Checklist& list : c.model.checklists)
    for (const Item& item : list.items) severity(c.model, item.severity, list.file, emit);
}

void unknown_milestone(const RegisterContext& c, Emit& emit) {
  const Campaign& campaign = c.model.campaign;
  const auto check = [&](const Round& round, const Bound& bound) {
    const Span at{campaign.file, bound.at};
    if (!bound.known) {
      if (campaign.milestones_flawed) return;
      Names known;
      for (const Milestone& m : campaign.milestones) known.push_back(m.name.value);
      known.push_back("start");
      emit(at,
           say("round '{0}' rests on the unknown milestone '{1}'", "轮次 '{0}' 所依据的里程碑 '{1}' 不存在",
               round.id.value, shown(bound.base)),
           suggestion(bound.base, known));
    } else if (!bound.fixed && bound.base == "start" && !campaign.start.present() && !campaign.start_flawed) {
      emit(at,
           say("round '{0}' rests on 'start', which the campaign does not give",
               "轮次 '{0}' 依据 start，但专项没有写 start", round.id.value),
           say("add 'start: YYYY-MM-DD'", "补上 'start: 年-月-日'"));
    }
  };
  for (const Round& r : campaign.rounds) {
    check(r, r.from);
    check(r, r.to);
  }
}

void other_checklist(const RecordContext& c, Emit& emit) {
  const Word& wanted = c.model.campaign.checklist;
  if (c.record.checklist == nullptr || !wanted.present() || c.record.checklist->id.value == wanted.value) return;
  emit(c.record.checklist_ref.at,
       say("this record answers '{0}', the campaign's checklist is '{1}'",
           "本记录所答的是 '{0}'，而本专项的检查表是 '{1}'", shown(c.record.checklist_ref.value), wanted.value))
      .notes.push_back(
          {{c.model.campaign.file, wanted.at}, say("the campaign's checklist", "专项的检查表在此设定"), {}});
}

}  // namespace hazcheck::identity
