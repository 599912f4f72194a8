// The `answers` of a record: result words, typed evidence, and one reply per subject.
#pragma once
#include <vector>

#include "model/record.hpp"
#include "read/decoder.hpp"
#include "read/field.hpp"

namespace hazcheck {

// Decodes the mapping below `answers` against the record's checklist (null: only result words are understood).
// The details and what they point to live in `scratch` and in the file's bytes.
std::span<AnswerDetail> read_answers(Decoder& decoder, const Node& node, const Checklist* checklist, Arena& scratch);

// Works out every outcome once unit and date are known.
void evaluate_answers(std::span<AnswerDetail> answers, const Record& record, Arena& scratch);

EntityInfo reply_entity();

}  // namespace hazcheck
