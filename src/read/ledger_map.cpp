// A small file of our own kind: read by the same YAML reader as all others, decoded by hand.
#include "read/ledger_map.hpp"

#include "base/text.hpp"
#include "diag/locate.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

class MapReader {
 public:
  MapReader(const std::string& path, std::string_view bytes) : path_(path), bytes_(bytes) {}

  Result<LedgerMap> read() {
    const Node* root = read_yaml(bytes_, 0, arena_, found_).root;
    for (const Diagnostic& d : found_.list())
      if (d.severity == Severity::error) return fault(d.at.mark, d.message);
    if (root == nullptr || !root->is_mapping())
      return Failure{
          say("'{0}' is no map: it says 'columns:' and the like", "'{0}' 不是列对照文件：应写 'columns:' 等", path_)};
    for (std::size_t i = 0; i + 1 < root->children.size(); i += 2)
      if (const Outcome done = member(root->children[i], root->children[i + 1]); !done) return done.failure();
    return std::move(map_);
  }

 private:
  Failure fault(Mark at, const Text& message) const {
    const Place place = place_of(path_, bytes_, at);
    const std::string where = fmt::format("{}:{}:{}: ", path_, place.line, place.column);
    return {{where + message.en, where + message.zh}};
  }
  Failure unknown(const Node& key, const std::vector<std::string_view>& known) const {
    constexpr std::size_t kFew = 12;  // a list that still helps
    const auto near = did_you_mean(key.text, known);
    std::string all;
    for (const std::string_view k : known) all.append(all.empty() ? "" : ", ").append(k);
    if (known.size() <= kFew)
      return near ? fault(key.at, say("unknown '{0}'; did you mean '{1}'? Known are {2}",
                                      "没有 '{0}'，是否想写 '{1}'？可用的有 {2}", printable(key.text), *near, all))
                  : fault(key.at,
                          say("unknown '{0}'; known are {1}", "没有 '{0}'，可用的有 {1}", printable(key.text), all));
    return near ? fault(key.at, say("unknown '{0}'; did you mean '{1}'?", "没有 '{0}'，是否想写 '{1}'？",
                                    printable(key.text), *near))
                : fault(key.at, say("unknown '{0}'", "没有 '{0}'", printable(key.text)));
  }
  static std::string folded(const Node& key) { return lower_ascii(folded_name(key.text)); }

  Outcome member(const Node& key, const Node& value) {
    if (key.text == "hazcheck") return Done{};
    if (key.text == "columns") return columns(value);
    if (key.text == "defaults") return defaults(value);
    if (key.text == "units") return words(value, map_.units);
    if (key.text == "rounds") return words(value, map_.rounds);
    if (key.text == "sections") return words(value, map_.sections);
    if (key.text == "severities") return words(value, map_.severities);
    return unknown(key, {"columns", "units", "rounds", "sections", "severities", "defaults"});
  }

  template <class Take>
  Outcome pairs(const Node& value, const Take& take) {
    if (!value.is_mapping()) return fault(value.at, say("a mapping is expected here", "此处应为映射"));
    for (std::size_t i = 0; i + 1 < value.children.size(); i += 2) {
      const Node& to = value.children[i + 1];
      if (!to.is_scalar() && !to.is_sequence())
        return fault(value.children[i].at,
                     say("'{0}' has no value", "'{0}' 没有取值", printable(value.children[i].text)));
      if (const Outcome done = take(value.children[i], to); !done) return done;
    }
    return Done{};
  }

  Outcome columns(const Node& value) {
    return pairs(value, [&](const Node& header, const Node& name) -> Outcome {
      const auto column = name.text == "-" ? LedgerColumn::derived : ledger_column_named(name.text);
      if (!column) {
        std::vector<std::string_view> names;
        for (const LedgerColumnInfo& info : ledger_columns_known()) names.push_back(info.name);
        return unknown(name, names);
      }
      map_.columns[folded(header)] = *column;
      return Done{};
    });
  }

  Outcome words(const Node& value, LedgerMap::Words& out) {
    return pairs(value, [&](const Node& word, const Node& id) -> Outcome {
      out[folded(word)] = std::string(id.text);
      return Done{};
    });
  }

  Outcome defaults(const Node& value) {
    return pairs(value, [&](const Node& key, const Node& to) -> Outcome {
      if (key.text == "round") map_.round = to.text;
      else if (key.text == "section") map_.section = to.text;
      else if (key.text == "by") map_.by = to.text;
      else if (key.text == "funding_source") map_.funding_source = to.text;
      else if (key.text == "inspectors") {
        if (to.is_scalar()) map_.inspectors.emplace_back(to.text);
        for (const Node& name : to.children) map_.inspectors.emplace_back(name.text);
      } else return unknown(key, {"round", "section", "by", "inspectors", "funding_source"});
      return Done{};
    });
  }

  const std::string& path_;
  std::string_view bytes_;
  Arena arena_;
  Diagnostics found_;
  LedgerMap map_;
};

}  // namespace

Result<LedgerMap> read_ledger_map(const std::string& path, std::string_view bytes) {
  return MapReader(path, bytes).read();
}

}  // namespace hazcheck
