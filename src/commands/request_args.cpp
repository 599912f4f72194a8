// Filters, groupings and periods from options. Must not know what a view does with them.
#include "commands/request_args.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

bool day_of(const Call& call, std::string_view option, std::optional<Date>& out, Text& fault) {
  if (!call.args.has(option)) return true;
  out = day_given(call.args, option, fault);
  return out.has_value();
}

bool fill_grouping(const Call& call, Grouping& by, Text& fault) {
  for (const std::string& word : call.args.all("--by")) {
    const auto key = parse_group_key(word);
    if (!key) {
      std::vector<std::string_view> names;
      for (const GroupKeyInfo& k : group_keys()) names.push_back(k.name);
      const auto near = did_you_mean(word, names);
      std::string all;
      for (std::string_view n : names) all.append(all.empty() ? "" : ", ").append(n);
      fault = near ? say("cannot group by '{0}'; did you mean '{1}'?", "不能按 '{0}' 分组，是否想用 '{1}'？",
                         printable(word), *near)
                   : say("cannot group by '{0}': one of {1}", "不能按 '{0}' 分组，可用：{1}", printable(word), all);
      return false;
    }
    if (std::find(by.begin(), by.end(), *key) == by.end()) by.push_back(*key);
  }
  return true;
}

bool fill_period(const Call& call, std::optional<Period>& period, Text& fault) {
  std::optional<Date> from, to;
  if (!day_of(call, "--from", from, fault) || !day_of(call, "--to", to, fault)) return false;
  if (call.args.has("--week")) {
    const auto week = parse_week(call.args.get("--week"));
    if (!week || from || to) {
      fault = week ? say("--week does not go with --from and --to", "--week 不能与 --from、--to 同用")
                   : say("'{0}' is not an ISO week: write 2020-W16", "'{0}' 不是 ISO 周，写作 2020-W16",
                         printable(call.args.get("--week")));
      return false;
    }
    period = period_of(*week);
  } else if (from || to) {
    if (!from || !to || *to < *from) {
      fault = say("a period needs --from and a --to that is not before it", "时段须有 --from 和不早于它的 --to");
      return false;
    }
    period = Period{*from, *to};
  }
  return true;
}

bool fill_filter(const Call& call, const Model& model, Filter& filter, Text& fault) {
  for (const std::string& word : call.args.all("--status"))
    if (!add_status(filter, word)) {
      const auto near = did_you_mean(word, status_words());
      fault = near ? say("no status '{0}'; did you mean '{1}'?", "没有 '{0}' 这种状态，是否想用 '{1}'？",
                         printable(word), *near)
                   : say("no status '{0}': one of {1}", "没有 '{0}' 这种状态，可用：{1}", printable(word),
                         fmt::format("{}", fmt::join(status_words(), ", ")));
      return false;
    }
  for (const GroupKeyInfo& k : group_keys()) filter.values(k.key) = call.args.all("--" + std::string(k.name));
  filter.overdue = call.args.has("--overdue");
  filter.due_soon = call.args.has("--due-soon");
  filter.no_due = call.args.has("--no-due");
  filter.escalated = call.args.has("--escalated");
  filter.waiting = call.args.has("--waiting");
  filter.supervised = call.args.has("--supervised");
  if (!day_of(call, "--due-before", filter.due_before, fault) ||
      !day_of(call, "--found-since", filter.found_since, fault) ||
      !day_of(call, "--found-until", filter.found_until, fault) ||
      !day_of(call, "--closed-since", filter.closed_since, fault) ||
      !day_of(call, "--closed-until", filter.closed_until, fault))
    return false;
  if (const auto unknown = unknown_value(filter, model)) {
    fault = *unknown;
    return false;
  }
  return true;
}

}  // namespace

std::optional<Date> day_given(const Args& args, std::string_view option, Text& fault) {
  const std::string text = args.get(option);
  const auto allowed = [](Date day) { return day >= kFirstDay && day <= kLastDay; };
  const std::optional<Date> day = parse_date(text);
  if (day && allowed(*day)) return day;
  const std::optional<Date> guess = guess_date(text);
  if (day || (guess && !allowed(*guess)))
    fault = say("'{0}' lies outside {1} to {2}", "'{0}' 超出可用日期范围：{1} 至 {2}", printable(text),
                to_string(kFirstDay), to_string(kLastDay));
  else if (guess)
    fault = say("'{0}' is not a date; did you mean {1}?", "'{0}' 不是有效日期，是否想写 {1}？", printable(text),
                to_string(*guess));
  else
    fault = say("'{0}' is not a date: write {1} YYYY-MM-DD", "'{0}' 不是有效日期，写作 {1} 年-月-日，如 2020-04-07",
                printable(text), option);
  return std::nullopt;
}

bool fill_request(const Call& call, Request& request, Text& fault) {
  return fill_grouping(call, request.by, fault) && fill_period(call, request.period, fault) &&
         fill_filter(call, request.model, request.filter, fault);
}

}  // namespace hazcheck
