// What the command tables cannot say: environment, files, output formats, git. Must not repeat an option's text.
#include <span>

#include "commands/manual_pages.hpp"

// Shown in both languages.
#define CI_EXAMPLES                                                                             \
  "    # .github/workflows/records.yml\n"                                                       \
  "    on: pull_request\n"                                                                      \
  "    jobs:\n"                                                                                 \
  "      validate:\n"                                                                           \
  "        runs-on: ubuntu-latest\n"                                                            \
  "        container: debian:12\n"                                                              \
  "        permissions: {contents: read, security-events: write}\n"                             \
  "        steps:\n"                                                                            \
  "          - run: apt-get update -qq && apt-get install -y -qq git\n"                         \
  "          - uses: actions/checkout@v4\n"                                                     \
  "            with: {fetch-depth: 0}\n"                                                        \
  "          - run: apt-get install -y -qq ./hazcheck.deb\n"                                    \
  "          - run: hazcheck validate --format github --against \"origin/$GITHUB_BASE_REF\"\n"  \
  "          - if: always()\n"                                                                  \
  "            run: hazcheck validate --format sarif --output hazcheck.sarif || true\n"         \
  "          - if: always()\n"                                                                  \
  "            uses: github/codeql-action/upload-sarif@v3\n"                                    \
  "            with: {sarif_file: hazcheck.sarif}\n"                                            \
  "\n"                                                                                          \
  "    # .gitlab-ci.yml\n"                                                                      \
  "    validate:\n"                                                                             \
  "      image: debian:12\n"                                                                    \
  "      variables: {GIT_DEPTH: 0}\n"                                                           \
  "      before_script: [apt-get update -qq, apt-get install -y -qq git ./hazcheck.deb]\n"      \
  "      script: hazcheck validate --against \"origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME\"\n" \
  "      rules: [{if: $CI_PIPELINE_SOURCE == \"merge_request_event\"}]\n"

namespace hazcheck {
namespace {

constexpr Label kReportFindings{"A row's figure broke a bound of `--max` or `--min`.",
                                "有一行的指标超出 `--max` 或 `--min` 的界限。"};
constexpr Label kDifferences{"`--exit-code` was given, and there are differences.", "给出了 `--exit-code` 且有差异。"};

constexpr Label kValidateText{R"(
# OUTPUT
: text
One finding a line, `PATH:LINE:COLUMN: SEVERITY: MESSAGE [CODE]`, then the line of the file with a caret below the place, help, and notes that point elsewhere. Lines and columns count from 1, columns in characters.
: json
One object: `diagnostics`, a list, and `summary` with `files`, `errors`, `warnings` and `notes`. A diagnostic has `code`, `name`, `severity` (error, warning, note), `path`, `line`, `column`, `end_line`, `end_column` (null where there is no place; the end is behind the last character), `message` in the language of the call, `messages` with `en` and `zh`, `help` (null where there is none), and `notes`, each with a place and a message of the same keys. Keys are only ever added.
: sarif
SARIF 2.1.0, for code scanning. The driver's rules carry description, reason and examples; the other language is its translation. Paths are relative to `SRCROOT`, columns count code points.
: github
Workflow commands, `::error file=…`, that GitHub Actions shows beside the lines of a pull request.

Findings are sorted by path, place and code. The summary line goes to standard error.
)",
                              R"(
# 输出格式
: text
每个问题一行：`路径:行:列: 严重程度: 说明 [代码]`，其后是该行原文和指示位置的 ^、改法，以及指向别处的说明。行、列从 1 起，列按字符计。
: json
一个对象：`diagnostics` 为列表，`summary` 含 `files`、`errors`、`warnings`、`notes`。每条含 `code`、`name`、`severity`（error、warning、note）、`path`、`line`、`column`、`end_line`、`end_column`（没有位置时为 null，结尾指最后一个字符之后）、`message`（所选语言）、`messages`（`en` 与 `zh`）、`help`（没有时为 null），以及 `notes`（各有位置和说明，键名相同）。键只增不减。
: sarif
SARIF 2.1.0，供代码扫描平台使用。规则含说明、理由和示例，另一种语言作为译文。路径相对于 `SRCROOT`，列按码点计。
: github
工作流命令 `::error file=…`，GitHub Actions 会显示在合并请求的相应行旁。

问题按路径、位置、代码排序。汇总行输出到标准错误。
)"};

constexpr Label kReportText{R"(
# OUTPUT
`--format text` is for people and fits the terminal; `csv` and `json` are for programs and never change with width or language. CSV is UTF-8 with commas, LF and RFC 4180 quoting, one header row, dates as `YYYY-MM-DD`, flags 0 or 1. JSON is `{"meta": {…}, "rows": [{"COLUMN": VALUE}]}` with the same column names, numbers as numbers, null where there is no value.

`--excel` writes what spreadsheets need: a byte order mark, CRLF, and `'` before text that would be taken for a formula.

A workspace with errors is refused, with exit status 3; `--keep-going` reports on what is sound and says what it left out.
)",
                            R"(
# 输出格式
`--format text` 供人阅读，随终端宽度排版；`csv`、`json` 供程序使用，不随宽度和语言变化。CSV 为 UTF-8、逗号分隔、LF 换行，按 RFC 4180 加引号，一行表头，日期为 `YYYY-MM-DD`，是否为 0 或 1。JSON 为 `{"meta": {…}, "rows": [{"列": 值}]}`，列名相同，数字为数字，没有值为 null。

`--excel` 供电子表格使用：带 BOM、CRLF 换行，可能被当作公式的文字前加 `'`。

工作区有错误时不出报表，退出码为 3；`--keep-going` 只就无误部分出报表，并列明略去了什么。
)"};

