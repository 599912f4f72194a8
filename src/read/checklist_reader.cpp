// The field tables of a checklist.
#include "read/checklist_reader.hpp"

#include <algorithm>

#include "read/campaign_reader.hpp"
#include "read/field.hpp"
#include "read/file_kind.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

// clang-format off
constexpr Choice<Evidence> kEvidence[] = {
    {"check", Evidence::check}, {"percent", Evidence::percent}, {"count", Evidence::count}, {"date", Evidence::date},
    {"people", Evidence::people}, {"match", Evidence::match}, {"text", Evidence::text}};
constexpr std::string_view kEvidenceWords[] = {"check", "percent", "count", "date", "people", "match", "text"};
constexpr Choice<bool> kInspection[] = {{"inspection", true}};
constexpr std::string_view kInspectionWord[] = {"inspection"};
constexpr Choice<int> kStudents[] = {{"students", 0}};
constexpr std::string_view kEqualWord[] = {"equal"};
constexpr std::string_view kStudentsWord[] = {"students"};

constexpr Field<Expect> kExpect[] = {
    {{"min", false, {ShapeKind::number}, {"percent, count: the least; people: the least number of distinct names", "比例、数量的下限；人员：最少不同人数"}},
     [](D& d, N n, Expect& e) { e.min = d.number(n); }},
    {{"max", false, {ShapeKind::number}, {"percent, count: the most", "比例、数量的上限"}}, [](D& d, N n, Expect& e) { e.max = d.number(n); }},
    {{"per", false, {ShapeKind::integer}, {"count: `min` for every so many of `of`, rounded up", "数量：每多少 of 需要 min，向上取整"}},
     [](D& d, N n, Expect& e) { e.per = d.integer(n, 1); }},
    {{"of", false, {.kind = ShapeKind::choice, .choices = kStudentsWord}, {"what `per` counts: students", "per 的对象：students（学生数）"}},
     [](D& d, N n, Expect& e) { if (d.choice<int>(n, kStudents)) e.of = "students"; }},
    {{"not_before", false, {.kind = ShapeKind::choice, .choices = kInspectionWord}, {"date: not before the inspection", "日期：不早于检查日"}},
     [](D& d, N n, Expect& e) { e.not_before_inspection = d.choice<bool>(n, kInspection).value_or(false); }},
    {{"not_after", false, {.kind = ShapeKind::choice, .choices = kInspectionWord}, {"date: not after the inspection", "日期：不晚于检查日"}},
     [](D& d, N n, Expect& e) { e.not_after_inspection = d.choice<bool>(n, kInspection).value_or(false); }},
    {{"within_days", false, {ShapeKind::integer}, {"date: at most so many days before the inspection", "日期：检查日之前几天以内"}},
     [](D& d, N n, Expect& e) { if (auto v = d.integer(n, 0)) e.within_days = static_cast<int>(*v); }},
    {{"match", false, {.kind = ShapeKind::choice, .choices = kEqualWord}, {"match: equal", "核对：equal（一致）"}},
     [](D& d, N n, Expect& e) {
       static constexpr Choice<bool> kEqual[] = {{"equal", true}};
       e.equal = d.choice<bool>(n, kEqual).value_or(false);
     }},
};
// clang-format on
constexpr Entity<Expect> kExpectEntity{"expect", {"what the evidence must show", "对证据的要求"}, kExpect};

std::optional<Evidence> kind_named(std::string_view word) {
  for (const auto& c : kEvidence)
    if (c.word == word) return c.value;
  return std::nullopt;
}

// The keys that say something of a kind of evidence; others would be passed over in silence.
std::span<const std::string_view> keys_for(Evidence kind) {
  static constexpr std::string_view kShare[] = {"min", "max"}, kCount[] = {"min", "max", "per", "of"},
                                    kDay[] = {"not_before", "not_after", "within_days"}, kPeople[] = {"min"},
                                    kMatch[] = {"match"};
  switch (kind) {
    case Evidence::percent: return kShare;
    case Evidence::count: return kCount;
    case Evidence::date: return kDay;
    case Evidence::people: return kPeople;
    case Evidence::match: return kMatch;
    case Evidence::check:
    case Evidence::text: break;
  }
  return {};
}

