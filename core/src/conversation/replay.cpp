#include "conversation/replay.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "json/write_result.h"

namespace attune {
namespace {

// What happened in one turn: a customer's has a result, a bad one an error.
struct Played {
  std::optional<TurnResult> result;
  std::optional<Error> error;
};

Played play(const RecordedTurn& turn, Conversation& conversation) {
  if (turn.error) return {.result = std::nullopt, .error = turn.error};
  if (turn.from == RecordedTurn::From::kCustomer) {
    Result<TurnResult> result = conversation.customer_turn(turn.text, turn.at_ms);
    if (!result) return {.result = std::nullopt, .error = result.error()};
    return {.result = std::move(result.value()), .error = std::nullopt};
  }
  const Result<std::monostate> recorded =
      turn.from == RecordedTurn::From::kBot
          ? conversation.bot_turn(turn.text, turn.at_ms, turn.unanswered)
      : turn.attributes ? conversation.set_attributes(*turn.attributes, turn.at_ms)
                        : conversation.event(turn.event, turn.at_ms);
  if (!recorded) return {.result = std::nullopt, .error = recorded.error()};
  return {};
}

// Plays all turns and calls `see(turn, played)` after each.
template <typename See>
void play_all(const Transcript& transcript, Conversation conversation, const See& see) {
  for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
    const RecordedTurn& turn = transcript.turns[i];
    Played played = play(turn, conversation);
    // The reader knows where a turn stands, the conversation does not.
    if (played.error && !turn.error) {
      played.error->pointer = "/turns/" + std::to_string(i) + played.error->pointer;
    }
    see(turn, played);
  }
}

void write(const RecordedTurn& turn, const Played& played, JsonWriter& out) {
  if (played.error) {
    out.raw(error_json(*played.error));
  } else if (played.result) {
    out.begin_object();
    out.key("from").string("customer");
    out.key("at").raw(turn.at_json);
    write_members(*played.result, out);
    out.end_object();
  } else {
    out.raw(turn.json);
  }
}

}  // namespace

Replayer::Replayer(Analyzer& analyzer, Config config)
    : analyzer_(analyzer), setup_(prepare(analyzer, std::move(config))) {}

Result<ReplayedLine> Replayer::line(std::string_view json) {
  const Result<Transcript> transcript = read_transcript(json);
  if (!transcript) return transcript.error();
  ReplayedLine line;
  JsonWriter out;
  out.begin_object().key("id").raw(transcript.value().id_json).key("turns").begin_array();
  play_all(transcript.value(), Conversation(analyzer_, setup_),
           [&](const RecordedTurn& turn, const Played& played) {
             write(turn, played, out);
             if (played.error) line.bad_turns.push_back(*played.error);
           });
  out.end_array().end_object();
  line.json = out.take();
  return line;
}

Outcome Replayer::outcome(const Transcript& transcript, std::vector<Error>* bad_turns) {
  Outcome outcome;
  outcome.id = transcript.id_json;
  play_all(transcript, Conversation(analyzer_, setup_),
           [&](const RecordedTurn&, const Played& played) {
             if (played.result) outcome.add(played.result->assessment, played.result->decision);
             if (played.error && bad_turns != nullptr) bad_turns->push_back(*played.error);
           });
  return outcome;
}

Result<ReplayedLine> replay_line(Analyzer& analyzer, const Config& config, std::string_view json) {
  return Replayer(analyzer, config).line(json);
}

}  // namespace attune
