// Block characters in proportion. Must only ever draw what the number beside says.
#include "render/bars.hpp"

#include <algorithm>
#include <string_view>

namespace hazcheck {

std::string bar(std::int64_t rate, std::size_t width) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  constexpr std::int64_t kWhole = 10000;
  const auto share = static_cast<std::size_t>(std::clamp<std::int64_t>(rate, 0, kWhole));
  const std::size_t eighths = std::max<std::size_t>(share * width * 8 / kWhole, share > 0 ? 1 : 0);
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  out += kEighths[eighths % 8];
  return out;
}

std::string sparkline(std::span<const std::optional<std::int64_t>> values, std::int64_t top) {
  constexpr std::string_view kLevels[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string out;
  for (const auto& value : values) {
    if (!value) {
      out += ' ';
      continue;
    }
    const std::int64_t height = std::clamp<std::int64_t>(*value, 0, std::max<std::int64_t>(top, 0));
    const double share = top > 0 ? static_cast<double>(height) / static_cast<double>(top) : 0;
    out += kLevels[static_cast<std::size_t>(share * 7 + 0.5)];
  }
  return out;
}

}  // namespace hazcheck
