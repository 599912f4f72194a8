// Decodes scalars and small collections of one file's tree into model values, reporting what has the wrong shape.
// Every function leaves `out` as it was where it reports a fault.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "diag/diagnostic.hpp"
#include "model/model.hpp"
#include "yaml/node.hpp"

namespace hazcheck {

template <class E>
struct Choice {
  std::string_view word;
  E value;
  std::string_view zh = {};  // what the word means, where label_of() does not say
};

// What becomes of the text that only people read: descriptions, locations, measures, reasons, notes. Forgotten, it is
// empty, though present: most of a register is such text, and neither its rules nor its figures need it.
enum class Prose : std::uint8_t { keep, forget };

class Decoder {
 public:
  // `keep` holds the texts and lists that outlive the file's bytes.
  // `known` is what has been read so far: titles written in place of ids are looked up there.
  Decoder(FileId file, Arena& keep, Diagnostics& sink, const Model* known = nullptr)
      : file_(file), keep_(&keep), sink_(&sink), known_(known) {}

  // The same file and sink, for values that do not outlive the tree: texts stay where they are, lists go to `scratch`.
  Decoder borrowing(Arena& scratch) const {
    Decoder d(file_, scratch, *sink_, known_);
    d.borrows_ = true;
    return d;
  }

  void treat_prose(Prose prose) { prose_ = prose; }
  bool keeps_prose() const { return prose_ == Prose::keep; }

  // The key whose value is decoded next: it tells what an id in it stands for.
  void at_key(std::string_view key) { key_ = key; }

  FileId file() const { return file_; }
  // How much has been reported of this file so far: where it grew, what was read meanwhile is flawed.
  std::size_t reports() const { return sink_->size(); }
  Arena& arena() { return *keep_; }
  std::string_view keep(std::string_view text) { return borrows_ ? text : keep_->share(text); }

  bool expect_mapping(const Node& node, std::string_view what);
  bool expect_sequence(const Node& node);
  bool expect_scalar(const Node& node);

  void text(const Node& node, Word& out);  // an empty text counts as absent
  // Text that only people read; what is not to be kept of it stays where it is.
  void prose(const Node& node, Word& out);
  void title(const Node& node, Title& out);
  void id(const Node& node, Word& out);
  void name(const Node& node, Word& out);  // one person
  void date(const Node& node, Day& out);
  void boolean(const Node& node, bool& out);
  std::optional<long> integer(const Node& node, long least);
  std::optional<double> number(const Node& node);
  void money(const Node& node, Located<std::int64_t>& out);
  void words(const Node& node, std::vector<Word>& out, void (Decoder::*one)(const Node&, Word&));
  void words(const Node& node, List<Word>& out, void (Decoder::*one)(const Node&, Word&));

  template <class E>
  std::optional<E> choice(const Node& node, std::span<const Choice<E>> choices) {
    if (!expect_scalar(node)) return std::nullopt;
    for (const Choice<E>& c : choices)
      if (c.word == node.text) return c.value;
    std::vector<std::string_view> all, zh;
    for (const Choice<E>& c : choices) {
      all.push_back(c.word);
      if constexpr (requires { label_of(c.value).zh; }) zh.push_back(label_of(c.value).zh);
      else zh.push_back(c.zh);
    }
    unknown_value(node, all, zh);
    return std::nullopt;
  }

  // Gives the known key that was probably meant: `guess`, or one that is spelt like it. `home` says where else the key
  // belongs, where that is known.
  std::optional<std::string_view> unknown_key(const Node& key, std::string_view what,
                                              std::span<const std::string_view> known,
                                              std::optional<std::string_view> guess = {}, Text home = {});
  void missing_key(const Node& node, std::string_view what, std::string_view key);
  void empty_value(const Node& key, const Node& value);
  // `zh`: what each of them means; empty: nothing, or all speak for themselves.
  void unknown_value(const Node& node, std::span<const std::string_view> known,
                     std::span<const std::string_view> zh = {});
  void wrong_type(const Node& node, Label wanted, Text help = {});
  Diagnostic& report(std::string_view code, Mark at, Text message, Text help = {});

 private:
  // A scalar's text without the blanks around it; empty where there is none, or no scalar (reported).
  std::string_view words_in(const Node& node);

  FileId file_;
  Arena* keep_;
  Diagnostics* sink_;
  bool borrows_ = false;
  Prose prose_ = Prose::keep;
  const Model* known_;
  std::string_view key_;
  std::vector<Word> scratch_;
};

// "a mapping", "a list", "text" …
Label describe(const Node& node);

}  // namespace hazcheck
