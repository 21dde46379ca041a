// Conversation::save() and restore(): what fits, what is refused, and what stays as it was.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "attune/conversation.h"
#include "tests/core/reply/lamps.h"
#include "tests/core/support.h"

namespace attune {
namespace {

using nlohmann::json;

Config lamp_shop() {
  Config config;
  config.playbook = testing::lamps();
  config.attributes = {{"plan", "gold"}};
  return config;
}

class Saving : public ::testing::Test {
 protected:
  Conversation begin(Config config = lamp_shop()) { return {analyzer_, std::move(config)}; }

  // A conversation with something in every part of its state.
  Conversation begun() {
    Conversation conversation = begin();
    std::string reply;
    double at = 1772442000000.0;
    for (const char* message :
         {"Where is my parcel? I have waited 3 weeks.", "I asked 3 times where my parcel is!",
          "This is USELESS, the parcel is lost and nobody answers", "I want my 250 EUR refund"}) {
      const Result<TurnResult> turn = conversation.customer_turn(message, at);
      EXPECT_TRUE(turn.ok());
      EXPECT_TRUE(conversation.bot_turn(turn.value().reply.text, at + 1000).ok());
      at += 60000.0;
    }
    EXPECT_TRUE(conversation.event(ConversationEvent::kOfferDeclined, at).ok());
    return conversation;
  }

  // Refused, and the conversation stays as it was. Returns the error.
  static Error refused(Conversation& conversation, const std::string& saved) {
    const std::string before = conversation.save();
    const Result<std::monostate> restored = conversation.restore(saved);
    EXPECT_FALSE(restored.ok()) << saved.substr(0, 300);
    if (restored.ok()) return {};
    EXPECT_EQ(restored.error().code, ErrorCode::kInvalidState);
    EXPECT_FALSE(restored.error().message.empty());
    EXPECT_NE(restored.error().expected.find("play the conversation's turns again"),
              std::string::npos);
    EXPECT_EQ(conversation.save(), before);
    return restored.error();
  }

