// From argv to a command's function: finds the command, parses, understands the options that all share.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>

#include "base/text.hpp"
#include "commands/command.hpp"
#include "commands/request_args.hpp"
#include "commands/workspace.hpp"

namespace hazcheck {
namespace {

constexpr unsigned kMostJobs = 256;

// Before the command is known, an option is what any command calls so, in full or shortened.
bool takes_value(std::string_view option) {
  const auto in = [&](std::span<const Option> table, bool shortened) {
    return std::any_of(table.begin(), table.end(), [&](const Option& o) {
      const bool named = shortened ? option.size() > 2 && o.name.starts_with(option)
                                   : o.name == option || (!o.short_name.empty() && o.short_name == option);
      return named && !o.metavar.empty();
    });
  };
  for (const bool shortened : {false, true}) {
    if (in(global_options(), shortened)) return true;
    for (const Command* c : all_commands())
      if (in(c->options, shortened)) return true;
  }
  return false;
}

Lang lang_from(Env& env) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = env.variable(name);
    if (!value.empty()) return lang_of_locale(value);
  }
  return Lang::en;
}

// --lang wherever it stands, so that even a usage fault is told in it.
Lang early_lang(const std::vector<std::string>& args, Env& env) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--lang" && i + 1 < args.size()) return args[i + 1] == "zh" ? Lang::zh : Lang::en;
    if (args[i].starts_with("--lang=")) return args[i].substr(7) == "zh" ? Lang::zh : Lang::en;
  }
  return lang_from(env);
}

int usage_fault(Env& env, Lang lang, const Text& fault) {
  env.err << "hazcheck: " << fault.in(lang) << '\n';
  return kUsage;
}

// What was meant, among the names of all commands and the second halves of those that have two.
std::optional<std::string> command_meant(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Command* c : all_commands()) {
    if (c->hidden) continue;
    names.push_back(c->name);
    if (const std::size_t blank = c->name.find(' '); blank != std::string_view::npos)
      names.push_back(c->name.substr(blank + 1));
  }
  const auto near = did_you_mean(name, names);
  if (!near || find_command(*near) != nullptr) return near ? std::optional<std::string>(*near) : std::nullopt;
  for (const Command* c : all_commands())
    if (c->name.ends_with(" " + std::string(*near))) return std::string(c->name);
  return std::nullopt;
}

int unknown_command(Env& env, Lang lang, const CommandLine& line) {
  std::string name = line.name;
  if (const std::string below = group_help(name, lang); !below.empty()) {
    std::string word;
    bool help = false;
    for (const std::string& w : line.rest) {
      help = help || w == "--help" || w == "-h";
      if (word.empty() && !w.starts_with("-")) word = w;
    }
    if (help || line.rest.empty() || line.rest[0].starts_with("-")) {
      (help ? env.out : env.err) << below;
      return help ? kOk : kUsage;
    }
    name += " " + word;
  }
  if (const auto meant = command_meant(name))
    return usage_fault(env, lang,
                       say("unknown command '{0}'; did you mean '{1}'?", "没有 '{0}' 这个命令，是否想用 '{1}'？",
                           printable(name), *meant));
  return usage_fault(env, lang,
                     say("unknown command '{0}'; see 'hazcheck --help'", "没有 '{0}' 这个命令，参见 'hazcheck --help'",
                         printable(name)));
}

bool wants_color(const std::string& when, bool terminal, Env& env) {
  if (when == "always") return true;
  if (when == "never" || !env.variable("NO_COLOR").empty()) return false;
  return terminal && env.variable("TERM") != "dumb";
}

// Options that would do nothing are a slip.
bool check_format(const Args& args, Text& fault) {
  for (const char* option : {"--excel", "--csv-header"}) {
    if (!args.has(option) || args.get("--format", "csv") == "csv") continue;
    fault = say("{0} goes with --format csv alone", "{0} 只能与 --format csv 同用", option);
    return false;
  }
  return true;
}

// Understands the options that every command takes. False after saying what is wrong.
bool understand(Call& call, Text& fault) {
  const Args& args = call.args;
  call.as_of = call.env.today;
  if (args.has("--as-of")) {
    const std::optional<Date> day = day_given(args, "--as-of", fault);
    if (!day) return false;
    call.as_of = *day;
    call.as_of_given = true;
  }
  if (args.has("--jobs")) {
    const std::string given = args.get("--jobs");
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), call.jobs);
    if (error != std::errc() || end != given.data() + given.size() || call.jobs < 1 || call.jobs > kMostJobs) {
      fault = say("'{0}' is not a number of threads: 1 to {1}", "'{0}' 不是有效的线程数，应为 1 至 {1}",
                  printable(given), kMostJobs);
      return false;
    }
  }
  const std::string when = args.get("--color", "auto");
  call.color = wants_color(when, call.env.out_is_terminal, call.env);
  call.color_err = wants_color(when, call.env.err_is_terminal, call.env);
  // As git has it: each starts from where the one before led, and an empty one stays there.
  std::filesystem::path directory = call.env.directory;
  for (const std::string& step : args.all("--directory"))
    if (!step.empty()) directory /= step;
  call.directory = directory.lexically_normal().string();
  return check_format(args, fault);
}

}  // namespace

CommandLine split_line(const std::vector<std::string>& args) {
  CommandLine line;
  std::size_t i = 0;
  for (; i < args.size() && args[i].starts_with("-") && args[i].size() > 1; ++i) {
    line.rest.push_back(args[i]);
    if (takes_value(args[i]) && i + 1 < args.size()) line.rest.push_back(args[++i]);
  }
  if (i < args.size()) line.name = args[i++];
  // Two-word commands: report weekly.
  if (i < args.size() && find_command(line.name + " " + args[i]) != nullptr) line.name += " " + args[i++];
  line.rest.insert(line.rest.end(), args.begin() + static_cast<long>(i), args.end());
  return line;
}

int run(const std::vector<std::string>& args, Env& env) {
  const Lang lang = env.lang = early_lang(args, env);
  const CommandLine parts = split_line(args);
  if (parts.name.empty()) {
    for (const std::string& a : parts.rest) {
      if (a == "--version") {
        env.out << "hazcheck " HAZCHECK_VERSION "\n";
        return kOk;
      }
      if (a == "--help" || a == "-h") {
        env.out << general_help(lang);
        return kOk;
      }
    }
    env.err << general_help(lang);
    return kUsage;
  }
  const Command* command = find_command(parts.name);
  if (command == nullptr) return unknown_command(env, lang, parts);
  Text fault;
  std::optional<Args> parsed = parse_args(*command, parts.rest, fault);
  if (!parsed) return usage_fault(env, lang, fault);
  Call call{*command, std::move(*parsed), env, lang};
  if (call.args.has("--help")) {
    env.out << help_of(*command, lang);
    return kOk;
  }
  if (!understand(call, fault)) return usage_fault(env, lang, fault);
  return command->run(call);
}

}  // namespace hazcheck
