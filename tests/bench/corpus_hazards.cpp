// Invents the hazards of one unit and lets them live from round to round: plans, logs, follow-ups.
// Each step is only taken where the data model allows it, so nothing has to be repaired afterwards.
#include <algorithm>

#include "corpus.hpp"
#include "corpus_text.hpp"

namespace bench {
namespace {

constexpr unsigned bit(Step step) { return 1U << static_cast<unsigned>(step); }

class Story {
 public:
  Story(const Unit& unit, const std::vector<Round>& rounds, Random& random, int& writeoffs)
      : unit_(unit), rounds_(rounds), random_(random), writeoffs_(writeoffs) {}

  std::vector<Record> tell() {
    std::vector<Record> records(rounds_.size());
    for (std::size_t r = 0; r < records.size(); ++r) {
      Record& record = records[r];
      record.round = static_cast<int>(r);
      record.day = random_.between(rounds_[r].from, rounds_[r].to);
      if (rounds_[r].scope && random_.percent(4)) choose_scope(record);
      for (std::size_t earlier = 0; earlier < r; ++earlier) {
        for (Hazard& hazard : records[earlier].hazards) {
          advance(hazard, record.day);
          follow_up(hazard, record);
        }
      }
      find_hazards(record);
    }
    for (Record& record : records) {
      for (Hazard& hazard : record.hazards) advance(hazard, kToday);
    }
    return records;
  }

 private:
  const Round& round_of(const Hazard& hazard) const { return rounds_[static_cast<std::size_t>(hazard.round)]; }
  const Round& round_of(const Record& record) const { return rounds_[static_cast<std::size_t>(record.round)]; }

  // ---- finding ----
  void choose_scope(Record& record) {
    for (const Section& section : sections()) {
      if (section.elsewhere.empty() && (section.id == "fire" || random_.percent(40))) record.scope.insert(&section);
    }
  }

  bool in_scope(const Record& record, const Section* section) const {
    return record.scope.empty() || record.scope.contains(section);
  }

  void find_hazards(Record& record) {
    struct Asked {
      const Section* section;
      const Item* item;
    };
    std::vector<Asked> asked;
    for (const Section& section : sections()) {
      if (!section.elsewhere.empty() || !in_scope(record, &section)) continue;
      for (const Item& item : section.items) {
        if (applies(item, unit_)) asked.push_back({&section, &item});
      }
    }
    // 0 to 8 hazards, 3 on average
    constexpr int kHowMany[]{0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8};
    const std::set<const Item*> taken = [&] {
      std::set<const Item*> out;
      for (const auto& [item, subjects] : record.failing) out.insert(item);
      return out;
    }();
    for (int left = random_.pick(kHowMany); left > 0; --left) {
      const Asked& chosen = random_.pick(asked);
      if (taken.contains(chosen.item)) continue;
      Hazard hazard;
      hazard.round = record.round;
      hazard.id = "H" + std::to_string(record.hazards.size() + 1);
      hazard.section = chosen.section;
      if (!random_.percent(6)) {
        hazard.item = chosen.item;
        if (chosen.item->each != Subjects::none) hazard.subject = random_.pick(unit_.subjects(chosen.item->each));
        record.failing[hazard.item].insert(hazard.subject);
      }
      describe(hazard, record);
      make_plan(hazard);
      record.hazards.push_back(std::move(hazard));
    }
  }

  void describe(Hazard& hazard, const Record& record) {
    hazard.found = record.day;
    if (random_.percent(15)) hazard.found = std::max(round_of(record).from, record.day - random_.between(1, 3));
    if (random_.percent(70)) hazard.location = location(random_);
    hazard.description = defect(*hazard.section, hazard.location.empty(), random_);
    const bool major = hazard.item != nullptr && hazard.item->major;
    if (random_.percent(20)) hazard.severity = major ? "major" : "general";
    if (!major && random_.percent(4)) hazard.severity = "major";
    hazard.strict = hazard.severity.empty() ? major : hazard.severity == "major";
    hazard.next_day = hazard.found;
  }

  void make_plan(Hazard& hazard) {
    const bool spot = random_.percent(12);
    const int made = hazard.found + (spot ? 0 : random_.below(5));
    const bool recent = hazard.found >= kToday - 6;  // no plan is no warning yet
    if (made > kToday || (recent && random_.percent(60))) return;
    Plan& plan = hazard.plan;
    hazard.has_plan = true;
    hazard.plan.safeguards = hazard.strict || random_.percent(5);
    const int longest = hazard.found + (plan.safeguards ? 15 : 30);
    plan.made = made;
    plan.due = spot ? made : random_.between(made + 1, longest);
    plan.owner = staff({});
    plan.measures = measures(*hazard.section, random_);
    plan.amount = random_.percent(35) ? 0 : random_.between(1, 300) * 100;
    hazard.owner = plan.owner;
    hazard.due = plan.due;
    if (spot) {
      hazard.status = Status::planned;
      set_next(hazard, Step::rectify, made);
    } else {
      choose_next(hazard, made);
    }
  }

