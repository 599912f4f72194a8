// The comparison, record by record and hazard by hazard. Must not report what another family says of `after` alone.
#include "rules/history.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.hpp"
#include "rules/history_log.hpp"

namespace hazcheck {
namespace {

const RuleInfo& rule(std::string_view code) {
  for (const RuleInfo& r : history_rules())
    if (r.code == code) return r;
  return history_rules().front();
}

std::string shown(std::string_view text) { return elide(printable(text), 60); }

class Comparison {
 public:
  Comparison(const Model& before, const Model& after, const HistoryScope& scope, Diagnostics& sink)
      : before_(before), after_(after), scope_(scope), sink_(sink) {
    for (const Record& r : after.records) records_.try_emplace(key_of(r), &r);
    for (const Record& r : before.records) known_.insert(key_of(r));
    for (const Record& r : after.records) read_.insert(r.file);
  }

  void run(const Timelines& timelines) {
    for (const Record& r : before_.records) compare(r);
    for (const Record& r : after_.records)
      if (changed(after_.files[r.file]) && !known_.contains(key_of(r))) report_late_record(r);
    for (const Checklist& c : before_.checklists) compare(c, timelines);
  }

 private:
  static std::string key_of(const Record& r) {
    return std::string(r.round_id.value).append("/").append(r.unit_id.value);
  }

  bool changed(const std::string& path) const { return scope_.changed == nullptr || scope_.changed->contains(path); }

  Diagnostic& report(std::string_view code, Span at, bool draft, Text message, Text help) {
    Diagnostic& d = sink_.add(rule(code), at, std::move(message), std::move(help));
    if (draft) d.severity = Severity::warning;
    return d;
  }

  Date earliest_day() const { return scope_.commit_day - after_.campaign.policy.backdate_days; }

  // ---- records ----
  void compare(const Record& before) {
    if (!before.round_id.present() || !before.unit_id.present()) return;
    const auto found = records_.find(key_of(before));
    if (found == records_.end()) {
      const std::string& path = before_.files[before.file];
      const auto file = std::find(after_.files.begin(), after_.files.end(), path);
      if (file != after_.files.end() && !read_.contains(static_cast<FileId>(file - after_.files.begin()))) return;
      Diagnostic& d =
          report("HZ701", {}, !before.complete,
                 say("the record of unit '{1}' in round '{0}' is gone", "单位 '{1}' 在轮次 '{0}' 的检查记录被删除",
                     before.round_id.value, before.unit_id.value),
                 say("restore it; a hazard that should not count is voided, with a reason",
                     "请恢复该文件；不应计入的隐患用 voided 作废并写明原因"));
      d.place.path = path;
      return;
    }
    const Record& after = *found->second;
    if (scope_.changed != nullptr && !changed(after_.files[after.file]) && !changed(before_.files[before.file])) {
      compare_severities(before, after);  // these also rest on the checklist and the campaign
      return;
    }
    if (before.complete && !after.complete && after.state_at.present())
      report("HZ712", {after.file, after.state_at}, false,
             say("the record was complete and is a draft again", "记录已经完成，又改回了草稿"),
             say("write 'state: complete' again; what has changed since is added to the log or to a later record",
                 "请写回 'state: complete'；之后的变化写入 log 或以后的检查记录"));
    compare_hazards(before, after);
    compare_followups(before, after);
  }

  void compare_hazards(const Record& before, const Record& after) {
    std::unordered_map<std::string_view, const Hazard*> hazards;
    for (const Hazard& h : after.hazards) hazards.try_emplace(h.id.value, &h);
    std::set<std::string_view> old;
    for (const Hazard& h : before.hazards) old.insert(h.id.value);
    std::vector<const Hazard*> added;
    for (const Hazard& h : after.hazards)
      if (!old.contains(h.id.value)) added.push_back(&h);
    const bool few = before.hazards.size() * added.size() <= 1'000'000;  // else no list that people keep
    for (const Hazard& h : before.hazards) {
      const auto same = hazards.find(h.id.value);
      const Hazard* now = same != hazards.end() ? same->second : few ? take_renamed(h, added) : nullptr;
      if (same == hazards.end()) report_gone(before, h, after, now);
      if (now != nullptr) compare(before, h, after, *now);
    }
    for (const Hazard* h : added)
      for (const Event& e : h->log) report_late(after, *h, e);
  }