// What can never be met, and keys that belong to another kind of evidence. A bound that cannot be met binds nobody: it
// is told here, and not again with every record.
void check_expect(D& d, N n, Evidence kind, Expect& e) {
  const std::span<const std::string_view> known = keys_for(kind);
  for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
    const Node& key = n.children[i];
    const bool ours =
        std::any_of(std::begin(kExpect), std::end(kExpect), [&](const auto& f) { return f.info.key == key.text; });
    if (!ours || std::find(known.begin(), known.end(), key.text) != known.end()) continue;
    std::string all;
    for (std::string_view k : known) all.append(all.empty() ? "" : ", ").append(k);
    d.report("HZ101", key.at,
             say("'{0}' expects nothing of '{1}'", "'{0}' 不能用于 '{1}' 这种证据", key.text, key_of(kind)),
             all.empty() ? say("delete it; nothing can be expected of '{0}'", "请删去；'{0}' 不能设要求", key_of(kind))
                         : say("known here: {0}", "这里可用的键：{0}", all));
  }
  const bool crossed = e.min && e.max && *e.min > *e.max, beyond = kind == Evidence::percent && e.min && *e.min > 100;
  if (crossed)
    d.report("HZ107", n.at, say("the least is above the most: nothing can pass", "下限高于上限，永远无法合格"),
             say("correct 'min' or 'max'", "请更正 min 或 max"));
  else if (beyond)
    d.report("HZ107", n.at, say("a share of more than 100% cannot be reached", "比例不可能超过 100%"),
             say("correct 'min'", "请更正 min"));
  const auto no_share = [](const std::optional<double>& bound) { return bound && (*bound < 0 || *bound > 100); };
  const bool outside = !crossed && !beyond && kind == Evidence::percent && (no_share(e.min) || no_share(e.max));
  if (outside)
    d.report("HZ107", n.at, say("a share lies between 0 and 100%", "比例应在 0 至 100 之间"),
             say("correct 'min' or 'max'", "请更正 min 或 max"));
  if (crossed || beyond || outside) e.min = e.max = std::nullopt;
}

// With one kind of evidence the expectation stands by itself; with several it is keyed by kind.
void read_expect(D& d, N n, Item& item) {
  if (!d.expect_mapping(n, "expect")) return;
  if (item.evidence.size() == 1) {
    Expect& e = item.expect[static_cast<std::size_t>(item.evidence[0])];
    const bool keyed =
        n.children.size() == 2 && n.children[0].text == key_of(item.evidence[0]) && n.children[1].is_mapping();
    const Node& said = keyed ? n.children[1] : n;
    if (decode_mapping(d, said, e, kExpectEntity)) check_expect(d, said, item.evidence[0], e);
    e.at = n.at;
    return;
  }
  for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
    const auto kind = kind_named(n.children[i].text);
    if (!kind || !item.asks(*kind)) {
      std::vector<std::string_view> known;
      for (Evidence e : item.evidence) known.push_back(key_of(e));
      d.unknown_key(n.children[i], "expect", known);
      continue;
    }
    Expect& e = item.expect[static_cast<std::size_t>(*kind)];
    // match: equal may stand directly behind the kind.
    if (*kind == Evidence::match && n.children[i + 1].is_scalar()) e.equal = n.children[i + 1].text == "equal";
    else if (decode_mapping(d, n.children[i + 1], e, kExpectEntity)) check_expect(d, n.children[i + 1], *kind, e);
    e.at = n.children[i + 1].at;
  }
}

struct ItemDraft {
  Item item;
  const Node* expect = nullptr;
};

