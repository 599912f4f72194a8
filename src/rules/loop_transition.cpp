// Steps that the table of transitions (status/timeline.cpp) does not have, told so that the reader knows what
// would have been allowed; and escalations that nobody answered.
#include "rules/dating.hpp"
#include "rules/doubt.hpp"
#include "rules/loop.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

// Where a step was written, for a note.
Span place_of_step(const Model& model, const Timeline& timeline, const Step& step) {
  const Hazard& hazard = model.hazard_of(timeline.ref);
  const FileId file = model.records[record_of(timeline, step)].file;
  switch (step.kind) {
    case StepKind::found: return {file, hazard.found.present() ? hazard.found.at : hazard.id.at};
    case StepKind::plan_made: return {file, hazard.plan.at};
    case StepKind::event: return {file, step.event()->kind.at};
    case StepKind::followup: break;
  }
  return {file, step.followup()->result.at};
}

// A follow-up that has a rule of its own: of the wrong unit or round, of a void hazard, before the hazard was
// found.
bool reported_otherwise(const Record& record, const Record& home, const Hazard& hazard, const Step& step) {
  return !in_place(record, home) || step.before == State::voided || record.date.value < first_day_of(home, hazard);
}

// Whether a step that was not allowed leaves a state other than the one its writer had in mind: what follows
// it then looks wrong only because of it.
bool misleads(const Step& step) {
  if (step.kind == StepKind::followup) return true;
  switch (step.event()->kind.value) {
    case EventKind::rectified:
    case EventKind::closed:
    case EventKind::rejected:
    case EventKind::reopened: return true;
    default: return false;
  }
}

Text help_for(const Step& step, bool plan_is_whole) {
  if (step.before == State::voided)
    return say("a void hazard stays void; if it is there after all, enter it anew",
               "隐患作废后不再变动；确有其事的，另记一条隐患");
  const bool closing = step.kind == StepKind::followup ? step.followup()->result.value == FollowUpResult::closed
                                                       : step.event()->kind.value == EventKind::closed;
  if (step.before == State::closed)
    return say("a closed hazard can only be 'reopened', or 'recurred' in a follow-up",
               "已销项的隐患只能“重新打开”（reopened），或在复查中记为 recurred");
  if (step.kind == StepKind::followup && !closing)
    return say("what is not closed cannot recur; write 'still-open'", "尚未销项的隐患谈不上再次出现，应写 still-open");
  if (step.kind == StepKind::event) {
    switch (step.event()->kind.value) {
      case EventKind::rejected:
        return say("only a rectified hazard can be rejected; enter 'rectified' first",
                   "只有已整改、待验收的隐患才能退回，先记 rectified");
      case EventKind::reopened: return say("it is not closed, so there is nothing to reopen", "尚未销项，无须重新打开");
      case EventKind::deferred:
        return say("there is no due to move; give its plan one", "没有期限可延，先在整改计划中定期限");
      case EventKind::reassigned:
        return say("there is no plan to hand over; make it with the owner",
                   "尚无整改计划可移交，先制定计划并写明责任人");
      case EventKind::answered:
        return say("nothing was escalated; enter 'escalated' first", "此前没有上报，先记 escalated");
      case EventKind::rectified:
        if (step.before == State::rectified)
          return say("it waits for verification: 'closed' or 'rejected'", "正待验收，应记 closed 或 rejected");
        break;
      default: break;
    }
  }
  if (step.before == State::unplanned && plan_is_whole)
    return say("its plan is made later; correct one of the two dates", "整改计划的制定日期在此之后，请核对两个日期");
  if (step.before == State::unplanned)
    return say("it needs a whole plan first: measures, due, funding and owner",
               "先要有完整的整改计划：措施、期限、资金、责任人");
  return say("enter 'rectified' first, with its own date and person", "先记 rectified（整改完成）的日期和经办人");
}

