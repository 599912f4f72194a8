// The list of pages, and the pages of commands. Must take every option and argument from the command's row.
#include "commands/manual_pages.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

std::string dashed(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

std::string page_ref(const ManualInfo& info) { return info.name + "(" + std::to_string(info.section) + ")"; }

std::string option_head(const Option& o) {
  std::string head;
  if (!o.short_name.empty()) head = std::string(o.short_name) + ", ";
  head += o.name;
  if (!o.metavar.empty()) head += " " + std::string(o.metavar);
  return head;
}

std::string option_text(const Option& o, Lang lang) {
  std::string text(o.help.in(lang));
  if (o.repeatable) text += lang == Lang::zh ? "。可多次给出" : "; may be given several times";
  return text;
}

void append_exit(ManualPage& page, const Label& findings, Lang lang) {
  const bool zh = lang == Lang::zh;
  page.heading(zh ? "退出码" : "EXIT STATUS");
  page.entry("0", zh ? "完成，没有发现问题。" : "Done, and nothing was found.");
  if (!findings.in(lang).empty()) page.entry("1", findings.in(lang));
  page.entry("2", zh ? "用法错误，什么也没有做。" : "Wrong usage; nothing was done.");
  page.entry(
      "3",
      zh ? "无法完成：没有工作区、读写失败、git 出错，或记录有错误而不出报表。"
         : "It could not be done: no workspace, a file that cannot be read or written, git, or records with errors.");
}

void append_examples(ManualPage& page, const Command& command, Lang lang) {
  page.heading(lang == Lang::zh ? "示例" : "EXAMPLES");
  for (const UsageExample& e : command.examples) {
    page.paragraph(std::string(e.says.in(lang)) + (lang == Lang::zh ? "：" : ":"));
    page.literal(e.line);
  }
}

void see_also(ManualPage& page, std::initializer_list<std::string_view> names, Lang lang) {
  std::string text;
  for (std::string_view name : names)
    if (name.substr(0, name.find('(')) != page.name) text += (text.empty() ? "" : ", ") + std::string(name);
  page.heading(lang == Lang::zh ? "另见" : "SEE ALSO");
  page.paragraph(text);
}

void command_page(ManualPage& page, const Command& command, Lang lang) {
  const bool zh = lang == Lang::zh;
  const CommandProse* prose = prose_of(command.name);
  page.heading(zh ? "用法" : "SYNOPSIS");
  page.paragraph(usage_line(command, lang));
  page.heading(zh ? "说明" : "DESCRIPTION");
  page.paragraph(command.description.in(lang));
  if (!command.positionals.empty()) {
    page.heading(zh ? "参数" : "ARGUMENTS");
    for (const Positional& p : command.positionals)
      page.entry(std::string(p.metavar) + (p.many ? "…" : ""), p.help.in(lang));
  }
  if (!command.options.empty()) {
    page.heading(zh ? "选项" : "OPTIONS");
    for (const Option& o : command.options) page.entry(option_head(o), option_text(o, lang));
  }
  page.heading(zh ? "通用选项" : "OPTIONS OF EVERY COMMAND");
  for (const Option& o : global_options()) page.entry(option_head(o), option_text(o, lang));
  if (prose != nullptr) page.prose(prose->text.in(lang));
  append_figures(page, command.name, lang);
  append_tables(page, command.name, lang);
  append_exit(page, prose == nullptr ? Label{} : prose->findings, lang);
  append_examples(page, command, lang);
  see_also(page, {"hazcheck(1)", "hazcheck-record(5)", "hazcheck-rules(7)", "hazcheck-figures(7)"}, lang);
}

void overview_page(ManualPage& page, Lang lang) {
  const bool zh = lang == Lang::zh;
  page.heading(zh ? "用法" : "SYNOPSIS");
  page.paragraph(zh ? "hazcheck [-C DIR] [选项…] 命令 [参数…]" : "hazcheck [-C DIR] [OPTION…] COMMAND [ARGUMENT…]");
  page.heading(zh ? "说明" : "DESCRIPTION");
  const std::string_view all = kOverviewProse.in(lang);
  const std::size_t cut = all.find("\n# ");
  page.prose(all.substr(0, cut + 1));
  page.heading(zh ? "命令" : "COMMANDS");
  for (const Command* c : all_commands())
    if (!c->hidden) page.entry(c->name, c->summary.in(lang));
  page.heading(zh ? "选项" : "OPTIONS");
  page.paragraph(
      zh ? "下列选项可写在命令之前或之后。长选项可以缩写，只要不与别的选项混淆。"
         : "These work before and after the command. Long options may be shortened as long as they stay distinct.");
  for (const Option& o : global_options()) page.entry(option_head(o), option_text(o, lang));
  page.entry("--version", zh ? "显示版本。" : "show the version");
  append_exit(
      page,
      {"Findings: `validate` found errors, a report broke a bound of `--max` or `--min`, or `--exit-code` was given and there are differences.",
       "发现问题：`validate` 有错误，报表超出 `--max`、`--min` 的界限，或给出 `--exit-code` 而有差异。"},
      lang);
  page.prose(all.substr(cut + 1));
  page.heading(zh ? "另见" : "SEE ALSO");
  std::string others;
  for (const ManualInfo& info : manual_index())
    if (info.build != nullptr && info.name != page.name) others += (others.empty() ? "" : ", ") + page_ref(info);
  page.paragraph(others);
}

// What goes for all reports, and where each has its page.
void report_page(ManualPage& page, Lang lang) {
  const bool zh = lang == Lang::zh;
  page.heading(zh ? "用法" : "SYNOPSIS");
  page.paragraph(zh ? "hazcheck report 报表 [选项…] [参数…]" : "hazcheck report REPORT [OPTION…] [ARGUMENT…]");
  page.heading(zh ? "报表" : "REPORTS");
  for (const Command* c : all_commands())
    if (!c->hidden && c->name.starts_with("report "))
      page.entry(c->name.substr(7),
                 std::string(c->summary.in(lang)) + (zh ? "，见 " : "; see ") + "hazcheck-" + dashed(c->name) + "(1)");
  if (const CommandProse* prose = prose_of("report")) page.prose(prose->text.in(lang));
  append_figures(page, "report", lang);
  append_exit(page, prose_of("report")->findings, lang);
  see_also(page, {"hazcheck(1)", "hazcheck-status(1)", "hazcheck-list(1)", "hazcheck-figures(7)"}, lang);
}

void yaml_page(ManualPage& page, Lang lang) {
  page.prose(kYamlProse.in(lang));
  see_also(page, {"hazcheck-validate(1)", "hazcheck-record(5)", "hazcheck-rules(7)"}, lang);
}

void git_page(ManualPage& page, Lang lang) {
  page.prose(kGitProse.in(lang));
  see_also(page, {"hazcheck-init(1)", "hazcheck-validate(1)", "hazcheck-rules(7)", "gitattributes(5)", "githooks(5)"},
           lang);
}

void cron_page(ManualPage& page, Lang lang) {
  page.prose(kCronProse.in(lang));
  see_also(page, {"hazcheck(1)", "hazcheck-report(1)", "hazcheck-status(1)", "hazcheck-validate(1)", "crontab(5)"},
           lang);
}

// clang-format off
const ManualInfo kOthers[] = {
    {"hazcheck-campaign", 5, {"the campaign: rounds, milestones, departments, policy (hazcheck.yaml)", "专项文件 hazcheck.yaml：轮次、里程碑、部门、规则"}, nullptr, campaign_page},
    {"hazcheck.yaml", 5, {}, nullptr, nullptr, "hazcheck-campaign"},
    {"hazcheck-roster", 5, {"the inspected units and their people (roster.yaml)", "名册 roster.yaml：受检单位及人员"}, nullptr, roster_page},
    {"hazcheck-checklist", 5, {"what is inspected (checklists/*.yaml)", "检查表 checklists/*.yaml：检查什么"}, nullptr, checklist_page},
    {"hazcheck-record", 5, {"one inspection of one unit, and the life of a hazard (records/*/*.yaml)", "检查记录 records/*/*.yaml，以及隐患从发现到销项的过程"}, nullptr, record_page},
    {"hazcheck-yaml", 5, {"the YAML that hazcheck reads", "hazcheck 所读的 YAML"}, nullptr, yaml_page},
    {"hazcheck-rules", 7, {"every rule of hazcheck validate", "hazcheck validate 的全部规则"}, nullptr, rules_page},
    {"hazcheck-figures", 7, {"every figure and its formula", "全部指标及其公式"}, nullptr, figures_page},
    {"hazcheck-git", 7, {"a register in git: hooks, readable diffs, merging", "用 git 管理台账：钩子、可读的差异、合并"}, nullptr, git_page},
    {"hazcheck-cron", 7, {"reports by mail and gates at fixed times", "定时寄出报表与逾期提醒"}, nullptr, cron_page},
};
// clang-format on

}  // namespace

