#include "conversation/replay.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "conversation/summary.h"
#include "json/read_turns.h"
#include "json/write_summary.h"
#include "lines.h"
#include "stream.h"
#include "summary_table.h"
#include "verbs.h"

namespace attune::cli {
namespace {

// More workers than this wait for each other at the output.
constexpr std::size_t kUsefulJobs = 8;

std::size_t jobs_of(const Arguments& arguments) {
  if (arguments.jobs != 0) return arguments.jobs;
  return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kUsefulJobs);
}

StreamOptions options_of(const Arguments& arguments) {
  return {.verb = "replay",
          .file = arguments.file,
          .jobs = jobs_of(arguments),
          .longest = kLongestTranscript};
}

// An analyzer for each worker: threads don't share one.
Analyzer new_analyzer() {
  // The first one was checked; another of the same tables is no different.
  return std::move(Analyzer::create().value());
}

// Prints results turn by turn.
struct Player {
  explicit Player(const Config& config) : replayer(analyzer, config) {}

  LineResult play(std::string_view line) {
    Result<ReplayedLine> played = replayer.line(line);
    if (!played) return {.out = "", .errors = {played.error()}};
    return {.out = std::move(played.value().json), .errors = std::move(played.value().bad_turns)};
  }

  Analyzer analyzer = new_analyzer();
  Replayer replayer;
};

// Adds up what one policy does, or two.
struct Simulator {
  Simulator(const Config& config, const std::optional<Config>& against) : first(analyzer, config) {
    if (against) second.emplace(analyzer, *against);
  }

  LineResult play(std::string_view line) {
    const Result<Transcript> transcript = read_transcript(line);
    if (!transcript) return {.out = "", .errors = {transcript.error()}};
    LineResult result;
    const Outcome before = first.outcome(transcript.value(), &result.errors);
    sums.policy.add(before);
    if (!second) return result;
    const Outcome after = second->outcome(transcript.value());
    sums.against.add(after);
    sums.changes.add(before, after);
    return result;
  }

  Analyzer analyzer = new_analyzer();
  Replayer first;
  std::optional<Replayer> second;
  Simulation sums;
};

int print_turns(const Arguments& arguments, const Config& config) {
  return stream_lines(options_of(arguments), [&config]() -> LineHandler {
    auto player = std::make_shared<Player>(config);
    return [player](std::string_view line) { return player->play(line); };
  });
}

int print_summary(const Arguments& arguments, const Config& config,
                  const std::optional<Config>& against) {
  std::vector<std::shared_ptr<Simulator>> workers;
  const int exit_code = stream_lines(options_of(arguments), [&]() -> LineHandler {
    workers.push_back(std::make_shared<Simulator>(config, against));
    return [worker = workers.back()](std::string_view line) { return worker->play(line); };
  });
  if (exit_code == kExitUsage) return exit_code;
  Simulation all;
  all.compares = against.has_value();
  for (const std::shared_ptr<Simulator>& each : workers) all.merge(each->sums);
  const std::string text =
      arguments.json ? to_json(all) + "\n" : to_table(all, {arguments.config, arguments.against});
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) == 0) return exit_code;
  complain("replay", "standard output can't be written");
  return kExitUsage;
}

}  // namespace

int replay(const std::vector<std::string>& words) {
  Arguments arguments;
  if (!read_arguments("replay", words, {.jsonl = false, .config = true, .replay = true},
                      arguments)) {
    return kExitUsage;
  }
  Config config;
  if (!read_config("replay", arguments.config, config)) return kExitUsage;
  std::optional<Config> against;
  if (!arguments.against.empty() && !read_config("replay", arguments.against, against.emplace())) {
    return kExitUsage;
  }
  if (const Result<Analyzer> checked = Analyzer::create(); !checked) {
    complain("replay", checked.error().message);
    return kExitUsage;
  }
  return arguments.summary ? print_summary(arguments, config, against)
                           : print_turns(arguments, config);
}

}  // namespace attune::cli
