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

// The figures of one phrase, read from left to right.
struct Figures {
  double times = 0.0;   // counts of contacts together: "called 3 times and emailed twice"
  double newest = 0.0;  // the count read last
  double nth = 0.0;     // the largest ordinal, which already counts all contacts
  double days = -1.0;   // the longest wait; below 0: none

  std::uint32_t times_end = 0;  // unit behind the newest count; 0: none

  void add_times(double value, std::uint32_t at, std::uint32_t end) {
    // "once, twice, three times" is one count that grows.
    times += at == times_end ? std::max(value - newest, 0.0) : value;
    newest = value;
    times_end = end;
  }
};

const table::Number* number_at(const Tables& tables, const Phrases& phrases, std::uint32_t unit) {
  const std::uint32_t word = phrases.units[unit].word;
  return word == kNoWord ? nullptr : tables.number_of(word, phrases.language);
}

// Whether the ordinal at a unit is a day: "on the 4th", "since 3rd May".
bool is_date(const Tables& tables, const Phrases& phrases, std::uint32_t unit) {
  for (std::uint32_t back = 1; back <= 2 && back <= unit; ++back) {
    const table::Number* word = number_at(tables, phrases, unit - back);
    if (word == nullptr) return false;
    if (word->kind == table::NumberKind::kBar) return word->value > 0.0;
    if (word->kind != table::NumberKind::kSince) return false;
    if (word->value == 0.0) return true;
  }
  return false;
}

// Whether something that is counted follows the ordinal: "third email", but not "back and forth".
bool counts_something(const Tables& tables, const Phrases& phrases, std::uint32_t unit) {
  const std::uint32_t next = unit + 1;
  if (next >= phrases.units.size() || phrases.units[next].starts_sentence) return false;
  const table::Number* word = number_at(tables, phrases, next);
  return word == nullptr || word->kind != table::NumberKind::kBar;
}

Figures read_figures(const Tables& tables, const Phrases& phrases, const Match& match) {
  Figures figures;
  bool barred = false;  // behind "about" a number counts what the contact was about
  for (std::uint32_t i = match.first; i < match.last; ++i) {
    const Unit& unit = phrases.units[i];
    const table::Number* word = number_at(tables, phrases, i);
    barred |= word != nullptr && word->kind == table::NumberKind::kBar && figures.times_end != 0;
    std::uint32_t end = i + 1;
    for (std::uint16_t n = 0; n < unit.numeric_count; ++n) {
      const NumericSpan& span = phrases.numbers[unit.first_numeric + n];
      if (i + span.length > match.last || span.kind == Numeric::kNum) continue;
      end = std::max(end, i + span.length);
      if (span.kind == Numeric::kDur) {
        figures.days = std::max(figures.days, span.value);
      } else if (span.kind == Numeric::kNth) {
        const bool contact = counts_something(tables, phrases, i) && !is_date(tables, phrases, i);
        if (contact) figures.nth = std::max(figures.nth, span.value);
      } else if (!barred) {
        figures.add_times(span.value, i, end);
      }
    }
    i = end - 1;
  }
  return figures;
}

}  // namespace

void read_contact(const Tables& tables, const Phrases& phrases, const Match& match,
                  Evidence& evidence, Contact& contact) {
  const bool repeats = evidence.kind == CueKind::kRepeatContact;
  if (!repeats && evidence.kind != CueKind::kWaiting) return;
  const Figures figures = read_figures(tables, phrases, match);
  if (repeats) note_times(tables, std::max(figures.times, figures.nth), evidence, contact);
  if (figures.days >= 0.0) note_waiting(tables, figures.days, evidence, contact);
}

}  // namespace attune
