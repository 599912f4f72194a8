// Plans: their parts, their owners, and what severe hazards need besides. Must not look at what became of
// them.
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"
#include "rules/loop.hpp"
#include "rules/standing.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::loop {
namespace {

bool voided(const Hazard& hazard) {
  for (const Event& e : hazard.log)
    if (e.kind.value == EventKind::voided) return true;
  return false;
}

void list(Text& names, Label name) {
  if (!names.empty()) {
    names.en += ", ";
    names.zh += "、";
  }
  names.en += name.en;
  names.zh += name.zh;
}

// clang-format off
// Those who are everybody and nobody: groups, offices and posts without a name.
constexpr std::string_view kNobody[] = {
    "全员", "各位", "大家", "团队", "人人", "每个人", "学校", "本校", "我校", "校方", "园方", "本园", "幼儿园", "单位", "本单位", "教育局",
    "主管部门", "领导", "校领导", "学校领导", "校长室", "校办", "总务处", "总务", "后勤", "后勤处", "后勤部", "后勤组",
    "保卫科", "保卫处", "安保处", "安保部", "安保科", "安全科", "安全处", "安全办", "安办", "德育处", "政教处", "教导处",
    "教务处", "学生处", "年级组", "食堂", "医务室", "卫生室", "保健室", "门卫", "门卫室", "保安", "保安队", "物业", "宿管",
    "施工方", "厂家", "校长", "副校长", "园长", "副园长", "书记", "校长书记", "班主任", "教师", "老师", "教职工", "安全员",
    "总务主任", "德育主任", "主任", "责任人", "负责人", "分管领导", "分管校长", "待定", "未定", "不详", "暂无", "无",
    "everybody", "everyone", "anybody", "anyone", "all", "all staff", "team", "the team", "all of us", "colleagues", "all teachers", "staff", "teachers", "the staff",
    "school", "the school", "unit", "the unit", "management", "logistics", "general affairs", "general affairs office",
    "security", "security office", "security guard", "maintenance", "canteen", "the canteen", "office", "principal",
    "headmaster", "headteacher", "head teacher", "the head", "authority", "the authority", "nobody", "none", "unknown",
    "tbd", "n/a"};
constexpr std::string_view kNobodyBegins[] = {"全体", "各位", "两位", "几位", "多位", "所有", "相关", "有关", "各部门", "各处室", "各班", "各年级"};
constexpr std::string_view kNobodyEnds[] = {"公司", "单位", "小组", "办公室", "部门", "科室", "处室", "人员", "师生", "教职工", "们"};
// clang-format on

std::string folded(std::string_view name) { return lower_ascii(folded_name(name)); }

// Knows every title and id that is not a person's name. Owners recur: each spelling is judged once.
class Owners {
 public:
  explicit Owners(const Model& model) {
    for (std::string_view word : kNobody) bodies_.insert(folded(word));
    add(model.campaign.authority.id, model.campaign.authority.title);
    for (const Body& d : model.campaign.departments) add(d.id, d.title);
    for (const Unit& u : model.roster.units) add(u.id, u.title);
  }

  bool is_person(std::string_view owner) {
    const auto [at, fresh] = known_.try_emplace(owner, true);
    if (fresh) at->second = judge(folded(owner));
    return at->second;
  }

 private:
  void add(const Word& id, const Title& title) {
    for (std::string_view text : {id.value, title.zh, title.en})
      if (!text.empty()) bodies_.insert(folded(text));
  }

  bool judge(std::string_view owner) const {
    if (bodies_.contains(std::string(owner))) return false;
    for (std::string_view begin : kNobodyBegins)
      if (owner.starts_with(begin)) return false;
    for (std::string_view end : kNobodyEnds)
      if (owner.ends_with(end)) return false;
    return true;
  }

  std::unordered_set<std::string> bodies_;
  std::unordered_map<std::string_view, bool> known_;
};

// Where the hazard does not say its severity: the item does.
void note_default_severity(const RecordContext& c, const Hazard& h, const SeverityLevel& level, Diagnostic& d) {
  if (h.severity().present() || h.item == kNoIndex || c.record.checklist == nullptr) return;
  const Item& item = c.record.checklist->items[h.item];
  if (item.severity.value != level.id.value) return;  // regraded since
  d.notes.push_back(
      {{c.record.checklist->file, item.severity.at},
       say("'{0}' is {1} by default", "检查项 '{0}' 的隐患默认为{2}", item.id.value, level.id.value, level_zh(level)),
       {}});
}

}  // namespace

