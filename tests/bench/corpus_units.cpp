// The campaign and the roster: rounds that share out 30 March to 30 June 2020, and invented schools.
// Every name is put together from lists; no school, person or plate is meant.
#include <chrono>

#include "corpus.hpp"

namespace bench {
namespace {

// A file may not be larger than this, so a province's roster leaves out what no record needs.
constexpr std::size_t kCompactFrom = 8'000;

constexpr std::string_view kSurnames[]{"王", "李", "张", "刘", "陈", "杨", "黄", "吴", "周", "徐", "朱", "马", "胡",
                                       "郭", "何", "高", "林", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯",
                                       "邓", "曹", "彭", "曾", "肖", "田", "董", "袁", "潘", "蒋", "蔡", "余", "杜"};
constexpr std::string_view kGiven[]{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟",
                                    "涛", "明", "超", "秀", "霞", "平", "刚", "桂", "英", "华", "建", "文", "玉", "红",
                                    "志", "海", "燕", "鑫", "波", "宁", "琳", "浩", "凯", "颖", "晨", "宇", "欣", "佳"};
constexpr std::string_view kAreas[]{"yingpu",    "xiayang", "xianghuaqiao", "zhujiajiao", "liantang", "jinze",
                                    "zhaoxiang", "xujing",  "huaxin",       "chonggu",    "baihe"};
constexpr std::string_view kPlaces[]{"东湖", "西郊", "南桥", "北新", "青松", "育才", "实验", "新华",
                                     "民主", "朝阳", "光明", "前进", "和睦", "长江", "晨光", "曙光"};

std::string pad(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string name(Random& random) {
  std::string out;
  Put{out, random.pick(kSurnames), random.pick(kGiven)};
  if (random.percent(70)) Put{out, random.pick(kGiven)};
  return out;
}

// A bound as a campaign would write it: from the start, from the milestone once it is past, or the start
// itself.
std::string bound(int day) {
  if (day == kStart) return "start";
  if (day < kResumption) return "start + " + std::to_string(day - kStart) + "d";
  if (day == kResumption) return "resumption";
  return "resumption + " + std::to_string(day - kResumption) + "d";
}

std::string traits_yaml(const Unit& unit) {
  std::string out;
  const auto add = [&](unsigned trait, std::string_view id) {
    if ((unit.traits & trait) != 0) Put{out, out.empty() ? "" : ", ", id};
  };
  add(canteen, "canteen");
  add(school_bus, "school-bus");
  add(boarding, "boarding");
  add(chem_lab, "chem-lab");
  return "[" + out + "]";
}

std::string subjects_yaml(const Unit& unit) {
  const auto list = [](const std::vector<std::string>& subjects) {
    std::string out = "[";
    for (const std::string& subject : subjects) Put{out, out.size() > 1 ? ", " : "", subject};
    return out + "]";
  };
  std::string out;
  if (!unit.vehicles.empty()) out += "vehicle: " + list(unit.vehicles);
  if (!unit.buildings.empty()) out += (out.empty() ? "building: " : ", building: ") + list(unit.buildings);
  return out;
}

}  // namespace

std::string iso(int day) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{day}}};
  std::string out;
  Put{out, pad(static_cast<int>(ymd.year()), 4),
      "-", pad(static_cast<int>(static_cast<unsigned>(ymd.month())), 2),
      "-", pad(static_cast<int>(static_cast<unsigned>(ymd.day())), 2)};
  return out;
}

std::vector<Round> make_rounds(int count) {
  constexpr std::string_view kIds[]{"self", "bureau", "joint"};
  constexpr By kBy[]{By::unit, By::authority, By::joint};
  std::vector<Round> out;
  for (int i = 0; i < count; ++i) {
    Round round;
    round.id = kIds[i % 3];
    if (i >= 3) round.id += "-" + std::to_string(i / 3 + 1);
    round.by = kBy[i % 3];
    const int length = kToday - kStart;
    round.from = kStart + length * i / count;
    round.to = i + 1 == count ? kToday : kStart + length * (i + 1) / count - 1;
    round.writeoff = round.by != By::unit;
    round.scope = round.by == By::joint;
    out.push_back(round);
  }
  return out;
}

