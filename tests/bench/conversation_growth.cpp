// Times turns from the 10th on and turns from the 10,000th on, and prints both with their ratio and
// the size of the saved state: attune_bench_conversation ROUNDS <TEXTS. A text of standard input is
// a customer turn; they go round. The bot answers with the reply that the core composed. A long
// conversation and new ones take turns with the same texts, so that a busy machine hits both alike;
// the matter is closed before each comparison, so that nothing but the length of the conversation
// differs.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "attune/analyzer.h"
#include "attune/conversation.h"

namespace {

using attune::Conversation;

constexpr std::size_t kEarly = 10;
constexpr std::size_t kLate = 10000;
constexpr std::size_t kWindow = 10;  // turns that are compared from each place on
constexpr double kBetweenMs = 30000;

struct Place {
  std::vector<double> microseconds;
  std::size_t state_bytes = 0;  // behind the last of them, the largest of all rounds

  double median() {
    const auto middle = microseconds.begin() + static_cast<long>(microseconds.size() / 2);
    std::nth_element(microseconds.begin(), middle, microseconds.end());
    return *middle;
  }
};

// Bytes of the saved state; 0 where conversations can't be saved.
template <typename Saved>
std::size_t state_bytes_of(const Saved& conversation) {
  if constexpr (requires { conversation.save(); }) {
    return conversation.save().size();
  } else {
    return 0;
  }
}

// A turn of the customer and the bot's answer; the time of both.
double take_turn(Conversation& conversation, const std::string& text, double at_ms) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  const attune::Result<attune::TurnResult> result = conversation.customer_turn(text, at_ms);
  if (result) (void)conversation.bot_turn(result.value().reply.text, at_ms);
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

// A conversation that goes on through the texts.
class Talk {
 public:
  Talk(attune::Analyzer& analyzer, const std::shared_ptr<const attune::Setup>& setup,
       const std::vector<std::string>& texts)
      : conversation_(analyzer, setup), texts_(texts) {}

  // Takes the turn with the text of this number; its time.
  double take(std::size_t text) {
    at_ms_ += kBetweenMs;
    return take_turn(conversation_, texts_[text % texts_.size()], at_ms_);
  }
  void resolve() { (void)conversation_.event(attune::ConversationEvent::kResolved, at_ms_); }
  std::size_t state_bytes() const { return state_bytes_of(conversation_); }

 private:
  Conversation conversation_;
  const std::vector<std::string>& texts_;
  double at_ms_ = 0;
};

// The same turns of both, one after the other.
void compare(Talk& young, Talk& old, std::size_t first_text, Place& early, Place& late) {
  young.resolve();
  old.resolve();
  for (std::size_t i = 0; i < kWindow; ++i) {
    // Whoever comes second finds the text's tables in the cache.
    const bool young_first = i % 2 == 0;
    if (young_first) early.microseconds.push_back(young.take(first_text + i));
    late.microseconds.push_back(old.take(first_text + i));
    if (!young_first) early.microseconds.push_back(young.take(first_text + i));
  }
  early.state_bytes = std::max(early.state_bytes, young.state_bytes());
  late.state_bytes = std::max(late.state_bytes, old.state_bytes());
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 0;
  std::vector<std::string> texts;
  for (std::string line; std::getline(std::cin, line);) texts.push_back(line);
  if (rounds < 1 || texts.empty()) {
    std::fprintf(stderr, "usage: attune_bench_conversation ROUNDS <TEXTS\n");
    return 2;
  }
  attune::Result<attune::Analyzer> analyzer = attune::Analyzer::create();
  if (!analyzer) {
    std::fprintf(stderr, "attune_bench_conversation: %s\n", analyzer.error().message.c_str());
    return 1;
  }
  const std::shared_ptr<const attune::Setup> setup = attune::prepare(analyzer.value(), {});
  Place early;
  Place late;
  Talk old(analyzer.value(), setup, texts);
  for (std::size_t turn = 1; turn < kLate; ++turn) old.take(turn);
  for (int round = 0; round < rounds; ++round) {
    Talk young(analyzer.value(), setup, texts);
    const std::size_t first_text = static_cast<std::size_t>(round) * kWindow;
    for (std::size_t turn = 1; turn < kEarly; ++turn) young.take(first_text + texts.size() - turn);
    compare(young, old, first_text, early, late);
  }
  const double first = early.median();
  const double last = late.median();
  std::printf("turn %zu: %.1f us, turn %zu: %.1f us; ratio %.2f\n", kEarly, first, kLate, last,
              last / first);
  if (early.state_bytes == 0) return 0;
  std::printf("saved state after turn %zu: %zu bytes, after turn %zu: %zu bytes; ratio %.2f\n",
              kEarly + kWindow - 1, early.state_bytes, kLate + kWindow - 1, late.state_bytes,
              static_cast<double>(late.state_bytes) / static_cast<double>(early.state_bytes));
  return 0;
}
