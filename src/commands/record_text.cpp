// Walks the tree rather than the decoded record, so that what the reader rejects is shown too; only the status of each
// hazard comes from the decoded one.
#include "commands/record_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.hpp"
#include "diag/locate.hpp"
#include "read/campaign_reader.hpp"
#include "read/checklist_reader.hpp"
#include "read/file_kind.hpp"
#include "read/record_reader.hpp"
#include "read/roster_reader.hpp"
#include "status/timeline.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kMostFaults = 50;

// What one element of a list is called.
struct Noun {
  std::string_view list;  // the key of the list
  Label one;
  bool alone;  // its name says enough: what it stands below is left out
};
constexpr std::array kNouns{Noun{"hazards", {"hazard", "隐患"}, true},
                            Noun{"followups", {"follow-up", "复查"}, true},
                            Noun{"log", {"log", "记录"}, false},
                            Noun{"units", {"unit", "单位"}, true},
                            Noun{"people", {"person", "人员"}, false},
                            Noun{"rounds", {"round", "轮次"}, true},
                            Noun{"departments", {"department", "部门"}, true},
                            Noun{"types", {"type", "类型"}, true},
                            Noun{"traits", {"trait", "特征"}, true},
                            Noun{"areas", {"area", "街镇"}, true},
                            Noun{"severities", {"severity", "等级"}, false},
                            Noun{"sections", {"section", "领域"}, true},
                            Noun{"items", {"item", "检查项"}, true}};
constexpr Label kAnswer{"answer", "作答"};

const Noun* noun_of(std::string_view list) {
  const auto noun = std::find_if(kNouns.begin(), kNouns.end(), [&](const Noun& n) { return n.list == list; });
  return noun == kNouns.end() ? nullptr : &*noun;
}

const Node* value_of(const Node& mapping, std::string_view key) {
  if (!mapping.is_mapping()) return nullptr;
  for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2)
    if (mapping.children[i].text == key) return &mapping.children[i + 1];
  return nullptr;
}

std::string_view text_at(const Node& mapping, std::string_view key) {
  const Node* value = value_of(mapping, key);
  return value != nullptr && value->is_scalar() ? value->text : std::string_view();
}

class PlainText {
 public:
  PlainText(Lang lang, const std::unordered_map<std::uint32_t, std::string>& status) : lang_(lang), status_(status) {}

  std::string of(const Node& root) {
    if (!root.is_mapping()) {
      walk("", root);
      return std::move(out_);
    }
    for (std::size_t i = 0; i + 1 < root.children.size(); i += 2) {
      const Node& key = root.children[i];
      const Node& value = root.children[i + 1];
      if (key.text == "answers" && value.is_mapping()) answers(value);
      else walk_entry("", key, value);
    }
    return std::move(out_);
  }

 private:
  // "PREFIX: TEXT"; each further line of the text with the same prefix.
  void line(const std::string& prefix, std::string_view text) {
    do {
      const std::size_t end = std::min(text.find('\n'), text.size());
      append_printable(out_, prefix);
      if (!prefix.empty()) out_ += ":";
      if (end > 0) {
        if (!prefix.empty()) out_ += " ";
        append_printable(out_, text.substr(0, end));
      }
      out_ += "\n";
      text.remove_prefix(std::min(end + 1, text.size()));
    } while (!text.empty());
  }

