// Closing: who verifies, for which body, and under which write-off number; in the hazard's own log and by a
// later inspection alike. Must not ask whether the hazard was ready to be closed.
#include "base/text.hpp"
#include "rules/loop.hpp"
#include "rules/standing.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

// One closing, wherever it was written.
struct Closing {
  std::string_view hazard;  // as its writer names it
  const Record& record;     // in which the closing stands
  const Record& home;       // in which the hazard stands
  Mark at;                  // the word "closed"
  const Word& by;
  const Word& acting_for;
  const Word& writeoff;
  const Word& owner;       // at that time
  const Event* rectified;  // the rectification it confirms; null where the closing counts as one
  int severity;            // at that time; -1: unknown
};

template <class Judge>
void each_closing_in_log(const RecordContext& c, Judge&& judge) {
  for (const Hazard& h : c.record.hazards)
    walk_log(c.model.campaign, c.record, h, [&](const Event& e, const Standing& now) {
      if (e.kind.value != EventKind::closed) return;
      judge(Closing{h.id.value, c.record, c.record, e.kind.at, e.get(EventKey::by),
                    e.get(EventKey::acting_for), e.get(EventKey::writeoff), now.owner, now.rectified,
                    now.severity});
    });
}

// Follow-ups that close; one on a closed hazard only confirms.
template <class Judge>
void each_closing_followup(const RegisterContext& c, Judge&& judge) {
  for (const Timeline& t : c.timelines)
    for (const Step& step : t.steps) {
      if (step.kind != StepKind::followup || !step.closes) continue;
      const Record& home = c.model.record_of(t.ref);
      const Hazard& h = c.model.hazard_of(t.ref);
      const FollowUp& f = *step.followup;
      const Standing now = standing_on(c.model.campaign, home, h, step.date);
      judge(Closing{f.hazard.value, c.model.records[step.record], home, f.result.at, f.get(EventKey::by),
                    f.get(EventKey::acting_for), f.get(EventKey::writeoff), now.owner,
                    step.rectifies ? nullptr : now.rectified, now.severity});
    }
}

Text help_somebody_else() {
  return say("somebody else has to look and close it; 'separate_verifier' is on",
             "应由他人验收销项（已启用 separate_verifier）");
}

void judge_verifier(const Closing& x, Emit& emit) {
  if (!x.by.present()) return;
  if (x.owner.present() && same_name(x.by.value, x.owner.value)) {
    emit(Span{x.record.file, x.by.at},
         say("'{0}' is closed by '{1}', the owner of its plan", "隐患 '{0}' 由责任人 '{1}' 自己销项",
             shown(x.hazard), shown(x.by.value)),
         help_somebody_else())
        .notes.push_back({{x.home.file, x.owner.at}, say("the owner", "责任人"), {}});
    return;
  }
  if (x.rectified == nullptr) return;
  const Word& rectifier = x.rectified->get(EventKey::by);
  if (rectifier.present() && same_name(x.by.value, rectifier.value))
    emit(Span{x.record.file, x.by.at},
         say("'{0}' is closed by '{1}', who rectified it", "隐患 '{0}' 由整改人 '{1}' 自己销项",
             shown(x.hazard), shown(x.by.value)),
         help_somebody_else())
        .notes.push_back({{x.home.file, rectifier.at}, say("rectified by the same person", "整改人"), {}});
}

void judge_body(const Campaign& campaign, const Closing& x, Emit& emit) {
  if (x.severity < 0) return;
  const SeverityLevel& level = campaign.policy.severities[static_cast<std::size_t>(x.severity)];
  if (level.close_by == CloseBy::anyone) return;
  const std::string_view wanted =
      level.close_by_body.empty() ? campaign.authority.id.value : level.close_by_body;
  std::string_view body = x.acting_for.value;
  if (x.acting_for.present()) {
    if (body != x.home.unit_id.value && campaign.find_body(body) == nullptr) return;  // unknown: HZ2
  } else if (x.record.round == nullptr) {
    return;
  } else {
    body = x.record.round->by.value == RoundBy::unit ? x.home.unit_id.value : campaign.authority.id.value;
  }
  if (body == wanted) return;
  emit(Span{x.record.file, x.acting_for.present() ? x.acting_for.at : x.at},
       say("'{0}' is closed for '{1}', but a {2} hazard is closed for '{3}' only",
           "隐患 '{0}' 由 '{1}' 销项，但 '{2}' 级隐患只能由 '{3}' 销项", shown(x.hazard), body,
           level.id.value, wanted),
       say("have it verified by a person who acts for '{0}', and write 'for: {0}'",
           "应由 '{0}' 的人员验收，并写明 'for: {0}'", wanted));
}

void judge_writeoff(const Closing& x, Emit& emit) {
  if (x.record.round == nullptr || !x.record.round->writeoff_required || x.writeoff.present()) return;
  emit(Span{x.record.file, x.at},
       say("'{0}' is closed without a write-off number, which round '{1}' requires",
           "隐患 '{0}' 没有销项编号，轮次 '{1}' 要求必须有", shown(x.hazard), x.record.round_id.value),
       say("add 'writeoff: …' with the number from the register", "补上 'writeoff: …'，填销项台账上的编号"));
}

}  // namespace

void verifier_not_independent(const RecordContext& c, Emit& emit) {
  if (!c.model.campaign.policy.separate_verifier) return;
  each_closing_in_log(c, [&](const Closing& x) { judge_verifier(x, emit); });
}
void verifier_not_independent_in_followup(const RegisterContext& c, Emit& emit) {
  if (!c.model.campaign.policy.separate_verifier) return;
  each_closing_followup(c, [&](const Closing& x) { judge_verifier(x, emit); });
}

void closed_for_wrong_body(const RecordContext& c, Emit& emit) {
  each_closing_in_log(c, [&](const Closing& x) { judge_body(c.model.campaign, x, emit); });
}
void closed_for_wrong_body_in_followup(const RegisterContext& c, Emit& emit) {
  each_closing_followup(c, [&](const Closing& x) { judge_body(c.model.campaign, x, emit); });
}

void writeoff_missing(const RecordContext& c, Emit& emit) {
  each_closing_in_log(c, [&](const Closing& x) { judge_writeoff(x, emit); });
}
void writeoff_missing_in_followup(const RegisterContext& c, Emit& emit) {
  each_closing_followup(c, [&](const Closing& x) { judge_writeoff(x, emit); });
}

}  // namespace hazcheck::loop
