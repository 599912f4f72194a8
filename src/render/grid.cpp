// Lays a table out in two passes over its cells: one measures, one writes. Must never hold the laid-out table: a
// province's ledger goes through here into a pipe.
#include "render/grid.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "render/bars.hpp"
#include "render/style.hpp"
#include "render/values.hpp"
#include "render/words.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kGap = 2;        // between columns
constexpr std::size_t kBarWidth = 10;  // ten percent a character
constexpr std::size_t kLeastText = 8;  // an elided text column keeps this much
constexpr std::string_view kNotAvailable = "n/a";
constexpr Label kTotal{"Total", "合计"};

struct Shown {
  const Column* column;
  std::size_t index;  // in the table
  std::size_t width = 0;
  bool right = false;
  bool elides = false;  // free text may be cut with "…"
  int decimals = 0;     // of days and money: the most that any row takes, so that points stand below each other
  std::span<const Term> words = {};
};

bool is_number(CellType type) {
  return type == CellType::integer || type == CellType::rate || type == CellType::days || type == CellType::money;
}

// Counts and rates that stand for something being late are red, what is closed is green.
Tone tone_of(const Shown& shown, const Cell& cell) {
  const std::string& name = shown.column->name;
  if (name == "overdue" || name == "days_overdue" || name == "late") {
    const auto* value = std::get_if<std::int64_t>(&cell);
    return value != nullptr && *value > 0 ? Tone::red : Tone::plain;
  }
  if (name == "status") {
    const auto* key = std::get_if<std::string>(&cell);
    return key != nullptr && *key == "closed" ? Tone::green : Tone::plain;
  }
  return Tone::plain;
}

class Grid {
 public:
  Grid(const Table& table, const TextOptions& options, Sink& sink) : table_(table), options_(options), sink_(sink) {
    choose();
    measure();
    fit();
  }

  std::size_t left_out() const { return left_out_; }
  void write();

 private:
  void choose();
  void measure();
  void fit();
  void elide_to(std::size_t room);
  std::size_t total_width() const;
  Cell total_cell(const Shown& shown) const;

  const std::string& face(const Shown& shown, const Cell& cell);
  void write_header();
  void write_rule();
  template <class CellOf>
  void write_line(CellOf&& cell_of);
  void place(const Shown& shown, std::string_view text, Tone tone);
  void end_line();

  const Table& table_;
  const TextOptions& options_;
  Sink& sink_;
  std::vector<Shown> shown_;
  std::optional<std::size_t> bar_at_;  // position in shown_ of the rate that a bar follows
  std::size_t left_out_ = 0;
  std::string face_;         // the cell at hand; kept for its capacity
  std::size_t pending_ = 0;  // blanks owed before the next thing on the line: none ever end one
};

void Grid::choose() {
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    const Column& column = table_.columns[i];
    if (column.hidden_in_text) continue;
    Shown shown{&column, i};
    shown.right = is_number(column.type);
    shown.words = vocabulary_of(column.name);
    shown.elides = column.type == CellType::text;
    shown.width = columns(header_of(column, options_.lang));
    shown_.push_back(shown);
  }
  if (options_.plain) return;
  const auto rate = std::find_if(shown_.begin(), shown_.end(),
                                 [](const Shown& s) { return s.column->type == CellType::rate; });
  if (rate != shown_.end()) bar_at_ = static_cast<std::size_t>(rate - shown_.begin());
}

void Grid::measure() {
  for (Shown& shown : shown_) {
    const CellType type = shown.column->type;
    if (type == CellType::days || type == CellType::money) {
      const auto widen = [&](const Cell& cell) {
        if (const auto* value = std::get_if<std::int64_t>(&cell))
          shown.decimals = std::max(shown.decimals, decimals_of(*value));
      };
      for (const auto& row : table_.rows) widen(row[shown.index]);
      if (table_.total) widen((*table_.total)[shown.index]);
    }
  }
  for (const auto& row : table_.rows)
    for (Shown& shown : shown_) shown.width = std::max(shown.width, columns(face(shown, row[shown.index])));
  if (table_.total)
    for (Shown& shown : shown_) shown.width = std::max(shown.width, columns(face(shown, total_cell(shown))));
}

std::size_t Grid::total_width() const {
  const std::size_t cells = std::accumulate(shown_.begin(), shown_.end(), std::size_t{0},
                                            [](std::size_t sum, const Shown& s) { return sum + s.width; });
  const std::size_t count = shown_.size() + (bar_at_ ? 1 : 0);
  return cells + (bar_at_ ? kBarWidth : 0) + (count > 0 ? (count - 1) * kGap : 0);
}

void Grid::fit() {
  if (options_.width == 0 || total_width() <= options_.width) return;
  bar_at_.reset();
  while (total_width() > options_.width) {
    const auto extra = std::find_if(shown_.rbegin(), shown_.rend(), [](const Shown& s) { return s.column->extra; });
    if (extra == shown_.rend()) break;
    shown_.erase(std::next(extra).base());
    ++left_out_;
  }
  if (total_width() > options_.width) elide_to(options_.width);
}

