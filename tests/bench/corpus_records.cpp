// Writes a record as people type it: block style, one-line flow mappings for log entries, comments now and
// then. It decides values and wording only; which answers fail is settled before (corpus_hazards.cpp).
#include "corpus_text.hpp"

namespace bench {
namespace {

class Writer {
 public:
  Writer(const Record& record, const Unit& unit, const std::vector<Round>& rounds, Random& random)
      : record_(record),
        unit_(unit),
        round_(rounds[static_cast<std::size_t>(record.round)]),
        random_(random),
        chinese_(random.percent(20)),
        draft_(record.round + 1 == static_cast<int>(rounds.size()) && random.percent(2)) {
    out_.reserve(8192);
  }

  std::string write() {
    head();
    answers();
    if (!record_.hazards.empty()) out_ += "hazards:\n";
    for (const Hazard& hazard : record_.hazards) write_hazard(hazard);
    if (!record_.followups.empty()) out_ += "followups:\n";
    for (const std::string& line : record_.followups) Put{out_, "  - ", line, "\n"};
    return std::move(out_);
  }

 private:
  void head() {
    if (random_.percent(10)) Put{out_, "# ", unit_.title, "，", comment(random_), "\n"};
    Put{out_, "hazcheck: record/1\nround: ", round_.id, "\nunit: ", unit_.id, "\nchecklist: bench/1\n"};
    Put{out_, "date: ", iso(record_.day), "\nstate: ", draft_ ? "draft" : "complete", trailing(4), "\n"};
    if (!record_.scope.empty()) {
      std::string list;
      for (const Section& section : sections()) {
        if (record_.scope.contains(&section)) Put{list, list.empty() ? "" : ", ", section.id};
      }
      Put{out_, "scope: [", list, "]\n"};
    }
    Put{out_, "inspectors: ["};
    const int first = random_.below(5);
    for (int i = 0, n = random_.between(1, 3); i < n; ++i) {
      const auto at = static_cast<std::size_t>(first) + static_cast<std::size_t>(i);
      const bool own = round_.by == By::unit;
      Put{out_, i == 0 ? "" : ", "};
      out_ += own ? std::string_view(unit_.people[at % unit_.people.size()]) : kOfficials[at % kOfficials.size()];
    }
    out_ += "]\n";
    if (round_.by == By::joint) {
      const std::string_view department = kDepartments[static_cast<std::size_t>(first)].id;
      Put{out_, "departments: [", department, ", ", kDepartments.back().id, "]\n"};
    }
  }

  // ---- answers ----
  void answers() {
    out_ += "answers:\n";
    const int style = random_.below(100);
    const bool headings = style < 45;
    const bool texts = style < 22;  // as `hazcheck new` wrote them
    for (const Section& section : sections()) {
      if (!section.elsewhere.empty() || (!record_.scope.empty() && !record_.scope.contains(&section))) continue;
      bool first = true;
      for (const Item& item : section.items) {
        if (!applies(item, unit_)) continue;
        if (first && headings) Put{out_, "  # ", section.title, "\n"};
        first = false;
        const auto failing = record_.failing.find(&item);
        const bool fails = failing != record_.failing.end();
        if (draft_ && !fails && random_.percent(6)) continue;
        if (texts) Put{out_, "  # ", item.text, "\n"};
        Put{out_, "  ", item.id, ": "};
        if (item.each != Subjects::none) {
          each(item, fails ? &failing->second : nullptr);
        } else {
          out_ += answer(item, fails);
        }
        Put{out_, item.evidence == Evidence::text ? "" : trailing(2), "\n"};
      }
    }
  }

  void each(const Item& item, const std::set<std::string>* failing) {
    out_ += "{each: {";
    bool first = true;
    for (const std::string& subject : unit_.subjects(item.each)) {
      const bool fails = failing != nullptr && failing->contains(subject);
      Put{out_, first ? "" : ", ", subject, ": ", fails ? failing_value(item) : passing_value(item)};
      first = false;
    }
    out_ += "}}";
  }

  std::string answer(const Item& item, bool fails) {
    if (fails) return failing_value(item);
    const int dice = random_.below(100);
    if (dice < 2) return "{result: " + word("na", "不适用") + ", reason: " + phrase(Topic::not_applicable) + "}";
    if (dice < 4) return "{result: " + word("unchecked", "未查") + ", reason: " + phrase(Topic::unchecked) + "}";
    return passing_value(item);
  }

  std::string passing_value(const Item& item) {
    std::string out;
    switch (item.evidence) {
      case Evidence::check:
        if (item.each == Subjects::none && random_.percent(4)) {
          return "{result: " + pass() + ", note: " + phrase(Topic::passing) + "}";
        }
        return pass();
      case Evidence::at_least: return percent(random_.between(item.bound, 100));
      case Evidence::at_most: return percent(random_.between(0, item.bound));
      case Evidence::count: return number(item.bound + random_.below(4));
      case Evidence::per_students: return number(needed(item) + random_.below(3));
      case Evidence::recent: return iso(record_.day - random_.below(item.bound));
      case Evidence::expiry: return iso(record_.day + random_.below(400));
      case Evidence::past: return iso(record_.day - random_.below(700));
      case Evidence::people: return people(item.bound + random_.below(2));
      case Evidence::match: {
        const std::string name = person();
        return "{actual: " + name + ", registered: " + name + "}";
      }
      case Evidence::text: return free_text(answer_text(random_), Place::block, random_);
      case Evidence::check_recent: {
        Put{out, "{check: ", pass(), ", date: ", iso(record_.day - random_.below(item.bound))};
        if (random_.percent(10)) out += ", note: " + phrase(Topic::passing);
        return out + "}";
      }
      case Evidence::recent_people:
        Put{out, "{date: ", iso(record_.day - random_.below(item.bound)), ", people: ", people(2), "}"};
        return out;
    }
    return pass();
  }

