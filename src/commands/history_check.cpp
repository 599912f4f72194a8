// Loads only what differs: a state that is compared with holds the records that changed and the files all records rest
// on, unless those changed too. Must not decide what a fault is (rules/history).
#include "commands/history_check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "rules/history.hpp"
#include "rules/rule.hpp"
#include "source/git_snapshot.hpp"

namespace hazcheck {
namespace {

// One state of the register, read from git.
struct State {
  Snapshot snapshot;
  Model model;
  Timelines timelines;
  Diagnostics diagnostics;
  std::vector<Failure> failures;
};

struct Place {
  const Repository& repository;
  const std::string& prefix;
};

Result<std::unique_ptr<State>> load_state(Place at, const std::string& oid, const PathSet* records,
                                          const ReadOptions& options = {}) {
  Result<Snapshot> snapshot = load_commit(at.repository, at.prefix, oid, short_oid(oid), records);
  if (!snapshot) return snapshot.failure();
  auto state = std::make_unique<State>();
  state->snapshot = std::move(*snapshot);
  ReadModel read = read_model(state->snapshot, state->diagnostics, options);
  if (!read.failures.empty()) return read.failures.front();
  state->model = std::move(read.model);
  state->timelines = timelines_of(state->model);
  return state;
}

struct Parent {
  std::string oid;
  PathSet changed;               // paths that differ from it
  bool foundations = false;      // campaign, roster or a checklist among them
  std::unique_ptr<State> state;  // its records that changed; all where the foundations did
};

bool touches_foundations(const PathSet& changed) {
  return std::any_of(changed.begin(), changed.end(),
                     [](const std::string& p) { return !p.starts_with(kRecordFolder); });
}

Result<Parent> load_parent(Place at, std::string oid, PathSet changed) {
  Parent parent{std::move(oid), std::move(changed), false, nullptr};
  parent.foundations = touches_foundations(parent.changed);
  Result<std::unique_ptr<State>> state = load_state(at, parent.oid, parent.foundations ? nullptr : &parent.changed);
  if (!state) return state.failure();
  parent.state = std::move(*state);
  return parent;
}

std::string key_of(const Diagnostic& d) { return std::string(d.rule->code) + "\n" + d.message.en; }

struct Days {
  Date commit;
  Date today;
};

// What `side` did to things that its common ancestor with `parent` still had: judged with the commits that did it.
Outcome judged_before(Place at, const std::string& parent, const std::string& side, Days days,
                      std::set<std::string>& keys) {
  const Result<std::optional<std::string>> base = merge_base(at.repository, parent, side);
  if (!base) return base.failure();
  if (!*base || **base == side) return Done{};
  Result<PathSet> changed = changed_paths(at.repository, at.prefix, **base, side);
  if (!changed) return changed.failure();
  const bool all = touches_foundations(*changed);
  const Result<std::unique_ptr<State>> before = load_state(at, **base, all ? nullptr : &*changed);
  if (!before) return before.failure();
  const Result<std::unique_ptr<State>> after = load_state(at, side, all ? nullptr : &*changed);
  if (!after) return after.failure();
  Diagnostics found;
  check_history((*before)->model, (*after)->model, (*after)->timelines, {days.commit, days.today, &*changed}, found);
  for (const Diagnostic& d : found.list()) keys.insert(key_of(d));
  return Done{};
}

Outcome check_parents(Place at, const Model& after, const Timelines& timelines, const std::vector<Parent>& parents,
                      Days days, Diagnostics& sink) {
  std::map<std::string, std::size_t> additions;  // in how many comparisons
  std::set<std::string> reported;
  for (const Parent& parent : parents) {
    Diagnostics found;
    check_history(parent.state->model, after, timelines, {days.commit, days.today, &parent.changed}, found);
    if (found.empty()) continue;
    std::set<std::string> judged;
    for (const Parent& side : parents) {
      if (&side == &parent) continue;
      Outcome done = judged_before(at, parent.oid, side.oid, days, judged);
      if (!done) return done;
    }
    for (Diagnostic& d : found.list()) {
      const std::string key = key_of(d);
      if (is_about_additions(*d.rule)) {
        if (++additions[key] != parents.size()) continue;
      } else if (judged.contains(key) || !reported.insert(key).second) {
        continue;
      }
      sink.list().push_back(std::move(d));
    }
  }
  return Done{};
}

Result<PathSet> changed_since(const Loaded& after, const std::string& oid) {
  const Repository& repository = *after.repository;
  if (after.commit) return changed_paths(repository, after.prefix, oid, *after.commit);
  if (after.staged) return changed_in_index(repository, after.prefix, oid);
  return changed_in_work_tree(repository, after.prefix, oid, after.snapshot);
}

Result<std::vector<Parent>> load_parents(const Loaded& after, const std::vector<std::string>& oids) {
  std::vector<Parent> parents;
  for (const std::string& oid : oids) {
    Result<PathSet> changed = changed_since(after, oid);
    if (!changed) return changed.failure();
    Result<Parent> parent = load_parent({*after.repository, after.prefix}, oid, std::move(*changed));
    if (!parent) return parent.failure();
    parents.push_back(std::move(*parent));
  }
  return parents;
}

Result<std::vector<std::string>> resolve_all(const Repository& repository, const std::vector<std::string>& revisions) {
  std::vector<std::string> oids;
  for (const std::string& revision : revisions) {
    Result<std::string> oid = resolve_commit(repository, revision);
    if (!oid) return oid.failure();
    if (std::find(oids.begin(), oids.end(), *oid) == oids.end()) oids.push_back(*oid);
  }
  return oids;
}

// ---- what a change breaks elsewhere ----

// The parent's register where only records differ: the staged one with those records as they were. Its views point
// into both models.
Model as_it_was(const Model& staged, const Parent& parent) {
  Model m;
  m.files = staged.files;
  m.campaign = staged.campaign;
  m.roster = staged.roster;
  m.checklists = staged.checklists;
  const auto add = [&](Record r) {
    r.round = m.campaign.find_round(r.round_id.value);
    r.unit = m.roster.find(r.unit_id.value);
    if (r.checklist != nullptr) r.checklist = m.find_checklist(r.checklist->id.value, r.checklist->version.value);
    m.records.push_back(r);
  };
  for (const Record& r : staged.records)
    if (!parent.changed.contains(staged.files[r.file])) add(r);
  for (Record r : parent.state->model.records) {
    m.files.push_back(parent.state->model.files[r.file]);
    r.file = static_cast<FileId>(m.files.size() - 1);
    add(r);
  }
  std::sort(m.records.begin(), m.records.end(),
            [&](const Record& a, const Record& b) { return m.files[a.file] < m.files[b.file]; });
  index_hazards(m);
  return m;
}

// Where a fault stands and what it says, comparable between two states of a register.
std::string standing_of(const Diagnostic& d, const std::vector<std::string>& files) {
  return fmt::format("{}\n{}\n{}", d.at.file < files.size() ? files[d.at.file] : "", d.at.mark.begin, key_of(d));
}

// What the rules over the whole register, or all rules where the foundations changed, say of the parent.
Result<std::set<std::string>> faults_of(Place at, const Model& staged, const Parent& parent, Date today) {
  std::set<std::string> known;
  if (!parent.foundations) {
    const Model model = as_it_was(staged, parent);
    Diagnostics found;
    check_register({model, timelines_of(model), today}, found);
    for (const Diagnostic& d : found.list()) known.insert(standing_of(d, model.files));
    return known;
  }
  ReadOptions options;
  options.on_record = [&](const Model& model, const Record& record, Diagnostics& diagnostics) {
    check_record({model, record, today}, diagnostics);
  };
  Result<std::unique_ptr<State>> state = load_state(at, parent.oid, nullptr, options);
  if (!state) return state.failure();
  check_register({(*state)->model, (*state)->timelines, today}, (*state)->diagnostics);
  for (const Diagnostic& d : (*state)->diagnostics.list()) known.insert(standing_of(d, (*state)->model.files));
  return known;
}

// Leaves what stands in files that differ from every parent, and what no parent has.
Outcome narrow(Loaded& staged, const std::vector<Parent>& parents, Date today) {
  const std::vector<std::string>& files = staged.model.files;
  std::vector<Diagnostic>& list = staged.diagnostics.list();
  std::vector<char> known(list.size(), 0);
  for (const Parent& parent : parents) {
    std::optional<std::set<std::string>> faults;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (known[i] != 0 || list[i].at.file >= files.size() || parent.changed.contains(files[list[i].at.file])) continue;
      // Nothing is broken by a note.
      if (list[i].severity == Severity::note || (i < staged.register_from && !parent.foundations)) {
        known[i] = 1;
        continue;
      }
      if (!faults) {
        Result<std::set<std::string>> found =
            faults_of({*staged.repository, staged.prefix}, staged.model, parent, today);
        if (!found) return found.failure();
        faults = std::move(*found);
      }
      if (faults->contains(standing_of(list[i], files))) known[i] = 1;
    }
  }
  std::size_t i = 0;
  std::erase_if(list, [&](const Diagnostic&) { return known[i++] != 0; });
  return Done{};
}

// ---- one commit of a range ----
Outcome check_commit(Place at, const Commit& commit, Date today, PathSet& files, Diagnostics& out) {
  std::vector<PathSet> changed;
  PathSet all;
  for (const std::string& parent : commit.parents) {
    Result<PathSet> paths = changed_paths(at.repository, at.prefix, parent, commit.oid);
    if (!paths) return paths.failure();
    all.insert(paths->begin(), paths->end());
    changed.push_back(std::move(*paths));
  }
  if (all.empty()) return Done{};
  files.insert(all.begin(), all.end());
  std::vector<Parent> parents;
  for (std::size_t i = 0; i < commit.parents.size(); ++i) {
    Result<Parent> parent = load_parent(at, commit.parents[i], std::move(changed[i]));
    if (!parent) return parent.failure();
    parents.push_back(std::move(*parent));
  }
  const Result<std::unique_ptr<State>> after = load_state(at, commit.oid, touches_foundations(all) ? nullptr : &all);
  if (!after) return after.failure();
  Diagnostics found;
  Outcome done = check_parents(at, (*after)->model, (*after)->timelines, parents, {commit.day, today}, found);
  if (!done) return done;
  locate_in((*after)->snapshot, found);
  for (Diagnostic& d : found.list()) {
    d.at.file = kNoFile;  // the place is known; the file is another commit's
    for (RelatedNote& n : d.notes) n.at.file = kNoFile;
    d.notes.push_back({{},
                       say("in commit {0} of {1}: {2}", "提交 {0}（{1}）：{2}", short_oid(commit.oid),
                           to_string(commit.day), elide(printable(commit.subject), 60)),
                       {}});
  }
  out.append(std::move(found));
  return Done{};
}

// What is gone between the ends of a range though no single commit took it away: a commit in between that cannot be
// read hides what the next one drops.
Outcome check_ends(Place at, const std::string& first, const Commit& last, Date today, Diagnostics& out) {
  const Result<PathSet> changed = changed_paths(at.repository, at.prefix, first, last.oid);
  if (!changed) return changed.failure();
  const bool all = touches_foundations(*changed);
  const Result<std::unique_ptr<State>> before = load_state(at, first, all ? nullptr : &*changed);
  if (!before) return before.failure();
  const Result<std::unique_ptr<State>> after = load_state(at, last.oid, all ? nullptr : &*changed);
  if (!after) return after.failure();
  std::set<std::string> known;
  for (const Diagnostic& d : out.list()) known.insert(key_of(d));
  Diagnostics found;
  check_history((*before)->model, (*after)->model, (*after)->timelines, {last.day, today, &*changed}, found);
  std::erase_if(found.list(),
                [&](const Diagnostic& d) { return d.severity != Severity::error || known.contains(key_of(d)); });
  locate_in((*after)->snapshot, found);
  for (Diagnostic& d : found.list()) {
    d.at.file = kNoFile;
    for (RelatedNote& n : d.notes) n.at.file = kNoFile;
    d.notes.push_back({{},
                       say("between {0} and {1}, behind a commit in which the record cannot be read",
                           "在 {0} 与 {1} 之间，中间有提交使该记录无法读取", short_oid(first), short_oid(last.oid)),
                       {}});
  }
  out.append(std::move(found));
  return Done{};
}

// The state that a range starts from; empty where it starts from nothing.
Result<std::optional<std::string>> start_of(const Repository& repository, const std::string& range,
                                            const std::vector<Commit>& commits) {
  const std::string from = range.substr(0, range.find(".."));
  const Result<std::string> first = resolve_commit(repository, from.empty() ? "HEAD" : from);
  if (first) return merge_base(repository, *first, commits.back().oid);
  if (commits.front().parents.empty()) return std::optional<std::string>();
  return std::optional<std::string>(commits.front().parents.front());
}

}  // namespace

