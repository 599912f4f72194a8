// A register described in plain values, and the Model built from it without any YAML: for tests of figures and views,
// which need many registers, cut ones and shuffled ones.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/model.hpp"
#include "status/timeline.hpp"

namespace hazcheck::test {

inline Date on(const std::string& text) { return *parse_date(text); }

struct EventSpec {
  EventKind kind{};
  Date date{};
  std::map<EventKey, std::string> words{};
  std::optional<Date> due{};
  std::vector<std::string> evidence{};
};

struct PlanSpec {
  Date made{};
  std::optional<Date> due{};
  std::string owner = "李四";
  std::string measures = "清空";
  std::optional<std::int64_t> amount = 0;
};

struct HazardSpec {
  std::string id = "H1";
  std::string item = "fire.exits";
  Date found{};
  std::optional<PlanSpec> plan{};
  std::vector<EventSpec> log{};
  std::string severity{};
};

struct FollowUpSpec {
  std::string hazard;
  FollowUpResult result{};
  std::map<EventKey, std::string> words{};
};

struct RecordSpec {
  std::string round = "self";
  std::string unit = "u1";
  Date date{};
  bool complete = true;
  std::vector<HazardSpec> hazards{};
  std::vector<FollowUpSpec> followups{};
  std::map<std::string, Answered> answers{};
  std::optional<std::vector<std::string>> scope{};
};

struct UnitSpec {
  std::string id, type, area;
  std::optional<Date> valid_from{}, valid_to{};
};

// Rounds: self (by the unit, plans required), bureau (by the authority), joint (plans optional, may be pending).
// Sections: fire (exits, signs; supervised by `brigade`), food (law, store; for primary schools only), old (elsewhere).
struct RegisterSpec {
  std::vector<UnitSpec> units{{"u1", "junior", "east"}, {"u2", "primary", "west"}, {"u3", "junior", "west"}};
  std::vector<RecordSpec> records{};
  std::optional<Date> resumption = Date{18379};  // 2020-04-27
};

// Not to be moved: the timelines point into the model.
struct Built {
  Model model;
  Timelines timelines;
};

class RegisterBuilder {
 public:
  explicit RegisterBuilder(const RegisterSpec& spec) : spec_(spec), built_(std::make_unique<Built>()) {
    model().arenas.push_back(std::make_unique<Arena>());
  }

  std::unique_ptr<Built> build() && {
    campaign();
    roster();
    checklist();
    model().records.reserve(spec_.records.size());
    for (const RecordSpec& r : spec_.records) model().records.push_back(record(r));
    index_hazards(model());
    built_->timelines = timelines_of(model());
    return std::move(built_);
  }

 private:
  static constexpr Mark kHere{1, 2};
  Model& model() { return built_->model; }
  Arena& arena() { return *model().arenas.front(); }
  std::string_view keep(std::string_view text) { return arena().copy(text); }
  Word word(std::string_view text) { return text.empty() ? Word{} : Word{keep(text), kHere}; }
  Title title(std::string_view zh, std::string_view en) { return {keep(zh), keep(en), kHere}; }
  static Day day(const std::optional<Date>& date) { return date ? Day{*date, kHere} : Day{}; }

  template <class T>
  List<T> list(const std::vector<T>& items) {
    return arena().copy(items);
  }

  List<Word> words(const std::vector<std::string>& texts) {
    std::vector<Word> out;
    for (const std::string& t : texts) out.push_back(word(t));
    return list(out);
  }

  template <class Key>
  Texts<Key> texts(const std::map<Key, std::string>& from) {
    std::vector<typename Texts<Key>::Given> out;
    for (const auto& [key, text] : from)
      if (!text.empty()) out.push_back({key, word(text)});
    return {list(out), 0};
  }

  Round round(std::string_view id, RoundBy by, std::optional<Date> from, std::optional<Date> to) {
    Round r;
    r.id = word(id);
    r.title = title(std::string(id) + "轮", std::string(id) + " round");
    r.by = {by, kHere};
    r.from.at = r.to.at = kHere;
    r.from.day = from;
    r.to.day = to;
    r.order = static_cast<int>(model().campaign.rounds.size());
    return r;
  }

  void campaign() {
    Campaign& c = model().campaign;
    c.read = true;
    c.id = word("test");
    c.title = title("示例", "Test");
    c.checklist = word("list");
    c.authority.id = word("bureau");
    c.authority.title = title("教育局", "Bureau");
    for (const char* id : {"brigade", "health"}) {
      Body body;
      body.id = word(id);
      body.title = title(std::string(id) + "队", std::string("The ") + id);
      c.departments.push_back(std::move(body));
    }
    c.types.push_back({word("primary"), title("小学", "Primary")});
    c.types.push_back({word("junior"), title("初中", "Junior")});
    c.start = day(on("2020-03-30"));
    c.rounds.push_back(round("self", RoundBy::unit, on("2020-03-30"), on("2020-04-10")));
    c.rounds.push_back(round("bureau", RoundBy::authority, on("2020-04-13"), spec_.resumption));
    c.rounds.back().writeoff_required = true;
    c.rounds.push_back(round("joint", RoundBy::joint, spec_.resumption,
                             spec_.resumption ? std::optional(*spec_.resumption + 13) : std::nullopt));
    c.rounds.back().plan_required = false;
    c.rounds.back().scope_allowed = true;
    for (const char* id : {"general", "major"}) {
      SeverityLevel level;
      level.id = word(id);
      level.title = title(id == std::string("general") ? "一般" : "重大", id);
      c.policy.severities.push_back(level);
    }
  }

