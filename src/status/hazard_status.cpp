// The fold behind HazardStatus. Which steps are allowed is the timeline's business; what a day makes of them stands
// here.
#include "status/hazard_status.hpp"

#include <algorithm>
#include <tuple>

namespace hazcheck {

StatusFold::StatusFold(const Model& model, const Timeline& timeline) : model_(&model) {
  const Record& record = model.record_of(timeline.ref);
  status_.timeline = &timeline;
  status_.record = &record;
  status_.hazard = &model.hazard_of(timeline.ref);
  if (record.checklist != nullptr && status_.hazard->section != kNoIndex)
    section_department_ = record.checklist->sections[status_.hazard->section].department.value;
  status_.department = section_department_;
}

void StatusFold::take_event(const Step& step) {
  HazardStatus& s = status_;
  const Event& event = *step.event();
  switch (event.kind.value) {
    case EventKind::deferred:
      ++s.deferrals;
      if (event.due().present()) moved_due_ = event.due().value;
      break;
    case EventKind::reopened:
      if (event.due().present()) moved_due_ = event.due().value;
      break;
    case EventKind::regraded:
      if (const Word to = event.get(EventKey::severity); to.present())
        s.severity = model_->campaign.severity_index(to.value);
      break;
    case EventKind::reassigned:
      if (const Word to = event.get(EventKey::owner); to.present()) s.owner = to.value;
      break;
    case EventKind::escalated: {
      s.escalated = &step;
      s.answered = nullptr;
      const std::string_view to = event.get(EventKey::to).value;
      s.department = model_->campaign.find_department(to) != nullptr ? to : section_department_;
      break;
    }
    case EventKind::answered:
      s.answered = &step;
      if (const Word by = event.get(EventKey::department); by.present()) s.department = by.value;
      break;
    case EventKind::supervised: s.supervised = &step; break;
    case EventKind::rectified:
    case EventKind::closed:
    case EventKind::rejected:
    case EventKind::voided: break;
  }
}

void StatusFold::take(const Step& step) {
  HazardStatus& s = status_;
  s.state = step.after;
  if (!step.allowed) return;
  switch (step.kind) {
    case StepKind::found:
      s.found = step.date;
      s.severity = severity_of(model_->campaign, *s.record, *s.hazard);
      break;
    case StepKind::plan_made: {
      const Plan& plan = s.hazard->plan;
      s.plan = &step;
      if (plan.due.present()) s.due_original = plan.due.value;
      s.owner = plan.owner().value;
      break;
    }
    case StepKind::event: take_event(step); break;
    case StepKind::followup: break;
  }
  // The last part may come with a later entry, even while the hazard is rectified.
  if (!s.planned && s.plan != nullptr) {
    const Plan& plan = s.hazard->plan;
    if (plan.measures().present() && plan.has_funding() && (s.due_original || moved_due_) && !s.owner.empty())
      s.planned = step.date;
  }
  if (step.rejects || step.reopens) s.rectified = s.closed = nullptr;
  if (step.reopens) ++s.reopens;
  if (step.rectifies) s.rectified = &step;
  if (step.closes) s.closed = &step;
}

HazardStatus StatusFold::at(Date as_of) const {
  HazardStatus s = status_;
  s.as_of = as_of;
  s.due = moved_due_ ? moved_due_ : s.due_original;
  if (!s.open()) return s;
  s.waiting = s.escalated != nullptr && s.answered == nullptr;
  if (s.waiting) s.days_waiting = as_of - s.escalated->date;
  if (!s.due) {
    s.no_due = true;
    return s;
  }
  const bool rectified_in_time = s.state == State::rectified && s.rectified != nullptr && s.rectified->date <= *s.due;
  s.overdue = *s.due < as_of && !rectified_in_time;
  if (s.overdue) s.days_overdue = as_of - *s.due;
  s.due_soon = !s.overdue && as_of <= *s.due && *s.due <= as_of + model_->campaign.policy.due_soon_days;
  return s;
}

HazardStatus hazard_status_at(const Model& model, const Timeline& timeline, Date as_of) {
  StatusFold fold(model, timeline);
  for (const Step& step : timeline.steps) {
    if (step.date > as_of) break;
    fold.take(step);
  }
  return fold.at(as_of);
}

Status status_at(const Model& model, const Timelines& timelines, Date as_of) {
  Status status{as_of, {}};
  status.hazards.reserve(timelines.size());
  for (const Timeline& t : timelines) {
    HazardStatus one = hazard_status_at(model, t, as_of);
    if (one.state != State::none) status.hazards.push_back(one);
  }
  return status;
}

std::vector<const Timeline*> in_ledger_order(const Model& model, const Timelines& timelines) {
  // The timelines of a record stand together: ordering records is enough.
  struct Run {
    int round;
    std::string_view round_id, unit;
    std::size_t begin, end;
  };
  std::vector<Run> runs;
  for (std::size_t i = 0; i < timelines.size(); ++i) {
    if (i > 0 && timelines[i].ref.record == timelines[i - 1].ref.record) {
      ++runs.back().end;
      continue;
    }
    const Record& r = model.record_of(timelines[i].ref);
    const int round = r.round != nullptr ? r.round->order : static_cast<int>(model.campaign.rounds.size());
    runs.push_back({round, r.round_id.value, r.unit_id.value, i, i + 1});
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return std::tie(a.round, a.round_id, a.unit, a.begin) < std::tie(b.round, b.round_id, b.unit, b.begin);
  });
  std::vector<const Timeline*> ordered;
  ordered.reserve(timelines.size());
  for (const Run& run : runs)
    for (std::size_t i = run.begin; i < run.end; ++i) ordered.push_back(&timelines[i]);
  return ordered;
}

std::string_view word_of(const Step& step, EventKey key) {
  if (step.event() != nullptr) return step.event()->get(key).value;
  if (step.followup() != nullptr) return step.followup()->get(key).value;
  return {};
}

List<Word> evidence_of(const Step& step) {
  if (step.event() != nullptr) return step.event()->evidence;
  if (step.followup() != nullptr) return step.followup()->evidence;
  return {};
}

std::string_view rectified_by(const HazardStatus& status) {
  if (status.rectified == nullptr || status.rectified->event() == nullptr) return {};
  return word_of(*status.rectified, EventKey::by);
}

std::string_view acting_for(const Model& model, const HazardStatus& status, const Step& step) {
  if (const std::string_view written = word_of(step, EventKey::acting_for); !written.empty()) return written;
  const Round* round = model.records[record_of(*status.timeline, step)].round;
  const bool by_unit = round != nullptr && round->by.value == RoundBy::unit;
  return by_unit ? status.record->unit_id.value : model.campaign.authority.id.value;
}

std::string_view severity_id(const Model& model, const HazardStatus& status) {
  if (status.severity < 0) return {};
  return model.campaign.policy.severities[static_cast<std::size_t>(status.severity)].id.value;
}

}  // namespace hazcheck
