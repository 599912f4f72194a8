// Field tables: one row per key of an entity says its name, type, whether it must be there, what it means, and how
// it is decoded. The rows drive reading, the unknown-key check, the JSON Schema and the manual's tables.
#pragma once
#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "base/same_word.hpp"
#include "read/decoder.hpp"
#include "read/names.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

enum class ShapeKind : std::uint8_t {
  text,   // a scalar, kept as written
  title,  // text or {zh, en}
  id,     // [A-Za-z0-9][A-Za-z0-9._-]*
  name,   // one person's name
  date,
  boolean,  // true or false
  integer,
  number,
  money,   // yuan, ≥ 0
  choice,  // one of `choices`
  bound,   // a round's from or to: a date, start, a milestone, ± Nd
  null_or_date,
  mapping,  // `nested`
  reply     // an answer: a result word, a value, or a mapping (`nested`)
};

struct EntityInfo;

struct ShapeInfo {
  ShapeKind kind = ShapeKind::text;
  bool list = false;     // a sequence of them
  bool keyed = false;    // a mapping whose keys are free and whose values are of this shape
  bool or_list = false;  // one, or a sequence of them
  std::span<const std::string_view> choices{};
  EntityInfo (*nested)() = nullptr;
};

struct FieldInfo {
  std::string_view key;
  bool required = false;
  ShapeInfo shape;
  Label doc;
};

// A field table without its decoding functions: what `schema` and the manual need.
struct EntityInfo {
  std::string_view name;  // "record", "hazard", "plan" …
  Label doc;
  std::vector<FieldInfo> fields;
};

template <class T>
struct Field {
  FieldInfo info;
  void (*decode)(Decoder&, const Node& value, T& out);
};

template <class T>
struct Entity {
  std::string_view name;
  Label doc;
  std::span<const Field<T>> fields;  // at most 64

  EntityInfo describe() const {
    EntityInfo e{name, doc, {}};
    for (const Field<T>& f : fields) e.fields.push_back(f.info);
    return e;
  }
};

// Reports a key that the table does not have, with what was probably meant by it. Gives the index of the field that was,
// if one was.
std::optional<std::size_t> report_unknown_key(Decoder& d, const Node& key, const EntityInfo& entity);

// Decodes a mapping by its table; reports keys that are not in it (did you mean) and required ones that are missing.
// False where `node` is no mapping (reported).
template <class T>
bool decode_mapping(Decoder& d, const Node& node, T& out, const Entity<T>& entity) {
  if (!d.expect_mapping(node, entity.name)) return false;
  std::uint64_t seen = 0;
  std::size_t next = 0;  // people keep the table's order: look there first
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const Node& key = node.children[i];
    const Node& value = node.children[i + 1];
    std::size_t at = entity.fields.size();
    for (std::size_t n = 0; n < entity.fields.size(); ++n) {
      const std::size_t candidate = next + n < entity.fields.size() ? next + n : next + n - entity.fields.size();
      if (same_word(entity.fields[candidate].info.key, key.text)) {
        at = candidate;
        break;
      }
    }
    if (at == entity.fields.size()) {
      // A key that is misspelt is not missing besides.
      if (const auto meant = report_unknown_key(d, key, entity.describe())) seen |= std::uint64_t{1} << *meant;
      continue;
    }
    next = at + 1;
    const ShapeKind kind = entity.fields[at].info.shape.kind;
    // An empty value is as good as none, and so is text of blanks; but "" for an id or a day is a slip.
    const bool wordy = entity.fields[at].info.required || kind == ShapeKind::text || kind == ShapeKind::title ||
                       kind == ShapeKind::name;
    const bool nothing = value.is_null() || (wordy && value.is_scalar() && is_blank(value.text));
    if (nothing && kind != ShapeKind::null_or_date) {
      if (entity.fields[at].info.required) d.empty_value(key, value);
      seen |= std::uint64_t{1} << at;
      continue;
    }
    seen |= std::uint64_t{1} << at;
    d.at_key(entity.fields[at].info.key);
    entity.fields[at].decode(d, value, out);
  }
  for (std::size_t n = 0; n < entity.fields.size(); ++n) {
    const FieldInfo& field = entity.fields[n].info;
    if (!field.required || (seen >> n & 1) != 0 || field.key == "hazcheck") continue;  // the last: told by check_kind()
    d.missing_key(node, entity.name, field.key);
  }
  return true;
}

// The five file kinds' tables, and those nested in them that other code describes by name.
EntityInfo campaign_entity();
EntityInfo roster_entity();
EntityInfo checklist_entity();
EntityInfo record_entity();

}  // namespace hazcheck