Outcome check_against(Call& call, Loaded& after, const std::vector<std::string>& revisions, Date today) {
  Outcome found = find_repository_of(call, after);
  if (!found) return found;
  const Result<std::vector<std::string>> oids = resolve_all(*after.repository, revisions);
  if (!oids) return oids.failure();
  Days days{today, today};
  if (after.commit) {
    const Result<Commit> commit = read_commit(*after.repository, *after.commit);
    if (!commit) return commit.failure();
    days.commit = commit->day;
  }
  const Result<std::vector<Parent>> parents = load_parents(after, *oids);
  if (!parents) return parents.failure();
  return check_parents({*after.repository, after.prefix}, after.model, after.timelines, *parents, days,
                       after.diagnostics);
}

Outcome read_and_check_staged(Call& call, Loaded& staged, const std::vector<std::string>& revisions, Date today) {
  Outcome found = find_repository_of(call, staged);
  if (!found) return found;
  Result<std::vector<std::string>> oids = resolve_all(*staged.repository, revisions);
  if (!oids) return oids.failure();
  if (oids->empty()) {
    const Result<std::optional<std::string>> head = head_commit(*staged.repository);
    if (!head) return head.failure();
    if (!*head) {
      read_workspace(call, today, staged);
      return Done{};
    }
    oids->push_back(**head);
    const Result<std::vector<std::string>> others = merging_with(*staged.repository);
    if (!others) return others.failure();
    oids->insert(oids->end(), others->begin(), others->end());
  }
  const Result<std::vector<Parent>> parents = load_parents(staged, *oids);
  if (!parents) return parents.failure();
  // What narrow() would leave out again need not be checked.
  read_workspace(call, today, staged, [&](const std::string& path) {
    return std::all_of(parents->begin(), parents->end(),
                       [&](const Parent& p) { return p.foundations || p.changed.contains(path); });
  });
  Outcome narrowed = narrow(staged, *parents, today);
  if (!narrowed) return narrowed;
  return check_parents({*staged.repository, staged.prefix}, staged.model, staged.timelines, *parents, {today, today},
                       staged.diagnostics);
}

