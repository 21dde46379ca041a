// The C ABI natively: ownership, lifetimes and errors. Built under sanitizers by the preset asan.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "attune_abi.h"

extern "C" attune_status attune_test_call_from_c(attune_analyzer* analyzer, const char* text,
                                                 size_t size);

namespace {

class AbiTest : public ::testing::Test {
 protected:
  AbiTest()
      : analyzer_(attune_analyzer_create()), conversation_(attune_conversation_create(analyzer_)) {}
  ~AbiTest() override {
    attune_conversation_destroy(conversation_);
    attune_analyzer_destroy(analyzer_);
  }

  attune_status say(std::string_view text, double at) {
    return attune_conversation_customer_turn(conversation_, text.data(), text.size(), at);
  }
  attune_status configure(std::string_view json) {
    return attune_conversation_configure(conversation_, json.data(), json.size());
  }
  attune_status event(std::string_view name, double at) {
    return attune_conversation_event(conversation_, name.data(), name.size(), at);
  }
  std::string result() const {
    return {attune_conversation_result(conversation_),
            attune_conversation_result_size(conversation_)};
  }
  bool result_has(std::string_view part) const { return result().find(part) != std::string::npos; }

  attune_analyzer* analyzer_;
  attune_conversation* conversation_;
};

TEST_F(AbiTest, TellsItsVersions) {
  EXPECT_EQ(attune_abi_version(), static_cast<uint32_t>(ATTUNE_ABI_VERSION));
  EXPECT_FALSE(std::string(attune_version()).empty());
}

TEST_F(AbiTest, CanBeCalledFromC) {
  EXPECT_EQ(attune_test_call_from_c(analyzer_, "hello", 5), ATTUNE_STATUS_OK);
  EXPECT_GT(attune_analyzer_result_size(analyzer_), 2U);
}

TEST_F(AbiTest, RefusesNullHandlesAndNullTextWithASize) {
  EXPECT_EQ(attune_analyzer_assess(nullptr, "a", 1), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_analyzer_assess(analyzer_, nullptr, 1), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_analyzer_assess(analyzer_, nullptr, 0), ATTUNE_STATUS_OK);
  EXPECT_EQ(attune_conversation_configure(nullptr, "", 0), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_customer_turn(nullptr, "", 0, 0), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_bot_turn(conversation_, nullptr, 3, 0, 0),
            ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_event(nullptr, "", 0, 0), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_create(nullptr), nullptr);
  EXPECT_EQ(attune_conversation_result_size(nullptr), 2U);
  attune_analyzer_destroy(nullptr);
  attune_conversation_destroy(nullptr);
}

TEST_F(AbiTest, KeepsNulBytesInTexts) {
  const std::string_view text("why\0WHY", 7);
  EXPECT_EQ(say(text, 1), ATTUNE_STATUS_OK);
  EXPECT_TRUE(result_has("\"turns\":1"));
}

TEST_F(AbiTest, NamesThePlaceOfABadSettingAndKeepsTheFormerOnes) {
  ASSERT_EQ(configure(R"({"policy":{"frustration":{"high":0.4,"middling":0.3}}})"),
            ATTUNE_STATUS_OK);
  EXPECT_EQ(configure(R"({"policy":{"frustration":{"high":7}}})"), ATTUNE_STATUS_INVALID_CONFIG);
  EXPECT_TRUE(result_has("/policy/frustration/high"));
  EXPECT_EQ(configure("{"), ATTUNE_STATUS_INVALID_CONFIG);
  EXPECT_TRUE(result_has("\"error\""));
  EXPECT_EQ(say("hello", 1), ATTUNE_STATUS_OK);
}

TEST_F(AbiTest, ConfiguringStartsTheConversationAnew) {
  ASSERT_EQ(say("hello", 100), ATTUNE_STATUS_OK);
  ASSERT_EQ(configure("{}"), ATTUNE_STATUS_OK);
  ASSERT_EQ(say("hello", 1), ATTUNE_STATUS_OK);
  EXPECT_TRUE(result_has("\"turns\":1"));
}

TEST_F(AbiTest, RefusesTurnsThatGoBackInTime) {
  ASSERT_EQ(say("hello", 1000), ATTUNE_STATUS_OK);
  EXPECT_EQ(say("hello again", 999), ATTUNE_STATUS_INVALID_TURN);
  EXPECT_TRUE(result_has("\"error\""));
  ASSERT_EQ(say("hello again", 1000), ATTUNE_STATUS_OK);
  EXPECT_TRUE(result_has("\"turns\":2"));
}

TEST_F(AbiTest, RefusesUnknownEvents) {
  EXPECT_EQ(event("offer_declined", 1), ATTUNE_STATUS_OK);
  EXPECT_EQ(event("exploded", 2), ATTUNE_STATUS_INVALID_TURN);
  EXPECT_TRUE(result_has("offer_declined"));
}

TEST_F(AbiTest, TakesWhatThePageHasLearnt) {
  ASSERT_EQ(configure(R"({"policy":{"rules":[{"id":"gold","when":{"attributes":{"plan":["gold"]}},
      "takeover":{"action":"offer_person","priority":"high"}}]}})"),
            ATTUNE_STATUS_OK);
  const auto learn = [this](std::string_view json, double at) {
    return attune_conversation_set_attributes(conversation_, json.data(), json.size(), at);
  };
  EXPECT_EQ(learn(R"({"plan":"gold"})", 1), ATTUNE_STATUS_OK);
  EXPECT_TRUE(result_has("{}"));
  ASSERT_EQ(say("hello", 2), ATTUNE_STATUS_OK);
  EXPECT_TRUE(result_has("\"company_rule\""));
  EXPECT_EQ(learn(R"({"plan":["gold"]})", 3), ATTUNE_STATUS_INVALID_TURN);
  EXPECT_TRUE(result_has("/plan"));
  EXPECT_EQ(learn(R"({"plan":null})", 1), ATTUNE_STATUS_INVALID_TURN);  // back in time
  EXPECT_EQ(learn("", 3), ATTUNE_STATUS_INVALID_TURN);
  EXPECT_EQ(attune_conversation_set_attributes(conversation_, nullptr, 1, 3),
            ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_set_attributes(nullptr, "{}", 2, 3),
            ATTUNE_STATUS_INVALID_ARGUMENT);
}

