// Entries have no ids: they are recognised by what they say.
#include "rules/history_log.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/text.hpp"

namespace hazcheck {
namespace {

constexpr std::array kKeys{EventKey::by,       EventKey::acting_for,   EventKey::reason,     EventKey::note,
                           EventKey::writeoff, EventKey::to,           EventKey::department, EventKey::owner,
                           EventKey::severity, EventKey::duplicate_of, EventKey::approver,   EventKey::corrected};

bool is_name(EventKey key) { return key == EventKey::by || key == EventKey::owner || key == EventKey::approver; }

template <class T>
void append_content(std::string& out, const T& entry) {
  for (EventKey key : kKeys) {
    const Word word = entry.get(key);
    if (!word.present()) continue;
    out.append(1, '\n')
        .append(key_of(key))
        .append("=")
        .append(is_name(key) ? folded_name(word.value) : std::string(trim(word.value)));
  }
  for (const Word& e : entry.evidence) out.append("\nevidence=").append(e.value);
}

Text shown(std::string_view value) {
  if (value.empty()) return {"nothing", "无"};
  const std::string text = elide(printable(value), 24);
  return {text, text};
}

}  // namespace

std::string content_of(const Event& event) {
  std::string out(key_of(event.kind.value));
  out.append(" ").append(to_string(event.date.value));
  if (event.due().present()) out.append("\ndue=").append(to_string(event.due().value));
  append_content(out, event);
  return out;
}

std::string content_of(const FollowUp& followup) {
  std::string out(followup.hazard.value);
  out.append(" ").append(key_of(followup.result.value));
  append_content(out, followup);
  return out;
}

LogChange compare_logs(List<Event> before, List<Event> after) {
  LogChange change;
  std::unordered_map<std::string, std::vector<std::size_t>> now;  // from the last to the first
  for (std::size_t i = after.size(); i-- > 0;) now[content_of(after[i])].push_back(i);
  std::vector<char> kept(after.size(), 0);
  std::vector<const Event*> removed, added;
  for (const Event& e : before) {
    const auto it = now.find(content_of(e));
    if (it == now.end() || it->second.empty()) {
      removed.push_back(&e);
    } else {
      kept[it->second.back()] = 1;
      it->second.pop_back();
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i)
    if (kept[i] == 0) added.push_back(&after[i]);
  using Match = bool (*)(const Event&, const Event&);
  constexpr std::array<Match, 3> kMatches{
      [](const Event& b, const Event& a) { return b.kind.value == a.kind.value && b.date.value == a.date.value; },
      [](const Event& b, const Event& a) { return b.kind.value == a.kind.value; },
      [](const Event& b, const Event& a) {
        return b.date.value == a.date.value && a.get(EventKey::corrected).present();
      }};
  for (Match match : kMatches) {
    if (removed.size() * added.size() > 1'000'000) break;  // no log that people keep: say that they are gone
    for (const Event*& b : removed) {
      const auto found = std::find_if(added.begin(), added.end(), [&](const Event* a) { return match(*b, *a); });
      if (found == added.end()) continue;
      change.rewritten.push_back({b, *found});
      added.erase(found);
      b = nullptr;
    }
    std::erase(removed, nullptr);
  }
  change.removed = std::move(removed);
  change.added = std::move(added);
  return change;
}

FollowUpChange compare_lists(List<FollowUp> before, List<FollowUp> after) {
  FollowUpChange change;
  std::multimap<std::string, const FollowUp*> now;
  for (const FollowUp& f : after) now.emplace(content_of(f), &f);
  for (const FollowUp& f : before) {
    const auto it = now.find(content_of(f));
    (it != now.end() ? change.kept : change.removed).push_back(&f);
    if (it != now.end()) now.erase(it);
  }
  for (const auto& [content, f] : now) change.added.push_back(f);
  using Match = bool (*)(const FollowUp&, const FollowUp&);
  constexpr std::array<Match, 2> kMatches{
      [](const FollowUp& b, const FollowUp& a) { return b.hazard.value == a.hazard.value; },
      [](const FollowUp& b, const FollowUp& a) {
        return content_of(b).substr(b.hazard.value.size()) == content_of(a).substr(a.hazard.value.size());
      }};
  for (Match match : kMatches) {
    if (change.removed.size() * change.added.size() > 100'000) break;  // no list that people keep
    for (const FollowUp*& b : change.removed) {
      const auto found =
          std::find_if(change.added.begin(), change.added.end(), [&](const FollowUp* a) { return match(*b, *a); });
      if (found == change.added.end()) continue;
      change.rewritten.push_back({b, *found});
      change.added.erase(found);
      b = nullptr;
    }
    std::erase(change.removed, nullptr);
  }
  return change;
}

bool is_corrected(const Event& before, const Event& after) {
  const Word reason = after.get(EventKey::corrected);
  return reason.present() && trim(reason.value) != trim(before.get(EventKey::corrected).value);
}

Text difference_of(const Event& before, const Event& after) {
  Text out;
  int count = 0;
  const auto add = [&](std::string_view key, const Text& was, const Text& is) {
    if (++count > 3) return;
    out.en += fmt::format("{}{} {} → {}", count > 1 ? ", " : "", key, was.en, is.en);
    out.zh += fmt::format("{}{} {} → {}", count > 1 ? "，" : "", key, was.zh, is.zh);
  };
  const auto day = [](const Day& d) { return shown(d.present() ? to_string(d.value) : ""); };
  if (before.kind.value != after.kind.value)
    add("event", shown(key_of(before.kind.value)), shown(key_of(after.kind.value)));
  if (before.date.value != after.date.value) add("date", day(before.date), day(after.date));
  if (before.due().present() != after.due().present() || before.due().value != after.due().value)
    add("due", day(before.due()), day(after.due()));
  for (EventKey key : kKeys) {
    if (key == EventKey::corrected) continue;
    const std::string_view was = trim(before.get(key).value), is = trim(after.get(key).value);
    if (is_name(key) ? !same_name(was, is) : was != is) add(key_of(key), shown(was), shown(is));
  }
  const auto joined = [](List<Word> words) {
    std::string all;
    for (const Word& w : words) all.append(all.empty() ? "" : " ").append(w.value);
    return all;
  };
  if (joined(before.evidence) != joined(after.evidence))
    add("evidence", shown(joined(before.evidence)), shown(joined(after.evidence)));
  if (count == 0)
    add("corrected", shown(before.get(EventKey::corrected).value), shown(after.get(EventKey::corrected).value));
  if (count > 3) {
    out.en += ", …";
    out.zh += "，…";
  }
  return out;
}

}  // namespace hazcheck
