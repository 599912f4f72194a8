// Rule pages for people. Must take every word from the rule's row.
#include "render/explain.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/example_change.hpp"
#include "render/sink.hpp"
#include "render/style.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kProse = 80;
constexpr std::size_t kExampleWidth = 120;  // an example of a file that is too big is as big
constexpr std::size_t kExampleLines = 40;
constexpr Label kBad{"Wrong", "错误示例"};
constexpr Label kGood{"Right", "正确示例"};

void write_prose(std::string& out, std::string_view text, const TextOptions& options) {
  const std::size_t width = options.width == 0 ? kProse : std::min(options.width, kProse);
  for (const std::string& line : wrap(text, width)) (out += line) += '\n';
}

void write_example(std::string& out, Label head, const Example& example, const TextOptions& options) {
  const std::string_view place = title_of(example.of).in(options.lang);
  out += '\n';
  append_toned(out, head.in(options.lang), Tone::bold, options.color);
  out += options.lang == Lang::zh ? "（" : " (";
  out += place;
  out += options.lang == Lang::zh ? "）：\n\n" : "):\n\n";
  for (const std::string& line : lines_of(example)) {
    if (!line.empty()) (out += "    ") += line;
    out += '\n';
  }
}

}  // namespace

Label title_of(ExampleOf of) {
  switch (of) {
    case ExampleOf::campaign: return {"hazcheck.yaml", "hazcheck.yaml"};
    case ExampleOf::roster: return {"roster.yaml", "roster.yaml"};
    case ExampleOf::checklist: return {"a checklist", "检查表"};
    case ExampleOf::record: return {"a record", "检查记录"};
    case ExampleOf::answers: return {"a record, below answers", "检查记录，answers 之下"};
    case ExampleOf::hazard: return {"a hazard of a record", "检查记录中的一条隐患"};
    case ExampleOf::log: return {"the log of a hazard", "隐患的 log 之下"};
    case ExampleOf::followups: return {"a record, below followups", "检查记录，followups 之下"};
    case ExampleOf::history: return {"files before (-) and after (+)", "改动前（-）与改动后（+）的文件"};
    case ExampleOf::files: break;
  }
  return {"several files", "多个文件"};
}

std::vector<std::string> lines_of(const Example& example) {
  std::vector<std::string> lines;
  const std::string changed = example.of == ExampleOf::history ? change_shown(example.text) : std::string();
  std::string_view rest = example.of == ExampleOf::history ? changed : example.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (lines.size() == kExampleLines) {
      lines.emplace_back("…");
      break;
    }
    lines.push_back(elide(printable(rest.substr(0, std::min(end, kExampleWidth * 4))), kExampleWidth));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

void render_rule(const RuleInfo& rule, const TextOptions& options, std::ostream& out) {
  Sink sink(out);
  std::string& text = sink.text;
  append_toned(text, std::string(rule.code) + ' ' + std::string(rule.name), Tone::bold, options.color);
  text += options.lang == Lang::zh ? "（" : " (";
  append_toned(text, label_of(rule.severity).in(options.lang), tone_of(rule.severity), options.color);
  text += options.lang == Lang::zh ? "）\n" : ")\n";
  write_prose(text, rule.summary.in(options.lang), options);
  text += '\n';
  write_prose(text, rule.why.in(options.lang), options);
  write_example(text, kBad, rule.bad, options);
  write_example(text, kGood, rule.good, options);
}

void render_rule_list(std::span<const RuleInfo* const> rules, const TextOptions& options, std::ostream& out) {
  Sink sink(out);
  std::size_t severity_width = 0, name_width = 0;
  for (const RuleInfo* rule : rules) {
    severity_width = std::max(severity_width, columns(label_of(rule->severity).in(options.lang)));
    name_width = std::max(name_width, columns(rule->name));
  }
  for (const RuleInfo* rule : rules) {
    std::string& text = sink.text;
    const std::string_view severity = label_of(rule->severity).in(options.lang);
    append_toned(text, rule->code, Tone::bold, options.color);
    text += "  ";
    append_toned(text, severity, tone_of(rule->severity), options.color);
    text.append(severity_width - columns(severity) + 2, ' ');
    text += pad_right(rule->name, name_width + 2);
    const std::size_t used = columns(rule->code) + severity_width + name_width + 6;
    const std::string_view summary = rule->summary.in(options.lang);
    text += options.width > used + 10 ? elide(summary, options.width - used) : std::string(summary);
    text += '\n';
  }
}

}  // namespace hazcheck
