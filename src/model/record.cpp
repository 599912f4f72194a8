// The words of the record format, and small look-ups in one record.
#include "model/record.hpp"

#include <algorithm>
#include <array>

#include "base/same_word.hpp"

namespace hazcheck {
namespace {

struct EventWords {
  std::string_view key;
  Label label;
};
constexpr std::array<EventWords, kEventKinds> kEvents{{{"rectified", {"rectified", "已整改"}},
                                                       {"closed", {"closed", "销项"}},
                                                       {"rejected", {"rejected", "验收退回"}},
                                                       {"reopened", {"reopened", "重新打开"}},
                                                       {"deferred", {"deferred", "延期"}},
                                                       {"regraded", {"regraded", "调整等级"}},
                                                       {"reassigned", {"reassigned", "更换责任人"}},
                                                       {"escalated", {"escalated", "上报"}},
                                                       {"answered", {"answered", "答复"}},
                                                       {"supervised", {"supervised", "挂牌督办"}},
                                                       {"voided", {"voided", "作废"}}}};

constexpr std::array<EventWords, 13> kEventKeys{{{"by", {"by", "经办人"}},
                                                 {"for", {"for", "代表"}},
                                                 {"reason", {"reason", "原因"}},
                                                 {"note", {"note", "备注"}},
                                                 {"writeoff", {"write-off", "销项编号"}},
                                                 {"to", {"to", "上报对象"}},
                                                 {"department", {"department", "部门"}},
                                                 {"owner", {"owner", "责任人"}},
                                                 {"severity", {"severity", "等级"}},
                                                 {"duplicate_of", {"duplicate of", "重复于"}},
                                                 {"approver", {"approver", "批准人"}},
                                                 {"corrected", {"corrected", "更正"}},
                                                 {"due", {"due", "期限"}}}};

}  // namespace

std::string_view key_of(Answered result) {
  constexpr std::array<std::string_view, 5> kKeys{"", "pass", "fail", "na", "unchecked"};
  return kKeys[static_cast<std::size_t>(result)];
}

Label label_of(Answered result) {
  constexpr std::array<Label, 5> kLabels{
      {{"", ""}, {"pass", "合格"}, {"fail", "不合格"}, {"n/a", "不适用"}, {"unchecked", "未查"}}};
  return kLabels[static_cast<std::size_t>(result)];
}

std::optional<Answered> parse_answered(std::string_view word) {
  const auto is = [&](std::string_view key, std::string_view zh) {
    return same_word(word, key) || same_word(word, zh);
  };
  if (is("pass", "合格")) return Answered::pass;
  if (is("fail", "不合格")) return Answered::fail;
  if (is("na", "不适用")) return Answered::na;
  if (is("unchecked", "未查")) return Answered::unchecked;
  return std::nullopt;
}

std::string_view key_of(EventKind kind) { return kEvents[static_cast<std::size_t>(kind)].key; }
Label label_of(EventKind kind) { return kEvents[static_cast<std::size_t>(kind)].label; }

std::optional<EventKind> parse_event_kind(std::string_view word) {
  for (std::size_t i = 0; i < kEvents.size(); ++i)
    if (kEvents[i].key == word) return static_cast<EventKind>(i);
  return std::nullopt;
}

std::string_view key_of(EventKey key) { return kEventKeys[static_cast<std::size_t>(key)].key; }
Label label_of(EventKey key) { return kEventKeys[static_cast<std::size_t>(key)].label; }

std::string_view key_of(FollowUpResult result) {
  constexpr std::array<std::string_view, 3> kKeys{"closed", "still-open", "recurred"};
  return kKeys[static_cast<std::size_t>(result)];
}

Label label_of(FollowUpResult result) {
  constexpr std::array<Label, 3> kLabels{{{"closed", "已销项"}, {"still open", "仍未整改"}, {"recurred", "再次出现"}}};
  return kLabels[static_cast<std::size_t>(result)];
}

Day Event::due() const {
  const Word text = get(EventKey::due);
  const std::optional<Date> day = text.present() ? parse_date(text.value) : std::nullopt;
  return day ? Day{*day, text.at} : Day{};
}

bool Record::in_scope(std::string_view section) const {
  if (!has_scope) return true;
  return std::any_of(scope.begin(), scope.end(), [&](const Word& s) { return s.value == section; });
}

const Answer* Record::answer_to(std::uint32_t item) const {
  for (const Answer& a : answers)
    if (a.item == item) return &a;
  return nullptr;
}

int severity_of(const Campaign& campaign, const Record& record, const Hazard& hazard) {
  if (const Word own = hazard.severity(); own.present()) return campaign.severity_index(own.value);
  if (record.checklist != nullptr && hazard.item != kNoIndex) {
    const Word& fallback = record.checklist->items[hazard.item].severity;
    if (fallback.present()) return campaign.severity_index(fallback.value);
  }
  return campaign.policy.severities.empty() ? -1 : 0;  // empty: the campaign could not be read
}

}  // namespace hazcheck
