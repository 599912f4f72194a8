// Follow-ups: whether the hazard they name can be followed up, and open hazards that a later inspection
// passed over. Linear in hazards and follow-ups: a city has 270,000 of the one and 100,000 of the other.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"
#include "rules/dating.hpp"
#include "rules/doubt.hpp"
#include "rules/loop.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

// Each unit's records, by round.
using RecordsOfUnits = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

RecordsOfUnits records_of_units(const Model& model) {
  RecordsOfUnits units;
  units.reserve(model.roster.units.size());
  for (std::uint32_t r = 0; r < model.records.size(); ++r)
    if (model.records[r].sound && model.records[r].round != nullptr) units[model.records[r].unit_id.value].push_back(r);
  for (auto& [unit, records] : units)
    std::stable_sort(records.begin(), records.end(), [&](std::uint32_t a, std::uint32_t b) {
      return model.records[a].round->order < model.records[b].round->order;
    });
  return units;
}

constexpr std::size_t kMostCandidates = 200;  // so that no file makes the suggestions slow

// What the follow-up's writer may have meant: the nearest of the same unit's earlier hazards, else how ids
// look.
Text help_for_unknown(const Model& model, const RecordsOfUnits& units, const Record& record, std::string_view wanted) {
  std::vector<std::string> ids;
  if (const auto found = units.find(record.unit_id.value); found != units.end())
    for (std::uint32_t r : found->second) {
      const Record& earlier = model.records[r];
      if (&earlier == &record || !in_place(record, earlier)) continue;
      for (const Hazard& h : earlier.hazards)
        if (ids.size() < kMostCandidates) ids.push_back(global_id(earlier, h));
    }
  const std::vector<std::string_view> views(ids.begin(), ids.end());
  if (const auto near = did_you_mean(wanted, views)) return say("did you mean '{0}'?", "是否想写 '{0}'？", *near);
  return say("name a hazard of an earlier round as round/unit/id",
             "隐患全号写作 轮次/单位/编号，且应为以前轮次发现的隐患");
}

// Follow-ups that stand in a timeline, so of known hazards.
template <class Judge>
void each_followup(const RegisterContext& c, Judge&& judge) {
  c.timelines.each_followup([&](const Timeline& t, const Step& step) {
    judge(t, step, c.model.records[record_of(t, step)], c.model.record_of(t.ref));
  });
}

Span hazard_span(const Record& record, const FollowUp& f) { return {record.file, f.hazard.at}; }

// Whether the later inspection looked where the hazard is. An item that it left unchecked, or that no longer
// applies, says nothing; a hazard that hangs on a whole section is seen by whoever inspects the section.
struct Look {
  bool looked = false;
  Mark at;  // what it says of the place
};
Look look_at(const Record& later, const Record& home, const Hazard& hazard) {
  if (later.checklist == nullptr || home.checklist == nullptr || hazard.section == kNoIndex) return {};
  for (const Hazard& h : later.hazards)
    if (h.item_id.value == hazard.item_id.value && hazard.item != kNoIndex &&
        same_name(h.subject().value, hazard.subject().value))
      return {true, h.id.at};
  if (!later.complete || !later.in_scope(home.checklist->sections[hazard.section].id.value)) return {};
  if (hazard.item == kNoIndex) {
    const std::uint32_t section = later.checklist->find_section(hazard.item_id.value);
    const bool asked = section != kNoIndex && !later.checklist->sections[section].covered_elsewhere;
    return {asked, later.date.at};
  }
  const std::uint32_t item = later.checklist->find_item(hazard.item_id.value);
  const Answer* answer = item == kNoIndex ? nullptr : later.answer_to(item);
  if (answer == nullptr || (answer->outcome != Answered::pass && answer->outcome != Answered::fail)) return {};
  return {true, answer->at()};
}

// In another unit's place: then its unit is wrong (HZ291), and not its follow-ups.
bool is_misplaced(const Model& model, const Record& record) {
  const std::string& path = model.files[record.file];
  return path.substr(path.rfind('/') + 1) != std::string(record.unit_id.value) + ".yaml";
}

// Whether one of the unit's follow-ups names no hazard (reported): it may be of any.
bool names_no_hazard(const Model& model, const std::vector<std::uint32_t>& records) {
  return std::any_of(records.begin(), records.end(), [&](std::uint32_t r) {
    const List<FollowUp> followups = model.records[r].followups;
    return std::any_of(followups.begin(), followups.end(),
                       [&](const FollowUp& f) { return !model.find_hazard(f.hazard.value); });
  });
}

