// Departments and the other bodies that act: the authority, the unit itself, the district. Must not judge whether a
// body may do what it did (HZ5).
#include "rules/identity.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::identity {
namespace {

enum class Also { nothing, the_unit, whom_to_escalate };

// Reports `word` unless it is the id of the authority or of a department, or one of what else the key takes.
class BodyCheck {
 public:
  BodyCheck(const Model& model, std::string_view unit, FileId file, Emit& emit)
      : model_(model), campaign_(model.campaign), unit_(unit), file_(file), emit_(emit) {}

  void operator()(const Word& word, Also also) {
    if (!word.present() || campaign_.find_body(word.value) != nullptr) return;
    if (also == Also::the_unit && word.value == unit_) return;
    if (also == Also::whom_to_escalate && (word.value == "authority" || word.value == "district")) return;
    if (also == Also::the_unit)
      emit_(Span{file_, word.at},
            say("'{0}' is no body that acts here", "'{0}' 不是本专项中的单位或部门", shown(word.value)),
            help(word.value, also));
    else
      emit_(Span{file_, word.at}, say("unknown department '{0}'", "没有 '{0}' 这个部门", shown(word.value)),
            help(word.value, also));
  }

 private:
  Text help(std::string_view word, Also also) const {
    // The kind of body instead of its id: name the id.
    if (word == "authority" && campaign_.authority.id.present())
      return say("the authority's id is '{0}'", "主管部门的代码是 '{0}'", campaign_.authority.id.value);
    if (word == "unit" && also == Also::the_unit) return say("the unit's id is '{0}'", "本单位的代码是 '{0}'", unit_);
    std::vector<std::string_view> known;
    if (also == Also::the_unit) known.push_back(unit_);
    if (also == Also::whom_to_escalate) known.insert(known.end(), {"authority", "district"});
    else if (campaign_.authority.id.present()) known.push_back(campaign_.authority.id.value);
    for (const Body& d : campaign_.departments) known.push_back(d.id.value);
    return suggestion(model_, titled_body, word, known);
  }

  const Model& model_;
  const Campaign& campaign_;
  std::string_view unit_;
  FileId file_;
  Emit& emit_;
};

}  // namespace

void unknown_department(const RecordContext& c, Emit& emit) {
  const Record& record = c.record;
  if (!c.model.campaign.read) return;
  BodyCheck check(c.model, record.unit_id.value, record.file, emit);
  for (const Word& d : record.departments) check(d, Also::nothing);
  for (const Hazard& h : record.hazards)
    for (const Event& e : h.log)
      for (const Texts<EventKey>::Given& a : e.texts.given()) {
        if (a.key == EventKey::acting_for) check(a.word(), Also::the_unit);
        if (a.key == EventKey::to) check(a.word(), Also::whom_to_escalate);
        if (a.key == EventKey::department) check(a.word(), Also::nothing);
      }
  for (const FollowUp& f : record.followups) check(f.get(EventKey::acting_for), Also::the_unit);
}

void unknown_department_of_register(const RegisterContext& c, Emit& emit) {
  const Campaign& campaign = c.model.campaign;
  if (!campaign.read) return;
  for (const Checklist& list : c.model.checklists) {
    BodyCheck check(c.model, {}, list.file, emit);
    for (const Section& s : list.sections) check(s.department, Also::nothing);
  }
  BodyCheck check(c.model, {}, campaign.file, emit);
  for (const SeverityLevel& s : campaign.policy.severities)
    if (!s.close_by_body.empty()) check(Word{s.close_by_body, s.id.at}, Also::nothing);
}

}  // namespace hazcheck::identity
