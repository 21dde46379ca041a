#include "conversation/opening_hours.h"

#include <string>

#include "json/timestamp.h"
#include "tests/core/support.h"

namespace attune {
namespace {

double at(const std::string& rfc3339_text) { return parse_rfc3339(rfc3339_text).value(); }

// Berlin, Monday to Friday 9 to 17:30, Saturday 10 to 12, closed on Good Friday.
OpeningHours berlin() {
  OpeningHours hours;
  hours.zone = "Europe/Berlin";
  hours.offsets = {
      {-1e15, 60}, {at("2026-03-29T01:00:00Z"), 120}, {at("2026-10-25T01:00:00Z"), 60}};
  hours.weekly = {{{true, true, true, true, true, false, false}, 9 * 60, 17 * 60 + 30},
                  {{false, false, false, false, false, true, false}, 10 * 60, 12 * 60}};
  hours.closed = {static_cast<std::int32_t>(at("2026-04-03T00:00:00Z") / 86400000.0)};
  return hours;
}

std::string answered(const OpeningHours& hours, const std::string& now) {
  const std::optional<double> answer = answer_by(hours, at(now));
  return answer ? rfc3339(hours, *answer) : "never";
}

TEST(OpeningHours, AreAlwaysWhenNoneAreGiven) {
  EXPECT_TRUE(is_open({}, at("2026-03-01T03:00:00Z")));
}

TEST(OpeningHours, BeginAtOpeningAndEndBeforeClosing) {
  const OpeningHours hours = berlin();
  EXPECT_FALSE(is_open(hours, at("2026-03-02T07:59:59.999Z")));
  EXPECT_TRUE(is_open(hours, at("2026-03-02T08:00:00Z")));
  EXPECT_TRUE(is_open(hours, at("2026-03-02T16:29:59Z")));
  EXPECT_FALSE(is_open(hours, at("2026-03-02T16:30:00Z")));
}

TEST(OpeningHours, FollowTheWeekAndTheHolidays) {
  const OpeningHours hours = berlin();
  EXPECT_TRUE(is_open(hours, at("2026-03-07T10:30:00Z")));  // Saturday
  EXPECT_FALSE(is_open(hours, at("2026-03-07T11:30:00Z")));
  EXPECT_FALSE(is_open(hours, at("2026-03-08T10:30:00Z")));  // Sunday
  EXPECT_FALSE(is_open(hours, at("2026-04-03T10:30:00Z")));  // Good Friday
}

TEST(OpeningHours, MoveWithSummerTime) {
  const OpeningHours hours = berlin();
  EXPECT_FALSE(is_open(hours, at("2026-03-27T07:30:00Z")));
  EXPECT_TRUE(is_open(hours, at("2026-03-30T07:30:00Z")));
  EXPECT_EQ(local_time(hours, at("2026-03-29T00:59:59Z")).minute, 119);
  EXPECT_EQ(local_time(hours, at("2026-03-29T01:00:00Z")).minute, 180);
}

TEST(OpeningHours, TellLocalTimeOnBothSidesOfMidnightAndOfTheEpoch) {
  OpeningHours west;
  west.offsets = {{0.0, -300}};
  const LocalTime local = local_time(west, at("1970-01-01T04:59:00Z"));
  EXPECT_EQ(local.day, -1);
  EXPECT_EQ(local.minute, 23 * 60 + 59);
  EXPECT_EQ(rfc3339(west, at("1970-01-01T04:59:07Z")), "1969-12-31T23:59:07-05:00");
}

TEST(OpeningHours, TellDatesBeforeAndAfterLeapDays) {
  for (const char* time :
       {"2024-02-29T12:00:00+00:00", "2024-03-01T00:00:00+00:00", "1900-02-28T23:59:59+00:00",
        "1900-03-01T00:00:00+00:00", "2000-12-31T08:00:00+00:00", "1969-12-31T00:00:00+00:00",
        "0000-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"}) {
    EXPECT_EQ(rfc3339({}, at(time)), time);
  }
}

TEST(OpeningHours, PromiseAnAnswerAfterTheNextOpening) {
  const OpeningHours hours = berlin();
  EXPECT_EQ(answered(hours, "2026-03-02T02:00:00Z"), "2026-03-02T10:00:00+01:00");
  EXPECT_EQ(answered(hours, "2026-03-02T18:00:00Z"), "2026-03-03T10:00:00+01:00");
  EXPECT_EQ(answered(hours, "2026-03-06T18:00:00Z"), "2026-03-07T11:00:00+01:00");
  EXPECT_EQ(answered(hours, "2026-03-07T12:00:00Z"), "2026-03-09T10:00:00+01:00");
  // Over Good Friday, and over the change to summer time.
  EXPECT_EQ(answered(hours, "2026-04-02T18:00:00Z"), "2026-04-04T11:00:00+02:00");
  EXPECT_EQ(answered(hours, "2026-03-28T12:00:00Z"), "2026-03-30T10:00:00+02:00");
}

TEST(OpeningHours, PromiseNothingAfterClosing) {
  OpeningHours hours = berlin();
  hours.answer_within_minutes = 600;
  EXPECT_EQ(answered(hours, "2026-03-06T18:00:00Z"), "2026-03-07T12:00:00+01:00");
}

TEST(OpeningHours, PromiseNothingWhenNobodyIsThereForAYear) {
  OpeningHours hours = berlin();
  hours.weekly = {{{false, false, false, false, true, false, false}, 0, 1}};
  for (std::int32_t day = 20000; day < 23000; ++day) hours.closed.push_back(day);
  EXPECT_EQ(answered(hours, "2026-03-02T02:00:00Z"), "never");
}

TEST(OpeningHours, TellTheCustomerWhenOnTheTeamsClock) {
  const Analyzer analyzer = testing::new_analyzer();
  const Texts texts(analyzer.tables(), "");
  const OpeningHours hours = berlin();
  const auto clause = [&](const std::string& now, const std::string& answer) {
    return answer_clause(texts, hours, at(now), at(answer));
  };
  EXPECT_EQ(clause("2026-03-02T02:00:00Z", "2026-03-02T09:00:00Z"), "by 10:00 today (Berlin time)");
  EXPECT_EQ(clause("2026-03-02T18:00:00Z", "2026-03-03T09:00:00Z"),
            "by 10:00 tomorrow (Berlin time)");
  EXPECT_EQ(clause("2026-03-06T18:00:00Z", "2026-03-09T09:05:00Z"),
            "by 10:05 on Monday (Berlin time)");
  EXPECT_EQ(clause("2026-12-23T18:00:00Z", "2027-01-04T09:00:00Z"),
            "by 10:00 on Monday, 4 January (Berlin time)");
  EXPECT_EQ(answer_clause(texts, hours, 0.0, std::nullopt), "as soon as somebody is back");
}

}  // namespace
}  // namespace attune
