// The functions of the closed loop (HZ5), by the file they stand in; their rows are in loop.cpp.
#pragma once
#include "rules/rule.hpp"

namespace hazcheck::loop {

// loop_plan.cpp: what a plan must hold, and whom it names
void plan_incomplete(const RecordContext&, Emit&);
void no_plan(const RegisterContext&, Emit&);
void owner_not_a_person(const RegisterContext&, Emit&);
void emergency_measures_missing(const RecordContext&, Emit&);

// loop_log.cpp: what an entry of the log must say
void reason_missing(const RecordContext&, Emit&);
void reason_missing_in_followup(const RegisterContext&, Emit&);
void entry_incomplete(const RecordContext&, Emit&);
void deferral_not_later(const RecordContext&, Emit&);
void deferral_by_owner(const RecordContext&, Emit&);
void nothing_changed(const RecordContext&, Emit&);
void reopened_with_past_due(const RecordContext&, Emit&);
void duplicate_of_nothing(const RegisterContext&, Emit&);

// loop_transition.cpp: steps that the table of transitions does not have, and questions left open
void step_not_allowed(const RegisterContext&, Emit&);
void escalation_unanswered(const RegisterContext&, Emit&);

// loop_closing.cpp: who may close, and on what paper
void verifier_not_independent(const RecordContext&, Emit&);
void verifier_not_independent_in_followup(const RegisterContext&, Emit&);
void closed_for_wrong_body(const RecordContext&, Emit&);
void closed_for_wrong_body_in_followup(const RegisterContext&, Emit&);
void closed_by_the_unit(const RecordContext&, Emit&);
void closed_by_the_unit_in_followup(const RegisterContext&, Emit&);
void writeoff_missing(const RecordContext&, Emit&);
void writeoff_missing_in_followup(const RegisterContext&, Emit&);

// loop_followup.cpp: which hazards a later inspection speaks of
void followup_of_unknown(const RegisterContext&, Emit&);
void followup_of_void(const RegisterContext&, Emit&);
void followup_out_of_place(const RegisterContext&, Emit&);
void followed_up_twice(const RegisterContext&, Emit&);
void closed_yet_still_open(const RegisterContext&, Emit&);
void not_followed_up(const RegisterContext&, Emit&);
void still_open_yet_passes(const RegisterContext&, Emit&);

// Whether a follow-up may speak of that hazard: found in an earlier round, of the same unit. True where a
// round is unknown (reported elsewhere).
bool in_place(const Record& followup, const Record& hazard);

}  // namespace hazcheck::loop