// clang-format off
constexpr Field<ItemDraft> kItem[] = {
    {{"id", true, {ShapeKind::id}, {"the section's id, a dot, and a name", "领域代码、点、名称"}}, [](D& d, N n, ItemDraft& i) { d.id(n, i.item.id); }},
    {{"text", true, {ShapeKind::title}, {"what is asked", "检查内容"}}, [](D& d, N n, ItemDraft& i) { d.title(n, i.item.text); }},
    {{"evidence", false, {.kind = ShapeKind::choice, .or_list = true, .choices = kEvidenceWords}, {"what is answered: check (default), percent, count, date, people, match, text, or a list of them", "证据类型，可多种，默认 check（合格与否）"}},
     [](D& d, N n, ItemDraft& i) {
       const auto one = [&](N node) {
         if (auto v = d.choice<Evidence>(node, kEvidence); v && !i.item.asks(*v)) i.item.evidence.push_back(*v);
       };
       if (n.is_sequence()) for (N node : n.children) one(node);
       else one(n);
     }},
    {{"expect", false, {.kind = ShapeKind::mapping, .nested = [] { return kExpectEntity.describe(); }}, {"what the evidence must show; with several kinds, keyed by kind", "对证据的要求；多种证据时按类型分列"}},
     [](D&, N n, ItemDraft& i) { i.expect = &n; }},
    {{"each", false, {ShapeKind::id}, {"answered for each of the unit's subjects of this kind", "逐一作答的对象类型，如 vehicle"}},
     [](D& d, N n, ItemDraft& i) { Word w; d.id(n, w); i.item.each = w.value; }},
    {{"applies", false, {.kind = ShapeKind::mapping, .nested = applies_entity}, {"the units it applies to: any of the types and all of the traits", "适用单位：任一类型且具备全部特征"}},
     [](D& d, N n, ItemDraft& i) { read_unit_filter(d, n, i.item.applies, false); }},
    {{"severity", false, {ShapeKind::id}, {"default severity of hazards found on it", "由此发现的隐患的默认等级"}}, [](D& d, N n, ItemDraft& i) { d.id(n, i.item.severity); }},
    {{"basis", false, {ShapeKind::title}, {"legal basis", "依据"}}, [](D& d, N n, ItemDraft& i) { d.title(n, i.item.basis); }},
};
// clang-format on
constexpr Entity<ItemDraft> kItemEntity{"item", {"one item of a checklist", "检查项"}, kItem};

struct Covered {
  Title reason;
};
constexpr Field<Covered> kCovered[] = {
    {{"reason", true, {ShapeKind::title}, {"where it is covered", "在何处检查"}},
     [](D& d, N n, Covered& c) { d.title(n, c.reason); }},
};
constexpr Entity<Covered> kCoveredEntity{
    "covered_elsewhere", {"why the section is not asked here", "为何此处不查"}, kCovered};

struct SectionDraft {
  Section section;
  std::vector<Item> items;
};

void read_items(D& d, N n, std::vector<Item>& out) {
  if (!d.expect_sequence(n)) return;
  for (N node : n.children) {
    ItemDraft draft;
    draft.item.at = node.at;
    if (!decode_mapping(d, node, draft, kItemEntity)) continue;
    if (draft.item.evidence.empty()) draft.item.evidence.push_back(Evidence::check);
    if (draft.expect != nullptr) read_expect(d, *draft.expect, draft.item);
    if (draft.item.id.present()) out.push_back(std::move(draft.item));
  }
}