  // ---- people ----
  const std::string& staff(std::string_view except) {
    for (;;) {
      const std::string& name = unit_.people[static_cast<std::size_t>(random_.between(1, 5))];
      if (name != except) return name;
    }
  }
  std::string_view official() { return random_.pick(kOfficials); }

  // Who closes or rejects for the round's side; ", for: …" where the body is not the round's default.
  std::string verifier(const Hazard& hazard) {
    std::string out;
    if (round_of(hazard).by == By::unit && !hazard.strict) return unit_.people[0];
    Put{out, official()};
    if (round_of(hazard).by == By::joint && !hazard.strict && random_.percent(15)) {
      Put{out, ", for: ", random_.pick(kDepartments).id};
    } else if (round_of(hazard).by == By::unit || random_.percent(15)) {
      out += ", for: bureau";
    }
    return out;
  }

  std::string writeoff() {
    const std::string number = std::to_string(++writeoffs_);
    return ", writeoff: QP-2020-" + std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
  }

  // ---- the hazard's own log ----
  static void set_next(Hazard& hazard, Step step, int day) {
    hazard.next = step;
    hazard.next_day = day;
  }

  // Decides what the log says next, not before `from`.
  void choose_next(Hazard& hazard, int from) {
    switch (hazard.status) {
      case Status::unplanned:
      case Status::planned: {
        const int dice = random_.below(100);
        const Step step = dice < 6    ? Step::defer
                          : dice < 11 ? Step::regrade
                          : dice < 15 ? Step::reassign
                          : dice < 22 ? Step::escalate
                          : dice < 26 ? Step::supervise
                          : dice < 28 ? Step::make_void
                          : dice < 36 ? Step::none
                                      : Step::rectify;
        if (step == Step::none) return set_next(hazard, Step::none, 0);
        if (step == Step::rectify || (hazard.done & bit(step)) != 0) {
          return set_next(hazard, Step::rectify, from + random_.between(0, 18));
        }
        return set_next(hazard, step, from + random_.between(0, 5));
      }
      case Status::rectified:
        if (random_.percent(10)) return set_next(hazard, Step::none, 0);
        if (random_.percent(12)) return set_next(hazard, Step::reject, from + random_.below(7));
        return set_next(hazard, Step::close, from + random_.below(7));
      case Status::closed:
        if (random_.percent(4)) return set_next(hazard, Step::reopen, from + random_.between(1, 20));
        return set_next(hazard, Step::none, 0);
      case Status::voided: return set_next(hazard, Step::none, 0);
    }
  }

  void advance(Hazard& hazard, int until) {
    while (hazard.next != Step::none && hazard.next_day <= until) {
      const int day = hazard.next_day;
      if (hazard.has_plan && hazard.status == Status::unplanned) hazard.status = Status::planned;
      take(hazard, hazard.next, day);
      if (!hazard.waiting) choose_next(hazard, day);
    }
    if (hazard.has_plan && hazard.status == Status::unplanned && hazard.plan.made <= until) {
      hazard.status = Status::planned;
    }
  }

