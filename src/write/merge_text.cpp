// Line arithmetic on the spans of a tree. Must tolerate any layout that the reader accepts, if only by giving up.
#include "write/merge_text.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace hazcheck {
namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t newline = text.find('\n', at);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Takes the comment lines directly above that stand in the same column.
void take_comments(std::string_view text, Lines& lines) {
  while (lines.begin > 0) {
    const std::size_t above = line_begin(text, lines.begin - 1);
    const std::string_view line = text.substr(above, lines.begin - above);
    const std::size_t hash = line.find_first_not_of(' ');
    if (hash != lines.column || line[hash] != '#') return;
    lines.begin = above;
  }
}

std::size_t end_of(std::string_view text, const Node& value) {
  const std::size_t end = end_of_node(text, value);
  // A block scalar may end at a line's very end, with the newline not part of it.
  return line_end(text, end > 0 && text[end - 1] == '\n' ? end - 1 : end);
}

// In order, each as often as it stands there. A '#' in quotes or in a block of text is taken for one too: what it
// belongs to is merged or asked about as well.
std::vector<std::string_view> comments_of(std::string_view text) {
  std::vector<std::string_view> comments;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n') continue;
    const std::string_view comment = text.substr(at, text.find_first_of("\r\n", at) - at);
    comments.push_back(comment.substr(0, comment.find_last_not_of(' ') + 1));
    at += comment.size() - 1;
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

// What comes from the other side takes the line ends of the file it comes into.
void append_lines(std::string& out, std::string_view text, bool crlf) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' && crlf) out += '\r';
    out += text[i];
  }
}

}  // namespace

std::size_t end_of_node(std::string_view text, const Node& node) {
  const bool collection = node.is_mapping() || node.is_sequence();
  std::size_t at = collection && !node.children.empty() ? end_of_node(text, node.children.back()) : node.at.end;
  at = std::min(at, text.size());
  // A pair between brackets, [a: b], is a mapping without brackets of its own.
  const bool bracketed =
      node.flow && node.at.begin < text.size() && (text[node.at.begin] == '[' || text[node.at.begin] == '{');
  if (!collection || !bracketed) return at;
  // Only blanks, a comma and comments may come before the bracket.
  while (at < text.size() && text[at] != ']' && text[at] != '}') at = text[at] == '#' ? line_end(text, at) : at + 1;
  return std::min(at + 1, text.size());
}

std::optional<Lines> lines_of_entry(std::string_view text, const Node& key, const Node& value) {
  const std::size_t begin = line_begin(text, key.at.begin);
  const std::string_view before = text.substr(begin, key.at.begin - begin);
  Lines lines{begin, std::max(end_of(text, key), end_of(text, value)), before.size(), false};
  if (is_blank(before)) {
    take_comments(text, lines);
    return lines;
  }
  if (before.find_first_not_of(" -") != std::string_view::npos) return std::nullopt;
  lines.first_of_element = true;
  return lines;
}

std::optional<Lines> lines_of_element(std::string_view text, const Node& element) {
  const std::size_t begin = line_begin(text, element.at.begin);
  const std::string_view before = text.substr(begin, element.at.begin - begin);
  const std::size_t dash = before.find('-');
  if (dash == std::string_view::npos || !is_blank(before.substr(0, dash)) || !is_blank(before.substr(dash + 1)))
    return std::nullopt;
  Lines lines{begin, end_of(text, element), dash, false};
  take_comments(text, lines);
  return lines;
}

std::string moved(std::string_view text, const Lines& lines, std::size_t column) {
  std::string out;
  for (std::size_t at = lines.begin; at < lines.end;) {
    const std::size_t next = line_end(text, at);
    std::string_view line = text.substr(at, next - at);
    if (!is_blank(line.substr(0, line.find_first_of("\r\n")))) {
      const std::size_t indent = line.find_first_not_of(' ');
      const std::size_t wanted = indent + column >= lines.column ? indent + column - lines.column : 0;
      out.append(wanted, ' ');
      line.remove_prefix(indent);
    }
    out += line;
    at = next;
  }
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
  return out;
}

std::string meaning_of(const Node& node) {
  if (node.is_null()) return "~";
  if (node.is_scalar()) return "'" + std::to_string(node.text.size()) + ":" + std::string(node.text);
  std::vector<std::string> parts;
  const std::size_t step = node.is_mapping() ? 2 : 1;
  for (std::size_t i = 0; i + step <= node.children.size(); i += step)
    parts.push_back(meaning_of(node.children[i]) + (step == 2 ? "=" + meaning_of(node.children[i + 1]) : ""));
  if (node.is_mapping()) std::sort(parts.begin(), parts.end());
  std::string out = node.is_mapping() ? "{" : "[";
  for (const std::string& part : parts) out += part + ",";
  return out + (node.is_mapping() ? "}" : "]");
}

bool keeps_comments(std::string_view base, std::string_view ours, std::string_view theirs, std::string_view merged) {
  const std::vector<std::string_view> before = comments_of(base), kept = comments_of(merged);
  for (const std::string_view side : {ours, theirs}) {
    const std::vector<std::string_view> there = comments_of(side);
    std::vector<std::string_view> added;
    std::set_difference(there.begin(), there.end(), before.begin(), before.end(), std::back_inserter(added));
    if (!std::includes(kept.begin(), kept.end(), added.begin(), added.end())) return false;
  }
  return true;
}

std::string Edits::apply(std::string_view text) const {
  std::vector<const Edit*> sorted;
  for (const Edit& e : list_) sorted.push_back(&e);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Edit* a, const Edit* b) {
    return std::pair(a->begin, a->end > a->begin) <
           std::pair(b->begin, b->end > b->begin);  // what is put in between comes first
  });
  const std::size_t newline = text.find('\n');
  const bool crlf = newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r';
  std::string out;
  std::size_t at = 0;
  for (const Edit* e : sorted) {
    assert(e->begin >= at && e->end >= e->begin && e->end <= text.size());
    out += text.substr(at, e->begin - at);
    // Lines put behind a last line without a newline.
    if (!e->text.empty() && e->begin == text.size() && !out.empty() && !out.ends_with('\n'))
      out += crlf ? "\r\n" : "\n";
    append_lines(out, e->text, crlf);
    at = e->end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace hazcheck
