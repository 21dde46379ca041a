// Signs that a conversation goes round in circles.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "attune/conversation.h"
#include "text/similarity.h"

namespace attune {

// Remembers what the last turns said, and whether the bot could answer. Constant size.
class LoopTracker {
 public:
  // How the bot stands after a customer turn, as far as the core can tell.
  enum class Answer {
    kUnknown,  // the company's own bot answers, or nothing was asked
    kGiven,    // the playbook has an answer
    kMissing,  // the playbook has answers, none of them for this
  };

  // Records a customer turn; true when it says nearly the same as one of the last ones.
  bool customer_turn(WordSet words);
  // Records how the playbook stands to the latest customer turn. `reply`: what the core says,
  // to recognise it when the page reports it back as a bot turn.
  void answer(Answer answer);
  void remember_reply(std::string_view reply) { reply_ = reply; }
  // Records what the bot showed, and whether the company's own bot had no answer.
  void bot_turn(std::string_view text, WordSet words, bool unanswered);
  // The matter is closed: forgets what was said.
  void resolve();

  const Loops& loops() const { return loops_; }

 private:
  // The last few turns of one side.
  class History {
   public:
    bool says_again(const WordSet& words) const;
    void add(WordSet words);

   private:
    static constexpr std::size_t kTurns = 8;
    std::array<WordSet, kTurns> turns_;
    std::size_t next_ = 0;
  };

  void count_unanswered();

  Loops loops_;
  History customer_;
  History bot_;
  std::string reply_;             // what the core composed last
  bool turn_open_ = false;        // the customer has said something
  bool turn_unanswered_ = false;  // the open turn has been counted
};

}  // namespace attune
