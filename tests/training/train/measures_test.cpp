#include "train/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::train {
namespace {

TEST(Measure, AgreesWithFiguresByHand) {
  // Said of 0.9 and 0.5, true of 0.9 and 0.4: one hit, one false alarm, one miss.
  const Agreement found = measure({{0.9, true}, {0.5, false}, {0.4, true}, {0.1, false}}, 0.5);
  EXPECT_EQ(found.items, 4U);
  EXPECT_EQ(found.positives, 2U);
  EXPECT_DOUBLE_EQ(found.area_under_curve, 0.75);
  EXPECT_DOUBLE_EQ(found.average_precision, (1.0 + 2.0 / 3.0) / 2.0);
  EXPECT_DOUBLE_EQ(found.precision, 0.5);
  EXPECT_DOUBLE_EQ(found.recall, 0.5);
  EXPECT_DOUBLE_EQ(found.f1, 0.5);
  EXPECT_NEAR(found.calibration_error, (0.1 + 0.5 + 0.6 + 0.1) / 4.0, 1e-12);
}

TEST(Measure, CountsTiesHalf) {
  const Agreement flat = measure({{0.5, true}, {0.5, false}, {0.5, true}, {0.5, false}}, 0.5);
  EXPECT_DOUBLE_EQ(flat.area_under_curve, 0.5);
  EXPECT_DOUBLE_EQ(flat.average_precision, 0.5);
  EXPECT_DOUBLE_EQ(flat.calibration_error, 0.0);
  const Agreement other_order =
      measure({{0.5, false}, {0.5, false}, {0.5, true}, {0.5, true}}, 0.5);
  EXPECT_DOUBLE_EQ(other_order.average_precision, flat.average_precision);
}

TEST(Measure, SaysYesFromTheThresholdOn) {
  EXPECT_DOUBLE_EQ(measure({{0.5, true}}, 0.5).recall, 1.0);
  EXPECT_DOUBLE_EQ(measure({{0.4999, true}}, 0.5).recall, 0.0);
}

TEST(Measure, HasNoFigureForWhatNeedsBothSorts) {
  const Agreement yes = measure({{0.9, true}, {0.2, true}}, 0.5);
  EXPECT_TRUE(std::isnan(yes.area_under_curve));
  EXPECT_DOUBLE_EQ(yes.average_precision, 1.0);
  EXPECT_DOUBLE_EQ(yes.recall, 0.5);
  const Agreement no = measure({{0.9, false}, {0.2, false}}, 0.5);
  EXPECT_TRUE(std::isnan(no.area_under_curve));
  EXPECT_TRUE(std::isnan(no.average_precision));
  EXPECT_DOUBLE_EQ(no.precision, 0.0);
  EXPECT_DOUBLE_EQ(no.f1, 0.0);
  EXPECT_EQ(no.positives, 0U);
}

TEST(Measure, HasNoFigureForNothing) {
  const Agreement none = measure({}, 0.5);
  EXPECT_EQ(none.items, 0U);
  EXPECT_TRUE(std::isnan(none.calibration_error));
}

}  // namespace
}  // namespace attune::train
