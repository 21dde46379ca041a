#include "model/logistic.h"

#include <algorithm>
#include <cmath>

namespace attune {

double exponential(double x) {
  if (x < 0.0) return 1.0 / exponential(-x);  // squaring below would lose digits near -1
  constexpr double kLimit = 40.0;             // e^-40 is 4e-18: below anything that is printed
  constexpr int kHalvings = 10;               // e^x = (e^(x/1024))^1024
  constexpr int kTerms = 8;
  const double reduced = std::min(x, kLimit) / static_cast<double>(1 << kHalvings);
  // e^r - 1 by Horner's scheme; squaring (1 + d) as d^2 + 2d keeps the small part exact.
  double sum = 1.0;
  for (int term = kTerms; term > 1; --term) sum = 1.0 + reduced * sum / term;
  double minus_one = reduced * sum;
  for (int i = 0; i < kHalvings; ++i) minus_one = minus_one * (minus_one + 2.0);
  return minus_one + 1.0;
}

double logistic(double x) {
  if (x >= 0.0) return 1.0 / (1.0 + exponential(-x));
  const double e = exponential(x);
  return e / (1.0 + e);
}

double squash(double x) { return x / std::sqrt(1.0 + x * x); }

}  // namespace attune
