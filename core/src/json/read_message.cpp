#include "json/read_message.h"

#include <nlohmann/json.hpp>

namespace attune {
namespace {

Error expected(std::string message, std::string pointer, std::string what) {
  return Error{ErrorCode::kInvalidConfig, std::move(message), std::move(pointer), std::move(what)};
}

}  // namespace

Result<Message> read_message(std::string_view json) {
  const nlohmann::json line = nlohmann::json::parse(json, nullptr, false);
  if (!line.is_object()) {
    return expected("the line is not a JSON object", "", "{\"id\": ..., \"text\": \"...\"}");
  }
  const auto id = line.find("id");
  if (id == line.end() || !(id->is_string() || id->is_number())) {
    return expected("the id is missing or of the wrong kind", "/id", "a string or a number");
  }
  const auto text = line.find("text");
  if (text == line.end() || !text->is_string()) {
    return expected("the text is missing or of the wrong kind", "/text", "a string");
  }
  return Message{id->dump(), text->get<std::string>()};
}

std::string with_id(const std::string& id, std::string_view object) {
  return "{\"id\":" + id + "," + std::string(object.substr(1));
}

}  // namespace attune