void plan_incomplete(const RecordContext& c, Emit& emit) {
  if (c.record.round == nullptr || !c.record.round->plan_required) return;
  for (const Hazard& h : c.record.hazards) {
    const Plan& plan = h.plan;
    if (!plan.present() || plan.complete() || plan.flawed || voided(h)) continue;
    Text parts;
    if (!plan.measures().present()) list(parts, {"'measures'", "'measures'（整改措施）"});
    if (!plan.due.present()) list(parts, {"'due'", "'due'（整改期限）"});
    if (!plan.amount.present()) {
      list(parts, {"'funding'", "'funding'（整改资金）"});
    } else if (!plan.has_funding()) {
      list(parts, {"'funding.source'", "'funding.source'（资金来源）"});
    }
    if (!plan.owner().present()) list(parts, {"'owner'", "'owner'（项目责任人）"});
    emit(plan.at,
         {fmt::format("the plan of '{}' lacks {}", h.id.value, parts.en),
          fmt::format("隐患 '{}' 的整改计划缺少 {}", h.id.value, parts.zh)},
         say("a plan has measures, a due, funding with its source (or amount 0) and one owner",
             "整改计划应有措施、期限、资金及来源（无需资金的写 amount: 0）和一名责任人"));
  }
}

void no_plan(const RegisterContext& c, Emit& emit) {
  const int limit = c.model.campaign.policy.plan_days;
  for (const Timeline& t : c.timelines) {
    const Hazard& h = c.model.hazard_of(t.ref);
    if (h.plan.present() || h.log_flawed) continue;
    const Record& record = c.model.record_of(t.ref);
    if (record.round == nullptr || !record.round->plan_required) continue;
    if (!is_open(state_at(t, c.today))) continue;
    bool in_doubt = false;  // a step that needed a plan is reported for it
    for (const Step& step : t.steps) in_doubt = in_doubt || !step.allowed;
    if (in_doubt) continue;
    const int days = c.today - h.found.value;
    const Span at{record.file, h.id.at};
    if (days > limit) {
      emit(at,
           say("'{0}' has no plan {1} days after it was found", "隐患 '{0}' 发现后 {1} 天仍没有整改计划", h.id.value,
               days),
           say("add 'plan' with measures, due, funding and owner", "请补上 plan：措施、期限、资金、责任人"))
          .severity = Severity::warning;
    } else {
      emit(at, say("'{0}' has no plan yet", "隐患 '{0}' 尚无整改计划", h.id.value),
           say("add 'plan' with measures, due, funding and owner by {0}",
               "最迟 {0} 补上 plan：措施、期限、资金、责任人", to_string(h.found.value + limit)));
    }
  }
}

void owner_not_a_person(const RegisterContext& c, Emit& emit) {
  Owners owners(c.model);
  const auto check = [&](const Record& record, const Hazard& hazard, const Word& owner) {
    if (!owner.present() || owners.is_person(owner.value)) return;
    emit(Span{record.file, owner.at},
         say("'{0}', the owner of '{1}', is not a named person", "隐患 '{1}' 的责任人 '{0}' 不是具体的人",
             shown(owner.value), hazard.id.value),
         say("name the one person who answers for it", "请写明承担责任的一个人的姓名"));
  };
  for (const Record& record : c.model.records)
    for (const Hazard& h : record.hazards) {
      check(record, h, h.plan.owner());
      for (const Event& e : h.log)
        if (e.kind.value == EventKind::reassigned) check(record, h, e.get(EventKey::owner));
    }
}

void emergency_measures_missing(const RecordContext& c, Emit& emit) {
  for (const Hazard& h : c.record.hazards) {
    if (!h.plan.present() || h.plan.flawed || h.log_flawed || voided(h)) continue;
    if (h.plan.interim().present() && h.plan.emergency_plan().present()) continue;
    const int index = standing_on(c.model.campaign, c.record, h, c.today).severity;
    if (index < 0) continue;
    const SeverityLevel& level = c.model.campaign.policy.severities[static_cast<std::size_t>(index)];
    Text parts;
    if (level.requires_interim && !h.plan.interim().present()) list(parts, {"'interim'", "'interim'（临时防范措施）"});
    if (level.requires_emergency_plan && !h.plan.emergency_plan().present())
      list(parts, {"'emergency_plan'", "'emergency_plan'（应急预案）"});
    if (parts.empty()) continue;
    Diagnostic& d =
        emit(h.plan.at,
             {fmt::format("the plan of '{}' lacks {}, which a {} hazard needs", h.id.value, parts.en, level.id.value),
              fmt::format("隐患 '{}' 的整改计划缺少 {}，{}必须有", h.id.value, parts.zh, level_zh(level))},
             say("say how people are kept safe until it is rectified, and what is done if it happens",
                 "写明整改完成之前如何防范，以及万一发生如何处置"));
    note_default_severity(c, h, level, d);
  }
}

}  // namespace hazcheck::loop
