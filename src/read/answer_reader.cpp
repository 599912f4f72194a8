// Answers are the bulk of a record: decoded without copying texts, and without a table where a bare word stands.
#include "read/answer_reader.hpp"

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/same_word.hpp"
#include "base/text.hpp"
#include "model/evaluate.hpp"
#include "read/meant.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

constexpr std::array<std::string_view, 8> kResultWords{"pass", "fail",   "na",     "unchecked",
                                                       "合格", "不合格", "不适用", "未查"};

// What is collected from one reply's mapping before it is known which evidence the item asks for.
struct ReplyDraft {
  Reply reply;
  std::vector<EvidenceValue> values;
  const Node* each = nullptr;
  const Node* actual = nullptr;
  const Node* registered = nullptr;
};

// A word that stands in for a value of any kind.
bool read_word(N n, EvidenceValue& out) {
  if (!n.is_scalar()) return false;
  const auto word = parse_answered(n.text);
  if (!word) return false;
  out.check = *word;
  return true;
}

bool read_check(D& d, N n, EvidenceValue& out) {
  if (!d.expect_scalar(n)) return false;
  if (read_word(n, out)) return true;
  if (std::optional<Text> help = help_for_result(n.text))
    d.report("HZ104", n.at, say("unknown value '{0}'", "不认识的取值 '{0}'", elide(printable(n.text), 40)),
             std::move(*help));
  else d.unknown_value(n, kResultWords);
  return false;
}

bool read_percent(D& d, N n, EvidenceValue& out) {
  if (!d.expect_scalar(n)) return false;
  std::string_view text = trim(n.text);
  if (text.ends_with('%')) text = trim(text.substr(0, text.size() - 1));
  else if (text.ends_with("％")) text = trim(text.substr(0, text.size() - 3));
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    const auto part = parse_number(trim(text.substr(0, slash)));
    const auto whole = parse_number(trim(text.substr(slash + 1)));
    if (part && whole && *whole > 0) {
      out.number = *part * 100 / *whole;
      return true;
    }
  } else if (const auto value = parse_number(text)) {
    out.number = *value;
    return true;
  }
  const std::string meant = percent_meant(n.text);
  d.report("HZ107", n.at, say("'{0}' is not a percentage", "'{0}' 不是百分比", elide(printable(n.text), 40)),
           !meant.empty()     ? say("write {0}", "请写 {0}", meant)
           : is_rough(n.text) ? say("write the exact figure, such as 96 or 30/32", "请填确切的数，如 96 或 30/32")
                              : say("write 96, 96% or 30/32", "写作 96、96% 或 30/32"));
  return false;
}

bool read_number(D& d, N n, EvidenceValue& out) {
  const auto value = d.number(n);
  if (value) out.number = *value;
  return value.has_value();
}

bool read_date(D& d, N n, EvidenceValue& out) {
  Day day;
  d.date(n, day);
  out.date = day.value;
  return day.present();
}

bool read_people(D& d, N n, EvidenceValue& out) {
  if (n.is_sequence()) {
    d.words(n, out.names, &D::name);
  } else {
    Word one;
    d.name(n, one);
    if (one.present()) out.names = d.arena().copy(std::span<const Word>(&one, 1));
  }
  return !out.names.empty();
}

bool read_match(D& d, N actual, N registered, EvidenceValue& out) {
  Word a, r;
  d.text(actual, a);
  d.text(registered, r);
  out.text = a.value;
  out.registered = r.value;
  return a.present() && r.present();
}

bool read_match_mapping(D& d, N n, EvidenceValue& out) {
  struct Pair {
    const Node* actual = nullptr;
    const Node* registered = nullptr;
  };
  static constexpr Field<Pair> kFields[] = {
      {{"actual", true, {ShapeKind::text}, {"what was found", "实际"}}, [](D&, N v, Pair& p) { p.actual = &v; }},
      {{"registered", true, {ShapeKind::text}, {"what it must equal", "登记"}},
       [](D&, N v, Pair& p) { p.registered = &v; }},
  };
  Pair pair;
  if (!decode_mapping(d, n, pair, {"match", {"two values that must be equal", "须一致的两个值"}, kFields}))
    return false;
  return pair.actual != nullptr && pair.registered != nullptr && read_match(d, *pair.actual, *pair.registered, out);
}