  void roster() {
    Roster& roster = model().roster;
    roster.read = true;
    for (const UnitSpec& u : spec_.units) {
      Unit unit;
      unit.id = word(u.id);
      unit.title = title("学校" + u.id, "School " + u.id);
      unit.type = word(u.type);
      unit.area = word(u.area);
      unit.valid_from = day(u.valid_from);
      unit.valid_to = day(u.valid_to);
      roster.units.push_back(std::move(unit));
    }
    for (std::size_t i = 0; i < roster.units.size(); ++i) roster.index.try_emplace(roster.units[i].id.value, i);
  }

  void checklist() {
    Checklist& c = model().checklists.emplace_back();
    c.id = word("list");
    c.version = {1, kHere};
    const auto section = [&](std::string_view id, std::string_view department,
                             std::initializer_list<const char*> items) {
      Section s;
      s.id = word(id);
      s.title = title(std::string(id) + "领域", std::string("Area ") + std::string(id));
      s.department = word(department);
      s.covered_elsewhere = id == "old";
      s.first_item = static_cast<std::uint32_t>(c.items.size());
      s.item_count = static_cast<std::uint32_t>(items.size());
      for (const char* name : items) {
        Item item;
        item.id = word(std::string(id) + "." + name);
        item.text = title(std::string(name) + "项", std::string("Item ") + name);
        item.evidence = {Evidence::check};
        item.section = static_cast<std::uint32_t>(c.sections.size());
        if (id == "food") item.applies.types.push_back(word("primary"));
        if (item.id.value == "fire.signs") item.severity = word("major");
        c.items.push_back(std::move(item));
      }
      c.sections.push_back(std::move(s));
    };
    section("fire", "brigade", {"exits", "signs"});
    section("food", "", {"law", "store"});
    section("old", "", {"one"});
    for (std::uint32_t i = 0; i < c.items.size(); ++i) c.item_index.try_emplace(c.items[i].id.value, i);
    for (std::uint32_t i = 0; i < c.sections.size(); ++i) c.section_index.try_emplace(c.sections[i].id.value, i);
  }

  Hazard hazard(const HazardSpec& spec) {
    const Checklist& c = model().checklists.front();
    Hazard h;
    h.at = kHere;
    h.id = word(spec.id);
    h.item_id = word(spec.item);
    h.item = c.find_item(spec.item);
    h.section = h.item != kNoIndex ? c.items[h.item].section : c.find_section(spec.item);
    h.found = day(spec.found);
    h.texts = texts<HazardKey>({{HazardKey::severity, spec.severity}, {HazardKey::description, "描述 " + spec.id}});
    if (spec.plan) {
      h.plan.at = kHere;
      h.plan.made = day(spec.plan->made);
      h.plan.due = day(spec.plan->due);
      if (spec.plan->amount) h.plan.amount = {*spec.plan->amount, kHere};
      h.plan.texts = texts<PlanKey>({{PlanKey::measures, spec.plan->measures},
                                     {PlanKey::source, "公用经费"},
                                     {PlanKey::owner, spec.plan->owner}});
    }
    std::vector<Event> log;
    for (const EventSpec& e : spec.log) {
      Event event;
      event.kind = {e.kind, kHere};
      event.date = day(e.date);
      event.evidence = words(e.evidence);
      std::map<EventKey, std::string> words_of = e.words;
      if (e.due) words_of[EventKey::due] = to_string(*e.due);
      event.texts = texts(words_of);
      event.at = kHere;
      log.push_back(event);
    }
    h.log = list(log);
    return h;
  }

  Record record(const RecordSpec& spec) {
    Record r;
    r.round_id = word(spec.round);
    r.unit_id = word(spec.unit);
    r.round = model().campaign.find_round(spec.round);
    r.unit = model().roster.find(spec.unit);
    r.checklist = &model().checklists.front();
    r.date = day(spec.date);
    r.complete = spec.complete;
    r.has_scope = spec.scope.has_value();
    if (spec.scope) r.scope = words(*spec.scope);
    std::vector<Answer> answers;
    for (const auto& [item, outcome] : spec.answers)
      answers.push_back({r.checklist->find_item(item), outcome, true, kHere});
    r.answers = list(answers);
    std::vector<Hazard> hazards;
    for (const HazardSpec& h : spec.hazards) hazards.push_back(hazard(h));
    r.hazards = list(hazards);
    std::vector<FollowUp> followups;
    for (const FollowUpSpec& f : spec.followups) {
      FollowUp followup;
      followup.hazard = word(f.hazard);
      followup.result = {f.result, kHere};
      followup.texts = texts(f.words);
      followup.at = kHere;
      followups.push_back(followup);
    }
    r.followups = list(followups);
    return r;
  }

  const RegisterSpec& spec_;
  std::unique_ptr<Built> built_;
};

inline std::unique_ptr<Built> build(const RegisterSpec& spec) { return RegisterBuilder(spec).build(); }

// Shorthands.
inline EventSpec event(EventKind kind, const std::string& date, std::map<EventKey, std::string> words = {},
                       std::optional<Date> due = std::nullopt) {
  words.try_emplace(EventKey::by, "赵敏");
  return {kind, on(date), std::move(words), due};
}

// The record of u1's self-inspection with one hazard found on 2020-04-07, planned the day after and due on 2020-04-20.
inline RegisterSpec one_hazard(std::vector<EventSpec> log = {}) {
  RegisterSpec spec;
  HazardSpec hazard;
  hazard.found = on("2020-04-07");
  hazard.plan = PlanSpec{on("2020-04-08"), on("2020-04-20")};
  hazard.log = std::move(log);
  spec.records.push_back({.date = on("2020-04-07"), .hazards = {hazard}});
  return spec;
}

}  // namespace hazcheck::test