  // Takes the one out of `added` that is `hazard` under another id; null where there is none.
  static const Hazard* take_renamed(const Hazard& hazard, std::vector<const Hazard*>& added) {
    const auto it = std::find_if(added.begin(), added.end(), [&](const Hazard* h) {
      return hazard.description().present() && h->description().value == hazard.description().value &&
             h->item_id.value == hazard.item_id.value && same_name(h->subject().value, hazard.subject().value);
    });
    if (it == added.end()) return nullptr;
    const Hazard* found = *it;
    added.erase(it);
    return found;
  }

  void compare_severities(const Record& before, const Record& after) {
    for (const Hazard& h : before.hazards)
      for (const Hazard& a : after.hazards)
        if (a.id.value == h.id.value) compare_severity(before, h, after, a);
  }

  void report_gone(const Record& before, const Hazard& hazard, const Record& after, const Hazard* renamed) {
    report("HZ702", {after.file, renamed != nullptr ? renamed->id.at : after.unit_id.at}, !before.complete,
           say("hazard '{0}' is gone", "隐患 '{0}' 被删除", global_id(before, hazard)),
           renamed != nullptr
               ? say("it is called '{0}' now: give it back its id, other records and reports know it by that",
                     "它现在叫 '{0}'：请改回原编号，其他记录和报表都按原编号引用", renamed->id.value)
               : say("restore it; a hazard that should not count is voided, with a reason",
                     "请恢复该隐患；不应计入的用 voided 作废并写明原因"));
  }

  // ---- one hazard ----
  void compare(const Record& before, const Hazard& b, const Record& after, const Hazard& a) {
    const LogChange log = compare_logs(b.log, a.log);
    if (!a.log_flawed) report_log(before, after, a, log);
    compare_due(before, b, after, a, log);
    compare_severity(before, b, after, a);
    const bool unreadable = !a.plan.owner().present() && a.plan.flawed;  // reported
    if (b.plan.owner().present() && !unreadable && !same_name(b.plan.owner().value, a.plan.owner().value) &&
        !says(log.added, EventKind::reassigned, EventKey::owner, a.plan.owner().value))
      report("HZ707", {after.file, a.plan.owner().present() ? a.plan.owner().at : a.id.at}, !before.complete,
             say("the owner of '{0}' was '{1}', and is changed without 'reassigned'",
                 "隐患 '{0}' 的责任人原为 '{1}'，改动没有 reassigned 记录", a.id.value, shown(b.plan.owner().value)),
             say("give the plan its owner back and add a log entry 'reassigned' with the new owner",
                 "请恢复计划中的责任人，并在 log 中追加 reassigned，写明新责任人"));
    if (b.found.value != a.found.value && (a.found.present() || after.date.present()))
      report("HZ708", {after.file, a.found.present() ? a.found.at : after.date.at}, !before.complete,
             say("'{0}' was found on {1}, not on {2}", "隐患 '{0}' 的发现日期原为 {1}，改成了 {2}", a.id.value,
                 to_string(b.found.value), to_string(a.found.value)),
             say("give it back the day it was found: 'found: {0}'", "请恢复发现日期：'found: {0}'",
                 to_string(b.found.value)));
    compare_place(before, b, after, a);
  }

  // Another place is another hazard, under the id of the one that was there. A record that is brought to a version of
  // the checklist that lacks the item has to name another.
  void compare_place(const Record& before, const Hazard& b, const Record& after, const Hazard& a) {
    const bool renamed = before.checklist_ref.value != after.checklist_ref.value && after.checklist != nullptr &&
                         after.checklist->find_item(b.item_id.value) == kNoIndex &&
                         after.checklist->find_section(b.item_id.value) == kNoIndex;
    const bool item = a.item_id.present() && b.item_id.value != a.item_id.value && !renamed;
    const bool subject = !same_name(b.subject().value, a.subject().value) && b.subject().present();
    if (!item && !subject) return;
    const Word is = item ? a.item_id : a.subject();
    const std::string was = shown(item ? b.item_id.value : b.subject().value);
    report("HZ713", {after.file, is.present() ? is.at : a.id.at}, !before.complete,
           is.present() ? say("'{0}' was on '{1}', not on '{2}'", "隐患 '{0}' 原登记在 '{1}' 上，改成了 '{2}'",
                              a.id.value, was, shown(is.value))
                        : say("'{0}' was on '{1}', which is gone", "隐患 '{0}' 原登记的 '{1}' 被删去", a.id.value, was),
           say("write '{0}: {1}' again; what was entered in the wrong place is voided, with a reason, and entered anew",
               "请写回 '{0}: {1}'；登记错位置的用 voided 作废并写明原因，另记一条", item ? "item" : "subject", was));
  }

