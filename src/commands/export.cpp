// hazcheck export DIR: the register as CSV tables, with what other programs need to load them and compute the figures.
#include <filesystem>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "commands/output.hpp"
#include "commands/registry.hpp"
#include "commands/report_output.hpp"
#include "render/csv.hpp"
#include "render/datapackage.hpp"
#include "views/export_tables.hpp"
#include "write/folder.hpp"
#include "write/shipped.hpp"

namespace hazcheck {
namespace {

std::vector<CellType> types_of(const ExportTable& table) {
  std::vector<CellType> types;
  for (const ExportField& f : table.fields) types.push_back(f.type);
  return types;
}

std::string header_of(const ExportTable& table) {
  std::string line;
  for (const ExportField& f : table.fields) line.append(line.empty() ? "" : ",").append(f.name);
  return line + "\n";
}

std::string_view views_sql() {
  for (const ShippedText& t : shipped_texts())
    if (t.name == "src/write/views.sql") return t.content;
  return {};
}

// A file that could not be made is told of by commit().
bool put(NewFolder& folder, std::string_view name, std::string_view bytes) {
  NewFolder::File* file = folder.add(name);
  return file != nullptr && file->append(bytes);
}

class Export {
 public:
  Export(Call& call, const Loaded& loaded, NewFolder& folder)
      : call_(call),
        loaded_(loaded),
        folder_(folder),
        from_(export_from(loaded.model, call.args.get("--campaign", loaded.model.campaign.id.value))) {}

  Outcome tables() {
    for (std::span<const ExportTable> part : {setup_tables(), record_tables()})
      for (const ExportTable& table : part) plain(table);
    return answers();
  }

  void descriptions(const PackageMeta& meta) {
    const std::vector<const ExportTable*> all = export_tables();
    put(folder_, "tables.sql", tables_sql(all));
    put(folder_, "load-sqlite.sql", sqlite_loader(all));
    put(folder_, "load-postgresql.sql", postgresql_loader(all));
    put(folder_, "load-duckdb.sql", duckdb_loader(all));
    put(folder_, "views.sql", views_sql());
    put(folder_, "datapackage.json", datapackage_json(meta, described_));
  }

  const ExportFrom& from() const { return from_; }

 private:
  NewFolder::File* start(const ExportTable& table) {
    NewFolder::File* file = folder_.add(std::string(table.name) + ".csv");
    if (file != nullptr) file->append(header_of(table));
    return file;
  }

  void plain(const ExportTable& table) {
    NewFolder::File* file = start(table);
    if (file == nullptr) return;
    const std::vector<CellType> types = types_of(table);
    std::string line;
    table.rows(from_, [&](const ExportRow& row) {
      line.clear();
      append_csv_row(line, row, types);
      file->append(line);
    });
    described_.push_back({&table, file->size()});
  }

  // The records once more, a few at a time: nobody holds all answers of a city in memory.
  Outcome answers() {
    const std::span<const ExportTable> tables = answer_tables();
    std::vector<NewFolder::File*> files;
    std::vector<std::vector<CellType>> types;
    for (const ExportTable& t : tables) {
      files.push_back(start(t));
      types.push_back(types_of(t));
      if (files.back() == nullptr) return Done{};  // commit() says why
    }
    Progress progress(call_);
    std::size_t done = 0;
    Outcome read = visit_details(
        loaded_.snapshot, loaded_.model, from_.records, call_.jobs,
        [&](const Record& record, RecordText& out) {
          out.parts.resize(tables.size());
          std::vector<EmitRow> emit;
          for (std::size_t t = 0; t < tables.size(); ++t)
            emit.emplace_back([&, t](const ExportRow& row) { append_csv_row(out.parts[t], row, types[t]); });
          answer_rows(from_.campaign, record, emit);
        },
        [&](RecordText& text) {
          progress.show(++done, from_.records.size());
          bool good = true;
          for (std::size_t t = 0; t < tables.size(); ++t) good = files[t]->append(text.parts[t]) && good;
          return good;
        });
    progress.clear();
    for (std::size_t t = 0; t < tables.size(); ++t) described_.push_back({&tables[t], files[t]->size()});
    return read;
  }

