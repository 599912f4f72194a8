// What the tables cannot say about the files, and the small workspace that their pages show.
// Must not repeat a field's text: that stands in its row.
#include "commands/manual_pages.hpp"

namespace hazcheck {

const Label kCampaignProse{
    R"(`hazcheck.yaml` stands at the top of a workspace; commands look for it in the current folder and upward. It says who inspects whom, when, and what closing a hazard takes.

# BOUNDS OF A WINDOW
A round's `from` and `to` are a date, `start`, the name of a milestone, or one of them and a number of days: `resumption + 13d`, `start - 1d`. A window that rests on a milestone that is `null` is pending: nothing in it is late or missing, and what is recorded counts.

# DEFAULTS
Without `policy` there are two severities, `general` and `major`; a plan for a major hazard needs `interim` and `emergency_plan`, and the authority closes it. `due_days` bounds the first due only, not deferrals.
)",
    R"(`hazcheck.yaml` 位于工作区顶层，各命令从当前文件夹逐级向上查找。它规定谁检查谁、何时检查、销项要满足什么条件。

# 时间界限
轮次的 `from`、`to` 可写日期、`start`、里程碑名称，或在其后加减天数：`resumption + 13d`、`start - 1d`。依据的里程碑为 `null` 时窗口待定：不算逾期，不算缺报，已有的记录照常统计。

# 默认值
不写 `policy` 时有 `general`（一般）和 `major`（重大）两级；重大隐患的计划须有 `interim` 和 `emergency_plan`，由主管部门销项。`due_days` 只约束首次期限，不约束延期。
)"};

const Label kRosterProse{
    R"(`roster.yaml` names the units that are inspected. A unit's `id` is the file name of its records, so it never changes once there are any; a unit that closes down gets a `valid` with an end. Which items of the checklist apply to a unit follows from its `type` and `traits`.

# SUBJECTS
An item with `each: vehicle` is answered once for every name under `subjects: {vehicle: […]}`.
)",
    R"(`roster.yaml` 列出受检单位。单位代码就是记录的文件名，有了记录就不要再改；单位撤并时在 `valid` 中写明截止日。单位适用哪些检查项，由 `type` 和 `traits` 决定。

# 逐一检查的对象
带 `each: vehicle` 的检查项，要对 `subjects: {vehicle: […]}` 中的每个名称逐一作答。
)"};

const Label kChecklistProse{
    R"(A checklist is a file under `checklists/`. Several versions may lie side by side; a record is held against the one that it names. Raise `version` when items change, and keep the old file as long as records name it.

# EVIDENCE AND EXPECTATIONS
An item asks for one or more kinds of evidence, and `expect` says what makes the answer a pass. With several kinds it is keyed by kind: `expect: {date: {within_days: 30}, people: {min: 2}}`.
: check
pass or fail, as the inspector says
: percent, count
a number, held against `min` and `max`; `{min: 1, per: 500, of: students}` asks for one for every 500 students, rounded up
: date
`not_before: inspection`, `not_after: inspection`, or `within_days: N` before the inspection
: people
at least `min` distinct names
: match
`actual` and `registered` are the same
: text
anything that is written
)",
    R"(检查表是 `checklists/` 下的文件。不同版本可以并存，记录按自己写明的版本校验。检查项有变动时把 `version` 加一，旧文件保留到不再有记录使用为止。

# 证据与要求
检查项要求一种或多种证据，`expect` 规定怎样算合格。多种证据时按类型分列：`expect: {date: {within_days: 30}, people: {min: 2}}`。
: check
由检查人判定合格或不合格
: percent、count
数值，与 `min`、`max` 比较；`{min: 1, per: 500, of: students}` 表示每 500 名学生至少一个，向上取整
: date
`not_before: inspection`（不早于检查日）、`not_after: inspection`（不晚于检查日）、`within_days: N`（检查日前 N 天内）
: people
至少 `min` 个不同姓名
: match
`actual` 与 `registered` 一致
: text
任意文字
)"};

