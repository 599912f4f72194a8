// hazcheck.yaml: rounds, milestones, departments and policy of one inspection campaign.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "model/values.hpp"

namespace hazcheck {

struct Person {
  Word name;
  Word role;
};

struct Body {  // the authority or a department
  Word id;
  Title title;
  std::vector<Person> people;
};

struct NamedId {  // a unit type, a trait, an area
  Word id;
  Title title;
};

struct Milestone {
  Word name;
  std::optional<Date> date;  // null: not announced yet
  Mark at;
};

// `2020-04-10`, `start`, a milestone's name, or one of them ± Nd.
struct Bound {
  Mark at;
  std::optional<Date> fixed;
  std::string_view base;    // "start" or a milestone, where `fixed` is empty
  int offset = 0;           // days
  bool known = true;        // false: the base names no milestone (reported)
  std::optional<Date> day;  // resolved; empty while pending
};

enum class RoundBy : std::uint8_t { unit, authority, joint };

// Which units a round inspects, or an item applies to: any of the types AND all of the traits; ids add to them.
struct UnitFilter {
  std::vector<Word> types;
  std::vector<Word> traits;
  std::vector<Word> ids;
  bool all() const { return types.empty() && traits.empty() && ids.empty(); }
};

struct Round {
  Word id;
  Title title;
  Located<RoundBy> by;
  Bound from;
  Bound to;
  UnitFilter units;
  bool plan_required = true;
  bool writeoff_required = false;
  bool scope_allowed = false;
  int order = 0;  // position in the campaign
};

enum class CloseBy : std::uint8_t { anyone, authority };

struct SeverityLevel {
  Word id;
  Title title;
  bool requires_interim = false;
  bool requires_emergency_plan = false;
  CloseBy close_by = CloseBy::anyone;
  std::string_view close_by_body;  // a department's id, where close_by names one
  std::optional<int> due_days;     // latest first due after found
};

struct Policy {
  std::vector<SeverityLevel> severities;  // mildest first; never empty once read
  int plan_days = 7;
  int answer_days = 7;
  bool separate_verifier = true;
  int due_soon_days = 7;
  int backdate_days = 14;
};

struct Campaign {
  FileId file = kNoFile;
  bool read = false;  // the file was there and could be decoded
  Word id;
  Title title;
  Word checklist;  // id of the checklist that records answer
  Body authority;
  std::vector<Body> departments;
  std::vector<NamedId> types;
  std::vector<NamedId> traits;
  std::vector<NamedId> areas;
  Day start;
  bool start_flawed = false;  // there, and reported
  std::vector<Milestone> milestones;
  bool milestones_flawed = false;  // likewise
  std::vector<Round> rounds;
  Policy policy;

  const Round* find_round(std::string_view id) const;
  const Body* find_department(std::string_view id) const;
  // The authority or a department.
  const Body* find_body(std::string_view id) const;
  // Index of a severity, mildest 0; -1 where there is none of that name.
  int severity_index(std::string_view id) const;
};

// Resolves the windows of every round from `start` and the milestones. A base that does not exist leaves
// Bound::known false; a null milestone leaves Bound::day empty.
void resolve_windows(Campaign& campaign);

}  // namespace hazcheck