constexpr Label kInitText{R"(
# FILES
Writes `hazcheck.yaml`, `roster.yaml`, `checklists/school-safety.yaml`, `.gitattributes`, and the editor's schemas under `.hazcheck/schema/`. Each YAML file opens with the line by which editors find its schema; see hazcheck-schema(1). What `--hook` installs is in hazcheck-git(7).
)",
                          R"(
# 文件
写入 `hazcheck.yaml`、`roster.yaml`、`checklists/school-safety.yaml`、`.gitattributes`，以及编辑器用的 `.hazcheck/schema/`。各 YAML 文件首行指明其模式文件，见 hazcheck-schema(1)。`--hook` 安装的内容见 hazcheck-git(7)。
)"};

constexpr Label kSchemaText{R"(
# EDITORS
Editors with yaml-language-server (VS Code with the YAML extension, Neovim, Emacs and others) complete keys and values, show what they mean, and mark structural faults, in files that open with

    # yaml-language-server: $schema=../../.hazcheck/schema/record.json

`hazcheck init` and `hazcheck new` write that line. The schemas of a workspace know its rounds, units, people, sections and items, and offer them; run `hazcheck schema --update` after the roster or the checklist has changed. Outside a workspace the schema is the general one, which is also installed under `share/hazcheck/schema`.

The schema (draft 7) knows shapes only; `hazcheck validate` has the last word.
)",
                            R"(
# 编辑器
装有 yaml-language-server 的编辑器（VS Code 的 YAML 扩展、Neovim、Emacs 等）在首行如下的文件中补全键和值、显示含义并标出结构错误：

    # yaml-language-server: $schema=../../.hazcheck/schema/record.json

`hazcheck init`、`hazcheck new` 会写上这一行。工作区的模式文件含有其轮次、单位、人员、领域和检查项，供补全使用；名册或检查表改动后运行 `hazcheck schema --update`。不在工作区时输出通用模式，它也安装在 `share/hazcheck/schema` 中。

模式（draft 7）只管结构，最终以 `hazcheck validate` 为准。
)"};

constexpr Label kCompletionText{R"x(
# SETTING IT UP
An installed hazcheck has these in place: bash needs the package bash-completion, zsh and fish need nothing. By hand:

    eval "$(hazcheck completion bash)"          # in ~/.bashrc
    hazcheck completion zsh > ~/.zfunc/_hazcheck   # a folder in fpath
    hazcheck completion fish > ~/.config/fish/completions/hazcheck.fish

Commands, options and their values complete, and from the workspace rounds, units, items, sections, and revisions from git.
)x",
                                R"x(
# 启用
安装后即可用：bash 需要 bash-completion 软件包，zsh、fish 无需其他。手工启用：

    eval "$(hazcheck completion bash)"          # 写入 ~/.bashrc
    hazcheck completion zsh > ~/.zfunc/_hazcheck   # fpath 中的文件夹
    hazcheck completion fish > ~/.config/fish/completions/hazcheck.fish

可补全命令、选项及其取值，以及工作区中的轮次、单位、检查项、领域和 git 版本。
)x"};

constexpr CommandProse kProse[] = {
    {"init", kInitText, {}},
    {"validate",
     kValidateText,
     {"There are errors; with `--strict`, errors or warnings.", "有错误；用 `--strict` 时，有错误或警告。"}},
    {"status", kReportText, kReportFindings},
    {"list", kReportText, kReportFindings},
    {"report", kReportText, kReportFindings},
    {"report weekly", {}, kReportFindings},
    {"report coverage", {}, kReportFindings},
    {"report accuracy", {}, kReportFindings},
    {"report trend", {}, kReportFindings},
    {"report writeoffs", {}, kReportFindings},
    {"report unit", {}, kReportFindings},
    {"diff", {}, kDifferences},
    {"changes", {}, kDifferences},
    {"schema", kSchemaText, {}},
    {"completion", kCompletionText, {}},
};

}  // namespace

