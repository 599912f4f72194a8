// roster.yaml into Roster.
#pragma once
#include "model/roster.hpp"
#include "read/decoder.hpp"

namespace hazcheck {

void read_roster(Decoder& decoder, const Node& root, Roster& out);

}  // namespace hazcheck
