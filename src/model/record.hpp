// records/<round>/<unit>.yaml: answers, hazards with plan and log, and follow-ups of one inspection.
// Everything is trivially destructible and lives in the Model's arenas; a city has 9,000 of these.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/checklist.hpp"
#include "model/values.hpp"

namespace hazcheck {

enum class Answered : std::uint8_t { none, pass, fail, na, unchecked };
std::string_view key_of(Answered result);  // pass, fail, na, unchecked; "" for none
Label label_of(Answered result);
std::optional<Answered> parse_answered(std::string_view word);  // also 合格 不合格 不适用 未查

// One value given as evidence. Which members mean something depends on `kind`.
struct EvidenceValue {
  Evidence kind = Evidence::check;
  Answered check = Answered::none;  // check; for the other kinds a fail, na or unchecked in place of the value
  double number = 0;                // percent, count
  Date date{};                      // date
  List<Word> names;                 // people
  std::string_view text;            // text; match: `actual`
  std::string_view registered;      // match
  Mark at;
};

// What was answered for an item, or for one subject of an `each` item.
struct Reply {
  Word subject;              // empty for an item answered once
  Located<Answered> result;  // an explicit pass, fail, na or unchecked
  List<EvidenceValue> values;
  Word reason;
  Word note;
  Mark at;                            // absent: left empty
  Answered outcome = Answered::none;  // computed: evaluate.hpp
  bool flawed = false;                // something in it could not be read (reported): it may look emptier than it is
};

// An answer in full, as it is while its file is being read. Lives only as long as ReadHooks::on_record runs.
struct AnswerDetail {
  Word item_id;
  std::uint32_t item = kNoIndex;  // in the record's checklist
  Reply reply;                    // the whole item's; for `each` only result/reason/note are used
  List<Reply> each;
  bool uses_each = false;
  Mark at;  // of the value
  Answered outcome = Answered::none;
};

// What is kept of an answer, in eight bytes: they are half of a record's values.
struct Answer {
  Answer(std::uint32_t item_, Answered outcome_, bool has_reason_, Mark key)
      : item(item_ & 0xFFFFFF),
        outcome(outcome_),
        has_reason(has_reason_),
        key_begin(key.begin & 0x3FFFFF),
        key_length((key.end - key.begin) & 0x3FF) {}
  std::uint32_t item : 24;  // always known: others are not kept
  Answered outcome : 4;
  bool has_reason : 1;
  std::uint32_t key_begin : 22;  // a file has at most 4 MiB, a key that is an id at most 64 characters
  std::uint32_t key_length : 10;
  Mark at() const {  // of the key
    const std::uint32_t begin = key_begin, length = key_length;
    return {begin, begin + length};
  }
};
static_assert(sizeof(Answer) == 8);

// A subject that an `each` item was answered for: kept, because a hazard of another record may be the one that the
// answer stands for.
struct AnsweredSubject {
  std::uint32_t item = kNoIndex;
  Word subject;
};

// The value that makes an answer fail, where a follow-up may stand in for the hazard.
struct Shortfall {
  std::uint32_t item = kNoIndex;
  std::string_view subject;  // empty for an item answered once
  EvidenceValue value;
};

// The texts of an entry by their keys: most are not given, and a Word for every key would take half of a record's room.
// Where prose is not kept (Prose), a bit stands for a text.
template <class Key>
class Texts {
 public:
  // A key and its Word, laid out without gaps.
  class Given {
   public:
    Given(Key key_, const Word& word)
        : text_(word.value.data()), size_(static_cast<std::uint32_t>(word.value.size())), key(key_), at_(word.at) {}
    Word word() const { return {{text_, size_}, at_}; }

   private:
    const char* text_;
    std::uint32_t size_;

   public:
    Key key;

   private:
    Mark at_;
  };
  static_assert(sizeof(void*) > 4 ? sizeof(Given) == 24 : true);

  Texts() = default;
  Texts(List<Given> given, std::uint16_t forgotten)
      : first_(given.data()), count_(static_cast<std::uint32_t>(given.size())), forgotten_(forgotten) {}

  List<Given> given() const { return {first_, count_}; }
  // An absent Word where it was not given; where it was and is forgotten, an empty one that marks its entry.
  Word get(Key key, Mark entry) const {
    for (const Given& t : given())
      if (t.key == key) return t.word();
    return (forgotten_ >> static_cast<unsigned>(key) & 1U) != 0 ? Word{{}, entry} : Word{};
  }

