#include "model/logistic.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune {
namespace {

TEST(Exponential, AgreesWithTheCLibraryToThirteenDigits) {
  for (double x = -40.0; x <= 40.0; x += 0.137) {
    EXPECT_NEAR(exponential(x) / std::exp(x), 1.0, 1e-12) << x;
  }
}

TEST(Logistic, IsAProbability) {
  EXPECT_DOUBLE_EQ(logistic(0.0), 0.5);
  EXPECT_GT(logistic(1e300), 0.999999);
  EXPECT_LT(logistic(-1e300), 0.000001);
  for (double x = -30.0; x < 30.0; x += 0.5) {
    EXPECT_LT(logistic(x), logistic(x + 0.5));
    EXPECT_NEAR(logistic(x) + logistic(-x), 1.0, 1e-15);
  }
}

TEST(Squash, KeepsTheSignAndStaysWithinOne) {
  EXPECT_EQ(squash(0.0), 0.0);
  EXPECT_LE(squash(1e9), 1.0);
  EXPECT_DOUBLE_EQ(squash(-3.0), -squash(3.0));
}

}  // namespace
}  // namespace attune