TEST_F(AbiTest, RestoresWhatItSaved) {
  ASSERT_EQ(say("Where is my refund?", 1000), ATTUNE_STATUS_OK);
  ASSERT_EQ(attune_conversation_save(conversation_), ATTUNE_STATUS_OK);
  const std::string saved = result();
  attune_conversation* other = attune_conversation_create(analyzer_);
  ASSERT_EQ(attune_conversation_restore(other, saved.data(), saved.size()), ATTUNE_STATUS_OK);
  EXPECT_EQ(attune_conversation_result_size(other), 2U);  // {}
  ASSERT_EQ(attune_conversation_customer_turn(other, "Hello?", 6, 2000), ATTUNE_STATUS_OK);
  ASSERT_EQ(say("Hello?", 2000), ATTUNE_STATUS_OK);
  EXPECT_EQ(std::string(attune_conversation_result(other), attune_conversation_result_size(other)),
            result());
  attune_conversation_destroy(other);
}

TEST_F(AbiTest, RefusesADamagedStateAndKeepsItsOwn) {
  ASSERT_EQ(say("Where is my refund?", 1000), ATTUNE_STATUS_OK);
  ASSERT_EQ(attune_conversation_save(conversation_), ATTUNE_STATUS_OK);
  const std::string saved = result();
  std::string damaged = saved;
  damaged.replace(damaged.find("\"turns\":1"), 9, "\"turns\":x");
  for (const std::string& state : {saved.substr(1), damaged, std::string()}) {
    EXPECT_EQ(attune_conversation_restore(conversation_, state.data(), state.size()),
              ATTUNE_STATUS_INVALID_STATE);
    EXPECT_TRUE(result_has("\"invalid_state\""));
  }
  ASSERT_EQ(attune_conversation_save(conversation_), ATTUNE_STATUS_OK);
  EXPECT_EQ(result(), saved);
  EXPECT_EQ(attune_conversation_save(nullptr), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_restore(nullptr, "", 0), ATTUNE_STATUS_INVALID_ARGUMENT);
  EXPECT_EQ(attune_conversation_restore(conversation_, nullptr, 9), ATTUNE_STATUS_INVALID_ARGUMENT);
}

TEST_F(AbiTest, ConversationsOfOneAnalyzerDoNotMix) {
  attune_conversation* other = attune_conversation_create(analyzer_);
  ASSERT_NE(other, nullptr);
  ASSERT_EQ(say("one", 1), ATTUNE_STATUS_OK);
  ASSERT_EQ(say("two", 2), ATTUNE_STATUS_OK);
  ASSERT_EQ(attune_conversation_customer_turn(other, "hello", 5, 1), ATTUNE_STATUS_OK);
  const std::string result(attune_conversation_result(other),
                           attune_conversation_result_size(other));
  EXPECT_NE(result.find("\"turns\":1"), std::string::npos);
  attune_conversation_destroy(other);
}

TEST_F(AbiTest, AllocatesAndFreesTextBuffers) {
  void* memory = attune_alloc(0);
  EXPECT_NE(memory, nullptr);
  attune_free(memory);
  attune_free(nullptr);
}

}  // namespace