  // Either a value that misses what is expected, or the bare word.
  std::string failing_value(const Item& item) {
    if (random_.percent(25)) return fail();
    switch (item.evidence) {
      case Evidence::check:
        if (item.each == Subjects::none && random_.percent(15)) {
          return "{result: " + fail() + ", note: " + phrase(Topic::failing) + "}";
        }
        return fail();
      case Evidence::at_least: return percent(random_.between(item.bound / 2, item.bound - 1));
      case Evidence::at_most: return percent(item.bound + random_.between(1, 20));
      case Evidence::count: return number(random_.below(item.bound));
      case Evidence::per_students: return number(random_.below(needed(item)));
      case Evidence::recent: return iso(record_.day - item.bound - random_.between(1, 90));
      case Evidence::expiry: return iso(record_.day - random_.between(1, 90));
      case Evidence::people: return item.bound < 2 ? fail() : people(item.bound - 1);
      case Evidence::check_recent:
        return "{check: " + fail() + ", date: " + iso(record_.day - random_.below(item.bound)) + "}";
      case Evidence::recent_people: return "{date: " + iso(record_.day - 1) + ", people: " + people(1) + "}";
      case Evidence::past:
      case Evidence::match:
      case Evidence::text: return fail();
    }
    return fail();
  }

  int needed(const Item& item) const { return (unit_.students + item.bound - 1) / item.bound; }

  // 96, 96% or 24/25: the same value, as different people write it
  std::string percent(int value) {
    const int dice = random_.below(10);
    if (dice < 2 && value % 4 == 0) return number(value / 4) + "/25";
    if (dice < 4 && value % 2 == 0) return number(value / 2) + "/50";
    return number(value) + (dice < 7 ? "%" : "");
  }

  std::string people(int count) {
    std::string out = "[";
    const int first = random_.below(6);
    for (int i = 0; i < count; ++i) {
      Put{out, i == 0 ? "" : ", ", unit_.people[static_cast<std::size_t>(first + i) % unit_.people.size()]};
    }
    return out + "]";
  }

  std::string person() { return random_.pick(unit_.people); }
  static std::string number(int value) { return std::to_string(value); }
  std::string word(std::string_view id, std::string_view zh) const { return std::string(chinese_ ? zh : id); }
  std::string pass() const { return word("pass", "合格"); }
  std::string fail() const { return word("fail", "不合格"); }
  std::string phrase(Topic topic) { return free_text(remark(topic, random_), Place::flow, random_); }

  std::string trailing(int chance) {
    if (!random_.percent(chance)) return {};
    return "  # " + comment(random_);
  }

  // ---- hazards ----
  void write_hazard(const Hazard& hazard) {
    Put{out_, "  - id: ", hazard.id, trailing(3), "\n"};
    Put{out_, "    item: ", hazard.item ? hazard.item->id : hazard.section->id, "\n"};
    if (!hazard.subject.empty()) Put{out_, "    subject: ", hazard.subject, "\n"};
    if (!hazard.location.empty()) Put{out_, "    location: ", free_text(hazard.location, Place::block, random_), "\n"};
    if (hazard.found != record_.day || random_.percent(40)) Put{out_, "    found: ", iso(hazard.found), "\n"};
    if (!hazard.severity.empty()) Put{out_, "    severity: ", hazard.severity, "\n"};
    text("    ", "description", hazard.description);
    if (hazard.has_plan) write_plan(hazard);
    if (!hazard.log.empty()) out_ += "    log:\n";
    for (const std::string& line : hazard.log) Put{out_, "      - ", line, "\n"};
  }

  void write_plan(const Hazard& hazard) {
    const Plan& plan = hazard.plan;
    out_ += "    plan:\n";
    if (plan.made != hazard.found || random_.percent(70)) Put{out_, "      made: ", iso(plan.made), "\n"};
    text("      ", "measures", plan.measures);
    Put{out_, "      due: ", iso(plan.due), trailing(3), "\n      funding: {amount: ", std::to_string(plan.amount)};
    if (plan.amount > 0) Put{out_, ", source: ", free_text(funding_source(random_), Place::flow, random_)};
    Put{out_, "}\n      owner: ", plan.owner, "\n"};
    if (!plan.safeguards) return;
    text("      ", "interim", interim(random_));
    text("      ", "emergency_plan", emergency_plan(random_));
  }

  // A block value: on the key's line, or as a literal block where it has several lines.
  void text(std::string_view indent, std::string_view key, const std::string& value) {
    if (value.find('\n') == value.npos) {
      Put{out_, indent, key, ": ", free_text(value, Place::block, random_), "\n"};
      return;
    }
    Put{out_, indent, key, ": |\n"};
    for (std::size_t from = 0; from < value.size();) {
      const std::size_t end = std::min(value.find('\n', from), value.size());
      Put{out_, indent, "  ", std::string_view(value).substr(from, end - from), "\n"};
      from = end + 1;
    }
  }

  const Record& record_;
  const Unit& unit_;
  const Round& round_;
  Random& random_;
  bool chinese_;  // results in Chinese words
  bool draft_;
  std::string out_;
};

}  // namespace

std::string record_yaml(const Record& record, const Unit& unit, const std::vector<Round>& rounds, Random& random) {
  return Writer(record, unit, rounds, random).write();
}

}  // namespace bench