  Call& call_;
  const Loaded& loaded_;
  NewFolder& folder_;
  ExportFrom from_;
  std::vector<DescribedTable> described_;
};

void say_done(Call& call, const std::string& folder, const ExportFrom& from) {
  call.env.out << folder << '\n';
  call.env.err
      << say("records: {0}, hazards: {1}, as campaign '{2}'; next: 'sqlite3 ../register.db < load-sqlite.sql' in that folder; see 'hazcheck help export'",
             "{0} 份记录、{1} 条隐患，专项代码 '{2}'；下一步：在该文件夹中运行 'sqlite3 ../register.db < load-sqlite.sql'，参见 'hazcheck help export'",
             from.records.size(), from.model.hazard_count, from.campaign)
             .in(call.lang)
      << '\n';
}

int run_export(Call& call) {
  const std::string campaign = call.args.get("--campaign");
  if (call.args.has("--campaign") && !is_id(campaign))
    return wrong_usage(call,
                       say("'{0}' cannot stand for a campaign: letters, digits, '.', '_', '-', at most 64",
                           "'{0}' 不能作专项代码：限字母、数字、'.'、'_'、'-'，最长 64 个字符", printable(campaign)));
  Reportable register_ = load_for_report(call);
  if (!register_.loaded) return register_.failed;
  const Loaded& loaded = *register_.loaded;
  const std::string path =
      (std::filesystem::path(call.directory) / call.args.positional(0)).lexically_normal().string();
  auto folder = NewFolder::begin(path);
  if (!folder) return cannot(call, folder.failure());
  Export export_(call, loaded, **folder);
  const Outcome made = export_.tables();
  if (!made) return cannot(call, made.failure());
  const Title& title = loaded.model.campaign.title;
  export_.descriptions({export_.from().campaign,
                        {std::string(title.in(Lang::en)), std::string(title.in(Lang::zh))},
                        HAZCHECK_VERSION,
                        loaded.commit.value_or("")});
  const Outcome committed = (*folder)->commit();
  if (!committed) return cannot(call, committed.failure());
  say_done(call, call.args.positional(0), export_.from());
  return kOk;
}

constexpr Positional kPositionals[] = {
    {"DIR", {"a new or empty folder", "新文件夹或空文件夹"}, true, false, {}, Completes::folders}};
// clang-format off
constexpr Option kOptions[] = {
    {"--campaign", "ID", {"what stands in the campaign column, where two registers have one id", "campaign 列中的代码；两个登记册代码相同时用来区分"}},
    {"--rev", "REV", {"export a git revision instead of the work tree", "导出某个 git 版本而不是工作区"}, false, {}, Completes::revisions},
    {"--keep-going", "", {"export what is sound where the workspace has errors, and say what was left out", "工作区有错误时仍导出无误部分，并列明略去了什么"}},
};
// clang-format on
// clang-format off
constexpr UsageExample kExamples[] = {
    {"hazcheck export tables", {"makes tables/ with a CSV file a table, datapackage.json and views.sql", "建立 tables/，每表一个 CSV，另有 datapackage.json 和 views.sql"}},
    {"hazcheck export --campaign qingpu-2020-east /srv/union/east", {"a district's share of a database that holds several", "某区的一份，与其他区合入同一数据库"}},
};
// clang-format on

}  // namespace

const Command kExport{
    "export",
    {"the register as tables for SQL", "导出数据表"},
    {"Writes the whole register as CSV tables with keys, a Frictionless datapackage.json, scripts that load them into SQLite, PostgreSQL or DuckDB, and views.sql, which computes the figures from them for any day. Every table starts with the campaign, so that the exports of many districts go into one database. DIR appears whole or not at all; nothing is written over.",
     "把整个登记册导出为带主键、外键的 CSV 数据表，附 Frictionless datapackage.json、SQLite／PostgreSQL／DuckDB 装载脚本，以及按任意日期计算各项指标的 views.sql。每张表第一列为专项代码，各区的导出可合入同一数据库。DIR 要么完整出现，要么不出现，不会覆盖已有内容。"},
    kPositionals,
    kOptions,
    kExamples,
    run_export};

}  // namespace hazcheck
