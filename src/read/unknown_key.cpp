// A key that its table does not have: misspelt, cut short, in Chinese, or a level too high.
#include <algorithm>

#include "base/text.hpp"
#include "read/field.hpp"

namespace hazcheck {
namespace {

// What the field is called in Chinese: its explanation up to the first sign.
std::string_view called(const FieldInfo& field) {
  std::string_view name = field.doc.zh;
  for (std::string_view sign : {"，", "（", "：", "、", "；"}) name = name.substr(0, name.find(sign));
  return name;
}

// By the begin of its key, or by a part of what it is called in Chinese.
bool may_mean(std::string_view written, const FieldInfo& field) {
  constexpr std::size_t kLeast = 3, kLeastHan = 2;
  if (written.empty()) return false;
  if (static_cast<unsigned char>(written[0]) < 0x80)
    return count_chars(written) >= kLeast && field.key.starts_with(lower_ascii(written));
  return count_chars(written) >= kLeastHan && called(field).find(written) != std::string_view::npos;
}

// The key itself, or the only one that may be meant.
std::optional<std::string_view> key_meant(std::string_view written, const EntityInfo& entity) {
  std::optional<std::string_view> meant;
  for (const FieldInfo& field : entity.fields) {
    if (field.key == written) return field.key;
    if (!may_mean(written, field)) continue;
    if (meant) return std::nullopt;
    meant = field.key;
  }
  return meant;
}

// In how many tables below this one it has a place.
int places_below(std::string_view written, const EntityInfo& entity) {
  int places = 0;
  for (const FieldInfo& field : entity.fields) {
    if (field.shape.nested == nullptr) continue;
    const EntityInfo below = field.shape.nested();
    places += (key_meant(written, below) ? 1 : 0) + places_below(written, below);
  }
  return places;
}

// In 'plan', or in an entry of 'log' where no other table has it. Empty where that is not known.
Text home_of(std::string_view written, const EntityInfo& entity) {
  for (const bool list : {false, true}) {
    if (list && places_below(written, entity) != 1) return {};
    for (const FieldInfo& field : entity.fields) {
      if (field.shape.nested == nullptr || field.shape.keyed || field.shape.list != list) continue;
      const auto key = key_meant(written, field.shape.nested());
      if (!key) continue;
      return list ? say("write '{1}' in an entry of '{0}'", "请在 '{0}' 的条目中写 '{1}'", field.key, *key)
                  : say("write it in '{0}': {0}: {{{1}: …}}", "请写在 '{0}' 中：{0}: {{{1}: …}}", field.key, *key);
    }
  }
  return {};
}

}  // namespace

std::optional<std::size_t> report_unknown_key(Decoder& d, const Node& key, const EntityInfo& entity) {
  std::vector<std::string_view> keys;
  for (const FieldInfo& field : entity.fields) keys.push_back(field.key);
  const auto guess = key_meant(key.text, entity);
  const auto meant = d.unknown_key(key, entity.name, keys, guess, guess ? Text{} : home_of(key.text, entity));
  if (!meant) return std::nullopt;
  return static_cast<std::size_t>(std::find(keys.begin(), keys.end(), *meant) - keys.begin());
}

}  // namespace hazcheck
