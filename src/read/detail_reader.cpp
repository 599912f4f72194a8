// The second reading of records, for what the model does not keep. Must not report anything to the user but failures:
// the first reading has said all there is to say.
#include <algorithm>

#include "base/parallel.hpp"
#include "read/model_reader.hpp"
#include "read/record_reader.hpp"
#include "yaml/reader.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kAtOnce = 128;  // records whose bytes wait to be taken

struct Worker {
  Arena keep{64 * 1024};
  Arena scratch{256 * 1024};
  std::string bytes;
};

Failure changed(const std::string& path) {
  return {say("'{0}' changed while it was being read; try again", "'{0}' 在读取过程中被改动，请重试", path)};
}

// Whether the second reading answers as the first did.
bool agrees(const Record& first, const Record& second) {
  std::size_t known = 0;
  for (const AnswerDetail& a : second.details) {
    if (a.item == kNoIndex) continue;
    if (known >= first.answers.size() || first.answers[known].item != a.item ||
        first.answers[known].outcome != a.outcome)
      return false;
    ++known;
  }
  return known == first.answers.size() && first.round == second.round && first.unit == second.unit &&
         first.date.value == second.date.value;
}

Outcome read_again(const Snapshot& snapshot, const Model& model, const Record& first, Worker& worker,
                   const std::function<void(const Record&, RecordText&)>& format, RecordText& out) {
  worker.keep.reset();
  worker.scratch.reset();
  const Entry& entry = snapshot.entries()[first.file];
  Outcome read = snapshot.read(entry, kMaxFileBytes, worker.bytes);
  if (!read) return read;
  Diagnostics said_before;
  const Node* root = read_yaml(worker.bytes, first.file, worker.scratch, said_before).root;
  if (root == nullptr) return changed(entry.path);
  Decoder decoder(first.file, worker.keep, said_before);
  Record record;
  record.file = first.file;
  if (!read_record(decoder, *root, model, worker.scratch, record) || !agrees(first, record)) return changed(entry.path);
  format(record, out);
  return Done{};
}

}  // namespace

Outcome visit_details(const Snapshot& snapshot, const Model& model, const std::vector<const Record*>& records,
                      unsigned jobs, const std::function<void(const Record&, RecordText&)>& format,
                      const std::function<bool(RecordText&)>& take) {
  const unsigned most = jobs == 0 ? usable_cores() : jobs;
  std::vector<Worker> workers(most);
  for (std::size_t from = 0; from < records.size(); from += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, records.size() - from);
    std::vector<RecordText> texts(count);
    std::vector<Outcome> outcomes(count, Done{});
    parallel_for(count, most, [&](std::size_t i, unsigned w) {
      outcomes[i] = read_again(snapshot, model, *records[from + i], workers[w], format, texts[i]);
    });
    for (std::size_t i = 0; i < count; ++i) {
      if (!outcomes[i]) return outcomes[i];
      if (!take(texts[i])) return Done{};
    }
  }
  return Done{};
}

}  // namespace hazcheck
