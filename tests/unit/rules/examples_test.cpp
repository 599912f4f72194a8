// Every rule's own examples, run: the bad one yields exactly its code, the good one nothing. And the rows
// themselves: codes, names and texts. Must not know any rule by name.
#include <catch2/catch.hpp>
#include <cctype>
#include <set>

#include "rules/history.hpp"
#include "rules/small_workspace.hpp"

using namespace hazcheck;
using namespace hazcheck::test;

namespace {

std::string indented(std::string_view text, const std::string& by) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.append(by).append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

// "== PATH\n…== PATH\n…" as path → content.
std::vector<std::pair<std::string, std::string>> split(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> files;
  while (!text.empty()) {
    REQUIRE(text.starts_with("== "));
    const std::size_t line = text.find('\n');
    const std::size_t next = text.find("\n== ", line);
    const std::size_t end = next == std::string_view::npos ? text.size() : next + 1;
    files.emplace_back(text.substr(3, line - 3), text.substr(line + 1, end - line - 1));
    text.remove_prefix(end);
  }
  return files;
}

const std::string kFailing =
    "answers:\n  fire.exits: fail\n  fire.signs: pass\n  fire.drill: 2020-04-01\n  fire.rate: 100\n"
    "  bus.plate: {each: {沪A00001: 2020-12-31, 沪A00002: 2020-12-31}}\n";
const std::string kOnExits =
    "hazards:\n  - id: H1\n    item: fire.exits\n    description: 通道堆放课桌\n    " + std::string(kPlan) + "\n";

std::string self_draft(const std::string& rest) { return record_text("self", "u1", "2020-04-07", rest); }

class FromMemory : public ByteSource {
 public:
  explicit FromMemory(Files files) : files_(std::move(files)) {}
  Outcome read(const Entry& entry, std::size_t, std::string& bytes) const override {
    bytes = files_.at(entry.path);
    return Done{};
  }

 private:
  Files files_;
};

// The example in its workspace. A file's text may be "(absent)" or "(a symbolic link)".
struct Workspace {
  Files files = small_workspace();
  std::vector<std::string> links;

  void put(const std::string& path, const std::string& text) {
    if (text == "(absent)\n") files.erase(path);
    else if (text == "(a symbolic link)\n") links.push_back(path);
    else files[path] = text;
  }
};

Workspace workspace_of(const Example& example) {
  Workspace w;
  const std::string text(example.text);
  std::string& self = w.files["records/self/u1.yaml"];
  switch (example.of) {
    case ExampleOf::campaign: w.files["hazcheck.yaml"] = text; break;
    case ExampleOf::roster: w.files["roster.yaml"] = text; break;
    case ExampleOf::checklist: w.files["checklists/test.yaml"] = text; break;
    case ExampleOf::record: self = text; break;
    case ExampleOf::answers: self = self_draft("answers:\n" + indented(text, "  ")); break;
    case ExampleOf::hazard: self = self_draft(kFailing + "hazards:\n  - " + indented(text, "    ").substr(4)); break;
    case ExampleOf::log: self = self_draft(kFailing + kOnExits + "    log:\n" + indented(text, "      ")); break;
    case ExampleOf::followups:
      self = self_draft(kFailing + kOnExits);
      w.files["records/bureau/u1.yaml"] =
          record_text("bureau", "u1", "2020-04-14", kFailing + ("followups:\n" + indented(text, "  ")));
      break;
    case ExampleOf::files:
    case ExampleOf::history:
      for (const auto& [path, content] : split(text)) w.put(path, content);
      break;
  }
  return w;
}

Checked check_workspace(const Workspace& w, Prose prose = Prose::keep) {
  if (w.links.empty()) return check_snapshot(snapshot_of(w.files), kToday, prose);
  Files listed = w.files;
  for (const std::string& path : w.links) listed[path] = "";
  std::vector<Entry> entries = snapshot_of(listed).entries();
  for (Entry& e : entries)
    if (std::find(w.links.begin(), w.links.end(), e.path) != w.links.end()) e.kind = EntryKind::symlink;
  return check_snapshot(Snapshot("memory", std::move(entries), std::make_unique<FromMemory>(listed)), kToday, prose);
}

// What a draft still lacks is said in a note and is no fault.
bool is_gap_of_draft(const Diagnostic& d) { return d.rule->name == "unanswered" && d.severity == Severity::note; }

std::set<std::string> codes_of(const Diagnostics& diagnostics) {
  std::set<std::string> codes;
  for (const Diagnostic& d : diagnostics.list())
    if (!is_gap_of_draft(d)) codes.insert(std::string(d.rule->code) + ": " + d.message.en);
  return codes;
}

std::set<std::string> history_of(const Example& example, bool good) {
  Workspace before, after;
  for (const auto& [name, content] : split(example.text)) {
    const std::string path = name.substr(name.find(": ") + 2);
    (name.starts_with("before") ? before : after).put(path, content);
    // A path of one state only is not there in the other.
    Files& other = (name.starts_with("before") ? after : before).files;
    if (example.text.find(std::string(name.starts_with("before") ? "== after: " : "== before: ") + path + "\n") ==
        std::string_view::npos)
      other.erase(path);
  }
  const Checked first = check(before.files), second = check(after.files);
  Diagnostics found;
  check_history(first.read.model, second.read.model, second.timelines, {kToday, kToday, nullptr}, found);
  std::set<std::string> codes = codes_of(found);
  // What a change takes away may leave faults of other families behind; a good change leaves none.
  if (good) codes.merge(codes_of(second.diagnostics));
  return codes;
}

std::set<std::string> yields(const Example& example, bool good) {
  if (example.of == ExampleOf::history) return history_of(example, good);
  return codes_of(check_workspace(workspace_of(example)).diagnostics);
}

bool is_kebab(std::string_view name) {
  if (name.empty() || name.front() == '-' || name.back() == '-' || name.find("--") != std::string_view::npos)
    return false;
  return std::all_of(name.begin(), name.end(),
                     [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '-'; });
}

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0xE4 && c <= 0xE9; });
}

}  // namespace

