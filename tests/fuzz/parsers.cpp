// Written from RFC 4180's grammar and the Unicode tables; must not include anything of render/.
#include "parsers.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "base/text.hpp"
#include "target.hpp"

namespace hazcheck::fuzz {
namespace {

class Csv {
 public:
  Csv(std::string_view text, std::string_view line_end) : text_(text), line_end_(line_end) {}

  CsvRows rows() {
    CsvRows out;
    while (at_ < text_.size()) {
      out.emplace_back();
      do out.back().push_back(cell());
      while (take(","));
      if (!take(line_end_)) wrong("CSV: something behind a cell", text_.substr(at_, 20));
      if (out.back().size() != out.front().size()) wrong("CSV: rows of different length");
    }
    return out;
  }

 private:
  bool take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  std::string cell() {
    std::string out;
    if (!take("\"")) {
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
        if (text_[at_] == '"') wrong("CSV: a quote in a bare cell");
        out += text_[at_++];
      }
      return out;
    }
    for (;;) {
      if (at_ == text_.size()) wrong("CSV: a quoted cell does not end");
      if (take("\"\"")) out += '"';
      else if (take("\"")) return out;
      else out += text_[at_++];
    }
  }

  std::string_view text_, line_end_;
  std::size_t at_ = 0;
};

}  // namespace

CsvRows parse_csv(std::string_view text, std::string_view line_end) { return Csv(text, line_end).rows(); }

void check_json(const std::string& text) {
  std::vector<std::set<std::string>> keys;
  bool duplicate = false;
  const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& value) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start) keys.emplace_back();
    if (event == Event::object_end) keys.pop_back();
    if (event == Event::key && !keys.back().insert(value.get<std::string>()).second) duplicate = true;
    return true;
  };
  try {
    [[maybe_unused]] const nlohmann::json parsed = nlohmann::json::parse(text, watch);
  } catch (const nlohmann::json::exception& e) {
    wrong("not JSON", e.what());
  }
  if (duplicate) wrong("JSON: a key twice in one object");
}

void check_plain_text(std::string_view text) {
  if (first_invalid_utf8(text) != kValidUtf8) wrong("text output is not UTF-8");
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool bidi =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0))
      wrong("a control character in text output", std::to_string(c));
    if (bidi) wrong("a bidi control in text output", std::to_string(c));
  }
}

}  // namespace hazcheck::fuzz
