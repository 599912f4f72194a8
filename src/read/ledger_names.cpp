// The look-ups. A name that two things share is nobody's: the ledger has to be clearer.
#include "read/ledger_names.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

std::string folded(std::string_view name) { return lower_ascii(folded_name(name)); }

// A name that stands for two areas stands in both rows: it is a guess only where a checklist has but one of them.
// clang-format off
constexpr UsualNames kUsual[] = {
    {"org", "组织 责任 组织领导 组织管理 责任落实 安全责任 主体责任 责任制"},
    {"epidemic", "疫情 防疫 卫生防疫 疫情防控工作 传染病 传染病防控 卫生 健康"},
    {"guard", "安保 三防 人防物防技防 人防 物防 技防 三防建设 安全保卫 安全防范 门卫 保安 校门管控"},
    {"fire", "消防 消防安全 消防设施 火灾 防火"},
    {"hazmat", "危化品 危险化学品 危化 实验室 实验室安全 危化品安全 危险化学品安全 实验室危化品 燃气 燃气安全 危化品与燃气"},
    {"food", "食品 食品安全 食堂 食堂安全 食堂食品安全 饮食 饮食卫生 饮食安全 食品卫生安全 卫生"},
    {"bus", "校车 校车安全 交通 交通安全 校车交通 校车与交通 车辆 用车"},
    {"mental", "心理 心理健康 心理安全 心理健康教育 心理危机 健康"},
    {"bullying", "欺凌 校园欺凌 学生欺凌 防欺凌 防校园欺凌 欺凌防治 霸凌"},
    {"environs", "周边 校园周边 周边环境 校园环境 校园周边环境 校园及周边 校园及周边环境 周边安全 校舍 校舍安全 卫生"},
    {"emergency", "应急 预案 应急预案 应急管理 应急处突"},
    {"education", "教育 安全教育 宣传教育 教育培训 安全教育培训 安全宣传教育"},
};
// clang-format on
constexpr std::string_view kBehind[] = {"类", "方面", "问题", "隐患", "安全隐患", "领域", "工作"};

}  // namespace

void NameIndex::add(std::string_view name, std::string_view id) {
  if (name.empty()) return;
  const auto [it, added] = ids_.try_emplace(folded(name), id);
  if (!added && it->second != id) it->second.clear();
  if (added) names_.emplace_back(name);
}

void NameIndex::add_title(const Title& title, std::string_view id) {
  add(title.zh, id);
  add(title.en, id);
}

void NameIndex::add_words(const LedgerMap::Words& words) {
  for (const auto& [word, id] : words) {
    ids_[word] = id;
    names_.push_back(word);
  }
}

void NameIndex::add_usual(std::string_view name, std::string_view id) {
  const auto [it, added] = usual_.try_emplace(folded(name), id);
  if (!added && it->second != id) it->second.clear();
}

std::optional<std::string> NameIndex::guess(std::string_view name) const {
  const std::string whole = folded(name);
  if (ids_.contains(whole)) return std::nullopt;  // known, or of several
  std::string_view rest = whole;
  for (std::size_t cut = 0; cut <= 2; ++cut) {  // "消防类隐患" has two behind it
    if (const auto it = usual_.find(std::string(rest)); it != usual_.end())
      return it->second.empty() ? std::nullopt : std::optional(it->second);
    const auto behind = std::find_if(std::begin(kBehind), std::end(kBehind),
                                     [&](std::string_view b) { return rest.ends_with(b) && rest.size() > b.size(); });
    if (behind == std::end(kBehind)) break;
    rest.remove_suffix(behind->size());
  }
  return std::nullopt;
}

std::optional<std::string> NameIndex::find(std::string_view name) const {
  const auto it = ids_.find(folded(name));
  if (it == ids_.end() || it->second.empty()) return std::nullopt;
  return it->second;
}

