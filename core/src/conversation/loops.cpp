#include "conversation/loops.h"

#include <algorithm>
#include <utility>

namespace attune {

bool LoopTracker::History::says_again(const WordSet& words) const {
  return std::any_of(turns_.begin(), turns_.end(),
                     [&words](const WordSet& earlier) { return says_the_same(earlier, words); });
}

void LoopTracker::History::add(WordSet words) {
  if (words.empty()) return;  // "ok", "thanks": must not push out what matters
  turns_[next_] = std::move(words);
  next_ = (next_ + 1) % kTurns;
}

bool LoopTracker::customer_turn(WordSet words) {
  turn_open_ = true;
  turn_unanswered_ = false;
  const bool again = customer_.says_again(words);
  if (again) ++loops_.customer_repeats;
  customer_.add(std::move(words));
  return again;
}

void LoopTracker::answer(Answer answer) {
  if (answer == Answer::kMissing) count_unanswered();
  if (answer == Answer::kGiven) loops_.unanswered = 0;
}

void LoopTracker::bot_turn(std::string_view text, WordSet words, bool unanswered) {
  if (bot_.says_again(words)) ++loops_.bot_repeats;
  bot_.add(std::move(words));
  if (!turn_open_) return;  // a greeting before the customer has asked anything
  if (unanswered) {
    count_unanswered();
    return;
  }
  // The core's own reply, whole or in paragraphs, was judged when it was composed; anything else
  // is an answer by the company's bot.
  if (reply_.find(text) == std::string::npos) loops_.unanswered = 0;
}

void LoopTracker::resolve() { *this = LoopTracker(); }

void LoopTracker::count_unanswered() {
  if (turn_unanswered_) return;  // a turn counts once, whoever reports it
  turn_unanswered_ = true;
  ++loops_.unanswered;
}

}  // namespace attune