  void report_log(const Record& before, const Record& after, const Hazard& a, const LogChange& log) {
    for (const Event* e : log.removed) {
      const Label event = hazcheck::label_of(e->kind.value);
      report("HZ703", {after.file, a.id.at}, !before.complete,
             say("'{0}' no longer says that it was {1} on {3}", "隐患 '{0}' 的记录“{2}”（{3}）被删除", a.id.value,
                 event.en, event.zh, to_string(e->date.value)),
             say("put the entry back; what was wrong is set right by a further entry",
                 "请恢复该条记录；记错的内容用新的一条更正"));
    }
    for (const Rewritten& r : log.rewritten) {
      const Label event = hazcheck::label_of(r.before->kind.value);
      const Text difference = difference_of(*r.before, *r.after);
      report(
          "HZ704", {after.file, r.after->kind.at}, !before.complete || is_corrected(*r.before, *r.after),
          {fmt::format("the entry '{}' of {} of '{}' was rewritten: {}", event.en, to_string(r.before->date.value),
                       a.id.value, difference.en),
           fmt::format("隐患 '{}' 于 {} 的记录“{}”被改写：{}", a.id.value, to_string(r.before->date.value), event.zh,
                       difference.zh)},
          say("put it back, or say why in it: 'corrected: …'", "请恢复原样，或在该条中写明更正原因：'corrected: …'"));
    }
    for (const Event* e : log.added) report_late(after, a, *e);
  }

  void compare_due(const Record& before, const Hazard& b, const Record& after, const Hazard& a, const LogChange& log) {
    if (!b.plan.due.present() || (a.plan.due.present() && a.plan.due.value == b.plan.due.value)) return;
    if (!a.plan.due.present() && a.plan.flawed) return;  // it may be there, unreadable: reported
    for (const Event* e : log.added)
      if (e->kind.value == EventKind::deferred && a.plan.due.present() && e->due().present() &&
          e->due().value == a.plan.due.value)
        return;
    const std::string old = to_string(b.plan.due.value);
    Text message = a.plan.due.present()
                       ? say("the due of '{0}' was moved from {1} to {2} without 'deferred'",
                             "隐患 '{0}' 的整改期限由 {1} 改为 {2}，没有 deferred 记录", a.id.value, old,
                             to_string(a.plan.due.value))
                       : say("the due of '{0}', {1}, is gone", "隐患 '{0}' 的整改期限 {1} 被删除", a.id.value, old);
    report(
        "HZ705", {after.file, a.plan.due.present() ? a.plan.due.at : a.id.at}, !before.complete, std::move(message),
        say("give the plan its due back, {0}, and add a log entry 'deferred' with the new one, a reason and who approved it",
            "请恢复计划中的期限 {0}，并在 log 中追加 deferred，写明新期限、原因和批准人", old));
  }

  // By the names of `after`'s scale, so that a reordered policy is judged too; a name it lost is left to HZ1.
  void compare_severity(const Record& before, const Hazard& b, const Record& after, const Hazard& a) {
    const int was = severity_of(before_.campaign, before, b), is = severity_of(after_.campaign, after, a);
    if (was < 0 || is < 0) return;
    const std::string_view old = before_.campaign.policy.severities[static_cast<std::size_t>(was)].id.value;
    const std::string_view now = after_.campaign.policy.severities[static_cast<std::size_t>(is)].id.value;
    if (after_.campaign.severity_index(old) <= is) return;
    std::vector<const Event*> added = compare_logs(b.log, a.log).added;
    if (says(added, EventKind::regraded, EventKey::severity, now)) return;
    report("HZ706", {after.file, a.severity().present() ? a.severity().at : a.id.at}, !before.complete,
           say("the severity of '{0}' was lowered from '{1}' to '{2}' without 'regraded'",
               "隐患 '{0}' 的等级由 '{1}' 降为 '{2}'，没有 regraded 记录", a.id.value, old, now),
           say("write 'severity: {0}' and add a log entry 'regraded' with the new severity and a reason",
               "请写回 'severity: {0}'，并在 log 中追加 regraded，写明新等级和原因", old));
  }