// Whether what is reported of the hazard itself leaves open whether it is open.
bool status_is_doubtful(const Timeline& t, const Record& home, const Hazard& hazard, Date today) {
  return hazard.plan.flawed || hazard.log_flawed || dates_contradict(home, hazard, today) ||
         std::any_of(t.steps.begin(), t.steps.end(), [](const Step& s) { return !s.allowed; });
}

}  // namespace

bool in_place(const Record& followup, const Record& hazard) {
  if (followup.unit_id.value != hazard.unit_id.value) return false;
  return followup.round == nullptr || hazard.round == nullptr || followup.round->order > hazard.round->order;
}

void followup_of_unknown(const RegisterContext& c, Emit& emit) {
  const Doubt doubt(c.model);
  RecordsOfUnits units;  // only where there is something to report
  for (const Record& record : c.model.records)
    for (const FollowUp& f : record.followups) {
      if (c.model.find_hazard(f.hazard.value) || doubt.about_hazard(f.hazard.value)) continue;
      if (units.empty()) units = records_of_units(c.model);
      emit(hazard_span(record, f),
           say("'{0}' is followed up, but there is no such hazard", "复查的隐患 '{0}' 不存在", shown(f.hazard.value)),
           help_for_unknown(c.model, units, record, f.hazard.value));
    }
}

void followup_of_void(const RegisterContext& c, Emit& emit) {
  each_followup(c, [&](const Timeline& t, const Step& step, const Record& record, const Record& home) {
    if (step.before != State::voided || !in_place(record, home)) return;
    Diagnostic& d = emit(hazard_span(record, *step.followup()),
                         say("'{0}' is followed up although it is void", "复查的隐患 '{0}' 已作废",
                             shown(step.followup()->hazard.value)),
                         say("leave it out; if it is there after all, enter it as a new hazard",
                             "请删去这一条；确有其事的，另记一条隐患"));
    for (const Step& s : t.steps)
      if (s.after == State::voided) {
        d.notes.push_back({{c.model.records[record_of(t, s)].file, s.event()->kind.at},
                           say("void since {0}", "自 {0} 起作废", to_string(s.date)),
                           {}});
        break;
      }
  });
}

void followup_out_of_place(const RegisterContext& c, Emit& emit) {
  each_followup(c, [&](const Timeline& t, const Step& step, const Record& record, const Record& home) {
    if (in_place(record, home) || is_misplaced(c.model, record)) return;
    const Hazard& h = c.model.hazard_of(t.ref);
    const std::string id = shown(step.followup()->hazard.value);
    Diagnostic& d = record.unit_id.value != home.unit_id.value
                        ? emit(hazard_span(record, *step.followup()),
                               say("'{0}' is followed up in a record of '{1}', another unit",
                                   "复查的隐患 '{0}' 不属于本记录的单位 '{1}'", id, record.unit_id.value),
                               say("move it to the record of '{0}'", "请移到单位 '{0}' 的记录中", home.unit_id.value))
                        : emit(hazard_span(record, *step.followup()),
                               say("'{0}' is followed up in round '{1}', which is not later",
                                   "轮次 '{1}' 并不晚于发现隐患 '{0}' 的轮次", id, record.round_id.value),
                               say("what happens within its own round goes in the hazard's log",
                                   "本轮次发现的隐患，后续情况写在其 log 中"));
    d.notes.push_back({{home.file, h.id.at}, say("the hazard", "该隐患"), {}});
  });
}

void followed_up_twice(const RegisterContext& c, Emit& emit) {
  for (const Record& record : c.model.records) {
    if (record.followups.size() < 2) continue;
    std::unordered_map<std::string_view, const FollowUp*> seen;
    for (const FollowUp& f : record.followups) {
      const auto [first, fresh] = seen.try_emplace(f.hazard.value, &f);
      if (fresh) continue;
      emit(hazard_span(record, f),
           say("'{0}' is followed up twice", "同一记录对隐患 '{0}' 复查了两次", shown(f.hazard.value)),
           say("keep the one that holds", "只保留符合实际的一条"))
          .notes.push_back({hazard_span(record, *first->second), say("first here", "前一条"), {}});
    }
  }
}

