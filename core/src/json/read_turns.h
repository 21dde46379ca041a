// Reads transcripts: one conversation a line, as `attune replay` takes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/conversation.h"
#include "attune/result.h"

namespace attune {

struct RecordedTurn {
  enum class From { kCustomer, kBot, kSystem };

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
  std::string id_json;  // as it came
  std::vector<RecordedTurn> turns;
};

// Reads {"id": string or number, "turns": [...]}, each turn one of
//   {"from": "customer", "text", "at"}
//   {"from": "bot", "text", "at", "unanswered"?: bool}
//   {"from": "system", "event": name_of(ConversationEvent), "at"}
//   {"from": "system", "event": "attributes", "attributes": as parse_attributes(), "at"}
// with "at" in milliseconds since the Unix epoch or as RFC 3339. Further members are ignored:
// transcripts carry notes of many kinds.
// Errors: kInvalidConfig or kInvalidTurn with the JSON pointer and what was expected.
Result<Transcript> read_transcript(std::string_view json);

}  // namespace attune
