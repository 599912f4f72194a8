// Looks in the order of the kinds. Must stay cheap in units, of which there are thousands: they are compared whole.
#include "model/titles.hpp"

#include <array>

#include "base/text.hpp"

namespace hazcheck {
namespace {

struct Shipped {
  std::string_view id, zh, en;
};
constexpr std::array<Shipped, 8> kTypes{{{"kindergarten", "幼儿园", "Kindergarten"},
                                         {"primary", "小学", "Primary school"},
                                         {"junior", "初中", "Junior secondary"},
                                         {"senior", "高中", "Senior secondary"},
                                         {"complete", "完全中学", "Complete secondary"},
                                         {"nine-year", "九年一贯制学校", "Nine-year school"},
                                         {"vocational", "中等职业学校", "Vocational school"},
                                         {"special", "特殊教育学校", "Special-needs school"}}};
constexpr std::array<Shipped, 6> kTraits{{{"canteen", "食堂", "Canteen"},
                                          {"bottled-gas", "瓶装气", "Bottled gas"},
                                          {"school-bus", "校车", "School bus"},
                                          {"hired-bus", "租车", "Hired bus"},
                                          {"boarding", "寄宿", "Boarding"},
                                          {"chem-lab", "化学实验室", "Chemistry laboratory"}}};

class Search {
 public:
  explicit Search(std::string_view text) : wanted_(lower_ascii(folded_name(text))) {}

  void look_at(const Word& id, const Title& title) {
    for (std::string_view name : {title.zh, title.en}) {
      if (name.empty() || wanted_.empty()) continue;
      const std::string folded = lower_ascii(folded_name(name));
      if (folded == wanted_) {
        if (!whole_) whole_ = NamedId{id, title};
      } else if (wanted_.size() >= 4 && folded.find(wanted_) != std::string::npos) {
        several_ = several_ || (part_ && part_->id.value != id.value);
        part_ = NamedId{id, title};
      }
    }
  }

  // What this kind holds; the next kind is looked at only where it holds nothing.
  std::optional<NamedId> found() const {
    if (whole_) return whole_;
    return several_ ? std::nullopt : part_;
  }

 private:
  std::string wanted_;
  std::optional<NamedId> whole_, part_;
  bool several_ = false;
};

template <class Each>
std::optional<NamedId> search(std::string_view text, const Each& each) {
  Search s(text);
  each(s);
  return s.found();
}

template <std::size_t N>
void look_at(Search& s, const std::vector<NamedId>& declared, const std::array<Shipped, N>& shipped) {
  for (const NamedId& d : declared) s.look_at(d.id, d.title);
  if (!declared.empty()) return;
  for (const Shipped& d : shipped) s.look_at(Word{d.id, {}}, Title{d.zh, d.en, {}});
}

const Unit* unit_titled(const Roster& roster, std::string_view text) {
  for (const Unit& u : roster.units)
    if (u.title.zh == text || u.title.en == text) return &u;
  return nullptr;
}

}  // namespace

std::optional<NamedId> find_titled(const Model& model, unsigned kinds, std::string_view text) {
  const Campaign& c = model.campaign;
  const auto in = [&](unsigned kind, const auto& each) {
    return (kinds & kind) != 0 ? search(text, each) : std::nullopt;
  };
  if (auto n = in(titled_type, [&](Search& s) { look_at(s, c.types, kTypes); })) return n;
  if (auto n = in(titled_trait, [&](Search& s) { look_at(s, c.traits, kTraits); })) return n;
  if (auto n = in(titled_severity, [&](Search& s) {
        for (const SeverityLevel& l : c.policy.severities) s.look_at(l.id, l.title);
      }))
    return n;
  if (auto n = in(titled_body, [&](Search& s) {
        s.look_at(c.authority.id, c.authority.title);
        for (const Body& d : c.departments) s.look_at(d.id, d.title);
      }))
    return n;
  if (auto n = in(titled_round, [&](Search& s) {
        for (const Round& r : c.rounds) s.look_at(r.id, r.title);
      }))
    return n;
  if (auto n = in(titled_area, [&](Search& s) {
        for (const NamedId& a : c.areas) s.look_at(a.id, a.title);
      }))
    return n;
  if (auto n = in(titled_section, [&](Search& s) {
        for (const Checklist& list : model.checklists)
          for (const Section& section : list.sections) s.look_at(section.id, section.title);
      }))
    return n;
  if ((kinds & titled_unit) == 0) return std::nullopt;
  const Unit* unit = unit_titled(model.roster, text);
  return unit == nullptr ? std::nullopt : std::optional<NamedId>(NamedId{unit->id, unit->title});
}

unsigned titled_under(std::string_view key) {
  struct Under {
    std::string_view key;
    unsigned kinds;
  };
  static constexpr Under kUnder[] = {
      {"type", titled_type},       {"types", titled_type},        {"traits", titled_trait},
      {"area", titled_area},       {"severity", titled_severity}, {"to", titled_body},
      {"department", titled_body}, {"departments", titled_body},  {"for", titled_body | titled_unit},
      {"round", titled_round},     {"unit", titled_unit},         {"ids", titled_unit},
      {"scope", titled_section},   {"item", titled_section},      {"close_by", titled_body}};
  for (const Under& u : kUnder)
    if (u.key == key) return u.kinds;
  return 0;
}

}  // namespace hazcheck
