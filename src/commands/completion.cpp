// hazcheck completion SHELL prints a script that asks the hidden `hazcheck __complete` at every tab. The scripts know
// nothing of commands and options, so that they never grow old.
#include <ostream>

#include "base/text.hpp"
#include "commands/completion_words.hpp"
#include "commands/registry.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

constexpr std::string_view kBash = R"sh(# bash completion for hazcheck, made by 'hazcheck completion bash'.
_hazcheck() {
    local current=${COMP_WORDS[COMP_CWORD]} answer
    COMPREPLY=()
    answer=$("$1" __complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
    [[ $current == = || $current == : ]] && current=
    local IFS=$'\n'
    case ${answer%%$'\n'*} in
        files)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "$current")) ;;
        folders)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -d -- "$current")) ;;
        words)
            [[ $answer == *$'\n'* ]] && COMPREPLY=(${answer#*$'\n'}) ;;
    esac
}
complete -F _hazcheck hazcheck
)sh";

constexpr std::string_view kZsh = R"sh(#compdef hazcheck
# zsh completion for hazcheck, made by 'hazcheck completion zsh'.
_hazcheck() {
    local -a answer values
    local line word
    answer=("${(@f)$("${(Q)words[1]}" __complete zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    case $answer[1] in
        files) compset -P '*='; _files ;;
        folders) compset -P '*='; _files -/ ;;
        words)
            for line in "${(@)answer[2,-1]}"; do
                word=${line%%$'\t'*}
                values+=("${word//:/\\:}${${line#$word}/$'\t'/:}")
            done
            _describe -V hazcheck values ;;
    esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _hazcheck "$@"
else
    compdef _hazcheck hazcheck
fi
)sh";

constexpr std::string_view kFish = R"sh(# fish completion for hazcheck, made by 'hazcheck completion fish'.
function __hazcheck_complete
    set -l before (commandline -opc)
    set -l program $before[1]
    set -e before[1]
    set -l current (commandline -ct)
    set -q current[1]; or set current ''
    set -l answer ($program __complete fish -- $before "$current" 2>/dev/null)
    set -l offer $answer[1]
    set -e answer[1]
    switch "$offer"
        case files
            __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$current")
        case folders
            __fish_complete_directories (string replace -r '^--[^=]*=' '' -- "$current")
        case words
            printf '%s\n' $answer
    end
end
complete -c hazcheck -f -k -a '(__hazcheck_complete)'
)sh";

int run_completion(Call& call) {
  const std::string shell = call.args.positional(0);
  call.env.out << (shell == "bash" ? kBash : shell == "zsh" ? kZsh : kFish);
  return kOk;
}

bool is_break(const std::string& word) { return !word.empty() && word.find_first_not_of("=:") == std::string::npos; }

// Readline takes "--by=unit" for three words.
std::vector<std::string> joined_words(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  bool glue = false;
  for (const std::string& w : words) {
    if (!out.empty() && (glue || is_break(w))) out.back() += w;
    else out.push_back(w);
    glue = is_break(w);
  }
  return out;
}

int run_complete(Call& call) {
  const bool bash = call.args.positional(0) == "bash";
  std::vector<std::string> line(call.args.positionals().begin() + 1, call.args.positionals().end());
  if (bash) line = joined_words(line);
  const Suggestions found = suggest(call, line);
  constexpr std::string_view kOffers[] = {"words", "files", "folders"};
  std::string out(kOffers[static_cast<std::size_t>(found.offer)]);
  out += '\n';
  for (const Suggestion& s : found.words) {
    if (!bash) out += found.prefix;
    out += printable(s.word);
    // Bash shows no meanings; a shell's list is no place for line breaks.
    if (!bash && !s.means.empty()) out += "\t" + elide(printable(s.means), 60);
    out += '\n';
  }
  call.env.out << out;
  return kOk;
}

constexpr Positional kPositionals[] = {
    {"SHELL", {"bash, zsh or fish", "bash、zsh 或 fish"}, true, false, kShells, Completes::choices}};
constexpr UsageExample kExamples[] = {
    {"hazcheck completion bash", {"the script; an installed hazcheck has it in place", "输出脚本；安装后已自动就位"}},
    {"hazcheck completion fish > ~/.config/fish/completions/hazcheck.fish",
     {"for one user of fish", "供某个 fish 用户使用"}},
};

constexpr Positional kCompletePositionals[] = {
    {"SHELL", {"bash, zsh or fish", "bash、zsh 或 fish"}, true, false, kShells},
    {"WORD", {"the words of the line, the last one being completed", "命令行各词，最后一个待补全"}, false, true}};
constexpr UsageExample kCompleteExamples[] = {
    {"hazcheck __complete bash -- report we", {"offers weekly", "给出 weekly"}},
    {"hazcheck __complete zsh -- status --by=", {"offers the keys, each behind --by=", "给出各分组键，前面带 --by="}},
};

}  // namespace

const Command kCompletion{
    "completion",
    {"print the completion script of a shell", "输出 shell 补全脚本"},
    {"Prints the script by which a shell completes commands, options and their values, and rounds, units, items and sections of the workspace.",
     "输出补全脚本：可补全命令、选项及取值，以及工作区的轮次、单位、检查项和领域。"},
    kPositionals,
    {},
    kExamples,
    run_completion};

const Command kComplete{
    "__complete",
    {"what a shell may offer", "供 shell 补全"},
    {"Called by the completion scripts: prints what may be offered (words, files or folders), then one word a line, with its meaning behind a tab.",
     "由补全脚本调用：先输出可补全的类别（words、files、folders），再每行一个词，制表符后为含义。"},
    kCompletePositionals,
    {},
    kCompleteExamples,
    run_complete,
    true};

}  // namespace hazcheck
