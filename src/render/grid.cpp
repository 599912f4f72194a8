// Writes a laid-out table line by line. Must not decide what is shown: layout.hpp does.
#include "render/grid.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/bars.hpp"
#include "render/layout.hpp"
#include "render/style.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kLabelGap = 2;

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
  Grid(const Table& table, const TextOptions& options, Sink& sink)
      : table_(table), options_(options), sink_(sink), layout_(lay_out(table, options)) {}

  void write();
  std::vector<const Column*> left_out() && { return std::move(layout_.left_out); }

 private:
  const std::vector<Shown>& shown() const { return layout_.shown; }
  void write_header();
  void write_rule();
  template <class CellOf>
  void write_line(CellOf&& cell_of);
  void place(const Shown& shown, std::string_view text, Tone tone);
  void place_bar(const Cell& cell);
  void end_line();

  const Table& table_;
  const TextOptions& options_;
  Sink& sink_;
  Layout layout_;
  std::string face_;         // the cell at hand; kept for its capacity
  std::size_t pending_ = 0;  // blanks owed before the next thing on the line: none ever end one
};

void Grid::end_line() {
  sink_.text += '\n';
  pending_ = 0;
}

void Grid::place(const Shown& shown, std::string_view text, Tone tone) {
  std::size_t width = columns(text);
  std::string cut;
  if (width > shown.width && options_.width > 0) {
    cut = elide(text, shown.width);
    text = cut;
    width = columns(text);
  }
  const std::size_t blanks = shown.width > width ? shown.width - width : 0;
  if (shown.right) pending_ += blanks;
  if (!text.empty()) {
    sink_.text.append(pending_, ' ');
    pending_ = 0;
    append_toned(sink_.text, text, tone, options_.color);
  }
  pending_ += (shown.right ? 0 : blanks) + kColumnGap;
}

void Grid::place_bar(const Cell& cell) {
  const auto* rate = std::get_if<std::int64_t>(&cell);
  const std::string drawn = rate != nullptr ? bar(*rate, kBarWidth) : std::string();
  if (!drawn.empty()) {
    sink_.text.append(pending_, ' ');
    sink_.text += drawn;
    pending_ = 0;
  }
  pending_ += kBarWidth - columns(drawn) + kColumnGap;
}

// Headers that take several lines stand at the bottom, above their cells.
void Grid::write_header() {
  std::vector<std::vector<std::string>> headers;
  std::size_t height = 1;
  for (const Shown& s : shown()) {
    headers.push_back(header_lines(header_of(*s.column, options_.lang), s.width));
    height = std::max(height, headers.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    for (std::size_t i = 0; i < shown().size(); ++i) {
      const std::size_t empty = height - headers[i].size();
      place(shown()[i], line < empty ? std::string_view() : headers[i][line - empty], Tone::bold);
      if (layout_.bar_at == i) pending_ += kBarWidth + kColumnGap;
    }
    end_line();
  }
}

void Grid::write_rule() {
  const auto draw = [&](std::size_t width) {
    sink_.text.append(pending_, ' ');
    for (std::size_t n = 0; n < width; ++n) sink_.text += options_.plain ? "-" : "─";
    pending_ = kColumnGap;
  };
  for (std::size_t i = 0; i < shown().size(); ++i) {
    // The bar belongs to its rate: one rule for both.
    draw(shown()[i].width + (layout_.bar_at == i ? kColumnGap + kBarWidth : 0));
  }
  end_line();
}

template <class CellOf>
void Grid::write_line(CellOf&& cell_of) {
  std::vector<std::pair<std::size_t, std::vector<std::string>>> more;  // column, lines of prose that has several
  std::size_t height = 1;
  for (std::size_t i = 0; i < shown().size(); ++i) {
    const Shown& s = shown()[i];
    const Cell& cell = cell_of(s);
    face_.clear();
    append_face(face_, s, cell, options_);
    const Tone tone = options_.color ? tone_of(s, cell) : Tone::plain;
    if (s.wraps && options_.width > 0 && columns(face_) > s.width) {
      more.emplace_back(i, wrap(face_, s.width));
      height = std::max(height, more.back().second.size());
      place(s, more.back().second.front(), tone);
    } else {
      place(s, face_, tone);
    }
    if (layout_.bar_at == i) place_bar(cell);
  }
  end_line();
  for (std::size_t line = 1; line < height; ++line) {
    auto next = more.begin();
    for (std::size_t i = 0; i < shown().size(); ++i) {
      const bool here = next != more.end() && next->first == i;
      place(shown()[i], here && line < next->second.size() ? std::string_view(next->second[line]) : std::string_view(),
            Tone::plain);
      if (here) ++next;
    }
    end_line();
  }
}

void Grid::write() {
  if (shown().empty()) return;
  write_header();
  write_rule();
  bool read = true;
  const auto write_row = [&](const std::vector<Cell>& row) {
    write_line([&](const Shown& s) -> const Cell& { return row[s.index]; });
    return read = sink_.spill();
  };
  table_.visit_rows(write_row, wanted_of(table_, shown()));
  if (!read || !table_.total) return;
  write_rule();
  write_line([&](const Shown& s) { return total_cell(table_, shown(), s, options_.lang); });
}

// A row as a list, one column a line: "Open  26".
void write_upright(const Table& table, const TextOptions& options, Sink& sink) {
  const std::vector<Shown> all = measured_columns(table, options);
  std::size_t label = 0, value = 0;
  for (const Shown& s : all) {
    label = std::max(label, columns(header_of(*s.column, options.lang)));
    value = std::max(value, s.content);
  }
  for (const Shown& s : all) {
    const Cell& cell = table.rows.front()[s.index];
    std::string face;
    append_face(face, s, cell, options);
    std::string line = pad_right(header_of(*s.column, options.lang), label + kLabelGap);
    line.append(s.right ? value - columns(face) : 0, ' ');
    append_toned(line, face, tone_of(s, cell), options.color);
    const auto* rate = std::get_if<std::int64_t>(&cell);
    if (s.column->type == CellType::rate && rate != nullptr && !options.plain) line += "  " + bar(*rate, kBarWidth);
    sink.text += line + '\n';
  }
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

std::vector<const Column*> write_grid(const Table& table, const TextOptions& options, Sink& sink) {
  if (table.upright && table.rows.size() == 1) {
    write_upright(table, options, sink);
    return {};
  }
  Grid grid(table, options, sink);
  grid.write();
  return std::move(grid).left_out();
}

}  // namespace hazcheck
