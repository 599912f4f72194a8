// HZ5: the closed loop, from plan to write-off. The rows stand here, their functions in loop_*.cpp; what a
// step may do is the table in status/timeline.cpp, and must not be repeated here.
#include "rules/loop.hpp"

#include <array>

namespace hazcheck {
namespace {

using E = ExampleOf;
using S = Severity;

// clang-format off
// The head of a later record, for examples that take two.
#define BUREAU                                                                                            \
  "== records/bureau/u1.yaml\nhazcheck: record/1\nround: bureau\nunit: u1\nchecklist: test/1\n"           \
  "date: 2020-04-14\nstate: draft\ninspectors: [赵敏]\n"
#define JOINT                                                                                             \
  "== records/joint/u1.yaml\nhazcheck: record/1\nround: joint\nunit: u1\nchecklist: test/1\n"             \
  "date: 2020-04-28\nstate: draft\ninspectors: [赵敏]\n"
#define ANSWERS                                                                                           \
  "answers: {fire.exits: pass, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, "           \
  "bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"
#define FAILING_ANSWERS                                                                                  \
  "answers: {fire.exits: fail, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, "           \
  "bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"
#define SELF_EXITS                                                                                        \
  "== records/self/u1.yaml\nhazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\n"               \
  "date: 2020-04-07\nstate: draft\ninspectors: [张三]\n" FAILING_ANSWERS                                 \
  "hazards:\n  - {id: H1, item: fire.exits, description: 通道堆放课桌, plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}}\n"
// The roster, with some of the unit's people.
#define OWN_PEOPLE                                                                                        \
  "== roster.yaml\nhazcheck: roster/1\nunits:\n  - id: u1\n    title: 示例一中\n    type: junior\n    "          \
  "traits: [canteen]\n    people: [{name: 孙校长, role: head}, {name: 李四, role: safety}]\n    "        \
  "subjects: {vehicle: [沪A00001, 沪A00002]}\n    students: 1200\n"
#define PLAN "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}\n"
#define BUREAU_HAZARD                                                                                     \
  BUREAU ANSWERS "hazards:\n  - id: H1\n    item: fire\n    description: 通道堆放课桌\n    "                \
  "plan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四}\n"

constexpr std::array kRules{
    Rule{{"HZ501", "plan-incomplete", S::error,
          {"a plan that lacks measures, due, funding or owner", "整改计划缺少措施、期限、资金或责任人"},
          {"A hazard is planned once it is settled what is done, by when, with which money and by whom; without one of the four nothing moves. Where the round's plan is optional, parts may be missing.",
           "措施、期限、资金、责任人“四落实”，缺一项就落不了地。轮次规定计划可选的，允许缺项。"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, funding: {amount: 1200}, owner: 李四}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-20, funding: {amount: 1200, source: 公用经费}, owner: 李四}\n"}},
         loop::plan_incomplete},
    Rule{{"HZ502", "no-plan", S::note,
          {"an open hazard without a plan; a warning once plan_days have passed", "未销项的隐患没有整改计划；超过 plan_days 天为警告"},
          {"What has no plan has no due, so it is never overdue and easily forgotten.", "没有计划就没有期限，永远不会显示逾期，容易被遗忘。"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\n"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\n" PLAN}},
         nullptr, loop::no_plan},
    Rule{{"HZ503", "owner-not-a-person", S::error,
          {"an owner that is an office, a group or a whole unit", "责任人不是具体的人，而是部门、集体或整个单位"},
          {"What everybody is responsible for, nobody does. One named person answers for each hazard.",
           "人人负责等于无人负责。每条隐患都要有一名具体的责任人。"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\nplan: {measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 全体教职工}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\ndescription: 通道堆放课桌\n" PLAN}},
         nullptr, loop::owner_not_a_person},
    Rule{{"HZ504", "step-not-allowed", S::error,
          {"an entry or follow-up that the hazard's state does not allow", "处理记录或复查结果与隐患当时的状态不符"},
          {"Found, planned, rectified, closed: each step rests on the one before. A step that is left out was either not done or not recorded.",
           "发现、计划、整改、销项，环环相扣。缺了一环，不是没有做就是没有记。"},
          {E::log, "- {date: 2020-04-17, event: closed, by: 赵敏, for: bureau}\n"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-17, event: closed, by: 赵敏, for: bureau}\n"}},
         nullptr, loop::step_not_allowed},
    Rule{{"HZ505", "verifier-not-independent", S::error,
          {"a hazard closed by its owner or by whoever rectified it", "销项人就是责任人或整改人"},
          {"Closing is a second pair of eyes. (The campaign can turn this off: separate_verifier: false.)",
           "销项是由另一个人来核实。（专项可用 separate_verifier: false 关闭此项。）"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 王五}\n- {date: 2020-04-17, event: closed, by: 王五}\n"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 王五}\n- {date: 2020-04-17, event: closed, by: 孙校长}\n"}},
         loop::verifier_not_independent, loop::verifier_not_independent_in_followup},
    Rule{{"HZ506", "closed-for-wrong-body", S::error,
          {"a severe hazard closed for another body than its severity asks for", "销项单位不符合该等级的规定"},
          {"The campaign reserves the closing of severe hazards (close_by); a unit cannot release itself from them.",
           "专项规定了重大隐患由谁销项（close_by），被查单位不能自行销项。"},
          {E::hazard, "id: H1\nitem: fire.exits\nseverity: major\ndescription: 通道封闭\nplan: {measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: 李四, interim: 派人值守, emergency_plan: 破拆疏散}\nlog:\n  - {date: 2020-04-15, event: rectified, by: 李四}\n  - {date: 2020-04-17, event: closed, by: 孙校长}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\nseverity: major\ndescription: 通道封闭\nplan: {measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: 李四, interim: 派人值守, emergency_plan: 破拆疏散}\nlog:\n  - {date: 2020-04-15, event: rectified, by: 李四}\n  - {date: 2020-04-17, event: closed, by: 赵敏, for: bureau}\n"}},
         loop::closed_for_wrong_body, loop::closed_for_wrong_body_in_followup},
    Rule{{"HZ507", "writeoff-missing", S::error,
          {"a hazard closed without the write-off number that the round requires", "轮次要求销项编号，销项时却没有填写"},
          {"The number leads to the paper on which the closing rests. The round is the one of the record that closes.",
           "凭编号可以查到销项的书面依据。以记录销项的那一轮次的规定为准。"},
          {E::files, BUREAU_HAZARD "    log:\n      - {date: 2020-04-15, event: rectified, by: 李四}\n      - {date: 2020-04-17, event: closed, by: 赵敏}\n"},
          {E::files, BUREAU_HAZARD "    log:\n      - {date: 2020-04-15, event: rectified, by: 李四}\n      - {date: 2020-04-17, event: closed, by: 赵敏, writeoff: QP-2020-031}\n"}},
         loop::writeoff_missing, loop::writeoff_missing_in_followup},
    Rule{{"HZ508", "reason-missing", S::error,
          {"a hazard rejected, reopened, deferred, regraded, reassigned, escalated or voided without a reason", "退回、重新打开、延期、调整等级、更换责任人、上报或作废没有写明原因"},
          {"Each of these undoes or moves what was settled; later only the reason tells whether that was right. The same holds for follow-ups that reject or reopen.",
           "这些都改变了既定安排，日后只能凭原因判断是否妥当。复查中退回或再次出现的同样如此。"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, due: 2020-05-30}\n"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, due: 2020-05-30, reason: 材料延迟到货}\n"}},
         loop::reason_missing, loop::reason_missing_in_followup},
    Rule{{"HZ509", "entry-incomplete", S::error,
          {"an entry without the key that gives it its meaning", "处理记录缺少关键内容"},
          {"A deferral names the new due, a regrading the severity, a reassignment the owner, an escalation to whom, an answer what was answered.",
           "延期要有新期限，调整等级要有新等级，更换责任人要有新责任人，上报要有对象，答复要有内容。"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, reason: 材料延迟到货}\n"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, due: 2020-05-30, reason: 材料延迟到货}\n"}},
         loop::entry_incomplete},
    Rule{{"HZ510", "deferral-not-later", S::error,
          {"a deferral to a day that is not later than the due it moves", "延期后的期限不晚于现有期限"},
          {"A deferral gives more time; one that does not is a slip in its date.", "延期是给更多时间，没有延后的多半是日期写错。"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, due: 2020-04-20, reason: 材料延迟到货}\n"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 孙校长, due: 2020-05-30, reason: 材料延迟到货}\n"}},
         loop::deferral_not_later},
    Rule{{"HZ511", "deferral-by-owner", S::error,
          {"a deferral approved by the plan's owner", "责任人批准自己延期"},
          {"More time is granted by somebody else than the one who needs it: 'approver', where given, else 'by'.",
           "延期应由需要延期者以外的人批准：写了 approver 的以其为准，否则为 by。"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 李四, due: 2020-05-30, reason: 材料延迟到货}\n"},
          {E::log, "- {date: 2020-04-18, event: deferred, by: 李四, approver: 孙校长, due: 2020-05-30, reason: 材料延迟到货}\n"}},
         loop::deferral_by_owner},
    Rule{{"HZ512", "nothing-changed", S::warning,
          {"a regrading to the same severity, or a reassignment to the same owner", "调整后的等级或责任人与原来相同"},
          {"The entry says that something changed; most likely its value is a slip.", "既然记了变更，多半是内容写错。"},
          {E::log, "- {date: 2020-04-10, event: regraded, by: 孙校长, severity: general, reason: 复核}\n"},
          {E::log, "- {date: 2020-04-10, event: reassigned, by: 孙校长, owner: 王五, reason: 李四调离}\n"}},
         loop::nothing_changed},
    Rule{{"HZ513", "emergency-measures-missing", S::error,
          {"a plan without the interim measures or the emergency plan that its severity needs", "该等级的整改计划缺少临时防范措施或应急预案"},
          {"Until a major hazard is rectified people live with it: the plan says how they are kept safe, and what is done if it happens. The severity is the one the hazard has now.",
           "重大隐患整改完成之前，人仍处在危险之中：计划要写明如何防范、万一发生如何处置。等级以目前为准。"},
          {E::hazard, "id: H1\nitem: fire.exits\nseverity: major\ndescription: 通道封闭\nplan: {measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: 李四, interim: 派人值守}\n"},
          {E::hazard, "id: H1\nitem: fire.exits\nseverity: major\ndescription: 通道封闭\nplan: {measures: 拆除, due: 2020-04-20, funding: {amount: 0}, owner: 李四, interim: 派人值守, emergency_plan: 破拆疏散}\n"}},
         loop::emergency_measures_missing},
    Rule{{"HZ514", "escalation-unanswered", S::warning,
          {"an escalation without an answer; a note until answer_days have passed", "上报后没有答复；answer_days 天之内为提示"},
          {"What a unit cannot settle itself waits for others, and its due runs on meanwhile.", "单位自己解决不了的要等别人，而期限照常计算。"},
          {E::log, "- {date: 2020-04-10, event: escalated, by: 孙校长, to: authority, reason: 缺少资金}\n"},
          {E::log, "- {date: 2020-04-10, event: escalated, by: 孙校长, to: authority, reason: 缺少资金}\n- {date: 2020-04-14, event: answered, by: 赵敏, note: 列入专项}\n"}},
         nullptr, loop::escalation_unanswered},
    Rule{{"HZ515", "followup-of-unknown", S::error,
          {"a follow-up of a hazard that there is not", "复查的隐患不存在"},
          {"The hazard that was meant stays without its follow-up.", "真正要复查的那条隐患因此没有复查结果。"},
          {E::followups, "- {hazard: self/u1/H9, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::followups, "- {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"}},
         nullptr, loop::followup_of_unknown},
    Rule{{"HZ516", "followup-of-void", S::error,
          {"a follow-up of a hazard that was void by then", "复查的隐患当时已作废"},
          {"Void is for good: such a hazard counts nowhere, whatever a later inspection says of it.", "作废不可恢复：这样的隐患不再计入统计，之后的复查也不起作用。"},
          {E::files, "== records/self/u1.yaml\nhazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\ninspectors: [张三]\n" ANSWERS
           "hazards:\n  - {id: H1, item: fire, description: 通道堆放课桌, log: [{date: 2020-04-09, event: voided, by: 孙校长, reason: 当天搬家}]}\n"
           BUREAU ANSWERS "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::files, "== records/self/u1.yaml\nhazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\ninspectors: [张三]\n" ANSWERS
           "hazards:\n  - {id: H1, item: fire, description: 通道堆放课桌, log: [{date: 2020-04-09, event: voided, by: 孙校长, reason: 当天搬家}]}\n"
           BUREAU ANSWERS}},
         nullptr, loop::followup_of_void},
    Rule{{"HZ517", "followup-out-of-place", S::error,
          {"a follow-up of another unit's hazard, or of one from the same or a later round", "复查了其他单位的隐患，或同一轮次、以后轮次的隐患"},
          {"A follow-up says what an inspection saw of earlier rounds' hazards in the same unit; all else belongs in the hazard's own log.",
           "复查只针对同一单位以前轮次发现的隐患，其他情况应记在该隐患自己的 log 中。"},
          {E::files, BUREAU_HAZARD "followups:\n  - {hazard: bureau/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::files, BUREAU_HAZARD "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"}},
         nullptr, loop::followup_out_of_place},
    Rule{{"HZ518", "duplicate-of-nothing", S::error,
          {"a hazard voided as a repetition of itself or of one that there is not", "作废时注明的重复隐患不存在，或就是它自己"},
          {"What was found has to stay somewhere, or voiding loses it.", "查出的问题总要保留一条，否则一作废就丢了。"},
          {E::log, "- {date: 2020-04-09, event: voided, by: 孙校长, reason: 重复登记, duplicate_of: self/u1/H9}\n"},
          {E::log, "- {date: 2020-04-09, event: voided, by: 孙校长, reason: 当天搬家}\n"}},
         nullptr, loop::duplicate_of_nothing},
    Rule{{"HZ519", "not-followed-up", S::warning,
          {"an open hazard that a later inspection of the same place passed over", "同一检查项仍有未销项的隐患，以后轮次检查时没有复查"},
          {"Absence never closes a hazard; who inspects its place again says what became of it. Counted is a later complete record that passes or fails the item (or inspects the section), or one with a new hazard on the same item and subject.",
           "不提及不等于销项；再次检查到同一处时应写明结果。以后轮次的完整记录中该项作答为合格或不合格（或检查了该领域），或在同一检查项和对象上另报了隐患的，都应复查。"},
          {E::files, "== records/bureau/u1.yaml\nhazcheck: record/1\nround: bureau\nunit: u1\nchecklist: test/1\ndate: 2020-04-14\nstate: complete\ninspectors: [赵敏]\n" ANSWERS},
          {E::files, "== records/bureau/u1.yaml\nhazcheck: record/1\nround: bureau\nunit: u1\nchecklist: test/1\ndate: 2020-04-14\nstate: complete\ninspectors: [赵敏]\n" ANSWERS
           "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"}},
         nullptr, loop::not_followed_up},
    Rule{{"HZ520", "closed-yet-still-open", S::warning,
          {"a follow-up that calls a closed hazard still open", "复查把已销项的隐患记为仍未整改"},
          {"'still-open' does not reopen what is closed: either the closing was wrong or it has come back, and 'recurred' says so.",
           "still-open 不会重新打开已销项的隐患；无论当初销项有误还是再次出现，都应写 recurred。"},
          {E::files, JOINT ANSWERS "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::files, JOINT ANSWERS "followups:\n  - {hazard: self/u1/H1, result: recurred, by: 赵敏, reason: 又有堆放}\n"}},
         nullptr, loop::closed_yet_still_open},
    Rule{{"HZ521", "reopened-with-past-due", S::warning,
          {"a reopening whose new due lies before it", "重新打开时另定的期限早于重新打开之日"},
          {"It would be overdue at once, whatever anybody did.", "这样一打开就已逾期，怎么整改都来不及。"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-17, event: closed, by: 赵敏, for: bureau}\n- {date: 2020-05-06, event: reopened, by: 赵敏, due: 2020-05-01, reason: 又有堆放}\n"},
          {E::log, "- {date: 2020-04-15, event: rectified, by: 李四}\n- {date: 2020-04-17, event: closed, by: 赵敏, for: bureau}\n- {date: 2020-05-06, event: reopened, by: 赵敏, due: 2020-05-20, reason: 又有堆放}\n"}},
         loop::reopened_with_past_due},
    Rule{{"HZ522", "followed-up-twice", S::error,
          {"one record that follows up a hazard twice", "同一记录对同一隐患复查了两次"},
          {"One inspection says one thing of a hazard; of two, the later line would win in silence.", "一次检查对一条隐患只能有一个结果，否则后一条会悄悄盖过前一条。"},
          {E::followups, "- {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n- {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::followups, "- {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"}},
         nullptr, loop::followed_up_twice},
    Rule{{"HZ523", "closed-by-the-unit", S::error,
          {"a hazard closed for another body by one of the inspected unit's own people", "以主管部门等名义销项的人，是被查单位自己的人员"},
          {"Who closes for the authority or a department belongs to it; otherwise the unit verifies itself. People whom the roster does not list, or who are listed on both sides, may act for it.",
           "以主管部门或其他部门名义销项的，应是该部门的人员，否则就成了单位自己验收。名册中没有列出的人员，或两边都列出的人员，不在此列。"},
          {E::files, OWN_PEOPLE BUREAU_HAZARD "    log:\n      - {date: 2020-04-15, event: rectified, by: 李四}\n      - {date: 2020-04-17, event: closed, by: 孙校长, writeoff: QP-2020-031}\n"},
          {E::files, OWN_PEOPLE BUREAU_HAZARD "    log:\n      - {date: 2020-04-15, event: rectified, by: 李四}\n      - {date: 2020-04-17, event: closed, by: 赵敏, writeoff: QP-2020-031}\n"}},
         loop::closed_by_the_unit, loop::closed_by_the_unit_in_followup},
    Rule{{"HZ524", "passes-yet-still-open", S::warning,
          {"a follow-up calls a hazard still open or recurred, but its item passes in the same record", "复查结果为仍未整改或再次出现，同一记录中该项却为合格"},
          {"Both cannot hold: while the hazard is there the item fails, and the rates would count it as passed.",
           "两者不能并存：隐患还在，该项就不合格，否则会按合格计入统计。"},
          {E::files, SELF_EXITS BUREAU ANSWERS "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"},
          {E::files, SELF_EXITS BUREAU FAILING_ANSWERS "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏, reason: 仍有堆放}\n"}},
         nullptr, loop::still_open_yet_passes},
};

#undef BUREAU
#undef JOINT
#undef ANSWERS
#undef FAILING_ANSWERS
#undef SELF_EXITS
#undef OWN_PEOPLE
#undef PLAN
#undef BUREAU_HAZARD
// clang-format on

}  // namespace

std::span<const Rule> loop_rules() { return kRules; }

}  // namespace hazcheck
