// HZ3: the rows. What is asked, what was answered, and whether a failing answer has its hazard; the functions
// are in answers_*.cpp. Must not report what the reader has reported.
#include "rules/answers.hpp"

#include <array>

namespace hazcheck {
namespace {

using namespace answers;
using E = ExampleOf;
using S = Severity;

// Beginnings of the examples' records.
#define SELF(unit, state)                                                                               \
  "hazcheck: record/1\nround: self\nunit: " unit "\nchecklist: test/1\ndate: 2020-04-07\nstate: " state \
  "\n"                                                                                                  \
  "inspectors: [张三]\n"
#define JOINT                                                                                 \
  "== records/joint/u1.yaml\nhazcheck: record/1\nround: joint\nunit: u1\nchecklist: test/1\n" \
  "date: 2020-04-28\nstate: draft\ninspectors: [赵敏]\n"
#define U2 "== records/self/u2.yaml\n"
#define REST "  fire.signs: pass\n  fire.drill: 2020-03-25\n  fire.rate: 100\n"
#define PLATES "  bus.plate:\n    each: {沪A00001: 2020-08-31, 沪A00002: 2020-08-31}\n"
#define PLAN "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}"

// clang-format off
constexpr std::array kRules{
    Rule{{"HZ301", "unanswered", S::error,
          {"an item that applies is not answered; one note for all of them while the record is a draft", "适用的检查项没有作答；草稿只汇总为一条提示"},
          {"A complete record says of every applicable item what was found. What is merely left out would look inspected.",
           "完整的记录对每个适用项都要有交代；漏掉的项目看上去会像是查过了。"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n  fire.drill: 2020-03-25\n  fire.rate: 100\n" PLATES},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n" REST PLATES}},
         unanswered},
    Rule{{"HZ302", "answer-without-reason", S::error,
          {"not applicable or unchecked, without a reason", "填了不适用或未查，却没有写明原因"},
          {"Either takes the item out of the figures; only the reason tells whether that was right. Drafts may leave it open.",
           "这两种答复都会使该项不计入统计，是否妥当只能看原因。草稿可以暂缺。"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: na\n" REST PLATES},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: {result: na, reason: 平房校舍没有疏散楼梯}\n" REST PLATES}},
         answer_without_reason},
    Rule{{"HZ303", "evidence-missing", S::error,
          {"an answer passes without the evidence that its item asks for", "判为合格，却缺少该项要求的证据"},
          {"Where a date, a number or names are asked for, they decide; 'pass' alone would be a claim that nobody can check.",
           "要求填日期、数量或姓名的，以填写的内容判定；只写“合格”无从核实。"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: pass\n  fire.rate: 100\n" PLATES},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n  fire.signs: pass\n  fire.drill: 2020-03-25\n  fire.rate: 100\n" PLATES}},
         evidence_missing},
    Rule{{"HZ304", "subject-missing", S::error,
          {"an item that is asked per subject leaves one of the unit's out", "按对象作答的检查项漏了该单位的某个对象"},
          {"The vehicle that is left out is the one that nobody looked at. The roster says which there are.",
           "漏掉的那辆车就是没人查的那辆。对象以名册为准。"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n" REST "  bus.plate:\n    each: {沪A00001: 2020-08-31}\n"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: pass\n" REST PLATES}},
         subject_missing},
    Rule{{"HZ305", "answer-not-asked", S::error,
          {"an answer to an item that does not apply, is out of scope or covered elsewhere; a warning where it says na or unchecked", "对不适用、不在检查范围内或已另行检查的项目作答；填不适用或未查的为警告"},
          {"It would count in no rate, and mostly shows that the unit's traits in the roster, or the record itself, are wrong.",
           "这样的作答不计入统计，多半说明名册中的单位特征写错，或记录是从别处抄来的。"},
          {E::record, SELF("u1", "draft") "answers:\n  guard.rules: {check: pass, date: 2020-03-01}\n"},
          {E::files, U2 SELF("u2", "draft") "answers:\n  guard.rules: {check: pass, date: 2020-03-01}\n"}},
         answer_not_asked},
    Rule{{"HZ306", "evidence-not-asked", S::error,
          {"an answer gives a kind of evidence that its item does not ask for", "填写了该项并不要求的证据"},
          {"It would be held against nothing and pass unseen.", "多出的内容没有要求可对照，会不经核对就算合格。"},
          {E::answers, "fire.exits: {percent: 96}\n"},
          {E::answers, "fire.exits: {result: pass, note: 抽查 96%}\n"}},
         evidence_not_asked},
    Rule{{"HZ307", "subject-twice", S::error,
          {"one subject is answered for twice", "对同一对象作答了两次"},
          {"Blanks make no difference in a name; of two answers nobody can say which is meant.", "名称中的空格不作区分；两个答复无从知道以哪个为准。"},
          {E::answers, "bus.plate:\n  each: {沪A00001: 2020-08-31, 沪A 00001: 2020-09-30, 沪A00002: 2020-08-31}\n"},
          {E::answers, "bus.plate:\n  each: {沪A00001: 2020-08-31, 沪A00002: 2020-08-31}\n"}},
         subject_twice},
    Rule{{"HZ308", "answered-as-a-whole", S::error,
          {"one answer for all subjects of an item that is asked per subject", "按对象作答的检查项只笼统答了一次"},
          {"Each vehicle has its own plate, driver and faults. (Not applicable and unchecked may be said of all at once.)",
           "每辆车有各自的标牌、驾驶人和问题。（不适用、未查可以一次填写。）"},
          {E::answers, "bus.plate: 2020-08-31\n"},
          {E::answers, "bus.plate: {result: unchecked, reason: 车辆外出}\n"}},
         answered_as_a_whole},
    Rule{{"HZ309", "each-not-asked", S::error,
          {"'each' on an item that is asked once", "检查项只需作答一次，却按对象作答"},
          {"There is no list of subjects to hold the answers against.", "这样的项目没有对象名单可以对照。"},
          {E::answers, "fire.exits:\n  each: {东楼: pass, 西楼: pass}\n"},
          {E::answers, "fire.exits: {result: pass, note: 东楼、西楼均查}\n"}},
         each_not_asked},
    Rule{{"HZ310", "impossible-value", S::error,
          {"a value that cannot be, such as a share above 100%", "不可能出现的值，如超过 100% 的比例"},
          {"It is a slip of the pen and not a failure of the unit.", "这是笔误，不是单位不合格。"},
          {E::answers, "fire.rate: 32/30\n"},
          {E::answers, "fire.rate: 30/30\n"}},
         impossible_value},
    Rule{{"HZ311", "pass-against-value", S::error,
          {"an answer says pass, but its value fails", "标为合格，但填写的值不符合要求"},
          {"The value decides. 'fail' may overrule a value that looks good, 'pass' never one that does not.",
           "以填写的值为准。值看似合格的可以判不合格，值不合格的不能判合格。"},
          {E::record, SELF("u1", "draft") "answers:\n  fire.rate: {result: pass, percent: 96}\nhazards:\n  - {id: H1, item: fire.rate, description: 一具灭火器失压, " PLAN "}\n"},
          {E::record, SELF("u1", "draft") "answers:\n  fire.rate: {percent: 96}\nhazards:\n  - {id: H1, item: fire.rate, description: 一具灭火器失压, " PLAN "}\n"}},
         pass_against_value},
    Rule{{"HZ312", "no-subjects", S::error,
          {"an item asked per subject is answered, but the roster gives the unit none", "检查项按对象作答，但名册中该单位没有此类对象"},
          {"Without the roster's list nobody can tell whether a vehicle was left out.", "没有名册上的清单，就看不出漏查了哪辆车。"},
          {E::files, U2 SELF("u2", "draft") "answers:\n  bus.plate:\n    each: {沪A00003: 2020-08-31}\n"},
          {E::files, U2 SELF("u2", "draft") "answers:\n  bus.plate: {result: na, reason: 没有校车}\n"}},
         no_subjects},
    Rule{{"HZ313", "headcount-missing", S::warning,
          {"a number that depends on the students, but the roster does not give them", "应按学生数核定的数量，名册却没有学生数"},
          {"The number cannot be held against what is required, so it passes unseen.", "数量无从对照要求，会不经核对就算合格。"},
          {E::files, U2 SELF("u2", "draft") "answers:\n  guard.headcount: 3\n"},
          {E::files, U2 SELF("u2", "draft") "answers:\n  guard.headcount: {result: unchecked, reason: 保安外出培训}\n"}},
         headcount_missing},
    Rule{{"HZ314", "fail-without-hazard", S::error,
          {"a failing answer without a hazard on its item; a note while the record is a draft", "不合格的检查项没有登记隐患；草稿为提示"},
          {"What fails and is not entered is never planned, never due and never closed. In a later round a follow-up 'still-open' or 'recurred' of a hazard on the item does as well.",
           "不合格而不登记，就没有计划、没有期限，也永远不会销项。以后轮次对该项已有隐患的复查（still-open 或 recurred）同样有效。"},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: fail\n" REST PLATES},
          {E::record, SELF("u1", "complete") "answers:\n  fire.exits: fail\n" REST PLATES "hazards:\n  - {id: H1, item: fire.exits, description: 通道堆放课桌, " PLAN "}\n"}},
         fail_without_hazard, fail_without_hazard_or_followup},
    Rule{{"HZ315", "hazard-without-fail", S::error,
          {"a hazard on an item that does not fail", "登记了隐患的检查项却没有判为不合格"},
          {"The item would count as passed although something was found. A hazard that belongs to no item goes on its section.",
           "明明查出问题，该项却按合格统计。没有对应检查项的隐患，登记在领域上。"},
          {E::record, SELF("u1", "draft") "answers:\n  fire.exits: pass\nhazards:\n  - {id: H1, item: fire.exits, description: 通道堆放课桌, " PLAN "}\n"},
          {E::record, SELF("u1", "draft") "answers:\n  fire.exits: pass\nhazards:\n  - {id: H1, item: fire, description: 楼顶堆放课桌, " PLAN "}\n"}},
         hazard_without_fail},
    Rule{{"HZ316", "scope-not-allowed", S::error,
          {"a scope in a round that inspects the whole checklist", "该轮次须查全部领域，却写了检查范围"},
          {"Where everything is to be inspected, what was left out stands as unchecked with its reason.", "要求全查的轮次，未查的项目应填未查并写明原因。"},
          {E::record, SELF("u1", "draft") "scope: [fire]\nanswers:\n  fire.exits: pass\n"},
          {E::files, JOINT "scope: [fire]\nanswers:\n  fire.exits: pass\n"}},
         scope_not_allowed},
    Rule{{"HZ317", "scope-names-nothing", S::error,
          {"a scope in which nothing is asked of the unit", "检查范围内没有任何适用的检查项"},
          {"The record would be complete without a single answer.", "这样一项不答也能算完成。"},
          {E::files, JOINT "scope: []\nanswers: {}\n"},
          {E::files, JOINT "scope: [fire]\nanswers:\n  fire.exits: pass\n"}},
         scope_names_nothing},
};
// clang-format on

#undef SELF
#undef JOINT
#undef U2
#undef REST
#undef PLATES
#undef PLAN

}  // namespace

std::span<const Rule> answer_rules() { return kRules; }

}  // namespace hazcheck