Result<RangeFindings> check_range(Call& call, const std::string& range, Date today) {
  const Result<Repository> repository = repository_of(call);
  if (!repository) return repository.failure();
  const Result<std::string> from = prefix_of(*repository, call.directory);
  if (!from) return from.failure();
  const Result<std::vector<Commit>> commits = commits_in(*repository, range);
  if (!commits) return commits.failure();
  RangeFindings out;
  out.commits = commits->size();
  if (commits->empty()) return out;
  // The workspace as the last commit has it; where that has none any more, as it was before the first.
  std::optional<std::string> prefix;
  for (const std::string& oid :
       {commits->back().oid,
        commits->front().parents.empty() ? commits->front().oid : commits->front().parents.front()}) {
    if (prefix) break;
    const Result<std::optional<std::string>> place = find_workspace_in(*repository, oid, *from);
    if (!place) return place.failure();
    prefix = *place;
  }
  if (!prefix) return out;
  out.prefix = *prefix;
  PathSet files;
  for (const Commit& commit : *commits) {
    const Outcome done = check_commit({*repository, *prefix}, commit, today, files, out.diagnostics);
    if (!done) return done.failure();
  }
  out.files = files.size();
  const Result<std::optional<std::string>> start = start_of(*repository, range, *commits);
  if (!start) return start.failure();
  if (*start && commits->size() > 1) {
    const Outcome done = check_ends({*repository, *prefix}, **start, commits->back(), today, out.diagnostics);
    if (!done) return done.failure();
  }
  return out;
}

}  // namespace hazcheck
