// Whether somebody is there, and when somebody will be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "attune/opening_hours.h"
#include "reply/texts.h"

namespace attune {

// A moment on the team's clock.
struct LocalTime {
  std::int64_t day = 0;    // since 1970-01-01
  int minute = 0;          // of the day, 0 .. 1439
  int offset_minutes = 0;  // ahead of UTC
};

// `at_ms`: milliseconds since the Unix epoch, finite. So everywhere below.
LocalTime local_time(const OpeningHours& hours, double at_ms);

// Whether somebody is there; always when no hours are given.
bool is_open(const OpeningHours& hours, double at_ms);

// By when a person will have answered what is left while closed: `answer_within_minutes` after the
// next opening, but not after that day's closing. Milliseconds since the Unix epoch; nothing when
// nobody is there for a year.
std::optional<double> answer_by(const OpeningHours& hours, double at_ms);

// "2026-03-02T10:00:00+01:00": RFC 3339 on the team's clock. Years 0 .. 9999.
std::string rfc3339(const OpeningHours& hours, double at_ms);

// "by 10:00 tomorrow (Berlin time)": the clause for a customer who reads it at `now_ms`;
// "as soon as somebody is back" when `answer_ms` is not known.
std::string answer_clause(const Texts& texts, const OpeningHours& hours, double now_ms,
                          std::optional<double> answer_ms);

}  // namespace attune
