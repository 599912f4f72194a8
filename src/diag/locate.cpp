// Lines and columns of byte ranges. Must tolerate offsets that the bytes no longer have.
#include "diag/locate.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/parallel.hpp"
#include "base/text.hpp"

namespace hazcheck {

namespace {

// The beginnings of a file's lines: a file may have tens of thousands of things to show.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : bytes_(bytes), starts_{bytes.starts_with("\xEF\xBB\xBF") ? 3U : 0U} {
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
      starts_.push_back(at + 1);
  }

  // Quick where one call's mark begins in or behind the last one's line: a line may have a megabyte.
  Place place_of(const std::string& path, Mark mark) {
    Place place;
    place.path = path;
    if (!mark.present() || bytes_.empty()) return place;
    const std::size_t begin = clip(mark.begin), end = std::max(begin, clip(mark.end));
    place.line = line_of(begin);
    place.column = column_of(place.line, begin);
    last_ = {place.line, begin, place.column};
    place.end_line = line_of(end);
    place.end_column = column_of(place.end_line, end);
    const std::size_t start = starts_[place.line - 1];
    std::size_t stop = place.line < starts_.size() ? starts_[place.line] - 1 : bytes_.size();
    if (stop > start && bytes_[stop - 1] == '\r') --stop;
    if (begin - std::min(start, begin) < kLongestExcerpt)
      place.text = bytes_.substr(start, std::min<std::size_t>(stop - start, kLongestExcerpt));
    return place;
  }

 private:
  static constexpr std::size_t kLongestExcerpt = 4096;

  std::size_t clip(std::uint32_t n) const { return std::min<std::size_t>(n, bytes_.size()); }
  std::size_t line_of(std::size_t at) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), at);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - starts_.begin()));
  }
  std::size_t column_of(std::size_t line, std::size_t at) const {
    if (line == last_.line && at >= last_.at) return last_.column + count_chars(bytes_.substr(last_.at, at - last_.at));
    const std::size_t start = std::min(starts_[line - 1], at);
    return 1 + count_chars(bytes_.substr(start, at - start));
  }

  struct Known {
    std::size_t line = 0, at = 0, column = 0;
  };

  std::string_view bytes_;
  std::vector<std::size_t> starts_;
  Known last_;
};

}  // namespace

Place place_of(const std::string& path, std::string_view bytes, Mark mark) { return Lines(bytes).place_of(path, mark); }

void locate(Diagnostics& diagnostics, const std::function<FileText(FileId)>& read, unsigned jobs) {
  struct Wanted {
    Span at;
    Place* place;
  };
  std::map<FileId, std::vector<Wanted>> by_file;
  for (Diagnostic& d : diagnostics.list()) {
    by_file[d.at.file].push_back({d.at, &d.place});
    for (RelatedNote& n : d.notes) by_file[n.at.file].push_back({n.at, &n.place});
  }
  by_file.erase(kNoFile);
  std::vector<std::pair<const FileId, std::vector<Wanted>>*> files;
  files.reserve(by_file.size());
  for (auto& file : by_file) files.push_back(&file);
  parallel_for(files.size(), jobs, [&](std::size_t i, unsigned) {
    auto& [file, wanted] = *files[i];
    const FileText text = read(file);
    Lines lines(text.bytes);
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const Wanted& a, const Wanted& b) { return a.at.mark.begin < b.at.mark.begin; });
    for (const Wanted& w : wanted) *w.place = lines.place_of(text.path, w.at.mark);
  });
}

}  // namespace hazcheck
