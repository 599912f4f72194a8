// Collecting and ordering diagnostics. Must not print or read files.
#include "diag/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace hazcheck {

Label label_of(Severity severity) {
  switch (severity) {
    case Severity::error: return {"error", "错误"};
    case Severity::warning: return {"warning", "警告"};
    case Severity::note: break;
  }
  return {"note", "提示"};
}

std::string_view key_of(Severity severity) { return label_of(severity).en; }

Diagnostic& Diagnostics::add(const RuleInfo& rule, Span at, Text message, Text help) {
  Diagnostic& d = list_.emplace_back();
  d.rule = &rule;
  d.severity = rule.severity;
  d.at = at;
  d.message = std::move(message);
  d.help = std::move(help);
  return d;
}

void Diagnostics::append(Diagnostics&& other) {
  list_.insert(list_.end(), std::make_move_iterator(other.list_.begin()), std::make_move_iterator(other.list_.end()));
  other.list_.clear();
}

void Diagnostics::sort() {
  std::stable_sort(list_.begin(), list_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.path, a.at.mark.begin, a.rule->code, a.at.mark.end, a.message.en) <
           std::tie(b.place.path, b.at.mark.begin, b.rule->code, b.at.mark.end, b.message.en);
  });
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(list_.begin(), list_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace hazcheck
