// How well repetitions are told from follow-ups, on pairs of messages that were written for this.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "tests/core/conversation/made_up.h"
#include "text/likeness.h"

namespace attune {
namespace {

using testing::Tokenized;

struct Score {
  int found = 0;
  int missed = 0;
  int wrong = 0;
  int pairs = 0;

  double precision() const { return static_cast<double>(found) / (found + wrong); }
  double recall() const { return static_cast<double>(found) / (found + missed); }
};

class AgainPairs : public ::testing::Test {
 protected:
  Score score(const std::string& part) {
    Score score;
    std::ifstream file(std::string(ATTUNE_SOURCE_DIR) + "/tests/core/conversation/again_pairs.tsv");
    std::string line;
    while (std::getline(file, line)) {
      std::istringstream cells(line);
      std::string cell[4];
      for (std::string& each : cell) std::getline(cells, each, '\t');
      if (cell[0] != part) continue;
      ++score.pairs;
      const bool again = cell[1] == "again";
      const bool said = says_again(cell[2], cell[3]);
      if (again && said) ++score.found;
      if (again && !said) ++score.missed;
      if (!again && said) ++score.wrong;
    }
    std::printf("%s: %d pairs, precision %.2f, recall %.2f\n", part.c_str(), score.pairs,
                score.precision(), score.recall());
    return score;
  }

  bool says_again(const std::string& earlier, const std::string& later) {
    const Tokenized a(earlier);
    const Tokenized b(later);
    return attune::says_again(reader_.read(a.text), reader_.read(b.text),
                              reader_.stance(WordLine(b.text)));
  }

  const Tables tables_ = testing::built_in_tables();
  unicode::WordSegmenter segmenter_;
  const SayingReader reader_{tables_, segmenter_};
};

TEST_F(AgainPairs, OfTheTunedHalfAreToldApart) {
  const Score tuned = score("tuned");
  EXPECT_EQ(tuned.pairs, 52);
  EXPECT_GE(tuned.precision(), 0.95);
  EXPECT_GE(tuned.recall(), 0.7);
}

// The bounds leave room for one pair more than was missed or mistaken the first time.
TEST_F(AgainPairs, OfTheHalfSetAsideAreToldApart) {
  const Score apart = score("apart");
  EXPECT_EQ(apart.pairs, 52);
  EXPECT_GE(apart.precision(), 0.85);
  EXPECT_GE(apart.recall(), 0.65);
}

}  // namespace
}  // namespace attune
