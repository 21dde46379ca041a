// Times as transcripts write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune {

// Milliseconds since the Unix epoch of an RFC 3339 time such as "2026-03-01T09:30:00.250+01:00";
// nothing when the text is not exactly one. A leap second counts as the second after it.
std::optional<double> parse_rfc3339(std::string_view text);

// Days from 1970-01-01 in the proleptic Gregorian calendar. Years 0 .. 9999, months and days that
// there are.
std::int64_t days_from_epoch(int year, int month, int day);

}  // namespace attune
