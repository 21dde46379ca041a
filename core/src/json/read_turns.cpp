#include "json/read_turns.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "json/checks.h"
#include "json/parse.h"
#include "json/read_attributes.h"
#include "json/timestamp.h"
#include "text/unicode.h"

namespace attune {
namespace {

constexpr JsonLimits kLimits = {.bytes = kLongestTranscript, .depth = 16, .members = 256};

// What nlohmann writes is JSON again; strings are valid UTF-8, or they would not have been parsed.
std::string text_of(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &found.value();
}

Error bad(ErrorCode code, const Place& place, std::string message, std::string expected) {
  return Error{code, std::move(message), place.pointer(), std::move(expected)};
}

std::string missing_or_kind(const Json* value) {
  return value == nullptr ? "is missing" : "is " + std::string(kind_name(*value));
}

bool says_nothing(std::string_view utf8) {
  std::u16string text;
  unicode::decode(utf8, text);
  return std::all_of(text.begin(), text.end(),
                     [](char16_t unit) { return unicode::is_white_space(unit); });
}

std::optional<Error> read_time(const Json& value, const Place& place, RecordedTurn& turn) {
  const Json* at = member(value, "at");
  std::optional<double> at_ms;
  if (at != nullptr && at->is_number()) at_ms = at->get<double>();
  if (at != nullptr && at->is_string()) at_ms = parse_rfc3339(*at->get_ptr<const std::string*>());
  if (!at_ms) {
    const bool text = at != nullptr && at->is_string();
    return bad(ErrorCode::kInvalidTurn, Place(place, "at"),
               text ? "is not a time" : missing_or_kind(at),
               "milliseconds since 1970-01-01T00:00:00Z, or RFC 3339 such as "
               "\"2026-03-01T09:30:00Z\"");
  }
  turn.at_ms = *at_ms;
  turn.at_json = text_of(*at);
  return std::nullopt;
}

std::optional<Error> read_text(const Json& value, const Place& place, RecordedTurn& turn) {
  const Json* text = member(value, "text");
  if (text == nullptr || !text->is_string()) {
    return bad(ErrorCode::kInvalidTurn, Place(place, "text"), missing_or_kind(text), "a string");
  }
  turn.text = *text->get_ptr<const std::string*>();
  const Json* unanswered = member(value, "unanswered");
  if (turn.from == RecordedTurn::From::kBot && unanswered != nullptr) {
    if (!unanswered->is_boolean()) {
      return bad(ErrorCode::kInvalidTurn, Place(place, "unanswered"), missing_or_kind(unanswered),
                 "true or false");
    }
    turn.unanswered = unanswered->get<bool>();
  }
  if (!turn.unanswered && says_nothing(turn.text)) {
    return bad(ErrorCode::kInvalidTurn, Place(place, "text"), "is empty", "some text");
  }
  return std::nullopt;
}

std::optional<Error> read_changes(const Json& value, const Place& place, RecordedTurn& turn) {
  const Place here(place, "attributes");
  const Json* changes = member(value, "attributes");
  if (changes == nullptr) {
    return bad(ErrorCode::kInvalidTurn, here, missing_or_kind(changes), "an object");
  }
  Problems problems;
  turn.attributes = read_attributes(*changes, here, problems, true);
  if (problems.none()) return std::nullopt;
  Error error = problems.first();
  error.code = ErrorCode::kInvalidTurn;
  return error;
}

std::optional<Error> read_event(const Json& value, const Place& place, RecordedTurn& turn) {
  const Json* name = member(value, "event");
  if (name != nullptr && *name == "attributes") return read_changes(value, place, turn);
  std::optional<ConversationEvent> event;
  if (name != nullptr && name->is_string()) event = event_of(*name->get_ptr<const std::string*>());
  if (!event) {
    const bool text = name != nullptr && name->is_string();
    return bad(
        ErrorCode::kInvalidTurn, Place(place, "event"),
        text ? "is an unknown event" : missing_or_kind(name),
        "one of offer_declined, escalated, resolved, handoff_failed, handed_back, attributes");
  }
  turn.event = *event;
  return std::nullopt;
}

Result<RecordedTurn> read_turn(const Json& value, const Place& place) {
  if (!value.is_object()) {
    return bad(ErrorCode::kInvalidTurn, place, missing_or_kind(&value), "an object");
  }
  RecordedTurn turn;
  const Json* from = member(value, "from");
  const auto is_from = [from](std::string_view name) {
    return from != nullptr && from->is_string() && *from->get_ptr<const std::string*>() == name;
  };
  if (is_from("bot")) {
    turn.from = RecordedTurn::From::kBot;
  } else if (is_from("system")) {
    turn.from = RecordedTurn::From::kSystem;
  } else if (!is_from("customer")) {
    const bool text = from != nullptr && from->is_string();
    return bad(ErrorCode::kInvalidTurn, Place(place, "from"),
               text ? "is nobody who takes turns" : missing_or_kind(from),
               "one of customer, bot, system");
  }
  std::optional<Error> error = turn.from == RecordedTurn::From::kSystem
                                   ? read_event(value, place, turn)
                                   : read_text(value, place, turn);
  if (!error) error = read_time(value, place, turn);
  if (error) return *error;
  turn.json = text_of(value);
  return turn;
}

}  // namespace

Result<Transcript> read_transcript(std::string_view json) {
  const Result<Json> tree = parse_json(json, kLimits);
  if (!tree) return tree.error();
  const Place root;
  const Json& line = tree.value();
  if (!line.is_object()) {
    return bad(ErrorCode::kInvalidConfig, root, missing_or_kind(&line),
               "an object with \"id\" and \"turns\"");
  }
  const Json* id = member(line, "id");
  if (id == nullptr || !(id->is_string() || id->is_number())) {
    return bad(ErrorCode::kInvalidConfig, Place(root, "id"), missing_or_kind(id),
               "a string or a number");
  }
  const Json* turns = member(line, "turns");
  if (turns == nullptr || !turns->is_array()) {
    return bad(ErrorCode::kInvalidConfig, Place(root, "turns"), missing_or_kind(turns),
               "an array of turns");
  }
  Transcript transcript;
  transcript.id_json = text_of(*id);
  const Place place(root, "turns");
  transcript.turns.reserve(turns->size());  // `seen` looks into them: they must stay in place
  std::unordered_map<std::string_view, std::size_t> seen;
  for (std::size_t i = 0; i < turns->size(); ++i) {
    const Place turn_place(place, i);
    Result<RecordedTurn> read = read_turn((*turns)[i], turn_place);
    RecordedTurn& turn = transcript.turns.emplace_back();
    if (!read) {
      turn.error = read.error();
      continue;
    }
    turn = std::move(read.value());
    const auto [first, fresh] = seen.try_emplace(turn.json, i);
    if (fresh) continue;
    turn.error = bad(ErrorCode::kInvalidTurn, turn_place,
                     "is the same as " + Place(place, first->second).pointer(), "each turn once");
  }
  return transcript;
}

}  // namespace attune
