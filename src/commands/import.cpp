// hazcheck import LEDGER.csv: rows become records, all of them written or none.
#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <sstream>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "commands/registry.hpp"
#include "commands/workspace.hpp"
#include "read/ledger_rows.hpp"
#include "render/diagnostics_text.hpp"
#include "rules/rule.hpp"
#include "source/file.hpp"
#include "source/overlay.hpp"
#include "status/filter.hpp"
#include "write/file.hpp"
#include "write/ledger_record.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxLedger = std::size_t{64} << 20;  // some 300,000 rows
constexpr std::size_t kMostLines = 50;  // of rows left out, and of findings: a ledger of a million rows has many

// What one call has gathered on its way.
struct Import {
  std::string ledger;  // its path as given
  std::string encoding;
  CsvTable table;
  LedgerMap map;
  LedgerHead head;
  LedgerRows rows;
  std::map<std::string, std::string> files;    // path in the workspace → text
  std::map<std::string, std::size_t> hazards;  // path → how many
  std::vector<RowLeftOut> assumed;             // of rows that are taken: what they do not say and an event needs
};

Outcome read_map(Call& call, Import& import) {
  if (call.args.has("--map")) {
    const std::string path = call.args.get("--map");
    std::string bytes;
    const Outcome read = read_whole_file((fs::path(call.directory) / path).string(), kMaxFileBytes, bytes);
    if (!read) return read;
    Result<LedgerMap> map = read_ledger_map(path, bytes);
    if (!map) return map.failure();
    import.map = std::move(*map);
  }
  if (call.args.has("--round")) import.map.round = call.args.get("--round");
  if (call.args.has("--section")) import.map.section = call.args.get("--section");
  if (call.args.has("--by")) import.map.by = call.args.get("--by");
  return Done{};
}

Failure csv_failure(const std::string& path, const CsvFault& fault) {
  return {{fmt::format("{}: row {}, column {}: {}", path, fault.row, fault.column, fault.message.en),
           fmt::format("{}：第 {} 行第 {} 列：{}", path, fault.row, fault.column, fault.message.zh)}};
}

Outcome read_ledger(Call& call, const Model& model, const Checklist& checklist, Import& import) {
  std::string bytes;
  const Outcome read = read_whole_file((fs::path(call.directory) / import.ledger).string(), kMaxLedger, bytes);
  if (!read) return read;
  if (bytes.size() > kMaxLedger)
    return Failure{
        say("'{0}' is larger than the 64 MiB that a ledger may have", "'{0}' 超过台账 64 MiB 的上限", import.ledger)};
  if (bytes.starts_with("PK\x03\x04"))
    return Failure{say("'{0}' is an Excel workbook: save it as CSV (UTF-8)",
                       "'{0}' 是 Excel 工作簿：请另存为 CSV（UTF-8）", import.ledger)};
  Result<DecodedText> decoded = decode_text(std::move(bytes));
  if (!decoded)
    return Failure{
        {import.ledger + ": " + decoded.failure().message.en, import.ledger + "：" + decoded.failure().message.zh}};
  import.encoding = decoded->encoding;
  if (const auto fault = parse_csv(std::move(decoded->text), import.table)) return csv_failure(import.ledger, *fault);
  Result<LedgerHead> head = find_ledger_head(import.table, import.map);
  if (!head)
    return Failure{
        {import.ledger + ": " + head.failure().message.en, import.ledger + "：" + head.failure().message.zh}};
  import.head = std::move(*head);
  const LedgerReading reading{model, checklist, import.map, !decoded->plain, call.lang};
  if (const auto fault = read_ledger_rows(import.table, import.head, reading, import.rows))
    return csv_failure(import.ledger, *fault);
  return Done{};
}

std::string path_of(const LedgerEntry& entry) {
  return fmt::format("records/{}/{}.yaml", entry.round->id.value, entry.unit->id.value);
}

