// The rows of the format registry. Must hold nothing else.
#include "render/formats.hpp"

#include <algorithm>
#include <array>

#include "render/csv.hpp"
#include "render/diagnostics_json.hpp"
#include "render/diagnostics_text.hpp"
#include "render/github.hpp"
#include "render/json.hpp"
#include "render/sarif.hpp"
#include "render/text.hpp"

namespace hazcheck {
namespace {

constexpr std::array<ReportFormat, 3> kReport{{
    {"text", {"aligned columns for people", "供阅读的对齐表格"}, render_text},
    {"csv", {"the first table as CSV", "第一张表，CSV 格式"}, render_csv},
    {"json", {"every table and what it was made from, as JSON", "全部表格及数据来源，JSON 格式"}, render_json},
}};

constexpr std::array<DiagnosticFormat, 4> kDiagnostic{{
    {"text", {"one line each, then the source line", "逐条列出，并附原文"}, render_diagnostics_text},
    {"json", {"one JSON object with all findings", "一个 JSON 对象，含全部结果"}, render_diagnostics_json},
    {"sarif", {"SARIF 2.1.0, for code scanning", "SARIF 2.1.0，供代码扫描平台使用"}, render_diagnostics_sarif, true},
    {"github", {"annotations for GitHub Actions", "GitHub Actions 注释"}, render_diagnostics_github, true},
}};

template <class Format>
const Format* find(std::span<const Format> formats, std::string_view name) {
  const auto at = std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == name; });
  return at == formats.end() ? nullptr : &*at;
}

}  // namespace

std::span<const ReportFormat> report_formats() { return kReport; }
std::span<const DiagnosticFormat> diagnostic_formats() { return kDiagnostic; }
const ReportFormat* find_report_format(std::string_view name) { return find(report_formats(), name); }
const DiagnosticFormat* find_diagnostic_format(std::string_view name) { return find(diagnostic_formats(), name); }

}  // namespace hazcheck
