// SARIF. Must stay within the schema of 2.1.0: other programs refuse the whole log otherwise.
#include "render/sarif.hpp"

#include <map>

#include "render/explain.hpp"
#include "render/json_writer.hpp"

namespace hazcheck {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::string_view kTool = "hazcheck";
constexpr std::string_view kRoot = "SRCROOT";
constexpr Label kRootMeans{"the workspace", "工作区"};
constexpr Label kTopMeans{"the repository's top folder", "仓库的顶层文件夹"};
constexpr Label kBad{"Wrong", "错误示例"};
constexpr Label kGood{"Right", "正确示例"};
constexpr Label kLanguage{"en-US", "zh-CN"};
constexpr Label kTranslation{"English", "中文"};

// A relative path as a URI reference: bytes that are not unreserved are percent-encoded, invalid UTF-8 too.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char c : path) {
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (alnum || c == '/' || c == '-' || c == '.' || c == '_' || c == '~') {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4];
    uri += kHex[byte & 15];
  }
  return uri;
}

// SARIF reads [text](target) in a message as a link; foreign text makes none.
std::string without_links(std::string_view text) {
  if (text.find("](") == std::string_view::npos) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

class SarifLog {
 public:
  SarifLog(const Findings& findings, Lang lang, std::ostream& out)
      : findings_(findings), lang_(lang), sink_(out), json_(sink_) {
    for (std::size_t i = 0; i < findings.rules.size(); ++i) index_.emplace(findings.rules[i]->code, i);
  }

  void write() {
    json_.begin_object(Layout::tall);
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_array(Layout::tall);
    json_.begin_object(Layout::tall);
    json_.key("tool");
    json_.begin_object(Layout::tall);
    json_.key("driver");
    write_component(lang_, false);
    json_.end_object();
    json_.key("translations");
    json_.begin_array(Layout::tall);
    write_component(lang_ == Lang::en ? Lang::zh : Lang::en, true);
    json_.end_array();
    json_.member("columnKind", "unicodeCodePoints");
    json_.key("originalUriBaseIds");
    json_.begin_object();
    json_.key(kRoot);
    json_.begin_object();
    text_object("description", (findings_.prefix.empty() ? kRootMeans : kTopMeans).in(lang_));
    json_.end_object();
    json_.end_object();
    json_.key("results");
    json_.begin_array(Layout::tall);
    for (const Diagnostic& d : findings_.diagnostics.list()) {
      write_result(d);
      if (!sink_.spill()) return;
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    sink_.text += '\n';
  }

 private:
  void text_object(std::string_view name, std::string_view text) {
    json_.key(name);
    json_.begin_object();
    json_.member("text", text);
    json_.end_object();
  }

  // The driver, or its translation: both carry the rules' texts, only the driver their levels.
  void write_component(Lang lang, bool translation) {
    json_.begin_object(Layout::tall);
    json_.member("name", kTool);
    if (!findings_.version.empty()) {
      json_.member("version", findings_.version);
      json_.member("semanticVersion", findings_.version);
    }
    json_.member("language", kLanguage.in(lang));
    if (translation) {
      json_.key("contents");
      json_.begin_array();
      json_.string("localizedData");
      json_.end_array();
      json_.key("isComprehensive");
      json_.boolean(true);
      json_.key("translationMetadata");
      json_.begin_object();
      json_.member("name", kTranslation.in(lang));
      json_.end_object();
      json_.key("associatedComponent");
      json_.begin_object();
      json_.member("name", kTool);
      json_.end_object();
    }
    json_.key("rules");
    json_.begin_array(Layout::tall);
    for (const RuleInfo* rule : findings_.rules) write_rule(*rule, lang, translation);
    json_.end_array();
    json_.end_object();
  }

  void write_rule(const RuleInfo& rule, Lang lang, bool translation) {
    json_.begin_object(Layout::tall);
    json_.member("id", rule.code);
    json_.member("name", rule.name);
    text_object("shortDescription", rule.summary.in(lang));
    text_object("fullDescription", rule.why.in(lang));
    write_help(rule, lang);
    if (!translation) {
      json_.key("defaultConfiguration");
      json_.begin_object();
      json_.member("level", key_of(rule.severity));
      json_.end_object();
    }
    json_.end_object();
  }

  void write_help(const RuleInfo& rule, Lang lang) {
    std::string plain(rule.why.in(lang)), markdown = plain;
    const auto add = [&](Label head, const Example& example) {
      std::string title(head.in(lang));
      title += lang == Lang::zh ? "（" : " (";
      title += title_of(example.of).in(lang);
      title += lang == Lang::zh ? "）：" : "):";
      std::string text;
      for (const std::string& line : lines_of(example)) text += (text.empty() ? "" : "\n") + line;
      plain += "\n\n" + title + "\n\n" + text;
      markdown += "\n\n" + title + "\n\n```yaml\n" + text + "\n```";
    };
    add(kBad, rule.bad);
    add(kGood, rule.good);
    json_.key("help");
    json_.begin_object();
    json_.member("text", plain);
    json_.member("markdown", markdown);
    json_.end_object();
  }

  void write_result(const Diagnostic& d) {
    json_.begin_object(Layout::tall);
    json_.member("ruleId", d.rule->code);
    if (const auto at = index_.find(d.rule->code); at != index_.end()) json_.member("ruleIndex", at->second);
    json_.member("level", key_of(d.severity));
    std::string message = d.message.in(lang_);
    if (const std::string& help = d.help.in(lang_); !help.empty()) (message += '\n') += help;
    text_object("message", without_links(message));
    if (!d.place.path.empty()) {
      json_.key("locations");
      json_.begin_array();
      json_.begin_object();
      write_place(d.place);
      json_.end_object();
      json_.end_array();
    }
    if (!d.notes.empty()) write_notes(d);
    json_.key("properties");
    json_.begin_object();
    json_.key("messages");
    json_.begin_object();
    json_.member("en", d.message.en);
    json_.member("zh", d.message.zh);
    json_.end_object();
    json_.end_object();
    json_.end_object();
  }

  void write_notes(const Diagnostic& d) {
    json_.key("relatedLocations");
    json_.begin_array(Layout::tall);
    for (std::size_t i = 0; i < d.notes.size(); ++i) {
      json_.begin_object();
      json_.member("id", i + 1);
      if (!d.notes[i].place.path.empty()) write_place(d.notes[i].place);
      text_object("message", without_links(d.notes[i].message.in(lang_)));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_place(const Place& place) {
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    json_.member("uri", uri_of(std::string(findings_.prefix) + place.path));
    json_.member("uriBaseId", kRoot);
    json_.end_object();
    if (place.line > 0) {
      json_.key("region");
      json_.begin_object();
      json_.member("startLine", place.line);
      if (place.column > 0) json_.member("startColumn", place.column);
      if (place.end_line >= place.line && place.column > 0 && place.end_column > 0) {
        json_.member("endLine", place.end_line);
        json_.member("endColumn", place.end_column);
      }
      json_.end_object();
    }
    json_.end_object();
  }

  const Findings& findings_;
  Lang lang_;
  Sink sink_;
  JsonWriter json_;
  std::map<std::string_view, std::size_t> index_;
};

}  // namespace

void render_diagnostics_sarif(const Findings& findings, const DiagnosticOptions& options, std::ostream& out) {
  SarifLog(findings, options.lang, out).write();
}

}  // namespace hazcheck
