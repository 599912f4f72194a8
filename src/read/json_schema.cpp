// The schema writer. Scalars are text until a field gives them a type, but an editor's YAML reader makes `12` a number
// and `true` a boolean: whatever is text to us accepts those too.
#include "read/json_schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "read/answer_reader.hpp"
#include "read/field.hpp"
#include "read/schema_offers.hpp"

namespace hazcheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kId = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
constexpr std::string_view kDate = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
constexpr std::string_view kBound = "^[^ ]+( +[+-] *[0-9]{1,4}d)? *$";
constexpr std::string_view kPercent = "^ *-?[0-9.]+ *([%％]|/ *[0-9.]+)? *$";
constexpr std::string_view kOneName = "^[^、，,；;/]*$";
constexpr std::string_view kNumber = "^ *-?[0-9]+(\\.[0-9]+)? *$";

std::string key_for(std::string_view entity) {
  std::string key(entity);
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

// nlohmann reads {{"a", b}} in more than one way.
Json only(std::string_view key, Json value) {
  Json object = Json::object();
  object[std::string(key)] = std::move(value);
  return object;
}

Json any_of(Json first, Json second) { return only("anyOf", Json::array({std::move(first), std::move(second)})); }

Json date() { return {{"type", "string"}, {"format", "date"}, {"pattern", kDate}}; }

Json percent() { return {{"type", Json::array({"string", "number"})}, {"pattern", kPercent}}; }

Json null_type() { return only("type", "null"); }

Json refer_to(std::string_view name) { return only("$ref", "#/definitions/" + std::string(name)); }

Json words(std::span<const std::string_view> list) {
  Json all = Json::array();
  for (std::string_view w : list) all.push_back(w);
  return all;
}

bool evidence_named(std::string_view key) {
  for (std::size_t i = 0; i < kEvidenceKinds; ++i)
    if (key_of(static_cast<Evidence>(i)) == key) return true;
  return false;
}

class SchemaWriter {
 public:
  SchemaWriter(Lang lang, const SchemaOffers& offers) : lang_(lang), offers_(offers) {}

  Json write(std::string_view kind, const EntityInfo& root) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "hazcheck " + std::string(kind)}};
    definitions_ = Json::object();
    const Json body = object(root);
    for (const auto& [key, value] : body.items()) schema[key] = value;
    schema["properties"]["hazcheck"] = {{"const", std::string(kind) + "/1"},
                                        {"description", pick("kind and version of the file", "文件类型和版本")}};
    schema["definitions"] = definitions_;
    return schema;
  }

 private:
  std::string pick(std::string_view en, std::string_view zh) const { return std::string(lang_ == Lang::zh ? zh : en); }

  Json object(const EntityInfo& entity) {
    Json required = Json::array(), properties = Json::object();
    for (const FieldInfo& f : entity.fields) {
      if (f.required) required.push_back(f.key);
      properties[std::string(f.key)] = property(entity, f);
    }
    Json schema{{"description", entity.doc.in(lang_)}, {"type", "object"}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = required;
    schema["properties"] = std::move(properties);
    return schema;
  }

  // A key that may be left out may also be left empty.
  Json property(const EntityInfo& entity, const FieldInfo& f) {
    Json shape = shaped(entity, f);
    // A result word may stand in for any value.
    if (entity.name == "answer" && evidence_named(f.key)) shape = any_of(result_words(), std::move(shape));
    if (!f.required) shape = any_of(std::move(shape), null_type());
    Json schema = only("description", f.doc.in(lang_));
    if (shape.contains("$ref")) schema["allOf"] = Json::array({std::move(shape)});
    else schema.update(shape);
    return schema;
  }

  Json shaped(const EntityInfo& entity, const FieldInfo& f) {
    if (entity.name == "record" && f.key == "answers") return answers();
    if (entity.name == "item" && f.key == "expect") return expectation(f.shape);
    if (entity.name == "answer" && f.key == "match") return match();
    if (entity.name == "answer" && f.key == "percent") return percent();
    // The two whole numbers that begin at 1.
    if (f.key == "version" || f.key == "per") return whole(1);
    if (f.key == "units" && entity.name == "round") return any_of(only("const", "all"), nested(f.shape));
    Json one = offered(entity.name, f.key, value(f.shape));
    if (f.shape.or_list) return any_of(one, {{"type", "array"}, {"items", one}});
    if (f.shape.list) one = {{"type", "array"}, {"items", std::move(one)}};
    if (f.shape.keyed) one = {{"type", "object"}, {"additionalProperties", any_of(std::move(one), null_type())}};
    if (f.key == "subjects") one["propertyNames"] = only("pattern", kId);
    return one;
  }

  // The workspace's own values beside the general shape.
  Json offered(std::string_view entity, std::string_view key, Json shape) const {
    const std::vector<std::string> values = offers_.values(entity, key);
    if (values.empty()) return shape;
    return any_of(only("enum", values), std::move(shape));
  }

  Json nested(const ShapeInfo& shape) {
    if (shape.nested == nullptr) return only("type", "object");
    const EntityInfo entity = shape.nested();
    const std::string key = key_for(entity.name);
    if (!definitions_.contains(key)) {
      definitions_[key] = nullptr;  // an answer's `each` comes back to itself
      Json body = object(entity);
      definitions_[key] = std::move(body);
    }
    return refer_to(key);
  }

  static Json text() { return only("type", Json::array({"string", "number", "boolean"})); }

  Json title() {
    if (!definitions_.contains("title")) {
      const Json scalar = Json::array({"string", "number", "boolean", "null"});
      const Json languages{{"zh", {{"description", pick("in Chinese", "中文")}, {"type", scalar}}},
                           {"en", {{"description", pick("in English", "英文")}, {"type", scalar}}}};
      definitions_["title"] =
          any_of(text(), {{"type", "object"}, {"additionalProperties", false}, {"properties", languages}});
    }
    return refer_to("title");
  }

  Json value(const ShapeInfo& shape) {
    switch (shape.kind) {
      case ShapeKind::text: return text();
      case ShapeKind::title: return title();
      case ShapeKind::id: return {{"type", {"string", "number", "boolean"}}, {"pattern", kId}};
      case ShapeKind::name: return {{"type", {"string", "number", "boolean"}}, {"pattern", kOneName}};
      case ShapeKind::date: return date();
      case ShapeKind::boolean: return only("type", "boolean");
      case ShapeKind::integer: return whole(0);
      case ShapeKind::number:
      case ShapeKind::money: return number(shape.kind == ShapeKind::money);
      case ShapeKind::choice: return shape.choices.empty() ? text() : only("enum", words(shape.choices));
      case ShapeKind::bound: return {{"type", "string"}, {"pattern", kBound}};
      case ShapeKind::null_or_date: return any_of(date(), null_type());
      case ShapeKind::mapping: return nested(shape);
      case ShapeKind::reply: break;
    }
    return reply();
  }

  // Numbers in quotes are numbers to us.
  static Json whole(int least) {
    return any_of({{"type", "integer"}, {"minimum", least}},
                  {{"type", "string"}, {"pattern", least == 0 ? "^[0-9]+$" : "^0*[1-9][0-9]*$"}});
  }
  static Json number(bool positive) {
    Json bare = only("type", "number");
    if (positive) bare["minimum"] = 0;
    return any_of(std::move(bare), {{"type", "string"}, {"pattern", kNumber}});
  }

  // By itself, or keyed by kind where an item asks for several.
  Json expectation(const ShapeInfo& shape) {
    const Json one = nested(shape);
    Json kinds = Json::object();
    for (std::size_t i = 0; i < kEvidenceKinds; ++i)
      kinds[std::string(key_of(static_cast<Evidence>(i)))] = any_of(one, only("const", "equal"));
    return any_of(one, {{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(kinds)}});
  }

  static Json match() {
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", {"actual", "registered"}},
            {"properties", {{"actual", text()}, {"registered", text()}}}};
  }

  Json result_words() {
    if (!definitions_.contains("result"))
      definitions_["result"] =
          only("enum", Json::array({"pass", "fail", "na", "unchecked", "合格", "不合格", "不适用", "未查"}));
    return refer_to("result");
  }

  // An answer to an item that is not known: a word, a value of any kind, or the mapping.
  Json reply() {
    if (!definitions_.contains("reply")) {
      definitions_["reply"] = nullptr;
      definitions_["reply"] =
          only("anyOf", Json::array({result_words(),
                                     text(),
                                     null_type(),
                                     {{"type", "array"}, {"items", text()}},
                                     nested({.kind = ShapeKind::mapping, .nested = reply_entity})}));
    }
    return refer_to("reply");
  }

  Json answers() {
    Json properties = Json::object();
    for (const OfferedItem& item : offers_.items()) {
      std::string text(item.section);
      if (!text.empty()) text += lang_ == Lang::zh ? "：" : ": ";
      text += item.text;
      properties[item.id] = {{"description", text}, {"anyOf", item_answers(item)}};
    }
    Json schema = only("type", "object");
    if (!properties.empty()) schema["properties"] = std::move(properties);
    schema["additionalProperties"] = reply();
    return schema;
  }

  // One item's answer, or the answer for each of its subjects.
  Json item_answers(const OfferedItem& item) {
    if (!item.each) return one_answer(item);
    const Json subjects{{"type", "object"}, {"additionalProperties", only("anyOf", one_answer(item))}};
    Json mapping{{"type", "object"}, {"properties", only("each", subjects)}};
    Json answer =
        only("allOf", Json::array({nested({.kind = ShapeKind::mapping, .nested = reply_entity}), std::move(mapping)}));
    return Json::array({result_words(), null_type(), std::move(answer)});
  }

  Json one_answer(const OfferedItem& item) {
    Json all = Json::array({result_words(), null_type()});
    if (item.evidence.size() == 1) {
      switch (item.evidence[0]) {
        case Evidence::check: break;
        case Evidence::percent: all.push_back(percent()); break;
        case Evidence::count: all.push_back(number(false)); break;
        case Evidence::date: all.push_back(date()); break;
        case Evidence::people:
          all.push_back({{"type", "string"}, {"pattern", kOneName}});
          all.push_back({{"type", "array"}, {"items", value({.kind = ShapeKind::name})}});
          break;
        case Evidence::match: break;
        case Evidence::text: all.push_back(text()); break;
      }
    }
    all.push_back(nested({.kind = ShapeKind::mapping, .nested = reply_entity}));
    return all;
  }

  Lang lang_;
  const SchemaOffers& offers_;
  Json definitions_;
};

}  // namespace

std::optional<SchemaKind> parse_schema_kind(std::string_view word) {
  for (std::size_t i = 0; i < std::size(kSchemaKinds); ++i)
    if (kSchemaKinds[i] == word) return static_cast<SchemaKind>(i);
  return std::nullopt;
}

std::string json_schema(SchemaKind kind, Lang lang, const Model* model) {
  EntityInfo (*const kRoots[])() = {campaign_entity, roster_entity, checklist_entity, record_entity};
  const SchemaOffers offers(model, lang);
  SchemaWriter writer(lang, offers);
  const auto index = static_cast<std::size_t>(kind);
  return writer.write(kSchemaKinds[index], kRoots[index]()).dump(1, ' ') + "\n";
}

std::string schema_path(SchemaKind kind) {
  return std::string(kSchemaFolder) + std::string(kSchemaKinds[static_cast<std::size_t>(kind)]) + ".json";
}

std::string schema_line(SchemaKind kind, std::string_view path) {
  std::string up;
  for (const char c : path)
    if (c == '/') up += "../";
  return "# yaml-language-server: $schema=" + up + schema_path(kind) + "\n";
}

}  // namespace hazcheck
