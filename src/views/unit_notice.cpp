// The words and the layout of the notice. Must not choose hazards by anything but being open.
#include "views/unit_notice.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "views/ledger.hpp"

namespace hazcheck {
namespace {

constexpr std::string_view kColumns[] = {"id",      "round",        "section",        "item",           "item_text",
                                         "subject", "location",     "description",    "severity",       "status",
                                         "found",   "measures",     "funding_amount", "funding_source", "due_original",
                                         "due",     "days_overdue", "owner",          "department",     "rectified"};
constexpr std::string_view kOverview[] = {"id", "severity", "status", "found", "due", "days_overdue", "owner"};

constexpr std::size_t kPage = 78;  // columns of a printed page

void add(std::vector<Text>& lines, Text text) { lines.push_back(std::move(text)); }
void gap(std::vector<Text>& lines) { add(lines, {}); }

// Prose in the language, broken at the page's width; further lines begin as far in as the text of the first.
void add_prose(std::vector<Text>& lines, std::string_view label, std::string_view text, Lang lang) {
  const std::string first(label), rest(columns(label), ' ');
  bool begun = false;
  for (const std::string& part : wrap(text, kPage - columns(label))) {
    const std::string line = (begun ? rest : first) + part;
    add(lines, lang == Lang::zh ? Text{"", line} : Text{line, ""});
    begun = true;
  }
}

// A notice is written in one language: what a request asks for.
class Notice {
 public:
  Notice(const Request& request, Report& report)
      : model_(request.model), lang_(request.lang), report_(report), day_(request.as_of) {}

  void open_with(const Unit& unit, const std::vector<HazardStatus>& open) {
    const auto late = std::count_if(open.begin(), open.end(), [](const HazardStatus& h) { return h.overdue; });
    const std::string body = issuer();
    const std::string count_en =
        late > 0 ? fmt::format("{}, {} of them overdue", open.size(), late) : fmt::format("{}", open.size());
    const std::string count_zh = late > 0 ? fmt::format("{} 条隐患未销项，其中 {} 条已逾期", open.size(), late)
                                          : fmt::format("{} 条隐患未销项", open.size());
    prose(report_.preface, "", say("To: {}", "{}：", title_of(GroupKey::unit, model_, unit.id.value, lang_)));
    prose(
        report_.preface, zh() ? "    " : "",
        say("Safety hazards of your unit that are open on {0}: {1}. Rectify each by its due, and report back to be verified. What you "
            "cannot solve yourselves, report to {3} without delay.",
            "截至 {0}，你单位共有 {2}。请按下列要求限期整改，整改完成后报请验收；自身无法解决的，及时上报{3}。",
            date(day_), count_en, count_zh, body));
  }

  void describe(const HazardStatus& h, std::size_t number) {
    const Hazard& hazard = *h.hazard;
    const bool planned = h.plan != nullptr;
    if (number > 1) gap(report_.remarks);
    prose(report_.remarks, "",
          say("{0}. {1} ({2})", "{0}. {1}（{2}）", number, global_id(*h.record, hazard), title(GroupKey::severity, h)));
    field({"Found", "发现"}, say("{0}, {1}", "{0}，{1}", date(h.found), title(GroupKey::round, h)));
    field({"Area", "检查领域"}, title(GroupKey::section, h));
    const std::string_view item = value_of(GroupKey::item, model_, h);
    if (!item.empty()) field({"Item", "检查项"}, say("{0} ({1})", "{0}（{1}）", title(GroupKey::item, h), item));
    std::string place(hazard.location().value);
    if (hazard.subject().present())
      place += (place.empty() ? "" : zh() ? "，" : ", ") + std::string(hazard.subject().value);
    if (!place.empty()) field({"Place", "隐患部位"}, place);
    field({"Hazard", "隐患情况"}, std::string(hazard.description().value));
    const bool measures = planned && hazard.plan.measures().present();
    field({"Measures", "整改措施"},
          measures ? std::string(hazard.plan.measures().value)
                   : std::string(Label{"no plan yet: make one now", "尚未制定，请立即制定整改计划"}.in(lang_)));
    if (planned && hazard.plan.interim().present())
      field({"Until then", "临时措施"}, std::string(hazard.plan.interim().value));
    due(h);
    field({"Owner", "责任人"},
          h.owner.empty() ? std::string(Label{"not named", "未定"}.in(lang_)) : std::string(h.owner));
    if (h.supervised != nullptr) field({"Supervised", "挂牌督办"}, date(h.supervised->date));
    if (h.waiting)
      field({"Reported up", "已上报"},
            say("{0}, to {1}, waiting for an answer", "{0}上报{1}，待答复", date(h.escalated->date),
                body_title(model_, word_of(*h.escalated, EventKey::to), lang_)));
    if (h.rectified != nullptr)
      field({"Progress", "进展"},
            say("rectified {}, waiting to be verified", "{} 已整改，待验收", date(h.rectified->date)));
    field({"Result", "整改结果"}, std::string(50, '_'));
    add(report_.remarks, say("   Owner (signature): ________________   Date: ________________",
                             "   责任人（签字）：________________   日期：______ 年 ____ 月 ____ 日"));
  }