  static bool says(const std::vector<const Event*>& events, EventKind kind, EventKey key, std::string_view value) {
    return std::any_of(events.begin(), events.end(), [&](const Event* e) {
      return e->kind.value == kind && e->get(key).present() && same_name(e->get(key).value, value);
    });
  }

  // ---- follow-ups: events on the record's day ----
  void compare_followups(const Record& before, const Record& after) {
    const FollowUpChange change = compare_lists(before.followups, after.followups);
    if (!change.kept.empty() && after.date.present() && before.date.value != after.date.value)
      report_moved(before, after, change.kept);
    for (const RewrittenFollowUp& r : change.rewritten) report_followup(before, *r.before, after, r.after);
    for (const FollowUp* f : change.removed) report_followup(before, *f, after, nullptr);
    for (const FollowUp* f : change.added)
      if (after.date.present() && after.date.value < earliest_day())
        report_late({after.file, f->hazard.at}, f->hazard.value, hazcheck::label_of(f->result.value), after.date.value);
  }

  void report_moved(const Record& before, const Record& after, const std::vector<const FollowUp*>& followups) {
    const std::string was = to_string(before.date.value), is = to_string(after.date.value);
    report("HZ709", {after.file, after.date.at}, !before.complete,
           followups.size() == 1 ? say("the follow-up of '{0}' on {1} is dated {2} now",
                                       "对隐患 '{0}' 的复查（{1}）日期改成了 {2}", followups[0]->hazard.value, was, is)
                                 : say("{0} follow-ups of {1} are dated {2} now", "{1} 的 {0} 条复查日期改成了 {2}",
                                       followups.size(), was, is),
           say("give the record its date back: 'date: {0}'", "请恢复检查日期：'date: {0}'", was));
  }

  void report_followup(const Record& before, const FollowUp& f, const Record& after, const FollowUp* now) {
    const Label result = hazcheck::label_of(f.result.value);
    const std::string day = to_string(before.date.value);
    const bool other = now != nullptr && now->hazard.value != f.hazard.value;
    report("HZ709",
           {after.file, now == nullptr ? after.unit_id.at
                        : other        ? now->hazard.at
                                       : now->result.at},
           !before.complete,
           now == nullptr ? say("the follow-up of '{0}' ('{1}' on {3}) is gone",
                                "对隐患 '{0}' 的复查（{3} “{2}”）被删除", f.hazard.value, result.en, result.zh, day)
           : other        ? say("the follow-up of '{0}' ('{1}' on {3}) is said of '{4}' now",
                                "对隐患 '{0}' 的复查（{3} “{2}”）改到了 '{4}' 名下", f.hazard.value, result.en, result.zh, day,
                                now->hazard.value)
                          : say("the follow-up of '{0}' ('{1}' on {3}) was rewritten",
                                "对隐患 '{0}' 的复查（{3} “{2}”）被改写", f.hazard.value, result.en, result.zh, day),
           say("put it back; what has changed since belongs in the hazard's log or in a later record",
               "请恢复原样；之后的变化写入该隐患的 log 或以后的检查记录"));
  }

  // ---- dated long before the commit ----
  void report_late(const Record& record, const Hazard& hazard, const Event& e) {
    if (e.date.present() && e.date.value < earliest_day())
      report_late({record.file, e.date.at}, hazard.id.value, hazcheck::label_of(e.kind.value), e.date.value);
  }

  void report_late(Span at, std::string_view hazard, Label what, Date date) {
    report("HZ711", at, false,
           say("'{0}' of '{2}' is dated {3}, {4} days before it is committed",
               "隐患 '{2}' 的“{1}”日期为 {3}，{4} 天之后才提交", what.en, what.zh, hazard, to_string(date),
               scope_.commit_day - date),
           late_help());
  }

  Text late_help() const {
    return say(
        "correct the date if it is wrong; if it is right, this is a reminder for whoever reviews the change, and passes "
        "without --strict (what happens is to be entered within {0} days)",
        "日期写错的请更正；日期无误的，此为提醒审核人的警告，不加 --strict 即可通过（发生的情况应在 {0} 天内登记）",
        after_.campaign.policy.backdate_days);
  }