TEST_CASE("the workspace around the examples is without a fault") {
  CHECK(codes_of(check(small_workspace()).diagnostics).empty());
}

TEST_CASE("a bad example yields its own code and no other") {
  for (const RuleInfo* rule : all_rules()) {
    INFO(rule->code << " " << rule->name);
    CHECK_FALSE(rule->bad.text.empty());
    const std::set<std::string> got = yields(rule->bad, false);
    CHECK_FALSE(got.empty());
    for (const std::string& code : got) {
      INFO("reported: " << code);
      CHECK(code.starts_with(rule->code));
    }
  }
}

TEST_CASE("a good example yields nothing") {
  for (const RuleInfo* rule : all_rules()) {
    INFO(rule->code << " " << rule->name);
    CHECK_FALSE(rule->good.text.empty());
    for (const std::string& code : yields(rule->good, true)) {
      INFO("reported: " << code);
      CHECK(code.empty());
    }
  }
}

TEST_CASE("a rule says the same whether the register's prose is kept or not") {
  const auto told = [](const Example& example, Prose prose) {
    std::vector<std::string> out;
    const Checked checked = check_workspace(workspace_of(example), prose);
    for (const Diagnostic& d : checked.diagnostics.list()) {
      out.push_back(std::string(d.rule->code) + " " + d.message.en + d.message.zh + d.help.en + d.help.zh);
      for (const RelatedNote& n : d.notes) out.back() += n.message.en + n.message.zh;
    }
    return out;
  };
  for (const RuleInfo* rule : all_rules()) {
    INFO(rule->code);
    if (rule->bad.of == ExampleOf::history) continue;  // compares two registers, and keeps their prose
    CHECK(told(rule->bad, Prose::forget) == told(rule->bad, Prose::keep));
    CHECK(told(rule->good, Prose::forget) == told(rule->good, Prose::keep));
  }
}

TEST_CASE("every rule has its texts in both languages") {
  for (const RuleInfo* rule : all_rules()) {
    INFO(rule->code);
    for (const Label& label : {rule->summary, rule->why}) {
      CHECK_FALSE(label.en.empty());
      CHECK(has_chinese(label.zh));
    }
    CHECK(rule->summary.en.back() != '.');
    CHECK_FALSE(rule->summary.zh.ends_with("。"));
  }
}

TEST_CASE("codes are unique and ascend, names are unique and kebab-case") {
  std::set<std::string_view> names;
  std::string_view last;
  for (const RuleInfo* rule : all_rules()) {
    INFO(rule->code << " " << rule->name);
    CHECK(last < rule->code);
    last = rule->code;
    REQUIRE(rule->code.size() == 5);
    CHECK(rule->code.starts_with("HZ"));
    CHECK(is_kebab(rule->name));
    CHECK(names.insert(rule->name).second);
  }
}

TEST_CASE("within its file each family's rows stand in the order of their codes") {
  const auto ascending = [](auto rows, auto code) {
    for (std::size_t i = 1; i < rows.size(); ++i) CHECK(code(rows[i - 1]) < code(rows[i]));
  };
  for (std::span<const Rule> family : {identity_rules(), answer_rules(), time_rules(), loop_rules()}) {
    CHECK_FALSE(family.empty());
    ascending(family, [](const Rule& r) { return r.info.code; });
    for (const Rule& r : family) CHECK((r.on_record != nullptr || r.on_register != nullptr));
  }
  ascending(history_rules(), [](const RuleInfo& r) { return r.code; });
}

TEST_CASE("a rule is found by its code in any case, and by its name") {
  for (const RuleInfo* rule : all_rules()) {
    std::string lower(rule->code);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(find_rule(rule->code) == rule);
    CHECK(find_rule(lower) == rule);
    CHECK(find_rule(rule->name) == rule);
  }
  CHECK(find_rule("HZ999") == nullptr);
  CHECK(find_rule("") == nullptr);
}
