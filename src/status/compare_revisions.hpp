// The register at two revisions, hazard by hazard, both as of one day (hazcheck-changes(1)). What differs is told in
// full: every step from the counts of one side to those of the other has its hazard.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "status/hazard_status.hpp"
#include "status/register.hpp"

namespace hazcheck {

enum class ChangeKind : std::uint8_t { added, removed, status, due, severity, owner, edited };
inline constexpr std::size_t kChangeKinds = 7;
std::string_view key_of(ChangeKind kind);

// added, removed and status: before and after are states, empty where the hazard is not there or not found by the
// day. due, severity and owner are those as of the day. edited: what else is written differently, by the key it
// stands under ("description", "plan.measures", "log", "followups"); entries are one line each.
struct FieldChange {
  ChangeKind kind{};
  std::string_view field;
  std::string before;
  std::string after;
  std::string entry_zh;  // in Chinese the one of them that is there, where it is an entry of a log or a follow-up
};

// What a hazard counts as.
enum class Standing : std::uint8_t { absent, open, closed, voided };
Standing standing_of(State state);

struct ComparedHazard {
  std::string id;                      // global
  std::optional<HazardStatus> before;  // empty: not in that register
  std::optional<HazardStatus> after;
  std::vector<FieldChange> changes;  // in the order of ChangeKind; at most one of added, removed and status

  State state_before() const { return before ? before->state : State::none; }
  State state_after() const { return after ? after->state : State::none; }
  const HazardStatus& latest() const { return after ? *after : *before; }
};

// Every hazard that is in either register, changed or not: by round, unit and place in the record. Of hazards with
// the same global id the first counts. The registers must outlive the result.
std::vector<ComparedHazard> compare_revisions(const Register& before, const Register& after, Date as_of);

// How the stock went from one side to the other. A hazard whose standing changed went by way of being open, so that
// nothing is left over (an absent hazard that is closed now is one new and one closed):
//   open:   before + added + reopened + restored − closed − voided − removed = after
//   closed: before + closed − reopened = after
//   found (open and closed): before + added + restored − voided − removed = after
struct StockChange {
  std::int64_t found_before = 0, found_after = 0;
  std::int64_t open_before = 0, open_after = 0;
  std::int64_t closed_before = 0, closed_after = 0;
  std::int64_t added = 0;     // absent before
  std::int64_t reopened = 0;  // closed before
  std::int64_t restored = 0;  // void before
  std::int64_t closed = 0;
  std::int64_t voided = 0;
  std::int64_t removed = 0;  // absent now

  void add(Standing before, Standing after);
};

}  // namespace hazcheck
