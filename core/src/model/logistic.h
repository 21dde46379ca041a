// Floating-point functions with the same bits on every machine: only +, -, *, / and sqrt, which
// IEEE 754 defines exactly. The C library's exp differs in the last digit between platforms.
#pragma once

namespace attune {

// e to the power of x. Relative error below 1e-12 for |x| <= 40, clamped outside.
double exponential(double x);

// 1 / (1 + e^-x): the probability behind a logit.
double logistic(double x);

// x / sqrt(1 + x^2): squashes any number into -1 .. 1.
double squash(double x);

}  // namespace attune
