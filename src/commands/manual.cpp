// hazcheck help [COMMAND|PAGE] shows the manual; the hidden `hazcheck manual [PAGE]` makes the files under man/.
#include <ostream>

#include "base/text.hpp"
#include "commands/manual_pages.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kUsual = 80;

int no_page(Call& call, const std::string& name) {
  const std::vector<std::string> words = manual_words();
  const std::vector<std::string_view> views(words.begin(), words.end());
  if (const auto near = did_you_mean(name, views))
    return wrong_usage(
        call, say("no page '{0}'; did you mean '{1}'?", "没有 '{0}' 这一页，是否想看 '{1}'？", printable(name), *near));
  return wrong_usage(call, say("no page '{0}'; 'hazcheck help' lists them",
                               "没有 '{0}' 这一页，'hazcheck help' 列出全部", printable(name)));
}

std::string asked_for(const Call& call) {
  std::string name;
  for (const std::string& word : call.args.positionals()) name += (name.empty() ? "" : " ") + word;
  return name;
}

// The commands as --help lists them, then the pages that are no commands.
void list_pages(Call& call) {
  const bool zh = call.lang == Lang::zh;
  std::string out = general_help(call.lang);
  out += zh ? "\n手册（'hazcheck help 名称' 或 'man 页名'）：\n" : "\nmanual ('hazcheck help NAME', or 'man PAGE'):\n";
  for (const ManualInfo& info : manual_index()) {
    if (info.command != nullptr || !info.alias_of.empty() || info.name == "hazcheck") continue;
    const std::string head = info.name.substr(std::string_view("hazcheck-").size());
    out += "  " + pad_right(head, 18) + std::string(info.title.in(call.lang)) + "\n";
  }
  call.env.out << out;
}

int run_help(Call& call) {
  const std::string name = asked_for(call);
  if (name.empty()) {
    list_pages(call);
    return kOk;
  }
  const ManualInfo* info = find_manual(name);
  if (info == nullptr) return no_page(call, name);
  const std::size_t width = call.env.out_is_terminal ? call.env.terminal_width : kUsual;
  call.env.out << manual_text(compose_page(*info, call.lang), width, call.color);
  return kOk;
}

int run_manual(Call& call) {
  const std::string name = asked_for(call);
  if (name.empty()) {
    for (const ManualInfo& info : manual_index()) call.env.out << info.file() << '\n';
    return kOk;
  }
  for (const ManualInfo& info : manual_index()) {
    if (info.file() != name || info.alias_of.empty()) continue;
    call.env.out << ".so man" << info.section << '/' << info.alias_of << '.' << info.section << '\n';
    return kOk;
  }
  const ManualInfo* info = find_manual(name);
  if (info == nullptr) return no_page(call, name);
  call.env.out << manual_roff(compose_page(*info, call.lang), {call.lang, "hazcheck " HAZCHECK_VERSION, kManualDate});
  return kOk;
}

constexpr Positional kHelpArguments[] = {
    {"NAME",
     {"a command or a page, such as record, yaml, rules, figures, git; without it, the list",
      "命令或页名，如 record、yaml、rules、figures、git；不写则列出全部"},
     false,
     true,
     {},
     Completes::commands}};
constexpr UsageExample kHelpExamples[] = {
    {"hazcheck help validate", {"the page of a command", "某个命令的手册页"}},
    {"hazcheck help record", {"the keys of a record, and the life of a hazard", "检查记录的字段，以及隐患的处理过程"}},
    {"hazcheck --lang zh help figures", {"every figure with its formula, in Chinese", "全部指标及公式（中文）"}},
};

constexpr Positional kManualArguments[] = {
    {"FILE",
     {"hazcheck-record.5; without it, the list of files", "如 hazcheck-record.5；不写则列出文件名"},
     false,
     false}};
constexpr UsageExample kManualExamples[] = {
    {"hazcheck manual", {"the files of the manual", "手册的文件名"}},
    {"hazcheck manual hazcheck-record.5", {"one page in roff", "一页的 roff 源文"}},
};

}  // namespace

const Command kHelp{
    "help",
    {"show the manual", "显示手册"},
    {"Shows the manual's page of a command, a file format or a topic, without a pager. Without NAME, lists commands and pages.",
     "显示某个命令、文件格式或专题的手册页，不经分页程序。不写 NAME 时列出命令和页名。"},
    kHelpArguments,
    {},
    kHelpExamples,
    run_help};

const Command kManual{"manual",
                      {"print a page of the manual in roff", "输出手册页的 roff 源文"},
                      {"Prints a file of man/ as made from the program's tables. scripts/manual writes all of them.",
                       "按程序的表格生成 man/ 中的文件，scripts/manual 生成全部。"},
                      kManualArguments,
                      {},
                      kManualExamples,
                      run_manual,
                      true};

}  // namespace hazcheck
