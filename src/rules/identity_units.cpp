// Whether unit and round, item and section, and the words of a filter fit together. Must not look at answers.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.hpp"
#include "rules/identity.hpp"
#include "rules/suggest.hpp"

namespace hazcheck::identity {
namespace {

constexpr std::array<std::string_view, 8> kShippedTypes{"kindergarten", "primary",   "junior",     "senior",
                                                        "complete",     "nine-year", "vocational", "special"};
constexpr std::array<std::string_view, 6> kShippedTraits{"canteen",   "bottled-gas", "school-bus",
                                                         "hired-bus", "boarding",    "chem-lab"};

// The words of one kind (types, traits, areas) that mean something in this workspace.
class Words {
 public:
  Words(const Model& model, unsigned titled, Label kind, const std::vector<NamedId>& declared,
        std::span<const std::string_view> shipped)
      : model_(model),
        titled_(titled),
        kind_(kind),
        declares_(!declared.empty()),
        known_(shipped.begin(), shipped.end()) {
    for (const NamedId& d : declared) known_.push_back(d.id.value);
    index_.insert(known_.begin(), known_.end());
  }

  bool declares() const { return declares_; }
  void used(std::string_view word) { used_.insert(word); }

  void check_unit(const Word& word, FileId file, Emit& emit) const {
    // Where nothing is declared any word may stand; a near miss of a shipped one is a slip all the same.
    if (word.present() && !index_.contains(word.value) && (declares_ || did_you_mean(word.value, known_)))
      report(word, file, emit, false);
  }
  // A filter that names what no unit is and nobody declares takes nothing.
  void check_filter(const std::vector<Word>& words, FileId file, Emit& emit) const {
    for (const Word& w : words)
      if (!index_.contains(w.value) && !used_.contains(w.value)) report(w, file, emit, true);
  }

 private:
  void report(const Word& word, FileId file, Emit& emit, bool filter) const {
    Text help = suggestion(model_, titled_, word.value, known_);
    if (!help.en.starts_with("did")) {
      const std::string_view key = kind_.en == "type" ? "types" : kind_.en == "trait" ? "traits" : "areas";
      const std::string known = listed(known_, 12);
      help = known.empty() ? say("declare it in hazcheck.yaml under '{0}'", "请在 hazcheck.yaml 的 {0} 中声明", key)
                           : say("known here: {1}; declare others in hazcheck.yaml under '{0}'",
                                 "已有：{1}；另有的请在 hazcheck.yaml 的 {0} 中声明", key, known);
    }
    if (filter)
      emit(Span{file, word.at},
           Text{fmt::format("no unit has the {} '{}'", kind_.en, shown(word.value)),
                fmt::format("没有单位属于{} '{}'", kind_.zh, shown(word.value))},
           std::move(help));
    else
      emit(Span{file, word.at},
           Text{fmt::format("the campaign does not declare the {} '{}'", kind_.en, shown(word.value)),
                fmt::format("专项中没有声明{} '{}'", kind_.zh, shown(word.value))},
           std::move(help));
  }

  const Model& model_;
  unsigned titled_;
  Label kind_;
  bool declares_;
  std::vector<std::string_view> known_;
  std::unordered_set<std::string_view> index_;
  std::unordered_set<std::string_view> used_;
};

}  // namespace

void item_outside_section(const RegisterContext& c, Emit& emit) {
  for (const Checklist& list : c.model.checklists)
    for (const Item& item : list.items) {
      const Section& section = list.sections[item.section];
      const std::string_view id = item.id.value, prefix = section.id.value;
      if (id.size() > prefix.size() + 1 && id.starts_with(prefix) && id[prefix.size()] == '.') continue;
      const std::size_t dot = id.find('.');
      const std::string_view name = dot == std::string_view::npos || dot + 1 == id.size() ? id : id.substr(dot + 1);
      emit(Span{list.file, item.id.at},
           say("'{0}' does not start with its section's id '{1}.'", "'{0}' 没有以所在领域的代码 '{1}.' 开头", id,
               prefix),
           say("rename it '{0}.{1}', or move it to its section", "改名为 '{0}.{1}'，或移到所属领域", prefix, name))
          .notes.push_back({{list.file, section.id.at}, say("the section", "所在领域"), {}});
    }
}

void undeclared_word(const RegisterContext& c, Emit& emit) {
  const Campaign& campaign = c.model.campaign;
  const Roster& roster = c.model.roster;
  if (!campaign.read || !roster.read) return;
  Words types(c.model, titled_type, {"type", "类型"}, campaign.types, kShippedTypes);
  Words traits(c.model, titled_trait, {"trait", "特征"}, campaign.traits, kShippedTraits);
  Words areas(c.model, titled_area, {"area", "街镇"}, campaign.areas, {});
  for (const Unit& u : roster.units) {
    types.check_unit(u.type, roster.file, emit);
    areas.check_unit(u.area, roster.file, emit);
    for (const Word& t : u.traits) traits.check_unit(t, roster.file, emit);
    types.used(u.type.value);
    for (const Word& t : u.traits) traits.used(t.value);
  }
  const auto check = [&](const UnitFilter& filter, FileId file) {
    types.check_filter(filter.types, file, emit);
    traits.check_filter(filter.traits, file, emit);
  };
  for (const Round& r : campaign.rounds) check(r.units, campaign.file);
  for (const Checklist& list : c.model.checklists)
    for (const Item& item : list.items) check(item.applies, list.file);
}

void unit_not_valid(const RecordContext& c, Emit& emit) {
  const Record& r = c.record;
  if (r.unit == nullptr || !r.date.present() || r.unit->valid_on(r.date.value)) return;
  const bool early = r.unit->valid_from.present() && r.date.value < r.unit->valid_from.value;
  const Day& bound = early ? r.unit->valid_from : r.unit->valid_to;
  const std::string day = to_string(r.date.value);
  emit(r.unit_id.at, say("'{0}' is not in the roster on {1}", "'{0}' 在 {1} 不在名册有效期内", r.unit_id.value, day),
       say("correct the record's date, or the unit's 'valid'", "请更正检查日期，或单位的有效期 valid"))
      .notes.push_back({{c.model.roster.file, bound.at},
                        early ? say("valid from {0}", "自 {0} 起有效", to_string(bound.value))
                              : say("valid to {0}", "有效期至 {0}", to_string(bound.value)),
                        {}});
}

void unit_not_in_round(const RecordContext& c, Emit& emit) {
  const Record& r = c.record;
  if (r.unit == nullptr || r.round == nullptr || matches(r.round->units, *r.unit)) return;
  emit(r.unit_id.at,
       say("round '{0}' does not inspect '{1}'", "轮次 '{0}' 不检查单位 '{1}'", r.round_id.value, r.unit_id.value),
       say("add the unit to the round's 'units', or remove the record", "把该单位加入本轮的 units，或删去这份记录"))
      .notes.push_back({{c.model.campaign.file, r.round->id.at},
                        say("the round's units are set here", "该轮次检查的单位在此设定"),
                        {}});
}

}  // namespace hazcheck::identity
