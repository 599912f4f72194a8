// --help, from the command tables. The manual's synopsis is made from the same rows.
#include "base/text.hpp"
#include "commands/command.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kWidth = 78;

void append_entry(std::string& out, std::string_view head, std::string_view text, std::size_t column) {
  std::string line = "  " + std::string(head);
  if (columns(line) + 2 > column) {
    out += line + "\n";
    line.clear();
  }
  for (const std::string& part : wrap(text, kWidth - column)) {
    out += pad_right(line, column) + part + "\n";
    line.clear();
  }
}

void append_options(std::string& out, std::span<const Option> options, Lang lang) {
  for (const Option& o : options) {
    std::string head(o.name);
    if (!o.short_name.empty()) head.insert(0, std::string(o.short_name).append(", "));
    if (!o.metavar.empty()) head += " " + std::string(o.metavar);
    append_entry(out, head, o.help.in(lang), 26);
  }
}

}  // namespace

std::string usage_line(const Command& command, Lang lang) {
  std::string usage = "hazcheck " + std::string(command.name);
  if (!command.options.empty()) usage += lang == Lang::zh ? " [选项…]" : " [OPTION…]";
  for (const Positional& p : command.positionals) {
    const std::string name = std::string(p.metavar) + (p.many ? "…" : "");
    usage += p.required ? " " + name : " [" + name + "]";
  }
  return usage;
}

std::string help_of(const Command& command, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out = std::string(zh ? "用法：" : "usage: ") + usage_line(command, lang) + "\n\n";
  for (const std::string& line : wrap(command.description.in(lang), kWidth)) out += line + "\n";
  if (!command.positionals.empty()) {
    out += zh ? "\n参数：\n" : "\narguments:\n";
    for (const Positional& p : command.positionals) append_entry(out, p.metavar, p.help.in(lang), 26);
  }
  if (!command.options.empty()) {
    out += zh ? "\n选项：\n" : "\noptions:\n";
    append_options(out, command.options, lang);
  }
  out += zh ? "\n通用选项：\n" : "\noptions of every command:\n";
  append_options(out, global_options(), lang);
  out += zh ? "\n示例：\n" : "\nexamples:\n";
  for (const UsageExample& e : command.examples) {
    out += "  " + std::string(e.line) + "\n";
    append_entry(out, "", e.says.in(lang), 6);
  }
  return out;
}

std::string group_help(std::string_view group, Lang lang) {
  std::string out;
  for (const Command* c : all_commands())
    if (!c->hidden && c->name.starts_with(std::string(group) + " "))
      append_entry(out, "hazcheck " + std::string(c->name), c->summary.in(lang), 30);
  if (out.empty()) return out;
  const bool zh = lang == Lang::zh;
  return fmt::format(
      fmt::runtime(
          zh ? "用法：hazcheck {0} 之后写下列之一：\n\n{1}\n'hazcheck {0} 名称 --help' 显示其用法和示例。\n"
             : "usage: after hazcheck {0} comes one of these:\n\n{1}\n'hazcheck {0} NAME --help' shows one with examples.\n"),
      group, out);
}

std::string general_help(Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out =
      zh ? "用法：hazcheck [-C DIR] [选项…] 命令 [参数…]\n\n用 git 仓库中的 YAML 文件管理安全隐患排查：校验记录，跟踪整改到销项，出具报表。\n\n命令：\n"
         : "usage: hazcheck [-C DIR] [OPTION…] COMMAND [ARGUMENT…]\n\nSafety-hazard inspection records in git: validate them, follow every hazard to\nits write-off, report.\n\ncommands:\n";
  for (const Command* c : all_commands())
    if (!c->hidden) append_entry(out, c->name, c->summary.in(lang), 20);
  out += zh ? "\n通用选项：\n" : "\noptions of every command:\n";
  append_options(out, global_options(), lang);
  out +=
      zh ? "\n退出码：0 完成且无问题；1 有问题；2 用法错误；3 无法完成。\n'hazcheck 命令 --help' 显示某个命令的用法和示例，'hazcheck help' 显示手册。\n"
         : "\nexit status: 0 done, nothing found; 1 findings; 2 wrong usage; 3 could not do it.\n'hazcheck COMMAND --help' shows a command with examples, 'hazcheck help' the manual.\n";
  return out;
}

}  // namespace hazcheck