void number_hazards(LedgerRecord& record, std::vector<RowLeftOut>& left_out) {
  std::map<std::string, std::size_t> used;  // id → row
  std::vector<LedgerEntry> kept;
  for (LedgerEntry& h : record.hazards) {
    if (h.id.empty() || used.emplace(h.id, h.row).second) kept.push_back(std::move(h));
    else
      left_out.push_back(
          {h.row, say("row {2} is hazard '{0}' of {1} too: give one of them another number",
                      "第 {2} 行也是 {1} 的隐患 '{0}'：请给其中一条另编序号", h.id, path_of(h), used.at(h.id))});
  }
  std::size_t next = 1;
  for (LedgerEntry& h : kept) {
    if (!h.id.empty()) continue;
    while (!used.emplace(fmt::format("H{}", next), h.row).second) ++next;
    h.id = fmt::format("H{}", next);
  }
  record.hazards = std::move(kept);
}

// Rows by record. A record that is there already keeps its rows out.
void make_records(Call& call, const Loaded& loaded, const Checklist& checklist, Import& import) {
  std::map<std::string, LedgerRecord> records;
  std::vector<RowLeftOut>& left_out = import.rows.left_out;
  std::error_code error;
  for (LedgerEntry& e : import.rows.entries) {
    const std::string path = path_of(e);
    if (fs::exists(fs::symlink_status(fs::path(loaded.root) / path, error))) {
      left_out.push_back({e.row, say("{0} is there already, and import never changes a record",
                                     "{0} 已存在；import 不会改动已有记录", path)});
      continue;
    }
    LedgerRecord& record = records[path];
    record.round = e.round;
    record.unit = e.unit;
    record.date = record.hazards.empty() ? e.found : std::max(record.date, e.found);
    for (const std::string& name : e.inspectors)
      if (std::find(record.inspectors.begin(), record.inspectors.end(), name) == record.inspectors.end())
        record.inspectors.push_back(name);
    record.hazards.push_back(std::move(e));
  }
  import.rows.entries.clear();
  const std::string source = fs::path(import.ledger).filename().string();
  for (auto& [path, record] : records) {
    if (record.inspectors.empty()) record.inspectors = import.map.inspectors;
    number_hazards(record, left_out);
    std::string text = ledger_record_text(record, checklist, source, call.lang);
    if (text.size() <= kMaxFileBytes) {
      for (const LedgerEntry& h : record.hazards)
        for (const Text& what : h.assumed) import.assumed.push_back({h.row, what});
      import.hazards[path] = record.hazards.size();
      import.files[path] = std::move(text);
      continue;
    }
    for (const LedgerEntry& h : record.hazards)
      left_out.push_back({h.row, say("{0} would have {1} hazards and be larger than the 4 MiB that a record may have",
                                     "{0} 将有 {1} 条隐患，超过单份记录 4 MiB 的上限", path, record.hazards.size())});
  }
  const auto by_row = [](const RowLeftOut& a, const RowLeftOut& b) { return a.row < b.row; };
  std::sort(left_out.begin(), left_out.end(), by_row);
  std::stable_sort(import.assumed.begin(), import.assumed.end(), by_row);
}

// What the rules say of the new records, errors and warnings, as if they were there.
Diagnostics check(Call& call, const Loaded& loaded, const Import& import) {
  const Snapshot snapshot = overlay(loaded.snapshot, import.files);
  Diagnostics all;
  ReadOptions options;
  options.on_record = [&](const Model& model, const Record& record, Diagnostics& diagnostics) {
    check_record({model, record, call.as_of}, diagnostics);
  };
  const ReadModel read = read_model(snapshot, all, options);
  const Timelines timelines = timelines_of(read.model);
  check_register({read.model, timelines, call.as_of}, all);
  locate_in(snapshot, all);
  Diagnostics ours;
  for (Diagnostic& d : all.list())
    if (d.severity != Severity::note && import.files.contains(d.place.path)) ours.list().push_back(std::move(d));
  return ours;
}

