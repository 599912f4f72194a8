// The manual on a terminal or in a pipe. Must look as man(1) shows the same page, without calling it or a pager.
#include <algorithm>

#include "base/text.hpp"
#include "render/manual.hpp"
#include "render/style.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kIndent = 7;
constexpr std::size_t kEntry = 14;

class PlainPage {
 public:
  PlainPage(std::size_t width, bool color) : width_(std::clamp<std::size_t>(width, 40, 100)), color_(color) {}

  void block(const ManualBlock& b, bool first_below_head) {
    switch (b.kind) {
      case BlockKind::section:
        out_ += '\n';
        append_toned(out_, b.head, Tone::bold, color_);
        out_ += '\n';
        return;
      case BlockKind::subsection:
        if (!first_below_head) out_ += '\n';
        out_ += "   ";
        append_toned(out_, b.head, Tone::bold, color_);
        out_ += '\n';
        return;
      case BlockKind::paragraph:
        if (!first_below_head) out_ += '\n';
        text(b.text, kIndent);
        return;
      case BlockKind::entry:
        if (!first_below_head) out_ += '\n';
        entry(b);
        return;
      case BlockKind::literal:
        if (!first_below_head) out_ += '\n';
        literal(b.text);
        return;
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // What is in backticks is shown in bold, or in quotes where there is none.
  void line(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find('`', at), words.size());
      append_toned(out_, words.substr(at, end - at), bold_ ? Tone::bold : Tone::plain, color_);
      if (end < words.size()) {
        bold_ = !bold_;
        if (!color_) out_ += '\'';
      }
      at = end + 1;
    }
    out_ += '\n';
  }

  void text(std::string_view words, std::size_t indent) {
    bold_ = false;
    for (const std::string& part : wrap(words, width_ - indent)) {
      out_.append(indent, ' ');
      line(part);
    }
  }

  void entry(const ManualBlock& b) {
    out_.append(kIndent, ' ');
    append_toned(out_, b.head, Tone::bold, color_);
    const std::size_t used = kIndent + columns(b.head);
    if (used + 1 >= kEntry) {
      out_ += '\n';
      text(b.text, kEntry);
      return;
    }
    bold_ = false;
    bool first = true;
    for (const std::string& part : wrap(b.text, width_ - kEntry)) {
      out_.append(first ? kEntry - used : kEntry, ' ');
      line(part);
      first = false;
    }
  }

  void literal(std::string_view words) {
    while (true) {
      const std::size_t end = words.find('\n');
      const std::string_view one = words.substr(0, end);
      if (!one.empty()) out_.append(kIndent + 4, ' ') += one;
      out_ += '\n';
      if (end == std::string_view::npos) break;
      words.remove_prefix(end + 1);
    }
  }

  std::string out_;
  std::size_t width_;
  bool color_;
  bool bold_ = false;
};

}  // namespace

std::string manual_text(const ManualPage& page, std::size_t width, bool color) {
  PlainPage plain(width, color);
  std::string out;
  append_toned(out, page.name + "(" + std::to_string(page.section) + ")", Tone::bold, color);
  out += " - " + page.title + "\n";
  bool below_head = false;
  for (const ManualBlock& b : page.blocks) {
    plain.block(b, below_head);
    below_head = b.kind == BlockKind::section || b.kind == BlockKind::subsection;
  }
  return out + plain.take();
}

}  // namespace hazcheck
