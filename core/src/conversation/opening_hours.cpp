#include "conversation/opening_hours.h"

#include <algorithm>
#include <cmath>

#include "json/timestamp.h"

namespace attune {
namespace {

constexpr double kMinuteMs = 60000.0;
constexpr std::int64_t kDayMinutes = 1440;
// RFC 3339 has the years 0000 to 9999; a clock outside them shows their first or last moment.
constexpr double kYear0Ms = -62167219200000.0;
constexpr double kYear10000Ms = 253402300800000.0;
// A closing longer than that has no end that anybody could promise.
constexpr int kMostDaysAhead = 366;
// Nearer days are told by the name of the weekday alone.
constexpr std::int64_t kWeek = 7;

int offset_at(const OpeningHours& hours, double at_ms) {
  int minutes = hours.offsets.empty() ? 0 : hours.offsets.front().minutes;
  for (const OpeningHours::Offset& offset : hours.offsets) {
    if (offset.from_ms <= at_ms) minutes = offset.minutes;
  }
  return minutes;
}

// 1970-01-01 was a Thursday. 0 is Monday.
std::size_t weekday_of(std::int64_t day) {
  return static_cast<std::size_t>(((day + 3) % kWeek + kWeek) % kWeek);
}

// The moment at which the team's clock shows this, with the offset that holds then.
double from_local(const OpeningHours& hours, std::int64_t day, std::int64_t minute) {
  const auto at = [&](int offset) {
    return static_cast<double>(day * kDayMinutes + minute - offset) * kMinuteMs;
  };
  const int guess = offset_at(hours, at(offset_at(hours, at(0))));
  return at(offset_at(hours, at(guess)));
}

bool is_holiday(const OpeningHours& hours, std::int64_t day) {
  return std::any_of(hours.closed.begin(), hours.closed.end(),
                     [day](std::int32_t closed) { return closed == day; });
}

// The span that opens first on `day` at or after `minute`.
const OpeningHours::Span* next_span(const OpeningHours& hours, std::int64_t day, int minute) {
  const OpeningHours::Span* first = nullptr;
  if (is_holiday(hours, day)) return first;
  for (const OpeningHours::Span& span : hours.weekly) {
    if (!span.days[weekday_of(day)] || span.open < minute) continue;
    if (first == nullptr || span.open < first->open) first = &span;
  }
  return first;
}

std::string two_digits(unsigned value) {
  return std::string(value < 10 ? "0" : "") + std::to_string(value);
}

std::string clock(int minute) {
  return two_digits(static_cast<unsigned>(minute) / 60) + ':' +
         two_digits(static_cast<unsigned>(minute) % 60);
}

struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
};

// From days since 1970-01-01, in the proleptic Gregorian calendar.
Date date_of(std::int64_t day) {
  constexpr double kDaysOfAYear = 365.2425;
  Date date;
  date.year = 1970 + static_cast<int>(std::floor(static_cast<double>(day) / kDaysOfAYear));
  while (days_from_epoch(date.year + 1, 1, 1) <= day) ++date.year;
  while (days_from_epoch(date.year, 1, 1) > day) --date.year;
  date.month = 12;
  while (days_from_epoch(date.year, date.month, 1) > day) --date.month;
  date.day = static_cast<int>(day - days_from_epoch(date.year, date.month, 1)) + 1;
  return date;
}

// "Europe/Berlin" -> "Berlin", "America/Argentina/Buenos_Aires" -> "Buenos Aires".
std::string city_of(std::string zone) {
  zone.erase(0, zone.rfind('/') + 1);
  std::replace(zone.begin(), zone.end(), '_', ' ');
  return zone;
}

std::string day_clause(const Texts& texts, std::int64_t today, const LocalTime& then) {
  const Variable time{"time", clock(then.minute)};
  const std::int64_t ahead = then.day - today;
  if (ahead == 0) return texts.get("when.today", {time});
  if (ahead == 1) return texts.get("when.tomorrow", {time});
  const Variable weekday{"weekday",
                         texts.get("weekday." + std::to_string(weekday_of(then.day) + 1))};
  if (ahead < kWeek) return texts.get("when.weekday", {time, weekday});
  const Date date = date_of(then.day);
  const auto month = std::to_string(date.month);
  return texts.get(
      "when.date",
      {time, weekday, {"day", std::to_string(date.day)}, {"month", texts.get("month." + month)}});
}

}  // namespace

LocalTime local_time(const OpeningHours& hours, double at_ms) {
  at_ms = std::clamp(at_ms, kYear0Ms, kYear10000Ms - 1.0);
  const int offset = offset_at(hours, at_ms);
  const double minutes = std::floor(at_ms / kMinuteMs) + offset;
  const double day = std::floor(minutes / static_cast<double>(kDayMinutes));
  return {static_cast<std::int64_t>(day),
          static_cast<int>(minutes - day * static_cast<double>(kDayMinutes)), offset};
}

bool is_open(const OpeningHours& hours, double at_ms) {
  if (!hours.given()) return true;
  const LocalTime now = local_time(hours, at_ms);
  if (is_holiday(hours, now.day)) return false;
  return std::any_of(hours.weekly.begin(), hours.weekly.end(), [&](const OpeningHours::Span& span) {
    return span.days[weekday_of(now.day)] && span.open <= now.minute && now.minute < span.close;
  });
}

std::optional<double> answer_by(const OpeningHours& hours, double at_ms) {
  const LocalTime now = local_time(hours, at_ms);
  for (int ahead = 0; ahead <= kMostDaysAhead; ++ahead) {
    const std::int64_t day = now.day + ahead;
    const OpeningHours::Span* span = next_span(hours, day, ahead == 0 ? now.minute : 0);
    if (span == nullptr) continue;
    return from_local(hours, day, std::min(span->open + hours.answer_within_minutes, span->close));
  }
  return std::nullopt;
}

std::string rfc3339(const OpeningHours& hours, double at_ms) {
  const LocalTime local = local_time(hours, at_ms);
  const Date date = date_of(local.day);
  std::string year = std::to_string(date.year);
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  const double minute_ms = at_ms - std::floor(at_ms / kMinuteMs) * kMinuteMs;
  return year + "-" + two_digits(static_cast<unsigned>(date.month)) + "-" +
         two_digits(static_cast<unsigned>(date.day)) + "T" + clock(local.minute) + ":" +
         two_digits(static_cast<unsigned>(minute_ms / 1000.0)) +
         (local.offset_minutes < 0 ? "-" : "+") + clock(std::abs(local.offset_minutes));
}

std::string answer_clause(const Texts& texts, const OpeningHours& hours, double now_ms,
                          std::optional<double> answer_ms) {
  if (!answer_ms) return texts.get("answer.later");
  const std::string when =
      day_clause(texts, local_time(hours, now_ms).day, local_time(hours, *answer_ms));
  return texts.get("answer.by", {{"when", when}, {"city", city_of(hours.zone)}});
}

}  // namespace attune
