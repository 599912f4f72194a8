// The field tables of the roster.
#include "read/roster_reader.hpp"

#include "read/campaign_reader.hpp"
#include "read/field.hpp"
#include "read/file_kind.hpp"

namespace hazcheck {
namespace {

using D = Decoder;
using N = const Node&;

struct Validity {
  Day from;
  Day to;
};
constexpr Field<Validity> kValidity[] = {
    {{"from", false, {ShapeKind::date}, {"first day", "起始日"}}, [](D& d, N n, Validity& v) { d.date(n, v.from); }},
    {{"to", false, {ShapeKind::date}, {"last day", "截止日"}}, [](D& d, N n, Validity& v) { d.date(n, v.to); }},
};
constexpr Entity<Validity> kValidityEntity{"valid", {"when the unit is in the roster", "单位有效期"}, kValidity};

void read_subjects(D& d, N n, std::vector<SubjectKind>& out) {
  if (!d.expect_mapping(n, "subjects")) return;
  for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) {
    SubjectKind kind;
    d.id(n.children[i], kind.kind);
    if (!n.children[i + 1].is_null()) d.words(n.children[i + 1], kind.names, &D::text);
    if (kind.kind.present()) out.push_back(std::move(kind));
  }
}

// clang-format off
constexpr Field<Unit> kUnit[] = {
    {{"id", true, {ShapeKind::id}, {"the unit's id, the file name of its records", "单位代码，也是记录文件名"}}, [](D& d, N n, Unit& u) { d.id(n, u.id); }},
    {{"title", true, {ShapeKind::title}, {"its name", "名称"}}, [](D& d, N n, Unit& u) { d.title(n, u.title); }},
    {{"type", true, {ShapeKind::id}, {"kindergarten, primary, junior, senior, complete, nine-year, vocational, special, or your own", "类型：幼儿园、小学等，可自定"}},
     [](D& d, N n, Unit& u) { d.id(n, u.type); }},
    {{"traits", false, {.kind = ShapeKind::id, .list = true}, {"what it has: canteen, bottled-gas, school-bus, hired-bus, boarding, chem-lab, or your own", "特征：食堂、瓶装气、校车、租车、寄宿、化学实验室等"}},
     [](D& d, N n, Unit& u) { d.words(n, u.traits, &D::id); }},
    {{"area", false, {ShapeKind::id}, {"town or street", "街镇"}}, [](D& d, N n, Unit& u) { d.id(n, u.area); }},
    {{"people", false, {.kind = ShapeKind::mapping, .list = true, .nested = person_entity}, {"its people and their roles", "人员与职务"}},
     [](D& d, N n, Unit& u) { read_people(d, n, u.people); }},
    {{"subjects", false, {.kind = ShapeKind::text, .list = true, .keyed = true}, {"by kind: what `each` items are answered for, such as vehicle plates", "逐一检查的对象，如车牌"}},
     [](D& d, N n, Unit& u) { read_subjects(d, n, u.subjects); }},
    {{"students", false, {ShapeKind::integer}, {"number of students", "学生数"}}, [](D& d, N n, Unit& u) { u.students = d.integer(n, 0); }},
    {{"valid", false, {.kind = ShapeKind::mapping, .nested = [] { return kValidityEntity.describe(); }}, {"when it is in the roster", "有效期"}},
     [](D& d, N n, Unit& u) {
       Validity v;
       decode_mapping(d, n, v, kValidityEntity);
       u.valid_from = v.from;
       u.valid_to = v.to;
       if (v.from.present() && v.to.present() && v.to.value < v.from.value)
         d.report("HZ111", v.to.at, say("the unit's validity ends before it begins", "单位有效期的截止日早于起始日"),
                  say("correct 'from' or 'to': nothing would be expected of the unit", "请更正 from 或 to：否则任何一轮都不要求该单位检查"))
             .notes.push_back({{d.file(), v.from.at}, say("it begins here", "有效期从此开始"), {}});
     }},
};
// clang-format on
constexpr Entity<Unit> kUnitEntity{"unit", {"an inspected unit (school)", "受检单位（学校）"}, kUnit};

// clang-format off
constexpr Field<Roster> kRoster[] = {
    {{"hazcheck", true, {ShapeKind::text}, {"roster/1", "roster/1"}}, [](D&, N, Roster&) {}},
    {{"units", true, {.kind = ShapeKind::mapping, .list = true, .nested = [] { return kUnitEntity.describe(); }}, {"the inspected units", "受检单位"}},
     [](D& d, N n, Roster& r) {
       if (!d.expect_sequence(n)) return;
       for (N item : n.children) {
         Unit u;
         u.at = item.at;
         if (decode_mapping(d, item, u, kUnitEntity) && u.id.present()) r.units.push_back(std::move(u));
       }
     }},
};
// clang-format on
constexpr Entity<Roster> kRosterEntity{
    "roster", {"roster.yaml: the inspected units and their people", "roster.yaml：受检单位及人员"}, kRoster};

}  // namespace

void read_roster(D& d, N root, Roster& out) {
  if (!check_kind(d, root, "roster")) return;
  decode_mapping(d, root, out, kRosterEntity);
  out.read = true;
  for (std::size_t i = 0; i < out.units.size(); ++i) out.index.try_emplace(out.units[i].id.value, i);
}

EntityInfo roster_entity() { return kRosterEntity.describe(); }

}  // namespace hazcheck