const Label kRecordProse{
    R"(A record is `records/ROUND/UNIT.yaml`, one for a round and unit. `hazcheck new ROUND UNIT` writes it with every item that applies. While its `state` is `draft`, what is missing is only noted.

# ANSWERS
An answer is a word (`pass`, `fail`, `na`, `unchecked`, or 合格, 不合格, 不适用, 未查), the value that the item asks for, or a mapping.
: fire.exits: pass
a check
: guard.awareness: 30/32
a percentage; 96 and 96% will do too
: org.plans: {check: pass, date: 2020-03-01}
several kinds of evidence
: bus.plate: {each: {沪A12345: 2020-08-31, 沪A67890: fail}}
an answer for each subject; exactly the unit's subjects of that kind
: bus.driver: {actual: 张三, registered: 张三}
two values that must be the same
: hazmat.two-people: [李四, 王五]
names
: fire.signs: {result: na, reason: "…"}
`na` and `unchecked` need a reason in a complete record

A value is held against the item's `expect` and passes or fails by itself. An explicit `fail` overrides a value that passes; an explicit `pass` never overrides one that fails. Every `fail` needs a hazard on that item (and subject) in the record, or a follow-up that says `still-open` or `recurred`.
)",
    R"(检查记录是 `records/轮次/单位.yaml`，每轮每单位一份。`hazcheck new 轮次 单位` 按适用的检查项生成。`state` 为 `draft`（草稿）时，缺项只作提示。

# 作答
作答可以是一个词（合格、不合格、不适用、未查，或 `pass`、`fail`、`na`、`unchecked`）、检查项要求的数值，或一组“键: 值”。
: fire.exits: 合格
判定
: guard.awareness: 30/32
比例，也可写 96 或 96%
: org.plans: {check: 合格, date: 2020-03-01}
多种证据
: bus.plate: {each: {沪A12345: 2020-08-31, 沪A67890: 不合格}}
逐一作答，对象须与名册完全一致
: bus.driver: {actual: 张三, registered: 张三}
须一致的两个值
: hazmat.two-people: [李四, 王五]
姓名
: fire.signs: {result: 不适用, reason: "…"}
完成的记录中，不适用、未查要写原因

数值按检查项的 `expect` 自动判定。明确写“不合格”时以此为准；明确写“合格”不能改变不达标的数值。每个不合格都要在本记录中就该项（及对象）登记隐患，或有结果为 `still-open`、`recurred` 的复查。
)"};

