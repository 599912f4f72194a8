// The rows of HZ7. Each example is two states of the same files; history.cpp compares them.
#include "rules/history.hpp"

namespace hazcheck {
namespace {

using E = ExampleOf;
using S = Severity;

#define BEFORE "== before: records/self/u1.yaml\n"
#define AFTER "== after: records/self/u1.yaml\n"
#define ANSWERS                                                                            \
  "answers: {fire.exits: pass, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, " \
  "bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"
#define HEAD                                                                                          \
  "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: complete\n" \
  "inspectors: [张三]\n" ANSWERS
#define HAZARD "hazards:\n  - id: H1\n    item: fire\n    description: 通道堆放课桌\n"
#define PLAN(due, owner) \
  "    plan: {made: 2020-04-08, measures: 清空, due: " due ", funding: {amount: 0}, owner: " owner "}\n"
#define USUAL HEAD HAZARD PLAN("2020-05-05", "李四")
#define DRAFT                                                                                      \
  "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: draft\n" \
  "inspectors: [张三]\n" ANSWERS HAZARD PLAN("2020-05-05", "李四")
#define GRADED(severity)                                                                                                \
  HEAD HAZARD "    severity: " severity                                                                                 \
              "\n    plan: {made: 2020-04-08, measures: 清空, due: 2020-04-20, funding: {amount: 0}, owner: 李四, " \
              "interim: 专人看守, emergency_plan: 疏散方案}\n"
#define RECTIFIED "      - {date: 2020-05-06, event: rectified, by: 李四}\n"
#define BUREAU                                                                                          \
  "hazcheck: record/1\nround: bureau\nunit: u1\nchecklist: test/1\ndate: 2020-04-14\nstate: complete\n" \
  "inspectors: [赵敏]\n" ANSWERS
#define CHECKLIST(version, items)                                                     \
  "hazcheck: checklist/1\nid: test\nversion: " version                                \
  "\ntitle: 示例\nsections:\n  - id: fire\n    title: 消防\n"                     \
  "    department: fire-brigade\n    items:\n" items                                  \
  "      - {id: fire.drill, text: 演练, evidence: date}\n"                          \
  "      - {id: fire.rate, text: 完好率, evidence: percent, expect: {min: 100}}\n" \
  "  - id: bus\n    title: 校车\n    items:\n      - {id: bus.plate, text: 车牌, evidence: date, each: vehicle}\n"
#define EXITS "      - {id: fire.exits, text: 通道}\n"
#define SIGNS "      - {id: fire.signs, text: 标识}\n"
#define ON_EXITS                                                                                                 \
  "hazcheck: record/1\nround: self\nunit: u1\nchecklist: test/1\ndate: 2020-04-07\nstate: complete\n"            \
  "inspectors: [张三]\nanswers: {fire.exits: fail, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, " \
  "bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n"                                         \
  "hazards:\n  - id: H1\n    item: fire.exits\n    description: 通道堆放课桌\n" PLAN("2020-05-05", "李四")

constexpr Label kKept{
    "The register is evidence: what was committed stays, and what follows is added to it. A hazard or record that vanishes takes its due and its owner with it.",
    "台账就是依据：已提交的内容保留不动，后续情况只作追加。隐患或记录一删，期限和责任也就随之消失。"};

// clang-format off
constexpr RuleInfo kRules[] = {
    {"HZ701", "record-deleted", S::error,
     {"a committed record is gone", "已提交的检查记录被删除"}, kKept,
     {E::history, BEFORE USUAL},
     {E::history, BEFORE USUAL AFTER USUAL}},
    {"HZ702", "hazard-deleted", S::error,
     {"a committed hazard is gone, or has another id", "已提交的隐患被删除或改了编号"}, kKept,
     {E::history, BEFORE USUAL AFTER HEAD},
     {E::history, BEFORE USUAL AFTER USUAL "    log:\n      - {date: 2020-05-06, event: voided, by: 赵敏, reason: 与 H2 重复登记}\n"}},
    {"HZ703", "event-removed", S::error,
     {"a committed log entry is gone", "已提交的处理记录被删除"},
     {"Status is worked out from the log: an entry that is taken out rewrites what every earlier report said.",
      "状态由处理记录推算得出：删去一条，以往所有报表的说法就都变了。"},
     {E::history, BEFORE USUAL "    log:\n" RECTIFIED AFTER USUAL},
     {E::history, BEFORE USUAL "    log:\n" RECTIFIED AFTER USUAL "    log:\n" RECTIFIED
                      "      - {date: 2020-05-07, event: rejected, by: 赵敏, reason: 课桌仍在}\n"}},
    {"HZ704", "event-rewritten", S::error,
     {"a committed log entry says something else; a warning where it says why in `corrected`",
      "已提交的处理记录被改写；写明 corrected 原因的为警告"},
     {"Who closed what, and when, must stay as it was signed. A slip may be corrected where the entry says so.",
      "谁在何时销的项，签了就不能改。笔误可以更正，但要在该条中写明。"},
     {E::history, BEFORE USUAL "    log:\n" RECTIFIED AFTER USUAL "    log:\n      - {date: 2020-05-05, event: rectified, by: 李四}\n"},
     {E::history, BEFORE USUAL "    log:\n" RECTIFIED AFTER USUAL "    log:\n      - {event: rectified, by: 李四, date: 2020-05-06}\n"}},
    {"HZ705", "due-moved", S::error,
     {"a committed due was changed in the plan, without `deferred`", "计划中已提交的期限被改动，没有 deferred 记录"},
     {"A due that moves in silence is never missed. A deferral keeps the first due, and says why and who approved it.",
      "期限悄悄一改，就永远不会逾期。延期记录会保留原定期限，并写明原因和批准人。"},
     {E::history, BEFORE USUAL AFTER HEAD HAZARD PLAN("2020-05-07", "李四")},
     {E::history, BEFORE USUAL AFTER USUAL
                      "    log:\n      - {date: 2020-05-05, event: deferred, by: 李四, due: 2020-05-25, reason: 等待配件, approver: 孙校长}\n"}},
    {"HZ706", "severity-lowered", S::error,
     {"a hazard's severity was lowered without `regraded`", "隐患等级被调低，没有 regraded 记录"},
     {"A major hazard has stricter demands; who sets them aside says why, in the log.",
      "重大隐患要求更严；要降级，须在处理记录中写明由谁、因何降级。"},
     {E::history, BEFORE GRADED("major") AFTER GRADED("general")},
     {E::history, BEFORE GRADED("major") AFTER GRADED("major")
                      "    log:\n      - {date: 2020-05-06, event: regraded, by: 赵敏, severity: general, reason: 已拆除危险部分}\n"}},
    {"HZ707", "owner-changed", S::error,
     {"a committed plan names another owner, without `reassigned`", "已提交计划的责任人被改动，没有 reassigned 记录"},
     {"Who answered for a hazard at which time must stay known.", "哪段时间由谁负责，必须查得到。"},
     {E::history, BEFORE USUAL AFTER HEAD HAZARD PLAN("2020-05-05", "王五")},
     {E::history, BEFORE USUAL AFTER USUAL "    log:\n      - {date: 2020-05-06, event: reassigned, by: 孙校长, owner: 王五, reason: 岗位调整}\n"}},
    {"HZ708", "found-changed", S::error,
     {"the day on which a committed hazard was found has changed", "已提交隐患的发现日期被改动"},
     {"Every period's count of found hazards, and each hazard's age, rest on that day. Where the hazard does not name one it is the record's date.",
      "各时段的新增数和每条隐患的存续天数都以此为准。隐患未写发现日期的，取检查日期。"},
     {E::history, BEFORE USUAL AFTER USUAL "    found: 2020-04-06\n"},
     {E::history, BEFORE USUAL AFTER USUAL "    found: 2020-04-07\n"}},
    {"HZ709", "follow-up-changed", S::error,
     {"a committed follow-up is gone or says something else", "已提交的复查结果被删除或改写"},
     {"A follow-up closes, rejects or reopens a hazard of another record just as its own log does.",
      "复查结果与隐患自身的处理记录一样，会使其销项、退回或重新打开。"},
     {E::history, BEFORE USUAL "== before: records/bureau/u1.yaml\n" BUREAU "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n"
                      AFTER USUAL "== after: records/bureau/u1.yaml\n" BUREAU},
     {E::history, BEFORE USUAL "== before: records/bureau/u1.yaml\n" BUREAU "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n"
                      AFTER USUAL "    log:\n" RECTIFIED "== after: records/bureau/u1.yaml\n" BUREAU
                      "followups:\n  - {hazard: self/u1/H1, result: still-open, by: 赵敏}\n"}},
    {"HZ710", "item-removed", S::error,
     {"an item or section was removed from a checklist while hazards on it are open", "检查表删除了仍有未销项隐患的检查项或领域"},
     {"The hazard would lose its text, its section and its department. A changed checklist is a new version; the old one stays for the records that name it.",
      "隐患会因此失去检查内容、所属领域和主管部门。检查表修订应另立新版本，旧版本留给引用它的记录。"},
     {E::history, BEFORE ON_EXITS "== before: checklists/test.yaml\n" CHECKLIST("1", EXITS SIGNS)
                      AFTER ON_EXITS "== after: checklists/test.yaml\n" CHECKLIST("1", SIGNS)},
     {E::history, BEFORE ON_EXITS "== before: checklists/test.yaml\n" CHECKLIST("1", EXITS SIGNS)
                      AFTER ON_EXITS "== after: checklists/test.yaml\n" CHECKLIST("1", EXITS SIGNS)
                      "== after: checklists/test-2.yaml\n" CHECKLIST("2", SIGNS)}},
    {"HZ711", "late-entry", S::warning,
     {"an entry dated more than backdate_days before the commit that brings it", "记录日期早于提交日 backdate_days 天以上"},
     {"What is entered long afterwards is hard to check, and changes figures that were reported meanwhile.",
      "事后很久才补记的内容难以核实，还会改变其间已上报的数字。"},
     {E::history, BEFORE USUAL AFTER USUAL "    log:\n      - {date: 2020-04-20, event: rectified, by: 李四}\n"},
     {E::history, BEFORE USUAL AFTER USUAL "    log:\n" RECTIFIED}},
    {"HZ712", "record-back-to-draft", S::warning,
     {"a committed record was complete and is a draft again", "已提交的完整记录又改回了草稿"},
     {"It leaves the coverage that was reported, and what is changed in a draft is only warned of.",
      "它会从已上报的覆盖率中消失，而且草稿中的改动只作警告。"},
     {E::history, BEFORE USUAL AFTER DRAFT},
     {E::history, BEFORE DRAFT AFTER USUAL}},
    {"HZ713", "place-changed", S::error,
     {"a committed hazard is on another item or subject", "已提交的隐患改登记到别的检查项或对象上"},
     {"Under its id, its due and its owner there would stand another hazard, and the first would be gone without a trace.",
      "编号、期限和责任人还在，说的却是另一条隐患，原来那条就无影无踪了。"},
     {E::history, BEFORE USUAL AFTER HEAD "hazards:\n  - id: H1\n    item: bus\n    description: 通道堆放课桌\n" PLAN("2020-05-05", "李四")},
     {E::history, BEFORE USUAL AFTER USUAL "    log:\n      - {date: 2020-05-06, event: voided, by: 赵敏, reason: 登记错领域}\n"
                      "  - id: H2\n    item: bus\n    description: 通道堆放课桌\n" PLAN("2020-05-05", "李四")}},
};
// clang-format on

}  // namespace

std::span<const RuleInfo> history_rules() { return kRules; }

}  // namespace hazcheck
