// The order of reading: campaign, roster, checklists, then the records on all cores.
#include "read/model_reader.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <unordered_set>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "read/campaign_reader.hpp"
#include "read/checklist_reader.hpp"
#include "read/read_rules.hpp"
#include "read/record_reader.hpp"
#include "read/roster_reader.hpp"
#include "read/workspace_files.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

// What one thread needs to turn files into records; reused from file to file.
struct Worker {
  std::unique_ptr<Arena> keep = std::make_unique<Arena>(256 * 1024);
  Arena scratch{256 * 1024};
  std::string bytes;
  Diagnostics diagnostics;
  std::vector<Failure> failures;
};

bool has_errors(const Diagnostics& diagnostics, std::size_t from) {
  const std::vector<Diagnostic>& list = diagnostics.list();
  return std::any_of(list.begin() + static_cast<long>(from), list.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

class Reading {
 public:
  Reading(const Snapshot& snapshot, Diagnostics& diagnostics, const ReadOptions& options)
      : snapshot_(snapshot), diagnostics_(diagnostics), options_(options) {}

  ReadModel run() {
    model().files.reserve(snapshot_.entries().size());
    for (const Entry& e : snapshot_.entries()) model().files.push_back(e.path);
    files_ = sort_files(snapshot_, diagnostics_);
    read_one(files_.campaign, [&](Decoder& d, const Node& root) { read_campaign(d, root, model().campaign); });
    model().campaign.file = files_.campaign;
    read_one(files_.roster, [&](Decoder& d, const Node& root) { read_roster(d, root, model().roster); });
    model().roster.file = files_.roster;
    for (FileId file : files_.checklists) {
      Checklist checklist;
      checklist.file = file;
      bool usable = false;
      read_one(file, [&](Decoder& d, const Node& root) { usable = read_checklist(d, root, checklist); });
      if (usable) model().checklists.push_back(std::move(checklist));
    }
    read_records();
    report_unread(files_, model(), diagnostics_);
    index_hazards(model());
    return std::move(out_);
  }

 private:
  Model& model() { return out_.model; }

  // Reads and parses one file in a worker's buffers; null where there is no tree.
  const Node* parse(FileId file, Worker& worker) {
    worker.scratch.reset();
    Outcome read = snapshot_.read(snapshot_.entries()[file], kMaxFileBytes, worker.bytes);
    if (!read) {
      worker.failures.push_back(read.failure());
      return nullptr;
    }
    return read_yaml(worker.bytes, file, worker.scratch, worker.diagnostics).root;
  }

  template <class F>
  void read_one(FileId file, const F& decode) {
    if (file == kNoFile) return;
    Worker worker;
    if (const Node* root = parse(file, worker)) {
      Decoder decoder(file, *worker.keep, worker.diagnostics, &model());
      decode(decoder, *root);
    }
    finish(worker);
  }

  void read_records() {
    std::vector<Record>& records = model().records;
    records.resize(files_.records.size());
    unsigned jobs = options_.jobs == 0 ? usable_cores() : options_.jobs;
    jobs = static_cast<unsigned>(std::min<std::size_t>(jobs, std::max<std::size_t>(1, records.size())));
    std::vector<Worker> workers(jobs);
    std::atomic<std::size_t> done{0};
    std::mutex progress;
    parallel_for(records.size(), jobs, [&](std::size_t i, unsigned w) {
      read_record_file(files_.records[i], workers[w], records[i]);
      const std::size_t count = done.fetch_add(1, std::memory_order_relaxed) + 1;
      if (options_.progress && count % 64 == 0) {
        const std::lock_guard lock(progress);
        options_.progress(count, records.size());
      }
    });
    for (Worker& w : workers) finish(w);
    std::erase_if(records, [](const Record& r) { return r.file == kNoFile; });
    check_paths();
  }

  // A record that says it is another's copy (a second record of that unit) is reported for that, not for its path too.
  void check_paths() {
    const auto place = [](const Record& r) {
      return fmt::format("records/{}/{}.yaml", r.round_id.value, r.unit_id.value);
    };
    std::vector<const Record*> misplaced;
    std::string rightly;
    for (const Record& r : model().records) {
      rightly.assign("records/").append(r.round_id.value).append("/").append(r.unit_id.value).append(".yaml");
      if (rightly != model().files[r.file]) misplaced.push_back(&r);
    }
    if (misplaced.empty()) return;
    std::unordered_set<std::string> rightly_placed;
    for (const Record& r : model().records)
      if (std::string said = place(r); said == model().files[r.file]) rightly_placed.insert(std::move(said));
    for (const Record* r : misplaced) {
      if (rightly_placed.contains(place(*r))) continue;
      Decoder decoder(r->file, *model().arenas.front(), diagnostics_);
      check_path(decoder, model().files[r->file], *r);
    }
  }

  void read_record_file(FileId file, Worker& worker, Record& out) {
    const std::size_t reports = worker.diagnostics.size();
    const Node* root = parse(file, worker);
    if (root == nullptr) return;
    const bool mended = has_errors(worker.diagnostics, reports);
    Decoder decoder(file, *worker.keep, worker.diagnostics, &model());
    decoder.treat_prose(options_.prose);
    Record record;
    record.file = file;
    if (!read_record(decoder, *root, model(), worker.scratch, record)) return;
    record.mended = mended;
    record.lists_flawed = record.lists_flawed || mended;
    if (options_.on_record) options_.on_record(model(), record, worker.diagnostics);
    slim_answers(record, *worker.keep);
    out = record;
  }

  void finish(Worker& worker) {
    diagnostics_.append(std::move(worker.diagnostics));
    std::move(worker.failures.begin(), worker.failures.end(), std::back_inserter(out_.failures));
    model().arenas.push_back(std::move(worker.keep));
  }

  const Snapshot& snapshot_;
  Diagnostics& diagnostics_;
  const ReadOptions& options_;
  WorkspaceFiles files_;
  ReadModel out_;
};

}  // namespace

ReadModel read_model(const Snapshot& snapshot, Diagnostics& diagnostics, const ReadOptions& options) {
  return Reading(snapshot, diagnostics, options).run();
}

}  // namespace hazcheck