// The fault in words: what was done, in which state.
Text fault(std::string_view hazard, const Step& step) {
  const Label state = label_of(step.before);
  if (step.kind == StepKind::followup) {
    const Label result = label_of(step.followup()->result.value);
    return say("'{0}' is followed up as {1} while it is {3}", "隐患 '{0}' 处于“{4}”状态，复查结果不能是“{2}”",
               shown(step.followup()->hazard.value), result.en, result.zh, state.en, state.zh);
  }
  const EventKind kind = step.event()->kind.value;
  const Label event = label_of(kind);
  const bool twice = (kind == EventKind::closed && step.before == State::closed) ||
                     (kind == EventKind::rectified && step.before == State::rectified) ||
                     (kind == EventKind::voided && step.before == State::voided);
  if (twice) return say("'{0}' is {1} twice", "隐患 '{0}' 重复记了“{2}”", hazard, event.en, event.zh);
  if (is_open(step.before)) {
    if (kind == EventKind::deferred)
      return say("'{0}' is deferred but has no due", "隐患 '{0}' 没有期限却记了“延期”", hazard);
    if (kind == EventKind::reassigned)
      return say("'{0}' is reassigned but has no plan", "隐患 '{0}' 没有整改计划却记了“更换责任人”", hazard);
    if (kind == EventKind::answered)
      return say("'{0}' is answered but was not escalated", "隐患 '{0}' 没有上报却记了“答复”", hazard);
  }
  return say("'{0}' is {1} while it is {3}", "隐患 '{0}' 处于“{4}”状态，不能记为“{2}”", hazard, event.en, event.zh,
             state.en, state.zh);
}

// A plan that lacks a part leaves its hazard unplanned, and is reported for that (HZ501).
bool plan_is_told(const Record& home, const Hazard& hazard) {
  return home.round->plan_required && hazard.plan.present() && !hazard.plan.complete();
}

}  // namespace

void step_not_allowed(const RegisterContext& c, Emit& emit) {
  const Doubt doubt(c.model);
  for (const Timeline& t : c.timelines) {
    bool checked = false;
    const Step* turned = nullptr;  // the step that brought the present state
    for (const Step& step : t.steps) {
      if (step.allowed) {
        if (step.before != step.after) turned = &step;
        continue;
      }
      const Record& home = c.model.record_of(t.ref);
      const Hazard& h = c.model.hazard_of(t.ref);
      if (!checked && (home.round == nullptr || h.plan.flawed || h.log_flawed || plan_is_told(home, h) ||
                       doubt.about_unit(home.unit_id.value) || dates_contradict(home, h, c.today)))
        break;
      checked = true;
      const Record& record = c.model.records[record_of(t, step)];
      if (step.kind == StepKind::followup && reported_otherwise(record, home, h, step)) continue;
      Diagnostic& d =
          emit(Span{record.file, step.kind == StepKind::followup ? step.followup()->result.at : step.event()->kind.at},
               fault(h.id.value, step), help_for(step, h.plan.complete()));
      if (turned != nullptr) {
        const Label state = label_of(turned->after);
        d.notes.push_back({place_of_step(c.model, t, *turned),
                           say("{0} since {2}", "{1}，自 {2} 起", state.en, state.zh, to_string(turned->date)),
                           {}});
      }
      if (misleads(step)) break;
    }
  }
}

void escalation_unanswered(const RegisterContext& c, Emit& emit) {
  const int limit = c.model.campaign.policy.answer_days;
  for (const Timeline& t : c.timelines) {
    const Step* waiting = nullptr;
    for (const Step& step : t.steps) {
      if (step.date > c.today) break;
      if (step.kind != StepKind::event || !step.allowed) continue;
      if (step.event()->kind.value == EventKind::escalated) waiting = &step;
      if (step.event()->kind.value == EventKind::answered) waiting = nullptr;
    }
    if (waiting == nullptr || !is_open(state_at(t, c.today))) continue;
    const Hazard& h = c.model.hazard_of(t.ref);
    if (h.log_flawed) continue;
    const int days = c.today - waiting->date;
    Diagnostic& d = emit(
        Span{c.model.records[record_of(t, *waiting)].file, waiting->event()->kind.at},
        days == 0 ? say("'{0}' is escalated today and waits for an answer", "隐患 '{0}' 当日上报，尚待答复", h.id.value)
                  : say("'{0}' has waited {1} day{2} for an answer to its escalation",
                        "隐患 '{0}' 上报后 {1} 天未获答复", h.id.value, days, days == 1 ? "" : "s"),
        say("ask for the answer and enter it as 'answered'; escalation does not stop the clock",
            "请催办，并将答复记为 answered；上报期间照常计算期限"));
    if (days <= limit) d.severity = Severity::note;
  }
}

}  // namespace hazcheck::loop
