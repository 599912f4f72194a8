// The one table of headers. A header that could be two things is left to the user's map.
#include "read/ledger_columns.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.hpp"

namespace hazcheck {
namespace {

using enum LedgerColumn;

// clang-format off
constexpr LedgerColumnInfo kColumns[] = {
    {id, "id", "隐患编号 序号 编号 台账编号 隐患序号"},
    {unit, "unit", "单位代码 学校代码 单位编码 学校编码"},
    {unit_title, "unit_title", "单位名称 学校 学校名称 单位 受检单位 被检查单位 被检单位 受检学校 校名 园所 幼儿园名称 学校单位 责任单位"},
    {round, "round", "检查轮次 轮次 批次 检查批次 排查轮次"},
    {section, "section", "检查领域 领域 隐患类别 隐患类型 类别 检查类别 问题类别 排查领域 所属类别 所属领域 所属类型 排查类别"},
    {item, "item", "检查项 检查项代码 检查项目"},
    {item_text, "item_text", "检查内容 排查内容"},
    {subject, "subject", "检查对象 对象 车牌 车牌号 车牌号码"},
    {location, "location", "隐患部位 部位 位置 地点 隐患位置 隐患地点 具体位置 检查部位 具体部位 所在位置"},
    {description, "description",
     "隐患描述 隐患内容 问题 问题描述 存在问题 存在的问题 隐患情况 隐患问题 问题隐患 安全隐患 隐患 主要问题 具体问题 问题内容 隐患问题描述 存在隐患 存在的隐患 存在的安全隐患 隐患具体描述"},
    {severity, "severity", "隐患等级 等级 隐患级别 级别 风险等级"},
    {status, "status", "状态 整改状态 整改情况 整改进度 是否整改 是否完成 是否整改完成 进展情况 是否销项 整改进展 销项情况"},
    {found, "found", "发现日期 发现时间 检查日期 检查时间 排查日期 排查时间 日期 登记日期"},
    {due_original, "due_original", "原定期限 原定整改期限 原整改期限"},
    {due, "due", "整改期限 整改时限 完成时限 期限 限期 整改限期 计划完成日期 计划完成时间 要求完成时间 要求完成日期 整改完成期限 整改截止日期 限期整改时间"},
    {owner, "owner", "责任人 整改责任人 项目责任人 项目负责人 负责人 整改负责人"},
    {department, "department", "监管部门"},
    {measures, "measures", "整改措施 措施 整改方案 整改要求 整改办法 治理措施"},
    {funding_amount, "funding_amount", "整改资金 资金 所需资金 资金投入 经费 整改经费 资金预算 整改金额 预算金额 投入资金"},
    {funding_source, "funding_source", "资金来源 经费来源"},
    {planned, "planned", "计划日期 方案制定日期 计划制定日期"},
    {rectified, "rectified", "整改日期 整改完成日期 整改完成时间 完成日期 完成时间 整改时间 实际完成日期 实际完成时间 实际整改日期"},
    {rectified_by, "rectified_by", "整改人 整改人员 整改落实人 整改完成人"},
    {closed, "closed", "销项日期 销项时间 销号日期 销号时间 验收日期 验收时间 复查日期 复查时间 核销日期 闭环日期"},
    {closed_by, "closed_by", "销项人 销号人 验收人 验收人员 复查人 复查人员 核验人 核销人"},
    {closed_for, "closed_for", "销项单位 验收单位 复查单位 销号单位"},
    {writeoff, "writeoff", "销项编号 销号编号 销项号 销号 核销编号"},
    {evidence, "evidence", "佐证材料 佐证 附件 照片 整改照片 佐证资料"},
    {escalated, "escalated", "上报日期"},
    {escalated_to, "escalated_to", "上报对象"},
    {answered, "answered", "答复日期"},
    {supervised, "supervised", "督办日期 挂牌督办日期"},
    {deferrals, "deferrals", "延期次数"},
    {reopens, "reopens", "重新打开次数"},
    {interim, "interim", "临时措施 临时防范措施 管控措施 临时管控措施"},
    {emergency_plan, "emergency_plan", "应急预案 应急措施"},
    {inspectors, "inspectors", "检查人 检查人员 排查人 排查人员 检查人签字"},
    {note, "note", "备注 说明"},
    {derived, "unit_type", "单位类型"},
    {derived, "area", "街镇"},
    {derived, "days_overdue", "逾期天数"},
    {derived, "days_waiting", "待答复天数"},
    {derived, "overdue", "是否逾期"},
    {derived, "due_soon", "是否即将到期"},
};
// clang-format on

using Index = std::unordered_map<std::string, LedgerColumn>;

const Index& index() {
  static const Index kIndex = [] {
    Index made;
    for (const LedgerColumnInfo& info : kColumns) {
      made.emplace(info.name, info.column);
      std::string_view rest = info.headers;
      while (!rest.empty()) {
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        made.emplace(folded_name(rest.substr(0, blank)), info.column);
        rest.remove_prefix(std::min(rest.size(), blank + 1));
      }
    }
    return made;
  }();
  return kIndex;
}

}  // namespace

std::span<const LedgerColumnInfo> ledger_columns_known() { return kColumns; }

std::string_view name_of(LedgerColumn column) {
  const auto it = std::find_if(std::begin(kColumns), std::end(kColumns),
                               [&](const LedgerColumnInfo& i) { return i.column == column; });
  return it->name;
}

std::optional<LedgerColumn> ledger_column_named(std::string_view name) {
  for (const LedgerColumnInfo& info : kColumns)
    if (info.name == name) return info.column;
  return std::nullopt;
}

std::optional<LedgerColumn> guess_ledger_column(std::string_view header) {
  std::string plain = lower_ascii(folded_name(header));
  for (int turn = 0; turn < 2; ++turn) {
    if (const auto it = index().find(plain); it != index().end()) return it->second;
    plain = plain.substr(0, plain.find('('));  // NFKC has made full-width brackets half-width
  }
  return std::nullopt;
}

bool counts_in_ten_thousands(std::string_view header) { return header.find("万元") != std::string_view::npos; }

}  // namespace hazcheck