  void gap() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
  }

  static std::string below(const std::string& prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : prefix + " " + std::string(name);
  }

  // An answer in one word reads in the reader's language; all else as it stands in the file.
  std::string_view answer_word(std::string_view text) const {
    const auto word = parse_answered(text);
    return word ? label_of(*word).in(lang_) : text;
  }

  void answers(const Node& node) {
    gap();
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
      answer(below(std::string(kAnswer.in(lang_)), node.children[i].text), node.children[i + 1]);
  }

  void answer(const std::string& prefix, const Node& node) {
    if (node.is_scalar()) return line(prefix, answer_word(node.text));
    if (!node.is_mapping()) return walk(prefix, node);
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
      const std::string_view key = node.children[i].text;
      const Node& value = node.children[i + 1];
      if (key == "result" && value.is_scalar()) {
        line(prefix, answer_word(value.text));
      } else if (key == "check" && value.is_scalar()) {
        line(below(prefix, key), answer_word(value.text));
      } else if (key == "each" && value.is_mapping()) {
        for (std::size_t s = 0; s + 1 < value.children.size(); s += 2)
          answer(below(prefix, value.children[s].text), value.children[s + 1]);
      } else {
        walk(below(prefix, key), value);
      }
    }
  }

  // A key and what it holds; lists whose elements have a noun are told element by element.
  void walk_entry(const std::string& prefix, const Node& key, const Node& value) {
    const Noun* noun = noun_of(key.text);
    const bool entries = value.is_sequence() && std::any_of(value.children.begin(), value.children.end(),
                                                            [](const Node& n) { return n.is_mapping(); });
    if (noun == nullptr || !entries) return walk(below(prefix, key.text), value);
    for (std::size_t i = 0; i < value.children.size(); ++i)
      element(below(noun->alone ? "" : prefix, noun->one.in(lang_)), noun->list, value.children[i], i);
  }

  void element(const std::string& prefix, std::string_view list, const Node& node, std::size_t index) {
    if (list == "log") return entry(below(prefix, text_at(node, "date")), "event", node);
    if (list == "followups") {
      gap();
      return entry(below(prefix, text_at(node, "hazard")), "result", node);
    }
    const std::string_view key = value_of(node, "id") != nullptr ? "id" : "name";
    std::string_view name = text_at(node, key);
    const std::string number = "#" + std::to_string(index + 1);
    const bool named = !name.empty();
    const std::string here = below(prefix, named ? name : number);
    if (!node.is_mapping()) return walk(here, node);
    if (list == "hazards" || list == "units" || list == "sections") gap();
    if (const auto status = status_.find(node.at.begin); list == "hazards" && status != status_.end())
      line(here, status->second);
    else if (node.children.size() == 2 && named) line(here, "");
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
      if (!named || node.children[i].text != key) walk_entry(here, node.children[i], node.children[i + 1]);
  }

  // A log entry or a follow-up: all of it in one line, what happened first.
  void entry(const std::string& prefix, std::string_view first, const Node& node) {
    if (!node.is_mapping()) return walk(prefix, node);
    std::string text(event_word(first, text_at(node, first)));
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
      const std::string_view key = node.children[i].text;
      if (key == first || key == "hazard" || (key == "date" && first == "event")) continue;
      text.append(text.empty() ? "" : ", ").append(key);
      append_inline(text.append(" "), node.children[i + 1]);
    }
    line(prefix, text);
  }

  std::string_view event_word(std::string_view key, std::string_view word) const {
    if (key == "event") {
      const auto kind = parse_event_kind(word);
      return kind ? label_of(*kind).in(lang_) : word;
    }
    for (const FollowUpResult r : {FollowUpResult::closed, FollowUpResult::still_open, FollowUpResult::recurred})
      if (key_of(r) == word) return label_of(r).in(lang_);
    return word;
  }

  void append_inline(std::string& text, const Node& node) const {
    if (node.is_scalar()) {
      for (const char c : node.text) text += c == '\n' ? ' ' : c;
      return;
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) text += node.is_mapping() && i % 2 == 1 ? ": " : ", ";
      append_inline(text, node.children[i]);
    }
  }

  void walk(const std::string& prefix, const Node& node) {
    if (node.is_scalar()) return line(prefix, node.text);
    if (node.is_mapping() && !node.children.empty()) {
      for (std::size_t i = 0; i + 1 < node.children.size(); i += 2)
        walk_entry(prefix, node.children[i], node.children[i + 1]);
      return;
    }
    const bool nested =
        std::any_of(node.children.begin(), node.children.end(), [](const Node& n) { return !n.children.empty(); });
    if (nested) {
      for (std::size_t i = 0; i < node.children.size(); ++i) element(prefix, "", node.children[i], i);
      return;
    }
    std::string text;
    if (node.is_sequence()) append_inline(text, node);
    line(prefix, text);
  }

  Lang lang_;
  const std::unordered_map<std::uint32_t, std::string>& status_;  // by where the hazard begins
  std::string out_;
};

// What can be said of each hazard from this file alone: the state after its last entry, and since when. Whether its
// round demands plans is not known here, so the log is taken at its word.
std::unordered_map<std::uint32_t, std::string> statuses(Model& model, Lang lang) {
  std::unordered_map<std::uint32_t, std::string> status;
  Round lenient;
  lenient.plan_required = false;
  for (Record& r : model.records) {
    r.round = &lenient;
    r.sound = true;
  }
  index_hazards(model);
  for (const Timeline& t : timelines_of(model)) {
    const Step* last = &t.steps.front();
    for (const Step& s : t.steps)
      if (s.after != s.before) last = &s;
    const Text text = say("{0} since {2}", "{1}（{2}）", label_of(last->after).en, label_of(last->after).zh,
                          last->date == Date{} ? std::string("?") : to_string(last->date));
    status.emplace(model.hazard_of(t.ref).at.begin, text.in(lang));
  }
  return status;
}

