// The manual: which pages there are, and how each is composed from the tables that drive the program and from prose.
// A page is made in one language; what prints it is render/manual.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.hpp"
#include "render/manual.hpp"

namespace hazcheck {

struct ManualInfo {
  std::string name;  // hazcheck-report-weekly
  int section = 1;
  Label title;
  const Command* command = nullptr;            // the page of a command
  void (*build)(ManualPage&, Lang) = nullptr;  // the others
  std::string_view alias_of{};                 // another name of that page

  std::string file() const { return name + "." + std::to_string(section); }
};

// In the order of the manual: hazcheck(1), the commands, the file formats, the rest.
const std::vector<ManualInfo>& manual_index();
// By file name, page name, or what follows "hazcheck-" in it: "report weekly", "record", "hazcheck.yaml".
const ManualInfo* find_manual(std::string_view name);
// The words by which people ask for pages; for did-you-mean.
std::vector<std::string> manual_words();
ManualPage compose_page(const ManualInfo& info, Lang lang);

// The day that stands in every page's footer: that of the version, not of the build.
inline constexpr std::string_view kManualDate = "2026-11-25";

// Pages composed from tables of other folders.
void campaign_page(ManualPage& page, Lang lang);
void roster_page(ManualPage& page, Lang lang);
void checklist_page(ManualPage& page, Lang lang);
void record_page(ManualPage& page, Lang lang);
void rules_page(ManualPage& page, Lang lang);
void figures_page(ManualPage& page, Lang lang);

// The figures that a command's page explains, and the columns of its CSV; nothing for commands without any.
void append_figures(ManualPage& page, std::string_view command, Lang lang);

// The tables that export writes, the columns that import knows; nothing for other commands.
void append_tables(ManualPage& page, std::string_view command, Lang lang);

// Prose that no table holds.
struct CommandProse {
  std::string_view command;
  Label text;      // after the description
  Label findings;  // what exit status 1 means; empty: the command never ends with it
};
const CommandProse* prose_of(std::string_view command);
extern const Label kExportProse;
extern const Label kImportProse;
extern const Label kOverviewProse;
extern const Label kYamlProse;
extern const Label kGitProse;
extern const Label kCronProse;
extern const Label kCampaignProse;
extern const Label kRosterProse;
extern const Label kChecklistProse;
extern const Label kRecordProse;
extern const Label kLifeProse;

// The small workspace that the format pages show; it validates clean.
extern const std::string_view kExampleCampaign;
extern const std::string_view kExampleRoster;
extern const std::string_view kExampleChecklist;
extern const std::string_view kExampleRecord;

}  // namespace hazcheck
