#include "json/read_example.h"

#include <algorithm>

#include "json/checks.h"

namespace attune {
namespace {

constexpr JsonLimits kLimits = {std::size_t{1} << 16U, 4, 32};
constexpr TextLimits kText = {1, 8000};
constexpr std::size_t kMostNames = 9;

template <typename Enum>
void read_names(ObjectReader& object, std::string_view member, std::size_t count,
                std::vector<Enum>& out) {
  std::vector<std::string> names;
  object.texts(member, kMostNames, {1, 40}, names);
  for (const std::string& name : names) {
    std::size_t i = 0;
    while (i < count && name_of(static_cast<Enum>(i)) != name) ++i;
    if (i == count) {
      object.report(member, "\"" + name + "\" is not one of the labels", "a name of the contract");
    } else {
      out.push_back(static_cast<Enum>(i));
    }
  }
}

}  // namespace

Result<Example> read_example(std::string_view json) {
  Result<Json> line = parse_json(json, kLimits);
  if (!line) return line.error();
  Problems problems;
  Example out;
  const Place root;
  ObjectReader object(line.value(), root, problems,
                      {"id", "hash", "text", "trade", "voice", "upset", "sentiment", "emotions",
                       "urgency", "topics", "flags", "sarcasm", "conversation", "turn", "bot"},
                      {"upset", "sentiment", "emotions", "urgency", "topics", "flags", "sarcasm"});
  object.text(object.has("hash") ? "hash" : "id", kText, out.id);
  if (object.has("text")) object.text("text", kText, out.text);
  if (object.has("conversation")) object.text("conversation", kText, out.conversation);
  if (object.has("turn")) object.integer("turn", 1, 1000, out.turn);
  object.integer("upset", 0, 2, out.labels.upset);
  object.integer("sentiment", -2, 2, out.labels.sentiment);
  object.integer("urgency", 0, 2, out.labels.urgency);
  object.boolean("sarcasm", out.labels.sarcasm);
  read_names(object, "emotions", kEmotionCount, out.labels.emotions);
  read_names(object, "topics", kTopicCount, out.labels.topics);
  read_names(object, "flags", kFlagCount, out.labels.flags);
  if (!problems.none()) return problems.first();
  return out;
}

}  // namespace attune
