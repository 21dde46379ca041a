#include "conversation/company_rules.h"

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm_about;
using testing::upset;

using CompanyRule = Policy::CompanyRule;
using Condition = Policy::Condition;

class Rules : public ::testing::Test {
 protected:
  bool matches(const Condition& when) {
    CompanyRule rule;
    rule.when = when;
    return matching({rule}) == 1;
  }
  RuleSet matching(const std::vector<CompanyRule>& rules) {
    return matching_rules(rules, {assessment_, language_, attributes_, found_, open_});
  }
  static CompanyRule asking_for(RuleSet rules) {
    CompanyRule rule;
    rule.when.rules = rules;
    return rule;
  }

  Assessment assessment_ = calm_about(Topic::kBillingPayment);
  std::string language_ = "de-AT";
  std::vector<Attribute> attributes_ = {{"plan", "gold"}, {"orders", "12"}};
  ReasonSet found_ = bit(Reason::kRepeatContact);
  bool open_ = true;
};

TEST_F(Rules, AskForAnyOfSeveralTopics) {
  EXPECT_TRUE(matches({.topics = {"delivery", "billing_payment"}}));
  EXPECT_FALSE(matches({.topics = {"delivery"}}));
}

TEST_F(Rules, AskForALanguageWithItsVarieties) {
  EXPECT_TRUE(matches({.languages = {"fr", "de"}}));
  EXPECT_TRUE(matches({.languages = {"DE-at"}}));
  EXPECT_FALSE(matches({.languages = {"de-CH"}}));
  EXPECT_FALSE(matches({.languages = {"d"}}));
  language_ = "";
  EXPECT_FALSE(matches({.languages = {"de"}}));
}

TEST_F(Rules, AskForAllAttributesWithAnyOfTheirValues) {
  EXPECT_TRUE(matches({.attributes = {{"plan", {"silver", "gold"}}, {"orders", {"12"}}}}));
  EXPECT_FALSE(matches({.attributes = {{"plan", {"gold"}}, {"orders", {"13"}}}}));
  EXPECT_FALSE(matches({.attributes = {{"vip", {"true"}}}}));
}

TEST_F(Rules, AskForWhatWasFound) {
  EXPECT_TRUE(matches({.reasons = bit(Reason::kRepeatContact) | bit(Reason::kUnanswered)}));
  EXPECT_FALSE(matches({.reasons = bit(Reason::kUnanswered)}));
}

TEST_F(Rules, AskForASumThatWasNamed) {
  EXPECT_FALSE(matches({.amount_at_least = 0.0}));
  assessment_.amount = 200.0;
  EXPECT_TRUE(matches({.amount_at_least = 200.0}));
  EXPECT_FALSE(matches({.amount_at_least = 200.01}));
}

TEST_F(Rules, AskForFrustration) {
  assessment_ = upset(0.6);
  EXPECT_TRUE(matches({.frustration_at_least = 0.6}));
  EXPECT_FALSE(matches({.frustration_at_least = 0.61}));
}

TEST_F(Rules, AskForOpeningHours) {
  EXPECT_TRUE(matches({.open = true}));
  EXPECT_FALSE(matches({.open = false}));
  open_ = false;
  EXPECT_TRUE(matches({.open = false}));
}

TEST_F(Rules, NeedEverythingThatTheyAskFor) {
  EXPECT_TRUE(matches({.topics = {"billing_payment"}, .languages = {"de"}, .open = true}));
  EXPECT_FALSE(matches({.topics = {"billing_payment"}, .languages = {"de"}, .open = false}));
}

TEST_F(Rules, MayAskForRulesThatStandBehindThem) {
  CompanyRule topic;
  topic.when.topics = {"billing_payment"};
  EXPECT_EQ(matching({asking_for(0b110), asking_for(0b100), topic}), 0b111U);
  topic.when.topics = {"delivery"};
  EXPECT_EQ(matching({asking_for(0b110), asking_for(0b100), topic}), 0U);
}

TEST_F(Rules, ThatWaitForEachOtherNeverMatch) {
  EXPECT_EQ(matching({asking_for(0b10), asking_for(0b01)}), 0U);
  EXPECT_EQ(matching({asking_for(0b1)}), 0U);
}

TEST_F(Rules, FillEveryBitOfTheirSet) {
  CompanyRule topic;
  topic.when.topics = {"billing_payment"};
  EXPECT_EQ(matching(std::vector<CompanyRule>(Policy::kMostCompanyRules, topic)), ~RuleSet{0});
}

}  // namespace
}  // namespace attune