// Decodes as what the file says it is, for the diagnostics; a record also for its hazards.
void decode(const Node& root, Arena& scratch, Model& model, Diagnostics& diagnostics) {
  model.arenas.push_back(std::make_unique<Arena>());
  Decoder decoder(0, *model.arenas.back(), diagnostics);
  const std::string_view said = text_at(root, "hazcheck");
  const std::string_view kind = said.substr(0, said.find('/'));
  if (kind == "campaign") return read_campaign(decoder, root, model.campaign);
  if (kind == "roster") return read_roster(decoder, root, model.roster);
  if (kind == "checklist") {
    Checklist checklist;
    read_checklist(decoder, root, checklist);
    return;
  }
  Record record;
  record.file = 0;
  if (read_record(decoder, root, model, scratch, record)) model.records.push_back(record);
}

struct AnswerKey {
  std::string_view key;
  Label label;
};
constexpr AnswerKey kAnswerKeys[] = {{"reason", {"reason", "原因"}},
                                     {"note", {"note", "备注"}},
                                     {"check", {"check", "检查"}},
                                     {"percent", {"percent", "比例"}},
                                     {"count", {"count", "数量"}},
                                     {"date", {"date", "日期"}},
                                     {"people", {"people", "人员"}},
                                     {"match", {"match", "核对"}},
                                     {"text", {"text", "文字"}},
                                     {"actual", {"actual", "实际"}},
                                     {"registered", {"registered", "登记"}}};

// The parts of an answer in one line, each "name: value"; a result is left out, for the outcome says it.
std::string inline_answer(const Node& node, Lang lang) {
  std::string text;
  if (node.is_scalar()) {
    const auto word = parse_answered(node.text);
    for (const char c : word ? label_of(*word).in(lang) : node.text) text += c == '\n' ? ' ' : c;
    return text;
  }
  const bool zh = lang == Lang::zh;
  const auto add = [&](std::string_view part, std::string_view gap) {
    text.append(text.empty() ? "" : gap).append(part);
  };
  if (!node.is_mapping()) {
    for (const Node& one : node.children) add(inline_answer(one, lang), zh ? "、" : ", ");
    return text;
  }
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const std::string_view key = node.children[i].text;
    if (key == "result") continue;
    std::string value = inline_answer(node.children[i + 1], lang);
    if (key != "each") {
      const auto* known = std::find_if(std::begin(kAnswerKeys), std::end(kAnswerKeys),
                                       [&](const AnswerKey& k) { return k.key == key; });
      const std::string_view name = known == std::end(kAnswerKeys) ? key : known->label.in(lang);
      if (node.children[i + 1].is_mapping()) value = say("{0} ({1})", "{0}（{1}）", name, value).in(lang);
      else value = say("{0}: {1}", "{0}：{1}", name, value).in(lang);
    }
    add(value, zh ? "；" : "; ");
  }
  return text;
}

void append_faults(std::string& out, std::string_view bytes, Diagnostics& diagnostics, Lang lang) {
  std::erase_if(diagnostics.list(), [](const Diagnostic& d) { return d.severity == Severity::note; });
  if (diagnostics.empty()) return;
  locate(diagnostics, [&](FileId) { return FileText{"", std::string(bytes)}; });
  diagnostics.sort();
  if (!out.empty()) out += "\n";
  std::size_t told = 0;
  for (const Diagnostic& d : diagnostics.list()) {
    if (++told > kMostFaults) {
      out += say("! and {0} more", "! 另有 {0} 处", diagnostics.size() - kMostFaults).in(lang) + "\n";
      break;
    }
    const std::string place = d.place.line == 0 ? std::string() : fmt::format("{}:{}: ", d.place.line, d.place.column);
    out += fmt::format("! {}{}: {} [{}]\n", place, label_of(d.severity).in(lang), printable(d.message.in(lang)),
                       d.rule->code);
  }
}

}  // namespace

std::string record_text_of(std::string_view bytes, Lang lang) {
  Arena arena;
  Diagnostics diagnostics;
  std::string out;
  if (const Node* root = read_yaml(bytes, 0, arena, diagnostics).root) {
    Model model;
    decode(*root, arena, model, diagnostics);
    const auto status = statuses(model, lang);
    out = PlainText(lang, status).of(*root);
  } else {
    for (std::size_t at = 0; at < bytes.size();) {
      std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      std::string_view one = bytes.substr(at, end - at);
      if (one.ends_with('\r')) one.remove_suffix(1);
      append_printable(out, one);
      out += "\n";
      at = end + 1;
    }
  }
  append_faults(out, bytes, diagnostics, lang);
  return out;
}

std::string answer_text_of(std::string_view bytes, std::string_view item, Lang lang) {
  Arena arena;
  Diagnostics diagnostics;
  const Node* root = read_yaml(bytes, 0, arena, diagnostics).root;
  const Node* answers = root != nullptr ? value_of(*root, "answers") : nullptr;
  const Node* answer = answers != nullptr ? value_of(*answers, item) : nullptr;
  if (answer == nullptr || (answer->is_scalar() && parse_answered(answer->text))) return {};
  return inline_answer(*answer, lang);
}

}  // namespace hazcheck