void say_map(Call& call, const Import& import) {
  std::ostream& out = call.env.out;
  out << say("{0}: {1}, header in row {2}, {3} rows below it", "{0}：{1} 编码，表头在第 {2} 行，其下 {3} 行",
             import.ledger, import.encoding, import.head.row, import.table.rows() - import.head.row)
             .in(call.lang)
      << "\n\n";
  std::size_t width = 8;
  for (const std::string& h : import.head.headers) width = std::max(width, columns(printable(h)));
  for (std::size_t i = 0; i < import.head.headers.size(); ++i) {
    const auto& column = import.head.columns[i];
    const Text nothing = !column ? say("not known, not used", "未识别，不使用") : say("not used", "不使用");
    out << "  " << pad_right(printable(import.head.headers[i]), width) << "  "
        << (column && *column != LedgerColumn::derived ? std::string(name_of(*column))
                                                       : "- (" + nothing.in(call.lang) + ")")
        << '\n';
  }
}

// Sections that go by another title than the checklist's: the user has to see what they were taken for.
void say_guesses(Call& call, std::ostream& out, const Import& import, const Checklist& checklist) {
  if (import.rows.guessed.empty()) return;
  out << say("sections taken from their usual names; where one is wrong, say so under 'sections' in --map:",
             "下列领域按常用名称认定，如有不对，请在 --map 的 sections 中指明：")
             .in(call.lang)
      << '\n';
  std::size_t width = 0;
  for (const auto& entry : import.rows.guessed) width = std::max(width, columns(printable(entry.first)));
  for (const auto& [word, id] : import.rows.guessed)
    out << "  " << pad_right(printable(word), width) << "  "
        << say("{0} ({1})", "{0}（{1}）", id, checklist.sections[checklist.find_section(id)].title.in(call.lang))
               .in(call.lang)
        << '\n';
}

// --dry-run shows what became of each column; a run that writes, only what is lost.
void say_unused(Call& call, const Import& import) {
  std::string unused;
  const LedgerHead& head = import.head;
  for (std::size_t i = 0; i < head.headers.size(); ++i)
    if (!head.columns[i] && !head.headers[i].empty())
      unused.append(unused.empty() ? "" : ", ").append(printable(head.headers[i]));
  if (!unused.empty())
    call.env.err << say("columns that are not known and not used: {0}", "未识别、未使用的列：{0}", unused).in(call.lang)
                 << '\n';
}

void say_rows(Call& call, std::ostream& out, const std::vector<RowLeftOut>& rows, const Label& what) {
  for (std::size_t i = 0; i < std::min(rows.size(), kMostLines); ++i)
    out << say("row {0} {1}{3}: {2}", "第 {0} 行{1}{4}：{2}", rows[i].row, what.in(call.lang),
               rows[i].why.in(call.lang), rows[i].cell < 0 ? "" : ", cell " + cell_name(rows[i].cell, rows[i].row),
               rows[i].cell < 0 ? "" : "（" + cell_name(rows[i].cell, rows[i].row) + " 格）")
               .in(call.lang)
        << '\n';
  if (rows.size() > kMostLines)
    out << say("… and {0} more", "……另有 {0} 行", rows.size() - kMostLines).in(call.lang) << '\n';
}

void say_findings(Call& call, const Diagnostics& findings) {
  Diagnostics first;
  for (std::size_t i = 0; i < std::min(findings.size(), kMostLines); ++i) first.list().push_back(findings.list()[i]);
  render_diagnostics_text({first}, {call.lang, call.color_err, 0, false}, call.env.err);
  if (findings.size() > kMostLines)
    call.env.err << say("… and {0} more", "……另有 {0} 条", findings.size() - kMostLines).in(call.lang) << '\n';
}

// All or none: what was written before one could not be is taken away again.
Outcome write_all(const std::string& root, const std::map<std::string, std::string>& files) {
  std::vector<std::string> written;
  for (const auto& [path, text] : files) {
    const std::string full = root + "/" + path;
    const Outcome done = create_file(full, text);
    if (!done) {
      std::error_code ignored;
      for (const std::string& w : written) fs::remove(w, ignored);
      return done;
    }
    written.push_back(full);
  }
  return Done{};
}

