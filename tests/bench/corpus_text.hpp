// Invented Chinese phrases for the free-text fields. No full-width comma where a flow mapping would need
// quotes is left unquoted: free_text() sees to that.
#pragma once
#include <cstdint>
#include <string>

#include "corpus.hpp"

namespace bench {

enum class Topic : std::uint8_t {
  rectified,
  closed,
  rejected,
  recurred,
  deferred,
  milder,
  graver,
  reassigned,
  escalated,
  answered,
  voided,
  not_applicable,
  unchecked,
  failing,
  passing
};

std::string remark(Topic topic, Random& random);
std::string location(Random& random);
// One sentence, now and then two; two or more lines where several things are wrong.
std::string defect(const Section& section, bool with_place, Random& random);
std::string measures(const Section& section, Random& random);
std::string interim(Random& random);
std::string emergency_plan(Random& random);
std::string funding_source(Random& random);
std::string answer_text(Random& random);
std::string comment(Random& random);

}  // namespace bench
