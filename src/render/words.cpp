// The words of status and change columns. Must hold fixed vocabularies only, never words that users choose.
#include "render/words.hpp"

#include <algorithm>
#include <array>

namespace hazcheck {
namespace {

constexpr std::array<Term, 5> kStatus{{{"unplanned", {"unplanned", "未制定计划"}},
                                       {"planned", {"planned", "整改中"}},
                                       {"rectified", {"rectified", "待验收"}},
                                       {"closed", {"closed", "已销项"}},
                                       {"void", {"void", "已作废"}}}};

constexpr std::array<Term, 3> kKind{
    {{"item", {"item", "检查项"}}, {"hazard", {"hazard", "隐患"}}, {"unit", {"unit", "单位"}}}};

constexpr std::array<Term, 17> kChange{{{"new", {"new", "新增"}},
                                        {"resolved", {"resolved", "已解决"}},
                                        {"recurring", {"recurring", "仍不合格"}},
                                        {"unchecked", {"unchecked", "后轮未查"}},
                                        {"first-checked", {"first checked", "首次查出"}},
                                        {"persisting", {"persisting", "仍未销项"}},
                                        {"closed", {"closed", "已销项"}},
                                        {"reopened", {"reopened", "重新打开"}},
                                        {"voided", {"voided", "作废"}},
                                        {"missing", {"missing", "无记录"}},
                                        {"added", {"added", "新增"}},
                                        {"removed", {"removed", "删除"}},
                                        {"status", {"status", "状态"}},
                                        {"due", {"due", "期限"}},
                                        {"severity", {"severity", "等级"}},
                                        {"owner", {"owner", "责任人"}},
                                        {"edited", {"edited", "文字修改"}}}};

}  // namespace

std::span<const Term> vocabulary_of(std::string_view column) {
  if (column == "status") return kStatus;
  if (column == "kind") return kKind;
  if (column == "change") return kChange;
  return {};
}

std::string_view term_for(std::span<const Term> vocabulary, std::string_view key, Lang lang) {
  const auto word = std::find_if(vocabulary.begin(), vocabulary.end(), [&](const Term& w) { return w.key == key; });
  return word == vocabulary.end() ? key : word->label.in(lang);
}

}  // namespace hazcheck
