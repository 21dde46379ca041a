// Signs that a conversation goes round in circles.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "archive.h"
#include "attune/conversation.h"
#include "text/saying.h"
#include "text/tokenizer.h"

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

  // Records a customer turn; true when it says nearly the same as one of the last ones, also in
  // other words. An empty saying is small talk: nothing is asked.
  bool customer_turn(Saying saying, Stance stance = {});
  // Records how the playbook stands to the latest customer turn. `reply`: what the core says,
  // to recognise it when the page reports it back as a bot turn.
  void answer(Answer answer);
  void remember_reply(std::string_view reply) { reply_ = reply; }
  // Records what the bot showed, and whether the company's own bot had no answer. What it says in
  // return for small talk may be the same each time.
  void bot_turn(std::string_view text, Saying saying, const TokenizedText& tokens, bool unanswered);
  // The matter is closed: forgets what was said.
  void resolve();

  const Loops& loops() const { return loops_; }

  void serve(Archive& archive);

 private:
  // The last few of something, the oldest of which makes room for the newest.
  template <typename T, std::size_t kSize>
  struct Ring {
    void add(T item) {
      items[next] = std::move(item);
      next = (next + 1) % kSize;
    }
    void serve(Archive& archive) {
      archive.list("items", items);
      archive.whole("next", next, 0, kSize - 1);
    }
    std::array<T, kSize> items{};
    std::size_t next = 0;
  };
  static constexpr std::size_t kTurns = 8;   // after so many a repetition is a new start
  static constexpr std::size_t kLinks = 16;  // a bot offers one or two a turn

  bool offers_link_again(const TokenizedText& tokens);
  void count_unanswered();

  Loops loops_;
  Ring<Saying, kTurns> customer_;
  Ring<Saying, kTurns> bot_;
  Ring<std::uint32_t, kLinks> links_;  // hashes of what the bot linked to; 0: none
  std::string reply_;                  // what the core composed last
  bool turn_open_ = false;             // the customer has said something
  bool turn_unanswered_ = false;       // the open turn has been counted
  bool small_talk_ = false;            // the open turn asks nothing
};

}  // namespace attune
