// The markup of prose written by hand. Must stay as small as it is: what it cannot say, a page does not need.
#include "render/manual.hpp"

#include "base/text.hpp"

namespace hazcheck {
namespace {

class Prose {
 public:
  explicit Prose(ManualPage& page) : page_(page) {}

  void line(std::string_view text) {
    if (text.starts_with("    ") || (literal_ && text.empty())) {
      literal_line(text.empty() ? text : text.substr(4));
    } else if (text.empty()) {
      finish();
    } else if (text.starts_with("# ")) {
      finish();
      page_.heading(text.substr(2));
    } else if (text.starts_with("## ")) {
      finish();
      page_.subheading(text.substr(3));
    } else if (text.starts_with(": ")) {
      finish();
      head_ = text.substr(2);
    } else {
      if (literal_) finish();
      text = trim(text);
      // Chinese is written without blanks: lines that meet beside a wide character join without one.
      const bool wide = !text_.empty() && (static_cast<unsigned char>(text_.back()) >= 0x80 ||
                                           static_cast<unsigned char>(text[0]) >= 0x80);
      if (!text_.empty() && !wide) text_ += ' ';
      text_ += text;
    }
  }

  void finish() {
    while (literal_ && !text_.empty() && text_.back() == '\n') text_.pop_back();
    if (literal_) page_.literal(text_);
    else if (!head_.empty()) page_.entry(head_, text_);
    else if (!text_.empty()) page_.paragraph(text_);
    literal_ = false;
    head_.clear();
    text_.clear();
  }

 private:
  void literal_line(std::string_view text) {
    if (!literal_) finish();
    literal_ = true;
    (text_ += text) += '\n';
  }

  ManualPage& page_;
  bool literal_ = false;
  std::string head_;
  std::string text_;
};

}  // namespace

void ManualPage::prose(std::string_view markup) {
  Prose prose(*this);
  while (!markup.empty()) {
    const std::size_t end = markup.find('\n');
    prose.line(markup.substr(0, end));
    if (end == std::string_view::npos) break;
    markup.remove_prefix(end + 1);
  }
  prose.finish();
}

}  // namespace hazcheck
