// The bench checklist: what is asked, and what may be wrong with it. One table; its YAML is made from it.
// No rules are checked here; that every kind of evidence occurs is the point.
#include "corpus.hpp"

namespace bench {
namespace {

constexpr unsigned kKindergarten = 1U << 0U;
constexpr unsigned kPrimary = 1U << 1U;
constexpr unsigned kJunior = 1U << 2U;
constexpr unsigned kSenior = 1U << 3U;
constexpr unsigned kComplete = 1U << 4U;
constexpr unsigned kNineYear = 1U << 5U;
constexpr unsigned kVocational = 1U << 6U;
constexpr unsigned kSecondary = kJunior | kSenior | kComplete | kNineYear | kVocational;

using enum Evidence;

constexpr Item kOrg[]{{"org.group", "安全工作领导小组健全，主要负责人任组长", check, 0, 0, 0, false, {}},
                      {"org.officer", "明确安全管理员（写姓名）", people, 1, 0, 0, false, {}},
                      {"org.plans", "应急预案齐全，注明最近修订日期", check_recent, 365, 0, 0, false, {}},
                      {"org.duties", "岗位安全责任书签订率", at_least, 100, 0, 0, false, {}},
                      {"org.meeting", "安全例会最近一次召开的日期和参加的负责人", recent_people, 31, 0, 0, false, {}},
                      {"org.slogan", "安全宣传栏当期主题", text, 0, 0, 0, false, {}}};
constexpr Item kFire[]{{"fire.exits", "安全出口、疏散通道畅通，未锁闭、未堵塞", check, 0, 0, 0, true, {}},
                       {"fire.signs", "疏散指示标志和应急照明完好", check, 0, 0, 0, false, {}},
                       {"fire.extinguishers", "灭火器完好率", at_least, 98, 0, 0, false, {}},
                       {"fire.hydrants", "室内消火栓最近一次出水试验日期", recent, 120, 0, 0, false, {}},
                       {"fire.ledger", "消防设施巡查台账齐全，最近巡查日期", check_recent, 31, 0, 0, false, {}},
                       {"fire.damaged", "损坏的防火门占比", at_most, 5, 0, 0, false, {}},
                       {"fire.drill", "最近一次疏散演练日期", recent, 180, 0, 0, false, {}},
                       {"fire.materials", "装修和隔断材料为不燃或难燃材料", check, 0, 0, 0, true, {}}};
constexpr Item kFood[]{{"food.licence", "食品经营许可证有效期至", expiry, 0, canteen, 0, false, {}},
                       {"food.health-cards", "从业人员健康证持有率", at_least, 100, canteen, 0, false, {}},
                       {"food.samples", "食品留样规范，每样不少于规定克数", check, 0, canteen, 0, false, {}},
                       {"food.disinfection", "餐具消毒记录齐全，最近记录日期", check_recent, 3, canteen, 0, false, {}},
                       {"food.storage", "库房离墙离地，无过期食品", check, 0, canteen, 0, false, {}},
                       {"food.gas", "燃气管路、报警和切断装置完好", check, 0, canteen, 0, true, {}},
                       {"food.companion", "陪餐负责人（写姓名，不少于两人轮值）", people, 2, canteen, 0, false, {}}};
constexpr Item kBus[]{
    {"bus.plate", "校车标牌有效期至", expiry, 0, school_bus, 0, false, Subjects::vehicle},
    {"bus.driver", "实际驾驶人与备案驾驶人一致", match, 0, school_bus, 0, true, Subjects::vehicle},
    {"bus.condition", "车况良好，安全带、灭火器、安全锤齐全", check, 0, school_bus, 0, false, Subjects::vehicle},
    {"bus.warden", "随车照管人员人数", count, 1, school_bus, 0, false, Subjects::vehicle},
    {"bus.service", "最近一次维护日期", recent, 90, school_bus, 0, false, Subjects::vehicle},
    {"bus.ledger", "校车台账齐全，含线路、驾驶人、照管人员", check, 0, school_bus, 0, false, {}}};
constexpr Item kHazmat[]{{"hazmat.ledger", "危险化学品台账账物相符", check, 0, chem_lab, kSecondary, false, {}},
                         {"hazmat.two-people", "双人双锁（写两名保管人）", people, 2, chem_lab, kSecondary, true, {}},
                         {"hazmat.keeper", "保管人与备案人一致", match, 0, chem_lab, kSecondary, false, {}},
                         {"hazmat.stock", "最近一次盘点日期", recent, 60, chem_lab, kSecondary, false, {}},
                         {"hazmat.fume", "通风橱、洗眼器完好", check, 0, chem_lab, kSecondary, false, {}}};
constexpr Item kGuard[]{{"guard.headcount", "专职保安人数（按学生数配备）", per_students, 500, 0, 0, false, {}},
                        {"guard.gear", "防护器械件数", count, 6, 0, 0, false, {}},
                        {"guard.awareness", "一键报警使用知晓率", at_least, 95, 0, 0, false, {}},
                        {"guard.closed", "封闭管理，来访登记完整", check, 0, 0, 0, false, {}},
                        {"guard.cctv", "监控录像保存不少于规定天数", check, 0, 0, 0, false, {}},
                        {"guard.barriers", "校门口硬质隔离设施牢固", check, 0, 0, 0, false, {}},
                        {"guard.pickup", "接送卡核验率", at_least, 95, 0, kKindergarten | kPrimary, false, {}}};
constexpr Item kBuilding[]{{"building.survey", "校舍安全鉴定日期", past, 0, 0, 0, false, {}},
                           {"building.facade", "外墙、吊顶、雨棚无脱落风险", check, 0, 0, 0, true, {}},
                           {"building.rails", "栏杆、扶手高度和牢固程度符合要求", check, 0, 0, 0, false, {}},
                           {"building.ground", "运动场地和器械完好", check, 0, 0, 0, false, {}},
                           {"building.works", "在建工程与教学区隔离", check, 0, 0, 0, false, {}}};
constexpr Item kPower[]{{"power.inspection", "电气线路最近一次检测日期", recent, 365, 0, 0, false, {}},
                        {"power.boxes", "配电箱上锁、标识清楚、无私拉乱接", check, 0, 0, 0, false, {}},
                        {"power.electrician", "持证电工（写姓名）", people, 1, 0, 0, false, {}},
                        {"power.chargers", "违规充电的电动自行车占比", at_most, 0, 0, 0, false, {}}};
constexpr Item kHealth[]{
    {"health.morning", "晨检率", at_least, 100, 0, 0, false, {}},
    {"health.masks", "口罩储备（每两名学生不少于一只）", per_students, 2, 0, 0, false, {}},
    {"health.isolation", "临时隔离室设置规范", check, 0, 0, 0, false, {}},
    {"health.disinfection", "公共区域消毒记录齐全，最近记录日期", check_recent, 3, 0, 0, false, {}},
    {"health.contact", "对口医疗机构联系人和电话", text, 0, 0, 0, false, {}}};
constexpr Item kDorm[]{
    {"dorm.exits", "宿舍疏散通道畅通，窗口无固定防盗栏", check, 0, boarding, 0, true, Subjects::building},
    {"dorm.keepers", "宿管人员人数", count, 2, boarding, 0, false, Subjects::building},
    {"dorm.rounds", "夜间巡查记录齐全，最近记录日期", check_recent, 3, boarding, 0, false, {}},
    {"dorm.appliances", "无违规使用大功率电器", check, 0, boarding, 0, false, {}}};
constexpr Item kOnline[]{{"online.filter", "校园网过滤和日志留存正常", check, 0, 0, 0, false, {}},
                         {"online.officer", "网络安全负责人与备案一致", match, 0, 0, 0, false, {}},
                         {"online.lesson", "最近一次网络安全教育日期", past, 0, 0, 0, false, {}}};
constexpr Item kEquipment[]{{"equipment.lifts", "电梯检验合格有效期至", expiry, 0, 0, 0, false, {}},
                            {"equipment.boilers", "锅炉使用登记与实际一致", match, 0, 0, 0, false, {}},
                            {"equipment.operators", "作业人员持证率", at_least, 100, 0, 0, false, {}}};

constexpr Section kSections[]{
    {"org",
     "组织与制度",
     "",
     "",
     kOrg,
     {"安全例会记录不完整，缺少签到和决议", "岗位责任书未覆盖临聘人员", "应急预案未按新情况修订",
      "领导小组成员变动后未重新发文", "隐患台账与现场不符", "安全培训无考核记录"},
     {"补充完善制度并重新发文", "逐人补签责任书并归档", "修订预案并组织学习", "重新核对台账，明确填报人"}},
    {"fire",
     "消防安全",
     "fire-brigade",
     "",
     kFire,
     {"疏散通道堆放课桌和纸箱，净宽不足", "应急照明灯断电后不亮", "灭火器压力不足且超过检验期",
      "安全出口在上课时段上锁", "常闭式防火门闭门器损坏，无法自行关闭", "消火栓箱内缺少水带和水枪"},
     {"清理堆放物并划线标示，安排专人每日巡查", "更换损坏的灯具和蓄电池", "委托维保单位检测、充装并更换到期器材",
      "更换为推杆式逃生门锁"}},
    {"food",
     "食品安全",
     "market-supervision",
     "",
     kFood,
     {"两名帮厨人员健康证过期", "留样量不足且未标注时间", "冷藏柜温度超过规定", "库房内有超过保质期的调味品",
      "餐具消毒柜温度不达标", "燃气报警器无法正常报警"},
     {"补办健康证，办妥前调离岗位", "重新配备留样盒和标签，食堂管理员每餐核对", "报修冷藏设备并每日记录温度",
      "清查库房，过期食品登记后销毁"}},
    {"bus",
     "校车安全",
     "traffic-police",
     "",
     kBus,
     {"部分座位安全带卡扣失效", "车内灭火器已过有效期", "实际驾驶人未在公安交管部门备案", "随车照管人员未全程跟车",
      "行驶记录仪数据缺失", "右后轮胎花纹深度不足"},
     {"停运检修，合格后恢复运营", "更换器材并登记编号", "立即停用该驾驶人并补办备案", "重新排班，落实照管人员到岗"}},
    {"hazmat",
     "危险化学品",
     "emergency-management",
     "",
     kHazmat,
     {"领用登记缺少第二人签字", "账面数量与实物不符", "两把钥匙由同一人保管", "洗眼器不出水", "废液桶无标签且未加盖",
      "药品柜通风管脱落"},
     {"重新盘点，差额查明原因并报备", "指定第二保管人并交接钥匙", "维修通风和洗眼设备", "联系有资质的单位清运废液"}},
    {"guard",
     "门卫与安防",
     "police",
     "",
     kGuard,
     {"夜间值班只有一名保安", "一键报警测试无响应", "南门监控存在盲区", "来访登记缺少证件号和离校时间",
      "校门口防撞设施松动", "钢叉和盾牌锈蚀，绑绳断裂"},
     {"增配保安并调整排班", "联系运维单位检修线路，恢复后测试", "增设摄像头消除盲区", "更换器械，定期保养"}},
    {"building",
     "校舍与场地",
     "",
     "",
     kBuilding,
     {"外墙面砖空鼓，有脱落风险", "走廊栏杆焊点开裂", "篮球架底座锈蚀", "吊顶渗水变形", "雨棚排水不畅",
      "施工围挡缺口未封闭"},
     {"设置警戒区并委托专业单位排险修复", "加固焊接并检查同类部位", "停用器械，更换底座", "查找渗漏点，重做防水"}},
    {"power",
     "用电安全",
     "",
     "",
     kPower,
     {"配电箱未上锁，缺少回路标识", "插线板串接使用", "电动自行车在楼道内充电", "线路绝缘层老化", "电工证超过复审期限",
      "漏电保护器试验按钮失灵"},
     {"上锁并补贴标识", "拆除串接，增设固定插座", "设置集中充电点并张贴告示", "更换老化线路，由检测机构复测"}},
    {"health",
     "卫生与防疫",
     "health",
     "",
     kHealth,
     {"晨检记录缺班级负责人签字", "消毒液配比无记录", "临时隔离室兼作储物间", "口罩储备不足", "洗手液未及时补充",
      "红外测温仪读数偏差大"},
     {"补齐记录并每日抽查", "张贴配比表，专人配制并登记", "清空隔离室并单独设置通道", "联系供应商补货"}},
    {"dorm",
     "宿舍安全",
     "fire-brigade",
     "",
     kDorm,
     {"窗口安装固定防盗栏，无逃生口", "寝室内使用电热毯和电饭锅", "夜间巡查记录代签", "安全出口指示灯损坏",
      "床铺护栏松动", "宿管人员配备不足"},
     {"拆除固定栏或加装可开启的逃生窗", "收缴违规电器并开展教育", "实行打卡巡查", "更换灯具，加固护栏"}},
    {"online",
     "网络与信息",
     "",
     "",
     kOnline,
     {"上网日志留存不足六个月", "网络安全负责人已调离未变更", "机房无门禁", "弱口令未整改", "班级群有无关人员",
      "家长信息表公开存放"},
     {"扩充存储并核对留存策略", "变更备案信息", "加装门禁，钥匙专人保管", "统一修改口令并核对成员"}},
    {"equipment", "特种设备", "market-supervision", "由市场监管部门年度检验覆盖", kEquipment, {}, {}}};

std::string evidence_yaml(const Item& item) {
  const std::string bound = std::to_string(item.bound);
  const auto lines = [](std::string_view kind, const std::string& expect) {
    std::string out;
    Put{out, "        evidence: ", kind, "\n"};
    if (!expect.empty()) Put{out, "        expect: {", expect, "}\n"};
    return out;
  };
  switch (item.evidence) {
    case check: return {};
    case at_least: return lines("percent", "min: " + bound);
    case at_most: return lines("percent", "max: " + bound);
    case count: return lines("count", "min: " + bound);
    case per_students: return lines("count", "min: 1, per: " + bound + ", of: students");
    case recent: return lines("date", "within_days: " + bound);
    case expiry: return lines("date", "not_before: inspection");
    case past: return lines("date", "not_after: inspection");
    case people: return lines("people", "min: " + bound);
    case match: return lines("match", {});
    case text: return lines("text", {});
    case check_recent: return lines("[check, date]", "date: {within_days: " + bound + "}");
    case recent_people: return lines("[date, people]", "date: {within_days: " + bound + "}, people: {min: 2}");
  }
  return {};
}

std::string applies_yaml(const Item& item) {
  std::string types;
  for (std::size_t t = 0; t < kTypes.size(); ++t) {
    if ((item.types >> t & 1U) != 0) Put{types, types.empty() ? "" : ", ", kTypes[t].id};
  }
  std::string_view trait;
  if ((item.traits & canteen) != 0) trait = "canteen";
  if ((item.traits & school_bus) != 0) trait = "school-bus";
  if ((item.traits & boarding) != 0) trait = "boarding";
  if ((item.traits & chem_lab) != 0) trait = "chem-lab";
  if (types.empty() && trait.empty()) return {};
  std::string out = "        applies: {";
  if (!types.empty()) Put{out, "types: [", types, "]"};
  if (!trait.empty()) Put{out, types.empty() ? "" : ", ", "traits: [", trait, "]"};
  return out + "}\n";
}

}  // namespace

std::span<const Section> sections() { return kSections; }

std::string checklist_yaml() {
  std::string out =
      "# A made-up checklist for measuring, with every kind of evidence.\n"
      "hazcheck: checklist/1\nid: bench\nversion: 1\ntitle: {zh: 测试用检查表, en: Bench "
      "checklist}\nsections:\n";
  for (const Section& section : kSections) {
    Put{out, "  - id: ", section.id, "\n    title: ", section.title, "\n"};
    if (!section.department.empty()) Put{out, "    department: ", section.department, "\n"};
    if (!section.elsewhere.empty()) Put{out, "    covered_elsewhere: {reason: ", section.elsewhere, "}\n"};
    out += "    items:\n";
    for (const Item& item : section.items) {
      Put{out, "      - id: ", item.id, "\n        text: \"", item.text, "\"\n", evidence_yaml(item)};
      if (item.each == Subjects::vehicle) out += "        each: vehicle\n";
      if (item.each == Subjects::building) out += "        each: building\n";
      out += applies_yaml(item);
      if (item.major) out += "        severity: major\n";
    }
  }
  return out;
}

}  // namespace bench
