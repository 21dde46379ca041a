#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>

#include "json/read_config.h"
#include "json/timestamp.h"

namespace attune {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int kMostOffsetMinutes = 14 * 60;  // Pacific/Kiritimati
constexpr int kMostAnswerMinutes = 7 * 24 * 60;
constexpr std::size_t kMostOffsets = 256;
constexpr std::size_t kMostSpans = 64;
constexpr std::size_t kMostClosed = 512;
constexpr double kDayMs = 86400000.0;

// "09:30" as minutes of the day, 24:00 included; -1 for anything else.
int minutes_of(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  if (text.size() != 5 || text[2] != ':') return -1;
  for (const std::size_t at : {0U, 1U, 3U, 4U}) {
    if (digit(at) < 0 || digit(at) > 9) return -1;
  }
  const int minutes = (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
  return digit(3) > 5 || minutes > 24 * 60 ? -1 : minutes;
}

void read_clock(ObjectReader& object, std::string_view member, int& out) {
  std::string text;
  object.text(member, {}, text);
  if (text.empty()) return;  // reported already
  out = minutes_of(text);
  if (out < 0) object.report(member, "is not a time of the day", "hours and minutes: \"09:30\"");
}

void read_days(ObjectReader& object, std::array<bool, 7>& out) {
  object.each("days", 1, kDays.size(), [&](const Json& value, const Place&) {
    const auto* name = value.is_string() ? value.get_ptr<const std::string*>() : nullptr;
    const auto* found =
        name == nullptr ? kDays.end() : std::find(kDays.begin(), kDays.end(), *name);
    if (found == kDays.end()) {
      object.report("days", "has something that is no day",
                    one_of_list({kDays.begin(), kDays.end()}));
      return;
    }
    out[static_cast<std::size_t>(found - kDays.begin())] = true;
  });
}

void read_span(const Json& value, const Place& place, Problems& problems, OpeningHours& hours) {
  OpeningHours::Span span;
  ObjectReader object(value, place, problems, {"days", "open", "close"}, {"days", "open", "close"});
  read_days(object, span.days);
  read_clock(object, "open", span.open);
  read_clock(object, "close", span.close);
  if (span.open >= 0 && span.close >= 0 && object.has("close") && span.close <= span.open) {
    object.report("close", "is not after open",
                  "a later time of the same day; write a night as two entries");
  }
  hours.weekly.push_back(span);
}

void read_offset(const Json& value, const Place& place, Problems& problems, OpeningHours& hours) {
  OpeningHours::Offset offset;
  offset.from_ms = std::numeric_limits<double>::lowest();
  ObjectReader object(value, place, problems, {"from", "minutes"}, {"minutes"});
  object.integer("minutes", -kMostOffsetMinutes, kMostOffsetMinutes, offset.minutes);
  std::string from;
  object.text("from", {}, from);
  if (!from.empty()) {
    const std::optional<double> at = parse_rfc3339(from);
    if (!at) object.report("from", "is not a time", "RFC 3339: \"2026-03-29T01:00:00Z\"");
    offset.from_ms = at.value_or(offset.from_ms);
  }
  const bool first = hours.offsets.empty();
  if (!first && offset.from_ms <= hours.offsets.back().from_ms) {
    object.report("from", "is not after the offset before it",
                  "offsets in the order of their times; only the first may lack \"from\"");
  }
  hours.offsets.push_back(offset);
}

void read_closed(const Json& value, const Place& place, Problems& problems, OpeningHours& hours) {
  std::string text;
  read_text(value, place, {}, problems, text);
  if (text.empty()) return;
  const std::optional<double> at = parse_rfc3339(text + "T00:00:00Z");
  if (!at || text.size() != 10) {
    problems.add(place, "is not a date", "year, month and day: \"2026-12-25\"");
    return;
  }
  hours.closed.push_back(static_cast<std::int32_t>(*at / kDayMs));
}

}  // namespace

OpeningHours read_hours(const Json& value, const Place& place, Problems& problems) {
  OpeningHours hours;
  ObjectReader object(value, place, problems,
                      {"zone", "offsets", "weekly", "closed", "answer_within_minutes"}, {"weekly"});
  object.text("zone", {1, 64}, hours.zone);
  object.each("offsets", 1, kMostOffsets, [&](const Json& offset, const Place& at) {
    read_offset(offset, at, problems, hours);
  });
  if (hours.zone != "UTC" && !object.has("offsets")) {
    object.report("offsets", "is missing",
                  "the zone's offsets from UTC: [{\"minutes\": 60}, {\"from\": "
                  "\"2026-03-29T01:00:00Z\", \"minutes\": 120}]");
  }
  object.each("weekly", 1, kMostSpans,
              [&](const Json& span, const Place& at) { read_span(span, at, problems, hours); });
  object.each("closed", 0, kMostClosed,
              [&](const Json& day, const Place& at) { read_closed(day, at, problems, hours); });
  object.integer("answer_within_minutes", 0, kMostAnswerMinutes, hours.answer_within_minutes);
  return hours;
}

}  // namespace attune
