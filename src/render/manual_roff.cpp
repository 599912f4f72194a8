// The manual in roff. Must pass `mandoc -Tlint -Wwarning`, and show minus signs that can be copied.
#include "base/text.hpp"
#include "render/manual.hpp"

namespace hazcheck {
namespace {

constexpr std::size_t kLine = 78;     // of the source
constexpr std::size_t kChinese = 64;  // columns: neither groff nor mandoc breaks Chinese lines, so we do

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\': out += "\\e"; break;
      case '-': out += "\\-"; break;
      case '\'': out += "\\(aq"; break;
      case '"': out += "\\(dq"; break;
      case '`': out += "\\(ga"; break;
      case '^': out += "\\(ha"; break;
      case '~': out += "\\(ti"; break;
      default: out += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

// Escaped, with `words as typed` in bold.
class Inline {
 public:
  std::string operator()(std::string_view text) {
    std::string out = bold_ ? "\\fB" : "";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('`', at), text.size());
      append_escaped(out, text.substr(at, end - at));
      if (end < text.size()) out += (bold_ = !bold_) ? "\\fB" : "\\fR";
      at = end + 1;
    }
    if (bold_) out += "\\fR";
    return out;
  }

 private:
  bool bold_ = false;  // goes on over the end of a line
};

class Roff {
 public:
  explicit Roff(const RoffOptions& options) : o_(options) {}

  std::string write(const ManualPage& page) {
    const bool zh = o_.lang == Lang::zh;
    out_ =
        ".\\\" Made by `hazcheck manual`; scripts/manual writes it anew. Change the tables and texts in src/, not this file.\n";
    std::string upper = page.name;
    for (char& c : upper)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    out_ += ".TH " + escaped(upper) + ' ' + std::to_string(page.section) + " \"" + std::string(o_.date) + "\" \"" +
            std::string(o_.source) + "\" \"" + (zh ? "hazcheck 手册" : "hazcheck manual") + "\"\n.nh\n.ad l\n";
    out_ += zh ? ".SH 名称\n" : ".SH NAME\n";
    out_ += escaped(page.name) + " \\- " + escaped(page.title) + "\n";
    for (const ManualBlock& b : page.blocks) block(b);
    return std::move(out_);
  }

 private:
  void block(const ManualBlock& b) {
    switch (b.kind) {
      case BlockKind::section: head(".SH ", b.head); return;
      case BlockKind::subsection: head(".SS ", b.head); return;
      case BlockKind::paragraph:
        if (!after_head_) out_ += ".PP\n";
        text(b.text);
        return;
      case BlockKind::entry:
        out_ += ".TP\n\\fB" + escaped(b.head) + "\\fR\n";
        text(b.text);
        return;
      case BlockKind::literal: literal(b.text); return;
    }
  }

  void head(std::string_view macro, std::string_view text) {
    std::string title = escaped(text);
    out_ += macro;
    out_ += title.find(' ') == std::string::npos ? title : "\"" + title + "\"";
    out_ += '\n';
    after_head_ = true;
  }

  void text(std::string_view words) {
    after_head_ = false;
    const bool zh = o_.lang == Lang::zh;
    Inline emphasis;
    const std::vector<std::string> lines = wrap(words, zh ? kChinese : kLine);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (zh && i > 0) out_ += ".br\n";
      std::string line = emphasis(lines[i]);
      if (!line.empty() && (line[0] == '.' || line[0] == ' ')) line.insert(0, "\\&");
      out_ += (line.empty() ? "\\&" : line) + "\n";
    }
  }

  void literal(std::string_view words) {
    if (!after_head_) out_ += ".PP\n";
    after_head_ = false;
    out_ += ".RS 4\n.nf\n";
    while (true) {
      const std::size_t end = words.find('\n');
      std::string line = escaped(words.substr(0, end));
      if (line.starts_with(".")) line.insert(0, "\\&");
      out_ += line + "\n";
      if (end == std::string_view::npos) break;
      words.remove_prefix(end + 1);
    }
    out_ += ".fi\n.RE\n";
  }

  const RoffOptions& o_;
  std::string out_;
  bool after_head_ = false;
};

}  // namespace

std::string manual_roff(const ManualPage& page, const RoffOptions& options) { return Roff(options).write(page); }

}  // namespace hazcheck
