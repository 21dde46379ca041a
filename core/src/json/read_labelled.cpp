#include "json/read_labelled.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "json/parse.h"

namespace attune {
namespace {

constexpr JsonLimits kLimits = {.bytes = std::size_t{1} << 20U, .depth = 4, .members = 64};

Error wrong(const char* name, std::string expected) {
  const std::string member(name);
  return Error{ErrorCode::kInvalidConfig, "the member \"" + member + "\" is missing or wrong",
               "/" + member, std::move(expected)};
}

std::optional<Error> read_integer(const Json& line, const char* name, int low, int high, int& out) {
  const auto found = line.find(name);
  const bool is_integer = found != line.end() && found->is_number_integer();
  const std::int64_t value = is_integer ? found->get<std::int64_t>() : low - 1;
  if (value < low || value > high) {
    return wrong(name,
                 "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  out = static_cast<int>(value);
  return std::nullopt;
}

std::optional<Error> read_names(const Json& line, const char* name, std::vector<std::string>& out) {
  const auto found = line.find(name);
  if (found == line.end() || !found->is_array()) return wrong(name, "an array of names");
  for (const Json& each : *found) {
    if (!each.is_string()) return wrong(name, "an array of names");
    out.push_back(each.get<std::string>());
  }
  return std::nullopt;
}

}  // namespace

Result<LabelledMessage> read_labelled(std::string_view json) {
  const Result<Json> tree = parse_json(json, kLimits);
  if (!tree) return tree.error();
  const Json& line = tree.value();
  if (!line.is_object()) {
    return Error{ErrorCode::kInvalidConfig, "the line is not a JSON object", "", "an object"};
  }
  LabelledMessage message;
  const auto text = line.find("text");
  if (text == line.end() || !text->is_string()) return wrong("text", "a string");
  message.text = text->get<std::string>();
  std::optional<Error> error = read_integer(line, "upset", 0, 2, message.upset);
  if (!error) error = read_integer(line, "sentiment", -2, 2, message.sentiment);
  if (!error) error = read_integer(line, "urgency", 0, 2, message.urgency);
  if (!error) error = read_names(line, "emotions", message.emotions);
  if (!error) error = read_names(line, "topics", message.topics);
  if (!error) error = read_names(line, "flags", message.flags);
  if (error) return *error;
  return message;
}

}  // namespace attune
