// Closing: who verifies, for which body, and under which write-off number; in the hazard's own log and by a
// later inspection alike. Must not ask whether the hazard was ready to be closed.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "rules/loop.hpp"
#include "rules/standing.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

// One closing, wherever it was written.
struct Closing {
  std::string_view hazard;  // as its writer names it
  const Record& record;     // in which the closing stands
  const Record& home;       // in which the hazard stands
  Mark at;                  // the word "closed"
  Word by;
  Word acting_for;
  Word writeoff;
  Word owner;              // at that time
  const Event* rectified;  // the rectification it confirms; null where the closing counts as one
  int severity;            // at that time; -1: unknown
  FileId roster;
};

template <class Judge>
void each_closing_in_log(const RecordContext& c, Judge&& judge) {
  for (const Hazard& h : c.record.hazards)
    walk_log(c.model.campaign, c.record, h, [&](const Event& e, const Standing& now) {
      if (e.kind.value != EventKind::closed) return;
      judge(Closing{h.id.value, c.record, c.record, e.kind.at, e.get(EventKey::by), e.get(EventKey::acting_for),
                    e.get(EventKey::writeoff), now.owner, now.rectified, now.severity, c.model.roster.file});
    });
}

// Follow-ups that close; one on a closed hazard only confirms.
template <class Judge>
void each_closing_followup(const RegisterContext& c, Judge&& judge) {
  c.timelines.each_followup([&](const Timeline& t, const Step& step) {
    if (!step.closes) return;
    const Record& home = c.model.record_of(t.ref);
    const Hazard& h = c.model.hazard_of(t.ref);
    const FollowUp& f = *step.followup();
    const Standing now = standing_on(c.model.campaign, home, h, step.date);
    judge(Closing{f.hazard.value, c.model.records[record_of(t, step)], home, f.result.at, f.get(EventKey::by),
                  f.get(EventKey::acting_for), f.get(EventKey::writeoff), now.owner,
                  step.rectifies ? nullptr : now.rectified, now.severity, c.model.roster.file});
  });
}

// The body that the closer acts for; empty where that cannot be told, or is reported (HZ206).
std::string_view body_of(const Campaign& campaign, const Closing& x) {
  const std::string_view named = x.acting_for.value;
  if (x.acting_for.present())
    return named == x.home.unit_id.value || campaign.find_body(named) != nullptr ? named : std::string_view();
  if (x.record.round == nullptr) return {};
  return x.record.round->by.value == RoundBy::unit ? x.home.unit_id.value : campaign.authority.id.value;
}

bool is_owner(const Closing& x) { return x.owner.present() && same_name(x.by.value, x.owner.value); }
bool is_rectifier(const Closing& x) {
  if (x.rectified == nullptr) return false;
  const Word rectifier = x.rectified->get(EventKey::by);
  return rectifier.present() && same_name(x.by.value, rectifier.value);
}

// The body that the severity wants; empty where anybody may close.
std::string_view wanted_body(const Campaign& campaign, const Closing& x) {
  if (x.severity < 0) return {};
  const SeverityLevel& level = campaign.policy.severities[static_cast<std::size_t>(x.severity)];
  if (level.close_by == CloseBy::anyone) return {};
  return level.close_by_body.empty() ? campaign.authority.id.value : level.close_by_body;
}

Text help_somebody_else() {
  return say("somebody else has to look and close it; 'separate_verifier' is on",
             "应由他人验收销项（已启用 separate_verifier）");
}

void judge_verifier(const Closing& x, Emit& emit) {
  if (!x.by.present()) return;
  if (is_owner(x)) {
    emit(Span{x.record.file, x.by.at},
         say("'{0}' is closed by '{1}', the owner of its plan", "隐患 '{0}' 由责任人 '{1}' 自己销项", shown(x.hazard),
             shown(x.by.value)),
         help_somebody_else())
        .notes.push_back({{x.home.file, x.owner.at}, say("the owner", "责任人"), {}});
    return;
  }
  if (is_rectifier(x))
    emit(Span{x.record.file, x.by.at},
         say("'{0}' is closed by '{1}', who rectified it", "隐患 '{0}' 由整改人 '{1}' 自己销项", shown(x.hazard),
             shown(x.by.value)),
         help_somebody_else())
        .notes.push_back(
            {{x.home.file, x.rectified->get(EventKey::by).at}, say("rectified by the same person", "整改人"), {}});
}

// "示例教育局（bureau）".
std::string titled_zh(const Title& title, std::string_view id) {
  const std::string_view name = title.in(Lang::zh);
  return name.empty() || name == id ? fmt::format(" '{}' ", id) : fmt::format("{}（{}）", shown(name), id);
}
std::string body_zh(const Campaign& campaign, const Closing& x, std::string_view body) {
  if (body == x.home.unit_id.value && x.home.unit != nullptr) return titled_zh(x.home.unit->title, body);
  const Body* found = campaign.find_body(body);
  return found == nullptr ? fmt::format(" '{}' ", body) : titled_zh(found->title, body);
}

