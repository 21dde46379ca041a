#include "model/predict.h"

#include <cmath>
#include <string>

#include "attune/analyzer.h"
#include "model/logistic.h"
#include "reader.h"
#include "tests/core/model/weights_block.h"
#include "tests/core/support.h"
#include "tests/fixtures/check/expect.h"

namespace attune::model {
namespace {

using testing::WeightsBlock;

constexpr Ngram kLate = {100, 3, 7};
constexpr Ngram kAgain = {200, 8, 13};

// Two n-grams: 100 says upset and displeased, 200 says calm.
std::string block_of_two() {
  WeightsBlock written;
  written.scales.fill(0.5F);
  written.bases[kFrustration] = -1.0F;
  written.bases[kPositive] = 0.25F;
  written.signals[kFrustration][kExclamationCues] = 2048;
  written.signals[kFrustration][kBefore] = 1024;
  written.signals[kNegative][kValence] = -512;
  written.ngrams = {{kLate.key, {{kFrustration, 4}, {kNegative, 2}}},
                    {kAgain.key, {{kFrustration, -1}}}};
  return written.bytes();
}

TEST(Predict, GivesTheBasesForAnEmptyMessage) {
  const std::string block = block_of_two();
  const Prediction prediction = predict(Model::open(block).value(), Signals{}, {});
  EXPECT_EQ(prediction.logits[kFrustration], -1.0);
  EXPECT_EQ(prediction.logits[kPositive], 0.25);
  EXPECT_EQ(prediction.logits[kSarcasm], 0.0);
  EXPECT_EQ(prediction.base, -1.0);
  EXPECT_TRUE(prediction.wording.empty());
  EXPECT_FALSE(prediction.reasons[kFrustration].has_value());
  EXPECT_EQ(prediction.probability(kSarcasm), 0.5);
  EXPECT_EQ(prediction.probability(kFrustration), logistic(-1.0));
}

TEST(Predict, AddsSignalsAndNgrams) {
  const std::string block = block_of_two();
  Signals signals{};
  signals[kExclamationCues] = 0.5;
  signals[kBefore] = 0.75;
  signals[kValence] = 1.0;
  const Prediction prediction = predict(Model::open(block).value(), signals, {kLate, kAgain});
  EXPECT_EQ(prediction.logits[kFrustration], -1.0 + 0.5 * 2.0 + 0.75 + 2.0 - 0.5);
  EXPECT_EQ(prediction.logits[kNegative], -0.5 + 1.0);
  EXPECT_EQ(prediction.base, -1.0 + 0.75);  // what came before has no span
}

TEST(Predict, CountsEachNgramOnceWhereItComesFirst) {
  const std::string block = block_of_two();
  const Ngram later = {kLate.key, 40, 44};
  const Prediction prediction =
      predict(Model::open(block).value(), Signals{}, {kLate, kAgain, later, later});
  EXPECT_EQ(prediction.logits[kFrustration], -1.0 + 2.0 - 0.5);
  ASSERT_EQ(prediction.wording.size(), 2U);
  EXPECT_EQ(prediction.wording[0].start, kLate.start);
  EXPECT_EQ(prediction.wording[0].end, kLate.end);
  EXPECT_EQ(prediction.wording[0].upset, 2.0);
  EXPECT_EQ(prediction.wording[0].kind, CueKind::kWording);
  EXPECT_EQ(prediction.wording[1].upset, -0.5);
}

TEST(Predict, PassesOverNgramsThatItDoesNotKnow) {
  const std::string block = block_of_two();
  const Prediction prediction = predict(Model::open(block).value(), Signals{}, {{101, 0, 4}});
  EXPECT_EQ(prediction.logits[kFrustration], -1.0);
  EXPECT_TRUE(prediction.wording.empty());
}

TEST(Predict, NamesTheNgramThatSpeaksForAHeadMost) {
  const std::string block = block_of_two();
  const Prediction prediction = predict(Model::open(block).value(), Signals{}, {kAgain, kLate});
  ASSERT_TRUE(prediction.reasons[kFrustration].has_value());
  EXPECT_EQ(prediction.reasons[kFrustration]->start, kLate.start);
  EXPECT_EQ(prediction.reasons[kFrustration]->end, kLate.end);
  EXPECT_EQ(prediction.reasons[kFrustration]->logit, 2.0);
  EXPECT_FALSE(prediction.reasons[kPositive].has_value());
  // What speaks against a head is no reason for it.
  EXPECT_FALSE(
      predict(Model::open(block).value(), Signals{}, {kAgain}).reasons[kFrustration].has_value());
}

class BuiltIn : public ::testing::Test {
 protected:
  Reader reader = std::move(Reader::create().value());
  Model model = Model::open(Model::built_in()).value();
};

TEST_F(BuiltIn, ExplainsFrustrationOfEveryFixtureByBaseCuesAndWords) {
  for (const fixtures::Case& each : fixtures::read_cases("assess")) {
    for (const Context& context : {Context{}, Context{false, 0.0}, Context{false, 0.9}}) {
      const Reading& reading = reader.read(each.data["text"].get<std::string>(), nullptr, context);
      const Prediction prediction = predict(model, reading.signals, reading.ngrams);
      double sum = prediction.base;
      for (std::size_t i = 0; i < kCueGroupCount; ++i) {
        sum += reading.signals[i] * model.weight(kFrustration, i);
      }
      for (const Evidence& evidence : prediction.wording) sum += evidence.upset;
      EXPECT_NEAR(sum, prediction.logits[kFrustration], 1e-9) << each.name();
    }
  }
}

TEST_F(BuiltIn, GivesReasonsThatAreSpans) {
  for (const fixtures::Case& each : fixtures::read_cases("assess")) {
    const Reading& reading = reader.read(each.data["text"].get<std::string>(), nullptr, {});
    const std::size_t size = reader.text().text.size();
    const Prediction prediction = predict(model, reading.signals, reading.ngrams);
    for (const auto& reason : prediction.reasons) {
      if (!reason) continue;
      EXPECT_GT(reason->logit, 0.0) << each.name();
      EXPECT_LT(reason->start, reason->end) << each.name();
      EXPECT_LE(reason->end, size) << each.name();
    }
    for (const Evidence& evidence : prediction.wording) {
      EXPECT_LT(evidence.start, evidence.end) << each.name();
      EXPECT_LE(evidence.end, size) << each.name();
    }
  }
}

TEST_F(BuiltIn, CountsAnNgramOnceHoweverOftenItIsSaid) {
  const auto wording_of = [&](const std::string& text, std::string_view part) {
    const Reading& reading = reader.read(text, nullptr, {});
    double sum = 0.0;
    std::size_t cues = 0;
    for (const Evidence& each : predict(model, reading.signals, reading.ngrams).wording) {
      if (reader.text().slice(each.start, each.end) != std::u16string(part.begin(), part.end())) {
        continue;
      }
      sum += each.upset;
      ++cues;
    }
    return std::pair(sum, cues);
  };
  std::size_t known = 0;
  for (const std::string word : {"useless", "still", "again", "waiting", "promised", "nobody"}) {
    const auto once = wording_of("it is " + word + " to me", word);
    known += once.second;
    EXPECT_EQ(wording_of("it is " + word + " to me, it is " + word + " to me", word), once);
  }
  EXPECT_GT(known, 0U);
}

TEST_F(BuiltIn, WeighsNothingWithoutASpanForFrustration) {
  for (std::size_t signal = kBaseEnd; signal < kSignalCount; ++signal) {
    EXPECT_FALSE(may_weigh(kFrustration, signal));
    EXPECT_EQ(model.weight(kFrustration, signal), 0.0) << signal;
  }
}

TEST_F(BuiltIn, LetsWhatMakesVulnerableRaiseThatFlagOnly) {
  const std::size_t signal = kFirstRuleFlag + static_cast<std::size_t>(Flag::kVulnerable);
  EXPECT_TRUE(may_weigh(head_of(Flag::kVulnerable), signal));
  for (const std::size_t head : {head_of(Emotion::kSadness), std::size_t{kNegative}}) {
    EXPECT_FALSE(may_weigh(head, signal));
    EXPECT_EQ(model.weight(head, signal), 0.0);
  }
}

}  // namespace
}  // namespace attune::model
