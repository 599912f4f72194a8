// records/<round>/<unit>.yaml into Record.
#pragma once
#include "model/model.hpp"
#include "read/decoder.hpp"

namespace hazcheck {

// Fills `out`; its answers in full go to Record::details, held by `scratch`. Looks up round, unit and checklist in
// `model` (left null where unknown; the rules report that). False: the file is no record at all.
bool read_record(Decoder& decoder, const Node& root, const Model& model, Arena& scratch, Record& out);

// Keeps of the answers what the model keeps, in the decoder's arena, and forgets the rest.
void slim_answers(Record& record, Arena& keep);

}  // namespace hazcheck
