#include "conversation/explanation.h"

#include <set>

#include "tests/core/conversation/made_up.h"

namespace attune {
namespace {

using testing::calm;

class Explaining : public ::testing::Test {
 protected:
  std::string explanation(std::vector<Reason> reasons) {
    Decision decision;
    decision.action = Action::kOfferPerson;
    decision.reasons = std::move(reasons);
    return explain(texts_, decision, {assessment_, contact_, loops_, policy_, &rule_, language_});
  }

  const Tables tables_ = testing::built_in_tables();
  const Texts texts_{tables_, ""};
  const Policy policy_{};
  Policy::CompanyRule rule_;
  std::string language_ = "en";
  Assessment assessment_ = calm();
  Contact contact_;
  Loops loops_{.customer_repeats = 1, .bot_repeats = 0, .unanswered = 2};
};

TEST_F(Explaining, SaysNothingWithoutAReason) { EXPECT_EQ(explanation({}), ""); }

TEST_F(Explaining, CountsContactsAndWaiting) {
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this before.");
  contact_.times = 1;  // once is no number to show
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this before.");
  contact_.times = 2;
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this twice.");
  contact_.times = 3;
  EXPECT_EQ(explanation({Reason::kRepeatContact}), "You have told us about this 3 times.");
  contact_.waiting_days = 21.0;
  EXPECT_EQ(explanation({Reason::kRepeatContact}),
            "You have told us about this 3 times and waited 3 weeks.");
  contact_.times.reset();
  contact_.waiting_days = 1.0;
  EXPECT_EQ(explanation({Reason::kRepeatContact}),
            "You have told us about this before and waited a day.");
}

TEST_F(Explaining, JoinsTheTwoStrongestReasons) {
  EXPECT_EQ(explanation({Reason::kAsksForPerson, Reason::kRepeatContact}),
            "You asked for a person, and you have told us about this before.");
}

TEST_F(Explaining, DoesNotSayTheSameThingTwice) {
  contact_.times = 3;
  EXPECT_EQ(explanation({Reason::kVeryHighFrustration, Reason::kHighFrustration,
                         Reason::kRisingFrustration, Reason::kRepeatContact}),
            "Your last two messages show that this is not being settled here, and you have told us "
            "about this 3 times.");
}

TEST_F(Explaining, CountsWhatWasNotAnswered) {
  EXPECT_EQ(explanation({Reason::kUnanswered}), "I could not answer two of your messages.");
  loops_.unanswered = 7;
  EXPECT_EQ(explanation({Reason::kUnanswered}), "I could not answer 7 of your messages.");
}

TEST_F(Explaining, TellsSeveralTopicsFromALongAccount) {
  const std::string long_account = explanation({Reason::kComplexMatter});
  assessment_.topics = {{"delivery", 0.9}, {"booking", 0.8}, {"pricing_promotions", 0.7}};
  EXPECT_NE(explanation({Reason::kComplexMatter}), long_account);
}

TEST_F(Explaining, TellsTwoReasonsThatAreOneThingInOneClause) {
  EXPECT_EQ(explanation({Reason::kUnanswered, Reason::kCustomerRepeats}),
            "I could not answer, although you asked more than once.");
  EXPECT_EQ(explanation({Reason::kCustomerRepeats, Reason::kBotRepeats}),
            "We keep going round in circles here.");
}

TEST_F(Explaining, HasASentenceOfItsOwnForEachPairOfReasons) {
  assessment_.topics = {};
  std::set<std::string> sentences;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    for (std::size_t k = i + 1; k < kReasonCount; ++k) {
      const std::string alone = explanation({static_cast<Reason>(i)});
      const std::string both = explanation({static_cast<Reason>(i), static_cast<Reason>(k)});
      if (both == alone) continue;  // says nothing new
      ++pairs;
      sentences.insert(both);
      EXPECT_LT(both.size(), 200U) << both;
      EXPECT_EQ(both.find_first_of("{}"), std::string::npos) << both;
      EXPECT_EQ(both.find('.'), both.size() - 1) << both;
    }
  }
  EXPECT_EQ(sentences.size(), pairs);
  EXPECT_GT(pairs, 130U);
}

TEST_F(Explaining, UsesTheCompanysOwnClauseInTheCustomersLanguage) {
  rule_.explanation = {{"en", "large bills are checked by a person"},
                       {"pt-BR", "contas altas v\xC3\xA3o para uma pessoa"}};
  EXPECT_EQ(explanation({Reason::kCompanyRule}), "Large bills are checked by a person.");
  EXPECT_EQ(explanation({Reason::kRepeatContact, Reason::kCompanyRule}),
            "You have told us about this before, and large bills are checked by a person.");
  language_ = "pt";
  EXPECT_EQ(explanation({Reason::kCompanyRule, Reason::kRepeatContact}),
            "Contas altas v\xC3\xA3o para uma pessoa.");
  language_ = "it";  // neither the company nor the core has a text: the page's language
  EXPECT_EQ(explanation({Reason::kCompanyRule}), "Large bills are checked by a person.");
}

TEST_F(Explaining, SpeaksTheCustomersLanguageWhereItCan) {
  contact_.times = 3;
  language_ = "de";
  EXPECT_EQ(explanation({Reason::kAsksForPerson, Reason::kRepeatContact}),
            "Sie m\xC3\xB6"
            "chten mit einem Menschen sprechen, und Sie haben uns das schon 3-mal "
            "geschrieben.");
  language_ = "fr-CA";
  EXPECT_EQ(explanation({Reason::kCustomerRepeats, Reason::kBotRepeats}),
            "Nous tournons en rond ici.");
  language_ = "es";
  EXPECT_EQ(explanation({Reason::kUnanswered}), "No he podido responder a dos de sus mensajes.");
  rule_.explanation = {{"de",
                        "hohe Rechnungen pr\xC3\xBC"
                        "ft ein Mensch"}};
  language_ = "de";
  EXPECT_EQ(explanation({Reason::kCompanyRule, Reason::kCustomerRepeats}),
            "Hohe Rechnungen pr\xC3\xBC"
            "ft ein Mensch, und Sie mussten sich wiederholen.");
}

TEST_F(Explaining, SaysARuleInGeneralWordsWithoutAClauseThatFits) {
  rule_.explanation = {{"fr", "les grosses factures"}};
  EXPECT_EQ(explanation({Reason::kCompanyRule}), "This is something that a person should decide.");
  language_ = "fr";
  EXPECT_EQ(explanation({Reason::kCompanyRule}), "Les grosses factures.");
}

TEST_F(Explaining, HasASentenceOfItsOwnForEachReason) {
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const auto reason = static_cast<Reason>(i);
    const std::string sentence = explanation({reason});
    EXPECT_GT(sentence.size(), 10U) << name_of(reason);
    EXPECT_TRUE(sentence[0] >= 'A' && sentence[0] <= 'Z') << sentence;
    EXPECT_EQ(sentence.back(), '.') << sentence;
    EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
    sentences.insert(sentence);
  }
  EXPECT_EQ(sentences.size(), kReasonCount);
}

TEST_F(Explaining, NeverNamesAFeelingAsAFact) {
  for (std::size_t i = 0; i < kReasonCount; ++i) {
    const std::string sentence = explanation({static_cast<Reason>(i)});
    for (const char* word : {"angry", "frustrat", "upset", "furious", "feel", "sorry"}) {
      EXPECT_EQ(sentence.find(word), std::string::npos) << sentence;
    }
  }
}

}  // namespace
}  // namespace attune
