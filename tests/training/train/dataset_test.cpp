#include "train/dataset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "model/heads.h"

namespace attune::train {
namespace {

namespace fs = std::filesystem;

// A folder of training and one of data, gone afterwards.
class DatasetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(::testing::TempDir()) /
            (std::string("attune-dataset-") +
             ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(root_);
    for (const char* folder : {"training/corpus", "training/labels", "data/train"}) {
      fs::create_directories(root_ / folder);
    }
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    std::ofstream(root_ / file, std::ios::binary) << text;
  }

  // Reads everything; `said` is what stood on standard error.
  Dataset read() {
    ::testing::internal::CaptureStderr();
    Dataset data = read_dataset((root_ / "training").string(), (root_ / "data").string());
    said_ = ::testing::internal::GetCapturedStderr();
    return data;
  }
  bool said(const std::string& what) const { return said_.find(what) != std::string::npos; }

 private:
  fs::path root_;
  std::string said_;
};

std::string labels(const std::string& members, int upset) {
  return "{" + members + ",\"upset\":" + std::to_string(upset) +
         R"(,"sentiment":-2,"urgency":1,"emotions":["anger"],"topics":["delivery"],)"
         R"("flags":["abusive"],"sarcasm":true})"
         "\n";
}

const Sample* find(const Dataset& data, const std::string& text) {
  const auto found = std::find_if(data.samples.begin(), data.samples.end(),
                                  [&](const Sample& each) { return each.text == text; });
  return found == data.samples.end() ? nullptr : &*found;
}

TEST_F(DatasetTest, TakesTargetsFromTheLabelsOfTheCorpus) {
  write("training/corpus/a1.jsonl",
        labels(R"("id":"a1-1","text":"where is it")", 1) +
            labels(R"("id":"a1-2","text":"you fools","conversation":"c","turn":2)", 2));
  const Dataset data = read();
  EXPECT_EQ(data.bad_rows, 0U);
  ASSERT_EQ(data.samples.size(), 2U);
  const Sample& first = data.samples[0];
  EXPECT_TRUE(first.judged);
  EXPECT_EQ(data.groups[first.group], "corpus a1");
  EXPECT_GT(first.target[model::kFrustration], 0.5F);
  EXPECT_LT(first.target[model::kFrustration], 1.0F);
  EXPECT_EQ(first.target[model::kNegative], 1.0F);
  EXPECT_EQ(first.target[model::kPositive], 0.0F);
  EXPECT_EQ(first.target[model::kSoon], 1.0F);
  EXPECT_EQ(first.target[model::kAtOnce], 0.0F);
  EXPECT_EQ(first.target[model::kSarcasm], 1.0F);
  EXPECT_EQ(first.target[model::head_of(Emotion::kAnger)], 1.0F);
  EXPECT_EQ(first.target[model::head_of(Emotion::kJoy)], 0.0F);
  EXPECT_EQ(first.target[model::head_of(Flag::kAbusive)], 1.0F);
  EXPECT_EQ(first.target[model::head_of(Topic::kDelivery)], 1.0F);
  EXPECT_EQ(data.samples[1].target[model::kFrustration], 1.0F);
  EXPECT_EQ(data.samples[1].conversation, "c");
  EXPECT_EQ(data.samples[1].turn, 2);
}

TEST_F(DatasetTest, NamesBadLinesAndUsesTheRest) {
  write("training/corpus/a1.jsonl", labels(R"("id":"a1-1","text":"one")", 0) + "nonsense\n" +
                                        labels(R"("id":"a1-3","text":"three")", 7) +
                                        labels(R"("id":"a1-4","text":"four")", 2));
  write("data/train/uci_sentences.tsv",
        "text\tlabel\tsplit\nlovely\tpositive\ttrain\nonly one cell\nbad\tnegative\ttrain\textra\n"
        "awful\tnegative\ttrain\n");
  const Dataset data = read();
  EXPECT_EQ(data.bad_rows, 4U);
  EXPECT_TRUE(said("a1.jsonl:2: ")) << "the line of the corpus that is no JSON";
  EXPECT_TRUE(said("a1.jsonl:3: /upset")) << "the line with a label out of range";
  EXPECT_TRUE(said("uci_sentences.tsv:3: ")) << "the row that is too short";
  EXPECT_TRUE(said("uci_sentences.tsv:4: ")) << "the row that is too long";
  EXPECT_EQ(data.samples.size(), 4U);
  EXPECT_NE(find(data, "four"), nullptr);
  EXPECT_NE(find(data, "awful"), nullptr);
}

TEST_F(DatasetTest, NamesFilesThatAreMissing) {
  const Dataset data = read();
  EXPECT_TRUE(data.samples.empty());
  EXPECT_EQ(data.bad_rows, 0U);
  EXPECT_TRUE(said("banking77.tsv can't be read"));
}

TEST_F(DatasetTest, LeavesHeadsUnknownThatASetSaysNothingOf) {
  write("data/train/uci_sentences.tsv",
        "text\tlabel\tsplit\nlovely\tpositive\ttrain\nfine\tneutral\tdev\n");
  const Dataset data = read();
  ASSERT_EQ(data.samples.size(), 1U);  // other splits are not learnt from
  const Sample& sample = data.samples[0];
  EXPECT_FALSE(sample.judged);
  EXPECT_EQ(sample.target[model::kPositive], 1.0F);
  EXPECT_EQ(sample.target[model::kNegative], 0.0F);
  EXPECT_EQ(sample.target[model::kFrustration], kUnknown);
  EXPECT_LT(sample.weight, 1.0F);
}

TEST_F(DatasetTest, PutsLabelsToTheirTextsByTheHash) {
  // FNV-1a, 64 bits, of "a".
  write("training/labels/uci_sentences.jsonl",
        labels(R"("hash":"af63dc4c8601ec8c")", 2) + labels(R"("hash":"0000000000000000")", 0));
  write("data/train/uci_sentences.tsv",
        "text\tlabel\tsplit\na\tpositive\ttrain\na\tpositive\ttrain\nb\tpositive\ttrain\n");
  const Dataset data = read();
  ASSERT_EQ(data.samples.size(), 2U);  // the second "a" adds nothing
  EXPECT_TRUE(data.samples[0].judged);
  EXPECT_EQ(data.samples[0].weight, 1.0F);
  EXPECT_EQ(data.samples[0].target[model::kFrustration], 1.0F);
  EXPECT_FALSE(data.samples[1].judged);
  EXPECT_TRUE(said("1 of 2 labels of uci_sentences fit no text"));
}

TEST(DatasetGroup, IsNumberedOnce) {
  Dataset data;
  EXPECT_EQ(data.group("x"), 0);
  EXPECT_EQ(data.group("y"), 1);
  EXPECT_EQ(data.group("x"), 0);
}

}  // namespace
}  // namespace attune::train