// Lowers the widest text columns to one common width, the largest at which the table fits.
void Grid::elide_to(std::size_t room) {
  const auto cut_width = [](const Shown& s, std::size_t cap) {
    return s.elides ? std::min(s.width, std::max(cap, kLeastText)) : s.width;
  };
  const auto width_at = [&](std::size_t cap) {
    std::size_t sum = (shown_.size() - 1) * kGap;
    for (const Shown& s : shown_) sum += cut_width(s, cap);
    return sum;
  };
  std::size_t cap = kLeastText, too_wide = room + 1;
  while (too_wide - cap > 1) {
    const std::size_t middle = cap + (too_wide - cap) / 2;
    (width_at(middle) <= room ? cap : too_wide) = middle;
  }
  const std::size_t used = width_at(cap);
  std::size_t spare = used < room ? room - used : 0;
  for (Shown& s : shown_) {
    const std::size_t natural = s.width;
    s.width = cut_width(s, cap);
    if (s.width < natural && spare > 0) ++s.width, --spare;
  }
}

// The total row's first text cell says what the row is, unless the view has put something there.
Cell Grid::total_cell(const Shown& shown) const {
  const Cell& cell = (*table_.total)[shown.index];
  const bool first = &shown == &shown_.front();
  if (first && shown.column->type == CellType::text && std::holds_alternative<std::monostate>(cell))
    return std::string(kTotal.in(options_.lang));
  return cell;
}

// The cell as people read it; valid until the next call.
const std::string& Grid::face(const Shown& shown, const Cell& cell) {
  face_.clear();
  const CellType type = shown.column->type;
  if (const auto* words = std::get_if<std::string>(&cell)) {
    append_one_line(face_, shown.words.empty() ? *words : term_for(shown.words, *words, options_.lang));
  } else if (const auto* day = std::get_if<Date>(&cell)) {
    append_date(face_, *day);
  } else if (const auto* value = std::get_if<std::int64_t>(&cell)) {
    if (type == CellType::rate) {
      append_hundredths(face_, *value, 2);
      face_ += " %";
    } else if (type == CellType::days || type == CellType::money) {
      append_hundredths(face_, *value, shown.decimals);
    } else if (type == CellType::flag) {
      if (*value != 0) face_ += options_.plain ? "*" : "●";
    } else {
      append_integer(face_, *value);
    }
  } else if (type == CellType::rate || type == CellType::days) {
    face_ += kNotAvailable;
  }
  return face_;
}

void Grid::end_line() {
  sink_.text += '\n';
  pending_ = 0;
}

void Grid::place(const Shown& shown, std::string_view text, Tone tone) {
  std::size_t width = columns(text);
  std::string cut;
  if (width > shown.width) {
    cut = elide(text, shown.width);
    text = cut;
    width = columns(text);
  }
  const std::size_t blanks = shown.width - width;
  if (shown.right) pending_ += blanks;
  if (!text.empty()) {
    sink_.text.append(pending_, ' ');
    pending_ = 0;
    append_toned(sink_.text, text, tone, options_.color);
  }
  pending_ += (shown.right ? 0 : blanks) + kGap;
}

void Grid::write_header() {
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    place(shown_[i], header_of(*shown_[i].column, options_.lang), Tone::bold);
    if (bar_at_ == i) pending_ += kBarWidth + kGap;
  }
  end_line();
}

void Grid::write_rule() {
  const auto draw = [&](std::size_t width) {
    sink_.text.append(pending_, ' ');
    for (std::size_t n = 0; n < width; ++n) sink_.text += options_.plain ? "-" : "─";
    pending_ = kGap;
  };
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    // The bar belongs to its rate: one rule for both.
    draw(shown_[i].width + (bar_at_ == i ? kGap + kBarWidth : 0));
  }
  end_line();
}

template <class CellOf>
void Grid::write_line(CellOf&& cell_of) {
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const Cell& cell = cell_of(shown_[i]);
    place(shown_[i], face(shown_[i], cell), options_.color ? tone_of(shown_[i], cell) : Tone::plain);
    if (bar_at_ != i) continue;
    const auto* rate = std::get_if<std::int64_t>(&cell);
    const std::string drawn = rate != nullptr ? bar(*rate, kBarWidth) : std::string();
    if (!drawn.empty()) {
      sink_.text.append(pending_, ' ');
      sink_.text += drawn;
      pending_ = 0;
    }
    pending_ += kBarWidth - columns(drawn) + kGap;
  }
  end_line();
}

void Grid::write() {
  if (shown_.empty()) return;
  write_header();
  write_rule();
  for (const auto& row : table_.rows) {
    write_line([&](const Shown& shown) -> const Cell& { return row[shown.index]; });
    if (!sink_.spill()) return;
  }
  if (!table_.total) return;
  write_rule();
  write_line([&](const Shown& shown) { return total_cell(shown); });
}

}  // namespace

std::string_view header_of(const Column& column, Lang lang) {
  const std::string_view header = column.header.in(lang);
  return header.empty() ? std::string_view(column.name) : header;
}

void append_one_line(std::string& out, std::string_view text) {
  const auto breaks = [](char c) { return c == '\n' || c == '\r' || c == '\t'; };
  if (std::none_of(text.begin(), text.end(), breaks)) return append_printable(out, text);
  text = trim(text);
  while (true) {
    const std::size_t at = text.find_first_of("\n\r\t");
    append_printable(out, text.substr(0, at));
    if (at == std::string_view::npos) return;
    const bool both = text.substr(at).starts_with("\r\n");
    out += text[at] == '\t' ? " " : "↵";
    text.remove_prefix(at + (both ? 2 : 1));
  }
}

std::size_t write_grid(const Table& table, const TextOptions& options, Sink& sink) {
  Grid grid(table, options, sink);
  grid.write();
  return grid.left_out();
}

}  // namespace hazcheck
