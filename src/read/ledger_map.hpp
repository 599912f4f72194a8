// The map that goes with a ledger of its own kind: which header is which column, and which words are which ids.
//
//   columns: {问题详情: description, 联系电话: "-"}     # "-": not used
//   units: {一中: sl-yizhong}        rounds: {第一轮: self}
//   sections: {消防: fire}           severities: {较大: major}
//   defaults: {round: self, section: fire, by: 赵敏, inspectors: [张三], funding_source: 公用经费}
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "read/ledger_columns.hpp"

namespace hazcheck {

struct LedgerMap {
  using Words = std::map<std::string, std::string, std::less<>>;  // as in the ledger, blanks aside → id
  std::map<std::string, LedgerColumn, std::less<>> columns;       // header, blanks aside
  Words units, rounds, sections, severities;
  std::string round, section;  // where the ledger names none
  std::string by;              // who stands for what it names nobody for
  std::string funding_source;  // of money that it names no source of
  std::vector<std::string> inspectors;
};

// Fails at the first fault, naming its line.
Result<LedgerMap> read_ledger_map(const std::string& path, std::string_view bytes);

}  // namespace hazcheck