const CommandProse* prose_of(std::string_view command) {
  static const CommandProse kLedgers[] = {
      {"export", kExportProse, {}},
      {"import", kImportProse, {"Rows were left out; each was named with the reason.", "有略去的行，已逐行说明原因。"}},
  };
  for (std::span<const CommandProse> part :
       {std::span<const CommandProse>(kProse), std::span<const CommandProse>(kLedgers)})
    for (const CommandProse& p : part)
      if (p.command == command) return &p;
  return nullptr;
}

const Label kOverviewProse{
    R"(hazcheck keeps a campaign of safety inspections as YAML files in a git repository. It checks every record before it is committed and says file, line, cause and cure; it follows every hazard from the day it was found over its plan and rectification to its write-off; and it reports, as of any day, without anything being stored twice.

A workspace is a folder with `hazcheck.yaml`. `hazcheck init` makes one, `hazcheck new ROUND UNIT` writes a record to fill in, `hazcheck validate` checks, `hazcheck status` and `hazcheck report` tell where things stand.

# ENVIRONMENT
: LC_ALL, LC_MESSAGES, LANG
The first that is set decides the language: Chinese where it starts with `zh`, else English. `--lang` overrides it. Output is UTF-8 always.
: NO_COLOR, TERM
No colour where NO_COLOR is set or TERM is `dumb`, unless `--color always`.
: TZ
What today is.
: GIT_DIR, GIT_INDEX_FILE
Honoured as git does, so that hooks see the right index.

# FILES
: hazcheck.yaml
the campaign, hazcheck-campaign(5)
: roster.yaml
the inspected units, hazcheck-roster(5)
: checklists/*.yaml
what is inspected, hazcheck-checklist(5)
: records/ROUND/UNIT.yaml
one inspection, hazcheck-record(5)
: .hazcheck/schema/*.json
for editors, hazcheck-schema(1)

# EXAMPLES
A new workspace, a first record, and what it holds:

    mkdir district && cd district && git init
    hazcheck init
    hazcheck new self shili-chuzhong
    hazcheck validate
    hazcheck status --by unit
)",
    R"(hazcheck 把一次安全专项排查保存为 git 仓库中的 YAML 文件。提交前校验每份记录，指出文件、行号、原因和改法；跟踪每条隐患从发现、计划、整改到销项的全过程；可按任意一天出报表，任何内容都不重复存放。

含有 `hazcheck.yaml` 的文件夹就是工作区。`hazcheck init` 建立工作区，`hazcheck new 轮次 单位` 生成待填写的记录，`hazcheck validate` 校验，`hazcheck status` 和 `hazcheck report` 说明进展。

# 环境变量
: LC_ALL、LC_MESSAGES、LANG
取最先设置的一个：以 `zh` 开头时用中文，否则用英文；`--lang` 优先。输出总是 UTF-8。
: NO_COLOR、TERM
设置了 NO_COLOR 或 TERM 为 `dumb` 时不用颜色，除非写明 `--color always`。
: TZ
决定今天是哪一天。
: GIT_DIR、GIT_INDEX_FILE
与 git 的用法一致，使钩子看到正确的暂存区。

# 文件
: hazcheck.yaml
专项文件，见 hazcheck-campaign(5)
: roster.yaml
名册，见 hazcheck-roster(5)
: checklists/*.yaml
检查表，见 hazcheck-checklist(5)
: records/轮次/单位.yaml
检查记录，见 hazcheck-record(5)
: .hazcheck/schema/*.json
供编辑器使用，见 hazcheck-schema(1)

# 示例
新建工作区、第一份记录，并查看情况：

    mkdir district && cd district && git init
    hazcheck init
    hazcheck new self shili-chuzhong
    hazcheck validate
    hazcheck status --by unit
)"};

const Label kGitProse{R"x(# DESCRIPTION
A workspace is plain text, and git keeps its history: who changed which record when. hazcheck reads that history and helps git to show and merge records.

# SETTING UP A CLONE
Hooks and drivers are settings of a clone, not of the history: everybody runs this once in a clone of their own.

    hazcheck init --hook

It never writes over a hook or a setting that is already there; what it leaves alone it names, with the line to add by hand. A second call changes nothing.

# HOOKS
: pre-commit
`hazcheck validate --staged`: checks what is about to be committed, not what lies in the work tree, with the history rules against HEAD. Errors stop the commit; `git commit --no-verify` passes by. Git does not tell a hook that a commit is amended: `HAZCHECK_AGAINST=HEAD^ git commit --amend`
: pre-merge-commit
the same for a merge that git makes by itself, against every side of it
: post-merge
checks the merged workspace and says what came of it; nothing can be stopped any more

# CHECKING HISTORY
`hazcheck validate --against REV` adds the rules of HZ7: a hazard must not vanish, an event that was committed must not be rewritten, a due must not move without `deferred`. While the record was a draft at REV these are warnings, and so is an event that says why with `corrected`. In continuous integration, for a branch:

    hazcheck validate --against origin/main

On a server, `hazcheck validate --range OLD..NEW` holds every commit of a push against the one before it.

# CONTINUOUS INTEGRATION
`--format github` puts the findings beside the lines of a pull request, `--format sarif` into code scanning. Both need the whole history, for `--against`.

)x" CI_EXAMPLES R"x(
# READABLE DIFFS
With `diff=hazcheck` in `.gitattributes` (init writes it) and the driver set in the clone, `git diff` and `git log -p` show records as `hazcheck show FILE` prints them: stable plain text, one fact a line, whatever the order and style of the YAML. By hand:

    git config diff.hazcheck.textconv 'hazcheck show'
    git config merge.hazcheck.driver 'hazcheck merge --marker-size=%L %O %A %B %P'

Where the driver is not set, git shows its usual diff.

# MERGING
With `merge=hazcheck`, two branches that changed one record are merged by hazard, answer and log entry: different hazards, or entries added to one log on both sides, merge without a conflict. What both sides changed differently stays a conflict with the usual marks, in that place only. Where a comment of either side would be lost that way, git's merge by lines is taken instead.

# ASKING FOR THE PAST
`--rev REV` reports on a revision in place of the work tree, `--as-of DATE` on a day: the first asks what was known, the second what was so. `hazcheck changes REV..REV` lists what became of the register between two revisions.
)x",
                      R"x(# 说明
工作区是纯文本，由 git 保存历史：谁、何时、改了哪份记录。hazcheck 读取这些历史，并帮助 git 显示和合并记录。

# 在本机启用
钩子和驱动属于各自的克隆，不随历史传递，每人在自己的克隆中运行一次：

    hazcheck init --hook

已有的钩子和设置不会被覆盖；凡是保留未动的都会列出，并给出要手工添加的内容。再次运行不会有变化。

# 钩子
: pre-commit
运行 `hazcheck validate --staged`：校验即将提交的内容（不是工作区中的），并以 HEAD 为准校验历史规则。有错误时不予提交；`git commit --no-verify` 可跳过。修补提交时 git 不会告知钩子，请用 `HAZCHECK_AGAINST=HEAD^ git commit --amend`
: pre-merge-commit
git 自动合并提交时同样校验，与合并的各方逐一比较
: post-merge
校验合并后的工作区并说明结果，此时已无法阻止

# 校验历史
`hazcheck validate --against 版本` 另加 HZ7 规则：隐患不得消失，已提交的事件不得改写，没有 `deferred` 不得改期限。当时还是草稿的记录只给警告，用 `corrected` 写明原因的事件也只给警告。在持续集成中校验分支：

    hazcheck validate --against origin/main

在服务器上，`hazcheck validate --range 旧..新` 把一次推送中的每个提交与前一个比较。

# 持续集成
`--format github` 把问题显示在合并请求的相应行旁，`--format sarif` 供代码扫描使用。`--against` 需要完整的历史。

)x" CI_EXAMPLES R"x(
# 可读的差异
`.gitattributes` 中有 `diff=hazcheck`（由 init 写入）且本机设置了驱动时，`git diff`、`git log -p` 按 `hazcheck show 文件` 的形式显示记录：一行一事，不受 YAML 顺序和写法影响。手工设置：

    git config diff.hazcheck.textconv 'hazcheck show'
    git config merge.hazcheck.driver 'hazcheck merge --marker-size=%L %O %A %B %P'

没有设置时，git 显示普通差异。

# 合并
有 `merge=hazcheck` 时，两个分支对同一记录的改动按隐患、作答和处理记录逐条合并：改动不同的隐患，或双方各自添加处理记录，不会冲突。双方对同一处改得不同时才冲突，且只在该处留下标记。如这样合并会丢失某一方的注释，则改由 git 按行合并。

# 查询过去
`--rev 版本` 按某个版本而不是工作区出报表，`--as-of 日期` 按某一天：前者是当时所知，后者是当时实况。`hazcheck changes 版本..版本` 列出两个版本之间台账的变化。
)x"};

}  // namespace hazcheck
