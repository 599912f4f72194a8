// Lines and columns of byte ranges. Must tolerate offsets that the bytes no longer have.
#include "diag/locate.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace hazcheck {

Place place_of(const std::string& path, std::string_view bytes, Mark mark) {
  Place place;
  place.path = path;
  if (!mark.present() || bytes.empty()) return place;
  const auto clip = [&](std::uint32_t n) { return std::min<std::size_t>(n, bytes.size()); };
  const std::size_t begin = clip(mark.begin), end = std::max(begin, clip(mark.end));
  const std::size_t skip = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto line_start = [&](std::size_t at) {
    const std::size_t newline = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
    return newline == std::string_view::npos ? std::min(skip, at) : newline + 1;
  };
  const std::size_t start = line_start(begin), end_start = std::max(start, line_start(end));
  place.line = 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<long>(begin), '\n'));
  place.column = 1 + count_chars(bytes.substr(start, begin - start));
  place.end_line =
      place.line + static_cast<std::size_t>(std::count(bytes.begin() + static_cast<long>(begin),
                                                       bytes.begin() + static_cast<long>(end), '\n'));
  place.end_column = 1 + count_chars(bytes.substr(end_start, end - end_start));
  std::size_t stop = bytes.find('\n', start);
  if (stop == std::string_view::npos) stop = bytes.size();
  if (stop > start && bytes[stop - 1] == '\r') --stop;
  place.text = bytes.substr(start, std::min<std::size_t>(stop - start, 4096));
  return place;
}

void locate(Diagnostics& diagnostics, const std::function<FileText(FileId)>& read) {
  struct Wanted {
    Span at;
    Place* place;
  };
  std::map<FileId, std::vector<Wanted>> by_file;
  for (Diagnostic& d : diagnostics.list()) {
    by_file[d.at.file].push_back({d.at, &d.place});
    for (RelatedNote& n : d.notes) by_file[n.at.file].push_back({n.at, &n.place});
  }
  for (auto& [file, wanted] : by_file) {
    if (file == kNoFile) continue;
    const FileText text = read(file);
    for (const Wanted& w : wanted) *w.place = place_of(text.path, text.bytes, w.at.mark);
  }
}

}  // namespace hazcheck
