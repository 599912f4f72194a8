// What an input method, a form on paper or a spreadsheet makes of an answer. Must not know any entity.
#include "read/meant.hpp"

#include <algorithm>
#include <iterator>

#include "base/number.hpp"
#include "base/text.hpp"
#include "read/names.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kRough[] = {"以上", "以下", "左右", "上下", "约",    "大概",
                                       "多",   "余",   "不到", "超过", "不少于"};
constexpr std::string_view kNone[] = {"无", "没有", "暂无", "无隐患", "未发现", "不需要", "none", "None", "/"};

struct Spoken {
  std::string_view sign, word;
};
constexpr Spoken kMarks[] = {{"√", "合格"},        {"✓", "合格"},        {"✔", "合格"},       {"☑", "合格"},
                             {"符合", "合格"},     {"达标", "合格"},     {"通过", "合格"},    {"×", "不合格"},
                             {"✗", "不合格"},      {"✘", "不合格"},      {"X", "不合格"},     {"x", "不合格"},
                             {"不符合", "不合格"}, {"不达标", "不合格"}, {"未通过", "不合格"}};
constexpr std::string_view kInapplicable[] = {"不涉及", "无此项", "没有此项"};
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

std::string percent_meant(std::string_view text) {
  if (is_rough(text)) return {};
  const std::string plain = half_width(trim(text));
  std::string_view rest = trim(plain);
  if (rest.starts_with("百分之")) rest = trim(rest.substr(std::string_view("百分之").size()));
  if (const std::size_t slash = rest.find('/'); slash != std::string_view::npos) {
    const std::string part = number_meant(rest.substr(0, slash)), whole = number_meant(rest.substr(slash + 1));
    return part.empty() || whole.empty() ? std::string() : part + "/" + whole;
  }
  while (rest.ends_with('%')) rest = trim(rest.substr(0, rest.size() - 1));
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

std::optional<Text> help_for_result(std::string_view text) {
  const std::string_view inner = unwrapped(text);
  for (const Spoken& mark : kMarks)
    if (inner == mark.sign) return say("did you mean '{0}'?", "是否想写 '{0}'？", mark.word);
  if (is_one_of(inner, kInapplicable))
    return say("did you mean {{result: 不适用, reason: \"…\"}}?", "是否想写 {{result: 不适用, reason: \"…\"}}？");
  if (is_one_of(inner, kInspected)) return say("write what was found: 合格 or 不合格", "请写检查结果：合格 或 不合格");
  if (is_one_of(inner, kWords)) return say("write {0}", "请写 {0}", inner);
  for (std::size_t at = 0; at < inner.size();) {
    for (std::string_view cut : kCuts)
      if (inner.substr(at).starts_with(cut)) {
        const std::string_view word = trim(inner.substr(0, at));
        return is_one_of(word, kWords) ? help_for_remark(word, trim(inner.substr(at + cut.size()))) : std::nullopt;
      }
    next_char(inner, at);
  }
  return std::nullopt;
}

}  // namespace hazcheck
