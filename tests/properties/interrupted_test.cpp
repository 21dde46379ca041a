// A conversation that is saved and restored after every turn gives what it would have given
// without, to the byte: as C++, through the C ABI and in `attune replay`.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "attune/config.h"
#include "attune/conversation.h"
#include "attune_abi.h"
#include "conversation/replay.h"
#include "json/read_turns.h"
#include "json/write_result.h"
#include "tests/core/support.h"
#include "tests/fixtures/check/expect.h"

namespace attune {
namespace {

using fixtures::Case;
using nlohmann::ordered_json;
using From = RecordedTurn::From;

// Without what a restored conversation can't know: no words of the customer are saved, so the note
// for the team quotes none from before.
std::string without_quotes(const std::string& result) {
  ordered_json turn = ordered_json::parse(result);
  ordered_json& decision = turn["decision"];
  if (decision.contains("team")) {
    decision["team"].erase("words");
    decision["team"].erase("text");
  }
  return turn.dump();
}

// Plays a turn; of a customer's turn what the core says to it, otherwise "".
std::string play(Conversation& conversation, const RecordedTurn& turn) {
  if (turn.from == From::kCustomer) {
    const Result<TurnResult> result = conversation.customer_turn(turn.text, turn.at_ms);
    return result.ok() ? to_json(result.value()) : error_json(result.error());
  }
  const Result<std::monostate> result =
      turn.from == From::kBot ? conversation.bot_turn(turn.text, turn.at_ms, turn.unanswered)
      : turn.attributes       ? conversation.set_attributes(*turn.attributes, turn.at_ms)
                              : conversation.event(turn.event, turn.at_ms);
  return result.ok() ? "" : error_json(result.error());
}

struct Played {
  Config config;
  Transcript transcript;
  std::vector<std::string> results;  // of the conversation without interruptions
};

// The conversations of the fixtures, played.
template <typename Check>
void each_conversation(Analyzer& analyzer, const Check& check) {
  const std::vector<Case> cases = fixtures::read_cases("conversations");
  ASSERT_FALSE(cases.empty());
  for (const Case& each : cases) {
    SCOPED_TRACE(each.name());
    const std::string settings = each.data.value("config", nlohmann::json::object()).dump();
    Result<Config> config = parse_config(settings);
    Result<Transcript> transcript = read_transcript(each.data.dump());
    ASSERT_TRUE(config.ok() && transcript.ok());
    Played played{std::move(config.value()), std::move(transcript.value()), {}};
    Conversation conversation(analyzer, played.config);
    for (const RecordedTurn& turn : played.transcript.turns) {
      ASSERT_FALSE(turn.error) << turn.error->message;
      played.results.push_back(play(conversation, turn));
    }
    check(each, settings, played);
  }
}

// Whether every text in the state is one of ours: the bot's last reply, names, marks, numbers.
void expect_only_our_texts(const ordered_json& value, const std::string& place,
                           const std::string& reply) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const bool number =
        text.size() == 16 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
    const bool known = place == "/state/loops/reply"
                           ? text == reply
                           : place == "/core" || place == "/config" ||
                                 place == "/state/decider/language" ||
                                 place.rfind("/state/attributes/", 0) == 0 ||
                                 place.rfind("/state/composer/acknowledger/topics/", 0) == 0;
    EXPECT_TRUE(number || known) << place << " " << text;
  }
  if (!value.is_structured()) return;
  for (const auto& [name, member] : value.items()) {
    std::string there = place;
    there += '/';
    there += name;
    expect_only_our_texts(member, there, reply);
  }
}

TEST(Interrupted, ConversationsGoOnAsIfNothingHadHappened) {
  Analyzer analyzer = testing::new_analyzer();
  Analyzer other_analyzer = testing::new_analyzer();
  std::size_t turns = 0;
  std::size_t largest = 0;
  each_conversation(analyzer, [&](const Case&, const std::string&, const Played& played) {
    const auto setup = prepare(other_analyzer, played.config);
    auto conversation = std::make_unique<Conversation>(other_analyzer, setup);
    std::string reply;
    for (std::size_t i = 0; i < played.results.size(); ++i) {
      SCOPED_TRACE(i);
      const RecordedTurn& turn = played.transcript.turns[i];
      const std::string result = play(*conversation, turn);
      if (turn.from == From::kCustomer) {
        EXPECT_EQ(without_quotes(result), without_quotes(played.results[i]));
        reply = ordered_json::parse(result)["reply"]["text"];
      } else {
        EXPECT_EQ(result, played.results[i]);
      }
      if (!turn.attributes && turn.event == ConversationEvent::kResolved &&
          turn.from == From::kSystem) {
        reply.clear();
      }
      const std::string saved = conversation->save();
      expect_only_our_texts(ordered_json::parse(saved), "", reply);
      conversation = std::make_unique<Conversation>(other_analyzer, setup);
      const Result<std::monostate> restored = conversation->restore(saved);
      ASSERT_TRUE(restored.ok()) << restored.error().pointer << " " << restored.error().message;
      ASSERT_EQ(conversation->save(), saved);
      largest = std::max(largest, saved.size());
      ++turns;
    }
  });
  std::printf("%zu turns, the largest state has %zu bytes\n", turns, largest);
}

