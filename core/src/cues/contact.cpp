#include "cues/contact.h"

#include <algorithm>
#include <array>

namespace attune {
namespace {

constexpr int kMostTimes = 999;          // beyond this it is a number, not a count of contacts
constexpr double kMostDays = 36525.0;    // a hundred years
constexpr double kTimesThatWeigh = 6.0;  // the step from 6 to 7 contacts says nothing new
constexpr std::array<double, 5> kWaitingSteps = {2.0, 5.0, 10.0, 20.0, 40.0};  // days

void note_times(const Tables& tables, double value, Evidence& evidence, Contact& contact) {
  if (value < 1.0 || value > kMostTimes) return;
  contact.times = std::max(contact.times.value_or(1), static_cast<int>(value));
  evidence.upset += tables.weight(Weight::kTimesStep) * (std::min(value, kTimesThatWeigh) - 1.0);
}

void note_waiting(const Tables& tables, double days, Evidence& evidence, Contact& contact) {
  if (days < 0.0 || days > kMostDays) return;
  contact.waiting_days = std::max(contact.waiting_days.value_or(0.0), days);
  for (const double step : kWaitingSteps) {
    if (days >= step) evidence.upset += tables.weight(Weight::kWaitingStep);
  }
}

}  // namespace

void read_contact(const Tables& tables, const Phrases& phrases, const Match& match,
                  Evidence& evidence, Contact& contact) {
  if (evidence.kind != CueKind::kRepeatContact && evidence.kind != CueKind::kWaiting) return;
  bool times_seen = false;
  bool waiting_seen = false;
  for (std::uint32_t i = match.first; i < match.last; ++i) {
    const Unit& unit = phrases.units[i];
    for (std::uint16_t n = 0; n < unit.numeric_count; ++n) {
      const NumericSpan& span = phrases.numbers[unit.first_numeric + n];
      if (i + span.length > match.last) continue;
      const bool counts = span.kind == Numeric::kTimes || span.kind == Numeric::kNth;
      if (counts && !times_seen && evidence.kind == CueKind::kRepeatContact) {
        note_times(tables, span.value, evidence, contact);
        times_seen = true;
      } else if (span.kind == Numeric::kDur && !waiting_seen) {
        note_waiting(tables, span.value, evidence, contact);
        waiting_seen = true;
      }
    }
  }
}

}  // namespace attune
