// Writes what a conversation remembers as JSON text.
#pragma once

#include <string>
#include <string_view>

#include "archive.h"
#include "json/writer.h"

namespace attune {

// One object.
class StateWriter final : public Archive {
 public:
  StateWriter() { out_.begin_object(); }

  std::string take() { return out_.end_object().take(); }

  void text(const char* name, std::string& value, std::size_t most) override;

 private:
  std::int64_t whole_of(const char* name, std::int64_t value, std::int64_t low,
                        std::int64_t high) override;
  bool has(const char* name, bool has) override;
  void open(const char* name) override;
  void close() override;
  std::size_t open_list(const char* name, std::size_t size, std::size_t most) override;
  void close_list() override;
  void fail(std::string_view message, std::string_view expected) override;

  JsonWriter& named(const char* name);

  JsonWriter out_;
};

}  // namespace attune