const Label kLifeProse{R"(
# LIFE OF A HAZARD
Status is never written down: it is worked out from the dated entries of `log` and from later records' `followups`, so that any past day can be asked for with `--as-of`. A hazard is found, gets a plan, is rectified, and is closed by somebody else than its owner and rectifier. Its global id is `ROUND/UNIT/ID`.
: rectified
from planned (from unplanned too where the round's plan is optional) to rectified. May carry `evidence` and `note`
: closed
from rectified to closed. `writeoff` where the round requires it, `for` where the person does not act for the round's default body
: rejected
from rectified back to the state before. Needs `reason`
: reopened
from closed back to the state before it was rectified. Needs `reason`; may name a new `due`
: deferred
in any open state with a due; the status stays. Needs a later `due`, `reason`, and an approver who is not the owner. The original due is kept
: regraded
in any open state: a new `severity`, with `reason`
: reassigned
in any open state with a plan: a new `owner`, with `reason`
: escalated
in any open state: `to` the authority, the district or a department, with `reason`. The clock does not stop
: answered
after escalated: `note`, and `department` where another one answered
: supervised
in any open state
: voided
in any open state, for good. Needs `reason`; `duplicate_of` names the hazard that it repeats

Entries count in the order of their dates, then as they stand in the file. A hazard that is fixed on the spot has its plan, `rectified` and `closed` on one day.

# FOLLOW-UPS
What a later inspection says of an earlier round's hazard counts as an event on the day of its record.
: closed
closes it; one that was not rectified yet counts as rectified that day
: still-open
rejects it if it was said to be rectified; changes nothing else
: recurred
opens a closed one again

A hazard that a later round is silent about stays as it was.
)",
                       R"(
# 隐患的处理过程
状态不写在文件里，而是由 `log` 各条的日期和以后记录的 `followups`（复查）推定，因此可用 `--as-of` 查任意一天。隐患从发现、制定计划、整改，到由责任人和整改人以外的人验收销项。隐患全号为 `轮次/单位/编号`。
: rectified（已整改）
由“整改中”（本轮计划可选时也可由“未制定计划”）转为“待验收”。可附 `evidence`、`note`
: closed（销项）
由“待验收”转为“已销项”。轮次要求时须有 `writeoff`（销项编号）；经办人所代表的单位与本轮默认不同时写 `for`
: rejected（验收不通过）
由“待验收”退回原状态，须写 `reason`
: reopened（重新打开）
由“已销项”退回整改前的状态，须写 `reason`，可写新的 `due`
: deferred（延期）
未销项且有期限时可用，状态不变。须写更晚的 `due`、`reason`，批准人不得是责任人；原定期限保留
: regraded（调整等级）
未销项时可用：新的 `severity` 和 `reason`
: reassigned（更换责任人）
未销项且有计划时可用：新的 `owner` 和 `reason`
: escalated（上报）
未销项时可用：`to` 写 authority、district 或部门代码，并写 `reason`；期限照常计算
: answered（答复）
上报之后：`note`；由其他部门答复时写 `department`
: supervised（挂牌督办）
未销项时可用
: voided（作废）
未销项时可用，作废后不再恢复。须写 `reason`；与别的隐患重复时写 `duplicate_of`

各条按日期、再按文件中的先后计算。当场整改的隐患，计划、`rectified`、`closed` 同日。

# 复查
以后轮次对以往隐患的复查，按该记录的检查日期作为一个事件。
: closed
销项；尚未登记整改的，视为当日整改
: still-open
已登记整改的视为验收不通过，其余不变
: recurred
已销项的重新打开

以后轮次没有提到的隐患，状态不变。
)"};

