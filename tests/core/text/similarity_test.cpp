#include "text/similarity.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::Tokenized;

class ContentWords : public ::testing::Test {
 protected:
  WordSet read(std::string_view message) { return reader_.read(Tokenized(message).text); }

  const Tables tables_ = testing::built_in_tables();
  const ContentReader reader_{tables_};
};

TEST_F(ContentWords, AreTheSameInOtherForms) {
  EXPECT_DOUBLE_EQ(similarity(read("Where is my refund?"), read("where's the refunded")), 1.0);
}

TEST_F(ContentWords, AreNotEmptyWords) { EXPECT_TRUE(read("to the").empty()); }

TEST_F(ContentWords, AreNotInLinks) {
  EXPECT_TRUE(read("https://example.com/refund/status").empty());
}

TEST_F(ContentWords, AreOnlySoMany) {
  std::string long_message;
  for (int i = 0; i < 5000; ++i) long_message += "item" + std::to_string(i) + "x ";
  EXPECT_LE(read(long_message).size(), WordSet::kMaxWords);
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
