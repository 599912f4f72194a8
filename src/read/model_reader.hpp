// Snapshot to Model: finds the files, reads and decodes them (records on several threads), and reports what does
// not have the shape of a field table. Must not judge what belongs to a rule of HZ2 and above, but for the files
// and paths themselves.
#pragma once
#include <functional>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/model.hpp"
#include "read/decoder.hpp"
#include "source/snapshot.hpp"

namespace hazcheck {

struct ReadOptions {
  unsigned jobs = 0;  // threads; 0: all usable cores
  Prose prose = Prose::keep;
  // Called for each record while its answers are there in full (Record::details), from the thread that read it.
  // `model` has the campaign, roster and checklists; its records are still being read.
  std::function<void(const Model& model, const Record& record, Diagnostics& diagnostics)> on_record;
  // Called now and then with the number of files done and in all; from any thread, never at the same time.
  std::function<void(std::size_t done, std::size_t total)> progress;
};

struct ReadModel {
  Model model;
  std::vector<Failure> failures;  // files that the environment would not let us read
};

// Never throws on bad data. The Model may be partial: Campaign::read and Roster::read say whether those were there.
ReadModel read_model(const Snapshot& snapshot, Diagnostics& diagnostics, const ReadOptions& options = {});

// Reads those records once more, for their answers in full, on several threads but a bounded number at a time.
// `format` makes a record's bytes from its details, on the thread that read it; `take` gets them in the order of
// `records`, one call at a time, and stops the rest by returning false. Fails where a file cannot be read any more, or
// does not say what it said when `model` was read.
struct RecordText {
  std::vector<std::string> parts;
};
Outcome visit_details(const Snapshot& snapshot, const Model& model, const std::vector<const Record*>& records,
                      unsigned jobs, const std::function<void(const Record& record, RecordText& out)>& format,
                      const std::function<bool(RecordText& text)>& take);

}  // namespace hazcheck
