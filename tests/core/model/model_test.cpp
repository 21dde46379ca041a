#include "model/model.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/model/weights_block.h"

namespace attune::model {
namespace {

using testing::header_of;
using testing::mend;
using testing::parts_of;
using testing::set_header;
using testing::WeightsBlock;

constexpr std::uint32_t kLastKey = (1U << kKeyBits) - 1U;

WeightsBlock three_ngrams() {
  WeightsBlock block;
  block.scales.fill(0.5F);
  block.ngrams = {{0x000123, {{kFrustration, 4}, {kNegative, -6}}},
                  {0x0AB000, {{kFrustration, -2}}},
                  {0x0ABFFF, {{kPositive, 127}, {kSarcasm, -128}}}};
  return block;
}

// Why the block is refused; "" when it is opened.
std::string refusal(std::string_view block) {
  const Result<Model> model = Model::open(block);
  if (model.ok()) return "";
  EXPECT_EQ(model.error().code, ErrorCode::kInvalidData);
  EXPECT_FALSE(model.error().expected.empty());
  return model.error().message;
}

void expect_refused(std::string_view block, std::string_view why) {
  EXPECT_NE(refusal(block).find(why), std::string::npos)
      << "expected \"" << why << "\", got \"" << refusal(block) << "\"";
}

template <typename Change>
std::string changed(const WeightsBlock& written, const Change& change) {
  std::string block = written.bytes();
  ModelHeader header = header_of(block);
  change(header);
  set_header(block, header);
  return block;
}

std::map<std::size_t, double> weights_of(const Model& model, std::uint32_t ngram) {
  std::map<std::size_t, double> found;
  model.each_weight(ngram, [&](std::size_t head, double logit) { found[head] = logit; });
  return found;
}

TEST(Model, OpensTheCompiledBlock) {
  const Result<Model> model = Model::open(Model::built_in());
  ASSERT_TRUE(model.ok()) << model.error().message;
  EXPECT_GT(model.value().ngram_count(), 0U);
  EXPECT_EQ(model.value().ngram_count(), header_of(Model::built_in()).ngrams);
}

TEST(Model, OpensABlockWithoutNgrams) {
  const std::string block = WeightsBlock().bytes();
  const Result<Model> model = Model::open(block);
  ASSERT_TRUE(model.ok());
  EXPECT_EQ(model.value().ngram_count(), 0U);
  EXPECT_EQ(model.value().find(0), Model::kNoNgram);
  EXPECT_EQ(model.value().find(kLastKey), Model::kNoNgram);
}

TEST(Model, GivesBasesAndWeightsOfSignals) {
  WeightsBlock written;
  written.bases[kSarcasm] = -2.5F;
  written.signals[kSoon][kNotFirst] = -512;
  written.signals[kHeadCount - 1][kSignalCount - 1] = 32767;
  const std::string block = written.bytes();
  const Model model = Model::open(block).value();
  EXPECT_EQ(model.base(kSarcasm), -2.5);
  EXPECT_EQ(model.base(kSoon), 0.0);
  EXPECT_EQ(model.weight(kSoon, kNotFirst), -0.5);
  EXPECT_EQ(model.weight(kHeadCount - 1, kSignalCount - 1), 32767 / 1024.0);
  EXPECT_EQ(model.weight(kSoon, kNotFirst + 1), 0.0);
}

TEST(Model, RefusesABlockThatIsCutShort) {
  const std::string block = three_ngrams().bytes();
  std::vector<std::size_t> sizes = parts_of(block);
  sizes.pop_back();
  for (std::size_t size = 0; size < sizeof(ModelHeader); ++size) sizes.push_back(size);
  for (const std::size_t part : parts_of(block)) {
    if (part > 0) sizes.push_back(part - 1);
  }
  for (const std::size_t size : sizes) {
    SCOPED_TRACE(size);
    expect_refused(std::string_view(block).substr(0, size), "cut short");
  }
}

TEST(Model, RefusesAPartThatIsMissingThoughTheSumsAreRight) {
  const std::string whole = three_ngrams().bytes();
  for (const std::size_t part : parts_of(whole)) {
    if (part < sizeof(ModelHeader) || part == whole.size()) continue;
    SCOPED_TRACE(part);
    std::string block = whole.substr(0, part);
    mend(block);
    expect_refused(block, "outside the block");
  }
}

TEST(Model, RefusesBytesBehindTheLastPart) {
  std::string block = three_ngrams().bytes() + "x";
  expect_refused(block, "cut short");
  mend(block);
  expect_refused(block, "outside the block");
}

// The parts behind a part that is too long may fit by themselves.
TEST(Model, RefusesABlockThatLacksAMiddlePart) {
  const std::string whole = WeightsBlock().bytes();
  const std::vector<std::size_t> parts = parts_of(whole);
  std::string without_signals = whole.substr(0, parts[3]) + whole.substr(parts[4]);
  mend(without_signals);
  ASSERT_NE(refusal(without_signals), "");
  const std::string without_rows =
      changed(WeightsBlock(), [](ModelHeader& header) { header.ngrams = 0xFFFFFFFF; });
  EXPECT_NE(refusal(without_rows), "");
}

TEST(Model, RefusesWhatIsNoBlockOfWeights) {
  const auto magic = [](ModelHeader& header) { header.magic ^= 1U; };
  expect_refused(changed(three_ngrams(), magic), "not a block of weights");
  expect_refused(std::string(20000, '\0'), "not a block of weights");
}

TEST(Model, RefusesAnotherVersionAndNamesBoth) {
  const auto version = [](ModelHeader& header) { header.version = kModelVersion + 41; };
  const std::string block = changed(three_ngrams(), version);
  expect_refused(block, "version " + std::to_string(kModelVersion + 41));
  expect_refused(block, "reads " + std::to_string(kModelVersion));
}

TEST(Model, RefusesAnotherSizeThanItsHeaderTells) {
  for (const int by : {-1, 1, 4096}) {
    const auto size = [by](ModelHeader& header) { header.size += static_cast<unsigned>(by); };
    expect_refused(changed(three_ngrams(), size), "cut short");
  }
}

TEST(Model, RefusesAFlippedBitInEachPart) {
  for (const std::string& whole : {three_ngrams().bytes(), std::string(Model::built_in())}) {
    const std::vector<std::size_t> parts = parts_of(whole);
    for (std::size_t part = 1; part + 1 < parts.size(); ++part) {
      for (const std::size_t at : {parts[part], parts[part + 1] - 1}) {
        std::string block = whole;
        block[at] = static_cast<char>(block[at] ^ 0x10);
        SCOPED_TRACE(at);
        expect_refused(block, "checksum");
      }
    }
  }
}

TEST(Model, RefusesAFlippedBitInItsHeader) {
  const std::string whole = three_ngrams().bytes();
  for (std::size_t bit = 0; bit < sizeof(ModelHeader) * 8; ++bit) {
    std::string block = whole;
    block[bit / 8] = static_cast<char>(block[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_NE(refusal(block), "") << "bit " << bit;
  }
}

TEST(Model, RefusesOtherHeadsOrSignals) {
  const auto heads = [](ModelHeader& header) { header.heads += 1; };
  const auto signals = [](ModelHeader& header) { header.signals -= 1; };
  expect_refused(changed(three_ngrams(), heads), "other heads or signals");
  expect_refused(changed(three_ngrams(), signals), "other heads or signals");
}

TEST(Model, RefusesBucketsThatDoNotAddUp) {
  const std::string whole = three_ngrams().bytes();
  const std::size_t buckets = parts_of(whole)[5];
  for (const char count : {'\1', '\xFF'}) {
    std::string block = whole;
    block[buckets + 5] = count;
    mend(block);
    expect_refused(block, "do not add up");
  }
}

TEST(Model, RefusesNgramsWhoseWeightsDoNotAddUp) {
  const std::string whole = three_ngrams().bytes();
  const std::size_t rows = parts_of(whole)[4];
  std::string block = whole;
  block[rows + 1] = static_cast<char>(block[rows + 1] + 0x10);  // one weight more
  mend(block);
  expect_refused(block, "do not add up");
  block = whole;
  block[rows + 1] = static_cast<char>(block[rows + 1] & 0x0F);  // none
  mend(block);
  expect_refused(block, "do not add up");
}

TEST(Model, RefusesMoreNgramsThanItCanNumber) {
  WeightsBlock written;
  for (std::uint32_t i = 0; i < 0x10000; ++i) written.ngrams.push_back({i << 8U, {}});
  expect_refused(written.bytes(), "do not add up");
  written.ngrams.pop_back();
  EXPECT_EQ(refusal(written.bytes()), "");
}

struct Written {
  std::size_t head = 0;
  double value = 0.0;
};

TEST(Model, FindsEveryKeyWrittenAndNoOther) {
  WeightsBlock written;
  written.scales.fill(1.0F);
  std::map<std::uint32_t, Written> expected;
  std::uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525U + 1013904223U;
    expected[state >> (32U - kKeyBits)] = {};
  }
  for (const std::uint32_t key : {0U, 1U, 0xFFFU, 0x1000U, 0x1001U, kLastKey - 1, kLastKey}) {
    expected[key] = {};
  }
  std::int8_t value = 1;
  for (auto& [key, weight] : expected) {
    weight = {key % kHeadCount, static_cast<double>(value)};
    written.ngrams.push_back({key, {{static_cast<std::uint8_t>(weight.head), value}}});
    value = static_cast<std::int8_t>(value % 100 + 1);
  }
  const std::string block = written.bytes();
  const Result<Model> opened = Model::open(block);
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  const Model& model = opened.value();
  std::set<std::uint32_t> indexes;
  for (const auto& [key, weight] : expected) {
    const std::uint32_t index = model.find(key);
    ASSERT_LT(index, model.ngram_count()) << key;
    EXPECT_TRUE(indexes.insert(index).second) << key;
    EXPECT_EQ(weights_of(model, index),
              (std::map<std::size_t, double>{{weight.head, weight.value}}));
  }
  for (std::uint32_t key = 0; key <= kLastKey; key += 13) {
    ASSERT_EQ(model.find(key) != Model::kNoNgram, expected.count(key) > 0) << key;
  }
}

TEST(Model, FindsAllOfAFullBucket) {
  WeightsBlock written;
  for (std::uint32_t i = 0; i < 255; ++i) written.ngrams.push_back({0x5000 + i * 16, {}});
  const std::string block = written.bytes();
  const Result<Model> model = Model::open(block);
  ASSERT_TRUE(model.ok()) << model.error().message;
  for (std::uint32_t i = 0; i < 255; ++i) EXPECT_EQ(model.value().find(0x5000 + i * 16), i);
  EXPECT_EQ(model.value().find(0x5001), Model::kNoNgram);
  EXPECT_EQ(model.value().find(0x6000), Model::kNoNgram);
}

TEST(Model, WeighsInStepsOfEachHeadsScale) {
  WeightsBlock written = three_ngrams();
  written.scales[kSarcasm] = 0.25F;
  const std::string block = written.bytes();
  const Model model = Model::open(block).value();
  EXPECT_EQ(weights_of(model, model.find(0x0ABFFF)),
            (std::map<std::size_t, double>{{kPositive, 63.5}, {kSarcasm, -32.0}}));
}

TEST(Model, IgnoresWeightsOfHeadsThatDoNotExist) {
  WeightsBlock written;
  written.scales.fill(1.0F);
  written.ngrams = {{77, {{kHeadCount, 5}, {kFrustration, 3}, {255, -5}}}};
  const std::string block = written.bytes();
  const Result<Model> model = Model::open(block);
  ASSERT_TRUE(model.ok()) << model.error().message;
  EXPECT_EQ(weights_of(model.value(), model.value().find(77)),
            (std::map<std::size_t, double>{{kFrustration, 3.0}}));
}

TEST(Model, TakesAsManyWeightsOfAnNgramAsARowCanCount) {
  WeightsBlock written;
  written.scales.fill(1.0F);
  written.ngrams = {{42, {}}, {43, {{kPositive, 9}}}};
  for (std::uint8_t head = 0; head < kMostWeights; ++head) {
    written.ngrams[0].weights.push_back({head, static_cast<std::int8_t>(head + 1)});
  }
  const std::string block = written.bytes();
  const Model model = Model::open(block).value();
  EXPECT_EQ(weights_of(model, model.find(42)).size(), kMostWeights);
  EXPECT_EQ(weights_of(model, model.find(43)), (std::map<std::size_t, double>{{kPositive, 9.0}}));
}

}  // namespace
}  // namespace attune::model
