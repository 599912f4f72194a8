// The words of an empty record. Kept so that filling it in is replacing words, never typing structure.
#include "write/record_template.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "model/evaluate.hpp"
#include "write/scalar.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kCommentWidth = 96;

std::string number_text(double value) { return fmt::format("{:g}", value); }

class Writer {
 public:
  explicit Writer(const RecordTemplate& record) : r_(record), zh_(record.lang == Lang::zh) {}

  std::string write() {
    head();
    answers();
    hazards();
    followups();
    return std::move(out_);
  }

 private:
  std::string_view pick(std::string_view en, std::string_view zh) const { return zh_ ? zh : en; }

  void comment(std::string_view indent, std::string_view text) {
    for (const std::string& line : wrap(comment_text(text), kCommentWidth - indent.size() - 2))
      out_ += fmt::format("{}# {}\n", indent, line);
  }

  void head() {
    out_ += "hazcheck: record/1\n";
    out_.insert(0, r_.schema);
    out_ += fmt::format("round: {}  # {}\n", r_.round.id.value, comment_text(r_.round.title.in(r_.lang)));
    out_ += fmt::format("unit: {}  # {}\n", r_.unit.id.value, comment_text(r_.unit.title.in(r_.lang)));
    out_ += fmt::format("checklist: {}/{}\n", r_.checklist.id.value, r_.checklist.version.value);
    out_ += fmt::format("date: {}  # {}\n", to_string(r_.date), pick("the day of the inspection", "检查日期"));
    out_ +=
        fmt::format("state: draft  # {}\n", pick("complete once everything is filled in", "全部填完后改为 complete"));
    if (r_.round.scope_allowed)
      comment("", pick("scope: [fire, food]  if only some sections were inspected, take the # away",
                       "scope: [fire, food]  只查部分领域时，去掉行首 # 并改写"));
    out_ += fmt::format("inspectors: []  # {}\n", pick("names, such as [Zhang San, Li Si]", "检查人，如 [张三, 李四]"));
    if (r_.round.by.value == RoundBy::joint) {
      std::string ids;
      for (const Body& d : r_.campaign.departments) ids += (ids.empty() ? "" : ", ") + std::string(d.id.value);
      out_ += fmt::format("departments: []  # {}: {}\n", pick("those that took part, of", "参加部门，可选"), ids);
    }
    out_ += "\n";
    comment(
        "",
        pick(
            "Answer with pass, fail, na or unchecked, or with the value that the line above asks for. na and unchecked need a reason: {result: na, reason: \"…\"}. Every fail needs a hazard below.",
            "作答：合格 / 不合格 / 不适用 / 未查（pass / fail / na / unchecked），或按上一行要求填数值、日期、姓名。不适用、未查要写原因：{result: 不适用, reason: \"…\"}。每个不合格都要在下面登记隐患。"));
  }

