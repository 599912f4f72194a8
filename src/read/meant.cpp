// What an input method, a form on paper or a spreadsheet makes of an answer. Must not know any entity.
#include "read/meant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/number.hpp"
#include "base/text.hpp"
#include "read/names.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kRough[] = {"以上", "以下", "左右", "上下", "约",     "大概", "多",   "余",   "不到",
                                       "超过", "几",   "若干", "近",   "不少于", "上百", "数十", "数百", "十来",
                                       "一两", "两三", "三四", "四五", "五六",   "六七", "七八", "八九"};
constexpr std::string_view kNone[] = {"无", "没有", "暂无", "无隐患", "未发现", "不需要", "none", "None", "/"};
constexpr std::string_view kYesOrNo[] = {"是",   "否",     "有",   "无", "对", "不对", "不是", "没有", "没",
                                         "暂无", "未发现", "none", "y",  "n",  "yes",  "no",   "true", "false"};

struct Spoken {
  std::string_view sign, word;
};
constexpr Spoken kMarks[] = {{"√", "合格"},        {"✓", "合格"},        {"✔", "合格"},        {"☑", "合格"},
                             {"符合", "合格"},     {"达标", "合格"},     {"通过", "合格"},     {"×", "不合格"},
                             {"✗", "不合格"},      {"✘", "不合格"},      {"X", "不合格"},      {"x", "不合格"},
                             {"不符合", "不合格"}, {"不达标", "不合格"}, {"未通过", "不合格"}, {"正常", "合格"},
                             {"无隐患", "合格"},   {"有隐患", "不合格"}};
constexpr std::string_view kPartly[] = {"基本合格", "基本符合", "基本达标", "部分合格", "部分符合", "部分达标"};
constexpr std::string_view kInapplicable[] = {"不涉及", "无此项", "没有此项", "/", "N/A", "n/a"};
constexpr std::size_t kLongestYesOrNo = std::string_view("未发现").size();
constexpr std::string_view kWhole[] = {"百分之百", "百分百", "全部", "全体", "全员"};
constexpr std::string_view kInspected[] = {"已查", "已检查", "已检"};
constexpr std::string_view kWords[] = {"合格", "不合格", "不适用", "未查", "pass", "fail", "na", "unchecked"};
constexpr std::string_view kCuts[] = {"，", ",", "；", ";", "：", ":", "。", "（", "("};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

// Without a pair around all of it: “…”, 【…】.
std::string_view unwrapped(std::string_view text) {
  constexpr Spoken kPairs[] = {{"“", "”"}, {"‘", "’"}, {"”", "“"}, {"【", "】"}, {"「", "」"}, {"（", "）"}};
  text = trim(text);
  for (const Spoken& pair : kPairs)
    if (text.size() > pair.sign.size() + pair.word.size() && text.starts_with(pair.sign) && text.ends_with(pair.word))
      return trim(text.substr(pair.sign.size(), text.size() - pair.sign.size() - pair.word.size()));
  return text;
}

bool ends_in_digit(std::string_view text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// 9成, 九成五, 九成半.
std::string tenths_meant(std::string_view text) {
  constexpr std::string_view kTenth = "成";
  const std::size_t at = text.find(kTenth);
  if (at == std::string_view::npos) return {};
  const auto number = [](std::string_view part) -> std::optional<double> {
    part = trim(part);
    if (const auto digits = parse_number(part)) return digits;
    const std::string spoken = take_number_in_words(part);
    return part.empty() ? parse_number(spoken) : std::nullopt;
  };
  const std::string_view behind = trim(text.substr(at + kTenth.size()));
  const auto tens = number(text.substr(0, at));
  const auto ones = behind.empty() ? 0 : behind == "半" ? 5 : number(behind);
  if (!tens || !ones || *tens < 0 || *tens * 10 + *ones > 100 || *ones < 0 || *ones >= 10) return {};
  return fmt::format("{}", *tens * 10 + *ones);
}

// 30/32 of 三十二分之三十; the percent sign in words was dealt with.
std::string part_of_whole(std::string_view part, std::string_view whole) {
  const std::string p = number_meant(part), w = number_meant(whole);
  return p.empty() || w.empty() ? std::string() : p + "/" + w;
}

// What 是 and 无 mean depends on the question: which of the two it is must not be guessed.
Text help_for_yes_or_no(std::string_view word) {
  if (means_none(word))
    return say(
        "write pass where the requirement is met, fail where it is not ('{0}' may mean either); where the unit "
        "has no such thing, {{result: na, reason: \"…\"}}",
        "“{0}”看不出是否符合要求：符合的写 合格，不符合的写 不合格；本单位不涉及此项的写 {{result: 不适用, reason: \"…\"}}",
        word);
  return say("write pass where the requirement is met, fail where it is not ('{0}' may mean either)",
             "“{0}”看不出是否符合要求：符合的写 合格，不符合的写 不合格", word);
}

// {result: 未查, reason: "停电"} of 未查，原因：停电.
std::optional<Text> help_for_remark(std::string_view word, std::string_view rest) {
  for (std::string_view end : {"）", ")", "。"})
    if (rest.ends_with(end)) rest = trim(rest.substr(0, rest.size() - end.size()));
  for (std::string_view lead : {"原因", "因为", "：", ":"})
    if (rest.starts_with(lead)) rest = trim(rest.substr(lead.size()));
  if (rest.empty()) return say("write {0}", "请写 {0}", word);
  const bool ascii = (rest.front() >= 'a' && rest.front() <= 'z') || (rest.front() >= 'A' && rest.front() <= 'Z');
  if (ascii && (rest.find(':') != std::string_view::npos || rest.find("：") != std::string_view::npos))
    return say("put ', ' between two entries and ': ' behind a key", "两项之间用半角“, ”，键后用半角“: ”");
  if (rest.find_first_of("\"\\") != std::string_view::npos) return std::nullopt;
  const bool judged = word == "合格" || word == "不合格" || word == "pass" || word == "fail";
  const std::string remark = elide(printable(rest), 40);
  return say("write {{result: {0}, {1}: \"{2}\"}}", "请写 {{result: {0}, {1}: \"{2}\"}}", word,
             judged ? "note" : "reason", remark);
}

}  // namespace

