// Times the turns around the 10th and around the 10,000th of one conversation, and prints both with
// their ratio and the size of the saved state: attune_bench_conversation ROUNDS <TEXTS.
// A text of standard input is a customer turn; they go round. The bot answers with the reply that
// the core composed. Both places get the same texts, and the matter is closed just before both, so
// that nothing but the length of the conversation differs.
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
constexpr std::size_t kWindow = 10;  // turns that are timed from each place on
constexpr double kBetweenMs = 30000;

struct Place {
  std::vector<double> microseconds;
  std::size_t state_bytes = 0;  // the largest of all rounds

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

void run_round(attune::Analyzer& analyzer, const std::shared_ptr<const attune::Setup>& setup,
               const std::vector<std::string>& texts, std::size_t round, Place& early,
               Place& late) {
  Conversation conversation(analyzer, setup);
  const auto text_at = [&](std::size_t turn) -> const std::string& {
    return texts[(round * kWindow + turn) % texts.size()];
  };
  for (std::size_t turn = 1; turn < kLate + kWindow; ++turn) {
    const double at_ms = static_cast<double>(turn) * kBetweenMs;
    Place* place = turn >= kLate                               ? &late
                   : turn >= kEarly && turn < kEarly + kWindow ? &early
                                                               : nullptr;
    if (place == nullptr) {
      take_turn(conversation, text_at(turn), at_ms);
      continue;
    }
    const std::size_t in_window = turn % kWindow;  // both places are multiples of it
    if (in_window == 0) (void)conversation.event(attune::ConversationEvent::kResolved, at_ms);
    place->microseconds.push_back(take_turn(conversation, text_at(in_window), at_ms));
    if (in_window == kWindow - 1) {
      place->state_bytes = std::max(place->state_bytes, state_bytes_of(conversation));
    }
  }
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
  for (int round = 0; round < rounds; ++round) {
    run_round(analyzer.value(), setup, texts, static_cast<std::size_t>(round), early, late);
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
