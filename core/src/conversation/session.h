// A conversation apart from reading the messages: what Conversation is made of, and what tests
// drive with assessments of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "attune/config.h"
#include "attune/conversation.h"
#include "conversation/decision.h"
#include "conversation/loops.h"
#include "conversation/mood.h"
#include "conversation/words.h"
#include "reply/answers.h"
#include "reply/compose.h"
#include "reply/small_talk.h"
#include "text/tables.h"
#include "text/tokenizer.h"

namespace attune {

// Its parts point at each other: created in place, never moved.
class Session {
 public:
  // `tables` must outlive the session.
  Session(const Tables& tables, Config config);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // As in Conversation, with the reading of the message given. Company topics are added to it.
  Result<TurnResult> customer_turn(std::string_view utf8, double at_ms, Assessment assessment);
  Result<std::monostate> bot_turn(std::string_view utf8, double at_ms, bool unanswered);
  Result<std::monostate> event(ConversationEvent event, double at_ms);

  // The error that a turn at `at_ms` would give, if any. Changes nothing.
  std::optional<Error> check_time(double at_ms) const;

 private:
  Tone choose_tone_for(const Assessment& assessment, const Mood& mood);
  void remember_contact(const Contact& contact);

  const Config config_;
  unicode::WordSegmenter segmenter_;
  const ContentReader reader_;
  const AnswerIndex answers_;
  const SmallTalkReader small_talk_;
  Composer composer_;
  MoodTracker mood_;
  LoopTracker loops_;
  Decider decider_;
  Contact contact_;                    // the most that the customer has told
  std::optional<std::uint32_t> seed_;  // from the customer's first words
  std::optional<double> last_at_ms_;
  TokenizedText text_;  // of the turn in hand
};

}  // namespace attune
