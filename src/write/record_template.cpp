// The words of an empty record. Kept so that filling it in is replacing words, never typing structure.
#include "write/record_template.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "write/answers_template.hpp"
#include "write/scalar.hpp"

namespace hazcheck {
namespace {

class Writer {
 public:
  explicit Writer(const RecordTemplate& record) : r_(record), zh_(record.lang == Lang::zh) {}

  std::string write() {
    head();
    out_ += answers_text(r_.checklist, r_.unit, r_.lang);
    hazards();
    followups();
    return std::move(out_);
  }

 private:
  std::string_view pick(std::string_view en, std::string_view zh) const { return zh_ ? zh : en; }

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
      append_comment(out_, "",
                     pick("scope: [fire, food]  if only some sections were inspected, take the # away",
                          "scope: [fire, food]  只查部分领域时，去掉行首 # 并改写"));
    out_ += fmt::format("inspectors: []  # {}\n", pick("names, such as [Zhang San, Li Si]", "检查人，如 [张三, 李四]"));
    if (r_.round.by.value == RoundBy::joint) {
      std::string ids;
      for (const Body& d : r_.campaign.departments) ids += (ids.empty() ? "" : ", ") + std::string(d.id.value);
      out_ += fmt::format("departments: []  # {}: {}\n", pick("those that took part, of", "参加部门，可选"), ids);
    }
    out_ += "\n";
    append_comment(
        out_, "",
        pick(
            "Answer with pass, fail, na or unchecked, or with the value that the line above asks for. na and unchecked need a reason: {result: na, reason: \"…\"}. Every fail needs a hazard below.",
            "作答：合格 / 不合格 / 不适用 / 未查（pass / fail / na / unchecked），或按上一行要求填数值、日期、姓名。不适用、未查要写原因：{result: 不适用, reason: \"…\"}。每个不合格都要在下面登记隐患。"));
  }

  void hazards() {
    const std::string due = to_string(r_.date + r_.campaign.policy.severities.front().due_days.value_or(30));
    out_ += "\n";
    append_comment(
        out_, "",
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
    append_comment(
        out_, "",
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