Text help_for_value(Evidence kind, std::string_view text) {
  if (means_inapplicable(text)) return help_for_inapplicable();
  switch (kind) {
    case Evidence::percent: return say("write the share itself: 96, 96% or 30/32", "请填具体比例，如 96、96% 或 30/32");
    case Evidence::count:
      return means_none(text) ? say("where there are none, write 0", "一个也没有就写 0")
                              : say("write how many there are, such as 3", "请填具体数量，如 3");
    case Evidence::date:
      return say("write the day itself, such as 2020-04-07; where there is none, fail",
                 "请填具体日期，如 2020-04-07；没有做的写 不合格");
    default:
      return say("write their names, such as [张三, 李四]; where there are none, fail",
                 "请填姓名，如 [张三, 李四]；没有的写 不合格");
  }
}

struct ValueFault {
  std::string_view code;
  Label what;
};
ValueFault fault_of(Evidence kind) {
  switch (kind) {
    case Evidence::percent: return {"HZ107", {"not a percentage", "不是百分比"}};
    case Evidence::count: return {"HZ107", {"not a number", "不是数字"}};
    case Evidence::date: return {"HZ105", {"not a date", "不是有效日期"}};
    default: return {"HZ104", {"nobody's name", "不是姓名"}};
  }
}

// 是, 无 or 不涉及 is no value; reported with what to write.
bool lacks_value(D& d, N n, Evidence kind) {
  if (n.is_sequence() && kind == Evidence::people)
    return std::any_of(n.children.begin(), n.children.end(), [&](N name) { return lacks_value(d, name, kind); });
  if (!n.is_scalar() || n.text.empty() || (n.text[0] >= '0' && n.text[0] <= '9')) return false;
  if (kind == Evidence::check || kind == Evidence::text || kind == Evidence::match) return false;
  if (!says_yes_or_no(n.text) && !means_inapplicable(n.text)) return false;
  const auto [code, what] = fault_of(kind);
  const std::string text(trim(n.text));
  d.report(code, n.at, say("'{0}' is {1}", "'{0}' {2}", text, what.en, what.zh), help_for_value(kind, text));
  return true;
}

// One value of a kind; false where it has the wrong shape (reported).
bool read_value(D& d, N n, Evidence kind, EvidenceValue& out) {
  out.kind = kind;
  out.at = n.at;
  if (kind != Evidence::check && read_word(n, out)) {
    if (out.check != Answered::pass) return true;
    out.check = Answered::none;  // "pass" is a value of a check only; for the others it says nothing
  }
  if (lacks_value(d, n, kind)) return false;
  switch (kind) {
    case Evidence::check: return read_check(d, n, out);
    case Evidence::percent: return read_percent(d, n, out);
    case Evidence::count: return read_number(d, n, out);
    case Evidence::date: return read_date(d, n, out);
    case Evidence::people: return read_people(d, n, out);
    case Evidence::match: return read_match_mapping(d, n, out);
    case Evidence::text: break;
  }
  Word word;
  d.text(n, word);
  out.text = word.value;
  return word.present();
}

template <Evidence K>
void take_value(D& d, N n, ReplyDraft& r) {
  EvidenceValue value;
  if (read_value(d, n, K, value)) r.values.push_back(value);
}

