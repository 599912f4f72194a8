// hazcheck.yaml into Campaign.
#pragma once
#include "model/campaign.hpp"
#include "read/decoder.hpp"
#include "read/field.hpp"

namespace hazcheck {

void read_campaign(Decoder& decoder, const Node& root, Campaign& out);

// Decodes {types: […], traits: […], ids: […]}; also used for an item's `applies`.
void read_unit_filter(Decoder& decoder, const Node& node, UnitFilter& out, bool with_ids);
EntityInfo unit_filter_entity();
EntityInfo applies_entity();  // without ids

// A person of a unit, the authority or a department.
void read_people(Decoder& decoder, const Node& node, std::vector<Person>& out);
EntityInfo person_entity();

}  // namespace hazcheck
