// The figures of a day, one row each: name, formula in words, and the one function that decides for a hazard whether
// it is counted, and why (hazcheck-figures(7)). Every report, `explain FIGURE` and `status --explain` read these
// rows.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "status/hazard_status.hpp"

namespace hazcheck {

enum class FigureKind : std::uint8_t {
  count,  // hazards, events, units or items
  rate,   // hundredths of a percent
  days,   // hundredths of a day
  value   // of a single hazard
};

// Where a figure is from, and so what it is computed over.
enum class FigureScope : std::uint8_t { day, period, coverage, accuracy, hazard };

enum class Part : std::uint8_t {
  counted,    // in the count; in a rate's numerator and denominator; among the days
  base_only,  // in a rate's denominator alone
  left_out
};
std::string_view key_of(Part part);  // counted, base-only, left-out
Label label_of(Part part);

struct Verdict {
  Part part = Part::left_out;
  Label why;
};

struct Figure {
  std::string_view key;  // the column
  Label name;
  FigureKind kind = FigureKind::count;
  FigureScope scope = FigureScope::day;
  Label formula;
  Verdict (*judge)(const HazardStatus&) = nullptr;  // figures of a day
  int (*days)(const HazardStatus&) = nullptr;       // kind days: a counted hazard's
  bool median = false;                              // else the mean
};

// The columns of `status`, in order. The place in status_figures() is the value here.
enum class StatusFigure : std::uint8_t {
  found,
  open,
  unplanned,
  planned,
  rectified,
  closed,
  voided,
  overdue,
  due_soon,
  no_due,
  escalated,
  waiting,
  closure_rate,
  on_time_rate,
  on_time_rate_original,
  mean_days_to_close,
  median_days_to_close,
  median_open_age
};
inline constexpr std::size_t kStatusFigures = 18;
std::span<const Figure> status_figures();
const Figure& info_of(StatusFigure figure);

// Those and the figures of periods, coverage, accuracy and single hazards.
std::span<const Figure> other_figures();
// Every figure of that key: `found` is one of a day and another of a period.
std::vector<const Figure*> figures_named(std::string_view key);
std::vector<std::string_view> figure_keys();  // sorted, each once
// The page of the manual that defines a scope's figures.
std::string_view manual_page(FigureScope scope);

// num / den in hundredths of a percent, rounded half up; nothing where den is 0. Neither may be negative.
std::optional<std::int64_t> rate_of(std::int64_t num, std::int64_t den);
// In hundredths of a day, rounded half up; nothing where there are none. No day may be negative.
std::optional<std::int64_t> mean_of(std::span<const int> days);
std::optional<std::int64_t> median_of(std::vector<int> days);

// The sums of one group of hazards, from which each figure of a day is taken.
class Totals {
 public:
  void add(const HazardStatus& status);
  // Nothing: n/a, for want of a denominator. The unit is that of the figure's kind.
  std::optional<std::int64_t> value(StatusFigure figure) const;
  std::int64_t counted(StatusFigure figure) const { return sums_[static_cast<std::size_t>(figure)].counted; }
  // Of a rate: the denominator. Of all else the same as counted().
  std::int64_t base(StatusFigure figure) const { return sums_[static_cast<std::size_t>(figure)].base; }

 private:
  struct Sum {
    std::int64_t counted = 0;
    std::int64_t base = 0;
  };
  std::array<Sum, kStatusFigures> sums_{};
  std::vector<int> days_to_close_;
  std::vector<int> open_ages_;
};

// Whether the hazard is due in the seven days after `to`: the list "due next week" and its count.
bool due_next(const HazardStatus& status);

}  // namespace hazcheck
