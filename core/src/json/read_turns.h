// Reads transcripts: one conversation a line, as `attune replay` takes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/conversation.h"
#include "attune/result.h"

namespace attune {

struct RecordedTurn {
  enum class From { kCustomer, kBot, kSystem };

  // What is wrong with the turn; the members below then say nothing.
  std::optional<Error> error;

  From from = From::kCustomer;
  std::string text;                                        // of the customer and the bot, UTF-8
  bool unanswered = false;                                 // of the bot: it had no answer
  ConversationEvent event = ConversationEvent::kResolved;  // of the system, unless it has
  std::optional<std::vector<Attribute>> attributes;        // of the system: the event "attributes"
  double at_ms = 0.0;                                      // since the Unix epoch
  std::string at_json;                                     // as it came
  std::string json;                                        // the whole turn as it came
};

struct Transcript {
  std::string id_json;              // as it came
  std::vector<RecordedTurn> turns;  // all of them, those that can't be read with their error
};

// At most so many bytes a line.
inline constexpr std::size_t kLongestTranscript = std::size_t{64} << 20U;

// Reads {"id": string or number, "turns": [...]}, each turn one of
//   {"from": "customer", "text", "at"}
//   {"from": "bot", "text", "at", "unanswered"?: bool}
//   {"from": "system", "event": name_of(ConversationEvent), "at"}
//   {"from": "system", "event": "attributes", "attributes": as parse_attributes(), "at"}
// with "at" in milliseconds since the Unix epoch or as RFC 3339. Further members are ignored:
// transcripts carry notes of many kinds.
// A turn that is none of these, that says nothing (an empty text or white space alone; a bot that
// had no answer may), or that is the same as an earlier one in every member, keeps its place with
// a kInvalidTurn that holds the JSON pointer and what was expected.
// Errors, of a line that is no transcript: kInvalidConfig with the pointer and what was expected.
Result<Transcript> read_transcript(std::string_view json);

}  // namespace attune