 private:
  const Given* first_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint16_t forgotten_ = 0;  // bits by key
};

enum class PlanKey : std::uint8_t { measures, source, owner, interim, emergency_plan };

struct Plan {
  Mark at;   // absent: no `plan` key
  Day made;  // default: found
  Day due;
  Mark funding_at;
  Located<std::int64_t> amount;  // 0.01 yuan
  Texts<PlanKey> texts;
  bool flawed = false;  // something in it could not be read (reported): it may look emptier than it is
  bool present() const { return at.present(); }
  Word get(PlanKey key) const { return texts.get(key, at); }
  Word measures() const { return get(PlanKey::measures); }
  Word source() const { return get(PlanKey::source); }  // of the funding
  Word owner() const { return get(PlanKey::owner); }
  Word interim() const { return get(PlanKey::interim); }
  Word emergency_plan() const { return get(PlanKey::emergency_plan); }
  // The parts that a plan needs: measures, due, funding (an amount, and a source unless it is 0), owner.
  bool has_funding() const { return amount.present() && (amount.value == 0 || source().present()); }
  bool complete() const { return measures().present() && due.present() && has_funding() && owner().present(); }
};

enum class EventKind : std::uint8_t {
  rectified,
  closed,
  rejected,
  reopened,
  deferred,
  regraded,
  reassigned,
  escalated,
  answered,
  supervised,
  voided
};
inline constexpr std::size_t kEventKinds = 11;
std::string_view key_of(EventKind kind);
Label label_of(EventKind kind);
std::optional<EventKind> parse_event_kind(std::string_view word);

enum class EventKey : std::uint8_t {
  by,
  acting_for,
  reason,
  note,
  writeoff,
  to,
  department,
  owner,
  severity,
  duplicate_of,
  approver,
  corrected,
  due
};
std::string_view key_of(EventKey key);  // as in the file: by, for, reason …
Label label_of(EventKey key);

struct Event {
  Located<EventKind> kind;
  Day date;
  Texts<EventKey> texts;
  List<Word> evidence;
  Mark at;  // the whole entry
  Word get(EventKey key) const { return texts.get(key, at); }
  Day due() const;  // deferred, reopened
};

enum class HazardKey : std::uint8_t { subject, location, severity, description };

struct Hazard {
  Word id;
  Word item_id;
  std::uint32_t item = kNoIndex;  // in the record's checklist; kNoIndex: a section, or unknown
  std::uint32_t section = kNoIndex;
  Day found;                // default: the record's date, then without a mark
  bool log_flawed = false;  // an entry, or a value in one, could not be read (reported)
  Texts<HazardKey> texts;
  Plan plan;
  List<Event> log;
  Mark at;
  Word get(HazardKey key) const { return texts.get(key, at); }
  Word subject() const { return get(HazardKey::subject); }
  Word location() const { return get(HazardKey::location); }
  Word severity() const { return get(HazardKey::severity); }  // as written; severity_of() works out the default
  Word description() const { return get(HazardKey::description); }
};

enum class FollowUpResult : std::uint8_t { closed, still_open, recurred };
std::string_view key_of(FollowUpResult result);
Label label_of(FollowUpResult result);

struct FollowUp {
  Word hazard;  // global id
  Located<FollowUpResult> result;
  std::uint32_t record = 0;  // index of its record; index_hazards() fills it in
  Texts<EventKey> texts;     // by, for, reason, note, writeoff
  List<Word> evidence;
  Mark at;
  Word get(EventKey key) const { return texts.get(key, at); }
};

struct Record {
  FileId file = kNoFile;
  Word round_id;
  Word unit_id;
  Word checklist_ref;            // id/version
  const Round* round = nullptr;  // null where unknown (reported)
  const Unit* unit = nullptr;
  const Checklist* checklist = nullptr;
  Day date;
  bool complete = false;
  bool has_scope = false;
  List<Word> scope;
  Mark scope_at;
  List<Word> inspectors;
  List<Word> departments;
  List<Answer> answers;
  List<AnswerDetail> details;  // only while ReadHooks::on_record runs
  List<AnsweredSubject> failed_subjects;
  List<AnsweredSubject> passed_subjects;  // only where there are follow-ups, which may speak of them
  List<Shortfall> shortfalls;             // likewise
  List<Hazard> hazards;
  List<FollowUp> followups;
  Mark answers_at;  // from the word "answers" to its last value; absent where it holds no mapping
  Mark state_at;
  bool sound = true;          // false: it could not be decoded far enough to be counted
  bool mended = false;        // its YAML had faults (reported) and was read as it was probably meant
  bool lists_flawed = false;  // a hazard or follow-up could not be read (reported): one more may be there

  // In scope: no scope was given, or the section is named in it.
  bool in_scope(std::string_view section) const;
  const Answer* answer_to(std::uint32_t item) const;
};

// Index of a hazard's severity at discovery: its own, else the item's, else the mildest. -1: an unknown word.
int severity_of(const Campaign& campaign, const Record& record, const Hazard& hazard);

}  // namespace hazcheck
