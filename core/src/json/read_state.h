// Reads what a conversation remembered from JSON text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "archive.h"
#include "attune/result.h"

namespace attune {

// Takes what StateWriter wrote, from a source that is not trusted: every value is checked for its
// kind and range, and a list takes no more elements than the text has. Members that nobody asks for
// are ignored.
class StateReader final : public Archive {
 public:
  explicit StateReader(std::string_view json);
  StateReader(const StateReader&) = delete;
  StateReader& operator=(const StateReader&) = delete;
  ~StateReader();

  // The first thing that is wrong: kInvalidState with the JSON pointer and what was expected.
  const std::optional<Error>& error() const;

  void text(const char* name, std::string& value, std::size_t most) override;

 private:
  struct Source;

  std::int64_t whole_of(const char* name, std::int64_t value, std::int64_t low,
                        std::int64_t high) override;
  bool has(const char* name, bool has) override;
  void open(const char* name) override;
  void close() override;
  std::size_t open_list(const char* name, std::size_t size, std::size_t most) override;
  void close_list() override;
  void fail(std::string_view message, std::string_view expected) override;

  const std::unique_ptr<Source> source_;
};

}  // namespace attune
