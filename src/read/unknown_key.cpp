// What people write in place of a key of a table. Must not report: decode_mapping() does.
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

bool may_mean(std::string_view written, const FieldInfo& field) {
  constexpr std::size_t kLeast = 3, kLeastHan = 2;
  if (static_cast<unsigned char>(written[0]) < 0x80)
    return count_chars(written) >= kLeast && field.key.starts_with(lower_ascii(written));
  return count_chars(written) >= kLeastHan && called(field).find(written) != std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> key_meant(std::string_view written, std::span<const FieldInfo* const> fields) {
  std::optional<std::string_view> meant;
  if (written.empty()) return meant;
  for (const FieldInfo* field : fields) {
    if (!may_mean(written, *field)) continue;
    if (meant) return std::nullopt;
    meant = field->key;
  }
  return meant;
}

Text home_of(std::string_view written, std::span<const FieldInfo* const> fields) {
  if (written.empty() || key_meant(written, fields)) return {};
  for (const FieldInfo* field : fields) {
    if (field->shape.nested == nullptr || field->shape.keyed) continue;
    const EntityInfo entity = field->shape.nested();
    std::vector<const FieldInfo*> inner;
    std::string_view key;
    for (const FieldInfo& f : entity.fields) {
      inner.push_back(&f);
      if (f.key == written) key = f.key;
    }
    if (key.empty()) key = key_meant(written, inner).value_or("");
    if (key.empty()) continue;
    return field->shape.list
               ? say("write '{1}' in an entry of '{0}'", "请在 '{0}' 的条目中写 '{1}'", field->key, key)
               : say("write it in '{0}': {0}: {{{1}: …}}", "请写在 '{0}' 中：{0}: {{{1}: …}}", field->key, key);
  }
  return {};
}

}  // namespace hazcheck
