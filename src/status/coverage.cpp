// Counts records and answers of rounds. Must not judge answers: their outcome is in the model.
#include "status/coverage.hpp"

#include <algorithm>

namespace hazcheck {
namespace {

struct Sheet {
  const Unit& unit;
  const Record* record;
  const Checklist* checklist;
};

void count_items(const Round& round, const Sheet& sheet, RoundCoverage& sum, std::vector<MissingItem>* missing) {
  const Checklist& checklist = *sheet.checklist;
  const std::vector<Answered> answers = sheet.record != nullptr
                                            ? answers_of(*sheet.record)
                                            : std::vector<Answered>(checklist.items.size(), Answered::none);
  for (const Section& section : checklist.sections) {
    if (section.covered_elsewhere) continue;
    const bool in_scope = sheet.record == nullptr || sheet.record->in_scope(section.id.value);
    for (std::uint32_t i = section.first_item; i < section.first_item + section.item_count; ++i) {
      if (!matches(checklist.items[i].applies, sheet.unit)) continue;
      const Answered answer = in_scope ? answers[i] : Answered::none;
      if (answer == Answered::na) continue;
      ++sum.items_applicable;
      if (answer == Answered::pass || answer == Answered::fail) ++sum.items_answered;
      else if (missing != nullptr && sheet.record != nullptr)
        missing->push_back({&round, &sheet.unit, &checklist, i, answer, !in_scope});
    }
  }
}

bool in_time(const Round& round, const Record* record) {
  return record != nullptr && record->complete && record->date.value <= *round.to.day;
}

RoundCoverage cover(const Model& model, const RecordIndex& records, const Round& round, Date as_of,
                    const Filter& filter, Missing* missing) {
  RoundCoverage sum;
  sum.round = &round;
  sum.pending = is_pending(round);
  const bool over = !sum.pending && *round.to.day < as_of;
  const bool begun = !sum.pending && *round.from.day <= as_of;
  const Checklist* current = model.current_checklist();
  for (const Unit& unit : model.roster.units) {
    if (!filter.takes_unit(unit) || !expected_in(round, unit, as_of)) continue;
    const Record* record = records.find(round, unit);
    const bool complete = record != nullptr && record->complete && !record->has_scope;
    ++sum.units_expected;
    sum.units_recorded += record != nullptr ? 1 : 0;
    sum.units_complete += complete ? 1 : 0;
    sum.late += over && !in_time(round, record) ? 1 : 0;
    if (missing != nullptr && begun && !complete) missing->units.push_back({&round, &unit, record});
    const Checklist* checklist = record != nullptr && record->checklist != nullptr ? record->checklist : current;
    if (checklist == nullptr) continue;
    const Record* answered = record != nullptr && record->checklist != nullptr ? record : nullptr;
    count_items(round, {unit, answered, checklist}, sum, missing != nullptr && begun ? &missing->items : nullptr);
  }
  return sum;
}

}  // namespace

RecordIndex::RecordIndex(const Model& model, Date as_of) {
  by_unit_.reserve(model.roster.units.size());
  for (const Record& r : model.records)
    if (r.sound && r.round != nullptr && r.unit != nullptr && r.date.value <= as_of) by_unit_[r.unit].push_back(&r);
}

const Record* RecordIndex::find(const Round& round, const Unit& unit) const {
  const auto it = by_unit_.find(&unit);
  if (it == by_unit_.end()) return nullptr;
  const auto at =
      std::find_if(it->second.begin(), it->second.end(), [&](const Record* r) { return r->round == &round; });
  return at == it->second.end() ? nullptr : *at;
}

std::vector<Answered> answers_of(const Record& record) {
  std::vector<Answered> answers(record.checklist != nullptr ? record.checklist->items.size() : 0, Answered::none);
  for (const Answer& a : record.answers)
    if (a.item < answers.size() && answers[a.item] == Answered::none) answers[a.item] = a.outcome;
  return answers;
}

bool is_pending(const Round& round) { return !round.from.day || !round.to.day; }

bool expected_in(const Round& round, const Unit& unit, Date as_of) {
  if (!matches(round.units, unit)) return false;
  const Date first = round.from.day ? *round.from.day : round.to.day ? std::min(*round.to.day, as_of) : as_of;
  const Date last = round.to.day ? *round.to.day : std::max(first, as_of);
  return (!unit.valid_from.present() || unit.valid_from.value <= last) &&
         (!unit.valid_to.present() || first <= unit.valid_to.value);
}

std::vector<RoundCoverage> coverage_of(const Model& model, Date as_of, const Filter& filter, Missing* missing) {
  const RecordIndex records(model, as_of);
  const std::vector<std::string>& wanted = filter.values(GroupKey::round);
  std::vector<RoundCoverage> rows;
  for (const Round& round : model.campaign.rounds)
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), round.id.value) != wanted.end())
      rows.push_back(cover(model, records, round, as_of, filter, missing));
  return rows;
}

}  // namespace hazcheck
