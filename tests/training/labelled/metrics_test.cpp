#include "labelled/metrics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::labelled {
namespace {

const Weights kFour = {1, 1, 1, 1};

TEST(AreaUnderCurve, IsTheShareOfPairsInOrder) {
  // Positives 0.9 and 0.4, negatives 0.5 and 0.1: three of four pairs.
  const Ranking ranking({0.9, 0.5, 0.4, 0.1}, {true, false, true, false});
  EXPECT_DOUBLE_EQ(ranking.area_under_curve(kFour), 0.75);
}

TEST(AreaUnderCurve, CountsTiesHalf) {
  const Ranking flat({0.5, 0.5, 0.5, 0.5}, {true, false, true, false});
  EXPECT_DOUBLE_EQ(flat.area_under_curve(kFour), 0.5);
  // 0.7 beats both negatives, 0.5 one of them, and ties with the other: 3.5 of 4.
  const Ranking some({0.7, 0.5, 0.5, 0.2}, {true, true, false, false});
  EXPECT_DOUBLE_EQ(some.area_under_curve(kFour), 0.875);
}

TEST(AreaUnderCurve, CountsRowsAsOftenAsTheirWeight) {
  const Ranking ranking({0.9, 0.5, 0.4, 0.1}, {true, false, true, false});
  // Positives 0.9 once and 0.4 three times, the negative 0.5 twice: 2 of 8 pairs.
  EXPECT_DOUBLE_EQ(ranking.area_under_curve({1, 2, 3, 0}), 0.25);
}

TEST(AreaUnderCurve, IsNothingWithoutBothSorts) {
  EXPECT_TRUE(std::isnan(Ranking({}, {}).area_under_curve({})));
  EXPECT_TRUE(std::isnan(Ranking({0.5, 0.6}, {true, true}).area_under_curve({1, 1})));
  EXPECT_TRUE(std::isnan(Ranking({0.5, 0.6}, {true, false}).area_under_curve({1, 0})));
}

TEST(AveragePrecision, IsTheMeanPrecisionAtThePositives) {
  // The positives come first and third: (1/1 + 2/3) / 2.
  const Ranking ranking({0.9, 0.5, 0.4, 0.1}, {true, false, true, false});
  EXPECT_DOUBLE_EQ(ranking.average_precision(kFour), 5.0 / 6);
  // Twice the second: (1/1 + 2/4) / 2.
  EXPECT_DOUBLE_EQ(ranking.average_precision({1, 2, 1, 1}), 0.75);
}

TEST(AveragePrecision, TakesRowsOfOneScoreTogether) {
  const Ranking flat({0.5, 0.5, 0.5, 0.5}, {true, false, false, false});
  EXPECT_DOUBLE_EQ(flat.average_precision(kFour), 0.25);
  // 1/1 for the first, then 2/3 for the tied pair.
  const Ranking some({0.9, 0.5, 0.5, 0.1}, {true, false, true, false});
  EXPECT_DOUBLE_EQ(some.average_precision(kFour), 5.0 / 6);
}

TEST(AveragePrecision, NeedsAPositive) {
  EXPECT_TRUE(std::isnan(Ranking({}, {}).average_precision({})));
  EXPECT_TRUE(std::isnan(Ranking({0.5, 0.6}, {false, false}).average_precision({1, 1})));
  EXPECT_DOUBLE_EQ(Ranking({0.5, 0.6}, {true, true}).average_precision({1, 1}), 1.0);
}

TEST(Confusion, GivesPrecisionRecallAndF1) {
  // Said of three rows, two of them right; one true row is missed.
  const Confusion confusion({1, 1, 1, 0, 0}, {1, 1, 0, 1, 0});
  const Weights once(5, 1);
  EXPECT_DOUBLE_EQ(confusion.precision(once, 0), 2.0 / 3);
  EXPECT_DOUBLE_EQ(confusion.recall(once, 0), 2.0 / 3);
  EXPECT_DOUBLE_EQ(confusion.f1(once, 0), 2.0 / 3);
  EXPECT_DOUBLE_EQ(confusion.share(once), 0.6);
  EXPECT_DOUBLE_EQ(confusion.precision({1, 1, 1, 2, 1}, 0), 0.5);
}

TEST(Confusion, HasNoFigureWhereNothingIsSaidOrTrue) {
  const Confusion silent({1, 0}, {0, 0});
  EXPECT_TRUE(std::isnan(silent.precision({1, 1}, 0)));
  EXPECT_DOUBLE_EQ(silent.recall({1, 1}, 0), 0.0);
  EXPECT_DOUBLE_EQ(silent.f1({1, 1}, 0), 0.0);
  const Confusion calm({0, 0}, {0, 0});
  EXPECT_TRUE(std::isnan(calm.f1({1, 1}, 0)));
  EXPECT_TRUE(std::isnan(Confusion({}, {}).macro_f1({})));
  EXPECT_TRUE(std::isnan(Confusion({}, {}).share({})));
}

TEST(Confusion, AveragesOverTheClassesThatAreTrueSomewhere) {
  // Class 0: F1 1, recall 1. Class 1: one of two found, F1 2/3, recall 1/2. Class 2 is said
  // wrongly, but never true: it is no class of the mean.
  const Confusion confusion({1, 2, 2}, {1, 2, 4});
  const Weights once(3, 1);
  EXPECT_DOUBLE_EQ(confusion.macro_f1(once), (1 + 2.0 / 3) / 2);
  EXPECT_DOUBLE_EQ(confusion.macro_recall(once), 0.75);
  // Without its rows a class leaves the mean.
  EXPECT_DOUBLE_EQ(confusion.macro_recall({1, 0, 0}), 1.0);
}

TEST(Confusion, TakesSeveralClassesOfARow) {
  // Class 0 is found, class 1 is missed once, class 2 is said where it is true.
  const Confusion confusion({0b011, 0b100}, {0b001, 0b100});
  EXPECT_DOUBLE_EQ(confusion.macro_f1({1, 1}), 2.0 / 3);
}

TEST(Calibration, WeighsTheGapOfEachBin) {
  // Bin 0.2: mean 0.25, truth 0.5 (2 rows). Bin 0.9: mean 0.95, truth 1 (2 rows).
  const Calibration calibration({0.2, 0.3 - 1e-9, 0.9, 1.0}, {true, false, true, true});
  EXPECT_NEAR(calibration.error(kFour), (2 * 0.25 + 2 * 0.05) / 4, 1e-8);
}

TEST(Calibration, IsNothingWithoutRowsAndPerfectWhereSharesAgree) {
  EXPECT_TRUE(std::isnan(Calibration({}, {}).error({})));
  const Calibration exact({0.5, 0.5, 0.0, 1.0}, {true, false, false, true});
  EXPECT_DOUBLE_EQ(exact.error(kFour), 0.0);
  EXPECT_DOUBLE_EQ(exact.error({1, 0, 0, 0}), 0.5);
}

TEST(Pearson, FollowsItsFormula) {
  EXPECT_NEAR(pearson({1, 2, 3}, {10, 20, 30}, {1, 1, 1}), 1.0, 1e-12);
  EXPECT_NEAR(pearson({1, 2, 3}, {3, 2, 1}, {1, 1, 1}), -1.0, 1e-12);
  // By hand: covariance 4, variances 5 and 5.
  EXPECT_NEAR(pearson({1, 2, 3, 4}, {1, 3, 2, 4}, kFour), 0.8, 1e-12);
  EXPECT_NEAR(pearson({1, 2, 3, 9}, {3, 2, 1, 9}, {1, 1, 1, 0}), -1.0, 1e-12);
}

TEST(Pearson, IsNothingOfAConstant) {
  EXPECT_TRUE(std::isnan(pearson({1, 1, 1}, {1, 2, 3}, {1, 1, 1})));
  EXPECT_TRUE(std::isnan(pearson({}, {}, {})));
}

}  // namespace
}  // namespace attune::labelled
