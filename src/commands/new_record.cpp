// hazcheck new ROUND UNIT: the record to fill in.
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "read/json_schema.hpp"
#include "write/file.hpp"
#include "write/record_template.hpp"

namespace hazcheck {
namespace {

template <class T, class Id>
Text unknown(Label what, const std::string& name, const std::vector<T>& all, Id id) {
  std::vector<std::string_view> ids;
  for (const T& one : all) ids.push_back(id(one));
  const auto near = did_you_mean(name, ids);
  if (near)
    return {fmt::format("unknown {} '{}'; did you mean '{}'?", what.en, printable(name), *near),
            fmt::format("没有 '{}' 这个{}，是否想用 '{}'？", printable(name), what.zh, *near)};
  std::string list;
  for (std::size_t i = 0; i < ids.size() && i < 12; ++i) list += (i == 0 ? "" : ", ") + std::string(ids[i]);
  if (ids.size() > 12) list += ", …";
  return {fmt::format("unknown {} '{}'; there are: {}", what.en, printable(name), list),
          fmt::format("没有 '{}' 这个{}，现有：{}", printable(name), what.zh, list)};
}

std::vector<OpenHazard> open_before(const Loaded& loaded, const Round& round, const Unit& unit, Date day) {
  std::vector<OpenHazard> open;
  for (const Timeline& t : loaded.timelines) {
    const Record& record = loaded.model.record_of(t.ref);
    if (record.unit != &unit || record.round == nullptr || record.round->order >= round.order) continue;
    if (!is_open(state_at(t, day))) continue;
    const Hazard& hazard = loaded.model.hazard_of(t.ref);
    open.push_back({global_id(record, hazard), std::string(hazard.description.value)});
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
  if (round == nullptr)
    return wrong_usage(
        call, unknown({"round", "轮次"}, round_id, model.campaign.rounds, [](const Round& r) { return r.id.value; }));
  const Unit* unit = model.roster.find(unit_id);
  if (unit == nullptr)
    return wrong_usage(
        call, unknown({"unit", "单位"}, unit_id, model.roster.units, [](const Unit& u) { return u.id.value; }));
  if (!matches(round->units, *unit))
    return wrong_usage(call, say("round '{0}' does not inspect '{1}'", "'{0}' 轮不检查 '{1}'", round_id, unit_id));
  const std::string path = fmt::format("records/{}/{}.yaml", round_id, unit_id);
  std::error_code error;
  const bool has_schema = std::filesystem::exists((*loaded)->root + "/" + schema_path(SchemaKind::record), error);
  const std::string schema = has_schema ? schema_line(SchemaKind::record, path) : std::string();
  const std::string text = record_text({model.campaign, *checklist, *round, *unit, call.as_of, call.lang,
                                        open_before(**loaded, *round, *unit, call.as_of), schema});
  const Outcome written = create_file((*loaded)->root + "/" + path, text);
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
