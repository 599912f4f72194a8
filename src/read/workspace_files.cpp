// Paths of a workspace: hazcheck.yaml, roster.yaml, checklists/*.yaml, records/<round>/<unit>.yaml.
#include "read/workspace_files.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"
#include "read/read_rules.hpp"

namespace hazcheck {
namespace {

const RuleInfo& rule(std::string_view code) {
  for (const RuleInfo& r : read_rules())
    if (r.code == code) return r;
  return read_rules().front();
}

Label kind_word(EntryKind kind) {
  switch (kind) {
    case EntryKind::symlink: return {"a symbolic link", "符号链接"};
    case EntryKind::directory: return {"a folder", "文件夹"};
    case EntryKind::fifo: return {"a named pipe", "命名管道"};
    case EntryKind::submodule: return {"a git submodule", "git 子模块"};
    case EntryKind::conflict: return {"in conflict (unmerged)", "处于合并冲突状态的文件"};
    case EntryKind::file:
    case EntryKind::other: break;
  }
  return {"not a regular file", "特殊文件"};
}

// A name that somebody meant to be read: .yml, .YAML, .yaml.txt, .yaml.bak …; evidence files are left alone.
bool meant_to_be_read(std::string_view path) {
  const std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
  return name.find(".yaml") != std::string::npos || name.find(".yml") != std::string::npos ||
         name.find("．yaml") != std::string::npos || name.find("。yaml") != std::string::npos;
}

std::string ending_of(std::string_view path) {
  const std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? std::string() : name.substr(dot);
}

// A file where a record or checklist stands, without an ending or with a text's: u3, u3.txt, u3.yam.
bool ending_is_wrong(std::string_view path) {
  static constexpr std::string_view kEndings[] = {"",     ".txt",   ".text", ".yam", ".ym",
                                                  ".yal", ".yaml~", ".json", ".toml"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending_of(path)) != std::end(kEndings);
}

// What lies beside records with good reason: pictures, scans, office files, recordings, and what programs leave behind.
bool is_bystander(std::string_view path) {
  static constexpr std::string_view kEndings[] = {
      ".7z",   ".amr",  ".avi", ".bmp",  ".csv",  ".db",   ".doc", ".docx", ".dps", ".eml", ".et",   ".gif",
      ".heic", ".heif", ".htm", ".html", ".ini",  ".jfif", ".jpe", ".jpeg", ".jpg", ".lnk", ".m4a",  ".md",
      ".mov",  ".mp3",  ".mp4", ".msg",  ".odp",  ".ods",  ".odt", ".ofd",  ".pdf", ".png", ".ppt",  ".pptx",
      ".rar",  ".rtf",  ".svg", ".tif",  ".tiff", ".url",  ".wav", ".webp", ".wps", ".xls", ".xlsx", ".zip"};
  const std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
  if (name.starts_with('.') || name.starts_with("readme") || name.starts_with("~$")) return true;
  return std::find(std::begin(kEndings), std::end(kEndings), ending_of(path)) != std::end(kEndings);
}

std::size_t depth(std::string_view path) { return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')); }

// roster.yml, hazcheck.yaml.txt: instead of the real one, or beside it.
void report_misnamed(FileId id, const std::string& path, const Snapshot& snapshot, Diagnostics& diagnostics) {
  const std::string_view right = lower_ascii(path).starts_with("roster") ? kRosterFile : kCampaignFile;
  diagnostics.add(rule("HZ292"), {id, {}}, say("nothing reads this file", "没有任何命令会读取此文件"),
                  snapshot.find(right) == nullptr
                      ? say("rename it to '{0}'", "请改名为 '{0}'", right)
                      : say("'{0}' is the one that is read: move what is needed there, and delete this one",
                            "读取的是 '{0}'：请把需要的内容移过去，再删除此文件", right));
}

}  // namespace

void report_unread(const WorkspaceFiles& files, const Model& model, Diagnostics& diagnostics) {
  if (files.unread.empty()) return;
  // By their last part: evidence is named from the record's folder or from the top.
  std::unordered_set<std::string_view> evidence;
  const auto add = [&](const List<Word>& names) {
    for (const Word& w : names) evidence.insert(w.value.substr(w.value.rfind('/') + 1));
  };
  for (const Record& r : model.records) {
    for (const Hazard& h : r.hazards)
      for (const Event& e : h.log) add(e.evidence);
    for (const FollowUp& f : r.followups) add(f.evidence);
  }
  for (const UnreadFile& unread : files.unread) {
    const std::string& path = model.files[unread.file];
    const bool record = path.starts_with(kRecordFolder);
    if (record && evidence.contains(std::string_view(path).substr(path.rfind('/') + 1))) continue;
    Text help = record ? say("records are records/<round>/<unit>.yaml: rename or move it",
                             "检查记录应为 records/<轮次>/<单位>.yaml：请改名或移动")
                       : say("checklists are checklists/<name>.yaml: rename or move it",
                             "检查表应为 checklists/<名称>.yaml：请改名或移动");
    if (record && !meant_to_be_read(path)) {
      help.en += "; if it is evidence, name it in a record";
      help.zh += "；如果是佐证文件，请在记录的 evidence 中写明";
    }
    diagnostics
        .add(rule("HZ292"), {unread.file, {}}, say("nothing reads this file", "没有任何命令会读取此文件"),
             std::move(help))
        .severity = unread.severity;
  }
}

WorkspaceFiles sort_files(const Snapshot& snapshot, Diagnostics& diagnostics) {
  WorkspaceFiles files;
  const std::vector<Entry>& entries = snapshot.entries();
  for (FileId id = 0; id < entries.size(); ++id) {
    const Entry& e = entries[id];
    const bool record = e.path.starts_with(kRecordFolder), checklist = e.path.starts_with(kChecklistFolder);
    const bool top = e.path == kCampaignFile || e.path == kRosterFile || e.path == "records" || e.path == "checklists";
    const bool ours =
        top || (e.path.ends_with(".yaml") && ((record && depth(e.path) == 2) || (checklist && depth(e.path) == 1)));
    if (e.kind != EntryKind::file) {
      if (!ours && !meant_to_be_read(e.path) && e.kind != EntryKind::symlink) continue;
      const Label word = kind_word(e.kind);
      diagnostics.add(rule("HZ293"), {id, {}},
                      {fmt::format("this is {}, which is not read", word.en), fmt::format("这是{}，不会读取", word.zh)},
                      e.kind == EntryKind::conflict
                          ? say("resolve the conflict, then 'git add' the file", "解决冲突后对该文件执行 git add")
                          : say("put the file itself here", "请把文件本身放在这里"));
      continue;
    }
    if (e.path == kCampaignFile) files.campaign = id;
    else if (e.path == kRosterFile) files.roster = id;
    else if (e.path == "records" || e.path == "checklists")
      diagnostics.add(rule("HZ293"), {id, {}},
                      say("this is a file where a folder belongs", "此处应为文件夹，实际是文件"),
                      say("make it a folder, and put the files there", "请改为文件夹，并把文件放入其中"));
    else if (ours && record) files.records.push_back(id);
    else if (ours && checklist) files.checklists.push_back(id);
    else if (!record && !checklist) report_misnamed(id, e.path, snapshot, diagnostics);
    else if (meant_to_be_read(e.path)) files.unread.push_back({id, Severity::error});
    else if (depth(e.path) == (record ? 2U : 1U) && !is_bystander(e.path))
      files.unread.push_back({id, ending_is_wrong(e.path) ? Severity::error : Severity::warning});
  }
  const bool misnamed = std::any_of(entries.begin(), entries.end(), [](const Entry& e) {
    return e.path.starts_with("roster.") && e.path != kRosterFile;
  });
  if (files.roster == kNoFile && snapshot.find(kRosterFile) == nullptr && !misnamed && files.campaign != kNoFile)
    diagnostics.add(
        rule("HZ294"), {files.campaign, {}},
        say("there is no 'roster.yaml' beside this file", "此文件旁没有 'roster.yaml'"),
        say("list the inspected units there: 'hazcheck help init'", "请在其中列出受检单位，参见 'hazcheck help init'"));
  return files;
}

void check_path(Decoder& d, std::string_view path, const Record& record) {
  const std::string_view inner = path.substr(kRecordFolder.size());
  const std::size_t slash = inner.find('/');
  const std::string_view round = inner.substr(0, slash);
  std::string_view unit = inner.substr(slash + 1);
  unit.remove_suffix(std::string_view(".yaml").size());
  const auto check = [&](const Word& said, std::string_view stands, Label what, bool known) {
    if (!said.present() || said.value == stands) return;
    // A name that nothing carries is the one that is wrong.
    Text help = known ? say("make them agree: records/{0}/{1}.yaml", "两者须一致：records/{0}/{1}.yaml",
                            record.round_id.value, record.unit_id.value)
                      : say("write '{0}', if that is what was meant", "若路径无误，请写 '{0}'", printable(stands));
    d.report("HZ291", said.at,
             {fmt::format("the {} is '{}' here but '{}' in the path", what.en, said.value, printable(stands)),
              fmt::format("此处{}为 '{}'，路径中为 '{}'", what.zh, said.value, printable(stands))},
             std::move(help));
  };
  check(record.round_id, round, {"round", "轮次"}, record.round != nullptr);
  check(record.unit_id, unit, {"unit", "单位"}, record.unit != nullptr);
}

}  // namespace hazcheck
