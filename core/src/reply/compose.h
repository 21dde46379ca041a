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
  bool exhausted = false;      // the answer was given before and has not settled it
  bool waiting = false;        // a person had been asked for before this turn
  std::string answer_by = {};  // while nobody is there: when a person will answer, as a clause
};

// Remembers what was said, so that the bot does not repeat itself. The same conversation always
// gets the same words.
class Composer {
 public:
  // Both must outlive the composer and stay where they are.
  Composer(const Texts& texts, const AnswerIndex& answers);

  const std::vector<bool>& given() const { return given_; }

  // Whether `answer` would tell somebody whom the last answer has not helped nothing new: it was
  // given before, or the message only names the topic that was answered last.
  bool is_spent(const AnswerIndex::Answer& answer) const {
    return answer.given_before || (!answer.named && last_topic_ == answer.topic);
  }

  // Whether the tone should ask for an apology; counts it as made.
  bool apologise_for(const Assessment& assessment) {
    return acknowledger_.apologise_for(assessment);
  }

  // `seed`: any number that is fixed for the conversation.
  Reply compose(const ReplyFacts& facts, std::uint32_t seed);

  // The matter is closed: answers may be given again.
  void resolve() {
    given_.assign(given_.size(), false);
    last_topic_.reset();
    knows_matter_ = false;
  }

  void serve(Archive& archive);

 private:
  Reply bring_in_person(const ReplyFacts& facts);
  Reply small_talk(const ReplyFacts& facts);
  Reply answer(const ReplyFacts& facts);
  Reply without_answer(const ReplyFacts& facts);
  std::string acknowledgement(const ReplyFacts& facts);
  std::string vary(std::string_view family);
  std::vector<ReplyAction> menu() const;
  ReplyAction person_action() const;
  // The key of a sentence about bringing in a person, as it reads at this hour.
  std::string by_hour(std::string_view key) const;

  const Texts& texts_;
  const Playbook& playbook_;
  Variants variants_;
  Acknowledger acknowledger_;
  std::vector<bool> given_;                // by number of the solution
  std::optional<std::size_t> last_topic_;  // that was answered
  bool knows_matter_ = false;   // something was answered, or the customer was asked what it is
  bool fallback_used_ = false;  // the company's own: said once, then varied
  std::uint32_t seed_ = 0;      // of the turn in hand
  std::string answer_by_;       // of the turn in hand
};

}  // namespace attune
