// One pass over the bytes, unquoting in place. Anything that is not CSV stops it: a ledger read wrong is worse than
// none.
#include "read/csv_reader.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hazcheck {
namespace {

// Above the header may stand a title without any, or with one of another kind in it.
char separator_of(std::string_view text) {
  constexpr int kLinesLookedAt = 10;
  std::size_t count[3] = {};
  constexpr std::string_view kSeparators = ",\t;";
  bool quoted = false;
  int lines = 0;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' && ++lines == kLinesLookedAt) break;
    if (const std::size_t at = kSeparators.find(c); at != std::string_view::npos) ++count[at];
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(std::begin(count), std::end(count)) - count)];
}

class Parser {
 public:
  explicit Parser(CsvTable& table) : t_(table), size_(table.text.size()) {}

  std::optional<CsvFault> run() {
    while (at_ < size_) {
      t_.first.push_back(t_.cells.size());
      if (!read_row()) return fault_;
    }
    t_.first.push_back(t_.cells.size());
    return std::nullopt;
  }

 private:
  bool fail(Text message) {
    fault_ = CsvFault{t_.first.size(), t_.cells.size() - t_.first.back() + 1, std::move(message)};
    return false;
  }
  bool control(char c) {
    return fail(say("the character \\x{0:02X} has no place in a ledger", "台账中不能有字符 \\x{0:02X}",
                    static_cast<unsigned char>(c)));
  }
  static bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }
  bool at_end_of_cell() const {
    const char c = t_.text[at_];
    return c == t_.separator || c == '\n' || c == '\r';
  }

  bool read_row() {
    for (;;) {
      if (!(at_ < size_ && t_.text[at_] == '"' ? quoted_cell() : bare_cell())) return false;
      if (at_ == size_) return true;
      const char c = t_.text[at_++];
      if (c == t_.separator) continue;
      if (c == '\r' && at_ < size_ && t_.text[at_] == '\n') ++at_;
      return true;
    }
  }

  bool bare_cell() {
    const std::size_t from = at_;
    for (; at_ < size_ && !at_end_of_cell(); ++at_)
      if (is_control(t_.text[at_])) return control(t_.text[at_]);
    t_.cells.push_back(std::string_view(t_.text).substr(from, at_ - from));
    return true;
  }

  bool quoted_cell() {
    std::string& text = t_.text;
    const std::size_t from = ++at_;
    std::size_t to = from;
    for (;; ++at_) {
      if (at_ == size_) return fail(say("a quote is opened and never closed", "引号没有配对"));
      if (text[at_] == '"') {
        if (at_ + 1 == size_ || text[at_ + 1] != '"') break;
        ++at_;
      } else if (is_control(text[at_])) {
        return control(text[at_]);
      }
      text[to++] = text[at_];
    }
    ++at_;
    if (at_ < size_ && !at_end_of_cell())
      return fail(say("text goes on after the closing quote", "右引号之后还有文字"));
    t_.cells.push_back(std::string_view(text).substr(from, to - from));
    return true;
  }

  CsvTable& t_;
  std::size_t size_;
  std::size_t at_ = 0;
  std::optional<CsvFault> fault_;
};

}  // namespace

std::optional<CsvFault> parse_csv(std::string text, CsvTable& table) {
  table.text = std::move(text);
  table.separator = separator_of(table.text);
  return Parser(table).run();
}

bool is_blank(std::span<const std::string_view> row) {
  return std::all_of(row.begin(), row.end(), [](std::string_view cell) { return trim(cell).empty(); });
}

}  // namespace hazcheck
