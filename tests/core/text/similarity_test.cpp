#include "text/similarity.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::Tokenized;

class SayingTheSame : public ::testing::Test {
 protected:
  bool same(std::string_view a, std::string_view b) { return says_the_same(read(a), read(b)); }
  WordSet read(std::string_view message) { return reader_.read(Tokenized(message).text); }

  const Tables tables_ = testing::built_in_tables();
  const ContentReader reader_{tables_};
};

TEST_F(SayingTheSame, IsFoundInOtherWordForms) {
  EXPECT_TRUE(same("Where is my refund?", "where's my refund"));
  EXPECT_TRUE(same("Where is my refund?", "I asked where my refund is"));
  EXPECT_TRUE(same("My parcel has not arrived", "the parcel still hasn't arrived"));
  EXPECT_TRUE(same("I cannot log in to my account", "I CANNOT LOG IN TO MY ACCOUNT!!!"));
  EXPECT_TRUE(same("my invoice shows the wrong address",
                   "The address shown on my invoice is wrong, I said"));
}

TEST_F(SayingTheSame, IsFoundInsideALongerMessage) {
  EXPECT_TRUE(same("The kettle I ordered last week arrived broken",
                   "As I wrote, the kettle I ordered last week arrived broken and nobody has told "
                   "me what happens next or when the new one leaves"));
}

TEST_F(SayingTheSame, IsNotFoundInRelatedQuestions) {
  EXPECT_FALSE(same("Where is my order?", "Can I change my order?"));
  EXPECT_FALSE(same("How do I return this?", "How do I exchange this?"));
  EXPECT_FALSE(same("Where is my order 10234?", "Where is my order 10999 then?"));
  EXPECT_FALSE(same("How much is delivery to Spain?", "How much is delivery to Norway?"));
  EXPECT_FALSE(
      same("I want to change my delivery address", "I want to change my delivery date instead"));
}

TEST_F(SayingTheSame, IsNotFoundInEmptyWords) {
  EXPECT_TRUE(read("to the").empty());
  EXPECT_FALSE(same("to the", "to the"));
  EXPECT_FALSE(same("", ""));
}

TEST_F(SayingTheSame, IgnoresLinks) {
  EXPECT_TRUE(read("https://example.com/refund/status").empty());
}

TEST_F(SayingTheSame, KeepsOnlySoManyWords) {
  std::string long_message;
  for (int i = 0; i < 5000; ++i) long_message += "item" + std::to_string(i) + "x ";
  EXPECT_LE(read(long_message).size(), WordSet::kMaxWords);
  EXPECT_TRUE(same(long_message, long_message));
}

TEST(Similarity, IsTheShareOfCommonWords) {
  WordSet a;
  WordSet b;
  for (std::uint32_t hash = 1; hash <= 4; ++hash) a.add(hash);
  for (std::uint32_t hash = 3; hash <= 6; ++hash) b.add(hash);
  EXPECT_DOUBLE_EQ(similarity(a, b), 2.0 / 6.0);
  EXPECT_DOUBLE_EQ(similarity(a, a), 1.0);
  EXPECT_DOUBLE_EQ(similarity(a, WordSet()), 0.0);
}

}  // namespace
}  // namespace attune
