// HZ4: dates that cannot be, or contradict each other. Must not judge what a step may do (HZ5) or how a date
// is written (HZ1); one slip is reported once, at the date that most likely is wrong.
#include <array>

#include "rules/dating.hpp"
#include "rules/rule.hpp"

namespace hazcheck {
namespace {

using E = ExampleOf;
using S = Severity;

RelatedNote found_note(const Record& record, const Hazard& hazard) {
  const std::string day = to_string(hazard.found.value);
  if (hazard.found.present()) return {{record.file, hazard.found.at}, say("found on {0}", "发现日期为 {0}", day), {}};
  return {
      {record.file, record.date.at}, say("found on {0}, the day of the inspection", "发现日期即检查日期 {0}", day), {}};
}

// ---- HZ401 ----
void in_the_future(const RecordContext& c, Emit& emit) {
  const auto check = [&](const Day& day) {
    if (!day.present() || !in_future(day.value, c.today)) return;
    emit(day.at, say("'{0}' lies in the future", "'{0}' 晚于今天", to_string(day.value)),
         say("today is {0}; only what has happened is recorded", "今天是 {0}，只能记录已经发生的事",
             to_string(c.today)));
  };
  check(c.record.date);
  for (const Hazard& h : c.record.hazards) {
    check(h.found);
    check(h.plan.made);
    for (const Event& e : h.log) check(e.date);
  }
}

// ---- HZ402 ----
Text closed_too_early(std::string_view hazard) {
  return say("'{0}' is closed before it was found", "隐患 '{0}' 的销项日期早于发现日期", hazard);
}
Text mend_either() {
  return say("correct the date of closing, or the day it was found", "请核对销项日期和发现日期，更正写错的一个");
}

void closed_before_found_in_log(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  for (const Hazard& h : c.record.hazards)
    if (const Event* closed = closed_before_found(h))
      emit(closed->date.at, closed_too_early(h.id.value), mend_either()).notes.push_back(found_note(c.record, h));
}

// Calls report(hazard, its record, step, the follow-up's record) for follow-ups dated before their hazard was
// found.
template <class Report>
void early_followups(const RegisterContext& c, Report&& report) {
  c.timelines.each_followup([&](const Timeline& t, const Step& step) {
    const Record& home = c.model.record_of(t.ref);
    const Hazard& hazard = c.model.hazard_of(t.ref);
    const Record& record = c.model.records[record_of(t, step)];
    const bool in_place = record.unit_id.value == home.unit_id.value && record.round != nullptr &&
                          home.round != nullptr && record.round->order > home.round->order;
    if (in_place && record.date.value < first_day_of(home, hazard)) report(hazard, home, *step.followup(), record);
  });
}

void closed_before_found_by_followup(const RegisterContext& c, Emit& emit) {
  early_followups(c, [&](const Hazard& hazard, const Record& home, const FollowUp& f, const Record& record) {
    if (f.result.value == FollowUpResult::closed)
      emit(Span{record.file, f.result.at}, closed_too_early(f.hazard.value), mend_either())
          .notes.push_back(found_note(home, hazard));
  });
}

// ---- HZ403 ----
void outside_window(const RecordContext& c, Emit& emit) {
  const Record& r = c.record;
  if (r.round == nullptr || !r.date.present() || in_future(r.date.value, c.today)) return;
  const auto report = [&](const Bound& bound, Text message) {
    Diagnostic& d =
        emit(r.date.at, std::move(message),
             say("correct the date, or let the campaign's round cover it", "请更正日期，或调整专项中该轮次的起止时间"));
    d.notes.push_back({{c.model.campaign.file, bound.at}, say("the round's window", "该轮次的起止时间在此设定"), {}});
  };
  const std::string day = to_string(r.date.value);
  if (r.round->from.day && r.date.value < *r.round->from.day)
    report(r.round->from, say("'{0}' is before round '{1}', which begins on {2}", "'{0}' 早于轮次 '{1}' 的开始日期 {2}",
                              day, r.round_id.value, to_string(*r.round->from.day)));
  else if (r.round->to.day && r.date.value > *r.round->to.day)
    report(r.round->to, say("'{0}' is after round '{1}', which ends on {2}", "'{0}' 晚于轮次 '{1}' 的结束日期 {2}", day,
                            r.round_id.value, to_string(*r.round->to.day)));
}

// ---- HZ404 ----
void found_after_record(const RecordContext& c, Emit& emit) {
  if (!c.record.date.present()) return;
  for (const Hazard& h : c.record.hazards) {
    if (!h.found.present() || h.found.value <= c.record.date.value || in_future(h.found.value, c.today)) continue;
    emit(h.found.at, say("'{0}' is found after the inspection", "隐患 '{0}' 的发现日期晚于检查日期", h.id.value),
         say("what was found later belongs in a record of its own round", "之后发现的隐患应记入相应轮次的记录"))
        .notes.push_back({{c.record.file, c.record.date.at},
                          say("inspected on {0}", "检查日期为 {0}", to_string(c.record.date.value)),
                          {}});
  }
}

// ---- HZ405 ----
// One report a hazard, the first: they most likely share a cause. A hazard closed before it was found has had
// its own.
void event_before_found(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  for (const Hazard& h : c.record.hazards) {
    if (closed_before_found(h) != nullptr) continue;
    const Date first = first_day_of(c.record, h);
    if (h.plan.made.present() && h.plan.made.value < first) {
      emit(h.plan.made.at,
           say("the plan of '{0}' is made before it was found", "隐患 '{0}' 的计划制定日期早于发现日期", h.id.value),
           say("correct the date, or the day it was found", "请核对计划制定日期和发现日期"))
          .notes.push_back(found_note(c.record, h));
      continue;
    }
    for (const Event& e : h.log) {
      if (e.date.value >= first) continue;
      const Label event = label_of(e.kind.value);
      emit(
          e.date.at,
          say("'{0}' is {1} before it was found", "隐患 '{0}' 的“{2}”日期早于发现日期", h.id.value, event.en, event.zh),
          say("correct the date, or the day it was found", "请核对该日期和发现日期"))
          .notes.push_back(found_note(c.record, h));
      break;
    }
  }
}

void followed_up_before_found(const RegisterContext& c, Emit& emit) {
  early_followups(c, [&](const Hazard& hazard, const Record& home, const FollowUp& f, const Record& record) {
    if (f.result.value == FollowUpResult::closed) return;
    emit(Span{record.file, f.hazard.at},
         say("'{0}' is followed up before it was found", "复查隐患 '{0}' 的日期早于其发现日期", f.hazard.value),
         say("correct the date of this inspection, or the day it was found", "请核对本次检查日期和发现日期"))
        .notes.push_back(found_note(home, hazard));
  });
}

// ---- HZ406 ----
// One report a hazard; none where one of the two dates is reported for what it is.
void log_out_of_order(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  for (const Hazard& h : c.record.hazards) {
    const Date first = first_day_of(c.record, h);
    const ClosedTooEarly too_early = closed_before_rectified(h);
    const Event* latest = nullptr;
    for (const Event& e : h.log) {
      if (in_future(e.date.value, c.today) || e.date.value < first || &e == too_early.closed) continue;
      if (latest == nullptr || e.date.value >= latest->date.value) {
        latest = &e;
        continue;
      }
      emit(e.date.at,
           say("the log of '{0}' goes back to {1}", "隐患 '{0}' 的处理记录次序颠倒，{1} 排在了后面", h.id.value,
               to_string(e.date.value)),
           say("enter the log by date, or correct the date", "请按日期先后排列，或更正日期"))
          .notes.push_back(
              {{c.record.file, latest->date.at}, say("after {0}", "前面已有 {0}", to_string(latest->date.value)), {}});
      break;
    }
  }
}

// ---- HZ407 ----
void due_before_found(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  for (const Hazard& h : c.record.hazards) {
    if (!h.plan.due.present() || h.plan.due.value >= first_day_of(c.record, h)) continue;
    emit(h.plan.due.at, say("'{0}' is due before it was found", "隐患 '{0}' 的整改期限早于发现日期", h.id.value),
         say("correct the due, or the day it was found", "请核对整改期限和发现日期"))
        .notes.push_back(found_note(c.record, h));
  }
}

// ---- HZ408 ----
void closed_before_rectified_in_log(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    const ClosedTooEarly pair = closed_before_rectified(h);
    if (pair.closed == nullptr || in_future(pair.rectified->date.value, c.today)) continue;
    if (c.record.sound && pair.closed->date.value < first_day_of(c.record, h)) continue;  // HZ402
    if (closed_before_found(h) != nullptr) continue;
    emit(pair.closed->date.at,
         say("'{0}' is closed before it was rectified", "隐患 '{0}' 的销项日期早于整改完成日期", h.id.value),
         say("correct one of the two dates", "请核对这两个日期"))
        .notes.push_back({{c.record.file, pair.rectified->date.at},
                          say("rectified on {0}", "整改完成日期为 {0}", to_string(pair.rectified->date.value)),
                          {}});
  }
}

// ---- HZ409 ----
void first_due_too_late(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  for (const Hazard& h : c.record.hazards) {
    if (!h.plan.due.present()) continue;
    const int index = severity_of(c.model.campaign, c.record, h);
    if (index < 0) continue;
    const SeverityLevel& level = c.model.campaign.policy.severities[static_cast<std::size_t>(index)];
    if (!level.due_days || h.plan.due.value - h.found.value <= *level.due_days) continue;
    emit(h.plan.due.at,
         say("'{0}' is due {1} days after it was found, {2} at most are allowed",
             "隐患 '{0}' 的首次期限为发现后 {1} 天，超过规定的 {2} 天", h.id.value, h.plan.due.value - h.found.value,
             *level.due_days),
         say("set {0} or earlier; a later due needs a 'deferred' entry with its reason",
             "期限最迟为 {0}；确需延后的，另记一条 deferred（延期）并写明原因",
             to_string(h.found.value + *level.due_days)))
        .notes.push_back(found_note(c.record, h));
  }
}

// clang-format off
constexpr std::array kRules{
    Rule{{"HZ401", "date-in-the-future", S::error,
          {"a date after today", "日期晚于今天"},
          {"A record says what has happened; dues alone lie ahead. One day of grace is given for clocks in other zones.",
           "记录的是已经发生的事，只有期限可以在将来。考虑时区差异，宽限一天。"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2021-04-17, event: closed, by: 赵敏, for: bureau}\n"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-05-19, event: closed, by: 赵敏, for: bureau}\n"}},
         in_the_future},
    Rule{{"HZ402", "closed-before-found", S::error,
          {"a hazard closed before it was found", "隐患的销项日期早于发现日期"},
          {"One of the two dates is wrong, and with it the days to close, the rates of the period and what was on time.",
           "两个日期必有一错，整改天数、当期统计和按期率都会随之出错。"},
          {E::log, "- {date: 2020-04-03, event: rectified, by: 李四}\n- {date: 2020-04-05, event: closed, by: 赵敏, for: bureau}\n"},
          {E::log, "- {date: 2020-04-13, event: rectified, by: 李四}\n- {date: 2020-04-15, event: closed, by: 赵敏, for: bureau}\n"}},
         closed_before_found_in_log, closed_before_found_by_followup},
    Rule{{"HZ403", "outside-window", S::warning,
          {"a record dated outside its round's window", "记录日期不在该轮次的起止时间内"},
          {"A round is compared across units; an inspection at another time, or a slip in its date, spoils the comparison. Where the window rests on a milestone that is not announced, only the known bound is checked.",
           "同一轮次要在各单位间比较，时间不符或日期写错都会使比较失真。起止时间取决于尚未公布的节点时，只校验已知的一端。"},
          {E::record, "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-12\nstate: draft\ninspectors: [张三]\nanswers: {fire.exits: pass, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"},
          {E::record, "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-10\nstate: draft\ninspectors: [张三]\nanswers: {fire.exits: pass, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"}},
         outside_window},
    Rule{{"HZ404", "found-after-record", S::error,
          {"a hazard found after the inspection that it is recorded under", "隐患的发现日期晚于所属检查的日期"},
          {"An inspection cannot find what came to light after it; such a hazard would count for the wrong round.",
           "检查不可能发现之后才出现的隐患，否则会算到别的轮次。"},
          {E::hazard, "id: H1\nitem: fire.exits\nfound: 2020-04-09\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\nfound: 2020-04-06\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}\n"}},
         found_after_record},
    Rule{{"HZ405", "event-before-found", S::error,
          {"a plan, an entry of the log or a follow-up dated before the hazard was found", "计划、处理记录或复查的日期早于隐患发现日期"},
          {"Nothing can be done about a hazard that nobody knows of. (A closing before that is HZ402.)",
           "尚未发现的隐患无从处理。（销项早于发现的，报 HZ402。）"},
          {E::log, "- {date: 2020-04-05, event: supervised, by: 赵敏}\n"},
          {E::log, "- {date: 2020-04-08, event: supervised, by: 赵敏}\n"}},
         event_before_found, followed_up_before_found},
    Rule{{"HZ406", "log-out-of-order", S::warning,
          {"a log that is not in the order of its dates", "处理记录没有按日期先后排列"},
          {"Status follows the dates, not the lines; whoever reads the file should see the same order. Often one date is a slip.",
           "状态按日期推算而不按行序；看文件的人也应看到同样的先后。多半是某个日期写错。"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-10, event: supervised, by: 赵敏}\n"},
          {E::log, "- {date: 2020-04-10, event: supervised, by: 赵敏}\n- {date: 2020-04-15, event: rectified, by: 李四}\n"}},
         log_out_of_order},
    Rule{{"HZ407", "due-before-found", S::error,
          {"a plan that was due before the hazard was found", "整改期限早于发现日期"},
          {"It would be overdue from its first day, whatever anybody did.", "这样的隐患一经发现就已逾期，怎么整改都来不及。"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-02, funding: {amount: 0}, owner: 李四}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-07, funding: {amount: 0}, owner: 李四}\n"}},
         due_before_found},
    Rule{{"HZ408", "closed-before-rectified", S::error,
          {"a hazard closed before the day it was rectified", "隐患的销项日期早于整改完成日期"},
          {"Closing confirms a rectification that can be seen; before it there is nothing to confirm.",
           "销项是对整改结果的确认，整改完成之前无可确认。"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-13, event: closed, by: 赵敏, for: bureau}\n"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-15, event: closed, by: 赵敏, for: bureau}\n"}},
         closed_before_rectified_in_log},
    Rule{{"HZ409", "first-due-too-late", S::error,
          {"a first due later than its severity allows", "首次整改期限超过该等级规定的天数"},
          {"The campaign limits how long a hazard of each severity may take; more time is granted in the open, as a deferral with a reason. The severity is the one at discovery.",
           "专项对各等级隐患的整改天数有上限；需要更多时间的，应写明原因公开延期。等级以发现时为准。"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-06-30, funding: {amount: 0}, owner: 李四}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-05-07, funding: {amount: 0}, owner: 李四}\n"}},
         first_due_too_late},
};
// clang-format on

}  // namespace

std::span<const Rule> time_rules() { return kRules; }

}  // namespace hazcheck
