// Block style, free text quoted. Must not leave out anything that an entry has.
#include "write/ledger_record.hpp"

#include "write/answers_template.hpp"
#include "write/scalar.hpp"

namespace hazcheck {
namespace {

std::string money(std::int64_t hundredths) {
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) text += fmt::format(".{:02}", hundredths % 100);
  return text;
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& w : words) list.append(list.empty() ? "" : ", ").append(plain_or_quoted(w));
  return "[" + list + "]";
}

class Writer {
 public:
  Writer(const LedgerRecord& record, const Checklist& checklist, const std::string& source, Lang lang)
      : r_(record), checklist_(checklist), source_(source), lang_(lang) {}

  std::string write() {
    out_ = fmt::format("# {}\n", comment_text(say("made from {0}; complete the answers, then set the state to complete",
                                                  "由 {0} 导入；补全 answers 后将 state 改为 complete", source_)
                                                  .in(lang_)));
    out_ += fmt::format(
        "hazcheck: record/1\nround: {}\nunit: {}\nchecklist: {}/{}\ndate: {}\nstate: draft\ninspectors: {}\n",
        r_.round->id.value, r_.unit->id.value, checklist_.id.value, checklist_.version.value, to_string(r_.date),
        list_of(r_.inspectors));
    answers();
    out_ += "\nhazards:\n";
    for (const LedgerEntry& h : r_.hazards) hazard(h);
    return std::move(out_);
  }

 private:
  void line(std::string_view indent, std::string_view key, std::string_view text) {
    if (!text.empty()) out_ += fmt::format("{}{}: {}\n", indent, key, plain_or_quoted(text));
  }
  void day(std::string_view indent, std::string_view key, const std::optional<Date>& date) {
    if (date) out_ += fmt::format("{}{}: {}\n", indent, key, to_string(*date));
  }

  // Every item with a hazard fails; of an item answered for subjects, those that hazards name. What else there is to
  // ask stands there unchecked, so that the record goes on as any draft does.
  void answers() {
    FailedItems failed;
    for (const LedgerEntry& h : r_.hazards)
      if (const std::uint32_t i = checklist_.find_item(h.item); i != kNoIndex) failed[i].insert(h.subject);
    out_ += answers_text(checklist_, *r_.unit, lang_, failed);
  }

  void plan(const LedgerEntry& h) {
    constexpr std::string_view kIndent = "      ";
    out_ += "    plan:\n";
    day(kIndent, "made", h.made);
    line(kIndent, "measures", h.measures);
    day(kIndent, "due", h.due);
    if (h.amount || !h.source.empty()) {
      std::string funding = h.amount ? "amount: " + money(*h.amount) : "";
      if (!h.source.empty())
        funding += fmt::format("{}source: {}", funding.empty() ? "" : ", ", plain_or_quoted(h.source));
      out_ += fmt::format("{}funding: {{{}}}\n", kIndent, funding);
    }
    line(kIndent, "owner", h.owner);
    line(kIndent, "interim", h.interim);
    line(kIndent, "emergency_plan", h.emergency_plan);
  }

  void event(const LedgerEvent& e) {
    out_ +=
        fmt::format("      - {{date: {}, event: {}, by: {}", to_string(e.date), key_of(e.kind), plain_or_quoted(e.by));
    const auto add = [&](std::string_view key, const std::string& text) {
      if (!text.empty()) out_ += fmt::format(", {}: {}", key, plain_or_quoted(text));
    };
    add("for", e.acting_for);
    if (e.due) out_ += fmt::format(", due: {}", to_string(*e.due));
    add("to", e.to);
    add("department", e.department);
    add("writeoff", e.writeoff);
    if (!e.evidence.empty()) out_ += ", evidence: " + list_of(e.evidence);
    add("reason", e.reason);
    add("note", e.note);
    out_ += "}\n";
  }

  void hazard(const LedgerEntry& h) {
    constexpr std::string_view kIndent = "    ";
    out_ += fmt::format("  - id: {}  # {}\n", h.id, say("row {0} of the ledger", "台账第 {0} 行", h.row).in(lang_));
    if (!h.note.empty()) out_ += fmt::format("    # {}\n", comment_text(h.note));
    line(kIndent, "item", h.item);
    line(kIndent, "subject", h.subject);
    line(kIndent, "location", h.location);
    day(kIndent, "found", h.found);
    line(kIndent, "severity", h.severity);
    line(kIndent, "description", h.description);
    if (h.has_plan() || !h.interim.empty() || !h.emergency_plan.empty()) plan(h);
    if (!h.log.empty()) out_ += "    log:\n";
    for (const LedgerEvent& e : h.log) event(e);
  }

  const LedgerRecord& r_;
  const Checklist& checklist_;
  const std::string& source_;
  Lang lang_;
  std::string out_;
};

}  // namespace

std::string ledger_record_text(const LedgerRecord& record, const Checklist& checklist, const std::string& source,
                               Lang lang) {
  return Writer(record, checklist, source, lang).write();
}

}  // namespace hazcheck
