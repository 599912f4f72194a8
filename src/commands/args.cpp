// The border to CLI11: option tables become one CLI::App per call. Its exceptions stop here.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "base/text.hpp"
#include "commands/command.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kColors[] = {"auto", "always", "never"};
constexpr std::string_view kLangs[] = {"en", "zh"};

// clang-format off
constexpr Option kGlobals[] = {
    {"--directory", "DIR", {"start in DIR instead of the current folder", "从 DIR 而不是当前文件夹开始"}, true, {}, Completes::folders, "-C"},
    {"--as-of", "DATE", {"the day asked about; today by default", "截至哪一天，默认今天"}},
    {"--lang", "LANG", {"en or zh; from the locale by default", "en 或 zh，默认取自系统区域设置"}, false, kLangs, Completes::choices},
    {"--color", "WHEN", {"auto, always or never", "auto（自动）、always（总是）、never（从不）"}, false, kColors, Completes::choices},
    {"--jobs", "N", {"threads to read with; the usable cores by default. Results do not depend on it", "读取所用的线程数，默认为可用核数；结果与它无关"}, false, {}, Completes::nothing, "-j"},
    {"--help", "", {"show this help", "显示本帮助"}, false, {}, Completes::nothing, "-h"},
};
// clang-format on

std::vector<std::string_view> option_names(const Command& command) {
  std::vector<std::string_view> names;
  for (std::span<const Option> table : {std::span<const Option>(kGlobals), command.options})
    for (const Option& o : table) names.push_back(o.name);
  return names;
}

const Option* option_named(const Command& command, std::string_view name) {
  for (std::span<const Option> table : {std::span<const Option>(kGlobals), command.options})
    for (const Option& o : table)
      if (o.name == name || (!o.short_name.empty() && o.short_name == name)) return &o;
  return nullptr;
}

// A word that is the value of an option, given as if it were one: --csv for --format csv, --zh for --lang zh.
const Option* option_with_choice(const Command& command, std::string_view given) {
  if (!given.starts_with("--")) return nullptr;
  for (std::span<const Option> table : {std::span<const Option>(kGlobals), command.options})
    for (const Option& o : table)
      if (std::find(o.choices.begin(), o.choices.end(), given.substr(2)) != o.choices.end()) return &o;
  return nullptr;
}

// "--overd" stands for "--overdue" where no other option begins so. Null after saying that several do.
const Option* option_meant(const Command& command, std::string_view given, Text& fault) {
  if (const Option* exact = option_named(command, given)) return exact;
  if (const Option* valued = option_with_choice(command, given)) {
    fault = say("unknown option '{0}'; did you mean '{1} {2}'?", "没有 '{0}' 这个选项，是否想用 '{1} {2}'？", given,
                valued->name, given.substr(2));
    return nullptr;
  }
  std::vector<const Option*> near;
  if (given.starts_with("--") && given.size() > 2)
    for (std::string_view name : option_names(command))
      if (name.starts_with(given)) near.push_back(option_named(command, name));
  if (near.size() == 1) return near[0];
  for (std::size_t i = 1; i < near.size() && fault.empty(); ++i)
    fault = say("'{0}' may be {1} or {2}", "'{0}' 可能是 {1} 或 {2}", printable(given), near[0]->name, near[i]->name);
  return nullptr;
}

// Long options in full, and each with a value where it takes one. What is no option of ours is left to the parser.
bool write_out(const Command& command, std::vector<std::string>& words, Text& fault) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") return true;
    if (words[i].size() < 2 || words[i][0] != '-') continue;
    const std::size_t equals = std::min(words[i].find('='), words[i].size());
    const Option* option = option_meant(command, words[i].substr(0, equals), fault);
    if (option == nullptr && !fault.empty()) return false;
    if (option == nullptr) continue;
    if (words[i].starts_with("--")) words[i] = std::string(option->name) + words[i].substr(equals);
    const bool valued = words[i].find('=') != std::string::npos;
    if (option->metavar.empty() && valued) {
      fault = say("{0} takes no value", "{0} 不带值", option->name);
      return false;
    }
    if (option->metavar.empty() || valued) continue;
    if (++i == words.size()) {
      fault = say("{0} needs a value: {1}", "{0} 后面要写值：{1}", option->name, option->metavar);
      return false;
    }
  }
  return true;
}

