// Walks the three trees side by side and writes what `theirs` changed into the lines of `ours`. Must not decide what a
// valid record is: the rules look at the result.
#include "write/merge.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "write/merge_log.hpp"
#include "write/merge_text.hpp"

namespace hazcheck {
namespace {

const Node* value_of(const Node* mapping, std::string_view key) {
  if (mapping == nullptr || !mapping->is_mapping()) return nullptr;
  for (std::size_t i = 0; i + 1 < mapping->children.size(); i += 2)
    if (mapping->children[i].text == key) return &mapping->children[i + 1];
  return nullptr;
}

bool same(const Node* a, const Node* b) { return a != nullptr && b != nullptr && meaning_of(*a) == meaning_of(*b); }

// By what the elements of a list are told apart; empty: not at all.
std::string_view identity_of(std::string_view list) {
  if (list == "hazards" || list == "units" || list == "sections" || list == "items" || list == "rounds") return "id";
  return list == "followups" ? "hazard" : "";
}

bool block_mapping(const Node* n) { return n != nullptr && n->is_mapping() && !n->flow && !n->children.empty(); }
bool block_list(const Node* n) { return n != nullptr && n->is_sequence() && !n->flow && !n->children.empty(); }
bool flow_mapping(const Node* n) { return n != nullptr && n->is_mapping() && n->flow; }

std::span<const Node> elements_of(const Node* list) {
  return list != nullptr && list->is_sequence() ? list->children : std::span<const Node>();
}

// Blank lines and comments only.
bool says_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at)) {
    at = text.find_first_not_of(" \r\n", at);
    if (at != std::string_view::npos && text[at] != '#') return false;
  }
  return true;
}

class Merge {
 public:
  Merge(const MergeSide& base, const MergeSide& ours, const MergeSide& theirs, const MergeOptions& options)
      : base_(base), ours_(ours), theirs_(theirs), options_(options) {}

  std::optional<Merged> run() {
    if (!block_mapping(ours_.root) || !block_mapping(theirs_.root) || !mapping(base_.root, *ours_.root, *theirs_.root))
      return std::nullopt;
    Merged merged{edits_.apply(ours_.text), conflicts_};
    // What one side left the other took out: no record remains, and git's own merge asks.
    if (says_nothing(merged.text)) return std::nullopt;
    // A comment belongs to lines, which git's own merge compares. (Without a base both wrote the template's.)
    if (base_.root != nullptr && !keeps_comments(base_.text, ours_.text, theirs_.text, merged.text))
      return std::nullopt;
    return merged;
  }

 private:
  // ---- lines ----
  std::string theirs_lines(const Lines& lines, std::size_t column) const { return moved(theirs_.text, lines, column); }

  std::string marked(const std::string& ours, const std::string& theirs) const {
    const auto mark = [&](char c) { return std::string(options_.marker_size, c); };
    return mark('<') + " " + std::string(options_.ours) + "\n" + ours + mark('=') + "\n" + theirs + mark('>') + " " +
           std::string(options_.theirs) + "\n";
  }

  // Both sides changed it; either may have taken it out.
  void conflict(const std::optional<Lines>& ours, const std::optional<Lines>& theirs, std::size_t at,
                std::size_t column) {
    ++conflicts_;
    const std::size_t begin = ours ? ours->begin : at, end = ours ? ours->end : at;
    const std::string mine = ours ? moved(ours_.text, *ours, ours->column) : "";
    edits_.replace(begin, end, marked(mine, theirs ? theirs_lines(*theirs, column) : ""));
  }

  // Tries `merge`; takes back what it did where it says that it cannot.
  template <class F>
  bool attempt(const F& merge) {
    const std::size_t edits = edits_.size(), conflicts = conflicts_;
    if (merge()) return true;
    edits_.take_back(edits);
    conflicts_ = conflicts;
    return false;
  }

