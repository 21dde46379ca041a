#include "stream.h"

#include <unistd.h>

#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>
#include <utility>

#include "lines.h"
#include "progress.h"

namespace attune::cli {
namespace {

constexpr const char* kStandardInput = "-";

// Reads a line without its end; of a long one `most` bytes. False at the end of the text, and
// where it can't be read on: then `in` is bad.
bool read_line(std::istream& in, std::size_t most, std::string& line) {
  constexpr int kEnd = std::istream::traits_type::eof();
  std::streambuf& bytes = *in.rdbuf();
  line.clear();
  try {
    int next = bytes.sbumpc();
    if (next == kEnd) return false;
    for (; next != kEnd && next != '\n'; next = bytes.sbumpc()) {
      if (line.size() < most) line.push_back(static_cast<char>(next));
    }
  } catch (const std::ios_base::failure&) {
    in.setstate(std::ios_base::badbit);
    return false;
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

// Prints the results of lines, which must come in order.
class Printer {
 public:
  Printer(std::string_view verb, std::string name) : verb_(verb), name_(std::move(name)) {}

  void print(const LineResult& result) {
    progress_.tick(++line_);
    for (const Error& error : result.errors) {
      progress_.clear();
      complain(verb_, name_ + ":" + std::to_string(line_) + ": " + describe(error));
      exit_code_ = kExitBadLines;
    }
    if (result.out.empty()) return;
    std::fwrite(result.out.data(), 1, result.out.size(), stdout);
    std::fputc('\n', stdout);
    if (interactive_) std::fflush(stdout);
  }

  // Once all is printed: the exit code.
  int finish() {
    progress_.clear();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code_;
    complain(verb_, "standard output can't be written");
    return kExitUsage;
  }

 private:
  const std::string_view verb_;
  const std::string name_;
  const bool interactive_ = isatty(STDOUT_FILENO) == 1;
  Progress progress_{"lines"};
  std::size_t line_ = 0;
  int exit_code_ = kExitDone;
};

// A ring of lines on their way: read by the caller of put(), worked on by the threads, printed by
// the thread that completes the next one in order.
class Pool {
 public:
  Pool(std::size_t jobs, Printer& printer) : printer_(printer), slots_(kSlotsAJob * jobs) {
    threads_.reserve(jobs);
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_.notify_all();
    for (std::thread& each : threads_) each.join();
  }

  // Hands over a line, after waiting until there is room. True when no worker is free to take it.
  bool put(std::string& line) {
    std::unique_lock lock(mutex_);
    if (read_ - printed_ == slots_.size()) {
      full_ = true;
      room_.wait(lock, [this] { return !full_; });
    }
    slots_[read_ % slots_.size()].line.swap(line);
    ++read_;
    if (idle_ > 0) work_.notify_one();
    return read_ - taken_ > idle_;
  }

  std::size_t workers() const { return threads_.size(); }
  void add_worker(LineHandler handler) {
    threads_.emplace_back([this, handle = std::move(handler)] { work(handle); });
  }

 private:
  static constexpr std::size_t kSlotsAJob = 16;

  struct Slot {
    std::string line;
    LineResult result;
    bool done = false;
  };

  void work(const LineHandler& handle) {
    std::unique_lock lock(mutex_);
    for (;;) {
      ++idle_;
      work_.wait(lock, [this] { return taken_ < read_ || closed_; });
      --idle_;
      if (taken_ == read_) return;
      Slot& slot = slots_[taken_++ % slots_.size()];  // nobody else's until it is printed
      lock.unlock();
      LineResult result = handle(slot.line);
      lock.lock();
      slot.result = std::move(result);
      slot.done = true;
      print_next();
    }
  }

  // Under the lock.
  void print_next() {
    for (;; ++printed_) {
      Slot& slot = slots_[printed_ % slots_.size()];
      if (!slot.done) break;
      printer_.print(slot.result);
      slot.done = false;
    }
    // The caller of put() sleeps until half is free: waking it for each line costs more than it
    // gains.
    if (!full_ || read_ - printed_ > slots_.size() / 2) return;
    full_ = false;
    room_.notify_one();
  }

  Printer& printer_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable room_;
  std::vector<Slot> slots_;
  std::size_t read_ = 0;  // lines so far
  std::size_t taken_ = 0;
  std::size_t printed_ = 0;
  std::size_t idle_ = 0;  // workers that wait
  bool full_ = false;     // put() waits
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

int stream(const StreamOptions& options, const std::string& name, std::istream& in,
           const std::function<LineHandler()>& new_handler) {
  Printer printer(options.verb, name);
  std::string line;
  if (options.jobs <= 1) {
    const LineHandler handle = new_handler();
    while (read_line(in, options.longest + 1, line)) printer.print(handle(line));
  } else {
    Pool pool(options.jobs, printer);
    while (read_line(in, options.longest + 1, line)) {
      if (pool.put(line) && pool.workers() < options.jobs) pool.add_worker(new_handler());
    }
  }
  const int exit_code = printer.finish();
  if (!in.bad()) return exit_code;
  complain(options.verb, name + ": reading stopped before the end of the file");
  return kExitUsage;
}

}  // namespace

int stream_lines(const StreamOptions& options, const std::function<LineHandler()>& new_handler) {
  if (options.file == kStandardInput) {
    std::ios::sync_with_stdio(false);
    return stream(options, "standard input", std::cin, new_handler);
  }
  std::ifstream in(options.file, std::ios::binary);
  // A folder opens but can't be read: look before the first line.
  if (!in || (in.peek() == std::ifstream::traits_type::eof() && in.bad())) {
    complain(options.verb, options.file + ": the file can't be read");
    return kExitUsage;
  }
  return stream(options, options.file, in, new_handler);
}

}  // namespace attune::cli
