// Every HZ7 example told to real git: what is wrong is stopped as it would be at a commit, against a revision and on a
// server, what is right passes. Must not know any rule by name.
#include <catch2/catch.hpp>
#include <iostream>
#include <map>
#include <sstream>

#include "commands/env.hpp"
#include "rules/history.hpp"
#include "rules/small_workspace.hpp"
#include "source/git_sandbox.hpp"

namespace hazcheck {
namespace {

using namespace test;

struct States {
  std::map<std::string, std::string> before, after;
};

// "== before: PATH\n…== after: PATH\n…"
States states_of(std::string_view text) {
  States states;
  while (!text.empty()) {
    REQUIRE(text.starts_with("== "));
    const std::size_t line = text.find('\n'), colon = text.find(": "), next = text.find("\n== ", line);
    const std::size_t end = next == std::string_view::npos ? text.size() : next + 1;
    auto& side = text.substr(3, colon - 3) == "before" ? states.before : states.after;
    side[std::string(text.substr(colon + 2, line - colon - 2))] = text.substr(line + 1, end - line - 1);
    text.remove_prefix(end);
  }
  return states;
}

struct Ran {
  int code;
  std::string out;
};

Ran hazcheck_in(const std::string& folder, std::vector<std::string> args) {
  std::istringstream in;
  std::ostringstream out, err;
  Env env{.in = in, .out = out, .err = err};
  env.today = kToday;
  env.directory = folder;
  const int code = run(args, env);
  return {code, out.str() + err.str()};
}

// The codes of HZ7 in what was printed.
std::set<std::string> codes_in(const std::string& text) {
  std::set<std::string> codes;
  for (std::size_t at = text.find("[HZ7"); at != std::string::npos; at = text.find("[HZ7", at + 1))
    codes.insert(text.substr(at + 1, 5));
  return codes;
}

void put(const GitSandbox& git, const std::map<std::string, std::string>& files,
         const std::map<std::string, std::string>& gone = {}) {
  for (const auto& [path, text] : gone)
    if (!files.contains(path)) git.remove(path);
  for (const auto& [path, text] : files) git.put(path, text);
}

// The two states as two commits; what hazcheck says before the second, and of it.
void check_story(const RuleInfo& rule, std::string_view text, bool bad) {
  INFO(rule.code << (bad ? ", bad" : ", good"));
  const States states = states_of(text);
  const GitSandbox git;
  std::map<std::string, std::string> files = small_workspace();
  files.erase("records/self/u1.yaml");
  for (const auto& [path, content] : states.before) files[path] = content;
  put(git, files);
  git.commit("before", "2020-05-18");
  put(git, states.after, states.before);
  git({"add", "-A"});
  const Ran staged = hazcheck_in(git.root(), {"validate", "--staged"});
  const Ran strict = hazcheck_in(git.root(), {"validate", "--staged", "--strict"});
  const Ran against = hazcheck_in(git.root(), {"validate", "--against", "HEAD"});
  git.commit("after", "2020-05-18");
  const Ran range = hazcheck_in(git.root(), {"validate", "--range", "HEAD~1..HEAD"});
  const std::set<std::string> wanted = bad ? std::set<std::string>{std::string(rule.code)} : std::set<std::string>{};
  for (const Ran* ran : {&staged, &against, &range}) {
    INFO(ran->out);
    CHECK(codes_in(ran->out) == wanted);
    CHECK(ran->code == (bad && rule.severity == Severity::error ? kFindings : kOk));
  }
  INFO(strict.out);
  CHECK(strict.code == (bad ? kFindings : kOk));
  if (!bad) CHECK(strict.out.ends_with("no errors, warnings or notes\n"));
}

TEST_CASE("bad histories are stopped and good ones pass", "[history]") {
  REQUIRE_FALSE(history_rules().empty());
  for (const RuleInfo& rule : history_rules()) {
    check_story(rule, rule.bad.text, true);
    check_story(rule, rule.good.text, false);
  }
}

}  // namespace
}  // namespace hazcheck
