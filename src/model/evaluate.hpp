// What an answer amounts to: the typed evidence held against the item's expectations.
#pragma once
#include "model/record.hpp"

namespace hazcheck {

// The number a count must reach: `min`, or `min` for every `per` of the unit's `of`, rounded up.
// Empty where nothing is expected or the unit does not say how many.
std::optional<double> expected_minimum(const Expect& expect, const Unit* unit);

// Whether one value meets its item's expectation. A check passes with `pass`.
bool meets(const EvidenceValue& value, const Expect& expect, const Unit* unit, Date inspection);

// The first value that falls short of what its item expects; null where none does, or where only a word fails.
const EvidenceValue* failing_value(const Reply& reply, const Item& item, const Unit* unit, Date inspection);

// An explicit fail, na or unchecked stands; else any failing value, or check, fails; else it passes. A check that
// says na or unchecked decides where no value fails. none: nothing was given.
Answered outcome_of(const Reply& reply, const Item& item, const Unit* unit, Date inspection);

// Over all subjects: fail where any fails, else unchecked, else pass where any passes, else na.
Answered outcome_of(const AnswerDetail& answer);

}  // namespace hazcheck