Unit make_unit(int number, std::uint64_t seed) {
  Random random(seed, 2 * static_cast<std::uint64_t>(number));
  Unit unit;
  unit.id = "s" + pad(number, 5);
  constexpr int kTypeOfTen[]{0, 0, 1, 1, 1, 2, 2, 3, 4, 5};
  unit.type = random.percent(6) ? random.between(6, 7) : random.pick(kTypeOfTen);
  Put{unit.title, random.pick(kPlaces),   random.pick(kPlaces),
      "第",       std::to_string(number), kTypes[static_cast<std::size_t>(unit.type)].zh};
  if (random.percent(88)) unit.traits |= canteen;
  if (random.percent(35)) unit.traits |= school_bus;
  const bool secondary = unit.type >= 2 && unit.type <= 6;
  if (secondary && random.percent(50)) unit.traits |= boarding;
  if (secondary && random.percent(75)) unit.traits |= chem_lab;
  unit.students = random.between(120, 2400);
  unit.area = random.pick(kAreas);
  for (std::size_t i = 0; i < unit.people.size();) {
    unit.people[i] = name(random);
    bool fresh = true;
    for (std::size_t j = 0; j < i; ++j) fresh = fresh && unit.people[j] != unit.people[i];
    if (fresh) ++i;
  }
  if ((unit.traits & school_bus) != 0) {
    const int first = random.between(10'000, 98'000);
    for (int i = 0, n = random.between(1, 4); i < n; ++i) {
      unit.vehicles.push_back("沪" + std::string(1, static_cast<char>('A' + random.below(8))) +
                              std::to_string(first + 37 * i));
    }
  }
  if ((unit.traits & boarding) != 0) {
    for (int i = 0, n = random.between(1, 3); i < n; ++i) unit.buildings.push_back(std::to_string(i + 1) + "号楼");
  }
  return unit;
}

bool applies(const Item& item, const Unit& unit) {
  return (unit.traits & item.traits) == item.traits && (item.types == 0 || (item.types >> unit.type & 1U) != 0);
}

std::string campaign_yaml(const std::vector<Round>& rounds) {
  std::string out =
      "# A made-up campaign for measuring.\n"
      "hazcheck: campaign/1\nid: bench-2020\ntitle: {zh: 测试用排查整治, en: Bench campaign}\nchecklist: "
      "bench\n"
      "authority:\n  id: bureau\n  title: {zh: 区教育局, en: Education bureau}\n  people:\n";
  for (const std::string_view official : kOfficials) Put{out, "    - {name: ", official, ", role: 督查组}\n"};
  const auto list = [&](std::string_view key, std::span<const Titled> rows) {
    Put{out, key, ":\n"};
    for (const Titled& row : rows) {
      Put{out, "  - {id: ", row.id, ", title: {zh: ", row.zh, ", en: ", row.en, "}}\n"};
    }
  };
  list("departments", kDepartments);
  list("types", kTypes);
  constexpr std::array<Titled, 4> kTraits{{{"canteen", "有食堂", "Canteen"},
                                           {"school-bus", "有校车", "School buses"},
                                           {"boarding", "寄宿", "Boarding"},
                                           {"chem-lab", "有化学实验室", "Chemistry laboratory"}}};
  list("traits", kTraits);
  Put{out, "start: ", iso(kStart), "\nmilestones: {resumption: ", iso(kResumption), "}\nrounds:\n"};
  for (const Round& round : rounds) {
    const std::string_view by = round.by == By::unit ? "unit" : round.by == By::authority ? "authority" : "joint";
    Put{out,
        "  - {id: ",
        round.id,
        ", title: ",
        round.id,
        ", by: ",
        by,
        ", from: ",
        bound(round.from),
        ", to: ",
        bound(round.to),
        ", plan: required",
        round.writeoff ? ", writeoff: required" : "",
        round.scope ? ", scope: allowed" : "",
        "}\n"};
  }
  out +=
      "policy:\n  severities:\n    - {id: general, title: {zh: 一般, en: General}}\n"
      "    - {id: major, title: {zh: 重大, en: Major}, requires: [interim, emergency_plan], close_by: "
      "authority}\n"
      "  due_days: {general: 30, major: 15}\n  plan_days: 7\n  answer_days: 7\n  separate_verifier: true\n"
      "  due_soon_days: 7\n  backdate_days: 14\n";
  return out;
}

std::string roster_yaml(const std::vector<Unit>& units) {
  const bool compact = units.size() > kCompactFrom;
  std::string out = "hazcheck: roster/1\nunits:\n";
  const std::string_view dash = compact ? "- " : "  - ";
  const std::string_view in = compact ? "  " : "    ";
  for (const Unit& unit : units) {
    const std::string title = compact ? unit.id + "校" : unit.title;
    Put{out, dash, "id: ", unit.id, "\n"};
    Put{out, in, "title: ", title, "\n"};
    Put{out, in, "type: ", kTypes[static_cast<std::size_t>(unit.type)].id, "\n"};
    if (unit.traits != 0) Put{out, in, "traits: ", traits_yaml(unit), "\n"};
    if (!compact) {
      Put{out, in, "area: ", unit.area, "\n", in, "people:\n"};
      constexpr std::string_view kRoles[]{"head", "safety", "minors-protection"};
      for (std::size_t i = 0; i < std::size(kRoles); ++i) {
        Put{out, in, "  - {name: ", unit.people[i], ", role: ", kRoles[i], "}\n"};
      }
    }
    if (!unit.vehicles.empty() || !unit.buildings.empty()) Put{out, in, "subjects: {", subjects_yaml(unit), "}\n"};
    Put{out, in, "students: ", std::to_string(unit.students), "\n"};
  }
  return out;
}

}  // namespace bench
