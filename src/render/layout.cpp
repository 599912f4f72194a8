// Chooses and measures columns. Must not keep laid-out cells: a province's ledger goes through here into a pipe.
#include "render/layout.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "base/text.hpp"
#include "render/grid.hpp"
#include "render/values.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kLeastText = 8;    // an elided text column keeps this much
constexpr std::size_t kLeastProse = 16;  // one that breaks into lines
constexpr std::size_t kGoodProse = 24;   // … as long as there are extra columns to give up
constexpr std::string_view kNotAvailable = "n/a";
constexpr Label kTotal{"Total", "合计"};

bool is_number(CellType type) {
  return type == CellType::integer || type == CellType::rate || type == CellType::days || type == CellType::money;
}

// Ids and numbers are there to be typed again.
bool is_code(std::string_view column) {
  constexpr std::array<std::string_view, 7> kCodes{"id", "unit", "item", "hazard", "writeoff", "week", "key"};
  return std::find(kCodes.begin(), kCodes.end(), column) != kCodes.end();
}

Shown shown_of(const Column& column, std::size_t index) {
  Shown shown{&column, index};
  shown.right = is_number(column.type);
  shown.words = vocabulary_of(column.name);
  shown.wraps = column.type == CellType::text && column.wraps;
  shown.elides = column.type == CellType::text && !is_code(column.name);
  return shown;
}

void measure(const Table& table, const TextOptions& options, std::vector<Shown>& columns_shown) {
  for (Shown& shown : columns_shown) {
    const CellType type = shown.column->type;
    if (type != CellType::days && type != CellType::money) continue;
    const auto widen = [&](const Cell& cell) {
      if (const auto* value = std::get_if<std::int64_t>(&cell))
        shown.decimals = std::max(shown.decimals, decimals_of(*value));
    };
    std::vector<bool> this_alone(table.columns.size());
    this_alone[shown.index] = true;
    table.visit_rows([&](const std::vector<Cell>& row) { return widen(row[shown.index]), true; }, this_alone);
    if (table.total) widen((*table.total)[shown.index]);
  }
  std::string face;
  const auto widen = [&](Shown& shown, const Cell& cell) {
    face.clear();
    append_face(face, shown, cell, options);
    shown.content = std::max(shown.content, columns(face));
  };
  const auto widen_all = [&](const std::vector<Cell>& row) {
    for (Shown& shown : columns_shown) widen(shown, row[shown.index]);
    return true;
  };
  table.visit_rows(widen_all, wanted_of(table, columns_shown));
  if (table.total)
    for (Shown& shown : columns_shown) widen(shown, total_cell(table, columns_shown, shown, options.lang));
  // Off a terminal nothing is cut, but one long cell must not pad every row to its length.
  const std::size_t most = options.width == 0 ? kMostPadded : std::numeric_limits<std::size_t>::max();
  for (Shown& shown : columns_shown)
    shown.width = std::max(std::min(shown.content, most), columns(header_of(*shown.column, options.lang)));
}

std::size_t total_width(const Layout& layout) {
  const std::size_t cells = std::accumulate(layout.shown.begin(), layout.shown.end(), std::size_t{0},
                                            [](std::size_t sum, const Shown& s) { return sum + s.width; });
  const std::size_t count = layout.shown.size() + (layout.bar_at ? 1 : 0);
  return cells + (layout.bar_at ? kBarWidth : 0) + (count > 0 ? (count - 1) * kColumnGap : 0);
}

// The least width of a header that breaks into lines beside its cells: its longest word, and for Chinese, which has no
// words to break between, half of it; three characters stay together.
std::size_t narrow_width(const Shown& shown, Lang lang) {
  const std::string_view header = header_of(*shown.column, lang);
  std::size_t longest = 0, run = 0;
  bool wide = false;
  for (std::size_t at = 0; at < header.size();) {
    const char32_t c = next_char(header, at);
    wide = wide || char_columns(c) == 2;
    run = c == ' ' ? 0 : run + static_cast<std::size_t>(char_columns(c));
    longest = std::max(longest, run);
  }
  if (wide) longest = longest <= 6 ? longest : (longest + 3) / 4 * 2;
  return std::min(shown.width, std::max(shown.content, longest));
}

std::size_t least_width(const Shown& s) {
  if (s.wraps) return std::min(s.width, kLeastProse);
  return s.elides ? std::min(s.width, kLeastText) : s.width;
}

// Lowers the widest text columns to one common width, the largest at which the table fits.
void narrow_texts(Layout& layout, std::size_t room) {
  const auto cut_width = [](const Shown& s, std::size_t cap) {
    return s.elides ? std::min(s.width, std::max(cap, least_width(s))) : s.width;
  };
  const auto width_at = [&](std::size_t cap) {
    std::size_t sum = (layout.shown.size() - 1) * kColumnGap;
    for (const Shown& s : layout.shown) sum += cut_width(s, cap);
    return sum;
  };
  std::size_t cap = kLeastText, too_wide = room + 1;
  while (too_wide - cap > 1) {
    const std::size_t middle = cap + (too_wide - cap) / 2;
    (width_at(middle) <= room ? cap : too_wide) = middle;
  }
  const std::size_t used = width_at(cap);
  std::size_t spare = used < room ? room - used : 0;
  for (Shown& s : layout.shown) {
    const std::size_t natural = s.width;
    s.width = cut_width(s, cap);
    if (s.width < natural && spare > 0) ++s.width, --spare;
  }
}

