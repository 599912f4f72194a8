// Values held against their kind and their item's expectation. A value that merely falls short is a plain
// fail, and no fault: reported is what cannot be, and a pass that the value contradicts.
#include <cmath>

#include "base/text.hpp"
#include "model/evaluate.hpp"
#include "rules/answers.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::answers {
namespace {

// Calls visit(reply, item) for each reply of every answer to a known item: the whole one, and one per
// subject.
template <class Visit>
void each_reply(const Record& record, const Visit& visit) {
  if (record.checklist == nullptr) return;
  for (const AnswerDetail& a : record.details) {
    if (a.item == kNoIndex) continue;
    const Item& item = record.checklist->items[a.item];
    visit(a.reply, item);
    for (const Reply& r : a.each) visit(r, item);
  }
}

bool stands_for_value(const EvidenceValue& value) {
  return value.kind != Evidence::check && value.check != Answered::none;
}

// "'fire.rate'", or "'bus.plate' of '沪A00001'".
Text subject_of(const Reply& reply, const Item& item) {
  if (!reply.subject.present()) return say("'{0}'", "'{0}'", item.id.value);
  return say("'{0}' of '{1}'", "'{1}' 的 '{0}'", item.id.value, shown(reply.subject.value));
}

// Why the value cannot be; empty where it can.
Text impossible(const EvidenceValue& value, const Expect& expect, const Record& record) {
  switch (value.kind) {
    case Evidence::percent:
      if (value.number < 0) return say("a share cannot be negative", "比例不能为负数");
      if (value.number > 100 + 1e-9) return say("a share cannot exceed 100%", "比例不能超过 100%");
      break;
    case Evidence::count:
      if (value.number < 0) return say("a count cannot be negative", "数量不能为负数");
      break;
    case Evidence::date:
      if (expect.within_days && !expect.not_before_inspection && value.date > record.date.value)
        return say("the inspection was on {0}, before it", "检查日期 {0} 早于该日期", to_string(record.date.value));
      break;
    case Evidence::check:
    case Evidence::people:
    case Evidence::match:
    case Evidence::text: break;
  }
  return {};
}

std::string written(const EvidenceValue& value) {
  return value.kind == Evidence::date ? to_string(value.date) : plain_number(value.number);
}

}  // namespace

std::string plain_number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

Text shortfall(const EvidenceValue& value, const Expect& expect, const Record& record) {
  const std::string day = to_string(record.date.value);
  switch (value.kind) {
    case Evidence::check: return say("the check says fail", "检查结果为不合格");
    case Evidence::percent:
    case Evidence::count: {
      const std::string number = plain_number(value.number);
      if (const auto least = expected_minimum(expect, record.unit); least && value.number < *least)
        return say("{0} is below {1}", "{0} 低于要求的 {1}", number, plain_number(*least));
      return say("{0} is above {1}", "{0} 高于上限 {1}", number, plain_number(expect.max.value_or(0)));
    }
    case Evidence::date: {
      const std::string date = to_string(value.date);
      if (expect.not_before_inspection && value.date < record.date.value)
        return say("{0} is before the inspection on {1}", "{0} 早于检查日期 {1}", date, day);
      if (expect.not_after_inspection && value.date > record.date.value)
        return say("{0} is after the inspection on {1}", "{0} 晚于检查日期 {1}", date, day);
      return say("{0} is more than {1} days before the inspection on {2}", "{0} 距检查日期 {2} 超过 {1} 天", date,
                 expect.within_days.value_or(0), day);
    }
    case Evidence::people:
      return say("fewer than {0} different people", "不足 {0} 名不同人员", plain_number(expect.min.value_or(1)));
    case Evidence::match:
      return say("'{0}' is not the registered '{1}'", "实际 '{0}' 与登记 '{1}' 不一致", shown(value.text),
                 shown(value.registered));
    case Evidence::text: break;
  }
  return {};
}

void impossible_value(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  each_reply(c.record, [&](const Reply& reply, const Item& item) {
    for (const EvidenceValue& v : reply.values) {
      if (stands_for_value(v)) continue;
      const Text why = impossible(v, item.expect[static_cast<std::size_t>(v.kind)], c.record);
      if (why.empty()) continue;
      const Text subject = subject_of(reply, item);
      const std::string value = written(v);
      emit(v.at,
           {fmt::format("{} cannot be {}: {}", subject.en, value, why.en),
            fmt::format("{} 不可能是 {}：{}", subject.zh, value, why.zh)},
           say("correct the value", "请更正该值"));
    }
  });
}

void pass_against_value(const RecordContext& c, Emit& emit) {
  if (!c.record.sound) return;
  each_reply(c.record, [&](const Reply& reply, const Item& item) {
    if (reply.result.value != Answered::pass || reply.outcome != Answered::fail) return;
    const EvidenceValue* value = failing_value(reply, item, c.record.unit, c.record.date.value);
    Text why = value != nullptr ? shortfall(*value, item.expect[static_cast<std::size_t>(value->kind)], c.record)
                                : say("one of its values is 'fail'", "其中一项证据为不合格");
    const Text subject = subject_of(reply, item);
    Diagnostic& d = emit(reply.result.at,
                         {fmt::format("{} is said to pass, but {}", subject.en, why.en),
                          fmt::format("{} 标为合格，但与填写的值不符：{}", subject.zh, why.zh)},
                         say("delete 'result: pass', so that the value decides; it fails, and needs a hazard",
                             "删去 'result: pass'，由证据判定为不合格，并登记隐患"));
    if (value != nullptr)
      d.notes.push_back({{c.record.file, value->at}, say("this value fails", "这个值不符合要求"), {}});
  });
}

void headcount_missing(const RecordContext& c, Emit& emit) {
  if (c.record.unit == nullptr || c.record.unit->students) return;
  each_reply(c.record, [&](const Reply& reply, const Item& item) {
    for (const EvidenceValue& v : reply.values) {
      const Expect& expect = item.expect[static_cast<std::size_t>(v.kind)];
      if (v.kind != Evidence::count || stands_for_value(v) || !expect.per || !expect.min) continue;
      emit(v.at,
           say("'{0}' cannot be judged: the roster does not say how many students '{1}' has",
               "'{0}' 无法判定：名册没有写明 '{1}' 的学生数", item.id.value, c.record.unit_id.value),
           say("add 'students: …' to the unit; {0} are needed for every {1}",
               "在名册中补上该单位的 students；每 {1} 名学生需 {0}", plain_number(*expect.min), *expect.per))
          .notes.push_back({{c.model.roster.file, c.record.unit->id.at}, say("the unit", "该单位"), {}});
    }
  });
}

}  // namespace hazcheck::answers
