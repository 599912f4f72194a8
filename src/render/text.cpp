// Text reports. Must not decide what is in a report, only how it reads.
#include "render/text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/grid.hpp"
#include "render/series.hpp"
#include "render/style.hpp"
#include "render/values.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kShortCommit = 10;
constexpr std::size_t kMostNamed = 8;
constexpr Label kNothing{"(none)", "（无）"};

// A text that exists in one language only is shown in that one.
const std::string& either(const Text& text, Lang lang) {
  const std::string& wanted = text.in(lang);
  return wanted.empty() ? text.in(lang == Lang::en ? Lang::zh : Lang::en) : wanted;
}

class TextReport {
 public:
  TextReport(const Report& report, const TextOptions& options, std::ostream& out)
      : report_(report), options_(options), sink_(out) {}

  void write() {
    write_title(report_.title);
    write_left_out();
    write_sentences(report_.preface);
    for (const Table& table : report_.tables) write_table(table, &table == &report_.tables.front());
    write_sentences(report_.remarks);
    gap();
    sentence(made_from(report_.meta, options_.lang));
  }

 private:
  // A blank line, but not at the top.
  void gap() {
    if (started_) sink_.text += '\n';
  }

  void sentence(std::string_view text, Tone tone = Tone::plain, std::string_view indent = "") {
    std::string line;
    append_one_line(line, text);
    const std::size_t room = options_.width > indent.size() ? options_.width - indent.size() : 0;
    for (const std::string& part : room == 0 ? std::vector{line} : wrap(line, room)) {
      sink_.text += indent;
      append_toned(sink_.text, part, tone, options_.color);
      sink_.text += '\n';
    }
    started_ = true;
  }

  void write_sentences(const std::vector<Text>& sentences) {
    if (sentences.empty()) return;
    gap();
    for (const Text& one : sentences) sentence(either(one, options_.lang));
  }

  void write_title(const Text& title) {
    const std::string& words = either(title, options_.lang);
    if (words.empty()) return;
    gap();
    sentence(words, Tone::bold);
  }

  // First of all, so that nobody reads figures without knowing what is not in them.
  void write_left_out() {
    const auto& left_out = report_.meta.left_out;
    if (left_out.empty()) return;
    gap();
    const Text head = say("Left out because of errors ({}):", "有 {} 处存在错误，未计入：", left_out.size());
    sentence(head.in(options_.lang), Tone::red);
    for (const Meta::LeftOut& item : left_out) {
      const Text line = say("{}: {}", "{}：{}", item.what, either(item.why, options_.lang));
      sentence(line.in(options_.lang), Tone::plain, "  ");
    }
  }

  void write_table(const Table& table, bool first) {
    const auto hidden = [](const Column& column) { return column.hidden_in_text; };
    if (std::all_of(table.columns.begin(), table.columns.end(), hidden) && table.has_rows()) return;
    if (either(table.title, options_.lang).empty()) gap();
    else write_title(table.title);
    if (!table.has_rows()) {
      const std::string& words = either(table.when_empty, options_.lang);
      sentence(words.empty() ? kNothing.in(options_.lang) : std::string_view(words));
      return;
    }
    const std::vector<const Column*> left_out = write_grid(table, options_, sink_);
    started_ = true;
    if (!left_out.empty()) write_hint(left_out, first ? "csv" : "json");  // CSV has the first table only
    write_series(table, options_, sink_);
  }

  // What is not there, by name where the names are few, and how to get it.
  void write_hint(const std::vector<const Column*>& left_out, std::string_view format) {
    if (left_out.size() > kMostNamed) {
      return sentence(say("… {} more columns: --format {}", "……另有 {} 列未显示：--format {}", left_out.size(), format)
                          .in(options_.lang));
    }
    std::string names;
    for (const Column* column : left_out)
      names.append(names.empty()               ? ""
                   : options_.lang == Lang::zh ? "、"
                                               : ", ")
          .append(header_of(*column, options_.lang));
    sentence(say("… not shown: {} (--format {})", "……未显示：{}（--format {}）", names, format).in(options_.lang));
  }

  const Report& report_;
  const TextOptions& options_;
  Sink sink_;
  bool started_ = false;
};

Text source_of(const Meta& meta) {
  if (meta.source == "work tree") return say("work tree", "工作区");
  if (meta.source == "index") return say("index", "暂存区");
  return say("revision {}", "版本 {}", meta.source);
}

Text state_of(const Meta& meta) {
  if (!meta.clean) return {};
  return *meta.clean ? say(", clean", "，无改动") : say(", with uncommitted changes", "，有未提交的改动");
}

}  // namespace

std::string made_from(const Meta& meta, Lang lang) {
  std::string day;
  append_date(day, meta.as_of);
  std::string line = say("As of {}", "截至 {}", day).in(lang);
  const auto add = [&](const Text& part) { line += (lang == Lang::zh ? "，" : ", ") + part.in(lang); };
  if (meta.from && meta.to) add(say("period {} to {}", "期间 {} 至 {}", to_string(*meta.from), to_string(*meta.to)));
  if (!meta.campaign.empty()) add(say("campaign {}", "专项 {}", meta.campaign));
  if (!meta.source.empty()) {
    Text source = source_of(meta);
    const std::string commit = meta.commit.substr(0, kShortCommit), state = state_of(meta).in(lang);
    // The source of a revision names its commit already.
    if (!commit.empty() && meta.source.find(commit) == std::string::npos)
      source = say("{} (commit {}{})", "{}（提交 {}{}）", source.in(lang), commit, state);
    if (!meta.before.empty()) add(say("from {}", "由 {}", meta.before));
    if (!meta.before.empty()) source = say("to {}", "至{}", source.in(lang));
    add(source);
  }
  if (!meta.version.empty()) add(say("hazcheck {}", "hazcheck {}", meta.version));
  return line;
}

void render_text(const Report& report, const ReportOptions& options, std::ostream& out) {
  TextReport(report, options.text, out).write();
}

}  // namespace hazcheck
