// The scalar decoders and the wording of HZ1. Must not know any entity.
#include "read/decoder.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/number.hpp"
#include "base/text.hpp"
#include "model/titles.hpp"
#include "read/field.hpp"
#include "read/meant.hpp"
#include "read/names.hpp"
#include "read/read_rules.hpp"

namespace hazcheck {
namespace {

const RuleInfo& rule(std::string_view code) {
  for (const RuleInfo& r : read_rules())
    if (r.code == code) return r;
  return read_rules().front();
}

// An entity's name in Chinese, for messages.
std::string_view zh_name(std::string_view entity) {
  static constexpr Choice<std::string_view> kNames[] = {
      {"campaign", "专项文件"},  {"roster", "名册"},    {"checklist", "检查表"},
      {"record", "检查记录"},    {"person", "人员"},    {"body", "部门"},
      {"entry", "条目"},         {"units", "单位范围"}, {"applies", "适用范围"},
      {"round", "轮次"},         {"severity", "等级"},  {"policy", "规则"},
      {"unit", "单位"},          {"valid", "有效期"},   {"item", "检查项"},
      {"section", "领域"},       {"expect", "要求"},    {"covered_elsewhere", "另行检查说明"},
      {"source", "依据文件"},    {"answer", "作答"},    {"match", "核对项"},
      {"hazard", "隐患"},        {"plan", "整改计划"},  {"funding", "资金"},
      {"log entry", "处理记录"}, {"follow-up", "复查"}, {"title", "名称"}};
  for (const auto& n : kNames)
    if (n.word == entity) return n.value;
  return entity;
}

std::string shown(std::string_view text) { return elide(printable(text), 40); }

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

Label describe(const Node& node) {
  switch (node.kind) {
    case NodeKind::mapping: return {"a mapping (key: value)", "一组“键: 值”"};
    case NodeKind::sequence: return {"a list", "列表"};
    case NodeKind::scalar: return {"text", "一段文字"};
    case NodeKind::null: break;
  }
  return {"nothing", "空值"};
}

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

namespace {

// What people write as one sentence, by its parts; empty for all else.
Text help_for_parts_of(std::string_view what) {
  if (what == "plan")
    return say("write {{measures: …, due: …, funding: {{amount: …, source: …}}, owner: …}}",
               "请写 {{measures: 措施, due: 期限, funding: {{amount: 金额, source: 来源}}, owner: 责任人}}");
  if (what == "log entry")
    return say("write {{date: …, event: …, by: …}}, with an event such as rectified or closed",
               "请写 {{date: 日期, event: 事项, by: 经办人}}，事项如 rectified（已整改）、closed（已销项）");
  if (what == "follow-up")
    return say("write {{hazard: …, result: …, by: …}} for each hazard, with the id it has in the ledger",
               "请逐条写 {{hazard: 隐患编号, result: 复查结果, by: 复查人}}，编号以台账为准");
  if (what == "hazard")
    return say("write {{id: H1, item: …, description: …}}", "请写 {{id: H1, item: 检查项, description: 隐患描述}}");
  return {};
}

// 12.345, by the digits as they are written: 12.30 and 12.300 are not.
bool is_finer_than_fen(std::string_view number) {
  const std::size_t point = number.find('.');
  return point != std::string_view::npos && number.find_last_not_of('0') > point + 2 &&
         number.find_last_not_of('0') != std::string_view::npos;
}

// "write 1200", where that can be told.
Text help_for_number(std::string_view text, Text otherwise) {
  if (is_rough(text)) return say("write one exact number, digits only", "请填一个确切的数，只用半角数字");
  const std::string meant = number_meant(text);
  return meant.empty() ? std::move(otherwise) : say("write {0}", "请写 {0}", meant);
}

}  // namespace

Diagnostic& Decoder::report(std::string_view code, Mark at, Text message, Text help) {
  return sink_->add(rule(code), {file_, at}, std::move(message), std::move(help));
}

void Decoder::wrong_type(const Node& node, Label wanted, Text help) {
  const Label found = describe(node);
  // A key typed with a full-width colon turns its mapping into text: name that cause, not its effect.
  if (node.is_scalar() && wanted.en.starts_with("a mapping") && contains(node.text, "：")) {
    help = say("use ':' and a blank instead of the full-width '：'", "把全角“：”改为半角“:”加一个空格");
  }
  report("HZ103", node.at,
         {fmt::format("expected {}, found {}", wanted.en, found.en),
          fmt::format("此处应为{}，实际是{}", wanted.zh, found.zh)},
         std::move(help));
}

bool Decoder::expect_mapping(const Node& node, std::string_view what) {
  if (node.is_mapping()) return true;
  wrong_type(node, {"a mapping (key: value)", "一组“键: 值”"}, node.is_scalar() ? help_for_parts_of(what) : Text{});
  return false;
}

bool Decoder::expect_sequence(const Node& node) {
  if (node.is_sequence()) return true;
  Text help;
  if (node.is_scalar() && means_none(node.text)) help = say("where there are none, write []", "没有就写 []");
  else if (node.is_mapping() && node.flow) help = say("put it in brackets: [{{…}}]", "外面加方括号：[{{…}}]");
  else if (node.is_mapping()) help = say("start each entry with '- '", "每条以“- ”开头");
  else if (node.is_scalar()) help = say("write it as a list: {0}", "写成列表：{0}", shown(list_meant(node.text)));
  wrong_type(node, {"a list", "列表"}, std::move(help));
  return false;
}

bool Decoder::expect_scalar(const Node& node) {
  if (node.is_scalar()) return true;
  Text help;
  if (node.flow) help = say("text that starts with '[' or '{{' goes in quotes", "以 [ 或 {{ 开头的文字要加引号");
  wrong_type(node, {"text", "一段文字"}, std::move(help));
  return false;
}

std::string_view Decoder::words_in(const Node& node) {
  if (!expect_scalar(node)) return {};
  const std::string_view value = trim(node.text);
  return is_blank(value) ? std::string_view() : value;
}

void Decoder::text(const Node& node, Word& out) {
  if (const std::string_view value = words_in(node); !value.empty()) out = {keep(value), node.at};
}

void Decoder::prose(const Node& node, Word& out) {
  const std::string_view value = words_in(node);
  if (!value.empty()) out = {prose_ == Prose::keep ? keep(value) : value, node.at};
}

void Decoder::title(const Node& node, Title& out) {
  if (node.is_mapping()) {
    struct Pair {
      Word zh, en;
    };
    static constexpr Field<Pair> kFields[] = {
        {{"zh", false, {ShapeKind::text}, {"in Chinese", "中文"}},
         [](Decoder& d, const Node& n, Pair& p) { d.text(n, p.zh); }},
        {{"en", false, {ShapeKind::text}, {"in English", "英文"}},
         [](Decoder& d, const Node& n, Pair& p) { d.text(n, p.en); }},
    };
    Pair pair;
    decode_mapping(*this, node, pair, {"title", {"text in one or both languages", "中文、英文或两者"}, kFields});
    if (pair.zh.present() || pair.en.present()) out = {pair.zh.value, pair.en.value, node.at};
    return;
  }
  Word word;
  text(node, word);
  if (word.present()) out = {word.value, word.value, word.at};
}

void Decoder::id(const Node& node, Word& out) {
  if (!expect_scalar(node)) return;
  if (!is_id(node.text)) {
    const unsigned kinds = known_ == nullptr ? 0 : titled_under(key_);
    if (const auto named = kinds == 0 ? std::nullopt : find_titled(*known_, kinds, trim(node.text))) {
      report("HZ106", node.at, say("'{0}' is not an id", "'{0}' 不是合法的代码", shown(node.text)),
             say("did you mean '{0}' ({1})?", "是否想写 '{0}'（{2}）？", named->id.value,
                 shown(named->title.in(Lang::en)), shown(named->title.in(Lang::zh))));
      return;
    }
    const std::string meant = id_meant(node.text);
    report(
        "HZ106", node.at, say("'{0}' is not an id", "'{0}' 不是合法的代码", shown(node.text)),
        is_blank(node.text) ? say("where there is nothing to write, leave the key out", "没有内容就不写这一键")
        : !meant.empty()
            ? say("did you mean '{0}'?", "是否想写 '{0}'？", meant)
            : say("an id is made of letters, digits, '.', '_' and '-', starts with a letter or digit, and has at most 64 characters",
                  "代码只用英文字母、数字、“.”“_”“-”，以字母或数字开头，最长 64 个字符"));
    return;
  }
  out = {keep(node.text), node.at};
}

void Decoder::name(const Node& node, Word& out) {
  if (!expect_scalar(node)) return;
  const std::string_view value = trim(node.text);
  if (is_blank(value)) return;
  const bool western = is_western_name(value);  // "Smith, John": in quotes that is one name
  if (western && node.style == ScalarStyle::quoted) {
    out = {keep(value), node.at};
    return;
  }
  if (const std::optional<std::string> listed = several_names(value)) {
    report("HZ108", node.at, say("'{0}' is several names in one", "'{0}' 把几个姓名写在了一起", shown(value)),
           western ? say("for several write [{0}]; if it is one person's name, put it in quotes: \"{1}\"",
                         "多人写成 [{0}]；如果是一个人的姓名，请加引号：\"{1}\"", shown(*listed), shown(value))
                   : say("where a list is asked for, write [{0}]; where one person is, name one",
                         "可填多人处写成 [{0}]；只填一人处只写一个姓名", shown(*listed)));
    return;
  }
  out = {keep(value), node.at};
}

void Decoder::date(const Node& node, Day& out) {
  if (!expect_scalar(node)) return;
  const std::optional<Date> date = parse_date(node.text);
  if (date && *date >= kFirstDay && *date <= kLastDay) {
    out = {*date, node.at};
    return;
  }
  report("HZ105", node.at, say("'{0}' is not a date", "'{0}' 不是有效日期", shown(node.text)),
         help_for_date(node.text));
}

void Decoder::boolean(const Node& node, bool& out) {
  static constexpr Choice<bool> kWords[] = {{"true", true}, {"false", false}};
  if (const auto value = choice<bool>(node, kWords)) out = *value;
}

std::optional<long> Decoder::integer(const Node& node, long least) {
  if (!expect_scalar(node)) return std::nullopt;
  long value = 0;
  const auto [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
  if (error == std::errc() && end == node.text.data() + node.text.size() && value >= least && value <= 1'000'000'000)
    return value;
  if (only_digits(node.text) && (error != std::errc() || value > least)) {
    report("HZ107", node.at, say("'{0}' is too large", "'{0}' 过大", shown(node.text)),
           say("write 1000000000 at most", "最大为 1000000000"));
    return std::nullopt;
  }
  Text help = say("write a whole number of at least {0}, digits only", "填写不小于 {0} 的整数，只用半角数字", least);
  if (number_meant(node.text).find('.') == std::string::npos) help = help_for_number(node.text, std::move(help));
  report("HZ107", node.at, say("'{0}' is not a whole number", "'{0}' 不是整数", shown(node.text)), std::move(help));
  return std::nullopt;
}

std::optional<double> Decoder::number(const Node& node) {
  if (!expect_scalar(node)) return std::nullopt;
  if (const auto value = parse_number(node.text)) return value;
  if (only_digits(node.text)) {
    report("HZ107", node.at, say("'{0}' is too large", "'{0}' 过大", shown(node.text)),
           say("write 18 digits at most", "最多 18 位数字"));
    return std::nullopt;
  }
  report("HZ107", node.at, say("'{0}' is not a number", "'{0}' 不是数字", shown(node.text)),
         help_for_number(node.text, say("write digits only, such as 12000 or 98.5", "只用半角数字，如 12000 或 98.5")));
  return std::nullopt;
}

void Decoder::money(const Node& node, Located<std::int64_t>& out) {
  if (!expect_scalar(node)) return;
  const auto value = parse_number(node.text);
  if (is_finer_than_fen(value ? node.text : number_meant(node.text))) {
    report("HZ107", node.at, say("'{0}' is finer than a fen", "'{0}' 精确到了分以下", shown(node.text)),
           say("an amount has at most two decimals", "金额最多两位小数（精确到分）"));
    return;
  }
  if (value && *value >= 0 && *value <= 1e12) {
    out = {static_cast<std::int64_t>(std::llround(*value * 100)), node.at};
    return;
  }
  if (value && *value > 0) {
    report("HZ107", node.at, say("'{0}' is more than an amount may be", "'{0}' 超出金额的上限", shown(node.text)),
           say("amounts are in yuan, up to 1000000000000", "金额以元为单位，不超过 1000000000000"));
    return;
  }
  report("HZ107", node.at, say("'{0}' is not an amount in yuan", "'{0}' 不是以元为单位的金额", shown(node.text)),
         means_none(node.text) ? say("where it costs nothing, write 0", "不需要资金就写 0")
                               : help_for_number(node.text, say("write digits only, no unit and no separators: 12000",
                                                                "只写半角数字，不带单位和分隔符，如 12000")));
}

void Decoder::words(const Node& node, std::vector<Word>& out, void (Decoder::*one)(const Node&, Word&)) {
  if (!expect_sequence(node)) return;
  out.reserve(out.size() + node.children.size());
  for (const Node& item : node.children) {
    Word word;
    (this->*one)(item, word);
    if (word.present()) out.push_back(word);
  }
}

void Decoder::words(const Node& node, List<Word>& out, void (Decoder::*one)(const Node&, Word&)) {
  scratch_.clear();
  words(node, scratch_, one);
  out = keep_->copy(scratch_);
}

std::optional<std::string_view> Decoder::unknown_key(const Node& key, std::string_view what,
                                                     std::span<const std::string_view> known,
                                                     std::optional<std::string_view> guess, Text home) {
  Text help;
  const std::optional<std::string_view> near = !home.empty() ? std::nullopt
                                               : guess       ? guess
                                                             : did_you_mean(key.text, known);
  if (!home.empty()) {
    help = std::move(home);
  } else if (near) {
    help = say("did you mean '{0}'?", "是否想写 '{0}'？", *near);
  } else {
    std::string all;
    for (std::string_view k : known) all.append(all.empty() ? "" : ", ").append(k);
    help = say("known here: {0}", "这里可用的键：{0}", all);
  }
  report("HZ101", key.at,
         {fmt::format("unknown key '{}' in this {}", shown(key.text), what),
          fmt::format("{}中没有 '{}' 这个键", zh_name(what), shown(key.text))},
         std::move(help));
  return near;
}

void Decoder::missing_key(const Node& node, std::string_view what, std::string_view key) {
  const Mark at = node.children.empty() ? node.at : node.children[0].at;
  report("HZ102", at,
         {fmt::format("'{}' is missing from this {}", key, what), fmt::format("{}缺少 '{}'", zh_name(what), key)},
         say("add '{0}: …'", "补上 '{0}: …'", key));
}

void Decoder::empty_value(const Node& key, const Node&) {
  report("HZ102", key.at, say("'{0}' has no value", "'{0}' 没有填写", shown(key.text)), say("fill it in", "请填写"));
}

void Decoder::unknown_value(const Node& node, std::span<const std::string_view> known,
                            std::span<const std::string_view> zh) {
  std::string all, glossed;
  for (std::size_t i = 0; i < known.size(); ++i) {
    all.append(all.empty() ? "" : ", ").append(known[i]);
    glossed.append(glossed.empty() ? "" : "、").append(known[i]);
    if (i < zh.size() && !zh[i].empty()) glossed.append("（").append(zh[i]).append("）");
  }
  const auto near = did_you_mean(node.text, known);
  Text help = near ? say("did you mean '{0}'? known: {1}", "是否想写 '{0}'？可用：{2}", *near, all, glossed)
                   : say("one of: {0}", "可用：{1}", all, glossed);
  report("HZ104", node.at, say("unknown value '{0}'", "不认识的取值 '{0}'", shown(node.text)), std::move(help));
}

}  // namespace hazcheck