  void take(Hazard& hazard, Step step, int day) {
    const bool again = (hazard.done & bit(step)) != 0;
    hazard.done |= bit(step);
    std::string line;
    const auto start = [&](std::string_view event, std::string_view by) {
      Put{line, "{date: ", iso(day), ", event: ", event, ", by: ", by};
    };
    const auto because = [&](std::string_view key, Topic topic) {
      Put{line, ", ", key, ": ", free_text(remark(topic, random_), Place::flow, random_)};
    };
    switch (step) {
      case Step::none: return;
      case Step::rectify:
        hazard.rectifier = random_.percent(60) ? hazard.owner : staff({});
        hazard.status = Status::rectified;
        start("rectified", hazard.rectifier);
        if (random_.percent(75)) Put{line, ", evidence: [photos/", lower(hazard.id), again ? "-2" : "", ".jpg]"};
        if (random_.percent(85)) because("note", Topic::rectified);
        break;
      case Step::close:
        hazard.status = Status::closed;
        start("closed", verifier(hazard));
        if (round_of(hazard).writeoff || random_.percent(40)) line += writeoff();
        if (random_.percent(30)) because("note", Topic::closed);
        break;
      case Step::reject:
        hazard.status = Status::planned;
        start("rejected", verifier(hazard));
        because("reason", Topic::rejected);
        break;
      case Step::reopen:
        hazard.status = Status::planned;
        start("reopened", official());
        because("reason", Topic::recurred);
        if (random_.percent(50)) {
          hazard.due = day + random_.between(5, 20);
          Put{line, ", due: ", iso(hazard.due)};
        }
        break;
      case Step::defer:
        hazard.due += random_.between(5, 15);
        start("deferred", random_.percent(50) ? std::string_view(unit_.people[0]) : official());
        Put{line, ", due: ", iso(hazard.due)};
        because("reason", Topic::deferred);
        break;
      case Step::regrade:
        // Down from major, or up where the plan has what a major hazard needs; otherwise supervised instead.
        if (!hazard.strict && !hazard.plan.safeguards) {
          start("supervised", official());
          break;
        }
        start("regraded", official());
        Put{line, ", severity: ", hazard.strict ? "general" : "major"};
        because("reason", hazard.strict ? Topic::milder : Topic::graver);
        hazard.strict = true;
        break;
      case Step::reassign:
        hazard.owner = staff(hazard.owner);
        start("reassigned", unit_.people[0]);
        Put{line, ", owner: ", hazard.owner};
        because("reason", Topic::reassigned);
        break;
      case Step::escalate: {
        constexpr std::string_view kTargets[]{"authority",      "authority", "district", "fire-brigade",
                                              "traffic-police", "police",    "health",   "market-supervision"};
        start("escalated", unit_.people[0]);
        Put{line, ", to: ", random_.pick(kTargets)};
        because("reason", Topic::escalated);
        hazard.waiting = true;
        set_next(hazard, Step::answer, day + random_.between(1, 6));
        break;
      }
      case Step::answer:
        hazard.waiting = false;
        start("answered", official());
        if (random_.percent(30)) Put{line, ", department: ", random_.pick(kDepartments).id};
        because("note", Topic::answered);
        break;
      case Step::supervise: start("supervised", official()); break;
      case Step::make_void:
        // A hazard that a later inspection spoke of is no mistake, and the first of a record may be
        // duplicated.
        if (hazard.followed) {
          start("supervised", official());
          break;
        }
        hazard.status = Status::voided;
        start("voided", official());
        because("reason", Topic::voided);
        if (hazard.id != "H1" && random_.percent(50)) {
          Put{line, ", duplicate_of: ", round_of(hazard).id, "/", unit_.id, "/H1"};
        }
        break;
    }
    hazard.log.push_back(line + "}");
  }

  // ---- what a later inspection says ----
  void follow_up(Hazard& hazard, Record& record) {
    if (hazard.status == Status::voided || !in_scope(record, hazard.section)) return;
    const bool unit_round = round_of(record).by == By::unit;
    std::string_view result = "still-open";
    const int dice = random_.below(100);
    if (hazard.status == Status::closed) {
      if (dice >= 12 || unit_round) return;
      result = dice < 5 ? "recurred" : "closed";
    } else if (!hazard.waiting && !(unit_round && hazard.strict)) {
      if (hazard.status == Status::rectified && dice < 65) result = "closed";
      if (hazard.status == Status::planned && dice < 25) result = "closed";
    }
    std::string line;
    Put{line,
        "{hazard: ",
        round_of(hazard).id,
        "/",
        unit_.id,
        "/",
        hazard.id,
        ", result: ",
        result,
        ", by: ",
        unit_round ? std::string_view(unit_.people[0]) : official()};
    if (result == "closed") {
      line += writeoff();
      if (random_.percent(30)) Put{line, ", note: ", free_text(remark(Topic::closed, random_), Place::flow, random_)};
      if (hazard.status != Status::closed) moved(hazard, Status::closed, record.day);
    } else {
      const bool recurred = result == "recurred";
      const bool needed = recurred || hazard.status == Status::rectified;
      if (needed || random_.percent(40)) {
        Put{line, needed ? ", reason: " : ", note: ",
            free_text(remark(recurred ? Topic::recurred : Topic::rejected, random_), Place::flow, random_)};
      }
      if (needed) moved(hazard, Status::planned, record.day);
      if (hazard.item != nullptr) record.failing[hazard.item].insert(hazard.subject);
    }
    record.followups.push_back(line + "}");
    hazard.followed = true;
  }

  // A follow-up changed the status: the log goes on from there, on a later day.
  void moved(Hazard& hazard, Status status, int day) {
    hazard.status = status;
    choose_next(hazard, day + 1);
  }

  static std::string lower(std::string text) {
    if (!text.empty() && text[0] == 'H') text[0] = 'h';
    return text;
  }

  const Unit& unit_;
  const std::vector<Round>& rounds_;
  Random& random_;
  int& writeoffs_;
};

}  // namespace

std::vector<Record> invent_records(const Unit& unit, const std::vector<Round>& rounds, Random& random, int& writeoffs) {
  return Story(unit, rounds, random, writeoffs).tell();
}

}  // namespace bench
