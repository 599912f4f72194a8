// What a rule is: a row of data (diag/rule_info.hpp) and a function over one record or over the whole register.
#pragma once
#include <span>
#include <vector>

#include "diag/diagnostic.hpp"
#include "model/model.hpp"
#include "status/timeline.hpp"

namespace hazcheck {

// Whether an item is asked of a record, or why it is not.
enum class Asked : std::uint8_t { yes, covered_elsewhere, not_applicable, out_of_scope };

// Given to rules that need one record only. They run while its file is read, on several threads, before the other
// records are there: model.campaign, roster and checklists may be used, model.records and hazards may not.
// record.details holds the answers in full.
struct RecordContext {
  const Model& model;
  const Record& record;
  Date today;
  std::vector<Asked> asked;  // by item, where the record can be judged; check_record() fills it in
};

// Given to rules that need the merged register. record.details is gone.
struct RegisterContext {
  const Model& model;
  const Timelines& timelines;
  Date today;
};

// Where a rule says what it found; knows the rule's row.
class Emit {
 public:
  Emit(Diagnostics& sink, const RuleInfo& rule, FileId file) : sink_(&sink), rule_(&rule), file_(file) {}
  Diagnostic& operator()(Mark at, Text message, Text help = {}) {
    return sink_->add(*rule_, {file_, at}, std::move(message), std::move(help));
  }
  Diagnostic& operator()(Span at, Text message, Text help = {}) {
    return sink_->add(*rule_, at, std::move(message), std::move(help));
  }

 private:
  Diagnostics* sink_;
  const RuleInfo* rule_;
  FileId file_;
};

struct Rule {
  RuleInfo info;
  void (*on_record)(const RecordContext&, Emit&) = nullptr;
  void (*on_register)(const RegisterContext&, Emit&) = nullptr;  // pass Spans: the default file is the campaign's
};

// The families; each a file of its own.
std::span<const Rule> identity_rules();  // HZ2
std::span<const Rule> answer_rules();    // HZ3
std::span<const Rule> time_rules();      // HZ4
std::span<const Rule> loop_rules();      // HZ5

// Runs every rule of its kind; those over the register on at most `jobs` threads (0: all usable cores), a rule on one.
void check_record(RecordContext context, Diagnostics& diagnostics);
void check_register(const RegisterContext& context, Diagnostics& diagnostics, unsigned jobs = 1);

// Every row there is, the reader's included (HZ0, HZ1), by code.
const std::vector<const RuleInfo*>& all_rules();
const RuleInfo* find_rule(std::string_view code_or_name);

}  // namespace hazcheck
