// Entries of the log: what each must say beyond its date and person. Must not ask whether it was allowed.
#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "rules/doubt.hpp"
#include "rules/loop.hpp"
#include "rules/standing.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

bool needs_reason(EventKind kind) {
  switch (kind) {
    case EventKind::rejected:
    case EventKind::reopened:
    case EventKind::deferred:
    case EventKind::regraded:
    case EventKind::reassigned:
    case EventKind::escalated:
    case EventKind::voided: return true;
    default: return false;
  }
}

struct Missing {
  std::string_view key;
  Label what;
};

// The key that gives an entry its meaning, where it is not there.
Missing missing_part(const Event& e) {
  switch (e.kind.value) {
    case EventKind::deferred:
      if (!e.due().present()) return {"due", {"the new due", "新的期限"}};
      break;
    case EventKind::regraded:
      if (!e.get(EventKey::severity).present()) return {"severity", {"the new severity", "新的等级"}};
      break;
    case EventKind::reassigned:
      if (!e.get(EventKey::owner).present()) return {"owner", {"the new owner", "新的责任人"}};
      break;
    case EventKind::escalated:
      if (!e.get(EventKey::to).present())
        return {"to", {"to whom: authority, district or a department", "上报给谁：authority、district 或部门代码"}};
      break;
    case EventKind::answered:
      if (!e.get(EventKey::note).present()) return {"note", {"what was answered", "答复内容"}};
      break;
    default: break;
  }
  return {};
}

Text help_reason() { return say("add 'reason: …'", "补上 'reason: …'，写明原因"); }

// Global id, or an id of the same record.
std::optional<HazardRef> find_hazard(const Model& model, const Record& record, std::string_view id) {
  const std::optional<HazardRef> found = model.find_hazard(id);
  if (found || id.find('/') != std::string_view::npos) return found;
  std::string key(record.round_id.value);
  key.append("/").append(record.unit_id.value).append("/").append(id);
  return model.find_hazard(key);
}

// What a void hazard says that it repeats; absent where it says nothing of the kind.
Word original_of(const Hazard& hazard) {
  for (const Event& e : hazard.log)
    if (e.kind.value == EventKind::voided && e.get(EventKey::duplicate_of).present())
      return e.get(EventKey::duplicate_of);
  return {};
}

// Repetitions of repetitions are followed this far: enough for any that people write, and no file can make it
// slow.
constexpr int kLongestChain = 16;

bool same(HazardRef a, HazardRef b) { return a.record == b.record && a.hazard == b.hazard; }

}  // namespace

void reason_missing(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    if (h.log_flawed) continue;
    for (const Event& e : h.log) {
      if (!needs_reason(e.kind.value) || e.get(EventKey::reason).present()) continue;
      const Label event = label_of(e.kind.value);
      emit(e.kind.at,
           say("'{0}' is {1} without a reason", "隐患 '{0}' 的“{2}”没有写明原因", h.id.value, event.en, event.zh),
           help_reason());
    }
  }
}

void reason_missing_in_followup(const RegisterContext& c, Emit& emit) {
  c.timelines.each_followup([&](const Timeline& t, const Step& step) {
    if (!step.rejects && !step.reopens) return;
    const FollowUp& f = *step.followup();
    if (f.get(EventKey::reason).present()) return;
    const Label result = label_of(f.result.value);
    emit(Span{c.model.records[record_of(t, step)].file, f.result.at},
         say("'{0}' is followed up as {1} without a reason", "复查隐患 '{0}' 的结果为“{2}”，没有写明原因",
             shown(f.hazard.value), result.en, result.zh),
         help_reason());
  });
}

void entry_incomplete(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    if (h.log_flawed) continue;
    for (const Event& e : h.log) {
      const Missing missing = missing_part(e);
      if (missing.key.empty()) continue;
      const Label event = label_of(e.kind.value);
      emit(e.kind.at,
           say("'{0}' is {1} without '{3}', {4}", "隐患 '{0}' 的“{2}”缺少 '{3}'（{5}）", h.id.value, event.en, event.zh,
               missing.key, missing.what.en, missing.what.zh),
           say("add '{0}: …'", "补上 '{0}: …'", missing.key));
    }
  }
}

void deferral_not_later(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards)
    walk_log(c.model.campaign, c.record, h, [&](const Event& e, const Standing& now) {
      if (e.kind.value != EventKind::deferred || !e.due().present() || !now.due.present() ||
          e.due().value > now.due.value)
        return;
      emit(e.due().at,
           say("'{0}' is deferred to {1}, which is not later than its due {2}",
               "隐患 '{0}' 延期至 {1}，不晚于现有期限 {2}", h.id.value, to_string(e.due().value),
               to_string(now.due.value)),
           say("a deferral names a later day; a due is never moved forward by an event",
               "延期只能延到更晚的日期；不能用延期记录把期限提前"))
          .notes.push_back({{c.record.file, now.due.at}, say("the due so far", "现有期限"), {}});
    });
}