bool is_rough(std::string_view text) {
  return std::any_of(std::begin(kRough), std::end(kRough),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool means_none(std::string_view text) { return is_one_of(trim(text), kNone); }

bool means_inapplicable(std::string_view text) { return is_one_of(trim(text), kInapplicable); }

bool says_yes_or_no(std::string_view text) {
  const std::string_view word = trim(text);
  return word.size() <= kLongestYesOrNo && is_one_of(lower_ascii(word), kYesOrNo);
}

std::string percent_meant(std::string_view text) {
  constexpr std::string_view kHundredths = "百分之", kParts = "分之";
  if (is_rough(text)) return {};
  const std::string plain = half_width(trim(text));
  std::string_view rest = trim(plain);
  if (is_one_of(rest, kWhole)) return "100";
  if (rest.starts_with(kHundredths)) rest = trim(rest.substr(kHundredths.size()));
  if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos)
    return part_of_whole(rest.substr(0, slash), rest.substr(slash + 1));
  if (const std::size_t parts = rest.find(kParts); parts != std::string_view::npos)
    return part_of_whole(rest.substr(parts + kParts.size()), rest.substr(0, parts));
  while (rest.ends_with('%')) rest = trim(rest.substr(0, rest.size() - 1));
  if (std::string tenths = tenths_meant(rest); !tenths.empty()) return tenths;
  std::string_view behind = rest;
  if (std::string spoken = take_number_in_words(behind); !spoken.empty()) return behind.empty() ? spoken : "";
  return ends_in_digit(rest) ? number_meant(rest) : std::string();
}

std::string id_meant(std::string_view text) {
  const std::string plain = half_width(trim(text));
  return is_id(plain) ? plain : std::string();
}

std::string list_meant(std::string_view text) {
  if (means_none(text)) return "[]";
  const std::string_view inner = unwrapped(text);
  std::optional<std::string> names = names_by_blanks(inner);
  if (!names && inner.find('/') == std::string_view::npos) names = several_names(inner);
  return "[" + (names ? *names : std::string(inner)) + "]";
}

Text help_for_inapplicable() {
  return say("did you mean {{result: 不适用, reason: \"…\"}}?", "是否想写 {{result: 不适用, reason: \"…\"}}？");
}

std::optional<Text> help_for_result(std::string_view text) {
  const std::string_view inner = unwrapped(text);
  for (const Spoken& mark : kMarks)
    if (inner == mark.sign) return say("did you mean '{0}'?", "是否想写 '{0}'？", mark.word);
  if (is_one_of(inner, kInapplicable)) return help_for_inapplicable();
  if (is_one_of(inner, kPartly))
    return say("there is nothing in between: fail, with a hazard, where something is still to be rectified, else pass",
               "只分合格与不合格：仍需整改的写 不合格 并登记隐患，无需整改的写 合格");
  if (says_yes_or_no(inner)) return help_for_yes_or_no(inner);
  if (is_one_of(inner, kInspected)) return say("write what was found: 合格 or 不合格", "请写检查结果：合格 或 不合格");
  if (is_one_of(inner, kWords)) return say("write {0}", "请写 {0}", inner);
  for (std::size_t at = 0; at < inner.size();) {
    for (std::string_view cut : kCuts)
      if (inner.substr(at).starts_with(cut)) {
        const std::string_view word = trim(inner.substr(0, at));
        if (says_yes_or_no(word)) return help_for_yes_or_no(word);
        return is_one_of(word, kWords) ? help_for_remark(word, trim(inner.substr(at + cut.size()))) : std::nullopt;
      }
    next_char(inner, at);
  }
  return std::nullopt;
}

}  // namespace hazcheck
