#include "json/read_attributes.h"

#include <cstdint>
#include <string>

#include "json/writer.h"

namespace attune {
namespace {

constexpr TextLimits kName = {1, 64};
constexpr TextLimits kValue = {0, 256};

}  // namespace

std::string read_attribute_value(const Json& value, const Place& place, Problems& problems,
                                 std::string_view or_else) {
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_number_unsigned()) return std::to_string(value.get<std::uint64_t>());
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_number()) return JsonWriter().number(value.get<double>()).take();
  std::string text;
  if (value.is_string()) {
    read_text(value, place, kValue, problems, text);
  } else {
    problems.add(place, "is " + std::string(kind_name(value)),
                 "a text, a number, true or false" + std::string(or_else));
  }
  return text;
}

std::vector<Attribute> read_attributes(const Json& value, const Place& place, Problems& problems,
                                       bool removable) {
  std::vector<Attribute> attributes;
  if (!value.is_object() || value.size() > kMostAttributes) {
    problems.add(place,
                 value.is_object() ? "has too many members" : "is " + std::string(kind_name(value)),
                 "an object of at most " + std::to_string(kMostAttributes) + " members");
    return attributes;
  }
  for (auto member = value.begin(); member != value.end(); ++member) {
    const Place member_place(place, member.key());
    Attribute& attribute = attributes.emplace_back();
    read_text(Json(member.key()), member_place, kName, problems, attribute.name);
    if (removable && member->is_null()) continue;
    attribute.value = read_attribute_value(member.value(), member_place, problems,
                                           removable ? ", or null to remove it" : "");
  }
  return attributes;
}

Result<std::vector<Attribute>> parse_attributes(std::string_view json) {
  const Result<Json> tree = parse_json(json, JsonLimits{});
  Problems problems;
  std::vector<Attribute> attributes;
  if (tree) attributes = read_attributes(tree.value(), Place(), problems, true);
  if (tree && problems.none()) return attributes;
  Error error = tree ? problems.first() : tree.error();
  error.code = ErrorCode::kInvalidTurn;
  return error;
}

}  // namespace attune
