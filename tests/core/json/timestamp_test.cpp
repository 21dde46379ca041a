#include "json/timestamp.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Timestamps, AreMillisecondsSinceTheEpoch) {
  EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00Z"), 0.0);
  EXPECT_EQ(parse_rfc3339("2026-03-01T09:30:00Z"), 1772357400000.0);
  EXPECT_EQ(parse_rfc3339("2000-02-29T23:59:59.5Z"), 951868799500.0);
  EXPECT_EQ(parse_rfc3339("1969-12-31T23:59:59Z"), -1000.0);
  EXPECT_EQ(parse_rfc3339("0000-01-01T00:00:00Z"), -62167219200000.0);
  EXPECT_EQ(parse_rfc3339("9999-12-31T23:59:59Z"), 253402300799000.0);
}

TEST(Timestamps, HonourTheOffset) {
  EXPECT_EQ(parse_rfc3339("2026-03-01T10:30:00+01:00"), 1772357400000.0);
  EXPECT_EQ(parse_rfc3339("2026-03-01T04:00:00-05:30"), 1772357400000.0);
}

TEST(Timestamps, KeepFractions) {
  EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.25z"), 250.0);
  EXPECT_EQ(parse_rfc3339("1970-01-01t00:00:00.001500Z"), 1.5);
  EXPECT_EQ(parse_rfc3339("1970-01-01 00:00:00.1234567891Z"), 123.456);
}

TEST(Timestamps, CountALeapSecondAsTheNextOne) {
  EXPECT_EQ(parse_rfc3339("2016-12-31T23:59:60Z"), parse_rfc3339("2017-01-01T00:00:00Z"));
}

TEST(Timestamps, RefuseEverythingElse) {
  for (const char* text : {"",
                           "2026",
                           "2026-03-01",
                           "2026-03-01T09:30Z",
                           "2026-03-01T09:30:00",
                           "2026-3-1T09:30:00Z",
                           "2026-02-29T00:00:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-00-01T00:00:00Z",
                           "2026-04-31T00:00:00Z",
                           "2026-03-01T24:00:00Z",
                           "2026-03-01T09:60:00Z",
                           "2026-03-01T09:30:61Z",
                           "2026-03-01T09:30:00.Z",
                           "2026-03-01T09:30:00+0100",
                           "2026-03-01T09:30:00+01:00 ",
                           "2026-03-01T09:30:00ZZ",
                           "+026-03-01T09:30:00Z",
                           "1900-02-29T00:00:00Z",
                           "1772357400000"}) {
    EXPECT_EQ(parse_rfc3339(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace attune
