// What the columns of a ledger may be, and the headers by which they are known: our own in both languages, and those
// that offices use. Must not look at any row but the header.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/lang.hpp"

namespace hazcheck {

enum class LedgerColumn : std::uint8_t {
  id,
  unit,
  unit_title,
  round,
  section,
  item,
  item_text,
  subject,
  location,
  description,
  severity,
  status,
  found,
  due_original,
  due,
  owner,
  department,
  measures,
  funding_amount,
  funding_source,
  planned,
  rectified,
  rectified_by,
  closed,
  closed_by,
  closed_for,
  writeoff,
  evidence,
  escalated,
  escalated_to,
  answered,
  supervised,
  deferrals,
  reopens,
  interim,
  emergency_plan,
  inspectors,
  note,
  derived  // ours, and worked out from the others: read past
};
inline constexpr std::size_t kLedgerColumns = static_cast<std::size_t>(LedgerColumn::derived);

struct LedgerColumnInfo {
  LedgerColumn column;
  std::string_view name;     // as in `list`, and in a map
  std::string_view headers;  // others it is known by, separated by blanks
};
std::span<const LedgerColumnInfo> ledger_columns_known();
std::string_view name_of(LedgerColumn column);
std::optional<LedgerColumn> ledger_column_named(std::string_view name);

// By its header, blanks and what stands in brackets aside. Nothing: not known.
std::optional<LedgerColumn> guess_ledger_column(std::string_view header);
// Whether the header says that amounts below it are in units of 10,000 yuan.
bool counts_in_ten_thousands(std::string_view header);

}  // namespace hazcheck
