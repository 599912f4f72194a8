// Small drawings from block characters, each one column wide: a bar for a share, a sparkline for a series.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace hazcheck {

// Hundredths of a percent as a bar of at most `width` columns, in eighths of one; anything above zero shows.
std::string bar(std::int64_t rate, std::size_t width);

// One character a value, from ▁ (zero or less) to █ (`top` or more); a blank where there is none.
std::string sparkline(std::span<const std::optional<std::int64_t>> values, std::int64_t top);

}  // namespace hazcheck
