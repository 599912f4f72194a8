// Builds and folds the timelines. The table of transitions stands here and nowhere else.
#include "status/timeline.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/parallel.hpp"

namespace hazcheck {
namespace {

// What the fold carries from step to step.
struct Fold {
  State state = State::none;
  State base = State::unplanned;  // the state that a rejection or reopening returns to
  bool plan_optional = false;
  bool has_plan = false;
  bool has_due = false;
  bool has_owner = false;
  bool has_rest = false;  // measures and funding
  bool escalated = false;

  // A plan counts once its four parts are there, whichever entry brings the last of them.
  void note_plan() {
    if (!has_plan || !has_due || !has_owner || !has_rest) return;
    base = State::planned;
    if (state == State::unplanned) state = State::planned;
  }
};

bool may_rectify(const Fold& f) {
  return f.state == State::planned || (f.state == State::unplanned && f.plan_optional);
}

// The table of transitions. A reply may come after the hazard it was asked for is closed; all else that is
// not about closing needs an open hazard.
void apply_event(Fold& f, Step& step) {
  const bool open = is_open(f.state);
  switch (step.event()->kind.value) {
    case EventKind::rectified: step.allowed = step.rectifies = may_rectify(f); break;
    case EventKind::closed: step.allowed = step.closes = f.state == State::rectified; break;
    case EventKind::rejected: step.allowed = step.rejects = f.state == State::rectified; break;
    case EventKind::reopened: step.allowed = step.reopens = f.state == State::closed; break;
    case EventKind::deferred: step.allowed = open && f.has_due; break;
    case EventKind::reassigned: step.allowed = open && f.has_plan; break;
    case EventKind::escalated:
      step.allowed = open;
      f.escalated = f.escalated || open;
      break;
    case EventKind::answered: step.allowed = f.escalated && f.state != State::voided; break;
    case EventKind::regraded:
    case EventKind::supervised: step.allowed = open; break;
    case EventKind::voided:
      step.allowed = open;
      if (open) f.state = State::voided;
      break;
  }
  if (!step.allowed) return;
  if (step.event()->due().present()) f.has_due = true;
  if (step.event()->kind.value == EventKind::reassigned && step.event()->get(EventKey::owner).present())
    f.has_owner = true;
}

// What a later inspection says, as events. "Still open" of a closed hazard changes nothing; a rule warns of
// it.
void apply_followup(Fold& f, Step& step) {
  switch (step.followup()->result.value) {
    case FollowUpResult::closed:
      step.rectifies = may_rectify(f);
      step.closes = step.rectifies || f.state == State::rectified;
      step.allowed = step.closes || f.state == State::closed;
      break;
    case FollowUpResult::still_open:
      step.rejects = f.state == State::rectified;
      step.allowed = is_open(f.state) || f.state == State::closed;
      break;
    case FollowUpResult::recurred: step.allowed = step.reopens = f.state == State::closed; break;
  }
}

void fold(const Plan& plan, Fold f, std::span<Step> steps) {
  for (Step& step : steps) {
    step.before = f.state;
    switch (step.kind) {
      case StepKind::found: f.state = State::unplanned; break;
      case StepKind::plan_made:
        f.has_plan = true;
        f.has_due = f.has_due || plan.due.present();
        f.has_owner = f.has_owner || plan.owner().present();
        f.has_rest = plan.measures().present() && plan.has_funding();
        break;
      case StepKind::event: apply_event(f, step); break;
      case StepKind::followup: apply_followup(f, step); break;
    }
    f.note_plan();
    if (step.rectifies) f.state = State::rectified;
    if (step.closes) f.state = State::closed;
    if (step.rejects || step.reopens) f.state = f.base;
    step.after = f.state;
  }
}

// Found first, then by day; within a day the plan, the log in file order, follow-ups as they were put in.
void put_in_order(std::span<Step> steps) {
  const auto earlier = [](const Step& a, const Step& b) {
    if (a.kind == StepKind::found || b.kind == StepKind::found)
      return a.kind == StepKind::found && b.kind != StepKind::found;
    return a.date != b.date ? a.date < b.date : a.kind < b.kind;
  };
  // Most are in order as written, and stable_sort() allocates even then.
  if (!std::is_sorted(steps.begin(), steps.end(), earlier)) std::stable_sort(steps.begin(), steps.end(), earlier);
  // Nothing happens before the hazard is found: what is dated earlier is reported, and counts from that day.
  for (Step& step : steps) step.date = std::max(step.date, steps.front().date);
}

}  // namespace

std::string_view key_of(State state) {
  constexpr std::array<std::string_view, 6> kKeys{"", "unplanned", "planned", "rectified", "closed", "void"};
  return kKeys[static_cast<std::size_t>(state)];
}

Label label_of(State state) {
  constexpr std::array<Label, 6> kLabels{{{"", ""},
                                          {"unplanned", "未制定计划"},
                                          {"planned", "整改中"},
                                          {"rectified", "待验收"},
                                          {"closed", "已销项"},
                                          {"void", "已作废"}}};
  return kLabels[static_cast<std::size_t>(state)];
}

namespace {

struct Found {
  std::size_t timeline;
  const FollowUp* followup;
};

// Every follow-up of a hazard that is there, in round order, so that the stable sort keeps it within a day.
std::vector<Found> followups_of(const Model& model, const std::vector<std::size_t>& first_of_record) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t r = 0; r < model.records.size(); ++r)
    if (model.records[r].sound && !model.records[r].followups.empty()) order.push_back(r);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Round* x = model.records[a].round;
    const Round* y = model.records[b].round;
    return (x != nullptr ? x->order : 0) < (y != nullptr ? y->order : 0);
  });
  std::vector<Found> all;
  for (std::uint32_t r : order) {
    for (const FollowUp& f : model.records[r].followups) {
      const std::optional<HazardRef> found = model.find_hazard(f.hazard.value);
      if (!found || !model.record_of(*found).sound) continue;
      all.push_back({first_of_record[found->record] + found->hazard, &f});
    }
  }
  return all;
}