void closed_yet_still_open(const RegisterContext& c, Emit& emit) {
  const Doubt doubt(c.model);
  each_followup(c, [&](const Timeline& t, const Step& step, const Record& record, const Record& home) {
    if (step.before != State::closed || step.followup()->result.value != FollowUpResult::still_open ||
        !in_place(record, home) || doubt.about_unit(home.unit_id.value))
      return;
    Diagnostic& d =
        emit(Span{record.file, step.followup()->result.at},
             say("'{0}' is followed up as still open although it is closed",
                 "隐患 '{0}' 已销项，复查结果却是“仍未整改”", shown(step.followup()->hazard.value)),
             say("it changes nothing; write 'recurred' to reopen it", "这样写不改变其状态；要重新打开应写 recurred"));
    const Step* closed = nullptr;
    for (const Step& s : t.steps) {
      if (&s == &step) break;
      if (s.closes) closed = &s;
    }
    if (closed != nullptr)
      d.notes.push_back({{c.model.records[record_of(t, *closed)].file,
                          closed->event() != nullptr ? closed->event()->kind.at : closed->followup()->result.at},
                         say("closed on {0}", "已于 {0} 销项", to_string(closed->date)),
                         {}});
  });
}

void still_open_yet_passes(const RegisterContext& c, Emit& emit) {
  each_followup(c, [&](const Timeline& t, const Step& step, const Record& record, const Record& home) {
    const FollowUp& f = *step.followup();
    const Hazard& h = c.model.hazard_of(t.ref);
    if (f.result.value == FollowUpResult::closed || h.item == kNoIndex || record.checklist == nullptr ||
        record.unit == nullptr || step.before == State::voided || !in_place(record, home))
      return;
    // Said to be still open though it is closed: that is told already.
    if (step.before == State::closed && f.result.value == FollowUpResult::still_open) return;
    const std::uint32_t item = record.checklist->find_item(h.item_id.value);
    const Answer* answer = item == kNoIndex ? nullptr : record.answer_to(item);
    if (answer == nullptr) return;
    Mark passes;
    if (answer->outcome == Answered::pass) passes = answer->at();
    for (const AnsweredSubject& s : record.passed_subjects)
      if (s.item == item && same_name(s.subject.value, h.subject().value)) passes = s.subject.at;
    if (!passes.present()) return;
    const Label result = label_of(f.result.value);
    const std::string hazard = shown(f.hazard.value);
    Text message = h.subject().present() ? say("'{0}' is followed up as {1}, but '{3}' passes for '{4}'",
                                               "隐患 '{0}' 的复查结果为“{2}”，但 '{3}' 对 '{4}' 作答为合格", hazard,
                                               result.en, result.zh, h.item_id.value, shown(h.subject().value))
                                         : say("'{0}' is followed up as {1}, but '{3}' passes",
                                               "隐患 '{0}' 的复查结果为“{2}”，但 '{3}' 作答为合格", hazard, result.en,
                                               result.zh, h.item_id.value);
    emit(Span{record.file, f.result.at}, std::move(message),
         say("answer the item fail, or write 'closed' if the hazard is gone",
             "隐患还在的，该项应为不合格；已整改到位的，复查结果写 closed"))
        .notes.push_back({{record.file, passes}, say("the answer", "该项作答"), {}});
  });
}

void not_followed_up(const RegisterContext& c, Emit& emit) {
  const RecordsOfUnits units = records_of_units(c.model);
  const Doubt doubt(c.model);
  for (const Timeline& t : c.timelines) {
    const Record& home = c.model.record_of(t.ref);
    if (home.round == nullptr || doubt.about_unit(home.unit_id.value)) continue;
    const auto found = units.find(home.unit_id.value);
    if (found == units.end()) continue;
    const Hazard& h = c.model.hazard_of(t.ref);
    for (std::uint32_t r : found->second) {
      const Record& later = c.model.records[r];
      if (later.round->order <= home.round->order) continue;
      // Open both on the day before and when the day was over: what was closed that day in its own log was
      // seen.
      if (!is_open(state_at(t, later.date.value - 1)) || !is_open(state_at(t, later.date.value))) continue;
      const bool followed = std::any_of(t.steps.begin(), t.steps.end(), [&](const Step& s) {
        return s.kind == StepKind::followup && record_of(t, s) == r;
      });
      if (followed) continue;
      const Look look = look_at(later, home, h);
      if (!look.looked || status_is_doubtful(t, home, h, c.today) || names_no_hazard(c.model, found->second)) continue;
      const std::string id = global_id(home, h);
      emit(Span{later.file, look.at},
           say("'{0}' is open and not followed up", "隐患 '{0}' 尚未销项，本次检查没有复查", id),
           say("say in 'followups' whether it is closed or still-open; being left out never closes a hazard",
               "请在 followups 中写明 closed 还是 still-open；不提及并不等于销项"))
          .notes.push_back({{home.file, h.id.at}, say("found on {0}", "发现于 {0}", to_string(h.found.value)), {}});
    }
  }
}

}  // namespace hazcheck::loop
