// Runs a recorded conversation through the core.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "attune/analyzer.h"
#include "attune/config.h"
#include "attune/conversation.h"
#include "attune/result.h"

namespace attune {

// Replays conversations under one configuration.
class Replayer {
 public:
  // `analyzer` must outlive the replayer.
  Replayer(Analyzer& analyzer, Config config);

  // One line of `attune replay`: a transcript (json/read_turns.h) in, {"id","turns":[...]} out.
  // Customer turns come out as {"from","at","assessment","mood","loops","decision","tone","reply"},
  // turns of the bot and the system as they came. Lines do not influence each other.
  // Errors: those of read_transcript, and kInvalidTurn with the pointer of a turn back in time.
  Result<std::string> line(std::string_view json);

 private:
  Analyzer& analyzer_;
  std::shared_ptr<const Setup> setup_;
};

// One line with a configuration of its own.
Result<std::string> replay_line(Analyzer& analyzer, const Config& config, std::string_view json);

}  // namespace attune
