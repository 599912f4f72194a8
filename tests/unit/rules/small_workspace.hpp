// A small valid workspace in memory, and the codes that validate reports for it. Tests replace the parts they
// are about; everything else stays without a fault.
#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "read/model_reader.hpp"
#include "rules/rule.hpp"
#include "source/snapshot.hpp"
#include "status/timeline.hpp"

namespace hazcheck::test {

using Files = std::map<std::string, std::string>;

inline constexpr Date kToday{18400};  // 2020-05-18

inline const char* const kAllPass =
    "answers: {fire.exits: pass, fire.signs: pass, fire.drill: 2020-04-01, fire.rate: 100, "
    "bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}}\n";
inline const char* const kPlan =
    "plan: {made: 2020-04-08, measures: 清空, due: 2020-04-20, funding: {amount: 1200, source: 公用经费}, "
    "owner: 李四}";

// A record's text; `rest` stands below its head: answers, hazards, followups.
inline std::string record_text(const std::string& round, const std::string& unit, const std::string& date,
                               const std::string& rest, const std::string& state = "draft") {
  return "hazcheck: record/1\nround: " + round + "\nunit: " + unit + "\nchecklist: test/1\ndate: " + date +
         "\nstate: " + state + "\ninspectors: [张三]\n" + rest;
}

// One hazard on the section `fire`, which needs no failing answer; `rest` are further keys, each "    key:
// …\n".
inline std::string hazard_text(const std::string& id, const std::string& rest) {
  return "  - id: " + id + "\n    item: fire\n    description: 通道堆放课桌\n" + rest;
}

// The self-inspection of u1 on 2020-04-07 with one planned hazard and this log (entries in flow style).
inline std::string self_record(const std::vector<std::string>& log, const std::string& plan = kPlan) {
  std::string rest = plan.empty() ? "" : "    " + plan + "\n";
  if (!log.empty()) rest += "    log:\n";
  for (const std::string& entry : log) rest += "      - {" + entry + "}\n";
  return record_text("self", "u1", "2020-04-07", kAllPass + ("hazards:\n" + hazard_text("H1", rest)));
}

// The bureau's inspection of u1 on `date` with these follow-ups (flow style).
inline std::string later_record(const std::string& round, const std::string& date,
                                const std::vector<std::string>& followups, const std::string& state = "draft") {
  std::string rest = kAllPass;
  if (!followups.empty()) rest += "followups:\n";
  for (const std::string& f : followups) rest += "  - {" + f + "}\n";
  return record_text(round, "u1", date, rest, state);
}

inline Files small_workspace() {
  return {
      {"hazcheck.yaml",
       "hazcheck: campaign/1\nid: test\ntitle: 示例\nchecklist: test\n"
       "authority: {id: bureau, title: {zh: 示例教育局, en: Education Bureau}, people: [{name: 赵敏, role: "
       "法制科}]}\n"
       "departments: [{id: fire-brigade, title: {zh: 消防救援支队, en: Fire brigade}}, {id: health, title: "
       "卫健委}]\n"
       "start: 2020-03-30\nmilestones: {resumption: 2020-04-27}\n"
       "rounds:\n"
       "  - {id: self, by: unit, from: start, to: 2020-04-10, plan: required}\n"
       "  - {id: bureau, by: authority, from: 2020-04-13, to: resumption, writeoff: required}\n"
       "  - {id: joint, by: joint, from: resumption, to: resumption + 13d, writeoff: required, scope: "
       "allowed}\n"
       "policy:\n"
       "  severities:\n"
       "    - {id: general, title: 一般}\n"
       "    - {id: major, title: 重大, requires: [interim, emergency_plan], close_by: authority}\n"
       "  due_days: {general: 30, major: 15}\n"},
      {"roster.yaml",
       "hazcheck: roster/1\nunits:\n"
       "  - {id: u1, title: {zh: 示例一中, en: First School}, type: junior, traits: [canteen], "
       "people: [{name: 孙校长, role: head}, {name: 李四, role: safety}], subjects: {vehicle: [沪A00001, "
       "沪A00002]}}\n"
       "  - {id: u2, title: 示例二小, type: primary}\n"},
      {"checklists/test.yaml",
       "hazcheck: checklist/1\nid: test\nversion: 1\ntitle: 示例\nsections:\n"
       "  - id: fire\n    title: 消防\n    department: fire-brigade\n    items:\n"
       "      - {id: fire.exits, text: 通道}\n      - {id: fire.signs, text: 标识}\n"
       "      - {id: fire.drill, text: 演练, evidence: date}\n"
       "      - {id: fire.rate, text: 完好率, evidence: percent, expect: {min: 100}}\n"
       "  - id: bus\n    title: 校车\n    items:\n      - {id: bus.plate, text: 车牌, evidence: date, "
       "expect: {not_before: inspection}, each: vehicle}\n"
       // Asked of u2 alone, so that u1 has little to answer.
       "  - id: guard\n    title: 安保\n    items:\n"
       "      - {id: guard.headcount, text: 保安人数, evidence: count, expect: {min: 1, per: 500, of: "
       "students}, "
       "applies: {types: [primary]}}\n"
       "      - {id: guard.rules, text: 门卫制度, evidence: [check, date], applies: {types: [primary]}}\n"},
      {"records/self/u1.yaml", self_record({"date: 2020-04-15, event: rectified, by: 李四",
                                            "date: 2020-04-17, event: closed, by: 赵敏, for: bureau"})},
  };
}

struct Checked {
  ReadModel read;
  Timelines timelines;
  Diagnostics diagnostics;

