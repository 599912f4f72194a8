// The one implementation of "does this answer pass". Must not look at anything but its arguments.
#include "model/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_set>

#include "base/text.hpp"

namespace hazcheck {
namespace {

std::size_t distinct(List<Word> names) {
  constexpr std::size_t kFew = 16;
  if (names.size() > kFew) {
    std::unordered_set<std::string> folded;
    for (const Word& w : names) folded.insert(folded_name(w.value));
    return folded.size();
  }
  std::size_t n = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool seen = std::any_of(names.begin(), names.begin() + static_cast<long>(i),
                                  [&](const Word& w) { return same_name(w.value, names[i].value); });
    if (!seen) ++n;
  }
  return n;
}

}  // namespace

std::optional<double> expected_minimum(const Expect& expect, const Unit* unit) {
  if (!expect.min) return std::nullopt;
  if (!expect.per) return expect.min;
  if (unit == nullptr || !unit->students) return std::nullopt;
  const long groups = *unit->students / *expect.per + (*unit->students % *expect.per != 0 ? 1 : 0);
  return *expect.min * static_cast<double>(groups);
}

bool meets(const EvidenceValue& value, const Expect& expect, const Unit* unit, Date inspection) {
  switch (value.kind) {
    case Evidence::check: return value.check == Answered::pass;
    case Evidence::percent:
    case Evidence::count: {
      const std::optional<double> least = expected_minimum(expect, unit);
      return (!least || value.number >= *least - 1e-9) && (!expect.max || value.number <= *expect.max + 1e-9);
    }
    case Evidence::date:
      return (!expect.not_before_inspection || value.date >= inspection) &&
             (!expect.not_after_inspection || value.date <= inspection) &&
             (!expect.within_days || inspection - value.date <= *expect.within_days);
    case Evidence::people: return static_cast<double>(distinct(value.names)) >= expect.min.value_or(1);
    case Evidence::match: return same_name(value.text, value.registered);  // equal is all that can be asked
    case Evidence::text: break;
  }
  return true;
}

const EvidenceValue* failing_value(const Reply& reply, const Item& item, const Unit* unit, Date inspection) {
  for (const EvidenceValue& v : reply.values) {
    const bool check = v.kind == Evidence::check;
    if (check ? v.check != Answered::fail : v.check != Answered::none) continue;
    if (!meets(v, item.expect[static_cast<std::size_t>(v.kind)], unit, inspection)) return &v;
  }
  return nullptr;
}

Answered outcome_of(const Reply& reply, const Item& item, const Unit* unit, Date inspection) {
  const Answered said = reply.result.value;
  if (said == Answered::fail || said == Answered::na || said == Answered::unchecked) return said;
  Answered softer = Answered::none;
  for (const EvidenceValue& v : reply.values) {
    if (v.check == Answered::na || v.check == Answered::unchecked) {
      softer = v.check;
      continue;
    }
    if (v.check == Answered::fail || !meets(v, item.expect[static_cast<std::size_t>(v.kind)], unit, inspection))
      return Answered::fail;
  }
  if (softer != Answered::none) return softer;
  return reply.values.empty() ? said : Answered::pass;
}

Answered outcome_of(const AnswerDetail& answer) {
  if (!answer.uses_each) return answer.reply.outcome;
  const auto any = [&](Answered wanted) {
    return std::any_of(answer.each.begin(), answer.each.end(), [&](const Reply& r) { return r.outcome == wanted; });
  };
  for (Answered a : {Answered::fail, Answered::unchecked, Answered::pass, Answered::na})
    if (any(a)) return a;
  return answer.reply.outcome;
}

}  // namespace hazcheck
