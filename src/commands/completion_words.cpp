// Reads a command line that is not finished yet. Must agree with run.cpp and args.cpp on what a word is.
#include "commands/completion_words.hpp"

#include <algorithm>
#include <filesystem>

#include "commands/manual_pages.hpp"

namespace hazcheck {
namespace {

// The words so far, understood as far as they go.
struct Line {
  std::string group;  // "report", with the report still to come
  const Command* command = nullptr;
  bool lost = false;                 // the command is none of ours
  bool options_over = false;         // after "--"
  const Option* awaiting = nullptr;  // the option whose value comes next
  std::size_t positionals = 0;
  std::vector<std::string> options;  // given already
  std::string directory;
};

const Option* find_option(const Line& line, std::string_view name) {
  const auto in = [&](std::span<const Option> table) -> const Option* {
    for (const Option& o : table)
      if (o.name == name || (!o.short_name.empty() && o.short_name == name)) return &o;
    return nullptr;
  };
  if (const Option* o = in(global_options())) return o;
  if (line.command != nullptr) return in(line.command->options);
  for (const Command* c : all_commands())
    if (const Option* o = in(c->options)) return o;
  return nullptr;
}

bool is_group(std::string_view word) {
  const std::string start = std::string(word) + " ";
  return std::any_of(all_commands().begin(), all_commands().end(),
                     [&](const Command* c) { return c->name.starts_with(start); });
}

void take_option(Line& line, const std::string& word) {
  const std::size_t equals = word.find('=');
  const Option* option = find_option(line, word.substr(0, equals));
  if (option == nullptr) return;
  line.options.emplace_back(option->name);
  if (option->metavar.empty()) return;
  if (equals == std::string::npos) line.awaiting = option;
  else if (option->name == "--directory") line.directory = word.substr(equals + 1);
}

void take(Line& line, const std::string& word) {
  if (line.awaiting != nullptr) {
    if (line.awaiting->name == "--directory") line.directory = word;
    line.awaiting = nullptr;
  } else if (!line.options_over && word == "--") {
    line.options_over = true;
  } else if (!line.options_over && word.size() > 1 && word[0] == '-') {
    take_option(line, word);
  } else if (line.command != nullptr) {
    ++line.positionals;
  } else if (!line.group.empty()) {
    line.command = find_command(line.group + " " + word);
    line.lost = line.command == nullptr;
  } else if (is_group(word)) {
    line.group = word;
  } else {
    line.command = find_command(word);
    line.lost = line.command == nullptr;
  }
}

std::vector<Suggestion> command_words(const Line& line, Lang lang) {
  std::vector<Suggestion> words;
  for (const Command* c : all_commands()) {
    if (c->hidden) continue;
    const std::size_t blank = c->name.find(' ');
    if (!line.group.empty()) {
      if (c->name.substr(0, blank) == line.group && blank != std::string_view::npos)
        words.push_back({std::string(c->name.substr(blank + 1)), std::string(c->summary.in(lang))});
      continue;
    }
    const std::string word(c->name.substr(0, blank));
    if (!words.empty() && words.back().word == word) continue;
    words.push_back({word, blank == std::string_view::npos ? std::string(c->summary.in(lang))
                           : lang == Lang::zh              ? "各种报表"
                                                           : "the reports"});
  }
  return words;
}

std::vector<Suggestion> option_words(const Line& line, Lang lang) {
  std::vector<Suggestion> words;
  const auto add = [&](std::span<const Option> table) {
    for (const Option& o : table) {
      const bool given = std::find(line.options.begin(), line.options.end(), o.name) != line.options.end();
      if (!given || o.repeatable) words.push_back({std::string(o.name), std::string(o.help.in(lang))});
    }
  };
  if (line.command != nullptr) add(line.command->options);
  add(global_options());
  if (line.command == nullptr) words.push_back({"--version", lang == Lang::zh ? "显示版本" : "show the version"});
  return words;
}

void narrow(Suggestions& found, const std::string& typed) {
  std::erase_if(found.words, [&](const Suggestion& s) { return !s.word.starts_with(typed); });
}

void offer_values(const Call& call, const Line& line, Completes completes, std::span<const std::string_view> choices,
                  Suggestions& found) {
  if (completes == Completes::files || completes == Completes::folders) {
    found.offer = completes == Completes::files ? Offer::files : Offer::folders;
    return;
  }
  for (std::string_view c : choices) found.words.push_back({std::string(c), {}});
  if (!choices.empty()) return;
  found.words = values_of(call, completes, (std::filesystem::path(call.directory) / line.directory).string());
}

}  // namespace

Suggestions suggest(const Call& call, const std::vector<std::string>& words) {
  Suggestions found;
  Line line;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) take(line, words[i]);
  if (line.lost) return found;
  std::string typed = words.empty() ? "" : words.back();
  const bool dashed = !line.options_over && line.awaiting == nullptr && typed.starts_with("-");
  const std::size_t equals = typed.find('=');
  if (line.awaiting != nullptr) {
    offer_values(call, line, line.awaiting->completes, line.awaiting->choices, found);
  } else if (dashed && equals != std::string::npos) {
    const Option* option = find_option(line, typed.substr(0, equals));
    found.prefix = typed.substr(0, equals + 1);
    typed.erase(0, equals + 1);
    if (option != nullptr && !option->metavar.empty())
      offer_values(call, line, option->completes, option->choices, found);
  } else if (dashed) {
    found.words = option_words(line, call.lang);
  } else if (line.command == nullptr) {
    found.words = command_words(line, call.lang);
  } else {
    const std::span<const Positional> table = line.command->positionals;
    const bool more = line.positionals < table.size() || (!table.empty() && table.back().many);
    if (more) {
      const Positional& p = table[std::min(line.positionals, table.size() - 1)];
      // REV:ROUND and the like: what stands before the colon stays.
      if (const std::size_t colon = typed.rfind(':'); colon != std::string::npos && p.completes == Completes::rounds) {
        found.prefix = typed.substr(0, colon + 1);
        typed.erase(0, colon + 1);
      }
      offer_values(call, line, p.completes, p.choices, found);
    } else if (typed.empty()) {
      found.words = option_words(line, call.lang);
    }
  }
  narrow(found, typed);
  return found;
}

}  // namespace hazcheck