  // A record that is new as a whole is reported once.
  void report_late_record(const Record& r) {
    std::size_t count = 0;
    const Event* first = nullptr;
    for (const Hazard& h : r.hazards)
      for (const Event& e : h.log) {
        if (!e.date.present() || e.date.value >= earliest_day()) continue;
        if (first == nullptr || e.date.value < first->date.value) first = &e;
        ++count;
      }
    const bool followed = !r.followups.empty() && r.date.present() && r.date.value < earliest_day();
    if (followed) count += r.followups.size();
    if (count == 0) return;
    const bool by_event = first != nullptr && (!followed || first->date.value < r.date.value);
    const Day& day = by_event ? first->date : r.date;
    report("HZ711", {r.file, day.at}, false,
           count == 1
               ? say("this is dated {0}, {1} days before it is committed", "此处日期为 {0}，{1} 天之后才提交",
                     to_string(day.value), scope_.commit_day - day.value)
               : say("{2} entries are dated long before they are committed; this one is the earliest: {0}, {1} days",
                     "有 {2} 条记录隔了 {3} 天以上才提交；此为最早一条：{0}，隔了 {1} 天", to_string(day.value),
                     scope_.commit_day - day.value, count, after_.campaign.policy.backdate_days),
           late_help());
  }

  // ---- checklist items with open hazards ----
  void compare(const Checklist& before, const Timelines& timelines) {
    const Checklist* after = after_.find_checklist(before.id.value, before.version.value);
    if (after != nullptr && after->items.empty() && after->sections.empty()) return;  // broken, reported as such
    std::set<std::string_view> gone;
    for (const Item& i : before.items)
      if (after == nullptr || after->find_item(i.id.value) == kNoIndex) gone.insert(i.id.value);
    for (const Section& s : before.sections)
      if (after == nullptr || after->find_section(s.id.value) == kNoIndex) gone.insert(s.id.value);
    if (gone.empty()) return;
    const std::string& path = before_.files[before.file];
    const auto file = std::find(after_.files.begin(), after_.files.end(), path);
    if (after == nullptr && file != after_.files.end() &&
        std::none_of(after_.checklists.begin(), after_.checklists.end(),
                     [&](const Checklist& c) { return after_.files[c.file] == path; }))
      return;  // still there, but it cannot be read
    const std::string ref = fmt::format("{}/{}", before.id.value, before.version.value);
    std::map<std::string_view, std::vector<HazardRef>> open;
    for (const Timeline& t : timelines) {
      const Hazard& h = after_.hazard_of(t.ref);
      if (after_.record_of(t.ref).checklist_ref.value == ref && gone.contains(h.item_id.value) &&
          is_open(state_at(t, scope_.today)))
        open[h.item_id.value].push_back(t.ref);
    }
    for (const auto& [item, hazards] : open) report_removed(item, hazards, path, after);
  }

  void report_removed(std::string_view item, const std::vector<HazardRef>& hazards, const std::string& path,
                      const Checklist* after) {
    std::string ids;
    bool draft = true;
    for (std::size_t i = 0; i < hazards.size(); ++i) {
      if (i < 3)
        ids.append(ids.empty() ? "" : ", ")
            .append(global_id(after_.record_of(hazards[i]), after_.hazard_of(hazards[i])));
      draft = draft && !after_.record_of(hazards[i]).complete;
    }
    if (hazards.size() > 3) ids += ", …";
    Diagnostic& d =
        report("HZ710", after != nullptr ? Span{after->file, after->id.at} : Span{}, draft,
               say("'{0}' is removed while {1} on it {2}: {3}", "'{0}' 被删除，但其上还有 {4} 条隐患未销项：{3}", item,
                   hazards.size() == 1 ? "a hazard" : fmt::format("{} hazards", hazards.size()),
                   hazards.size() == 1 ? "is open" : "are open", ids, hazards.size()),
               say("keep this version as it is and put what changes into a new version beside it",
                   "请保留这一版检查表，把改动写成并列的新版本"));
    if (after == nullptr) d.place.path = path;
  }

  const Model& before_;
  const Model& after_;
  const HistoryScope& scope_;
  Diagnostics& sink_;
  std::unordered_map<std::string, const Record*> records_;
  std::set<std::string> known_;
  std::set<FileId> read_;  // files of `after` that gave a record
};

}  // namespace

void check_history(const Model& before, const Model& after, const Timelines& timelines_after, const HistoryScope& scope,
                   Diagnostics& diagnostics) {
  Comparison(before, after, scope, diagnostics).run(timelines_after);
}

bool is_about_additions(const RuleInfo& r) { return r.code == "HZ711"; }

}  // namespace hazcheck
