// Result<T>: a value, or the reason why the environment (disk, git, arguments) could not give one.
// Bad user data is never a Failure; that is a Diagnostic.
#pragma once
#include <cassert>
#include <utility>
#include <variant>

#include "base/lang.hpp"

namespace hazcheck {

struct Failure {
  Text message;
  bool misused = false;  // it can be seen from the call alone, whatever the environment holds: wrong usage
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}            // NOLINT: implicit by design
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT: implicit by design
  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  T& value() {
    assert(*this);
    return std::get<0>(state_);
  }
  const T& value() const {
    assert(*this);
    return std::get<0>(state_);
  }
  const Failure& failure() const {
    assert(!*this);
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Failure> state_;
};

struct Done {};
using Outcome = Result<Done>;  // success without a value

}  // namespace hazcheck
