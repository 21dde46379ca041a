// A conversation apart from reading the messages: what Conversation is made of, and what tests
// drive with assessments of their own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "archive.h"
#include "attune/conversation.h"
#include "conversation/case_notes.h"
#include "conversation/decision.h"
#include "conversation/loops.h"
#include "conversation/mood.h"
#include "conversation/setup.h"
#include "reply/compose.h"
#include "text/tokenizer.h"

namespace attune {

// Created in place, never moved: its parts point at the setup.
class Session {
 public:
  explicit Session(std::shared_ptr<const Setup> setup);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // As in Conversation, with the reading of the message given.
  Result<TurnResult> customer_turn(std::string_view utf8, double at_ms, Assessment assessment);
  Result<std::monostate> bot_turn(std::string_view utf8, double at_ms, bool unanswered);
  Result<std::monostate> event(ConversationEvent event, double at_ms);
  Result<std::monostate> set_attributes(const std::vector<Attribute>& changes, double at_ms);

  // The error that a turn at `at_ms` would give, if any. Changes nothing.
  std::optional<Error> check_time(double at_ms) const;

  const std::shared_ptr<const Setup>& setup() const { return setup_; }

  void serve(Archive& archive);

 private:
  // Adds to the decision whether somebody is there; by when a person will answer, as a clause.
  std::string tell_availability(bool open, double at_ms, Decision& decision) const;
  void explain_decision(const Assessment& assessment, TurnResult& result) const;
  Tone choose_tone_for(const Assessment& assessment, const Mood& mood);

  const std::shared_ptr<const Setup> setup_;
  unicode::WordSegmenter segmenter_;
  Composer composer_;
  MoodTracker mood_;
  LoopTracker loops_;
  Decider decider_;
  std::vector<Attribute> attributes_;  // what is known of the customer, each with a value
  CaseNotes notes_;
  std::optional<std::uint32_t> seed_;  // from the customer's first words
  std::optional<double> last_at_ms_;
  TokenizedText text_;  // of the turn in hand
};

}  // namespace attune
