// The field tables of the campaign file.
#include "read/campaign_reader.hpp"

#include <charconv>

#include "base/text.hpp"
#include "read/file_kind.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

// clang-format off
constexpr Field<Person> kPerson[] = {
    {{"name", true, {ShapeKind::name}, {"the person's name", "姓名"}}, [](D& d, N n, Person& p) { d.name(n, p.name); }},
    {{"role", false, {ShapeKind::text}, {"what they do: head, safety, minors-protection …", "职务：head（校长）、safety（安全）、minors-protection（未保）等"}},
     [](D& d, N n, Person& p) { d.text(n, p.role); }},
};
// clang-format on
constexpr Entity<Person> kPersonEntity{"person", {"a named person", "人员"}, kPerson};

// clang-format off
constexpr Field<Body> kBody[] = {
    {{"id", true, {ShapeKind::id}, {"its id", "代码"}}, [](D& d, N n, Body& b) { d.id(n, b.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, Body& b) { d.title(n, b.title); }},
    {{"people", false, {.kind = ShapeKind::mapping, .list = true, .nested = person_entity}, {"the people who act for it", "代表它的人员"}},
     [](D& d, N n, Body& b) { read_people(d, n, b.people); }},
};
// clang-format on
constexpr Entity<Body> kBodyEntity{"body", {"the authority or a department", "主管部门或协同部门"}, kBody};

constexpr Field<NamedId> kNamedId[] = {
    {{"id", true, {ShapeKind::id}, {"the id used in the roster and the checklist", "名册和检查表中使用的代码"}},
     [](D& d, N n, NamedId& x) { d.id(n, x.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, NamedId& x) { d.title(n, x.title); }},
};
constexpr Entity<NamedId> kNamedIdEntity{"entry", {"an id and its name", "代码与名称"}, kNamedId};

constexpr Field<UnitFilter> kFilter[] = {
    {{"types", false, {.kind = ShapeKind::id, .list = true}, {"any of these unit types", "属于其中任一类型"}},
     [](D& d, N n, UnitFilter& f) { d.words(n, f.types, &D::id); }},
    {{"traits", false, {.kind = ShapeKind::id, .list = true}, {"all of these traits", "同时具备这些特征"}},
     [](D& d, N n, UnitFilter& f) { d.words(n, f.traits, &D::id); }},
    {{"ids", false, {.kind = ShapeKind::id, .list = true}, {"these units besides", "另加这些单位"}},
     [](D& d, N n, UnitFilter& f) { d.words(n, f.ids, &D::id); }},
};
constexpr Entity<UnitFilter> kRoundUnits{"units", {"the units that a round inspects", "本轮检查的单位"}, kFilter};
constexpr Entity<UnitFilter> kApplies{
    "applies", {"the units that an item applies to", "检查项适用的单位"}, std::span(kFilter, 2)};

// "resumption + 13d" → base and offset.
void read_bound(D& d, N n, Bound& out) {
  if (!d.expect_scalar(n)) return;
  std::string_view rest = trim(n.text);
  out.at = n.at;
  std::string_view base = rest;
  if (const std::size_t blank = rest.find(' '); blank != std::string_view::npos) {
    base = rest.substr(0, blank);
    std::string_view shift = trim(rest.substr(blank));
    const bool sign = !shift.empty() && (shift[0] == '+' || shift[0] == '-');
    const bool minus = sign && shift[0] == '-';
    if (sign) shift = trim(shift.substr(1));
    int days = 0;
    const auto [end, error] = std::from_chars(shift.data(), shift.data() + shift.size(), days);
    if (!sign || error != std::errc() || end + 1 != shift.data() + shift.size() || *end != 'd' || days < 0 ||
        days > 3660) {
      d.report("HZ111", n.at,
               say("'{0}' is not a bound of a window", "'{0}' 不是有效的时间界限", elide(printable(n.text), 40)),
               say("write a date, 'start', a milestone, or one of them '+ 13d'",
                   "写日期、start、里程碑名称，或其后加 '+ 13d'"));
      return;
    }
    out.offset = minus ? -days : days;
  }
  if (!base.empty() && base[0] >= '0' && base[0] <= '9') {
    if (const auto date = parse_date(base); date && *date >= kFirstDay && *date <= kLastDay) {
      out.fixed = *date;
    } else {
      Day unused;
      Node part = n;
      part.text = base;
      d.date(part, unused);
    }
    return;
  }
  out.base = d.keep(base);
}

constexpr Choice<RoundBy> kRoundBy[] = {
    {"unit", RoundBy::unit}, {"authority", RoundBy::authority}, {"joint", RoundBy::joint}};
constexpr std::string_view kRoundByWords[] = {"unit", "authority", "joint"};
constexpr Choice<bool> kNeeded[] = {{"required", true}, {"optional", false}};
constexpr std::string_view kNeededWords[] = {"required", "optional"};
constexpr Choice<bool> kScope[] = {{"allowed", true}, {"whole", false}};
constexpr std::string_view kScopeWords[] = {"allowed", "whole"};

void flag(D& d, N n, bool& out, std::span<const Choice<bool>> words) {
  if (const auto value = d.choice<bool>(n, words)) out = *value;
}

// clang-format off
constexpr Field<Round> kRound[] = {
    {{"id", true, {ShapeKind::id}, {"the round's id, the folder of its records", "轮次代码，也是记录文件夹名"}}, [](D& d, N n, Round& r) { d.id(n, r.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, Round& r) { d.title(n, r.title); }},
    {{"by", true, {.kind = ShapeKind::choice, .choices = kRoundByWords}, {"who inspects: unit, authority, or both with departments (joint)", "检查方：unit（学校自查）、authority（主管部门）、joint（联合）"}},
     [](D& d, N n, Round& r) { if (auto v = d.choice<RoundBy>(n, kRoundBy)) r.by = {*v, n.at}; }},
    {{"from", true, {ShapeKind::bound}, {"first day", "起始日"}}, [](D& d, N n, Round& r) { read_bound(d, n, r.from); }},
    {{"to", true, {ShapeKind::bound}, {"last day", "截止日"}}, [](D& d, N n, Round& r) { read_bound(d, n, r.to); }},
    {{"units", false, {.kind = ShapeKind::mapping, .nested = unit_filter_entity}, {"the units it inspects; all by default", "检查哪些单位，默认 all（全部）"}},
     [](D& d, N n, Round& r) { if (!n.is_scalar() || n.text != "all") read_unit_filter(d, n, r.units, true); }},
    {{"plan", false, {.kind = ShapeKind::choice, .choices = kNeededWords}, {"whether a hazard needs a plan; required by default", "隐患是否必须有整改计划，默认 required"}},
     [](D& d, N n, Round& r) { flag(d, n, r.plan_required, kNeeded); }},
    {{"writeoff", false, {.kind = ShapeKind::choice, .choices = kNeededWords}, {"whether closing needs a write-off number; optional by default", "销项是否必须有销项编号，默认 optional"}},
     [](D& d, N n, Round& r) { flag(d, n, r.writeoff_required, kNeeded); }},
    {{"scope", false, {.kind = ShapeKind::choice, .choices = kScopeWords}, {"whether a record may cover some sections only; whole by default", "记录可否只查部分领域，默认 whole（不可）"}},
     [](D& d, N n, Round& r) { flag(d, n, r.scope_allowed, kScope); }},
};
// clang-format on
constexpr Entity<Round> kRoundEntity{"round", {"one round of inspection", "检查轮次"}, kRound};

constexpr std::string_view kRequirable[] = {"interim", "emergency_plan"};
constexpr Choice<int> kRequires[] = {{"interim", 0}, {"emergency_plan", 1}};

// clang-format off
constexpr Field<SeverityLevel> kSeverity[] = {
    {{"id", true, {ShapeKind::id}, {"its id", "代码"}}, [](D& d, N n, SeverityLevel& s) { d.id(n, s.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, SeverityLevel& s) { d.title(n, s.title); }},
    {{"requires", false, {.kind = ShapeKind::choice, .list = true, .choices = kRequirable}, {"what a plan needs besides: interim, emergency_plan", "计划另需：interim（临时防范措施）、emergency_plan（应急预案）"}},
     [](D& d, N n, SeverityLevel& s) {
       if (!d.expect_sequence(n)) return;
       for (N item : n.children)
         if (auto v = d.choice<int>(item, kRequires)) (*v == 0 ? s.requires_interim : s.requires_emergency_plan) = true;
     }},
    {{"close_by", false, {ShapeKind::id}, {"who may close it: authority, or a department's id", "由谁销项：authority（主管部门）或某部门代码"}},
     [](D& d, N n, SeverityLevel& s) {
       Word word;
       d.id(n, word);
       if (!word.present()) return;
       s.close_by = CloseBy::authority;
       if (word.value != "authority") s.close_by_body = word.value;
     }},
};
// clang-format on
constexpr Entity<SeverityLevel> kSeverityEntity{"severity", {"a grade of hazards", "隐患等级"}, kSeverity};

struct DueDays {
  Word severity;
  int days;
};
struct PolicyDraft {
  Policy policy;
  std::vector<DueDays> due_days;
};

void whole(D& d, N n, int& out) {
  if (const auto value = d.integer(n, 0)) out = static_cast<int>(*value);
}

// clang-format off
constexpr Field<PolicyDraft> kPolicy[] = {
    {{"severities", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kSeverityEntity.describe(); }}, {"grades of hazards, mildest first", "隐患等级，由轻到重"}},
     [](D& d, N n, PolicyDraft& p) {
       if (!d.expect_sequence(n)) return;
       for (N item : n.children) {
         SeverityLevel s;
         if (decode_mapping(d, item, s, kSeverityEntity) && s.id.present()) p.policy.severities.push_back(s);
       }
     }},
    {{"due_days", false, {.kind = ShapeKind::integer, .keyed = true}, {"by severity: the latest first due, in days after found", "按等级：首次整改期限最迟为发现后几天"}},
     [](D& d, N n, PolicyDraft& p) {
       if (!d.expect_mapping(n, "due_days")) return;
       for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
         const auto days = d.integer(n.children[i + 1], 0);
         if (days) p.due_days.push_back({{d.keep(n.children[i].text), n.children[i].at}, static_cast<int>(*days)});
       }
     }},
    {{"plan_days", false, {ShapeKind::integer}, {"days after which a hazard without a plan is a warning; 7", "超过几天仍无计划则警告，默认 7"}},
     [](D& d, N n, PolicyDraft& p) { whole(d, n, p.policy.plan_days); }},
    {{"answer_days", false, {ShapeKind::integer}, {"days after which an escalation without an answer is a warning; 7", "上报超过几天未答复则警告，默认 7"}},
     [](D& d, N n, PolicyDraft& p) { whole(d, n, p.policy.answer_days); }},
    {{"separate_verifier", false, {ShapeKind::boolean}, {"whoever closes is neither plan owner nor rectifier; true", "销项人不得是责任人或整改人，默认 true"}},
     [](D& d, N n, PolicyDraft& p) { d.boolean(n, p.policy.separate_verifier); }},
    {{"due_soon_days", false, {ShapeKind::integer}, {"how many days ahead counts as due soon; 7", "几天内到期算“即将到期”，默认 7"}},
     [](D& d, N n, PolicyDraft& p) { whole(d, n, p.policy.due_soon_days); }},
    {{"backdate_days", false, {ShapeKind::integer}, {"days by which an event may be older than the commit that brings it; 14", "事件日期最多可比提交早几天，默认 14"}},
     [](D& d, N n, PolicyDraft& p) { whole(d, n, p.policy.backdate_days); }},
};
// clang-format on
constexpr Entity<PolicyDraft> kPolicyEntity{"policy", {"the campaign's rules of closure", "整改闭环的规则"}, kPolicy};

std::vector<SeverityLevel> default_severities() {
  SeverityLevel general, major;
  general.id.value = "general";
  general.title = {"一般隐患", "General", {}};
  major.id.value = "major";
  major.title = {"重大隐患", "Major", {}};
  major.requires_interim = major.requires_emergency_plan = true;
  major.close_by = CloseBy::authority;
  return {general, major};
}

void read_policy(D& d, N n, Policy& out) {
  PolicyDraft draft;
  decode_mapping(d, n, draft, kPolicyEntity);
  out = draft.policy;
  if (out.severities.empty()) out.severities = default_severities();
  for (const DueDays& limit : draft.due_days) {
    bool known = false;
    std::vector<std::string_view> ids;
    for (SeverityLevel& s : out.severities) {
      ids.push_back(s.id.value);
      if (s.id.value != limit.severity.value) continue;
      s.due_days = limit.days;
      known = true;
    }
    if (!known) {
      Node key;
      key.kind = NodeKind::scalar;
      key.text = limit.severity.value;
      key.at = limit.severity.at;
      d.unknown_value(key, ids);
    }
  }
}

template <class T>
void read_list(D& d, N n, std::vector<T>& out, const Entity<T>& entity) {
  if (!d.expect_sequence(n)) return;
  for (N item : n.children) {
    T value{};
    if (decode_mapping(d, item, value, entity) && value.id.present()) out.push_back(std::move(value));
  }
}

// clang-format off
constexpr Field<Campaign> kCampaign[] = {
    {{"hazcheck", true, {ShapeKind::text}, {"campaign/1", "campaign/1"}}, [](D&, N, Campaign&) {}},
    {{"id", true, {ShapeKind::id}, {"the campaign's id", "专项代码"}}, [](D& d, N n, Campaign& c) { d.id(n, c.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, Campaign& c) { d.title(n, c.title); }},
    {{"checklist", true, {ShapeKind::id}, {"id of the checklist that records answer", "所用检查表的代码"}}, [](D& d, N n, Campaign& c) { d.id(n, c.checklist); }},
    {{"authority", true, {.kind = ShapeKind::mapping, .nested = [] { return kBodyEntity.describe(); }}, {"the bureau in charge", "主管部门"}},
     [](D& d, N n, Campaign& c) { decode_mapping(d, n, c.authority, kBodyEntity); }},
    {{"departments", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kBodyEntity.describe(); }}, {"departments that take part", "协同部门"}},
     [](D& d, N n, Campaign& c) { read_list(d, n, c.departments, kBodyEntity); }},
    {{"types", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kNamedIdEntity.describe(); }}, {"unit types and their names", "单位类型"}},
     [](D& d, N n, Campaign& c) { read_list(d, n, c.types, kNamedIdEntity); }},
    {{"traits", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kNamedIdEntity.describe(); }}, {"unit traits and their names", "单位特征"}},
     [](D& d, N n, Campaign& c) { read_list(d, n, c.traits, kNamedIdEntity); }},
    {{"areas", false, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kNamedIdEntity.describe(); }}, {"towns or streets and their names", "街镇"}},
     [](D& d, N n, Campaign& c) { read_list(d, n, c.areas, kNamedIdEntity); }},
    {{"start", false, {ShapeKind::date}, {"the day the campaign begins", "专项开始日"}},
     [](D& d, N n, Campaign& c) {
       d.date(n, c.start);
       c.start_flawed = !c.start.present();
     }},
    {{"milestones", false, {.kind = ShapeKind::null_or_date, .keyed = true}, {"named days; null while not announced", "里程碑日期，未公布时写 null"}},
     [](D& d, N n, Campaign& c) {
       c.milestones_flawed = !d.expect_mapping(n, "milestones");
       if (c.milestones_flawed) return;
       for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
         N key = n.children[i];
         N value = n.children[i + 1];
         Milestone m;
         m.name = {d.keep(key.text), key.at};
         m.at = value.at;
         Day day;
         if (!value.is_null()) d.date(value, day);
         if (day.present()) m.date = day.value;
         c.milestones.push_back(m);
       }
     }},
    {{"rounds", true, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kRoundEntity.describe(); }}, {"the rounds of inspection, in order", "检查轮次，按先后排列"}},
     [](D& d, N n, Campaign& c) { read_list(d, n, c.rounds, kRoundEntity); }},
    {{"policy", false, {.kind = ShapeKind::mapping, .nested = [] { return kPolicyEntity.describe(); }}, {"rules of closure; each key has a default", "整改闭环规则，各键均有默认值"}},
     [](D& d, N n, Campaign& c) { read_policy(d, n, c.policy); }},
};
// clang-format on
constexpr Entity<Campaign> kCampaignEntity{
    "campaign", {"hazcheck.yaml: one inspection campaign", "hazcheck.yaml：一次专项排查"}, kCampaign};

}  // namespace

