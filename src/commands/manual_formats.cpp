// The pages of the four file kinds. Must take every field from the tables that read the files.
#include "commands/manual_pages.hpp"

#include <algorithm>

#include "read/field.hpp"

namespace hazcheck {
namespace {

std::string choices_of(const ShapeInfo& shape, Lang lang) {
  std::string text;
  for (std::size_t i = 0; i < shape.choices.size(); ++i) {
    if (i > 0)
      text += i + 1 < shape.choices.size() ? (lang == Lang::zh ? "、" : ", ") : (lang == Lang::zh ? " 或 " : " or ");
    text += shape.choices[i];
  }
  return text;
}

std::string one_of(const ShapeInfo& shape, Lang lang) {
  const bool many = shape.list;
  const auto pick = [&](std::string_view en, std::string_view zh, std::string_view plural = {}) {
    return std::string(lang == Lang::zh ? zh : many && !plural.empty() ? plural : en);
  };
  switch (shape.kind) {
    case ShapeKind::text: return pick("text", "文字", "texts");
    case ShapeKind::title: return pick("text, or {zh: …, en: …}", "文字，或 {zh: …, en: …}");
    case ShapeKind::id: return pick("id", "代码", "ids");
    case ShapeKind::name: return pick("one person's name", "一人姓名", "names");
    case ShapeKind::date: return pick("date", "日期", "dates");
    case ShapeKind::boolean: return "true | false";
    case ShapeKind::integer: return pick("whole number", "整数");
    case ShapeKind::number: return pick("number", "数字");
    case ShapeKind::money: return pick("amount in yuan", "金额（元）");
    case ShapeKind::choice: return shape.choices.empty() ? pick("word", "词") : choices_of(shape, lang);
    case ShapeKind::bound: return pick("bound of a window", "时间界限");
    case ShapeKind::null_or_date: return pick("date or null", "日期或 null");
    case ShapeKind::mapping:
      if (shape.nested == nullptr) return pick("mapping", "一组“键: 值”");
      return pick("mapping, see ", "一组“键: 值”，见 ", "mappings, see ") + std::string(shape.nested().name);
    case ShapeKind::reply: break;
  }
  return pick("answer", "作答");
}

std::string shape_words(const ShapeInfo& shape, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string text = one_of(shape, lang);
  if (shape.or_list) text += zh ? "，或其列表" : ", or a list of them";
  if (shape.list) text = (zh ? "列表：" : "list of ") + text;
  if (shape.keyed) text = (zh ? "自定键，值为" : "your own keys, each with: ") + text;
  return text;
}

void append_fields(ManualPage& page, const EntityInfo& entity, Lang lang) {
  const bool zh = lang == Lang::zh;
  for (const FieldInfo& f : entity.fields) {
    const std::string head = std::string(f.key) + (f.required ? (zh ? "（必填）" : " (required)") : "");
    page.entry(head, std::string(f.doc.in(lang)) + (zh ? "（" : " (") + shape_words(f.shape, lang) + (zh ? "）" : ")"));
  }
}

// Every entity below `entity`, each once, in the order in which it is first met.
void collect_nested(const EntityInfo& entity, std::vector<EntityInfo>& all) {
  for (const FieldInfo& f : entity.fields) {
    if (f.shape.nested == nullptr) continue;
    EntityInfo below = f.shape.nested();
    if (std::any_of(all.begin(), all.end(), [&](const EntityInfo& e) { return e.name == below.name; })) continue;
    all.push_back(below);
    collect_nested(below, all);
  }
}

void format_page(ManualPage& page, const EntityInfo& entity, const Label& prose, std::string_view example, Lang lang) {
  const bool zh = lang == Lang::zh;
  const std::string_view all = prose.in(lang);
  const std::size_t cut = std::min(all.find("\n# "), all.size() - 1);
  page.heading(zh ? "说明" : "DESCRIPTION");
  page.prose(all.substr(0, cut + 1));
  page.heading(zh ? "字段" : "KEYS");
  append_fields(page, entity, lang);
  std::vector<EntityInfo> nested;
  collect_nested(entity, nested);
  for (const EntityInfo& e : nested) {
    page.subheading(std::string(e.name) + (zh ? "：" : ": ") + std::string(e.doc.in(lang)));
    append_fields(page, e, lang);
  }
  page.prose(all.substr(cut + 1));
  page.heading(zh ? "示例" : "EXAMPLE");
  page.literal(example);
}

void close(ManualPage& page, Lang lang) {
  page.heading(lang == Lang::zh ? "另见" : "SEE ALSO");
  std::string text;
  for (std::string_view name :
       {"hazcheck-campaign", "hazcheck-roster", "hazcheck-checklist", "hazcheck-record", "hazcheck-yaml"})
    if (name != page.name) text += std::string(name) + "(5), ";
  page.paragraph(text + "hazcheck-schema(1), hazcheck-validate(1), hazcheck-rules(7)");
}

}  // namespace

void campaign_page(ManualPage& page, Lang lang) {
  format_page(page, campaign_entity(), kCampaignProse, kExampleCampaign, lang);
  close(page, lang);
}

void roster_page(ManualPage& page, Lang lang) {
  format_page(page, roster_entity(), kRosterProse, kExampleRoster, lang);
  close(page, lang);
}

void checklist_page(ManualPage& page, Lang lang) {
  format_page(page, checklist_entity(), kChecklistProse, kExampleChecklist, lang);
  close(page, lang);
}

void record_page(ManualPage& page, Lang lang) {
  format_page(page, record_entity(), kRecordProse, kExampleRecord, lang);
  page.prose(kLifeProse.in(lang));
  close(page, lang);
}

}  // namespace hazcheck
