// Writes JSON text piece by piece: no tree, no locale, the same bytes everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace attune {

// Commas are put where they belong; the caller opens and closes what it means to.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }

  // The name of the member whose value comes next. `name`: ASCII that needs no escaping.
  JsonWriter& key(std::string_view name);

  // UTF-8; malformed sequences are written as U+FFFD, so that the output is always valid.
  JsonWriter& string(std::string_view utf8);
  // Rounded to four decimals, halves away from zero; never -0. Not a number is written as 0, and
  // what is beyond 9e14 as that bound.
  JsonWriter& number(double value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // A value that is JSON text already.
  JsonWriter& raw(std::string_view json);

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate();
  void append_escaped(char c);

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace attune
