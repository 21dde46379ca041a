#include "json/timestamp.h"

#include <cstddef>
#include <cstdint>

namespace attune {
namespace {

// Takes a text apart from the left; every step fails for good once one has failed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // A number of exactly `digits` digits in low .. high.
  int number(std::size_t digits, int low, int high) {
    if (rest_.size() < digits) return fail();
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return fail();
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value >= low && value <= high ? value : fail();
  }

  // One of the characters in `choice`; the one that was there, or NUL.
  char one_of(std::string_view choice) {
    if (rest_.empty() || choice.find(rest_[0]) == std::string_view::npos) {
      fail();
      return '\0';
    }
    const char found = rest_[0];
    rest_.remove_prefix(1);
    return found;
  }

  // ".250" as milliseconds, 0 when there is none. Digits beyond the microsecond are dropped.
  double fraction() {
    if (rest_.empty() || rest_[0] != '.') return 0.0;
    rest_.remove_prefix(1);
    std::int64_t microseconds = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
      if (digits < 6) microseconds = microseconds * 10 + (rest_[digits] - '0');
    }
    if (digits == 0) fail();
    rest_.remove_prefix(digits);
    for (std::size_t i = digits; i < 6; ++i) microseconds *= 10;
    return static_cast<double>(microseconds) / 1000.0;
  }

  bool done() const { return ok_ && rest_.empty(); }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

std::int64_t days_from_epoch(int year, int month, int day) {
  constexpr std::int64_t kEpochDay = 719162;  // days from 0001-01-01 to 1970-01-01
  const std::int64_t before = year - 1;
  // 400 years are added so that the division rounds down in year 0 too.
  const std::int64_t shifted = before + 400;
  std::int64_t days =
      shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 - 146097 - kEpochDay;
  for (int m = 1; m < month; ++m) days += days_in(year, m);
  return days + day - 1;
}

std::optional<double> parse_rfc3339(std::string_view text) {
  Scanner scan(text);
  const int year = scan.number(4, 0, 9999);
  scan.one_of("-");
  const int month = scan.number(2, 1, 12);
  scan.one_of("-");
  const int day = scan.number(2, 1, 31);
  scan.one_of("Tt ");
  const int hour = scan.number(2, 0, 23);
  scan.one_of(":");
  const int minute = scan.number(2, 0, 59);
  scan.one_of(":");
  const int second = scan.number(2, 0, 60);
  const double milliseconds = scan.fraction();
  const char zone = scan.one_of("Zz+-");
  std::int64_t offset_minutes = 0;
  if (zone == '+' || zone == '-') {
    offset_minutes = std::int64_t{60} * scan.number(2, 0, 23);
    scan.one_of(":");
    offset_minutes += scan.number(2, 0, 59);
    if (zone == '-') offset_minutes = -offset_minutes;
  }
  if (!scan.done() || day > days_in(year, month)) return std::nullopt;
  const std::int64_t minutes =
      (days_from_epoch(year, month, day) * 24 + hour) * 60 + minute - offset_minutes;
  return static_cast<double>((minutes * 60 + second) * 1000) + milliseconds;
}

}  // namespace attune
