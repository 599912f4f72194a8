// What export's and import's pages say beyond their options: the tables and the views, the columns and the map.
// Must take every table and column from the rows that make or read them.
#include "commands/manual_pages.hpp"
#include "read/ledger_columns.hpp"
#include "read/ledger_names.hpp"
#include "views/export_tables.hpp"

namespace hazcheck {
namespace {

void append_export_tables(ManualPage& page, Lang lang) {
  page.heading(lang == Lang::zh ? "数据表" : "TABLES");
  for (const ExportTable* table : export_tables()) {
    std::string columns;
    for (const ExportField& f : table->fields) columns.append(columns.empty() ? "`" : ", `").append(f.name).append("`");
    page.entry(table->name, std::string(table->help.in(lang)) + (lang == Lang::zh ? "：" : ": ") + columns);
  }
}

void append_import_columns(ManualPage& page, Lang lang) {
  page.heading(lang == Lang::zh ? "认得的表头" : "HEADERS THAT ARE KNOWN");
  page.paragraph(
      lang == Lang::zh
          ? "除 'hazcheck list' 的中英文列名外，还认得下列表头；空格、全半角和括号中的说明不计。"
          : "Besides the names of `hazcheck list` in both languages; blanks, width and what stands in brackets are nothing.");
  for (const LedgerColumnInfo& info : ledger_columns_known())
    if (info.column != LedgerColumn::derived) page.entry(info.name, info.headers);
}

void append_usual_names(ManualPage& page, Lang lang) {
  page.heading(lang == Lang::zh ? "领域的常用名称" : "USUAL NAMES OF SECTIONS");
  page.paragraph(
      lang == Lang::zh
          ? "随附检查表的各领域还认得下列名称，其后有“类”“隐患”等也可；检查表中没有该领域、或同时指两个领域的，不作猜测。"
            "--dry-run 会列出据此认定的领域；对照文件的 sections 优先。"
          : "The sections of the checklist that comes with hazcheck are known by these names too, with 类, 隐患 and the "
            "like behind them or not. A name of two sections that the checklist has is not guessed. `--dry-run` shows "
            "each guess; `sections` in the map goes first.");
  for (const UsualNames& usual : usual_section_names()) page.entry(usual.section, usual.names);
}

}  // namespace

const Label kExportProse{R"(
# FILES
: NAME.csv
A table each: UTF-8, commas, LF, RFC 4180 quoting, one header row; an empty cell is no value; dates are `YYYY-MM-DD`, flags 0 or 1, money in yuan. The same register gives the same bytes.
: datapackage.json
A Frictionless data package: every column with its type and meaning, keys and foreign keys.
: tables.sql, load-sqlite.sql, load-postgresql.sql, load-duckdb.sql
Make the tables and load the files, each with the engine's own shell, in that folder. Loading the exports of other districts into the same database adds theirs.
: views.sql
The figures of hazcheck-figures(7) as views, for any day.

# IN A DATABASE

    $ hazcheck export tables && cd tables
    $ sqlite3 ../register.db < load-sqlite.sql
    $ sqlite3 ../register.db "UPDATE as_of SET day = '2020-05-18'"
    $ sqlite3 -header ../register.db "SELECT * FROM status_by_section"

`status_total` and `status_by_unit`, `_type`, `_area`, `_section`, `_item`, `_round`, `_severity`, `_department`, `_owner` have the columns of `hazcheck status`; `status_everything` is the sum of all campaigns in the database. `hazard_status` has a row a hazard. `coverage`, `accuracy` and `flows` have those of the reports; the period of `flows` stands in the table `flow_period`.

The tables hold facts as recorded. The views work out every status from the events once more, by the rules of hazcheck-figures(7), and need SQLite 3.35, PostgreSQL 12 or DuckDB 1.0. In PostgreSQL, `SET jit = off` before asking them.
)",
                         R"(
# 文件
: 表名.csv
每表一个：UTF-8、逗号、LF，按 RFC 4180 加引号，一行表头；空格为没有值；日期为 `YYYY-MM-DD`，是否为 0 或 1，金额以元计。同一登记册每次导出逐字节相同。
: datapackage.json
Frictionless 数据包描述：各列的类型和含义、主键、外键。
: tables.sql、load-sqlite.sql、load-postgresql.sql、load-duckdb.sql
在该文件夹中用各数据库自带的命令行建表并装载。把其他区的导出装入同一数据库即为合并。
: views.sql
把 hazcheck-figures(7) 的各项指标做成视图，可按任意日期查询。

# 在数据库中使用

    $ hazcheck export tables && cd tables
    $ sqlite3 ../register.db < load-sqlite.sql
    $ sqlite3 ../register.db "UPDATE as_of SET day = '2020-05-18'"
    $ sqlite3 -header ../register.db "SELECT * FROM status_by_section"

`status_total` 和 `status_by_unit`、`_type`、`_area`、`_section`、`_item`、`_round`、`_severity`、`_department`、`_owner` 的列与 `hazcheck status` 相同；`status_everything` 为库中全部行动的合计。`hazard_status` 每条隐患一行。`coverage`、`accuracy`、`flows` 与相应报表相同，`flows` 的时段在表 `flow_period` 中。

数据表只存原始事实，视图按 hazcheck-figures(7) 的口径由事件重新推定状态。需要 SQLite 3.35、PostgreSQL 12 或 DuckDB 1.0；在 PostgreSQL 中先执行 `SET jit = off`。
)"};

