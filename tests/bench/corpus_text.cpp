// Phrase lists and the few ways they are put together. Nothing here knows YAML but free_text().
#include "corpus_text.hpp"

namespace bench {
namespace {

constexpr std::string_view kBuildings[]{"东教学楼", "西教学楼", "综合楼", "实验楼", "行政楼",
                                        "体育馆",   "食堂",     "图书馆", "南校门", "报告厅"};
constexpr std::string_view kFloors[]{"一层", "二层", "三层", "四层", "地下室", ""};
constexpr std::string_view kSpots[]{"走廊东端", "西侧楼梯间", "楼梯口", "储物间", "值班室", "配电间旁", "北门内侧", ""};
constexpr std::string_view kDetails[]{"现场已口头告知负责人",
                                      "上学期检查已指出同类问题",
                                      "共三处",
                                      "涉及两个班级",
                                      "已拍照留存",
                                      "位于学生必经路线",
                                      "影响约120名学生通行",
                                      "值班人员表示不知情",
                                      "台账中无相应记录",
                                      "编号 #2 的设备同样如此"};
constexpr std::string_view kAgainst[]{
    "不符合《中小学幼儿园安全管理办法》的要求", "不符合《中小学校岗位安全工作指南》的要求",
    "与《人员密集场所消防安全管理》的规定不一致", "与单位自己的管理制度不符", "上一年度检查时已提出整改要求"};
constexpr std::string_view kWhen[]{"一周内完成",     "利用周末施工",   "分两批进行",   "由总务处牵头",
                                   "班主任配合落实", "费用已列入预算", "先急后缓安排", "完成后由安全员复核"};
constexpr std::string_view kAfter[]{"每周复查一次并记录",   "纳入每日巡查内容",   "在教职工会上通报",
                                    "举一反三排查同类部位", "整改前后各拍照一张", "期末前组织回头看"};
constexpr std::string_view kInterim[]{"设置警戒线和警示牌，安排专人值守", "暂停使用该区域，学生改走西侧楼梯",
                                      "停用相关设备，钥匙由安全员保管", "每两小时巡查一次并签字"};
constexpr std::string_view kEmergency[]{"按校园突发事件应急预案执行，值班领导到场指挥",
                                        "发现险情立即疏散，同时拨打119和报告区教育局",
                                        "启用备用通道，各班由任课教师带离"};
constexpr std::string_view kSources[]{"公用经费", "专项经费", "维修基金", "区级统筹", "年度预算"};
constexpr std::string_view kThemes[]{"预防溺水，从我做起",
                                     "消防安全进校园",
                                     "文明乘车 平安回家",
                                     "居家与返校防疫须知",
                                     "对口医院联系人 电话 6900 1234",
                                     "社区卫生服务中心张医生"};
constexpr std::string_view kComments[]{"复查时请带钥匙", "以下由总务处填写", "待核对",       "附照片",
                                       "与上次记录对照", "此项由安全员确认", "双方现场签字", "见台账第三页"};

std::span<const std::string_view> remarks(Topic topic) {
  static constexpr std::string_view kRectified[]{"已按计划完成，照片附后", "更换两件，现场测试正常",
                                                 "整改完毕请求复核",       "提前完成",
                                                 "维保单位已出具报告",     "已清理并划线标示，责任到人"};
  static constexpr std::string_view kClosed[]{"现场复核合格", "复核通过，同意销项", "抽查三处均符合要求",
                                              "资料齐全，现场与照片一致"};
  static constexpr std::string_view kRejected[]{"仅完成一半", "现场复核时仍有堆放", "照片与现场不符，退回继续整改",
                                                "更换的器材无合格证", "尚未动工"};
  static constexpr std::string_view kRecurred[]{"再次出现同样问题", "复查时发现回潮，须重新整改", "假期施工后又被堵塞"};
  static constexpr std::string_view kDeferred[]{"设备到货延迟，供应商已书面说明", "受疫情影响施工队未能进场",
                                                "需等招标结果"};
  static constexpr std::string_view kMilder[]{"经专业检测风险可控", "已采取措施，危险程度降低"};
  static constexpr std::string_view kGraver[]{"涉及人数较多", "专家会诊后认为存在重大风险，须挂牌督办"};
  static constexpr std::string_view kReassigned[]{"原负责人调离", "分工调整"};
  static constexpr std::string_view kEscalated[]{"需要相关部门联合执法", "涉及校外产权单位，学校无法单独解决",
                                                 "经费不足，请求统筹"};
  static constexpr std::string_view kAnswered[]{"已列入本月联合整治", "同意安排专项经费，请按程序申报",
                                                "已约谈产权单位"};
  static constexpr std::string_view kVoided[]{"重复登记", "经核实不属于隐患", "误填到本单位"};
  static constexpr std::string_view kNotApplicable[]{"本校区无此设施", "该场所未启用",
                                                     "由集团校本部统一管理，不单独设置"};
  static constexpr std::string_view kUnchecked[]{"当日钥匙不在", "相关人员请假，下次补查", "复课后检查"};
  static constexpr std::string_view kFailing[]{"见下方隐患", "两处不符", "现场已告知，限期整改"};
  static constexpr std::string_view kPassing[]{"现场抽查", "资料与现场一致", "抽问五人均能说清"};
  switch (topic) {
    case Topic::rectified: return kRectified;
    case Topic::closed: return kClosed;
    case Topic::rejected: return kRejected;
    case Topic::recurred: return kRecurred;
    case Topic::deferred: return kDeferred;
    case Topic::milder: return kMilder;
    case Topic::graver: return kGraver;
    case Topic::reassigned: return kReassigned;
    case Topic::escalated: return kEscalated;
    case Topic::answered: return kAnswered;
    case Topic::voided: return kVoided;
    case Topic::not_applicable: return kNotApplicable;
    case Topic::unchecked: return kUnchecked;
    case Topic::failing: return kFailing;
    case Topic::passing: return kPassing;
  }
  return kPassing;
}

}  // namespace

std::string remark(Topic topic, Random& random) { return std::string(random.pick(remarks(topic))); }

std::string location(Random& random) {
  std::string out;
  Put{out, random.pick(kBuildings), random.pick(kFloors), random.pick(kSpots)};
  return out;
}

std::string defect(const Section& section, bool with_place, Random& random) {
  std::string out;
  if (with_place) Put{out, random.pick(kBuildings), random.pick(kFloors)};
  out += random.pick(section.defects);
  if (random.percent(70)) Put{out, "，", random.pick(kDetails)};
  if (random.percent(85)) Put{out, "，", random.pick(kAgainst)};
  if (random.percent(30)) out += "。";
  if (random.percent(8)) Put{out, "\n", random.pick(section.defects), "，", random.pick(kDetails)};
  return out;
}

std::string measures(const Section& section, Random& random) {
  std::string out;
  Put{out, random.pick(section.measures), "，", random.pick(kWhen)};
  if (random.percent(60)) Put{out, "；", random.pick(section.measures)};
  if (random.percent(80)) Put{out, "；", random.pick(kAfter)};
  if (random.percent(8)) Put{out, "\n", random.pick(section.measures), "，", random.pick(kAfter), "。"};
  return out;
}

std::string interim(Random& random) { return std::string(random.pick(kInterim)); }
std::string emergency_plan(Random& random) { return std::string(random.pick(kEmergency)); }
std::string funding_source(Random& random) { return std::string(random.pick(kSources)); }
std::string answer_text(Random& random) { return std::string(random.pick(kThemes)); }
std::string comment(Random& random) { return std::string(random.pick(kComments)); }

std::string free_text(std::string_view text, Place place, Random& random) {
  bool quote = random.percent(35);
  if (text.find('#') != text.npos || text.find(':') != text.npos) quote = true;
  if (place == Place::flow) quote = quote || text.find("，") != text.npos || text.find_first_of(",[]{}") != text.npos;
  if (!quote) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace bench
