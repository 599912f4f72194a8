// `show ID…`: everything about single hazards: the answer, the plan, every event and follow-up, both dues.
#pragma once
#include <functional>

#include "views/request.hpp"

namespace hazcheck {

// The text of the answer to the hazard's item as the record has it; empty where the caller does not know. The model
// does not keep it.
using AnswerText = std::function<std::string(const Record& record, const Answer& answer)>;

// The arguments are global ids. The first table has a ledger row for each (CSV, JSON); text shows for each hazard what
// is known of it as of the day, then its whole history up to the day, "hazard ID" and "history ID". A hazard found
// later than the day is shown with its history empty. Fails where an id is unknown.
Result<Report> show(const Request& request, const AnswerText& answer_text = {});

}  // namespace hazcheck
