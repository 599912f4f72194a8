// The functions of HZ2, one or two per row of identity.cpp: names that nothing carries, and names carried twice.
#pragma once
#include "rules/rule.hpp"

namespace hazcheck::identity {

// identity_unknown.cpp
void unknown_round(const RecordContext& c, Emit& emit);
void unknown_unit(const RecordContext& c, Emit& emit);
void unknown_unit_in_round(const RegisterContext& c, Emit& emit);
void unknown_checklist(const RecordContext& c, Emit& emit);
void unknown_checklist_of_campaign(const RegisterContext& c, Emit& emit);
void unknown_item(const RecordContext& c, Emit& emit);
void unknown_section(const RecordContext& c, Emit& emit);
void unknown_severity(const RecordContext& c, Emit& emit);
void unknown_severity_of_item(const RegisterContext& c, Emit& emit);
void unknown_milestone(const RegisterContext& c, Emit& emit);
void other_checklist(const RecordContext& c, Emit& emit);

// identity_bodies.cpp
void unknown_department(const RecordContext& c, Emit& emit);
void unknown_department_of_register(const RegisterContext& c, Emit& emit);

// identity_subjects.cpp
void unknown_subject(const RecordContext& c, Emit& emit);
void subject_not_named(const RecordContext& c, Emit& emit);
void unused_subject_kind(const RegisterContext& c, Emit& emit);
void subject_not_asked(const RecordContext& c, Emit& emit);

// identity_duplicates.cpp
void duplicate_hazard(const RecordContext& c, Emit& emit);
void duplicate_id(const RegisterContext& c, Emit& emit);
void duplicate_name(const RegisterContext& c, Emit& emit);
void two_records(const RegisterContext& c, Emit& emit);
void writeoff_reused(const RegisterContext& c, Emit& emit);

// identity_units.cpp
void item_outside_section(const RegisterContext& c, Emit& emit);
void undeclared_word(const RegisterContext& c, Emit& emit);
void unit_not_valid(const RecordContext& c, Emit& emit);
void unit_not_in_round(const RecordContext& c, Emit& emit);

}  // namespace hazcheck::identity
