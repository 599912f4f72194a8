// HZ2: the rows. What nothing carries and what is carried twice; the functions are in identity_*.cpp, and HZ290 and
// above (files and paths) are reported while reading.
#include "rules/identity.hpp"

#include <array>

namespace hazcheck {
namespace {

using namespace identity;
using E = ExampleOf;
using S = Severity;

// Beginnings of the examples' files.
#define SELF_DRAFT(unit)                         \
  "hazcheck: record/1\nround: self\nunit: " unit \
  "\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\ninspectors: [张三]\n"
#define JOINT_DRAFT \
  "hazcheck: record/1\nround: joint\nunit: u1\nchecklist: test/1\ndate: 2020-04-28\nstate: draft\ninspectors: [赵敏]\n"
#define PLAN "plan: {measures: 更换, due: 2020-04-20, funding: {amount: 0}, owner: 李四}"
#define CAMPAIGN_HEAD                                                                                                            \
  "hazcheck: campaign/1\nid: test\nchecklist: test\nauthority: {id: bureau, title: 示例教育局, people: [{name: 赵敏}]}\n" \
  "departments: [{id: fire-brigade}, {id: health}]\nstart: 2020-03-30\n"
#define SELF_ROUND "  - {id: self, by: unit, from: start, to: 2020-04-10}\n"
#define BUREAU_ROUND "  - {id: bureau, by: authority, from: 2020-04-13, to: 2020-04-27, writeoff: required}\n"
#define JOINT_ROUND "  - {id: joint, by: joint, from: 2020-04-27, to: 2020-05-10, writeoff: required, scope: allowed}\n"
#define UNIT_1 \
  "  - {id: u1, title: 示例一中, type: junior, traits: [canteen], subjects: {vehicle: [沪A00001, 沪A00002]}, students: 1200}\n"

// clang-format off
const std::array<Rule, 21> kRules{{
    {{"HZ201", "unknown-round", S::error,
      {"a record of a round that the campaign does not have", "记录所属的轮次不在专项中"},
      {"A record that belongs to no round is in no coverage, no comparison and no window.",
       "不属于任何轮次的记录不会计入覆盖率，也无法比对和核查时间。"},
      {E::files, "== records/joints/u1.yaml\nhazcheck: record/1\nround: joints\nunit: u1\nchecklist: test/1\ndate: 2020-04-28\n"
                 "state: draft\ninspectors: [赵敏]\nanswers:\n  fire.signs: pass\n"},
      {E::files, "== records/joint/u1.yaml\n" JOINT_DRAFT "answers:\n  fire.signs: pass\n"}},
     unknown_round},
    {{"HZ202", "unknown-unit", S::error,
      {"a unit that the roster does not have", "单位不在名册中"},
      {"A unit outside the roster is expected nowhere and missed nowhere; mostly its id is misspelt.",
       "名册之外的单位既不会被要求检查，也不会被发现缺报；多半是代码写错。"},
      {E::files, "== records/self/u9.yaml\n" SELF_DRAFT("u9") "answers:\n  fire.signs: pass\n"},
      {E::files, "== records/self/u2.yaml\n" SELF_DRAFT("u2") "answers:\n  fire.signs: pass\n"}},
     unknown_unit, unknown_unit_in_round},
    {{"HZ203", "unknown-checklist", S::error,
      {"a checklist, or a version of one, that is not there", "检查表或其版本不存在"},
      {"Without the very version that was answered, no answer can be checked.", "缺少作答所依据的版本，作答就无从校验。"},
      {E::record, "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/2\ndate: 2020-04-07\nstate: draft\n"
                  "inspectors: [张三]\nanswers:\n  fire.signs: pass\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: pass\n"}},
     unknown_checklist, unknown_checklist_of_campaign},
    {{"HZ204", "unknown-item", S::error,
      {"an answer or a hazard on an item that the checklist does not have", "作答或隐患所在的检查项不在检查表中"},
      {"The answer would count for nothing, and the item that was meant would look unanswered.",
       "该作答不会计入统计，真正要答的检查项反而成了未答。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.sings: pass\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: pass\n"}},
     unknown_item},
    {{"HZ205", "unknown-section", S::error,
      {"a scope that names a section the checklist does not have", "检查范围中的领域不在检查表中"},
      {"The scope says what was inspected; an unknown name in it leaves that open.", "检查范围说明查了什么；名称有误就说不清了。"},
      {E::files, "== records/joint/u1.yaml\n" JOINT_DRAFT "scope: [fier]\nanswers:\n  fire.signs: pass\n"},
      {E::files, "== records/joint/u1.yaml\n" JOINT_DRAFT "scope: [fire]\nanswers:\n  fire.signs: pass\n"}},
     unknown_section},
    {{"HZ206", "unknown-department", S::error,
      {"a department, or another body that acts, which the campaign does not have", "部门或其他机构不在专项中"},
      {"What is reported to an unknown department waits for an answer from nobody.", "上报给不存在的部门，就没有人会来答复。"},
      {E::files, "== records/joint/u1.yaml\n" JOINT_DRAFT "departments: [fire-brigad]\nanswers:\n  fire.signs: pass\n"},
      {E::files, "== records/joint/u1.yaml\n" JOINT_DRAFT "departments: [fire-brigade]\nanswers:\n  fire.signs: pass\n"}},
     unknown_department, unknown_department_of_register},
    {{"HZ207", "unknown-subject", S::error,
      {"a subject (a vehicle, say) that the roster does not give the unit", "对象（如车辆）不在该单位的名册中"},
      {"A vehicle that no one knows of was inspected, or a plate is misspelt: either way one of the unit's own is unaccounted for.",
       "要么查了一辆名册外的车，要么车牌写错，本单位总有一辆车没有着落。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  bus.plate:\n    each: {沪A00001: 2020-08-31, 沪A0002: 2020-08-31}\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  bus.plate:\n    each: {沪A00001: 2020-08-31, 沪A00002: 2020-08-31}\n"}},
     unknown_subject},
    {{"HZ208", "subject-not-named", S::error,
      {"a hazard on an item that is answered per subject does not say on which", "按对象作答的检查项，其隐患没有写明对象"},
      {"Two vehicles may fail the same item; each has its own plan, due and write-off.", "两辆车可能在同一项不合格，各有各的计划、期限和销项。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  bus.plate:\n    each: {沪A00001: 2020-03-31, 沪A00002: 2020-08-31}\n"
                  "hazards:\n  - {id: H1, item: bus.plate, description: 标牌过期, " PLAN "}\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  bus.plate:\n    each: {沪A00001: 2020-03-31, 沪A00002: 2020-08-31}\n"
                  "hazards:\n  - {id: H1, item: bus.plate, subject: 沪A00001, description: 标牌过期, " PLAN "}\n"}},
     subject_not_named},
    {{"HZ209", "subject-not-asked", S::error,
      {"a hazard names a subject, but its item is not answered per subject", "检查项不按对象作答，其隐患却写了对象"},
      {"The subject would split one item's hazards in two; where it stands is said in `location`.",
       "写上对象会把同一项的隐患拆开统计；地点请写在 location 中。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\nhazards:\n  - {id: H1, item: fire.signs, subject: 沪A00001, "
                  "description: 标识脱落, " PLAN "}\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\nhazards:\n  - {id: H1, item: fire.signs, location: 东楼二层, "
                  "description: 标识脱落, " PLAN "}\n"}},
     subject_not_asked},
    {{"HZ210", "unknown-severity", S::error,
      {"a severity that the campaign's policy does not have", "隐患等级不在专项规定的等级中"},
      {"The severity decides what a plan needs, who may close, and how long it may take.",
       "等级决定计划须包含什么、由谁销项、期限多长。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\nhazards:\n  - {id: H1, item: fire.signs, severity: gneral, "
                  "description: 标识脱落, " PLAN "}\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\nhazards:\n  - {id: H1, item: fire.signs, severity: general, "
                  "description: 标识脱落, " PLAN "}\n"}},
     unknown_severity, unknown_severity_of_item},
    {{"HZ211", "unknown-milestone", S::error,
      {"a round's window rests on a milestone that the campaign does not give", "轮次的时间依据了专项中没有的里程碑"},
      {"The window would stay pending for ever, and nothing in that round would ever be late.", "该轮次将一直“待定”，永远不会有逾期。"},
      {E::campaign, CAMPAIGN_HEAD "milestones: {resumption: 2020-04-27}\nrounds:\n" SELF_ROUND BUREAU_ROUND
                    "  - {id: joint, by: joint, from: resumtion, to: 2020-05-10, scope: allowed}\n"},
      {E::campaign, CAMPAIGN_HEAD "milestones: {resumption: 2020-04-27}\nrounds:\n" SELF_ROUND BUREAU_ROUND
                    "  - {id: joint, by: joint, from: resumption, to: resumption + 13d, scope: allowed}\n"}},
     nullptr, unknown_milestone},
    {{"HZ212", "duplicate-id", S::error,
      {"an id that is taken, letter case aside", "代码重复（不分大小写）"},
      {"What refers to the id could mean either; ids that differ only in case are one file on many disks.",
       "引用该代码时分不清指谁；仅大小写不同的代码在许多磁盘上是同一个文件。"},
      {E::roster, "hazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary}\n  - {id: U2, title: 示例三小, type: primary}\n"},
      {E::roster, "hazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary}\n  - {id: u3, title: 示例三小, type: primary}\n"}},
     duplicate_hazard, duplicate_id},
    {{"HZ213", "duplicate-name", S::error,
      {"a person with the same role, or a subject, listed twice", "同一职务的人员或同一对象重复列出"},
      {"Either one of them is a slip, or two people cannot be told apart when one of them signs.", "要么是重复录入，要么签名时分不清是哪一位。"},
      {E::files, "== roster.yaml\nhazcheck: roster/1\nunits:\n" UNIT_1 "  - id: u2\n    title: 示例二小\n    type: primary\n    people:\n"
                 "      - {name: 王五, role: safety}\n      - {name: 王 五, role: safety}\n"},
      {E::files, "== roster.yaml\nhazcheck: roster/1\nunits:\n" UNIT_1 "  - id: u2\n    title: 示例二小\n    type: primary\n    people:\n"
                 "      - {name: 王五, role: safety}\n      - {name: 王五, role: minors-protection}\n"}},
     nullptr, duplicate_name},
    {{"HZ214", "item-outside-section", S::error,
      {"an item's id does not start with its section's id and a dot", "检查项代码没有以所在领域的代码加“.”开头"},
      {"The id says where the item belongs; in a record, only the id is seen.", "记录里只看得到代码，应能从中看出所属领域。"},
      {E::files, "== checklists/food.yaml\nhazcheck: checklist/1\nid: food\nversion: 1\nsections:\n  - id: food\n    items:\n"
                 "      - {id: fire.kitchen, text: 厨房灭火毯在位}\n"},
      {E::files, "== checklists/food.yaml\nhazcheck: checklist/1\nid: food\nversion: 1\nsections:\n  - id: food\n    items:\n"
                 "      - {id: food.kitchen, text: 厨房灭火毯在位}\n"}},
     nullptr, item_outside_section},
    {{"HZ215", "two-records", S::error,
      {"two records for one round and unit", "同一单位同一轮次有两份记录"},
      {"Every answer and hazard would count twice, or one of the two would win by chance.", "作答和隐患要么重复计算，要么不知以哪份为准。"},
      {E::files, "== records/self/u2.yaml\n" SELF_DRAFT("u1") "answers:\n  fire.signs: pass\n"},
      {E::files, "== records/self/u2.yaml\n" SELF_DRAFT("u2") "answers:\n  fire.signs: pass\n"}},
     nullptr, two_records},
    {{"HZ216", "undeclared-word", S::warning,
      {"a unit type, trait or area that is neither declared nor shipped", "单位类型、特征或街镇既未声明，也不是自带的"},
      {"A misspelt type or trait takes the unit out of rounds and items without a word.", "类型或特征写错，单位就会悄悄脱离相应的轮次和检查项。"},
      {E::files, "== checklists/lab.yaml\nhazcheck: checklist/1\nid: lab\nversion: 1\nsections:\n  - id: lab\n    items:\n"
                 "      - {id: lab.store, text: 药品双人双锁, applies: {traits: [chem-lap]}}\n"},
      {E::files, "== checklists/lab.yaml\nhazcheck: checklist/1\nid: lab\nversion: 1\nsections:\n  - id: lab\n    items:\n"
                 "      - {id: lab.store, text: 药品双人双锁, applies: {traits: [chem-lab]}}\n"}},
     nullptr, undeclared_word},
    {{"HZ217", "unit-not-valid", S::error,
      {"a record of a unit on a day when it is not in the roster", "检查当日该单位不在名册有效期内"},
      {"The unit had closed, or was not open yet; either the date or the roster is wrong.", "学校已撤并或尚未开办；检查日期与名册必有一错。"},
      {E::files, "== roster.yaml\nhazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary, valid: {to: 2019-08-31}}\n"
                 "== records/self/u2.yaml\n" SELF_DRAFT("u2") "answers:\n  fire.signs: pass\n"},
      {E::files, "== roster.yaml\nhazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary, valid: {to: 2021-08-31}}\n"
                 "== records/self/u2.yaml\n" SELF_DRAFT("u2") "answers:\n  fire.signs: pass\n"}},
     unit_not_valid},
    {{"HZ218", "unit-not-in-round", S::error,
      {"a record of a unit that the round does not inspect", "该轮次不检查这个单位，却有其记录"},
      {"The record would be more than the round expects, so that coverage loses its meaning.", "记录超出了该轮次应查范围，覆盖率就失去意义。"},
      {E::campaign, CAMPAIGN_HEAD "rounds:\n  - {id: self, by: unit, from: start, to: 2020-04-10, units: {types: [primary]}}\n" BUREAU_ROUND JOINT_ROUND},
      {E::campaign, CAMPAIGN_HEAD "rounds:\n  - {id: self, by: unit, from: start, to: 2020-04-10, units: {types: [primary, junior]}}\n" BUREAU_ROUND JOINT_ROUND}},
     unit_not_in_round},
    {{"HZ219", "writeoff-reused", S::error,
      {"one write-off number on two hazards, or on two closings of one", "两条隐患、或同一隐患的两次销项，使用同一个销项编号"},
      {"A number stands for one closing of one hazard. A later inspection that confirms the closing may bear it again; a closing after the hazard was reopened takes a number of its own.",
       "一个销项编号只对应一条隐患的一次销项；经复查确认的可沿用原编号，重新打开后再次销项的须另编。"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\n  fire.exits: fail\nhazards:\n"
                  "  - id: H1\n    item: fire.signs\n    description: 标识脱落\n    " PLAN "\n    log:\n"
                  "      - {date: 2020-04-09, event: rectified, by: 李四}\n"
                  "      - {date: 2020-04-10, event: closed, by: 赵敏, for: bureau, writeoff: QP-2020-001}\n"
                  "  - id: H2\n    item: fire.exits\n    description: 通道堵塞\n    " PLAN "\n    log:\n"
                  "      - {date: 2020-04-09, event: rectified, by: 李四}\n"
                  "      - {date: 2020-04-11, event: closed, by: 赵敏, for: bureau, writeoff: QP-2020-001}\n"},
      {E::record, SELF_DRAFT("u1") "answers:\n  fire.signs: fail\n  fire.exits: fail\nhazards:\n"
                  "  - id: H1\n    item: fire.signs\n    description: 标识脱落\n    " PLAN "\n    log:\n"
                  "      - {date: 2020-04-09, event: rectified, by: 李四}\n"
                  "      - {date: 2020-04-10, event: closed, by: 赵敏, for: bureau, writeoff: QP-2020-001}\n"
                  "  - id: H2\n    item: fire.exits\n    description: 通道堵塞\n    " PLAN "\n    log:\n"
                  "      - {date: 2020-04-09, event: rectified, by: 李四}\n"
                  "      - {date: 2020-04-11, event: closed, by: 赵敏, for: bureau, writeoff: QP-2020-002}\n"}},
     nullptr, writeoff_reused},
    {{"HZ220", "other-checklist", S::warning,
      {"a record that answers another checklist than the campaign's", "记录所答的检查表不是专项指定的检查表"},
      {"Its answers are checked against that other list, and none of them counts towards the campaign's items.",
       "其作答会按另一张检查表校验，不计入本专项检查项的统计。"},
      {E::files, "== checklists/food.yaml\nhazcheck: checklist/1\nid: food\nversion: 1\nsections:\n  - id: food\n    items:\n"
                 "      - {id: food.kitchen, text: 厨房灭火毯在位}\n"
                 "== records/self/u2.yaml\nhazcheck: record/1\nround: self\nunit: u2\nchecklist: food/1\ndate: 2020-04-07\nstate: draft\n"
                 "inspectors: [王五]\nanswers:\n  food.kitchen: pass\n"},
      {E::files, "== records/self/u2.yaml\n" SELF_DRAFT("u2") "answers:\n  fire.signs: pass\n"}},
     other_checklist},
    {{"HZ221", "unused-subject-kind", S::warning,
      {"subjects of a kind that no item of any checklist is answered for", "名册中的对象种类没有任何检查项使用"},
      {"A misspelt kind leaves the unit without subjects, and nobody is asked about its vehicles.",
       "种类写错，该单位就等于没有登记对象，车辆等便无人检查。"},
      {E::roster, "hazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary, subjects: {vehicles: [沪A00003]}}\n"},
      {E::roster, "hazcheck: roster/1\nunits:\n" UNIT_1 "  - {id: u2, title: 示例二小, type: primary, subjects: {vehicle: [沪A00003]}}\n"}},
     nullptr, unused_subject_kind},
}};
// clang-format on

#undef SELF_DRAFT
#undef JOINT_DRAFT
#undef PLAN
#undef CAMPAIGN_HEAD
#undef SELF_ROUND
#undef BUREAU_ROUND
#undef JOINT_ROUND
#undef UNIT_1

}  // namespace

std::span<const Rule> identity_rules() { return kRules; }

}  // namespace hazcheck
