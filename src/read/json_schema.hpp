// JSON Schema (draft 7) of the four file kinds, made from the field tables that decode them, for editors.
// It knows shapes; what a rule of HZ2 and above says is not in it. Whatever decodes without a fault is accepted.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/lang.hpp"
#include "model/model.hpp"

namespace hazcheck {

enum class SchemaKind : std::uint8_t { campaign, roster, checklist, record };
inline constexpr std::string_view kSchemaKinds[] = {"campaign", "roster", "checklist", "record"};
std::optional<SchemaKind> parse_schema_kind(std::string_view word);

// Descriptions in `lang`. With `model`, the workspace's own ids and names are offered where a file refers to them, and
// a record's answers know the items of the campaign's checklist; ids that came later are still accepted.
std::string json_schema(SchemaKind kind, Lang lang, const Model* model = nullptr);

// Where `init` keeps the schemas of a workspace.
inline constexpr std::string_view kSchemaFolder = ".hazcheck/schema/";
std::string schema_path(SchemaKind kind);  // .hazcheck/schema/record.json

// The comment by which yaml-language-server finds the schema of a file at `path` (relative to the workspace's top).
std::string schema_line(SchemaKind kind, std::string_view path);

}  // namespace hazcheck