// clang-format off
constexpr Field<ReplyDraft> kReply[] = {
    {{"result", false, {.kind = ShapeKind::choice, .choices = kResultWords}, {"pass, fail, na or unchecked; may override a passing value", "合格、不合格、不适用、未查"}},
     [](D& d, N n, ReplyDraft& r) {
       EvidenceValue v;
       if (read_check(d, n, v)) r.reply.result = {v.check, n.at};
     }},
    {{"reason", false, {ShapeKind::text}, {"why na or unchecked", "不适用或未查的原因"}}, [](D& d, N n, ReplyDraft& r) { d.text(n, r.reply.reason); }},
    {{"note", false, {ShapeKind::text}, {"anything worth keeping", "备注"}}, [](D& d, N n, ReplyDraft& r) { d.text(n, r.reply.note); }},
    {{"each", false, {.kind = ShapeKind::reply, .keyed = true}, {"a reply per subject", "按对象逐一作答"}}, [](D&, N n, ReplyDraft& r) { r.each = &n; }},
    {{"check", false, {.kind = ShapeKind::choice, .choices = kResultWords}, {"pass or fail", "合格或不合格"}}, take_value<Evidence::check>},
    {{"percent", false, {ShapeKind::text}, {"96, 96% or 30/32", "比例：96、96% 或 30/32"}}, take_value<Evidence::percent>},
    {{"count", false, {ShapeKind::number}, {"a number", "数量"}}, take_value<Evidence::count>},
    {{"date", false, {ShapeKind::date}, {"a date", "日期"}}, take_value<Evidence::date>},
    {{"people", false, {.kind = ShapeKind::name, .or_list = true}, {"names", "人员姓名"}}, take_value<Evidence::people>},
    {{"match", false, {.kind = ShapeKind::mapping, .nested = nullptr}, {"{actual, registered}", "{actual: 实际, registered: 登记}"}}, take_value<Evidence::match>},
    {{"text", false, {ShapeKind::text}, {"text", "文字说明"}}, take_value<Evidence::text>},
    {{"actual", false, {ShapeKind::text}, {"match: what was found", "核对：实际"}}, [](D&, N n, ReplyDraft& r) { r.actual = &n; }},
    {{"registered", false, {ShapeKind::text}, {"match: what it must equal", "核对：登记"}}, [](D&, N n, ReplyDraft& r) { r.registered = &n; }},
};
// clang-format on
constexpr Entity<ReplyDraft> kReplyEntity{"answer", {"an answer with more than a bare value", "带说明的作答"}, kReply};

void finish_match(D& d, ReplyDraft& draft, N n) {
  if (draft.actual == nullptr && draft.registered == nullptr) return;
  EvidenceValue value;
  value.kind = Evidence::match;
  value.at = n.at;
  if (draft.actual == nullptr || draft.registered == nullptr) {
    d.missing_key(n, "answer", draft.actual == nullptr ? "actual" : "registered");
    return;
  }
  if (read_match(d, *draft.actual, *draft.registered, value)) draft.values.push_back(value);
}

class AnswerReader {
 public:
  AnswerReader(D& decoder, const Checklist* checklist, Arena& scratch)
      : d_(decoder), checklist_(checklist), scratch_(scratch) {}

  void answer(N key, N value, AnswerDetail& a) {
    a.item_id = {key.text, key.at};
    a.item = item_of(key.text);
    a.at = value.is_null() ? key.at : value.at;
    const Item* item = a.item == kNoIndex ? nullptr : &checklist_->items[a.item];
    if (value.is_null()) return;  // left empty: unanswered
    const Node* each = nullptr;
    reply(value, item, &each, a.reply);
    if (each != nullptr) {
      a.uses_each = true;
      if (d_.expect_mapping(*each, "each")) a.each = subjects(*each, item);
      else a.reply.flawed = true;
    }
  }

 private:
  // Answers mostly stand in the checklist's order: the one behind the last is tried first.
  std::uint32_t item_of(std::string_view id) {
    if (checklist_ == nullptr) return kNoIndex;
    const std::vector<Item>& items = checklist_->items;
    const bool is_next = checklist_->ids_differ() && next_ < items.size() && same_word(items[next_].id.value, id);
    const std::uint32_t item = is_next ? next_ : checklist_->find_item(id);
    if (item != kNoIndex) next_ = item + 1;
    return item;
  }