void read_unit_filter(D& d, N n, UnitFilter& out, bool with_ids) {
  decode_mapping(d, n, out, with_ids ? kRoundUnits : kApplies);
}

EntityInfo unit_filter_entity() { return kRoundUnits.describe(); }
EntityInfo applies_entity() { return kApplies.describe(); }
EntityInfo person_entity() { return kPersonEntity.describe(); }

void read_people(D& d, N n, std::vector<Person>& out) {
  if (!d.expect_sequence(n)) return;
  for (N item : n.children) {
    Person p;
    if (decode_mapping(d, item, p, kPersonEntity) && p.name.present()) out.push_back(p);
  }
}

void read_campaign(D& d, N root, Campaign& out) {
  if (!check_kind(d, root, "campaign")) return;
  decode_mapping(d, root, out, kCampaignEntity);
  out.read = true;
  for (std::size_t i = 0; i < out.rounds.size(); ++i) out.rounds[i].order = static_cast<int>(i);
  if (out.policy.severities.empty()) out.policy.severities = default_severities();
  resolve_windows(out);
  for (const Round& r : out.rounds)
    if (r.from.day && r.to.day && *r.to.day < *r.from.day)
      d.report("HZ111", r.to.at,
               say("round '{0}' ends before it begins", "轮次 '{0}' 的结束日期早于开始日期", r.id.value),
               say("correct 'from' or 'to': it would last from {0} to {1}", "请更正 from 或 to：现为 {0} 至 {1}",
                   to_string(*r.from.day), to_string(*r.to.day)))
          .notes.push_back(
              {{d.file(), r.from.at}, say("it begins on {0}", "开始日期为 {0}", to_string(*r.from.day)), {}});
}

EntityInfo campaign_entity() { return kCampaignEntity.describe(); }

}  // namespace hazcheck
