// checklists/*.yaml into Checklist.
#pragma once
#include "model/checklist.hpp"
#include "read/decoder.hpp"

namespace hazcheck {

// False where the file cannot serve as a checklist at all (reported).
bool read_checklist(Decoder& decoder, const Node& root, Checklist& out);

}  // namespace hazcheck