const Label kImportProse{R"(
# HOW ROWS ARE READ
The header is the row among the first ten that has most known headers, or two such rows, one above the other; a title above it is passed over, and so are sums (合计 …) and signatures (填表人：…) below, each told with its row. Commas, semicolons or tabs stand between cells. A row becomes a hazard of the record of its round and unit; the record is a draft with the answer `fail` for each item that has a hazard. What it still lacks, `hazcheck validate` says.

Units, rounds, sections, items and severities are known by id or by title. Without a number of its own a hazard is H1, H2 …; a serial number 17 becomes H17. Where no column says who rectified it or when, or on what day it was deferred, the plan's owner, the day of closing and the day of the plan or of finding are assumed: the event's note says so, and the summary counts it. A row marked as done (已整改, 已完成 …) that has no day of it at all becomes an open hazard: nothing can show when it was done; its note says so, and the summary counts it too. A row marked as closed (已销项, 已闭环 …) without the day of closing is taken up to what has a date: rectified and waiting for verification where it has the day of rectification, else open. So is one with a day of closing and nobody who verified it. No closing is made up; the note keeps what the row has of it (who verified it, the write-off number) and says what to add. `--by` stands in where the ledger names nobody, and only there. A remark goes to the last event, else into a comment.

Cells left blank below a merged one are filled from above, within the rows of a unit: unit, round, section, day of finding and inspectors, and never what somebody promised. A day without a year (4月7日, 4/7) gets that of the campaign, counted from half a year before its start, or before the day of finding. Of several owners, rectifiers or verifiers one is taken, such that nobody verifies his own work unseen; of several sections (消防、食品) the first. A due of 立即 or 立行立改 is the day of finding. Each is told with its row and stands in the hazard's note.
A row that cannot be taken is told with its row, its cell and what to write there. Correct the ledger after `--dry-run`, before anything is written: a record that is there keeps its rows out.

Names of evidence files stand in one cell with `;` or line breaks between them. `hazcheck list` puts a name that holds one of these into double quotes, its own quotes doubled (`"stairs;east.jpg"; roof.jpg`); import takes the quotes off again.

A row cannot hold everything: that a hazard was rejected or closed before, all but the last of its deferrals, who rectified what a follow-up found done. `hazcheck list` has no columns for interim measures and emergency plans; add them (`interim`, `emergency_plan`) where major hazards need them.

# THE MAP

    columns: {问题详情: description, 联系电话: "-"}   # "-": not used
    units: {一中: sl-yizhong}
    rounds: {第一轮: self}
    sections: {消防: fire}
    severities: {较大: major}
    defaults: {round: self, section: fire, by: 赵敏, inspectors: [张三], funding_source: 公用经费}

Every part may be left out. There are no others: another key is refused.

An Excel workbook is refused: save it as CSV (UTF-8). A ledger has at most 64 MiB.
)",
                         R"(
# 如何读取各行
表头取前十行中能识别的列名最多的一行（或上下两行合成的表头），其上的标题略过；其下的合计行、填表人等签字行跳过，并逐行告知。单元格之间可用逗号、分号或制表符。每行成为相应轮次、单位记录中的一条隐患；记录为草稿，有隐患的检查项答“不合格”。还缺什么，由 `hazcheck validate` 指出。

单位、轮次、领域、检查项、等级按代码或名称识别。没有编号的隐患依次为 H1、H2……；序号 17 记为 H17。没有写明整改人、整改完成日期或延期批准日期的，分别暂按责任人、销项日期、计划制定日期（或发现日期）填写，在该事件的 note 中注明，并计入汇总。标为“已整改”“已完成”等而没有任何日期的，无从证明何时整改，按未整改导入，加注说明，也计入汇总。标为“已销项”“已闭环”等而没有销项日期的，只导入到有日期的一步：有整改日期的为已整改待验收，没有的为未整改；有销项日期而没有验收人的也一样。销项不会编造：台账所载的验收人、销项编号等写入说明，并注明要补记什么。只有台账没有写明经办人时才用 `--by`。备注记入最后一个事件，没有事件则记为注释。

合并单元格导出后下方为空的，在同一单位的各行之内按上方补上：单位、轮次、领域、发现日期、检查人；措施、期限、责任人等承诺事项不补。没有写年份的日期（4月7日、4/7）按本次行动的年份，自行动开始（其他日期自发现日期）前半年起算。责任人、整改人、验收人写了几个人的暂记一人，并保证自己验收自己的情形不会被掩盖；写了几个领域的（消防、食品）暂归第一个。整改期限写“立即”“立行立改”的暂按发现日期。以上各项都逐行告知，并写入该隐患的说明。
无法导入的行会指明第几行、哪一格、应写什么。请先用 `--dry-run` 查看，改好台账再写入：记录一旦存在，同一单位的行不再导入。

一格中的多个佐证文件名用分号或换行隔开。文件名本身含分号或换行的，`hazcheck list` 给它加英文双引号，其中的双引号写两次（`"楼梯;东侧.jpg"; 屋面.jpg`）；导入时还原。

一行台账装不下全部经过：曾被退回或销项后重新打开、最后一次之前的延期、复查时才发现已整改而不知何人整改。`hazcheck list` 没有临时措施和应急预案两列，重大隐患需要时请自行加上（`interim`、`emergency_plan`）。

# 对照文件

    columns: {问题详情: description, 联系电话: "-"}   # "-"：不使用
    units: {一中: sl-yizhong}
    rounds: {第一轮: self}
    sections: {消防: fire}
    severities: {较大: major}
    defaults: {round: self, section: fire, by: 赵敏, inspectors: [张三], funding_source: 公用经费}

各部分都可省略；写了别的键会报错。

不能直接导入 Excel 工作簿，请另存为 CSV（UTF-8）。台账不超过 64 MiB。
)"};

void append_tables(ManualPage& page, std::string_view command, Lang lang) {
  if (command == "export") append_export_tables(page, lang);
  if (command != "import") return;
  append_import_columns(page, lang);
  append_usual_names(page, lang);
}

}  // namespace hazcheck