Text unknown_option(const Command& command, std::string given) {
  given = given.substr(0, given.find('='));
  const std::vector<std::string_view> names = option_names(command);
  if (const auto near = did_you_mean(given, names))
    return say("unknown option '{0}'; did you mean '{1}'?", "没有 '{0}' 这个选项，是否想用 '{1}'？", printable(given),
               *near);
  // Right, but of another command.
  for (const Command* other : all_commands())
    if (!other->hidden &&
        std::any_of(other->options.begin(), other->options.end(), [&](const Option& o) { return o.name == given; }))
      return say("{1} has no option '{0}'; 'hazcheck {2}' has it", "{1} 没有 '{0}' 这个选项，'hazcheck {2}' 才有",
                 printable(given), command.name, other->name);
  return say("unknown option '{0}'; see 'hazcheck {1} --help'", "没有 '{0}' 这个选项，参见 'hazcheck {1} --help'",
             printable(given), command.name);
}

// Checks values against the choices of their option.
bool check_choice(std::string_view name, std::span<const std::string_view> choices, const std::string& value,
                  Text& fault) {
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return true;
  std::string all;
  for (std::string_view c : choices) all.append(all.empty() ? "" : ", ").append(c);
  const auto near = did_you_mean(value, choices);
  fault = near ? say("'{0}' is not a value of {1}; did you mean '{2}'?", "{1} 没有 '{0}' 这个取值，是否想用 '{2}'？",
                     printable(value), name, *near)
               : say("'{0}' is not a value of {1}: one of {2}", "{1} 没有 '{0}' 这个取值，可用：{2}", printable(value),
                     name, all);
  return false;
}

bool check_positionals(const Command& command, const std::vector<std::string>& given, Text& fault) {
  const std::span<const Positional> table = command.positionals;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].required && given.size() <= i) {
      fault = say("{0} is missing; see 'hazcheck {1} --help'", "缺少 {0}，参见 'hazcheck {1} --help'", table[i].metavar,
                  command.name);
      return false;
    }
  }
  const bool many = !table.empty() && table.back().many;
  if (!many && given.size() > table.size()) {
    fault = say("'{0}' is one argument too many; see 'hazcheck {1} --help'",
                "多余的参数 '{0}'，参见 'hazcheck {1} --help'", printable(given[table.size()]), command.name);
    return false;
  }
  for (std::size_t i = 0; i < given.size() && !table.empty(); ++i) {
    const Positional& p = table[std::min(i, table.size() - 1)];
    if (!check_choice(p.metavar, p.choices, given[i], fault)) return false;
  }
  return true;
}

}  // namespace

std::string Args::get(std::string_view name, std::string_view fallback) const {
  const auto it = values_.find(name);
  return it == values_.end() || it->second.empty() ? std::string(fallback) : it->second.back();
}

const std::vector<std::string>& Args::all(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto it = values_.find(name);
  return it == values_.end() ? kNone : it->second;
}

std::span<const Option> global_options() { return kGlobals; }

std::optional<Args> parse_args(const Command& command, const std::vector<std::string>& rest, Text& fault) {
  fault = {};
  std::vector<std::string> words = rest;
  if (!write_out(command, words, fault)) return std::nullopt;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras(false);
  struct Slot {
    const Option* option;
    std::vector<std::string> values;
    CLI::Option* handle = nullptr;
  };
  std::vector<Slot> slots;
  for (std::span<const Option> table : {std::span<const Option>(kGlobals), command.options})
    for (const Option& o : table) slots.push_back({&o, {}, nullptr});
  std::vector<std::string> positionals;
  try {
    for (Slot& s : slots) {
      std::string names(s.option->name);
      if (!s.option->short_name.empty()) names += "," + std::string(s.option->short_name);
      if (s.option->metavar.empty()) {
        s.handle = app.add_flag(names);
      } else {
        s.handle = app.add_option(names, s.values)->expected(1)->allow_extra_args(false);
        s.handle->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      }
    }
    app.add_option("arguments", positionals)->expected(0, -1);
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    app.parse(reversed);
  } catch (const CLI::ExtrasError&) {
    const std::vector<std::string> extras = app.remaining();
    fault = unknown_option(command, extras.empty() ? "" : extras.front());
    return std::nullopt;
  } catch (const CLI::Error& e) {
    std::string what = e.what();
    fault = say("{0}; see 'hazcheck {1} --help'", "参数有误：{0}；参见 'hazcheck {1} --help'", printable(what),
                command.name);
    return std::nullopt;
  }
  Args args;
  for (Slot& s : slots) {
    if (s.handle->count() == 0) continue;
    if (!s.option->repeatable && s.handle->count() > 1 && !s.option->metavar.empty()) {
      fault = say("{0} is given more than once", "{0} 重复给出", s.option->name);
      return std::nullopt;
    }
    for (const std::string& v : s.values)
      if (!check_choice(s.option->name, s.option->choices, v, fault)) return std::nullopt;
    args.set(s.option->name, std::move(s.values));
  }
  if (!args.has("--help") && !check_positionals(command, positionals, fault)) return std::nullopt;
  args.set_positionals(std::move(positionals));
  return args;
}

}  // namespace hazcheck