void deferral_by_owner(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards)
    walk_log(c.model.campaign, c.record, h, [&](const Event& e, const Standing& now) {
      if (e.kind.value != EventKind::deferred) return;
      const Word named = e.get(EventKey::approver);
      const Word approver = named.present() ? named : e.get(EventKey::by);
      if (!approver.present() || !now.owner.present() || !same_name(approver.value, now.owner.value)) return;
      emit(
          approver.at,
          say("the deferral of '{0}' is approved by '{1}', its owner", "隐患 '{0}' 的延期由责任人 '{1}' 自己批准",
              h.id.value, shown(approver.value)),
          say("somebody else approves it; name them as 'by' or 'approver'", "延期应由他人批准，写在 by 或 approver 中"))
          .notes.push_back({{c.record.file, now.owner.at}, say("the owner", "责任人"), {}});
    });
}

void nothing_changed(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards)
    walk_log(c.model.campaign, c.record, h, [&](const Event& e, const Standing& now) {
      if (e.kind.value == EventKind::regraded) {
        const Word severity = e.get(EventKey::severity);
        if (!severity.present() || now.severity < 0 || c.model.campaign.severity_index(severity.value) != now.severity)
          return;
        emit(severity.at,
             say("'{0}' is regraded to '{1}', which it is already", "隐患 '{0}' 调整后的等级 '{1}' 与原等级相同",
                 h.id.value, severity.value),
             say("name the new severity, or remove the entry", "请写新的等级，或删去这一条"));
      } else if (e.kind.value == EventKind::reassigned) {
        const Word owner = e.get(EventKey::owner);
        if (!owner.present() || !now.owner.present() || !same_name(owner.value, now.owner.value)) return;
        emit(owner.at,
             say("'{0}' is reassigned to '{1}', who owns it already", "隐患 '{0}' 更换后的责任人 '{1}' 与原责任人相同",
                 h.id.value, shown(owner.value)),
             say("name the new owner, or remove the entry", "请写新的责任人，或删去这一条"));
      }
    });
}

void reopened_with_past_due(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards)
    for (const Event& e : h.log) {
      if (e.kind.value != EventKind::reopened || !e.due().present() || e.due().value >= e.date.value) continue;
      emit(e.due().at,
           say("'{0}' is reopened with a due that is past already", "隐患 '{0}' 重新打开时另定的期限已经过去",
               h.id.value),
           say("name a day on or after {0}, or leave 'due' out to keep the one it had",
               "期限应不早于 {0}；沿用原期限的不写 due", to_string(e.date.value)));
    }
}

void duplicate_of_nothing(const RegisterContext& c, Emit& emit) {
  const Model& model = c.model;
  const Doubt doubt(model);
  for (std::uint32_t r = 0; r < model.records.size(); ++r) {
    const Record& record = model.records[r];
    for (std::uint32_t i = 0; i < record.hazards.size(); ++i) {
      const Hazard& h = record.hazards[i];
      const Word original = original_of(h);
      if (!original.present()) continue;
      const HazardRef self{r, i};
      const std::optional<HazardRef> found = find_hazard(model, record, original.value);
      if (!found && doubt.about_hazard(original.value)) continue;
      if (!found) {
        emit(Span{record.file, original.at},
             say("'{0}' repeats '{1}', which does not exist", "隐患 '{0}' 注明与 '{1}' 重复，但没有这条隐患",
                 h.id.value, shown(original.value)),
             say("name a hazard as round/unit/id", "隐患全号写作 轮次/单位/编号"));
        continue;
      }
      // Two void hazards that only point at each other leave nobody to rectify what was found.
      HazardRef at = *found;
      for (int steps = 0; steps < kLongestChain && !same(at, self); ++steps) {
        const Word next = original_of(model.hazard_of(at));
        const auto onward = next.present() ? find_hazard(model, model.record_of(at), next.value) : std::nullopt;
        if (!onward) break;
        at = *onward;
      }
      if (same(at, self))
        emit(Span{record.file, original.at}, say("'{0}' repeats itself", "隐患 '{0}' 注明与自己重复", h.id.value),
             say("one of the hazards that repeat each other has to stay", "互相重复的隐患须保留一条"));
    }
  }
}

}  // namespace hazcheck::loop