// One conversation through the C ABI.
class AbiConversation {
 public:
  AbiConversation(attune_analyzer* analyzer, const std::string& config)
      : analyzer_(analyzer), config_(config), handle_(begin()) {}
  AbiConversation(const AbiConversation&) = delete;
  AbiConversation& operator=(const AbiConversation&) = delete;
  ~AbiConversation() { attune_conversation_destroy(handle_); }

  std::string play(const RecordedTurn& turn) {
    attune_status status = ATTUNE_STATUS_OK;
    if (turn.from == From::kCustomer) {
      status = attune_conversation_customer_turn(handle_, turn.text.data(), turn.text.size(),
                                                 turn.at_ms);
    } else if (turn.from == From::kBot) {
      status = attune_conversation_bot_turn(handle_, turn.text.data(), turn.text.size(), turn.at_ms,
                                            turn.unanswered ? 1 : 0);
    } else if (turn.attributes) {
      const std::string changes = ordered_json::parse(turn.json)["attributes"].dump();
      status =
          attune_conversation_set_attributes(handle_, changes.data(), changes.size(), turn.at_ms);
    } else {
      const std::string_view name = name_of(turn.event);
      status = attune_conversation_event(handle_, name.data(), name.size(), turn.at_ms);
    }
    EXPECT_EQ(status, ATTUNE_STATUS_OK) << result();
    return turn.from == From::kCustomer ? result() : "";
  }

  // Goes on in another handle, as a page does after a reload.
  void reload() {
    EXPECT_EQ(attune_conversation_save(handle_), ATTUNE_STATUS_OK);
    const std::string saved = result();
    attune_conversation_destroy(handle_);
    handle_ = begin();
    EXPECT_EQ(attune_conversation_restore(handle_, saved.data(), saved.size()), ATTUNE_STATUS_OK)
        << result();
  }

 private:
  attune_conversation* begin() {
    attune_conversation* conversation = attune_conversation_create(analyzer_);
    EXPECT_EQ(attune_conversation_configure(conversation, config_.data(), config_.size()),
              ATTUNE_STATUS_OK);
    return conversation;
  }
  std::string result() const {
    return {attune_conversation_result(handle_), attune_conversation_result_size(handle_)};
  }

  attune_analyzer* analyzer_;
  std::string config_;
  attune_conversation* handle_;
};

TEST(Interrupted, ConversationsThroughTheAbiGoOnAsIfNothingHadHappened) {
  Analyzer analyzer = testing::new_analyzer();
  attune_analyzer* handle = attune_analyzer_create();
  each_conversation(analyzer, [&](const Case&, const std::string& config, const Played& played) {
    AbiConversation abi(handle, config);
    for (std::size_t i = 0; i < played.results.size(); ++i) {
      SCOPED_TRACE(i);
      const std::string result = abi.play(played.transcript.turns[i]);
      if (result.empty()) {
        EXPECT_EQ(played.results[i], "");
      } else {
        EXPECT_EQ(without_quotes(result), without_quotes(played.results[i]));
      }
      abi.reload();
    }
  });
  attune_analyzer_destroy(handle);
}

// `attune replay` decides as the conversation does that is interrupted in its middle.
TEST(Interrupted, ReplayDecidesAsAConversationThatIsInterruptedInTheMiddle) {
  Analyzer analyzer = testing::new_analyzer();
  each_conversation(analyzer, [&](const Case& each, const std::string&, const Played& played) {
    const auto replayed = replay_line(analyzer, played.config, each.data.dump());
    ASSERT_TRUE(replayed.ok());
    const ordered_json turns = ordered_json::parse(replayed.value().json)["turns"];
    Conversation before(analyzer, played.config);
    Conversation after(analyzer, played.config);
    const std::size_t middle = turns.size() / 2;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      if (i == middle) {
        ASSERT_TRUE(after.restore(before.save()).ok());
      }
      const RecordedTurn& turn = played.transcript.turns[i];
      const std::string result = play(i < middle ? before : after, turn);
      if (turn.from != From::kCustomer) continue;
      ordered_json expected = turns[i];
      expected.erase("from");
      expected.erase("at");
      EXPECT_EQ(without_quotes(result), without_quotes(expected.dump())) << i;
    }
  });
}

}  // namespace
}  // namespace attune
