#include "conversation/replay.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "json/read_turns.h"
#include "json/write_result.h"

namespace attune {
namespace {

// Records one turn and writes what comes of it.
std::optional<Error> replay_turn(const RecordedTurn& turn, Conversation& conversation,
                                 JsonWriter& out) {
  if (turn.from == RecordedTurn::From::kCustomer) {
    const Result<TurnResult> result = conversation.customer_turn(turn.text, turn.at_ms);
    if (!result) return result.error();
    out.begin_object();
    out.key("from").string("customer");
    out.key("at").raw(turn.at_json);
    write_members(result.value(), out);
    out.end_object();
    return std::nullopt;
  }
  const Result<std::monostate> recorded =
      turn.from == RecordedTurn::From::kBot
          ? conversation.bot_turn(turn.text, turn.at_ms, turn.unanswered)
      : turn.attributes ? conversation.set_attributes(*turn.attributes, turn.at_ms)
                        : conversation.event(turn.event, turn.at_ms);
  if (!recorded) return recorded.error();
  out.raw(turn.json);
  return std::nullopt;
}

}  // namespace

Replayer::Replayer(Analyzer& analyzer, Config config)
    : analyzer_(analyzer), setup_(prepare(analyzer, std::move(config))) {}

Result<std::string> Replayer::line(std::string_view json) {
  const Result<Transcript> transcript = read_transcript(json);
  if (!transcript) return transcript.error();
  Conversation conversation(analyzer_, setup_);
  JsonWriter out;
  out.begin_object().key("id").raw(transcript.value().id_json).key("turns").begin_array();
  for (std::size_t i = 0; i < transcript.value().turns.size(); ++i) {
    if (std::optional<Error> error = replay_turn(transcript.value().turns[i], conversation, out)) {
      error->pointer = "/turns/" + std::to_string(i) + error->pointer;
      return *error;
    }
  }
  out.end_array().end_object();
  return out.take();
}

Result<std::string> replay_line(Analyzer& analyzer, const Config& config, std::string_view json) {
  return Replayer(analyzer, config).line(json);
}

}  // namespace attune