// Where each record's timelines begin, and at its end how many there are.
std::vector<std::size_t> first_timelines(const Model& model) {
  std::vector<std::size_t> first;
  first.reserve(model.records.size() + 1);
  std::size_t count = 0;
  for (const Record& r : model.records) {
    first.push_back(count);
    count += r.sound ? r.hazards.size() : 0;
  }
  first.push_back(count);
  return first;
}

std::size_t own_steps(const Hazard& hazard) { return 1 + (hazard.plan.present() ? 1 : 0) + hazard.log.size(); }

// Writes a timeline's own steps, in front of its follow-ups, and folds all.
void settle(const Round* round, const Hazard& hazard, std::span<Step> steps) {
  std::size_t at = 0;
  steps[at++] = {.date = hazard.found.value, .kind = StepKind::found};
  if (hazard.plan.present()) steps[at++] = {.date = hazard.plan.made.value, .kind = StepKind::plan_made};
  for (const Event& e : hazard.log) steps[at++] = {.date = e.date.value, .kind = StepKind::event, .entry = &e};
  put_in_order(steps);
  Fold start;
  start.plan_optional = round != nullptr && !round->plan_required;
  fold(hazard.plan, start, steps);
}

}  // namespace

Timelines timelines_of(const Model& model, unsigned jobs) {
  const std::vector<std::size_t> first = first_timelines(model);
  const std::vector<Found> followups = followups_of(model, first);
  std::vector<std::uint32_t> further(first.back(), 0);  // how many follow-ups each timeline has
  for (const Found& f : followups) ++further[f.timeline];
  std::vector<Timeline> timelines(first.back());
  std::vector<std::size_t> begin(first.back() + 1, 0);  // of each timeline's steps
  const auto each = [&](const auto& work) {             // on several threads, but for a record on one
    parallel_for(model.records.size(), jobs, [&](std::size_t r, unsigned) {
      for (std::size_t t = first[r]; t < first[r + 1]; ++t) work(static_cast<std::uint32_t>(r), t);
    });
  };
  each([&](std::uint32_t r, std::size_t t) {
    timelines[t].ref = {r, static_cast<std::uint32_t>(t - first[r])};
    begin[t + 1] = own_steps(model.hazard_of(timelines[t].ref)) + further[t];
  });
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<Step> steps(begin.back());
  std::vector<std::uint32_t> followed;
  for (std::uint32_t t = 0; t < further.size(); ++t)
    if (further[t] != 0) followed.push_back(t);
  for (const Found& f : followups)
    steps[begin[f.timeline + 1] - further[f.timeline]--] = {
        .date = model.records[f.followup->record].date.value, .kind = StepKind::followup, .entry = f.followup};
  each([&](std::uint32_t r, std::size_t t) {
    const std::span<Step> own = std::span(steps).subspan(begin[t], begin[t + 1] - begin[t]);
    settle(model.records[r].round, model.hazard_of(timelines[t].ref), own);
    timelines[t].steps = own;
  });
  return {std::move(timelines), std::move(steps), std::move(followed)};
}

State state_at(const Timeline& timeline, Date as_of) {
  State state = State::none;
  for (const Step& step : timeline.steps) {
    if (step.date > as_of) break;
    state = step.after;
  }
  return state;
}

}  // namespace hazcheck
