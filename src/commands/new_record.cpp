// hazcheck new ROUND UNIT: the record to fill in.
#include <filesystem>
#include <ostream>

#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "read/json_schema.hpp"
#include "status/filter.hpp"
#include "write/file.hpp"
#include "write/record_template.hpp"

namespace hazcheck {
namespace {

std::vector<OpenHazard> open_before(const Loaded& loaded, const Round& round, const Unit& unit, Date day) {
  std::vector<OpenHazard> open;
  for (const Timeline& t : loaded.timelines) {
    const Record& record = loaded.model.record_of(t.ref);
    if (record.unit != &unit || record.round == nullptr || record.round->order >= round.order) continue;
    if (!is_open(state_at(t, day))) continue;
    const Hazard& hazard = loaded.model.hazard_of(t.ref);
    open.push_back({global_id(record, hazard), std::string(hazard.description().value)});
  }
  return open;
}

int run_new(Call& call) {
  auto loaded = load_workspace(call, {.today = call.as_of});
  if (!loaded) return cannot(call, loaded.failure());
  const Model& model = (*loaded)->model;
  const std::string round_id = call.args.positional(0), unit_id = call.args.positional(1);
  const Checklist* checklist = model.current_checklist();
  if (!model.campaign.read || !model.roster.read || checklist == nullptr)
    return cannot(call, {say("the campaign, roster or checklist cannot be read; see 'hazcheck validate'",
                             "专项文件、名册或检查表无法读取，请先运行 'hazcheck validate'")});
  const Round* round = model.campaign.find_round(round_id);
  if (round == nullptr) return wrong_usage(call, no_such(GroupKey::round, model, round_id));
  const Unit* unit = model.roster.find(unit_id);
  if (unit == nullptr) return wrong_usage(call, no_such(GroupKey::unit, model, unit_id));
  if (!matches(round->units, *unit))
    return wrong_usage(call, say("round '{0}' does not inspect '{1}'", "'{0}' 轮不检查 '{1}'", round_id, unit_id));
  const std::string path = fmt::format("records/{}/{}.yaml", round_id, unit_id);
  const std::string full = (std::filesystem::path((*loaded)->root) / path).lexically_normal().string();
  std::error_code error;
  if (std::filesystem::is_regular_file(std::filesystem::symlink_status(full, error)))  // what else is, create_file says
    return cannot(call,
                  {say("'{0}' is there already and was left untouched: go on filling it in, or move it away first",
                       "'{0}' 已存在，未作改动：请在其中继续填写，或先将它移走再重新生成", path)});
  const bool has_schema = std::filesystem::exists((*loaded)->root + "/" + schema_path(SchemaKind::record), error);
  const std::string schema = has_schema ? schema_line(SchemaKind::record, path) : std::string();
  const std::string text = record_text({model.campaign, *checklist, *round, *unit, call.as_of, call.lang,
                                        open_before(**loaded, *round, *unit, call.as_of), schema});
  const Outcome written = create_file(full, text);
  if (!written) return cannot(call, written.failure());
  call.env.out << path << '\n';
  call.env.err
      << say("fill it in, then 'hazcheck validate {0}'", "填写后运行 'hazcheck validate {0}' 校验", path).in(call.lang)
      << '\n';
  return kOk;
}

constexpr Positional kPositionals[] = {
    {"ROUND", {"the round's id", "轮次代码"}, true, false, {}, Completes::rounds},
    {"UNIT", {"the unit's id", "单位代码"}, true, false, {}, Completes::units},
};
constexpr UsageExample kExamples[] = {
    {"hazcheck new self shili-chuzhong",
     {"writes records/self/shili-chuzhong.yaml", "生成 records/self/shili-chuzhong.yaml"}},
    {"hazcheck --lang zh --as-of 2020-04-07 new bureau shili-xiaoxue",
     {"in Chinese, dated 2020-04-07", "中文说明，检查日期填 2020-04-07"}},
};

}  // namespace

const Command kNew{
    "new",
    {"write a record to fill in", "生成待填写的检查记录"},
    {"Writes records/ROUND/UNIT.yaml with every item that applies to the unit, its text as a comment and 'unchecked' as the answer; the unit's vehicles and the like filled in; a hazard to copy; and a follow-up for each hazard that is still open. Never writes over a file.",
     "生成 records/轮次/单位.yaml：列出适用的全部检查项（注释为检查内容，答案为 unchecked），填好车辆等对象，附隐患样例，并列出以往轮次尚未销项的隐患供复查。不会覆盖已有文件。"},
    kPositionals,
    {},
    kExamples,
    run_new};

}  // namespace hazcheck
