// Pairs the entries of three logs. Must not judge whether the events may follow each other.
#include "write/merge_log.hpp"

#include <algorithm>
#include <string>

#include "write/merge_text.hpp"

namespace hazcheck {
namespace {

struct Item {
  const Node* node;
  std::string says;
  std::string date;
  std::string event;
  bool paired = false;
};
using Items = std::vector<Item>;

std::string text_at(const Node& entry, std::string_view key) {
  if (entry.is_mapping())
    for (std::size_t i = 0; i + 1 < entry.children.size(); i += 2)
      if (entry.children[i].text == key) return std::string(entry.children[i + 1].text);
  return {};
}

Items items_of(std::span<const Node> entries) {
  Items items;
  for (const Node& n : entries) items.push_back({&n, meaning_of(n), text_at(n, "date"), text_at(n, "event")});
  return items;
}

template <class Match>
Item* take(Items& items, const Match& match) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& i) { return !i.paired && match(i); });
  if (found == items.end()) return nullptr;
  found->paired = true;
  return &*found;
}

// For each entry of the base the one it became; null: taken out. What stays unpaired was brought.
std::vector<Item*> became(const Items& base, Items& now) {
  std::vector<Item*> out(base.size(), nullptr);
  for (std::size_t i = 0; i < base.size(); ++i)
    out[i] = take(now, [&](const Item& n) { return n.says == base[i].says; });
  for (std::size_t i = 0; i < base.size(); ++i)
    if (out[i] == nullptr)
      out[i] = take(now, [&](const Item& n) { return n.event == base[i].event && n.date == base[i].date; });
  for (std::size_t i = 0; i < base.size(); ++i)
    if (out[i] == nullptr) out[i] = take(now, [&](const Item& n) { return n.event == base[i].event; });
  return out;
}

// Of events on one day: what has to come before what.
int rank_of(const std::string& event) {
  if (event == "rectified") return 0;
  if (event == "closed") return 2;
  return event == "reopened" ? 3 : 1;
}

// The entry of ours that one brought by theirs comes behind; null: before all of them.
const Node* place_of(const Item& brought, const Items& ours) {
  const Node* behind = nullptr;
  for (const Item& mine : ours) {
    const bool before = mine.date != brought.date ? mine.date < brought.date
                                                  : mine.paired || rank_of(mine.event) <= rank_of(brought.event);
    if (before) behind = mine.node;
  }
  return behind;
}

}  // namespace

std::vector<LogStep> merge_log(std::span<const Node> base, std::span<const Node> ours, std::span<const Node> theirs) {
  const Items was = items_of(base);
  Items mine = items_of(ours), other = items_of(theirs);
  const std::vector<Item*> in_ours = became(was, mine), in_theirs = became(was, other);
  std::vector<LogStep> steps;
  for (std::size_t i = 0; i < was.size(); ++i) {
    const Item *o = in_ours[i], *t = in_theirs[i];
    const bool o_kept = o != nullptr && o->says == was[i].says, t_kept = t != nullptr && t->says == was[i].says;
    if (t_kept || (o == nullptr && t == nullptr) || (o != nullptr && t != nullptr && o->says == t->says)) continue;
    if (o_kept) steps.push_back({o->node, t == nullptr ? nullptr : t->node, nullptr, false});
    else
      steps.push_back({o == nullptr ? nullptr : o->node, t == nullptr ? nullptr : t->node,
                       o == nullptr ? place_of(*t, mine) : nullptr, true});
  }
  Items brought;
  for (const Item& t : other) {
    if (t.paired) continue;
    const bool there = std::any_of(mine.begin(), mine.end(), [&](const Item& o) { return o.says == t.says; });
    if (!there) brought.push_back(t);
  }
  std::stable_sort(brought.begin(), brought.end(), [](const Item& a, const Item& b) { return a.date < b.date; });
  for (const Item& t : brought) steps.push_back({nullptr, t.node, place_of(t, mine), false});
  return steps;
}

}  // namespace hazcheck
