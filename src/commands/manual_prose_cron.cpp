// The page on reports at fixed times. Must agree with scripts/weekly-report, which has no table of options.
#include "commands/manual_pages.hpp"

// Shown in both languages.
#define CRONTAB                                                                    \
  "    MAILTO=safety@example.org\n"                                                \
  "    CONTENT_TYPE=\"text/plain; charset=utf-8\"\n"                               \
  "\n"                                                                             \
  "    0 7 * * 1   /usr/local/share/doc/hazcheck/weekly-report --pull \\\n"        \
  "                    --lang zh --csv /srv/reports /srv/hazards\n"                \
  "    30 7 * * *  hazcheck -C /srv/hazards --lang zh status --max overdue=0 \\\n" \
  "                    --output /dev/null || hazcheck -C /srv/hazards --lang zh list --overdue\n"

namespace hazcheck {

const Label kCronProse{R"x(# SYNOPSIS
weekly-report [--pull] [--csv FOLDER] [--lang LANG] [--as-of DAY] WORKSPACE

# DESCRIPTION
cron(8) mails what a job prints. `weekly-report`, in the folder `scripts` of the source and of the installed documentation, is a small shell script made for that: it prints the report of the last whole week as hazcheck-report(1) gives it, and leaves the same as CSV files.

It needs nothing of its environment: PATH may be `/usr/bin:/bin`, HOME and LANG may be unset, and there need not be a terminal. Two runs on one workspace wait for each other, and every file appears whole or not at all, so that nobody reads half a report.

In turn it brings the work tree up to date where it is asked to, counts what hazcheck-validate(1) finds, makes the report with `--keep-going`, and prints it. What the workspace's errors leave out stands first in the report; the last line then counts them.

# OPTIONS
: --pull
First run `git pull --ff-only`. Where that fails, a stale report would mislead: there is none.
: --csv FOLDER
Write `WEEK-weekly.csv` (the week in one row), `WEEK-units.csv` (a row a unit) and `WEEK-ledger.csv` (the ledger as of the week's Sunday) into the folder, which is made if need be. WEEK is an ISO week, as 2020-W20. A week that is reported on again takes the place of its former files.
: --lang LANG
`en`, which is the default, or `zh`
: --as-of DAY
As if it were run on that day.

# ENVIRONMENT
: HAZCHECK
The program, where it is neither beside the script nor in PATH nor in `/usr/local/bin`.

# EXIT STATUS
: 0
The report is complete.
: 1
There are errors in the workspace; the report says what they leave out.
: 2
Wrong usage.
: 3
There is no report. One line on standard error says why.

# EXAMPLES
A crontab that mails last week's report each Monday at 07:00, keeps its CSV files, and each morning mails what is overdue, but only if something is:

)x" CRONTAB R"x(
A crontab's line must be written in one piece; it is broken here for the page.

The report of a week long past:

    weekly-report --as-of 2020-05-18 /srv/hazards
)x",
                       R"x(# 用法
weekly-report [--pull] [--csv 文件夹] [--lang 语言] [--as-of 日期] 工作区

# 说明
cron(8) 会把任务的输出寄出。`weekly-report` 是为此准备的小脚本，在源码的 `scripts` 文件夹和安装后的文档文件夹中：输出上一个完整周的周报（见 hazcheck-report(1)），并另存为 CSV。

它不依赖运行环境：PATH 只有 `/usr/bin:/bin`、没有 HOME 和 LANG、没有终端都可以。同一工作区的两次运行会互相等待；文件要么完整出现要么不出现，不会有人读到半份报表。

依次为：按要求更新工作区，统计 hazcheck-validate(1) 发现的问题，以 `--keep-going` 生成周报并输出。工作区有错误时，略去的内容写在周报开头，最后一行给出错误数。

# 选项
: --pull
先运行 `git pull --ff-only`。失败时不出周报，以免过时的周报误导
: --csv 文件夹
写入 `周次-weekly.csv`（全周一行）、`周次-units.csv`（每单位一行）、`周次-ledger.csv`（截至该周日的台账），文件夹不存在时自动建立。周次为 ISO 周，如 2020-W20；重出同一周时替换原文件
: --lang 语言
`en`（默认）或 `zh`
: --as-of 日期
如同在那一天运行

# 环境变量
: HAZCHECK
程序位置；程序不在脚本旁、PATH 或 `/usr/local/bin` 中时使用

# 退出码
: 0
周报完整。
: 1
工作区有错误，周报列明略去了什么。
: 2
用法错误。
: 3
没有出周报，原因见标准错误的一行说明。

# 示例
每周一 07:00 寄出上周周报并保存 CSV；每天早上有逾期时才寄出逾期清单：

)x" CRONTAB R"x(
crontab 中每条须写在一行，这里为排版而分行。

过去某周的周报：

    weekly-report --as-of 2020-05-18 /srv/hazards
)x"};

}  // namespace hazcheck