void judge_body(const Campaign& campaign, const Closing& x, Emit& emit) {
  const std::string_view wanted = wanted_body(campaign, x), body = body_of(campaign, x);
  if (wanted.empty() || body.empty() || body == wanted) return;
  const SeverityLevel& level = campaign.policy.severities[static_cast<std::size_t>(x.severity)];
  emit(Span{x.record.file, x.acting_for.present() ? x.acting_for.at : x.at},
       say("'{0}' is closed for '{1}', but a {2} hazard is closed for '{3}' only",
           "隐患 '{0}' 由{4}销项，但{5}只能由{6}销项", shown(x.hazard), body, level.id.value, wanted,
           body_zh(campaign, x, body), level_zh(level), body_zh(campaign, x, wanted)),
       say("have it verified by a person who acts for '{0}', and write 'for: {0}'",
           "应由{1}的人员验收，并写明 'for: {0}'", wanted, body_zh(campaign, x, wanted)));
}

bool lists(const std::vector<Person>& people, const Word& name) {
  return std::any_of(people.begin(), people.end(),
                     [&](const Person& p) { return same_name(p.name.value, name.value); });
}

// A closing for another body than the unit, by one of the unit's own people. Names that no roster lists, and
// people who are listed in both, may act for the body.
void judge_people(const Campaign& campaign, const Closing& x, Emit& emit) {
  const std::string_view body = body_of(campaign, x), wanted = wanted_body(campaign, x);
  if (!x.by.present() || x.home.unit == nullptr || body.empty() || body == x.home.unit_id.value) return;
  if (!wanted.empty() && body != wanted) return;                                      // HZ506
  if (campaign.policy.separate_verifier && (is_owner(x) || is_rectifier(x))) return;  // HZ505
  const std::vector<Person>& people = x.home.unit->people;
  const auto own =
      std::find_if(people.begin(), people.end(), [&](const Person& p) { return same_name(p.name.value, x.by.value); });
  const Body* acting = campaign.find_body(body);
  if (own == people.end() || acting == nullptr || lists(acting->people, x.by)) return;
  emit(Span{x.record.file, x.by.at},
       say("'{0}' is closed for '{1}' by '{2}', who is of the inspected unit '{3}'",
           "隐患 '{0}' 以{4}的名义销项，销项人 '{2}' 却是被查单位{5}的人员", shown(x.hazard), body, shown(x.by.value),
           x.home.unit_id.value, body_zh(campaign, x, body), body_zh(campaign, x, x.home.unit_id.value)),
       say("have it verified by a person of '{0}'; somebody who belongs to both is listed among its people in "
           "hazcheck.yaml too",
           "应由{1}的人员验收；确属两边人员的，请在 hazcheck.yaml 中也列入其 people", body, body_zh(campaign, x, body)))
      .notes.push_back({{x.roster, own->name.at}, say("one of the unit's people", "名册中列为该单位人员"), {}});
}

void judge_writeoff(const Closing& x, Emit& emit) {
  if (x.record.round == nullptr || !x.record.round->writeoff_required || x.writeoff.present()) return;
  emit(Span{x.record.file, x.at},
       say("'{0}' is closed without a write-off number, which round '{1}' requires",
           "隐患 '{0}' 没有销项编号，轮次 '{1}' 要求必须有", shown(x.hazard), x.record.round_id.value),
       say("add 'writeoff: …' with the number from the register", "补上 'writeoff: …'，填销项台账上的编号"));
}

}  // namespace

void verifier_not_independent(const RecordContext& c, Emit& emit) {
  if (!c.model.campaign.policy.separate_verifier) return;
  each_closing_in_log(c, [&](const Closing& x) { judge_verifier(x, emit); });
}
void verifier_not_independent_in_followup(const RegisterContext& c, Emit& emit) {
  if (!c.model.campaign.policy.separate_verifier) return;
  each_closing_followup(c, [&](const Closing& x) { judge_verifier(x, emit); });
}

void closed_for_wrong_body(const RecordContext& c, Emit& emit) {
  each_closing_in_log(c, [&](const Closing& x) { judge_body(c.model.campaign, x, emit); });
}
void closed_for_wrong_body_in_followup(const RegisterContext& c, Emit& emit) {
  each_closing_followup(c, [&](const Closing& x) { judge_body(c.model.campaign, x, emit); });
}

void closed_by_the_unit(const RecordContext& c, Emit& emit) {
  each_closing_in_log(c, [&](const Closing& x) { judge_people(c.model.campaign, x, emit); });
}
void closed_by_the_unit_in_followup(const RegisterContext& c, Emit& emit) {
  each_closing_followup(c, [&](const Closing& x) { judge_people(c.model.campaign, x, emit); });
}

void writeoff_missing(const RecordContext& c, Emit& emit) {
  each_closing_in_log(c, [&](const Closing& x) { judge_writeoff(x, emit); });
}
void writeoff_missing_in_followup(const RegisterContext& c, Emit& emit) {
  each_closing_followup(c, [&](const Closing& x) { judge_writeoff(x, emit); });
}

}  // namespace hazcheck::loop
