// Where renderers write: a string that is handed to the stream in large pieces.
// It does not report errors; the stream keeps its own state for the caller.
#pragma once
#include <cstddef>
#include <ostream>
#include <string>

namespace hazcheck {

class Sink {
 public:
  explicit Sink(std::ostream& out) : out_(out) { text.reserve(kFull + kFull / 4); }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink() { flush(); }

  // Hands over what has gathered, if that is much. False once the stream has failed: nobody reads any more.
  bool spill() { return text.size() < kFull || flush(); }
  bool flush() {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
    return static_cast<bool>(out_);
  }

  std::string text;  // append here

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 16;
  std::ostream& out_;
};

}  // namespace hazcheck
