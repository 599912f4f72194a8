// A hazard as a row of somebody's ledger tells it, and the record that such rows become. Owns its texts: they come from
// a spreadsheet, not from the workspace.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace hazcheck {

struct LedgerEvent {
  Date date{};
  EventKind kind = EventKind::rectified;
  std::string by, acting_for, reason, note, writeoff, to, department;
  std::optional<Date> due;
  std::vector<std::string> evidence;
};

struct LedgerEntry {
  std::size_t row = 0;  // in the ledger, from 1
  const Round* round = nullptr;
  const Unit* unit = nullptr;
  std::string id;    // within the record; empty: to be numbered
  std::string item;  // an item or a section
  std::string subject, location, description, severity, note;
  Date found{};
  std::optional<Date> made, due;
  std::string measures, source, owner, interim, emergency_plan;
  std::optional<std::int64_t> amount;  // 0.01 yuan
  std::vector<LedgerEvent> log;        // by date
  std::vector<std::string> inspectors;
  std::vector<Text> assumed;  // what the ledger does not say and an event needs; its note says so too
  bool has_plan() const { return made || due || amount || !measures.empty() || !owner.empty() || !source.empty(); }
};

struct LedgerRecord {
  const Round* round = nullptr;
  const Unit* unit = nullptr;
  Date date{};  // the latest day on which one of its hazards was found
  std::vector<std::string> inspectors;
  std::vector<LedgerEntry> hazards;
};

}  // namespace hazcheck
