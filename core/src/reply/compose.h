// Composes what the bot says after a customer turn.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attune/assessment.h"
#include "attune/conversation.h"
#include "attune/decision.h"
#include "attune/reply.h"
#include "reply/acknowledge.h"
#include "reply/answers.h"
#include "reply/small_talk.h"
#include "reply/texts.h"

namespace attune {

struct ReplyFacts {
  const Assessment& assessment;
  const Decision& decision;
  const Tone& tone;
  SmallTalk small_talk = SmallTalk::kNone;
  std::optional<AnswerIndex::Answer> answer;
  bool exhausted = false;  // the answer was given before and has not settled it
  bool waiting = false;    // a person had been asked for before this turn
};

// Remembers what was said, so that the bot does not repeat itself. The same conversation always
// gets the same words.
class Composer {
 public:
  // `playbook` must outlive the composer and stay where it is.
  Composer(const Tables& tables, const Playbook& playbook, std::size_t solution_count);

  const Texts& texts() const { return texts_; }
  const std::vector<bool>& given() const { return given_; }

  // Whether the tone should ask for an apology; counts it as made.
  bool apologise_for(const Assessment& assessment) {
    return acknowledger_.apologise_for(assessment);
  }

  // `seed`: any number that is fixed for the conversation.
  Reply compose(const ReplyFacts& facts, std::uint32_t seed);

  // The matter is closed: answers may be given again.
  void resolve() {
    given_.assign(given_.size(), false);
    asked_what_ = false;
  }

 private:
  Reply bring_in_person(const ReplyFacts& facts);
  Reply small_talk(const ReplyFacts& facts);
  Reply answer(const ReplyFacts& facts);
  Reply without_answer(const ReplyFacts& facts);
  std::string acknowledgement(const ReplyFacts& facts);
  std::string vary(std::string_view family);
  std::vector<ReplyAction> menu() const;
  ReplyAction person_action() const;

  const Playbook& playbook_;
  Texts texts_;
  Variants variants_;
  Acknowledger acknowledger_;
  std::vector<bool> given_;  // by number of the solution
  bool asked_what_ = false;  // an upset customer was asked what it is about: once is enough
  std::uint32_t seed_ = 0;   // of the turn in hand
};

}  // namespace attune