const std::vector<ManualInfo>& manual_index() {
  static const std::vector<ManualInfo> kIndex = [] {
    std::vector<ManualInfo> all{{"hazcheck",
                                 1,
                                 {"safety-hazard inspection records in git", "用 git 管理安全隐患排查记录"},
                                 nullptr,
                                 overview_page}};
    bool report = false;
    for (const Command* c : all_commands()) {
      if (c->hidden) continue;
      if (!report && c->name.starts_with("report ")) {
        all.push_back({"hazcheck-report", 1, {"the reports", "各种报表"}, nullptr, report_page});
        report = true;
      }
      all.push_back({"hazcheck-" + dashed(c->name), 1, c->summary, c, nullptr});
    }
    all.insert(all.end(), std::begin(kOthers), std::end(kOthers));
    return all;
  }();
  return kIndex;
}

const ManualInfo* find_manual(std::string_view name) {
  const std::string wanted = dashed(name);
  for (const ManualInfo& info : manual_index()) {
    if (wanted != info.name && wanted != info.file() && wanted != page_ref(info) && "hazcheck-" + wanted != info.name)
      continue;
    return info.alias_of.empty() ? &info : find_manual(info.alias_of);
  }
  return nullptr;
}

std::vector<std::string> manual_words() {
  std::vector<std::string> words;
  for (const ManualInfo& info : manual_index()) {
    if (info.command != nullptr) words.emplace_back(info.command->name);
    else words.push_back(info.name.starts_with("hazcheck-") ? info.name.substr(9) : info.name);
  }
  return words;
}

ManualPage compose_page(const ManualInfo& info, Lang lang) {
  ManualPage page{info.name, info.section, std::string(info.title.in(lang)), {}};
  if (info.command != nullptr) command_page(page, *info.command, lang);
  else info.build(page, lang);
  return page;
}

}  // namespace hazcheck