  // ---- block mappings: false where a change cannot be written as whole lines of this mapping ----
  bool mapping(const Node* base, const Node& ours, const Node& theirs) {
    for (std::size_t i = 0; i + 1 < ours.children.size(); i += 2)
      if (!entry(base, ours, theirs, i)) return false;
    std::optional<Lines> last;  // of the entry of ours that the one at hand comes behind
    for (std::size_t i = 0; i + 1 < theirs.children.size(); i += 2) {
      const Node& key = theirs.children[i];
      if (const Node* mine = value_of(&ours, key.text)) {
        last = lines_of_entry(ours_.text, key_of(ours, *mine), *mine);
        if (!last) return false;
        continue;
      }
      const Node* was = value_of(base, key.text);
      if (same(was, &theirs.children[i + 1])) continue;
      const std::optional<Lines> lines = lines_of_entry(theirs_.text, key, theirs.children[i + 1]);
      if (!last) last = lines_of_entry(ours_.text, ours.children[0], ours.children[1]);
      if (!lines || lines->first_of_element || !last) return false;
      if (was != nullptr) conflict(std::nullopt, lines, last->end, last->column);
      else edits_.insert(last->end, theirs_lines(*lines, last->column));
    }
    return true;
  }

  static const Node& key_of(const Node& mapping, const Node& value) {
    return mapping.children[static_cast<std::size_t>(&value - mapping.children.data()) - 1];
  }

  bool entry(const Node* base, const Node& ours, const Node& theirs, std::size_t i) {
    const Node &key = ours.children[i], &mine = ours.children[i + 1];
    const Node *was = value_of(base, key.text), *other = value_of(&theirs, key.text);
    if (other == nullptr && was == nullptr) return true;
    if (same(&mine, other) || same(was, other)) return true;
    const std::optional<Lines> lines = lines_of_entry(ours_.text, key, mine);
    std::optional<Lines> others;
    if (other != nullptr) others = lines_of_entry(theirs_.text, key_of(theirs, *other), *other);
    if (!lines || (other != nullptr && !others)) return false;
    if (same(was, &mine)) {
      if (other != nullptr && single_line(ours_.text, mine) && single_line(theirs_.text, *other)) {
        edits_.replace(mine.at.begin, end_of_node(ours_.text, mine), std::string(text_of(theirs_.text, *other)));
        return true;
      }
      if (lines->first_of_element || (others && others->first_of_element)) return false;
      edits_.replace(lines->begin, lines->end, others ? theirs_lines(*others, lines->column) : "");
      return true;
    }
    if (other != nullptr && attempt([&] { return both(key.text, was, mine, *other); })) return true;
    if (lines->first_of_element || (others && others->first_of_element)) return false;
    conflict(lines, others, 0, lines->column);
    return true;
  }

  // Two values that both sides changed, or brought.
  bool both(std::string_view name, const Node* was, const Node& mine, const Node& other) {
    if (block_mapping(&mine) && block_mapping(&other)) return mapping(was, mine, other);
    if (flow_mapping(&mine) && other.is_mapping()) return flow(was, mine, other);
    if (!block_list(&mine) || !block_list(&other)) return false;
    return name == "log" ? log(was, mine, other) : list(identity_of(name), was, mine, other);
  }

  static std::string_view text_of(std::string_view text, const Node& node) {
    return text.substr(node.at.begin, end_of_node(text, node) - node.at.begin);
  }

  // A value that stands on its key's line and can be put in another's place.
  static bool single_line(std::string_view text, const Node& node) {
    if (node.is_null() || (!node.is_scalar() && !node.flow) || (node.is_scalar() && node.style == ScalarStyle::block))
      return false;
    return text_of(text, node).find('\n') == std::string_view::npos;
  }

  // ---- a flow mapping: fields that each side changed for itself; no room for markers, so anything else is false ----
  bool flow(const Node* base, const Node& ours, const Node& theirs) {
    if (ours.children.empty()) return false;
    for (std::size_t i = 0; i + 1 < ours.children.size(); i += 2) {
      const Node& mine = ours.children[i + 1];
      const Node *was = value_of(base, ours.children[i].text), *other = value_of(&theirs, ours.children[i].text);
      if (same(&mine, other) || (was == nullptr && other == nullptr) || same(was, other)) continue;
      if (other == nullptr || !same(was, &mine)) return false;
      if (!single_line(ours_.text, mine) || !single_line(theirs_.text, *other)) return false;
      edits_.replace(mine.at.begin, end_of_node(ours_.text, mine), std::string(text_of(theirs_.text, *other)));
    }
    std::string added;
    for (std::size_t i = 0; i + 1 < theirs.children.size(); i += 2) {
      const Node &key = theirs.children[i], &other = theirs.children[i + 1];
      if (value_of(&ours, key.text) != nullptr) continue;
      const Node* was = value_of(base, key.text);
      if (same(was, &other)) continue;
      if (was != nullptr || !single_line(theirs_.text, other)) return false;
      added.append(", ").append(text_of(theirs_.text, key)).append(": ").append(text_of(theirs_.text, other));
    }
    if (!added.empty()) edits_.insert(end_of_node(ours_.text, ours.children.back()), added);
    return true;
  }

