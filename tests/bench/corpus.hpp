// What the parts of bench-corpus share: the campaign, the units, the hazards while they are being invented.
// Self-contained on purpose: the generator must not share code with the program that reads what it writes.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "random.hpp"

namespace bench {

// Days are counted from 1970-01-01.
std::string iso(int day);
inline constexpr int kStart = 18351;       // 2020-03-30
inline constexpr int kResumption = 18379;  // 2020-04-27
inline constexpr int kToday = 18443;       // 2020-06-30: nothing recorded is later

// Appends its parts. A class only because braces, unlike a call, fix the order in which random parts are
// drawn: the same bytes from every compiler depend on it. No expression here draws twice without an order.
struct Put {
  template <class... Parts>
  explicit Put(std::string& out, const Parts&... parts) {
    (out.append(std::string_view(parts)), ...);
  }
};

// ---- the checklist (corpus_checklist.cpp) ----
enum class Evidence : std::uint8_t {
  check,
  at_least,      // percent, min: bound
  at_most,       // percent, max: bound
  count,         // min: bound
  per_students,  // min: 1 per `bound` students
  recent,        // date within `bound` days
  expiry,        // date not before the inspection
  past,          // date not after the inspection
  people,        // min: bound
  match,
  text,
  check_recent,  // [check, date], the date within `bound` days
  recent_people  // [date, people], the date within `bound` days and two people
};

enum Trait : unsigned { canteen = 1, school_bus = 2, boarding = 4, chem_lab = 8 };
enum class Subjects : std::uint8_t { none, vehicle, building };

struct Item {
  std::string_view id;  // starts with its section's id and a dot
  std::string_view text;
  Evidence evidence = Evidence::check;
  int bound = 0;
  unsigned traits = 0;  // all of these
  unsigned types = 0;   // any of these (bit n: kTypes[n]); 0: all
  bool major = false;
  Subjects each = Subjects::none;
};

struct Section {
  std::string_view id;
  std::string_view title;
  std::string_view department;  // may be empty
  std::string_view elsewhere;   // reason, empty where the section is asked
  std::span<const Item> items;
  std::array<std::string_view, 6> defects;
  std::array<std::string_view, 4> measures;
};

struct Titled {
  std::string_view id, zh, en;
};
inline constexpr std::array<Titled, 8> kTypes{{{"kindergarten", "幼儿园", "Kindergarten"},
                                               {"primary", "小学", "Primary"},
                                               {"junior", "初级中学", "Junior secondary"},
                                               {"senior", "高级中学", "Senior secondary"},
                                               {"complete", "中学", "Complete secondary"},
                                               {"nine-year", "九年一贯制学校", "Nine-year school"},
                                               {"vocational", "职业学校", "Vocational school"},
                                               {"special", "特殊教育学校", "Special school"}}};

std::span<const Section> sections();
std::string checklist_yaml();

// ---- the campaign and its units (corpus_units.cpp) ----
enum class By : std::uint8_t { unit, authority, joint };

struct Round {
  std::string id;
  By by = By::unit;
  int from = 0;
  int to = 0;
  bool writeoff = false;  // required
  bool scope = false;     // allowed
};

struct Unit {
  std::string id;
  std::string title;
  int type = 0;
  unsigned traits = 0;
  int students = 0;
  std::string_view area;
  std::array<std::string, 6> people;  // the first is the head and never owns or rectifies a hazard
  std::vector<std::string> vehicles;
  std::vector<std::string> buildings;

  const std::vector<std::string>& subjects(Subjects kind) const {
    return kind == Subjects::vehicle ? vehicles : buildings;
  }
};

// People of the authority; no unit has anybody of these names.
inline constexpr std::array<std::string_view, 8> kOfficials{"赵敏",   "钱进",   "孙立",   "欧阳雪",
                                                            "司马青", "上官清", "诸葛亦", "慕容岚"};
inline constexpr std::array<Titled, 6> kDepartments{{{"fire-brigade", "消防救援支队", "Fire brigade"},
                                                     {"traffic-police", "公安交警支队", "Traffic police"},
                                                     {"police", "公安分局", "Police"},
                                                     {"market-supervision", "市场监管局", "Market supervision"},
                                                     {"health", "卫生健康委", "Health commission"},
                                                     {"emergency-management", "应急管理局", "Emergency management"}}};

std::vector<Round> make_rounds(int count);
Unit make_unit(int number, std::uint64_t seed);
bool applies(const Item& item, const Unit& unit);
std::string campaign_yaml(const std::vector<Round>& rounds);
std::string roster_yaml(const std::vector<Unit>& units);

// ---- hazards (corpus_hazards.cpp) ----
struct Plan {
  int made = 0;
  int due = 0;
  std::string owner;
  std::string measures;
  int amount = 0;
  bool safeguards = false;  // interim and emergency_plan are there
};

enum class Status : std::uint8_t { unplanned, planned, rectified, closed, voided };
enum class Step : std::uint8_t {
  none,
  rectify,
  close,
  reject,
  reopen,
  defer,
  regrade,
  reassign,
  escalate,
  answer,
  supervise,
  make_void
};

struct Hazard {
  int round = 0;
  std::string id;
  const Section* section = nullptr;
  const Item* item = nullptr;  // null: on the section
  std::string subject;
  std::string location;
  std::string description;
  int found = 0;
  std::string_view severity;  // as written; empty: the item's
  bool strict = false;        // major at any time: closed for the authority
  bool has_plan = false;
  Plan plan;
  std::vector<std::string> log;  // finished lines, as flow mappings

  // Where the story stands, and what the hazard's own log says next.
  Status status = Status::unplanned;
  Step next = Step::none;
  int next_day = 0;
  int due = 0;
  std::string owner;
  std::string rectifier;
  bool waiting = false;  // escalated, not answered
  bool followed = false;
  unsigned done = 0;  // bits of the steps that happen at most once
};

// An item's failing subjects; an item without `each` has the one subject "".
using Failing = std::map<const Item*, std::set<std::string>>;

struct Record {
  int round = 0;
  int day = 0;
  std::set<const Section*> scope;  // empty: the whole
  std::vector<Hazard> hazards;
  std::vector<std::string> followups;  // finished lines
  Failing failing;
};

// The records of one unit, one a round, whose hazards and follow-ups fit together. `writeoffs` counts the
// numbers given so far in the whole workspace.
std::vector<Record> invent_records(const Unit& unit, const std::vector<Round>& rounds, Random& random, int& writeoffs);

// ---- records as text (corpus_records.cpp) ----
std::string record_yaml(const Record& record, const Unit& unit, const std::vector<Round>& rounds, Random& random);

// Free text as people type it: plain, or double-quoted; always quoted where YAML needs it.
enum class Place : std::uint8_t { block, flow };
std::string free_text(std::string_view text, Place place, Random& random);

}  // namespace bench