const Label kYamlProse{R"(# DESCRIPTION
All files are YAML in UTF-8, one document each: mappings, lists, text, comments, in block or flow style. The first key says what the file is, `hazcheck: record/1`; comments may stand before it.

Text stays as it is written until a key gives it a type: `no`, `0012`, `1e5` and `2020-04-10` never turn into something else.

# NOT ALLOWED
Each has its own message: duplicate keys, anchors, aliases, merge keys, tags, several documents, invalid UTF-8 (a file in GBK is recognised: save it as UTF-8), NUL and other control characters, a lone CR, more than 32 levels, files over 4 MiB. CRLF is accepted, and so is a byte order mark, with a note.

# CHINESE INPUT METHODS
Full-width signs are text, not YAML. Where they stand in place of an ASCII sign, the message says which one to type.
: ： ， ［］ ｛｝ － and the full-width blank
type `:` and a blank, `,`, `[]`, `{}`, `-`, a blank
: [李四、王五]
type `[李四, 王五]`
: 更换 #2 楼灭火器
what follows ` #` is a comment: put the text in quotes
: text that starts with [ { ! @ * & %
goes in quotes
: 2020/4/7, 2020年4月7日
type `2020-04-07`

# IDS, DATES AND NAMES
An id is made of letters, digits, `.`, `_` and `-`, starts with a letter or digit, and has at most 64 characters; two that differ only in case are duplicates. A date is `YYYY-MM-DD`, a real day from 1900 to 2199. Names compare without blanks.
)",
                       R"(# 说明
所有文件都是 UTF-8 编码的 YAML，每个文件一份：键值、列表、文字、注释，块式、流式均可。第一个键说明文件类型，如 `hazcheck: record/1`，其前可有注释。

文字在字段规定类型之前保持原样：`no`、`0012`、`1e5`、`2020-04-10` 不会变成别的东西。

# 不允许的写法
下列写法各有专门的提示：重复的键、锚点、别名、合并键、标签、多份文档、非 UTF-8（能认出 GBK：请另存为 UTF-8）、NUL 等控制字符、单独的 CR、超过 32 层、超过 4 MiB。CRLF 可以；BOM 可以，但有提示。

# 中文输入法
全角符号在 YAML 中只是文字。写在应为半角符号之处时，提示会说明该输入什么。
: ： ， ［］ ｛｝ － 和全角空格
改为 `:` 加空格、`,`、`[]`、`{}`、`-`、半角空格
: [李四、王五]
改为 `[李四, 王五]`
: 更换 #2 楼灭火器
` #` 之后会被当作注释：文字加引号
: 以 [ { ! @ * & % 开头的文字
加引号
: 2020/4/7、2020年4月7日
改为 `2020-04-07`

# 代码、日期、姓名
代码由英文字母、数字、`.`、`_`、`-` 组成，以字母或数字开头，最长 64 个字符；只有大小写不同的视为重复。日期写作 `YYYY-MM-DD`，须是 1900 至 2199 年间真实的日子。姓名比较时不计空格。
)"};

const std::string_view kExampleCampaign = R"(hazcheck: campaign/1
id: spring-2020
title: {zh: 春季安全排查, en: Spring safety inspection}
checklist: small
authority:
  id: bureau
  title: {zh: 示例教育局, en: Example bureau}
  people: [{name: 赵敏, role: 法制科}]
departments:
  - {id: fire-brigade, title: {zh: 消防救援支队, en: Fire brigade}}
start: 2020-03-30
milestones: {resumption: null}  # not announced yet
rounds:
  - {id: self, title: {zh: 自查, en: Own inspection}, by: unit, from: start, to: 2020-04-10}
  - {id: bureau, title: {zh: 督查, en: Bureau}, by: authority, from: 2020-04-13, to: resumption, writeoff: required}
policy:
  due_days: {general: 30, major: 15}
  plan_days: 7)";

const std::string_view kExampleRoster = R"(hazcheck: roster/1
units:
  - id: shili-chuzhong
    title: {zh: 示例初级中学, en: Example junior school}
    type: junior
    traits: [school-bus]
    people: [{name: 张三, role: head}, {name: 李四, role: safety}]
    subjects: {vehicle: [沪A12345, 沪A67890]}
    students: 820)";

const std::string_view kExampleChecklist = R"(hazcheck: checklist/1
id: small
version: 1
title: {zh: 示例检查表, en: A small checklist}
sections:
  - id: fire
    title: {zh: 消防, en: Fire safety}
    department: fire-brigade
    items:
      - id: fire.exits
        text: {zh: 疏散通道和安全出口畅通, en: Escape routes and exits are clear}
      - id: fire.drill
        text: {zh: 一年内演练过疏散, en: Evacuation was drilled within a year}
        evidence: [check, date]
        expect: {date: {within_days: 365}}
  - id: bus
    title: {zh: 校车, en: School buses}
    items:
      - id: bus.plate
        text: {zh: 车辆检验在有效期内, en: The vehicle's inspection is valid}
        evidence: date
        expect: {not_before: inspection}
        each: vehicle
        applies: {traits: [school-bus]}
        severity: major)";

const std::string_view kExampleRecord = R"(hazcheck: record/1
round: self
unit: shili-chuzhong
checklist: small/1
date: 2020-04-07
state: complete
inspectors: [李四]
answers:
  fire.exits: fail
  fire.drill: {check: pass, date: 2019-11-09}
  bus.plate: {each: {沪A12345: 2020-08-31, 沪A67890: 2020-05-31}}
hazards:
  - id: H1
    item: fire.exits
    location: 东教学楼二层
    description: 疏散通道堆放课桌
    plan:
      measures: 清理通道并划线
      due: 2020-04-20
      funding: {amount: 0}
      owner: 李四
    log:
      - {date: 2020-04-15, event: rectified, by: 李四, evidence: [photos/h1.jpg]}
      - {date: 2020-04-17, event: closed, by: 张三})";

}  // namespace hazcheck