Text NameIndex::why_not(Label what, std::string_view name) const {
  const std::string shown = elide(printable(trim(name)), 60);
  const auto usual = usual_.find(folded(name));
  if (usual != usual_.end() && usual->second.empty() && !ids_.contains(usual->first))
    return {fmt::format("'{}' may be any of several {}s: name one in the map", shown, what.en),
            fmt::format("'{}' 可能指多个{}，请在对照文件中指明", shown, what.zh)};
  if (ids_.contains(folded(name)))
    return {fmt::format("several {}s are called '{}'", what.en, shown),
            fmt::format("有多个{}都叫 '{}'", what.zh, shown)};
  constexpr std::size_t kMostTold = 1000;  // beyond them nobody reads on
  if (const auto told = told_.find(shown); told != told_.end()) return told->second;
  Text text{fmt::format("no {} is called '{}'", what.en, shown), fmt::format("没有叫 '{}' 的{}", shown, what.zh)};
  if (told_.size() >= kMostTold) return text;
  const std::vector<std::string_view> known(names_.begin(), names_.end());
  if (const auto near = did_you_mean(trim(name), known)) {
    text.en += fmt::format("; did you mean '{}'?", *near);
    text.zh += fmt::format("，是否指 '{}'？", *near);
  } else if (what.en == "unit" || what.en == "section" || what.en == "round") {
    text.en += fmt::format("; write its title, or say under '{}s' in --map which one it is", what.en);
    text.zh += fmt::format("：请写规定的名称，或在 --map 的 {}s 中指明", what.en);
  }
  return told_.emplace(shown, std::move(text)).first->second;
}

std::span<const UsualNames> usual_section_names() { return kUsual; }

namespace {

// Of those sections that the checklist has.
void add_usual_names(NameIndex& sections, const Checklist& checklist) {
  for (const UsualNames& usual : kUsual) {
    if (checklist.find_section(usual.section) == kNoIndex) continue;
    for (std::string_view rest = usual.names; !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      sections.add_usual(rest.substr(0, blank), usual.section);
      rest.remove_prefix(std::min(rest.size(), blank + 1));
    }
  }
}

}  // namespace

LedgerNames ledger_names(const Model& model, const Checklist& checklist, const LedgerMap& map) {
  LedgerNames names;
  for (const Unit& u : model.roster.units) {
    names.units.add(u.id.value, u.id.value);
    names.units.add_title(u.title, u.id.value);
    names.bodies.add(u.id.value, u.id.value);
    names.bodies.add_title(u.title, u.id.value);
  }
  const Campaign& c = model.campaign;
  for (const Round& r : c.rounds) {
    names.rounds.add(r.id.value, r.id.value);
    names.rounds.add_title(r.title, r.id.value);
  }
  for (const Section& s : checklist.sections) {
    names.sections.add(s.id.value, s.id.value);
    names.sections.add_title(s.title, s.id.value);
  }
  add_usual_names(names.sections, checklist);
  for (const Item& i : checklist.items) {
    names.items.add(i.id.value, i.id.value);
    names.items.add_title(i.text, i.id.value);
  }
  for (const SeverityLevel& s : c.policy.severities)
    for (std::string_view behind : {"", "隐患", "事故隐患", "安全隐患"}) {
      names.severities.add(s.id.value, s.id.value);
      names.severities.add(std::string(s.title.zh) + std::string(behind), s.id.value);
      names.severities.add(s.title.en, s.id.value);
    }
  names.bodies.add("authority", "authority");
  names.bodies.add("district", "district");
  names.bodies.add(c.authority.id.value, c.authority.id.value);
  names.bodies.add_title(c.authority.title, c.authority.id.value);
  for (const Body& d : c.departments) {
    names.bodies.add(d.id.value, d.id.value);
    names.bodies.add_title(d.title, d.id.value);
  }
  names.units.add_words(map.units);
  names.rounds.add_words(map.rounds);
  names.sections.add_words(map.sections);
  names.severities.add_words(map.severities);
  return names;
}

}  // namespace hazcheck
