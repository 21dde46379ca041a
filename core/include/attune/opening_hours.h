// When the company's people are there. Local time comes from the host as offsets, so that a
// replay on any machine, with any time zone database, gives the same decisions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attune {

struct OpeningHours {
  // From `from_ms` on (milliseconds since the Unix epoch) local time is UTC plus so many minutes.
  struct Offset {
    double from_ms = 0.0;
    int minutes = 0;  // -840 .. 840
  };
  // Open on some days of the week from `open` until before `close`, minutes of the local day.
  struct Span {
    std::array<bool, 7> days{};  // Monday first
    int open = 0;                // 0 .. 1439
    int close = 0;               // 1 .. 1440, after `open`
  };

  std::string zone = "UTC";     // IANA name, to tell the customer whose clock is meant
  std::vector<Offset> offsets;  // by from_ms; before the first one its minutes count; none: UTC
  std::vector<Span> weekly;     // none: always open
  std::vector<std::int32_t> closed;  // local days since 1970-01-01
  int answer_within_minutes = 60;    // after opening; 0 .. 10080

  bool given() const { return !weekly.empty(); }
};

}  // namespace attune