  std::string expectation(const Expect& e, Evidence kind) const {
    const auto minimum = expected_minimum(e, &r_.unit);
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

  void item(const Item& item) {
    comment("  ", fmt::format("{}", item.text.in(r_.lang)));
    std::string how;
    for (Evidence kind : item.evidence) {
      if (item.evidence.size() == 1 && kind == Evidence::check) break;
      std::string part = item.evidence.size() > 1 ? fmt::format("{}: ", key_of(kind)) : "";
      part += hint(kind);
      const std::string expected = expectation(item.expect[static_cast<std::size_t>(kind)], kind);
      if (!expected.empty()) part += fmt::format("{}{}{}", pick(" (", "（"), expected, pick(")", "）"));
      how.append(how.empty() ? "" : pick("; ", "；")).append(part);
    }
    if (!how.empty()) comment("  ", "> " + how);
    if (item.each.empty()) {
      out_ += fmt::format("  {}: {}\n", item.id.value, empty_value(item));
      return;
    }
    const std::vector<Word>* subjects = r_.unit.subjects_of(item.each);
    if (subjects == nullptr || subjects->empty()) {
      // Never na in silence: the roster may merely lack them.
      comment(
          "  ",
          fmt::format(
              fmt::runtime(pick(
                  "> roster.yaml lists no {0} of this unit: add 'subjects: {{{0}: […]}}' there and answer for each; if there is none, write {{result: na, reason: \"…\"}}",
                  "> roster.yaml 未登记该单位的 {0}：请补上 subjects: {{{0}: […]}} 后逐个作答；确实没有的，写 {{result: 不适用, reason: \"…\"}}")),
              item.each));
      out_ += fmt::format("  {}: {}\n", item.id.value, unchecked());
      return;
    }
    out_ += fmt::format("  {}:\n    each:\n", item.id.value);
    for (const Word& s : *subjects) out_ += fmt::format("      {}: {}\n", plain_or_quoted(s.value), empty_value(item));
  }

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

  void answers() {
    out_ += "answers:\n";
    bool any = false;
    for (std::uint32_t s = 0; s < r_.checklist.sections.size(); ++s) {
      const Section& section = r_.checklist.sections[s];
      bool titled = false;
      for (std::uint32_t i = section.first_item; i < section.first_item + section.item_count; ++i) {
        if (!r_.checklist.applies_to(i, r_.unit)) continue;
        if (!titled) out_ += fmt::format("\n  # ---- {} ----\n", comment_text(section.title.in(r_.lang)));
        titled = any = true;
        item(r_.checklist.items[i]);
      }
    }
    if (!any) out_.replace(out_.size() - 1, 1, " {}\n");
  }

  void hazards() {
    const std::string due = to_string(r_.date + r_.campaign.policy.severities.front().due_days.value_or(30));
    out_ += "\n";
    comment(
        "",
        pick(
            "Hazards: take away '# ' at the start of the lines below, fill them in, and repeat from '- id' for the next one (H2, H3 …).",
            "隐患登记：去掉下面各行开头的“# ”后填写；再有隐患时从“- id”起照样重复（H2、H3……）。"));
    out_ += "# hazards:\n#   - id: H1\n";
    out_ += fmt::format("#     item: {}  # {}\n", example_item(),
                        pick("the item that failed, or a section", "不合格的检查项代码；没有对应项时写领域代码"));
    out_ += fmt::format("#     location: \"\"  # {}\n", pick("where", "位置"));
    out_ += fmt::format("#     description: \"\"  # {}\n", pick("what is wrong", "隐患描述"));
    std::string severities;
    for (const SeverityLevel& s : r_.campaign.policy.severities) {
      severities += (severities.empty() ? "" : " | ") + std::string(s.id.value);
      if (zh_ && s.title.in(Lang::zh) != s.id.value) severities += " " + comment_text(s.title.in(Lang::zh));
    }
    out_ += fmt::format("#     severity: {}  # {}\n", r_.campaign.policy.severities.front().id.value, severities);
    out_ += fmt::format("#     plan:  # {}\n", r_.round.plan_required ? pick("all four are required", "四项必填")
                                                                      : pick("optional in this round", "本轮可不填"));
    out_ += fmt::format("#       measures: \"\"  # {}\n", pick("what will be done", "整改措施"));
    out_ += fmt::format("#       due: {}  # {}\n", due, pick("finished by", "完成期限"));
    out_ += fmt::format("#       funding: {{amount: 0}}  # {}\n",
                        pick("yuan; above 0 also source: \"…\"", "金额（元）；大于 0 时加 source: \"资金来源\""));
    out_ += fmt::format("#       owner: \"\"  # {}\n", pick("one named person", "责任人（一人姓名）"));
    out_ += fmt::format("#     log:  # {}\n", pick("as things happen", "随整改进展逐条添加"));
    out_ += fmt::format("#       - {{date: {}, event: rectified, by: \"\"}}{}\n", due,
                        pick("", "  # 整改完成，by 填整改人"));
    out_ +=
        fmt::format("#       - {{date: {}, event: closed, by: \"\"{}}}  # {}\n", due,
                    r_.round.writeoff_required ? ", writeoff: \"\"" : "",
                    pick("by somebody else than the owner and the rectifier", "销项，由责任人、整改人以外的人验收"));
  }

  std::string_view example_item() const {
    for (std::uint32_t i = 0; i < r_.checklist.items.size(); ++i)
      if (r_.checklist.applies_to(i, r_.unit)) return r_.checklist.items[i].id.value;
    return "";
  }

  void followups() {
    if (r_.open.empty()) return;
    out_ += "\n";
    comment(
        "",
        pick(
            "Still open from earlier rounds: say of each what this inspection found (closed, still-open or recurred).",
            "以往轮次尚未销项的隐患：逐条填写本次复查结果（closed 已销项、still-open 仍未整改、recurred 再次出现）。"));
    out_ += "# followups:\n";
    for (const OpenHazard& h : r_.open) {
      out_ += fmt::format("#   # {}\n", comment_text(h.description));
      out_ += fmt::format("#   - {{hazard: {}, result: still-open, by: \"\", reason: \"\"}}\n", h.id);
    }
  }

  const RecordTemplate& r_;
  bool zh_;
  std::string out_;
};

}  // namespace

std::string record_text(const RecordTemplate& record) { return Writer(record).write(); }

}  // namespace hazcheck
