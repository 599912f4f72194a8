// What a record tells of hazards: those it found, and what it says of earlier ones.
#pragma once
#include "model/record.hpp"
#include "read/decoder.hpp"
#include "read/field.hpp"

namespace hazcheck {

// Decode the list below `hazards` or `followups` into the decoder's arena. False where one could not be read
// (reported): one more may be there.
bool read_hazards(Decoder& decoder, const Node& node, List<Hazard>& out);
bool read_followups(Decoder& decoder, const Node& node, List<FollowUp>& out);

EntityInfo hazard_entity();
EntityInfo followup_entity();

}  // namespace hazcheck