  Analyzer analyzer_ = testing::new_analyzer();
};

TEST_F(Saving, GivesTextThatRestoresTheSameState) {
  const std::string saved = begun().save();
  EXPECT_EQ(saved.rfind(R"({"attune_conversation":1,"core":")", 0), 0U) << saved;
  Conversation other = begin();
  ASSERT_TRUE(other.restore(saved).ok());
  EXPECT_EQ(other.save(), saved);
}

TEST_F(Saving, WorksBeforeTheFirstTurn) {
  const std::string saved = begin().save();
  Conversation other = begun();
  ASSERT_TRUE(other.restore(saved).ok());
  EXPECT_EQ(other.save(), saved);
  EXPECT_TRUE(other.customer_turn("Hello", 1.0).ok());  // no time has passed
}

TEST_F(Saving, KeepsTheTimeOfTheLastTurn) {
  Conversation other = begin();
  ASSERT_TRUE(other.restore(begun().save()).ok());
  EXPECT_FALSE(other.customer_turn("Hello", 1.0).ok());
}

TEST_F(Saving, KeepsTheAttributesThatWereSet) {
  Conversation conversation = begin();
  ASSERT_TRUE(conversation.set_attributes({{"plan", std::nullopt}, {"orders", "12"}}, 1.0).ok());
  Conversation other = begin();
  ASSERT_TRUE(other.restore(conversation.save()).ok());
  EXPECT_EQ(json::parse(other.save())["state"]["attributes"],
            json::parse(R"([{"name":"orders","value":"12"}])"));
}

TEST_F(Saving, IsRestoredUnderOtherThresholdsAndTexts) {
  Config config = lamp_shop();
  config.policy.cooldown_turns = 9;
  config.playbook.company = "Lamps Ltd";
  config.playbook.topics[0].solutions[0].text = "We look for it.";
  Conversation other = begin(config);
  EXPECT_TRUE(other.restore(begun().save()).ok());
}

TEST_F(Saving, IsRefusedWithOtherSolutionsTopicsOrRules) {
  const std::string saved = begun().save();
  Config fewer = lamp_shop();
  fewer.playbook.topics[0].solutions.pop_back();
  Config renamed = lamp_shop();
  renamed.playbook.topics[0].topic = "booking";
  Config ruled = lamp_shop();
  ruled.policy.company_rules.emplace_back().id = "large-bills";
  for (const Config& config : {Config{}, fewer, renamed, ruled}) {
    Conversation other = begin(config);
    const Error error = refused(other, saved);
    EXPECT_EQ(error.pointer, "/config");
    EXPECT_EQ(error.message, "was saved with other topics, solutions or rules");
  }
}

TEST_F(Saving, IsRefusedByAnotherVersion) {
  Conversation conversation = begun();
  json saved = json::parse(conversation.save());
  saved["core"] = "0.0.9-1";
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/core");
  EXPECT_EQ(refused(conversation, saved.dump()).message,
            "was saved by another version of the core");
  saved["attune_conversation"] = 2;
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/attune_conversation");
  EXPECT_EQ(refused(conversation, "{}").pointer, "/attune_conversation");
}

TEST_F(Saving, IsRefusedWhenItIsCutShortAnywhere) {
  Conversation conversation = begun();
  const std::string saved = conversation.save();
  for (std::size_t size = 0; size < saved.size(); size += 1 + size / 40) {
    EXPECT_EQ(refused(conversation, saved.substr(0, size)).pointer, "") << size;
  }
}

// Each value of the state in turn is taken away, or changed into what it must not be.
TEST_F(Saving, IsRefusedWithAnyValueThatIsMissingOrWrong) {
  Conversation conversation = begun();
  const json saved = json::parse(conversation.save());
  const std::string optional = "seed last_at_ms last_topic times waiting_days amount";
  const auto check = [&](const json::json_pointer& place, const json& value) {
    json changed = saved;
    changed[place] = value;
    EXPECT_EQ(refused(conversation, changed.dump()).pointer, place.to_string())
        << value << " for " << saved[place];
  };
  int values = 0;
  const auto walk = [&](const auto& self, const json::json_pointer& place) -> void {
    ++values;
    const json& value = saved[place];
    check(place, nullptr);
    check(place, true);
    if (!value.is_number()) check(place, 7);
    if (!value.is_string()) check(place, "7");
    if (!value.is_array()) check(place, json::array());
    if (!value.is_object()) check(place, json::object());
    if (value.is_number()) {
      check(place, -1);
      check(place, 0.5);
      check(place, 1e300);
    }
    if (value.is_string()) check(place, std::string(70000, 'x'));
    if (value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        json changed = saved;
        changed[place].erase(name);
        if (optional.find(name) == std::string::npos) {
          EXPECT_EQ(refused(conversation, changed.dump()).pointer, (place / name).to_string());
        }
        self(self, place / name);
      }
    }
    if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) self(self, place / i);
    }
  };
  walk(walk, json::json_pointer("/state"));
  EXPECT_GT(values, 100);
}

// What is in range need not have come about by turns: it must do no harm all the same.
TEST_F(Saving, GoesOnFromAnyStateThatIsTaken) {
  const json saved = json::parse(begun().save());
  int taken = 0;
  const auto go_on = [&](const json& state) {
    Conversation conversation = begin();
    if (!conversation.restore(state.dump()).ok()) return;
    ++taken;
    for (const char* message : {"Where is my parcel???", "I am fed up, my bill is wrong",
                                "My account is locked, this is a disgrace", "thanks"}) {
      EXPECT_TRUE(conversation.customer_turn(message, 1e15).ok());
      EXPECT_TRUE(conversation.bot_turn("One moment", 1e15, true).ok());
    }
    const std::string again = conversation.save();
    EXPECT_TRUE(conversation.restore(again).ok()) << state;
    EXPECT_EQ(conversation.save(), again);
  };
  const auto walk = [&](const auto& self, const json::json_pointer& place) -> void {
    const json& value = saved[place];
    if (!value.is_structured()) {
      for (const json& other : {json(0), json(1), json(999'999'999), json("0000000000000000"),
                                json("ffffffffffffffff"), json("3ff0000000000000")}) {
        json changed = saved;
        changed[place] = other;
        go_on(changed);
      }
      return;
    }
    if (value.is_array()) {
      json changed = saved;
      changed[place] = json::array();
      go_on(changed);
      for (std::size_t i = 0; i < value.size(); ++i) self(self, place / i);
      return;
    }
    for (const auto& [name, member] : value.items()) {
      json changed = saved;
      changed[place].erase(name);
      go_on(changed);
      self(self, place / name);
    }
  };
  walk(walk, json::json_pointer("/state"));
  EXPECT_GT(taken, 100);
}

