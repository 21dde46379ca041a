// Parses JSON into a tree, with limits and with errors that say where. The only header (with the
// .cpp files of this folder) that knows which JSON library is used.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

// Members keep the order of the text, so that what is repeated comes out as it came in.
using Json = nlohmann::ordered_json;

struct JsonLimits {
  std::size_t bytes = std::size_t{1} << 20U;
  std::size_t depth = 16;     // nested arrays and objects
  std::size_t members = 256;  // of one object: looking one up is linear
};

// Errors: kInvalidConfig with line and column in the message for text that is no JSON, and with
// the pointer of the place where a limit is passed or a member comes twice.
Result<Json> parse_json(std::string_view utf8, const JsonLimits& limits);

// Appends one step to an RFC 6901 pointer, escaped.
void append_to_pointer(std::string& pointer, std::string_view member);
void append_to_pointer(std::string& pointer, std::size_t index);

// "a string", "an object", ...: what a value is, for messages.
std::string_view kind_name(const Json& value);

}  // namespace attune