// The least that the columns take once texts are narrowed.
std::size_t narrowest(const Layout& layout) {
  std::size_t sum = layout.shown.empty() ? 0 : (layout.shown.size() - 1) * kColumnGap;
  for (const Shown& s : layout.shown) sum += least_width(s);
  return sum;
}

void fit(Layout& layout, const TextOptions& options) {
  const std::size_t room = options.width;
  if (room == 0 || total_width(layout) <= room) return;
  layout.bar_at.reset();
  if (total_width(layout) <= room) return;
  for (Shown& s : layout.shown) s.width = narrow_width(s, options.lang);
  // Prose may break into lines before a column goes; other text is not elided for the sake of an extra column.
  const auto wanted = [&] {
    std::size_t sum = total_width(layout);
    for (const Shown& s : layout.shown)
      if (s.wraps) sum -= s.width - std::min(s.width, kGoodProse);
    return sum;
  };
  while (wanted() > room) {
    const auto extra = std::min_element(layout.shown.begin(), layout.shown.end(), [](const Shown& a, const Shown& b) {
      return static_cast<std::uint8_t>(a.column->extra - 1) < static_cast<std::uint8_t>(b.column->extra - 1);
    });
    if (extra == layout.shown.end() || extra->column->extra == 0) break;
    layout.left_out.push_back(extra->column);
    layout.shown.erase(extra);
  }
  // Whatever the columns that went left free goes to the headers.
  for (Shown& s : layout.shown) {
    const std::size_t whole = std::max(s.width, columns(header_of(*s.column, options.lang)));
    if (total_width(layout) + whole - s.width <= room) s.width = whole;
  }
  if (total_width(layout) > room && !layout.shown.empty()) narrow_texts(layout, std::max(room, narrowest(layout)));
}

}  // namespace

std::vector<bool> wanted_of(const Table& table, const std::vector<Shown>& shown) {
  std::vector<bool> wanted(table.columns.size());
  for (const Shown& s : shown) wanted[s.index] = true;
  return wanted;
}

std::vector<Shown> measured_columns(const Table& table, const TextOptions& options) {
  std::vector<Shown> all;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (!table.columns[i].hidden_in_text) all.push_back(shown_of(table.columns[i], i));
  measure(table, options, all);
  return all;
}

Layout lay_out(const Table& table, const TextOptions& options) {
  Layout layout;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.hidden_in_text) continue;
    if (column.rare) layout.left_out.push_back(&column);
    else layout.shown.push_back(shown_of(column, i));
  }
  measure(table, options, layout.shown);
  if (!options.plain) {
    const auto rate = std::find_if(layout.shown.begin(), layout.shown.end(),
                                   [](const Shown& s) { return s.column->type == CellType::rate; });
    if (rate != layout.shown.end()) layout.bar_at = static_cast<std::size_t>(rate - layout.shown.begin());
  }
  fit(layout, options);
  std::sort(layout.left_out.begin(), layout.left_out.end());  // as they stand in the table
  return layout;
}

Cell total_cell(const Table& table, const std::vector<Shown>& shown, const Shown& one, Lang lang) {
  const Cell& cell = (*table.total)[one.index];
  const bool first = &one == &shown.front();
  if (first && one.column->type == CellType::text && std::holds_alternative<std::monostate>(cell))
    return std::string(kTotal.in(lang));
  return cell;
}

void append_face(std::string& out, const Shown& shown, const Cell& cell, const TextOptions& options) {
  const CellType type = shown.column->type;
  if (const auto* words = std::get_if<std::string>(&cell)) {
    if (shown.column->label_of) append_one_line(out, shown.column->label_of(*words, options.lang));
    else append_one_line(out, shown.words.empty() ? *words : term_for(shown.words, *words, options.lang));
  } else if (const auto* day = std::get_if<Date>(&cell)) {
    append_date(out, *day);
  } else if (const auto* value = std::get_if<std::int64_t>(&cell)) {
    if (type == CellType::rate) {
      append_hundredths(out, *value, 2);
      out += " %";
    } else if (type == CellType::days || type == CellType::money) {
      append_hundredths(out, *value, shown.decimals);
    } else if (type == CellType::flag) {
      if (*value != 0) out += options.plain ? "*" : "●";
    } else {
      append_integer(out, *value);
    }
  } else if (type == CellType::rate || type == CellType::days) {
    out += kNotAvailable;
  }
}

std::vector<std::string> header_lines(std::string_view header, std::size_t width) {
  std::vector<std::string> lines = wrap(header, width);
  // Chinese breaks anywhere: as even as so many lines can be, no single character alone on the last one.
  const bool breaks_anywhere = columns(header) == 2 * count_chars(header);
  for (std::size_t narrower = width; breaks_anywhere && lines.size() > 1 && narrower > 2; narrower -= 1) {
    std::vector<std::string> even = wrap(header, narrower - 1);
    if (even.size() > lines.size()) break;
    lines = std::move(even);
  }
  return lines;
}

}  // namespace hazcheck
