// JSON as it is written, value by value: commas, indentation and escaping. Knows nothing of what is written.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/sink.hpp"

namespace hazcheck {

// Appends a JSON string with its quotes. Control and bidi characters are escaped, so that the output is safe on a
// terminal and still exact; a byte that is not UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

// Containers are laid out with one element a line (`tall`) or on one line. Calls must nest; nothing checks them
// beyond asserts.
class JsonWriter {
 public:
  enum class Layout : bool { flat, tall };

  explicit JsonWriter(Sink& sink) : sink_(sink) {}

  void begin_object(Layout layout = Layout::flat) { begin('{', '}', layout); }
  void end_object() { end(); }
  void begin_array(Layout layout = Layout::flat) { begin('[', ']', layout); }
  void end_array() { end(); }

  void key(std::string_view name);
  void ready_key(std::string_view quoted);  // made by append_json_string: for keys that repeat
  void string(std::string_view text);
  void string_or_null(std::string_view text);  // null where empty
  void integer(std::int64_t value);
  void count(std::size_t value) { integer(static_cast<std::int64_t>(value)); }
  void boolean(bool value);
  void null();
  std::string& raw();  // for a value whose JSON form the caller appends

  // The whole of `key: value` for the commonest values.
  void member(std::string_view name, std::string_view text) { key(name), string(text); }
  void member(std::string_view name, std::size_t value) { key(name), count(value); }

 private:
  struct Open {
    char close;
    Layout layout;
    bool empty;
  };
  void begin(char open, char close, Layout layout);
  void end();
  void element();  // a comma and a line break, where they belong
  void line_break();

  Sink& sink_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

}  // namespace hazcheck