  // ---- lists whose elements have names ----
  static const Node* find(std::span<const Node> elements, std::string_view by, std::string_view name) {
    const Node* found = nullptr;
    for (const Node& e : elements)
      if (const Node* n = value_of(&e, by); n != nullptr && n->text == name) found = &e;
    return found;
  }

  // Every element is a mapping with a name of its own.
  static bool told_apart(std::span<const Node> elements, std::string_view by) {
    std::vector<std::string_view> names;
    for (const Node& e : elements) {
      const Node* name = value_of(&e, by);
      if (name == nullptr || !name->is_scalar()) return false;
      names.push_back(name->text);
    }
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
  }

  bool list(std::string_view by, const Node* was, const Node& mine, const Node& other) {
    if (by.empty() || !told_apart(mine.children, by) || !told_apart(other.children, by) ||
        !told_apart(elements_of(was), by))
      return false;
    for (const Node& e : mine.children) {
      const std::string_view name = value_of(&e, by)->text;
      if (!element(find(elements_of(was), by, name), e, find(other.children, by, name))) return false;
    }
    const std::optional<Lines> last = lines_of_element(ours_.text, mine.children.back());
    if (!last) return false;
    for (const Node& e : other.children) {
      const std::string_view name = value_of(&e, by)->text;
      const Node* before = find(elements_of(was), by, name);
      if (find(mine.children, by, name) != nullptr || same(before, &e)) continue;
      const std::optional<Lines> lines = lines_of_element(theirs_.text, e);
      if (!lines) return false;
      if (before != nullptr) conflict(std::nullopt, lines, last->end, last->column);
      else edits_.insert(last->end, theirs_lines(*lines, last->column));
    }
    return true;
  }

  bool element(const Node* was, const Node& mine, const Node* other) {
    if (other == nullptr && was == nullptr) return true;
    if (same(&mine, other) || same(was, other)) return true;
    const std::optional<Lines> lines = lines_of_element(ours_.text, mine);
    std::optional<Lines> others;
    if (other != nullptr) others = lines_of_element(theirs_.text, *other);
    if (!lines || (other != nullptr && !others)) return false;
    if (same(was, &mine)) {
      edits_.replace(lines->begin, lines->end, others ? theirs_lines(*others, lines->column) : "");
      return true;
    }
    // Two that only share their name are not the same thing.
    if (was != nullptr && other != nullptr && attempt([&] { return both("", was, mine, *other); })) return true;
    conflict(lines, others, 0, lines->column);
    return true;
  }

  // ---- the log ----
  bool log(const Node* was, const Node& mine, const Node& other) {
    for (const LogStep& step : merge_log(elements_of(was), mine.children, other.children)) {
      std::optional<Lines> lines, others;
      if (step.ours != nullptr && !(lines = lines_of_element(ours_.text, *step.ours))) return false;
      if (step.theirs != nullptr && !(others = lines_of_element(theirs_.text, *step.theirs))) return false;
      const Node& neighbour = step.behind != nullptr ? *step.behind : mine.children.front();
      const std::optional<Lines> place = lines_of_element(ours_.text, neighbour);
      if (!place) return false;
      const std::size_t at = step.behind != nullptr ? place->end : place->begin;
      if (step.conflict) conflict(lines, others, at, place->column);
      else if (lines) edits_.replace(lines->begin, lines->end, others ? theirs_lines(*others, lines->column) : "");
      else edits_.insert(at, theirs_lines(*others, place->column));
    }
    return true;
  }

  const MergeSide &base_, &ours_, &theirs_;
  const MergeOptions& options_;
  Edits edits_;
  std::size_t conflicts_ = 0;
};

}  // namespace

std::optional<Merged> merge_records(const MergeSide& base, const MergeSide& ours, const MergeSide& theirs,
                                    const MergeOptions& options) {
  if (theirs.text == base.text || theirs.text == ours.text) return Merged{std::string(ours.text), 0};
  if (ours.text == base.text) return Merged{std::string(theirs.text), 0};
  return Merge(base, ours, theirs, options).run();
}

}  // namespace hazcheck