std::string many(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void say_summary(Call& call, const Import& import, const Diagnostics& findings, std::size_t hazards, bool dry) {
  const std::size_t records = import.files.size(), rows = import.rows.left_out.size();
  const std::size_t errors = findings.count(Severity::error), warnings = findings.count(Severity::warning);
  Text text = {fmt::format("{} with {}{}, {} left out", many(records, "record"), many(hazards, "hazard"),
                           dry            ? " would be written"
                           : records == 0 ? ": nothing written"
                                          : " written as drafts",
                           many(rows, "row")),
               fmt::format("{}{} 份记录、{} 条隐患，略去 {} 行", dry ? "将写入 " : "已写入 ", records, hazards, rows)};
  if (const std::size_t assumed = import.assumed.size(); assumed > 0) {
    text.en += fmt::format(", {} made", many(assumed, "assumption"));
    text.zh += fmt::format("，另有 {} 处暂按推定填写", assumed);
  }
  if (records > 0) {
    text.en += fmt::format("; {} and {}{}", many(errors, "error"), many(warnings, "warning"),
                           dry ? " in them" : " in them: see 'hazcheck validate'");
    text.zh +=
        fmt::format("；其中有 {} 个错误、{} 个警告{}", errors, warnings, dry ? "" : "，详见 'hazcheck validate'");
  }
  call.env.err << text.in(call.lang) << '\n';
}

int conclude(Call& call, const Import& import, const Diagnostics& findings) {
  std::size_t hazards = 0;
  for (const auto& [path, count] : import.hazards) hazards += count;
  const bool dry = call.args.has("--dry-run");
  std::ostream& out = call.env.out;
  if (dry && !import.files.empty()) out << '\n';
  for (const auto& [path, count] : import.hazards)
    out << (dry ? fmt::format("{}  {}", path,
                              call.lang == Lang::zh ? fmt::format("{} 条隐患", count) : many(count, "hazard"))
                : path)
        << '\n';
  if (dry && !(import.rows.left_out.empty() && import.rows.passed.empty() && import.rows.remarks.empty() &&
               import.assumed.empty()))
    out << '\n';
  std::ostream& rows = dry ? call.env.out : call.env.err;
  say_rows(call, rows, import.rows.remarks, {"in part", "部分略去"});
  say_rows(call, rows, import.assumed, {"assumed", "暂按推定"});
  say_rows(call, rows, import.rows.passed, {"passed over", "跳过"});
  say_rows(call, rows, import.rows.left_out, {"left out", "略去"});
  rows.flush();
  say_findings(call, findings);
  say_summary(call, import, findings, hazards, dry);
  if (!dry && hazards > 0 && !import.rows.left_out.empty())
    call.env.err << say("for the rows left out: correct the ledger, remove the new records and import it again",
                        "略去的行：请改好台账，删除新写入的记录后重新导入")
                        .in(call.lang)
                 << '\n';
  return import.rows.left_out.empty() && findings.count(Severity::error) == 0 ? kOk : kFindings;
}

// Neither the call nor any row says which round it is, and there are several.
bool names_no_round(const Model& model, const Import& import) {
  const auto at = [&](LedgerColumn column) { return import.head.cell[static_cast<std::size_t>(column)]; };
  if (!import.map.round.empty() || model.campaign.rounds.size() == 1 || at(LedgerColumn::round) >= 0) return false;
  if (at(LedgerColumn::id) < 0) return true;
  for (std::size_t r = import.head.row; r < import.table.rows(); ++r) {
    const auto row = import.table.row(r);
    const auto id = static_cast<std::size_t>(at(LedgerColumn::id));
    if (id < row.size() && row[id].find('/') != std::string_view::npos) return false;  // round/unit/hazard
  }
  return true;
}

Text which_round(const Model& model) {
  std::string ids;
  for (const Round& r : model.campaign.rounds) ids.append(ids.empty() ? "" : ", ").append(r.id.value);
  return say("the ledger names no round: give --round, one of {0}", "台账没有写明轮次：请用 --round 指定，可选 {0}",
             ids);
}

int run_import(Call& call) {
  auto loaded = load_workspace(call, {.today = call.as_of});
  if (!loaded) return cannot(call, loaded.failure());
  const Model& model = (*loaded)->model;
  const Checklist* checklist = model.current_checklist();
  if (!model.campaign.read || !model.roster.read || checklist == nullptr)
    return cannot(call, {say("the campaign, roster or checklist cannot be read; see 'hazcheck validate'",
                             "专项文件、名册或检查表无法读取，请先运行 'hazcheck validate'")});
  Import import;
  import.ledger = call.args.positional(0);
  if (const Outcome read = read_map(call, import); !read) return cannot(call, read.failure());
  if (call.args.has("--round") && model.campaign.find_round(import.map.round) == nullptr)
    return wrong_usage(call, no_such(GroupKey::round, model, import.map.round));
  if (const Outcome read = read_ledger(call, model, *checklist, import); !read) return cannot(call, read.failure());
  if (names_no_round(model, import)) return wrong_usage(call, which_round(model));
  make_records(call, **loaded, *checklist, import);
  if (call.args.has("--dry-run")) {
    say_map(call, import);
    if (!import.rows.guessed.empty()) call.env.out << '\n';
    say_guesses(call, call.env.out, import, *checklist);
  } else if (const Outcome written = write_all((*loaded)->root, import.files); !written) {
    return cannot(call, written.failure());
  } else {
    say_guesses(call, call.env.err, import, *checklist);
    say_unused(call, import);
  }
  return conclude(call, import, check(call, **loaded, import));
}

constexpr Positional kPositionals[] = {
    {"LEDGER",
     {"a CSV file: UTF-8, GB18030 or UTF-16", "CSV 文件：UTF-8、GB18030 或 UTF-16 编码"},
     true,
     false,
     {},
     Completes::files}};
// clang-format off
constexpr Option kOptions[] = {
    {"--dry-run", "", {"show which column is what, what would be written and which rows have no place; write nothing", "只显示列对照、将写入的记录和无法归位的行，不写入"}},
    {"--map", "MAP", {"a YAML file with columns, units, rounds, sections, severities and defaults, such as 'columns: {问题详情: description}'", "YAML 文件，可写 columns、units、rounds、sections、severities、defaults，如 'columns: {问题详情: description}'"}, false, {}, Completes::files},
    {"--round", "ROUND", {"the round of rows that name none", "没有写明轮次的行归入此轮"}, false, {}, Completes::rounds},
    {"--section", "SECTION", {"the section of rows that name no item and no section", "没有写明检查项和领域的行归入此领域"}, false, {}, Completes::sections},
    {"--by", "NAME", {"who stands for what the ledger names nobody for, such as a deferral", "台账没有写明经办人的事项（如延期）记此人"}},
};
// clang-format on
constexpr UsageExample kExamples[] = {
    {"hazcheck import --dry-run --round self 台账.csv",
     {"look first: the columns as understood, and the rows without a place", "先看：列的对照和无法归位的行"}},
    {"hazcheck import --round self --section fire --by 赵敏 --map map.yaml 台账.csv",
     {"write the records", "写入记录"}},
};

}  // namespace

