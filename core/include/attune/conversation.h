// Follows one conversation: mood, loops, decision, tone and reply after each customer turn.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "attune/analyzer.h"
#include "attune/assessment.h"
#include "attune/config.h"
#include "attune/decision.h"
#include "attune/reply.h"
#include "attune/result.h"

namespace attune {

struct Mood {
  double score = 0.0;  // -1 .. 1, recent turns weigh more
  Level level = Level::kNeutral;
  Trend trend = Trend::kSteady;
  double frustration = 0.0;                  // 0 .. 1, running
  double peak = 0.0;                         // 0 .. 1, highest frustration of any turn
  int turns = 0;                             // customer turns so far
  Trend frustration_trend = Trend::kSteady;  // not part of the JSON
};

struct Loops {
  int customer_repeats = 0;  // turns that said nearly the same as an earlier one
  int bot_repeats = 0;       // bot turns that said nearly the same as an earlier one
  int unanswered = 0;        // customer turns the bot could not answer since it last could
};

struct TurnResult {
  Assessment assessment;
  Mood mood;
  Loops loops;
  Decision decision;
  Tone tone;
  Reply reply;
};

// What happened beside the messages.
enum class ConversationEvent {
  kOfferDeclined,  // "offer_declined": the customer keeps chatting
  kEscalated,      // "escalated": a person has been asked for (offer accepted, or connected)
  kResolved,       // "resolved": the matter is closed; a later escalation may happen again
  kHandoffFailed,  // "handoff_failed": nobody could be reached; the bot goes on
  kHandedBack,     // "handed_back": the team gives the conversation back to the bot
};
std::string_view name_of(ConversationEvent event);

// The event with this name, nothing for any other name.
std::optional<ConversationEvent> event_of(std::string_view name);

// A configuration made ready, to be shared by many conversations. Immutable.
class Setup;

// Makes `config` ready: indexes its phrases. `analyzer` must outlive the setup.
std::shared_ptr<const Setup> prepare(const Analyzer& analyzer, Config config);

// State of one conversation. Time comes in with each turn (milliseconds since the Unix epoch),
// so that a replay of the same turns gives the same results. Not thread-safe.
class Conversation {
 public:
  // `analyzer` must outlive the conversation.
  Conversation(Analyzer& analyzer, Config config);
  // The same for many conversations with one configuration: `setup` comes from prepare().
  Conversation(Analyzer& analyzer, std::shared_ptr<const Setup> setup);
  Conversation(Conversation&&) noexcept;
  Conversation& operator=(Conversation&&) noexcept;
  ~Conversation();

  // Records what the customer said and decides what to do.
  // Errors: kInvalidTurn when `at_ms` is not finite or earlier than the turn before; the
  // conversation is then unchanged.
  Result<TurnResult> customer_turn(std::string_view utf8, double at_ms);

  // Records what the bot showed. `unanswered`: the company's own bot had no answer.
  // Errors: as customer_turn.
  Result<std::monostate> bot_turn(std::string_view utf8, double at_ms, bool unanswered = false);

  // Records what the customer or the team did. Errors: as customer_turn.
  Result<std::monostate> event(ConversationEvent event, double at_ms);

  // Records what the company's page has learnt about the customer: each attribute takes the place
  // of an earlier one with its name, one without a value removes it.
  // Errors: as customer_turn, and kInvalidTurn when there would be more than kMostAttributes.
  Result<std::monostate> set_attributes(const std::vector<Attribute>& changes, double at_ms);

  // All that the conversation remembers, as JSON text: given to restore() of a conversation with
  // the same configuration, it goes on as if it had not been interrupted, only that the team's note
  // quotes no words from before. A few kilobytes, however many turns there were.
  // Holds no text of the customer, only hashes of their words; what the bot said last and the
  // attributes are in it. Who guesses a word can find it in the hashes: keep it where you would
  // keep the conversation.
  std::string save() const;

  // Replaces all that the conversation remembers with what save() gave.
  // `saved`: UTF-8, at most 1 MiB; it need not be trusted.
  // Errors: kInvalidState with the JSON pointer for text that is no saved conversation or is
  // damaged, and for one saved by another version of the core or with other topics, solutions or
  // company rules; the conversation is then unchanged. Playing its turns again gets it back.
  Result<std::monostate> restore(std::string_view saved);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attune
