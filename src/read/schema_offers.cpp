// The table of fields that refer to something of the workspace. Must keep the workspace's order.
#include "read/schema_offers.hpp"

#include <algorithm>

namespace hazcheck {
namespace {

using Values = std::vector<std::string>;

void add(Values& out, std::string_view value) {
  if (!value.empty() && std::find(out.begin(), out.end(), value) == out.end()) out.emplace_back(value);
}

Values rounds(const Model& m) {
  Values out;
  for (const Round& r : m.campaign.rounds) add(out, r.id.value);
  return out;
}
Values units(const Model& m) {
  Values out;
  for (const Unit& u : m.roster.units) add(out, u.id.value);
  return out;
}
Values departments(const Model& m) {
  Values out;
  for (const Body& b : m.campaign.departments) add(out, b.id.value);
  return out;
}
Values bodies(const Model& m) {
  Values out{std::string(m.campaign.authority.id.value)};
  for (const std::string& d : departments(m)) add(out, d);
  return out;
}
Values targets(const Model& m) {
  Values out{"authority", "district"};
  for (const std::string& d : departments(m)) add(out, d);
  return out;
}
Values severities(const Model& m) {
  Values out;
  for (const SeverityLevel& s : m.campaign.policy.severities) add(out, s.id.value);
  return out;
}
Values sections(const Model& m) {
  Values out;
  if (const Checklist* c = m.current_checklist())
    for (const Section& s : c->sections) add(out, s.id.value);
  return out;
}
Values items_and_sections(const Model& m) {
  Values out;
  if (const Checklist* c = m.current_checklist())
    for (const Item& i : c->items) add(out, i.id.value);
  for (const std::string& s : sections(m)) add(out, s);
  return out;
}
Values checklists(const Model& m) {
  Values out;
  for (const Checklist& c : m.checklists) add(out, std::string(c.id.value) + "/" + std::to_string(c.version.value));
  return out;
}
Values checklist_ids(const Model& m) {
  Values out;
  for (const Checklist& c : m.checklists) add(out, c.id.value);
  return out;
}
Values named(const std::vector<NamedId>& list) {
  Values out;
  for (const NamedId& n : list) add(out, n.id.value);
  return out;
}
Values types(const Model& m) { return named(m.campaign.types); }
Values traits(const Model& m) { return named(m.campaign.traits); }
Values areas(const Model& m) { return named(m.campaign.areas); }
Values people(const Model& m) {
  Values out;
  for (const Person& p : m.campaign.authority.people) add(out, p.name.value);
  for (const Body& b : m.campaign.departments)
    for (const Person& p : b.people) add(out, p.name.value);
  for (const Unit& u : m.roster.units)
    for (const Person& p : u.people) add(out, p.name.value);
  return out;
}
Values subjects(const Model& m) {
  Values out;
  for (const Unit& u : m.roster.units)
    for (const SubjectKind& s : u.subjects)
      for (const Word& w : s.names) add(out, w.value);
  return out;
}
Values bounds(const Model& m) {
  Values out{"start"};
  for (const Milestone& b : m.campaign.milestones) add(out, b.name.value);
  return out;
}

struct Referring {
  std::string_view entity;
  std::string_view key;
  Values (*values)(const Model&);
};
// clang-format off
constexpr Referring kTable[] = {
    {"record", "round", rounds},          {"record", "unit", units},           {"record", "checklist", checklists},
    {"record", "scope", sections},        {"record", "inspectors", people},    {"record", "departments", departments},
    {"hazard", "item", items_and_sections}, {"hazard", "subject", subjects},   {"hazard", "severity", severities},
    {"plan", "owner", people},            {"log entry", "by", people},         {"log entry", "for", bodies},
    {"log entry", "to", targets},         {"log entry", "department", departments}, {"log entry", "owner", people},
    {"log entry", "severity", severities}, {"log entry", "approver", people},  {"follow-up", "by", people},
    {"follow-up", "for", bodies},         {"campaign", "checklist", checklist_ids}, {"round", "from", bounds},
    {"round", "to", bounds},              {"units", "types", types},           {"units", "traits", traits},
    {"units", "ids", units},              {"unit", "type", types},             {"unit", "traits", traits},
    {"unit", "area", areas},              {"section", "department", departments}, {"item", "severity", severities},
};
// clang-format on

}  // namespace

std::vector<std::string> SchemaOffers::values(std::string_view entity, std::string_view key) const {
  if (model_ == nullptr) return {};
  for (const Referring& r : kTable)
    if (r.entity == entity && r.key == key) return r.values(*model_);
  return {};
}

std::vector<OfferedItem> SchemaOffers::items() const {
  std::vector<OfferedItem> out;
  const Checklist* checklist = model_ == nullptr ? nullptr : model_->current_checklist();
  if (checklist == nullptr) return out;
  for (const Item& i : checklist->items) {
    const Section& section = checklist->sections[i.section];
    if (section.covered_elsewhere) continue;
    out.push_back({std::string(i.id.value), std::string(i.text.in(lang_)), std::string(section.title.in(lang_)),
                   i.evidence, !i.each.empty()});
  }
  return out;
}

}  // namespace hazcheck