TEST_F(Saving, IsRefusedWithANumberOfASolutionOrTopicThatIsNotThere) {
  Conversation conversation = begun();
  json saved = json::parse(conversation.save());
  saved["state"]["composer"]["given"] = {0, 99};
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/state/composer/given/1");
  saved["state"]["composer"]["given"] = {1, 1};
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/state/composer/given/1");
  saved["state"]["composer"]["given"] = json::array();
  saved["state"]["composer"]["last_topic"] = 50;
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/state/composer/last_topic");
  Conversation bare = begin(Config{});
  json nothing = json::parse(bare.save());
  nothing["state"]["composer"]["last_topic"] = 0;
  EXPECT_EQ(refused(bare, nothing.dump()).pointer, "/state/composer/last_topic");
}

TEST_F(Saving, IsRefusedWhenItIsHuge) {
  Conversation conversation = begun();
  json saved = json::parse(conversation.save());
  saved["state"]["attributes"] = std::vector<int>(100'000, 0);
  EXPECT_EQ(refused(conversation, saved.dump()).pointer, "/state/attributes");
  EXPECT_EQ(refused(conversation, std::string(2'000'000, ' ')).message,
            "the JSON text is too long");
  EXPECT_EQ(refused(conversation, std::string(100'000, '[')).message, "nested too deeply");
}

TEST_F(Saving, IsRefusedWhenItIsNoJsonObject) {
  Conversation conversation = begun();
  for (const char* text : {"", " ", "null", "7", "[]", "\"state\"", "{\"a\":1,\"a\":2}", "\xff"}) {
    refused(conversation, text);
  }
}

TEST_F(Saving, IgnoresMembersThatNobodyAsksFor) {
  Conversation conversation = begun();
  json saved = json::parse(conversation.save());
  saved["note"] = "mine";
  EXPECT_TRUE(conversation.restore(saved.dump()).ok());
}

TEST_F(Saving, SurvivesBeingWrittenAnewByOthers) {
  Conversation conversation = begun();
  const std::string saved = conversation.save();
  Conversation other = begin();
  ASSERT_TRUE(other.restore(json::parse(saved).dump(2)).ok());  // sorted, with spaces
  EXPECT_EQ(other.save(), saved);
}

TEST_F(Saving, HoldsNoWordOfTheCustomer) {
  Conversation conversation = begin();
  const std::string words[] = {"Quixotic",      "ZEPPELIN",  "marmalade",
                               "still nothing", "4485-2291", "x@example.org"};
  double at = 1.0;
  for (const std::string& word : words) {
    std::string message = word;
    message.append(" is what I ordered, WHERE IS MY ").append(word).append("???");
    ASSERT_TRUE(conversation.customer_turn(message, at++).ok());
    const std::string saved = conversation.save();
    for (const std::string& said : words) EXPECT_EQ(saved.find(said), std::string::npos) << saved;
    EXPECT_EQ(saved.find("WHERE"), std::string::npos) << saved;
    EXPECT_EQ(saved.find("ordered"), std::string::npos) << saved;
  }
}

// The state of a conversation that goes on and on stays as small as after its first turns, however
// long the messages are.
TEST_F(Saving, TakesNoMoreAfterTenThousandTurns) {
  constexpr std::size_t kMost = 32'768;  // the issue asks for less than 1 MB
  Conversation conversation = begin();
  std::size_t largest_of_first = 0;
  std::size_t largest = 0;
  for (int turn = 0; turn < 10'000; ++turn) {
    // All words new: only letters, so that each is a content word of its own.
    std::string message = "Where is order";
    for (int word = 0; word < 70; ++word) {
      message += ' ';
      for (int n = turn * 70 + word + 1; n > 0; n /= 26) {
        message += static_cast<char>('a' + n % 26);
      }
    }
    const double at = turn * 1000.0;
    ASSERT_TRUE(conversation.customer_turn(message, at).ok());
    ASSERT_TRUE(conversation.bot_turn(message, at).ok());
    if (turn % 100 == 0) {
      ASSERT_TRUE(conversation.event(ConversationEvent::kOfferDeclined, at).ok());
    }
    if (turn % 10 != 9) continue;
    std::size_t& size = turn < 100 ? largest_of_first : largest;
    size = std::max(size, conversation.save().size());
  }
  std::printf("largest state: %zu bytes in the first 100 turns, %zu in 10,000\n", largest_of_first,
              largest);
  EXPECT_LT(largest, largest_of_first + 1000);  // counters and hashes with more digits
  EXPECT_LT(largest, kMost);
}

}  // namespace
}  // namespace attune
