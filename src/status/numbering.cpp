// Takes running numbers apart. Must not know what they number.
#include "status/numbering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace hazcheck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

using Series = std::pair<std::string_view, std::string_view>;

struct Range {
  std::uint64_t least = 0, greatest = 0;
  std::size_t digits = 0;  // the fewest that any of them is written with
};

std::string write(const Series& series, std::uint64_t number, std::size_t digits) {
  return fmt::format("{}{:0{}}{}", series.first, number, digits, series.second);
}

}  // namespace

std::optional<Numbered> take_apart(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_digit(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  if (begin == end || end - begin > 18) return std::nullopt;
  Numbered n{text.substr(0, begin), text.substr(end), 0, end - begin};
  for (char c : text.substr(begin, end - begin)) n.number = n.number * 10 + static_cast<std::uint64_t>(c - '0');
  return n;
}

std::vector<NumberGap> gaps_in(const std::vector<std::string_view>& listed, const std::vector<std::string_view>& used) {
  std::map<Series, Range> ranges;
  for (std::string_view text : listed) {
    const std::optional<Numbered> n = take_apart(text);
    if (!n) continue;
    const auto [it, added] = ranges.try_emplace({n->before, n->after}, Range{n->number, n->number, n->digits});
    if (added) continue;
    it->second.least = std::min(it->second.least, n->number);
    it->second.greatest = std::max(it->second.greatest, n->number);
    it->second.digits = std::min(it->second.digits, n->digits);
  }
  std::map<Series, std::vector<std::uint64_t>> taken;
  for (const auto* list : {&listed, &used})
    for (std::string_view text : *list) {
      const std::optional<Numbered> n = take_apart(text);
      if (n && ranges.contains({n->before, n->after})) taken[{n->before, n->after}].push_back(n->number);
    }
  std::vector<NumberGap> gaps;
  for (const auto& [series, range] : ranges) {
    std::vector<std::uint64_t>& numbers = taken[series];
    std::sort(numbers.begin(), numbers.end());
    std::uint64_t next = range.least;
    for (std::uint64_t n : numbers) {
      if (n < next || n > range.greatest) continue;
      if (n > next) gaps.push_back({write(series, next, range.digits), write(series, n - 1, range.digits), n - next});
      next = n + 1;
    }
  }
  return gaps;
}

bool number_less(std::string_view a, std::string_view b) {
  const Numbered x = take_apart(a).value_or(Numbered{a, {}, 0, 0}), y = take_apart(b).value_or(Numbered{b, {}, 0, 0});
  return std::tie(x.before, x.after, x.number, a) < std::tie(y.before, y.after, y.number, b);
}

}  // namespace hazcheck