  // "HZ402", with its severity where that is not the rule's own: "HZ502 warning". By code; of these families
  // only.
  std::vector<std::string> codes(std::string_view prefix) const {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.list()) {
      if (!d.rule->code.starts_with(prefix)) continue;
      out.emplace_back(d.rule->code);
      if (d.severity != d.rule->severity) out.back().append(" ").append(key_of(d.severity));
    }
    std::sort(out.begin(), out.end());
    return out;
  }
  // The text that a code's first report marks; "" where there is none.
  std::string marked(std::string_view code, const Files& files) const {
    for (const Diagnostic& d : diagnostics.list()) {
      if (d.rule->code != code) continue;
      const std::string& bytes = files.at(read.model.files[d.at.file]);
      return bytes.substr(d.at.mark.begin, d.at.mark.end - d.at.mark.begin);
    }
    return {};
  }
  const Diagnostic* first(std::string_view code) const {
    for (const Diagnostic& d : diagnostics.list())
      if (d.rule->code == code) return &d;
    return nullptr;
  }
};

inline Checked check_snapshot(const Snapshot& snapshot, Date today = kToday, Prose prose = Prose::keep) {
  Checked out;
  ReadOptions options;
  options.jobs = 1;
  options.prose = prose;
  options.on_record = [&](const Model& model, const Record& record, Diagnostics& sink) {
    check_record({model, record, today}, sink);
  };
  out.read = read_model(snapshot, out.diagnostics, options);
  out.timelines = timelines_of(out.read.model);
  check_register({out.read.model, out.timelines, today}, out.diagnostics);
  return out;
}
inline Checked check(const Files& files, Date today = kToday) { return check_snapshot(snapshot_of(files), today); }

// The small workspace with some of its files replaced.
inline Files with(const Files& replaced) {
  Files files = small_workspace();
  for (const auto& [path, text] : replaced) files[path] = text;
  return files;
}
inline Files with_log(const std::vector<std::string>& log, const std::string& plan = kPlan) {
  return with({{"records/self/u1.yaml", self_record(log, plan)}});
}

using Codes = std::vector<std::string>;

}  // namespace hazcheck::test
