// The functions of HZ3, one or two per row of answers.cpp, and what they share: what a record is asked.
#pragma once
#include "rules/rule.hpp"

namespace hazcheck::answers {

Asked asked(const Record& record, std::uint32_t item);  // record.checklist and record.unit are there
// The same of every item; empty where answers cannot be judged.
std::vector<Asked> asked_of(const Record& record);

// Record, unit and checklist are known, so that answers can be judged; and the day too (for outcomes).
bool can_judge(const Record& record);
// The scope says what was inspected: none given, or every name in it is a section's and there is one.
bool scope_is_clear(const Record& record);

// The subjects that the unit has for an `each` item; null where it has none or the item is answered once.
const std::vector<Word>* subjects_for(const Record& record, const Item& item);

// Nothing was said: the value was left empty, or only a note stands there.
bool is_empty(const Reply& reply);
bool lacks_reason(const Reply& reply, const Reply& whole);
// The kinds of evidence that a passing reply does not give.
std::vector<Evidence> missing_evidence(const Reply& reply, const Item& item);

// The answers by item; null where an item has none.
std::vector<const AnswerDetail*> details_by_item(const Record& record);

// What is wrong with a value that falls short: "96 is below 100".
Text shortfall(const EvidenceValue& value, const Expect& expect, const Record& record);
// A number as people write it: 96, 98.5.
std::string plain_number(double value);

// answers_gaps.cpp
void unanswered(const RecordContext& c, Emit& emit);
void answer_without_reason(const RecordContext& c, Emit& emit);
void evidence_missing(const RecordContext& c, Emit& emit);
void subject_missing(const RecordContext& c, Emit& emit);

// answers_shape.cpp
void answer_not_asked(const RecordContext& c, Emit& emit);
void evidence_not_asked(const RecordContext& c, Emit& emit);
void subject_twice(const RecordContext& c, Emit& emit);
void answered_as_a_whole(const RecordContext& c, Emit& emit);
void each_not_asked(const RecordContext& c, Emit& emit);
void no_subjects(const RecordContext& c, Emit& emit);
void scope_not_allowed(const RecordContext& c, Emit& emit);
void scope_names_nothing(const RecordContext& c, Emit& emit);

// answers_values.cpp
void impossible_value(const RecordContext& c, Emit& emit);
void pass_against_value(const RecordContext& c, Emit& emit);
void headcount_missing(const RecordContext& c, Emit& emit);

// answers_hazards.cpp
void fail_without_hazard(const RecordContext& c, Emit& emit);
void fail_without_hazard_or_followup(const RegisterContext& c, Emit& emit);
void hazard_without_fail(const RecordContext& c, Emit& emit);

}  // namespace hazcheck::answers
