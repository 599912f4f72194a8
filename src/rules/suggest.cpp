// Wording of suggestions. Must not look anything up.
#include "rules/suggest.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/caseless.hpp"

namespace hazcheck {
namespace {

// Many names are compared in full only where they agree but for one short place: a roster has thousands, and a
// thousand records may name a unit that is gone.
constexpr std::size_t kFew = 24;

bool may_be_slip(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (longer - shorter > 3) return false;
  std::size_t head = 0, tail = 0;
  while (head < shorter && lower_letter(a[head]) == lower_letter(b[head])) ++head;
  while (tail < shorter - head && lower_letter(a[a.size() - 1 - tail]) == lower_letter(b[b.size() - 1 - tail])) ++tail;
  return head + tail + 3 >= longer;
}

std::optional<std::string_view> near(std::string_view text, const std::vector<std::string_view>& known) {
  if (known.size() <= kFew) return did_you_mean(text, known);
  std::vector<std::string_view> likely;
  std::copy_if(known.begin(), known.end(), std::back_inserter(likely),
               [&](std::string_view k) { return may_be_slip(text, k); });
  return did_you_mean(text, likely);
}

}  // namespace

std::string shown(std::string_view text) { return elide(printable(text), 40); }

std::string level_zh(const SeverityLevel& level) {
  const std::string_view name = level.title.in(Lang::zh);
  if (name.empty() || name == level.id.value) return fmt::format(" '{}' 级隐患", level.id.value);
  return fmt::format("{}{}（{}）", shown(name), name.ends_with("隐患") ? "" : "隐患", level.id.value);
}

std::string listed(const std::vector<std::string_view>& names, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    all.append(all.empty() ? "" : ", ").append(shown(names[i]));
  if (names.size() > most) all.append(fmt::format(" … ({})", names.size()));
  return all;
}

Text suggestion(std::string_view text, const std::vector<std::string_view>& known) {
  if (const auto meant = near(text, known)) return say("did you mean '{0}'?", "是否想写 '{0}'？", shown(*meant));
  if (known.empty()) return {};
  return say("known here: {0}", "这里可用：{0}", listed(known, 12));
}

Text suggestion(const Model& model, unsigned kinds, std::string_view text, const std::vector<std::string_view>& known) {
  if (const auto named = near(text, known) ? std::nullopt : find_titled(model, kinds, text))
    return say("did you mean '{0}' ({1})?", "是否想写 '{0}'（{2}）？", named->id.value,
               shown(named->title.in(Lang::en)), shown(named->title.in(Lang::zh)));
  return suggestion(text, known);
}

}  // namespace hazcheck
