#include "conversation/loops.h"

#include <algorithm>
#include <utility>

#include "text/likeness.h"
#include "text/similarity.h"

namespace attune {
namespace {

// Two answers of a playbook at their longest (4,000 characters of 4 bytes each, schema
// playbook), and room for the core's own sentences.
constexpr std::size_t kLongestReply = 65536;

// The same page under "https://www.help.com/" and "help.com".
std::uint32_t hash_of_link(std::u16string_view link) {
  const std::size_t scheme = link.find(u"//");
  if (scheme != std::u16string_view::npos) link.remove_prefix(scheme + 2);
  constexpr std::u16string_view kWww = u"www.";
  if (link.substr(0, kWww.size()) == kWww) link.remove_prefix(kWww.size());
  while (!link.empty() && link.back() == u'/') link.remove_suffix(1);
  return hash_of(link);
}

}  // namespace

bool LoopTracker::customer_turn(Saying saying, Stance stance) {
  stance.unanswered = turn_unanswered_;
  turn_open_ = true;
  turn_unanswered_ = false;
  small_talk_ = saying.empty();
  if (small_talk_) return false;  // "ok", "thanks": must not push out what matters
  const bool again =
      std::any_of(customer_.items.begin(), customer_.items.end(),
                  [&](const Saying& earlier) { return says_again(earlier, saying, stance); });
  if (again) ++loops_.customer_repeats;
  customer_.add(std::move(saying));
  return again;
}

void LoopTracker::answer(Answer answer) {
  if (answer == Answer::kMissing) count_unanswered();
  if (answer == Answer::kGiven) loops_.unanswered = 0;
}

void LoopTracker::bot_turn(std::string_view text, Saying saying, const TokenizedText& tokens,
                           bool unanswered) {
  const bool link_again = offers_link_again(tokens);
  const bool again =
      link_again || std::any_of(bot_.items.begin(), bot_.items.end(), [&](const Saying& earlier) {
        return is_near_copy(earlier, saying);
      });
  if (!saying.empty()) bot_.add(std::move(saying));
  if (again && !small_talk_) ++loops_.bot_repeats;
  if (!turn_open_) return;  // a greeting before the customer has asked anything
  if (unanswered) {
    count_unanswered();
    return;
  }
  // The core's own reply, whole or in paragraphs, was judged when it was composed; anything else
  // is an answer by the company's bot.
  if (reply_.find(text) == std::string::npos) loops_.unanswered = 0;
}

// Whether the text holds a link of an earlier turn; remembers its own.
bool LoopTracker::offers_link_again(const TokenizedText& tokens) {
  const Ring<std::uint32_t, kLinks> earlier = links_;
  bool again = false;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (!tokens.tokens[i].opaque) continue;
    const std::uint32_t start = tokens.tokens[i].start;
    while (i + 1 < tokens.tokens.size() && tokens.tokens[i + 1].opaque) ++i;
    const std::uint32_t link = hash_of_link(tokens.slice(start, tokens.tokens[i].end));
    const auto& known = earlier.items;
    again |= std::find(known.begin(), known.end(), link) != known.end();
    const auto& all = links_.items;
    if (std::find(all.begin(), all.end(), link) == all.end()) links_.add(link);
  }
  return again;
}

void LoopTracker::serve(Archive& archive) {
  archive.count("customer_repeats", loops_.customer_repeats);
  archive.count("bot_repeats", loops_.bot_repeats);
  archive.count("unanswered", loops_.unanswered);
  archive.part("customer", customer_);
  archive.part("bot", bot_);
  archive.part("links", links_);
  archive.text("reply", reply_, kLongestReply);
  archive.flag("turn_open", turn_open_);
  archive.flag("turn_unanswered", turn_unanswered_);
  archive.flag("small_talk", small_talk_);
}

void LoopTracker::resolve() { *this = LoopTracker(); }

void LoopTracker::count_unanswered() {
  if (turn_unanswered_) return;  // a turn counts once, whoever reports it
  turn_unanswered_ = true;
  ++loops_.unanswered;
}

}  // namespace attune