  void sign() {
    gap(report_.remarks);
    prose(report_.remarks, "", say("Issued by (seal): {}", "发出单位（盖章）：{}", issuer()));
    add(report_.remarks, say("Officer (signature): ________________   Date: {}",
                             "经办人（签字）：________________   日期：{}", date(day_)));
    add(report_.remarks, say("Received, head of the unit (signature): ________________   Date: ____________",
                             "签收单位负责人（签字）：________________   日期：______ 年 ____ 月 ____ 日"));
    add(report_.remarks,
        say("Two copies: one for the issuer, one for the unit.", "本通知书一式两份，发出单位、被通知单位各存一份。"));
  }

 private:
  bool zh() const { return lang_ == Lang::zh; }
  std::string title(GroupKey key, const HazardStatus& h) const {
    return title_of(key, model_, value_of(key, model_, h), lang_);
  }
  std::string issuer() const {
    const Body& authority = model_.campaign.authority;
    return std::string(authority.title.in(lang_).empty() ? authority.id.value : authority.title.in(lang_));
  }
  std::string date(Date day) const {
    const Ymd d = to_ymd(day);
    return zh() ? fmt::format("{} 年 {} 月 {} 日", d.year, d.month, d.day) : to_string(day);
  }

  void prose(std::vector<Text>& lines, std::string_view label, const Text& text) {
    add_prose(lines, label, text.in(lang_), lang_);
  }
  void field(Label name, const std::string& text) { field(name, Text{text, text}); }
  void field(Label name, const Text& text) {
    prose(report_.remarks, "   " + pad_right(std::string(name.in(lang_)) + (zh() ? "：" : ":"), zh() ? 10 : 13), text);
  }

  void due(const HazardStatus& h) {
    std::string text = h.due ? date(*h.due) : std::string(Label{"not set", "未定"}.in(lang_));
    if (h.due && h.due_original && *h.due != *h.due_original)
      text += say(" (first {})", "（原定 {}）", date(*h.due_original)).in(lang_);
    if (h.overdue) text += say(", {} days overdue", "，已逾期 {} 天", h.days_overdue).in(lang_);
    field({"Due", "整改期限"}, text);
  }

  const Model& model_;
  Lang lang_;
  Report& report_;
  Date day_;
};

Result<const Unit*> unit_of(const Model& model, const std::string& id) {
  if (const Unit* unit = model.roster.find(id)) return unit;
  return Failure{no_such(GroupKey::unit, model, id)};
}

}  // namespace

Result<Report> unit_notice(const Request& request) {
  const Model& model = request.model;
  if (request.arguments.size() != 1) return Failure{say("give one unit", "请给出一个单位")};
  const Result<const Unit*> unit = unit_of(model, request.arguments.front());
  if (!unit) return unit.failure();
  Report report = new_report(request, "report unit", say("Rectification notice", "隐患整改通知书"));
  std::vector<HazardStatus> open;
  for (const Timeline* timeline : in_ledger_order(model, request.timelines)) {
    if (model.record_of(timeline->ref).unit_id.value != (*unit)->id.value) continue;
    const HazardStatus hazard = hazard_status_at(model, *timeline, request.as_of);
    if (hazard.open() && request.filter.takes(model, hazard)) open.push_back(hazard);
  }
  HazardList list(model, "notice", kColumns);
  for (const HazardStatus& hazard : open) list.add({model, hazard, request.lang});
  Table& table = report.tables.emplace_back(std::move(list).take());
  for (Column& column : table.columns)
    column.hidden_in_text = std::find(std::begin(kOverview), std::end(kOverview), column.name) == std::end(kOverview);
  Notice notice(request, report);
  if (open.empty()) {
    table.when_empty = say("{} has no open hazard on {}", "{} 截至 {} 没有未销项的隐患",
                           title_of(GroupKey::unit, model, (*unit)->id.value, request.lang), to_string(request.as_of));
    return report;
  }
  notice.open_with(**unit, open);
  for (std::size_t i = 0; i < open.size(); ++i) notice.describe(open[i], i + 1);
  notice.sign();
  return report;
}

}  // namespace hazcheck