  void reply(N n, const Item* item, const Node** each, Reply& out) {
    const std::size_t reports = d_.reports();
    read_reply(n, item, each, out);
    out.flawed = d_.reports() != reports;
  }

  void read_reply(N n, const Item* item, const Node** each, Reply& out) {
    out.at = n.at;
    if (n.is_scalar()) {
      if (const auto word = parse_answered(n.text)) {
        out.result = {*word, n.at};
        return;
      }
    }
    if (n.is_mapping()) {
      mapping_reply(n, each, out);
      return;
    }
    if (item == nullptr) return;  // the unknown item is reported elsewhere; its value has no type
    if (item->evidence.size() > 1) {
      std::string keys;
      for (Evidence e : item->evidence) keys.append(keys.empty() ? "" : ", ").append(key_of(e)).append(": …");
      d_.wrong_type(n, {"a mapping (key: value)", "一组“键: 值”"},
                    say("this item asks for several kinds of evidence: {{{0}}}", "此项需要多种证据：{{{0}}}", keys));
      return;
    }
    EvidenceValue value;
    if (read_value(d_, n, item->evidence[0], value))
      out.values = scratch_.copy(std::span<const EvidenceValue>(&value, 1));
  }

  void mapping_reply(N n, const Node** each, Reply& out) {
    draft_.reply = Reply{};
    draft_.reply.at = n.at;
    draft_.values.clear();
    draft_.each = draft_.actual = draft_.registered = nullptr;
    decode_mapping(d_, n, draft_, kReplyEntity);
    finish_match(d_, draft_, n);
    if (draft_.each != nullptr) {
      if (each != nullptr) *each = draft_.each;
      else d_.report("HZ103", draft_.each->at, say("'each' inside 'each'", "each 里不能再用 each"));
    }
    out = draft_.reply;
    out.values = scratch_.copy(draft_.values);
  }

  List<Reply> subjects(N n, const Item* item) {
    const std::span<Reply> replies = scratch_.make<Reply>(n.children.size() / 2);
    for (std::size_t i = 0; i < replies.size(); ++i) {
      N key = n.children[2 * i], value = n.children[2 * i + 1];
      if (!value.is_null()) reply(value, item, nullptr, replies[i]);
      replies[i].subject = {trim(key.text), key.at};
    }
    return replies;
  }

  D& d_;
  const Checklist* checklist_;
  Arena& scratch_;
  std::uint32_t next_ = 0;
  ReplyDraft draft_;
};

}  // namespace

std::span<AnswerDetail> read_answers(D& d, N node, const Checklist* checklist, Arena& scratch) {
  if (!d.expect_mapping(node, "answers")) return {};
  // Everything of an answer is scratch: a decoder of its own keeps its texts there.
  const std::span<AnswerDetail> answers = scratch.make<AnswerDetail>(node.children.size() / 2);
  AnswerReader reader(d, checklist, scratch);
  for (std::size_t i = 0; i < answers.size(); ++i)
    reader.answer(node.children[2 * i], node.children[2 * i + 1], answers[i]);
  return answers;
}

void evaluate_answers(std::span<AnswerDetail> answers, const Record& record, Arena& scratch) {
  for (AnswerDetail& a : answers) {
    if (a.item == kNoIndex || record.checklist == nullptr) {
      a.outcome = a.reply.outcome = a.reply.result.value;
      continue;
    }
    const Item& item = record.checklist->items[a.item];
    const auto work_out = [&](Reply& r) { r.outcome = outcome_of(r, item, record.unit, record.date.value); };
    work_out(a.reply);
    if (!a.each.empty()) {
      std::span<Reply> each = scratch.copy(a.each);
      for (Reply& r : each) work_out(r);
      a.each = each;
    }
    a.outcome = outcome_of(a);
  }
}

EntityInfo reply_entity() { return kReplyEntity.describe(); }

}  // namespace hazcheck
