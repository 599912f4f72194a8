// One answer a line with its question above it. Kept so that filling it in is replacing words, never typing structure.
#include "write/answers_template.hpp"

#include <fmt/format.h>

#include <cmath>

#include "model/evaluate.hpp"
#include "write/scalar.hpp"

namespace hazcheck {
namespace {

// As a person writes it: whole numbers in full, others as short as they read back.
std::string number_text(double value) {
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
}

class Writer {
 public:
  Writer(const Checklist& checklist, const Unit& unit, Lang lang, const FailedItems& failed)
      : checklist_(checklist), unit_(unit), lang_(lang), failed_(failed), zh_(lang == Lang::zh) {}

  std::string write() {
    answers();
    return std::move(out_);
  }

 private:
  std::string_view pick(std::string_view en, std::string_view zh) const { return zh_ ? zh : en; }

  std::string expectation(const Expect& e, Evidence kind) const {
    const auto minimum = expected_minimum(e, &unit_);
    if (kind == Evidence::percent || kind == Evidence::count) {
      std::string text;
      if (minimum) text = fmt::format("{} {}", pick("at least", "至少"), number_text(*minimum));
      if (e.max)
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : pick(", ", "，"), pick("at most", "至多"), number_text(*e.max));
      return text;
    }
    if (kind == Evidence::people && e.min && *e.min > 1)
      return fmt::format("{} {}", pick("at least", "至少"), number_text(*e.min));
    if (kind != Evidence::date) return {};
    if (e.within_days)
      return fmt::format(fmt::runtime(pick("within {} days before the inspection", "检查日前 {} 天内")),
                         *e.within_days);
    if (e.not_before_inspection) return std::string(pick("not before the inspection", "不早于检查日"));
    if (e.not_after_inspection) return std::string(pick("not after the inspection", "不晚于检查日"));
    return {};
  }

  std::string hint(Evidence kind) const {
    switch (kind) {
      case Evidence::check: return std::string(pick("pass or fail", "合格 或 不合格"));
      case Evidence::percent: return std::string(pick("a percentage, 96 or 30/32", "比例，如 96 或 30/32"));
      case Evidence::count: return std::string(pick("a number", "数量"));
      case Evidence::date: return std::string(pick("a date, 2020-03-01", "日期，如 2020-03-01"));
      case Evidence::people: return std::string(pick("names, [Zhang San]", "姓名，如 [张三]"));
      case Evidence::match:
        return std::string(pick("{actual: \"…\", registered: \"…\"}", "{actual: \"实际\", registered: \"登记\"}"));
      case Evidence::text: break;
    }
    return std::string(pick("text, in quotes", "文字，加引号"));
  }

  // The question, and how to answer it.
  void question(const Item& item) {
    append_comment(out_, "  ", item.text.in(lang_));
    std::string how;
    for (Evidence kind : item.evidence) {
      if (item.evidence.size() == 1 && kind == Evidence::check) break;
      std::string part = item.evidence.size() > 1 ? fmt::format("{}: ", key_of(kind)) : "";
      part += hint(kind);
      const std::string expected = expectation(item.expect[static_cast<std::size_t>(kind)], kind);
      if (!expected.empty()) part += fmt::format("{}{}{}", pick(" (", "（"), expected, pick(")", "）"));
      how.append(how.empty() ? "" : pick("; ", "；")).append(part);
    }
    if (!how.empty()) append_comment(out_, "  ", "> " + how);
  }

  // `failing`: null where nothing is known of the item.
  void answer(const Item& item, const std::set<std::string>* failing) {
    const std::vector<Word>* subjects = item.each.empty() ? nullptr : unit_.subjects_of(item.each);
    const bool by_subject = subjects != nullptr && !subjects->empty();
    // Never na in silence: the roster may merely lack them.
    if (!item.each.empty() && !by_subject)
      append_comment(
          out_, "  ",
          fmt::format(
              fmt::runtime(pick(
                  "> roster.yaml lists no {0} of this unit: add 'subjects: {{{0}: […]}}' there and answer for each; if there is none, write {{result: na, reason: \"…\"}}",
                  "> roster.yaml 未登记该单位的 {0}：请补上 subjects: {{{0}: […]}} 后逐个作答；确实没有的，写 {{result: 不适用, reason: \"…\"}}")),
              item.each));
    if (!by_subject) {
      const std::string empty = item.each.empty() ? empty_value(item) : std::string(unchecked());
      out_ += fmt::format("  {}: {}\n", item.id.value, failing != nullptr ? std::string(fail()) : empty);
      return;
    }
    out_ += fmt::format("  {}:\n    each:\n", item.id.value);
    for (const Word& s : *subjects) {
      const bool fails = failing != nullptr && failing->contains(std::string(s.value));
      out_ += fmt::format("      {}: {}\n", plain_or_quoted(s.value), fails ? std::string(fail()) : empty_value(item));
    }
  }

  std::string_view fail() const { return pick("fail", "不合格"); }

  // One kind of evidence: a word to replace. Several: the mapping with a word for each.
  std::string_view unchecked() const { return pick("unchecked", "未查"); }

  std::string empty_value(const Item& item) const {
    const bool matches_several = item.evidence.size() > 1 && item.asks(Evidence::match);
    if (item.evidence.size() == 1 || matches_several) return std::string(unchecked());
    std::string out = "{";
    for (Evidence kind : item.evidence)
      out += fmt::format("{}{}: {}", out.size() > 1 ? ", " : "", key_of(kind), unchecked());
    return out + "}";
  }

  const std::set<std::string>* failing(std::uint32_t item) const {
    const auto found = failed_.find(item);
    return found == failed_.end() ? nullptr : &found->second;
  }

  void answers() {
    out_ += "answers:\n";
    bool any = false;
    for (const Section& section : checklist_.sections) {
      bool titled = false;
      for (std::uint32_t i = section.first_item; i < section.first_item + section.item_count; ++i) {
        const bool applies = checklist_.applies_to(i, unit_);
        if (!applies && failing(i) == nullptr) continue;
        if (!titled) out_ += fmt::format("\n  # ---- {} ----\n", comment_text(section.title.in(lang_)));
        titled = any = true;
        question(checklist_.items[i]);
        answer(checklist_.items[i], failing(i));
      }
    }
    if (!any) out_.replace(out_.size() - 1, 1, " {}\n");
  }

  const Checklist& checklist_;
  const Unit& unit_;
  Lang lang_;
  const FailedItems& failed_;
  bool zh_;
  std::string out_;
};

}  // namespace

std::string answers_text(const Checklist& checklist, const Unit& unit, Lang lang, const FailedItems& failed) {
  return Writer(checklist, unit, lang, failed).write();
}

}  // namespace hazcheck
