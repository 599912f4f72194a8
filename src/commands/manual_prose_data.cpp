// The pages on data that leaves and enters: export and import. Must not repeat an option's text.
#include "commands/manual_pages.hpp"

namespace hazcheck {

const Label kExportProse{R"(
# FILES
Every table is a CSV file whose first column is the campaign; `datapackage.json` says its columns, types, keys and which table they lead to (Frictionless). `tables.sql` makes the tables, `load-sqlite.sql`, `load-postgresql.sql` and `load-duckdb.sql` read the files into them, `views.sql` computes the figures.
: units, unit_traits, people, subjects
the roster
: rounds, departments, severities, codes
the campaign
: sections, items
the checklists
: records, answers, answer_values, answer_subjects
what was inspected
: hazards, plans, events, followups
what was found, and what became of it

# ASKING IN SQL
In the folder that was written:

    sqlite3 ../register.db < load-sqlite.sql
    sqlite3 -header ../register.db "UPDATE as_of SET day = '2020-05-18'; SELECT * FROM status_by_section;"

The exports of many districts are loaded into one database, one after the other. `status_total` has a row a campaign, `status_everything` the sum; `status_by_unit` and the like, `flows`, `coverage` and `accuracy` are the reports. Their figures are those of hazcheck-figures(7).
)",
                         R"(
# 文件
每张表是一个 CSV，第一列为行动代码；`datapackage.json` 写明列、类型、主键和外键（Frictionless）。`tables.sql` 建表，`load-sqlite.sql`、`load-postgresql.sql`、`load-duckdb.sql` 装载数据，`views.sql` 计算指标。
: units、unit_traits、people、subjects
名册
: rounds、departments、severities、codes
行动文件
: sections、items
检查表
: records、answers、answer_values、answer_subjects
检查记录与作答
: hazards、plans、events、followups
隐患及其处理过程

# 用 SQL 查询
在导出的文件夹中：

    sqlite3 ../register.db < load-sqlite.sql
    sqlite3 -header ../register.db "UPDATE as_of SET day = '2020-05-18'; SELECT * FROM status_by_section;"

各区的导出可依次装入同一数据库。`status_total` 每个行动一行，`status_everything` 为合计；`status_by_unit` 等以及 `flows`、`coverage`、`accuracy` 对应各报表，口径见 hazcheck-figures(7)。
)"};

const Label kImportProse{R"(
# THE MAP
Headers that are not understood, and words of the ledger that are no ids, are explained in a YAML file. A column is named as in hazcheck-list(1); `-` leaves it out.

    columns: {问题详情: description, 联系电话: "-"}
    units: {一中: sl-yizhong}
    rounds: {第一轮: self}
    sections: {消防: fire}
    severities: {较大: major}
    defaults: {round: self, section: fire, by: 赵敏, inspectors: [张三], funding_source: 公用经费}

`--dry-run` shows how every column is understood and which rows have no place: begin with it, and write the map from what it says. Titles of units, rounds and sections are understood without a map.
)",
                         R"(
# 对照文件
认不出的表头，以及台账中不是代码的写法，用一个 YAML 文件说明。列名与 hazcheck-list(1) 相同，`-` 表示不用该列。

    columns: {问题详情: description, 联系电话: "-"}
    units: {一中: sl-yizhong}
    rounds: {第一轮: self}
    sections: {消防: fire}
    severities: {较大: major}
    defaults: {round: self, section: fire, by: 赵敏, inspectors: [张三], funding_source: 公用经费}

先用 `--dry-run` 查看各列如何理解、哪些行无处安放，再据此编写对照文件。单位、轮次、领域的名称不用对照即可识别。
)"};

}  // namespace hazcheck
