// Reads the lines of `--jsonl` input.
#pragma once

#include <string>
#include <string_view>

#include "attune/result.h"

namespace attune {

struct Message {
  std::string id;    // the JSON of the id as it came: "\"a1\"" or "17"
  std::string text;  // UTF-8
};

// Reads {"id": string or number, "text": string}; further members are ignored.
// Errors: kInvalidConfig with the JSON pointer and what was expected.
Result<Message> read_message(std::string_view json);

// `object`, a non-empty JSON object, with the member "id" put first.
std::string with_id(const std::string& id, std::string_view object);

}  // namespace attune
