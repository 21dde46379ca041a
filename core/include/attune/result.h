// Errors are values: every fallible function of the core returns a Result.
// The core never throws, aborts, prints, reads a clock or keeps global state.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace attune {

enum class ErrorCode {
  kInvalidConfig,  // JSON that does not parse, or a value of the wrong kind or out of range
  kInvalidData,    // the compiled tables are damaged or of another version
  kInvalidTurn,    // a turn that cannot be recorded, for example one that goes back in time
  kInvalidState,   // a saved conversation that is damaged, or of another version or playbook
};

// What went wrong, where, and what was expected instead.
struct Error {
  ErrorCode code = ErrorCode::kInvalidConfig;
  std::string message;   // one English sentence for a developer
  std::string pointer;   // RFC 6901 JSON pointer of the offending value; "" is the whole document
  std::string expected;  // what would have been accepted, "" when nothing sensible can be said
};

// Either a value or an Error. Ask ok() before value() or error(): asking for the
// other alternative is a programming error (undefined, checked in debug builds).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  T& value() { return *std::get_if<T>(&state_); }
  const T& value() const { return *std::get_if<T>(&state_); }
  const Error& error() const { return *std::get_if<Error>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace attune