const Command kImport{
    "import",
    {"a spreadsheet ledger becomes records", "导入电子表格台账"},
    {"Reads a ledger of hazards, a row each, and writes a draft record for each round and unit in it. Knows the usual Chinese headers and those of 'hazcheck list'; dates such as 2020/4/7, 2020年4月7日 or a spreadsheet's numbers; amounts such as 1,200元 or 0.5万元. What a row does not say is not made up: it is left out with the reason and the cell. Where a rectification has no day or nobody who did it, and a deferral no day, the nearest thing that the row does say is taken; the event's note and the summary say so. A row marked as done or closed without the day of it is taken without that step: it stays open or unverified, and its note says so. The exit status is 1 where rows are left out or what is written has errors. A record that is there is never changed; all records are written or none.",
     "读取隐患台账（每行一条），按轮次和单位写成草稿记录。认得常见的中文表头和 'hazcheck list' 的表头，2020/4/7、2020年4月7日、电子表格序列号等日期，1,200元、0.5万元等金额。台账没有写的不会编造：该行略去，并说明原因和所在单元格。整改没有写明日期或整改人、延期没有写明日期的，暂按该行已有的相近内容填写，并在该事件的 note 和汇总中注明。标为已整改或已销项而没有相应日期的行，不记该步骤，按未整改或待验收导入并加注说明。有行略去，或写出的记录有错误时，退出码为 1。已有的记录绝不改动；要么全部写入，要么都不写。"},
    kPositionals,
    kOptions,
    kExamples,
    run_import};

}  // namespace hazcheck
