#include "conversation/complexity.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;
using testing::happy;
using testing::upset;

TEST(Complexity, IsSeveralTopics) {
  Assessment message = calm();
  message.topics = {{"delivery", 0.9}, {"billing_payment", 0.8}, {"service_quality", 0.8}};
  EXPECT_EQ(count_matters(message), 2);
  EXPECT_FALSE(is_complex(message, Policy()));
  message.topics.back().id = "account_access";
  EXPECT_TRUE(is_complex(message, Policy()));
  message.topics.back().score = 0.4;
  EXPECT_FALSE(is_complex(message, Policy()));
}

TEST(Complexity, IsALongAccountUnlessItIsHappy) {
  Assessment message = calm();
  message.words = 150;
  EXPECT_TRUE(is_complex(message, Policy()));
  message = happy();
  message.words = 500;
  EXPECT_FALSE(is_complex(message, Policy()));
}

TEST(Complexity, IsManyRequestsOrParties) {
  Assessment message = calm();
  message.requests = 3;
  EXPECT_FALSE(is_complex(message, Policy()));
  message.requests = 4;
  EXPECT_TRUE(is_complex(message, Policy()));
  message = calm();
  message.parties = 3;
  EXPECT_TRUE(is_complex(message, Policy()));
}

TEST(Complexity, IsManyReferencesOnlyOfAnOpenMatter) {
  Assessment message = calm();
  message.references = 6;
  EXPECT_FALSE(is_complex(message, Policy()));
  message.parties = 1;
  EXPECT_TRUE(is_complex(message, Policy()));
  message = upset();
  message.references = 3;
  EXPECT_TRUE(is_complex(message, Policy()));
}

TEST(Complexity, IsMuchMoneyOnlyOfAnOpenMatter) {
  Assessment message = calm();
  message.amount = 5000.0;
  EXPECT_FALSE(is_complex(message, Policy()));
  message.references = 1;
  EXPECT_TRUE(is_complex(message, Policy()));
  message = upset();
  message.amount = 999.0;
  EXPECT_FALSE(is_complex(message, Policy()));
  Policy policy;
  policy.high_amount = 200.0;
  EXPECT_TRUE(is_complex(message, policy));
}

TEST(Complexity, IsSeveralSignsTogether) {
  Assessment message = calm();
  message.words = 105;  // 0.7
  message.parties = 1;  // 0.33
  message.sums = 2;     // 0.5
  EXPECT_FALSE(is_complex(message, Policy()));
  message.references = 1;  // 0.33
  EXPECT_TRUE(is_complex(message, Policy()));
}

}  // namespace
}  // namespace attune
