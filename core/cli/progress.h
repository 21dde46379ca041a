// Shows on standard error how far a long run is, when somebody is looking.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdio>

namespace attune::cli {

class Progress {
 public:
  // `unit`: what is counted; must outlive this.
  explicit Progress(const char* unit) : unit_(unit) {}

  // Call it after each piece of work with the count so far.
  void tick(std::size_t count) {
    if (!terminal_ || count % kBetweenLooks != 0) return;
    const Clock::time_point now = Clock::now();
    if (now - shown_ < std::chrono::seconds(1)) return;
    shown_ = now;
    drawn_ = true;
    std::fprintf(stderr, "\r%zu %s", count, unit_);
  }

  // Makes room for another line.
  void clear() {
    if (drawn_) std::fprintf(stderr, "\r\033[K");
    drawn_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kBetweenLooks = 256;

  const char* unit_;
  bool terminal_ = isatty(STDERR_FILENO) == 1;
  bool drawn_ = false;
  Clock::time_point shown_ = Clock::now();
};

}  // namespace attune::cli