// clang-format off
constexpr Field<SectionDraft> kSection[] = {
    {{"id", true, {ShapeKind::id}, {"its id, which its items' ids start with", "领域代码，其检查项代码以此开头"}}, [](D& d, N n, SectionDraft& s) { d.id(n, s.section.id); }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, SectionDraft& s) { d.title(n, s.section.title); }},
    {{"department", false, {ShapeKind::id}, {"who supervises this area", "监管部门"}}, [](D& d, N n, SectionDraft& s) { d.id(n, s.section.department); }},
    {{"covered_elsewhere", false, {.kind = ShapeKind::mapping, .nested = [] { return kCoveredEntity.describe(); }}, {"kept, not asked, in no rate", "保留但不查，不计入任何比率"}},
     [](D& d, N n, SectionDraft& s) {
       Covered c;
       decode_mapping(d, n, c, kCoveredEntity);
       s.section.covered_elsewhere = true;
       s.section.covered_reason = c.reason;
     }},
    {{"items", true, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kItemEntity.describe(); }}, {"its items", "检查项"}},
     [](D& d, N n, SectionDraft& s) { read_items(d, n, s.items); }},
};
// clang-format on
constexpr Entity<SectionDraft> kSectionEntity{"section", {"one area of a checklist", "检查领域"}, kSection};

struct Source {
  Title title;
  Title issuer;
};
constexpr Field<Source> kSource[] = {
    {{"title", false, {ShapeKind::title}, {"name of the document", "文件名称"}},
     [](D& d, N n, Source& s) { d.title(n, s.title); }},
    {{"issuer", false, {ShapeKind::title}, {"who issued it", "发文单位"}},
     [](D& d, N n, Source& s) { d.title(n, s.issuer); }},
};
constexpr Entity<Source> kSourceEntity{
    "source", {"the document that the checklist follows", "检查表的依据文件"}, kSource};

void take_section(Checklist& c, SectionDraft&& draft) {
  Section section = std::move(draft.section);
  section.first_item = static_cast<std::uint32_t>(c.items.size());
  section.item_count = static_cast<std::uint32_t>(draft.items.size());
  const auto index = static_cast<std::uint32_t>(c.sections.size());
  c.section_index.try_emplace(section.id.value, index);
  for (Item& item : draft.items) {
    item.section = index;
    c.item_index.try_emplace(item.id.value, static_cast<std::uint32_t>(c.items.size()));
    c.items.push_back(std::move(item));
  }
  c.sections.push_back(std::move(section));
}

// clang-format off
constexpr Field<Checklist> kChecklist[] = {
    {{"hazcheck", true, {ShapeKind::text}, {"checklist/1", "checklist/1"}}, [](D&, N, Checklist&) {}},
    {{"id", true, {ShapeKind::id}, {"the checklist's id", "检查表代码"}}, [](D& d, N n, Checklist& c) { d.id(n, c.id); }},
    {{"version", true, {ShapeKind::integer}, {"its version, 1 and up", "版本号，从 1 起"}},
     [](D& d, N n, Checklist& c) { if (auto v = d.integer(n, 1)) c.version = {*v, n.at}; }},
    {{"title", false, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, Checklist& c) { d.title(n, c.title); }},
    {{"source", false, {.kind = ShapeKind::mapping, .nested = [] { return kSourceEntity.describe(); }}, {"the document it follows", "依据文件"}},
     [](D& d, N n, Checklist& c) {
       Source s;
       decode_mapping(d, n, s, kSourceEntity);
       c.source_title = s.title;
       c.source_issuer = s.issuer;
     }},
    {{"sections", true, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kSectionEntity.describe(); }}, {"its areas", "检查领域"}},
     [](D& d, N n, Checklist& c) {
       if (!d.expect_sequence(n)) return;
       for (N node : n.children) {
         SectionDraft s;
         if (decode_mapping(d, node, s, kSectionEntity) && s.section.id.present()) take_section(c, std::move(s));
       }
     }},
};
// clang-format on
constexpr Entity<Checklist> kChecklistEntity{
    "checklist", {"checklists/*.yaml: what is inspected", "checklists/*.yaml：检查内容"}, kChecklist};

}  // namespace

bool read_checklist(D& d, N root, Checklist& out) {
  if (!check_kind(d, root, "checklist")) return false;
  decode_mapping(d, root, out, kChecklistEntity);
  return out.id.present();
}

EntityInfo checklist_entity() { return kChecklistEntity.describe(); }

}  // namespace hazcheck
